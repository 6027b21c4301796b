/**
 * The figures counted a second way, written from the decisions and not from the product: case by case, and where a fact is
 * not known by trying every day that it could have been.
 */
import { englandAndWales } from '../../src/facts/calendar.js';
import { addDays, day } from '../../src/facts/days.js';
import { type NaiveFacts, naiveClocks } from '../support/naive-clocks.js';
import type { Facts } from './told.js';

export type Verdict = 'met' | 'late' | 'not yet due' | 'unknown' | 'in no count';

const holidays: ReadonlySet<string> = new Set(
  englandAndWales.holidaysBetween(day('2019-01-01'), day('2027-12-31')).map(({ on }) => on),
);

export const in2025 = (on: string | null | undefined): boolean =>
  on !== null && on !== undefined && on >= '2025-04-01' && on <= '2026-03-31';

/** In the figures of complaints: not refused, not another kind, not taken back. */
export function isComplaint(f: Facts): boolean {
  return (f.kind === undefined || f.kind === 'complaint') && !f.takenBack && (!f.refused || Boolean(f.overturned));
}

export function couldBeComplaint(f: Facts): boolean {
  return isComplaint(f) || (f.kind === null && !f.takenBack && !f.refused);
}

function naive(f: Facts, today: string, more: Partial<NaiveFacts> = {}): NaiveFacts {
  return {
    received: f.received,
    acknowledged: f.acknowledged ?? null,
    extensions: (f.extensions ?? []).map((e) => ({
      stage: e.stage ?? 1,
      toldOn: e.toldOn,
      newDate: e.newDate,
      goodReason: false,
      agreed: null,
      ombudsmanDetails: true,
    })),
    stage1Response: f.responded ?? null,
    escalationRequested: f.escalated ?? null,
    stage2Acknowledged: f.acknowledged2 ?? null,
    stage2Response: f.responded2 ?? null,
    withdrawnOn: f.withdrawn ?? null,
    today,
    ...more,
  };
}

const provisions: Readonly<Record<1 | 2, readonly string[]>> = { 1: ['5.1', '6.3'], 2: ['5.13', '6.14'] };

function dueOf(facts: NaiveFacts, stage: 1 | 2): string {
  const clock = naiveClocks(facts, holidays, true).find((k) => provisions[stage].includes(k.provision));
  if (clock === undefined) throw new Error('no clock');
  return clock.due;
}

export type Reading = 'base' | 'with-extensions' | 'receipt-base' | 'receipt-with-extensions';

/** Every due date that the facts allow, by trying each day that an unknown fact could have been. */
function possibleDues(f: Facts, stage: 1 | 2, reading: Reading, today: string): string[] {
  const unknown = f.unknown ?? [];
  const acknowledgedName = stage === 1 ? 'acknowledged' : 'stage-2-acknowledged';
  const field = stage === 1 ? 'acknowledged' : 'stage2Acknowledged';
  const start = stage === 1 ? f.received : (f.escalated as string);
  const response = (stage === 1 ? f.responded : f.responded2) ?? null;
  const fromReceipt = reading.startsWith('receipt');
  const withExtensions = reading.endsWith('with-extensions');
  const base = naive(f, today, withExtensions ? {} : { extensions: [] });
  const acknowledgedOn = base[field];
  const days: (string | null)[] = fromReceipt
    ? [null]
    : unknown.includes(acknowledgedName) && acknowledgedOn === null
      ? [null, ...every(start, response ?? today)]
      : [acknowledgedOn];
  const extensionUnknown =
    withExtensions && unknown.includes(`stage-${stage}-extension`) && !base.extensions.some((e) => e.stage === stage);
  return days.flatMap((on) => {
    const facts = { ...base, [field]: on };
    const due = dueOf(facts, stage);
    if (!extensionUnknown) return [due];
    const longest = stage === 2 ? 20 : 10;
    const until = englandAndWales.addWorkingDays(day(due), longest);
    // It was told between receipt and the answer; what was then due changes by the acknowledgement alone.
    const tellings = [start, ...(on !== null && on <= (response ?? today) ? [on] : [])];
    const extended = every(addDays(day(due), 1), until).flatMap((newDate) =>
      tellings.map((toldOn) => {
        const told = { stage, toldOn, newDate, goodReason: false, agreed: null, ombudsmanDetails: true };
        return dueOf({ ...facts, extensions: [...facts.extensions, told] }, stage);
      }),
    );
    return [due, ...extended];
  });
}

function every(from: string, until: string): string[] {
  const days: string[] = [];
  for (let at = day(from); at <= until; at = addDays(at, 1)) days.push(at);
  return days;
}

/** How an answer is read. */
export function verdict(f: Facts, stage: 1 | 2, reading: Reading, today: string): Verdict {
  if (f.kind === null) return f.withdrawn && !f.responded ? 'in no count' : 'unknown';
  const response = (stage === 1 ? f.responded : f.responded2) ?? null;
  if (f.withdrawn && response === null) return 'in no count';
  if ((f.unknown ?? []).includes(`stage-${stage}-response`)) return 'unknown';
  const verdicts = new Set(
    possibleDues(f, stage, reading, today).map(
      (due): Verdict =>
        response !== null ? (response <= due ? 'met' : 'late') : today <= due ? 'not yet due' : 'late',
    ),
  );
  return verdicts.size === 1 ? ([...verdicts][0] as Verdict) : 'unknown';
}

/** Working days from receipt, or from the request, to the answer. */
export function daysTaken(f: Facts, stage: 1 | 2): number {
  const start = englandAndWales.nextWorkingDay(day(stage === 1 ? f.received : (f.escalated as string)));
  const end = day((stage === 1 ? f.responded : f.responded2) as string);
  return every(start, end).filter((on) => on !== start && englandAndWales.isWorkingDay(day(on))).length;
}
