/**
 * What the figures need of a stage: the date by which its answer was due by each of the four readings of CH02 (facts
 * 10.9), counted as its clocks are counted, and how far a fact that nobody knows could move that date.
 */
import { BeyondTheCalendar } from '../facts/calendar.js';
import { addDays, type Day } from '../facts/days.js';
import type { ImportedFact } from '../facts/happened.js';
import { type Limit, limits } from '../law/in-force.js';
import type { Case } from './case.js';
import { type ClockRules, stageFacts } from './clocks.js';
import { codeDates, extensionsOf } from './code-dates.js';
import { dayZeroOf } from './counting.js';
import { acknowledgedOn, doneOnOf, type StageFacts } from './stage-facts.js';

export const readings = ['base', 'with-extensions', 'receipt-base', 'receipt-with-extensions'] as const;
/** How one and the same answer is read as in time or late. */
export type Reading = (typeof readings)[number];

export interface DueBy {
  /** Answered by this day it is in time, whatever is not known. */
  readonly on: Day;
  /** Answered after this day it is late, whatever is not known; 'ever' when no day can be named. The same as `on` when all is known. */
  readonly latest: Day | 'ever';
}

export interface StageFigures {
  readonly due: Readonly<Record<Reading, DueBy>> | null;
  /** Null where the Code in force asks for no acknowledgement of this stage. */
  readonly acknowledgement: {
    readonly dueOn: Day;
    /** Acknowledged, defined and logged, or answered. */
    readonly doneOn: Day | null;
    /** The day is not known, and could make it in time or late. */
    readonly untold: boolean;
  } | null;
  /** From the receipt or the request to the answer; null while there is none. */
  readonly workingDays: number | null;
  readonly workingDaysFromAcknowledgement: number | null;
  /** The day from which the stage counts is a stand-in: nobody knows it. */
  readonly startUntold: boolean;
  /**
   * Not known whether, or when, it was answered. A register that does not say whether a complaint was refused or
   * withdrawn is read as if it was not: to leave such cases out would flatter the figures.
   */
  readonly answerUntold: boolean;
  readonly outcomeUntold: boolean;
}

const factsOf = {
  1: {
    start: 'received',
    acknowledged: 'acknowledged',
    extension: 'stage-1-extension',
    response: 'stage-1-response',
    outcome: 'stage-1-outcome',
  },
  2: {
    start: 'stage-2-request',
    acknowledged: 'stage-2-acknowledged',
    extension: 'stage-2-extension',
    response: 'stage-2-response',
    outcome: 'stage-2-outcome',
  },
} as const satisfies Record<1 | 2, Record<string, ImportedFact>>;

/** The figures of a stage; null while the case has no such stage. Nothing in them depends on today. */
export function stageFigures(c: Case, stage: 1 | 2, rules: ClockRules): StageFigures | null {
  const facts = stageFacts(c, stage);
  if (facts === null) return null;
  const { record } = facts;
  const names = factsOf[stage];
  const untold = (fact: ImportedFact) => c.untold.includes(fact);
  const { respondedOn } = record;
  const own = {
    startUntold: untold(names.start),
    // An answer may then stand on a day that is a stand-in.
    answerUntold: untold(names.response),
    outcomeUntold: record.outcome === null && (respondedOn !== null || untold(names.outcome)),
  };
  try {
    const { calendar } = rules;
    const days = (from: Day | null) =>
      from === null || respondedOn === null || own.answerUntold
        ? null
        : Math.max(0, calendar.workingDaysBetween(dayZeroOf(from, rules), respondedOn));
    const mine = c.edition === null ? [] : limits[c.edition].filter((limit) => limit.stage === stage);
    const response = mine.find(({ duty }) => duty === 'response');
    const acknowledgement = mine.find(({ duty }) => duty === 'acknowledgement');
    return {
      ...own,
      due: response === undefined ? null : duesOf(response, facts, rules, untold),
      acknowledgement:
        acknowledgement === undefined
          ? null
          : acknowledgementOf(acknowledgement, facts, rules, untold(names.acknowledged), own.answerUntold),
      workingDays: days(record.startedOn),
      workingDaysFromAcknowledgement: days(acknowledgedOn(facts)),
    };
  } catch (thrown) {
    if (!(thrown instanceof BeyondTheCalendar)) throw thrown;
    return { ...own, due: null, acknowledgement: null, workingDays: null, workingDaysFromAcknowledgement: null };
  }
}

function acknowledgementOf(limit: Limit, facts: StageFacts, rules: ClockRules, untold: boolean, answerUntold: boolean) {
  const { due } = codeDates(limit, facts, rules);
  const doneOn = doneOnOf(limit, facts);
  // Without an acknowledgement the answer is one, if its day is known.
  const unknown = facts.record.acknowledgedOn === null && (untold || answerUntold);
  return { dueOn: due, doneOn, untold: unknown && (answerUntold || doneOn === null || doneOn > due) };
}

function duesOf(
  limit: Limit,
  facts: StageFacts,
  rules: ClockRules,
  untold: (fact: ImportedFact) => boolean,
): StageFigures['due'] {
  const { calendar } = rules;
  const names = factsOf[facts.stage];
  const dates = codeDates(limit, facts, rules);
  const fromReceipt = extensionsOf(limit, facts, rules, () => dates.onTime).due ?? dates.onTime;
  const longest = limit.longestExtension ?? 0;
  const extensionUntold = facts.record.extensions.length === 0 && untold(names.extension);
  const stretched = (due: Day): DueBy => ({
    on: due,
    latest: extensionUntold ? calendar.addWorkingDays(due, longest) : due,
  });
  const receipt = { 'receipt-base': exactly(dates.onTime), 'receipt-with-extensions': stretched(fromReceipt) };
  // Where the Code counts from the acknowledgement and nobody knows its day, it may have been the first day or the last.
  if (limit.after !== null && dates.from === null && untold(names.acknowledged)) {
    const first = calendar.addWorkingDays(dates.started, limit.workingDays);
    const base: DueBy = { on: first, latest: 'ever' };
    const told = facts.record.extensions.length > 0;
    return { ...receipt, base, 'with-extensions': told ? acknowledgedWhenever(limit, facts, rules) : base };
  }
  return { ...receipt, base: exactly(dates.unextendedDue), 'with-extensions': stretched(dates.due) };
}

/**
 * A new date that was told sets the due date whenever the acknowledgement was, or does not, according to when it was: so
 * every day is tried on which it can have been.
 */
function acknowledgedWhenever(limit: Limit, facts: StageFacts, rules: ClockRules): DueBy {
  const { record } = facts;
  const acknowledged = (on: Day | null) =>
    codeDates(limit, { ...facts, record: { ...record, acknowledgedOn: on } }, rules);
  const lastTold = record.extensions.reduce<Day>(
    (last, { toldOn }) => (toldOn > last ? toldOn : last),
    record.startedOn,
  );
  const until = record.respondedOn ?? addDays(lastTold, 1);
  let { due: on } = acknowledged(null);
  let latest: Day = on;
  for (let at = record.startedOn; at <= until; at = addDays(at, 1)) {
    const { due } = acknowledged(at);
    if (due < on) on = due;
    if (due > latest) latest = due;
  }
  const setByWhatWasTold = record.respondedOn !== null || acknowledged(until).extensions.due !== null;
  return { on, latest: setByWhatWasTold ? latest : 'ever' };
}

function exactly(on: Day): DueBy {
  return { on, latest: on };
}
