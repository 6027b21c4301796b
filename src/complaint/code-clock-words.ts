/** Why a clock of the Code is what it is, sentence by sentence. */
import type { Day } from '../facts/days.js';
import type { Limit } from '../law/in-force.js';
import { holidayWords, inFull, startWords, workingDays } from './clock-words.js';
import type { Clock, ClockRules } from './clocks.js';
import { workingDaysLate } from './counting.js';
import { acknowledgedOn, dayOf, type StageFacts } from './stage-facts.js';

export interface Working {
  readonly started: Day;
  readonly lastToAcknowledge: Day | null;
  readonly extensions: { readonly because: readonly string[] };
}

/** The sentences that explain one clock of the Code: its start, what was left out, extensions, and how it stands. */
export function because(
  clock: Omit<Clock, 'because'>,
  limit: Limit,
  facts: StageFacts,
  rules: ClockRules,
  today: Day,
  working: Working,
): readonly string[] {
  const { calendar } = rules;
  const { record, overturned } = facts;
  const { started, lastToAcknowledge } = working;
  const code = `The Code (${limit.edition}, ${limit.provision})`;
  const firstWords = facts.stage === 1 ? 'Received' : 'Stage 2 was requested';
  const said: string[] = [];

  if (facts.undecided)
    said.push('It has not been logged yet, and is counted as a complaint until triage says otherwise.');
  if (overturned !== null)
    said.push(
      `It was refused on ${inFull(overturned.refusedOn)} and the refusal was overturned on ${inFull(overturned.overturnedOn)}; the clocks start again that day.`,
    );
  const startedAs = overturned === null ? firstWords : 'The refusal was overturned';
  if (limit.after === null || clock.from === null) {
    said.push(startWords(startedAs, record.startedOn, started, calendar));
  }
  if (clock.from === null && lastToAcknowledge !== null) {
    const limitWords = `${code} allows ${workingDays(limit.workingDays)} from the acknowledgement`;
    said.push(
      record.respondedOn === null
        ? `${limitWords}. It has not been acknowledged, so the date is provisional, as if acknowledged on the last permitted day, ${inFull(lastToAcknowledge)}: ${inFull(clock.unextendedDue)}.`
        : `${limitWords}. No acknowledgement came before the answer, so the date stays as if acknowledged on the last permitted day, ${inFull(lastToAcknowledge)}: ${inFull(clock.unextendedDue)}.`,
    );
    said.push(...holidayWords(calendar.holidaysBetween(started, clock.unextendedDue)));
  } else if (clock.dayZero !== null) {
    if (limit.after !== null && clock.from !== null)
      said.push(startWords('Acknowledged', clock.from, clock.dayZero, calendar));
    said.push(`${code} allows ${workingDays(limit.workingDays)}, so it is due on ${inFull(clock.unextendedDue)}.`);
    said.push(...holidayWords(calendar.holidaysBetween(clock.dayZero, clock.unextendedDue)));
  }
  if (limit.reading !== undefined) said.push(limit.reading);
  if (clock.dueIfAcknowledgedOnTime !== null && clock.from !== null && lastToAcknowledge !== null && limit.after) {
    const n = workingDaysLate(lastToAcknowledge, clock.from, rules);
    said.push(
      `The acknowledgement was ${workingDays(n)} late, which stays a breach of ${limit.after.provision} although it moves this date; acknowledged on time, the answer would have been due by ${inFull(clock.dueIfAcknowledgedOnTime)}.`,
    );
  }
  said.push(...working.extensions.because);
  if (limit.duty === 'acknowledgement') said.push(...acknowledgementWords(limit, facts, clock));
  said.push(...endWords(clock, facts, today));
  if (limit.duty === 'response') said.push(countWords(clock, facts, today));
  if (clock.target !== null) {
    const { due, met } = clock.target;
    const how = met === null ? '' : met ? ', which was met' : ', which was missed';
    said.push(`The landlord's own, stricter aim is ${inFull(due)}${how}.`);
  }
  return said;
}

/** Acknowledged, defined and logged: what of the three came late or is missing. */
function acknowledgementWords(limit: Limit, facts: StageFacts, clock: Omit<Clock, 'because'>): readonly string[] {
  const acknowledged = acknowledgedOn(facts);
  const { respondedOn } = facts.record;
  if (acknowledged === null && respondedOn !== null)
    return [
      `No acknowledgement came before the answer, so the answer acknowledges on its own day, ${inFull(respondedOn)}.`,
    ];
  if (acknowledged === null) return [];
  const named = { DefinitionSetOut: 'set out in its definition', Logged: 'logged' } as const;
  const said: string[] = [];
  for (const { event } of limit.until) {
    if (event !== 'DefinitionSetOut' && event !== 'Logged') continue;
    const on = dayOf({ event }, facts);
    if (on === null) said.push(`It was acknowledged on ${inFull(acknowledged)} but has not been ${named[event]}.`);
    else if (on > acknowledged && on === clock.doneOn)
      said.push(`It was acknowledged on ${inFull(acknowledged)} but ${named[event]} only on ${inFull(on)}.`);
  }
  return said;
}

function endWords(clock: Omit<Clock, 'because'>, facts: StageFacts, today: Day): readonly string[] {
  const { doneOn, endedOn, workingDaysLate: late } = clock;
  if (doneOn !== null)
    return [
      late === 0 ? `Done on ${inFull(doneOn)}, in time.` : `Done on ${inFull(doneOn)}, ${workingDays(late)} late.`,
    ];
  if (endedOn !== null) {
    const how = facts.endedBy === 'withdrawn' ? 'It was withdrawn' : 'It was refused';
    return [
      late === 0
        ? `${how} on ${inFull(endedOn)}, so this clock has ended.`
        : `${how} on ${inFull(endedOn)}, ${workingDays(late)} after it was due.`,
    ];
  }
  return late === 0 ? [] : [`It is not done: on ${inFull(today)} it is ${workingDays(late)} overdue.`];
}

/** Both counts, since caseworkers quote either, and the bank holidays that were left out. */
function countWords(clock: Omit<Clock, 'because'>, facts: StageFacts, today: Day): string {
  const until = clock.doneOn ?? clock.endedOn ?? today;
  const first =
    facts.overturned !== null ? 'the overturned refusal' : facts.stage === 1 ? 'receipt' : 'the request for stage 2';
  const acknowledged = acknowledgedOn(facts);
  const counts =
    clock.dayZero !== null && acknowledged !== null && clock.from === acknowledged
      ? `${workingDays(clock.workingDaysFromReceipt)} from ${first} and ${clock.workingDaysTaken} from the acknowledgement`
      : `${workingDays(clock.workingDaysFromReceipt)} from ${first}`;
  const n = clock.bankHolidaysLeftOut;
  const leftOut =
    n === 0
      ? 'no bank holiday fell between'
      : n === 1
        ? '1 bank holiday is left out'
        : `${n} bank holidays are left out`;
  return `Counted to ${inFull(until)}: ${counts}; ${leftOut}.`;
}
