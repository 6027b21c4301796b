/** The dates that one limit of the Code gives a stage: the clock shows them, and the figures count by them. */
import { type Day, earliest } from '../facts/days.js';
import type { Limit } from '../law/in-force.js';
import type { ClockRules } from './clocks.js';
import { dayZeroOf } from './counting.js';
import { countExtensions, type Extensions } from './extensions.js';
import { dayOf, type StageFacts } from './stage-facts.js';

export interface CodeDates {
  /** Day zero of the stage: its receipt or request, rolled to a working day. */
  readonly started: Day;
  /** The day of what starts this limit, and its day zero; null while it has not happened. */
  readonly from: Day | null;
  readonly dayZero: Day | null;
  /** The last permitted day of the acknowledgement, where this limit starts at it. */
  readonly lastToAcknowledge: Day | null;
  /** Due as if acknowledged on the last permitted day, without any extension. */
  readonly onTime: Day;
  /** Due by the Code's own start, without any extension. */
  readonly unextendedDue: Day;
  readonly extensions: Extensions;
  readonly due: Day;
}

/** Facts 10.1 to 10.5, for one limit of one stage. */
export function codeDates(limit: Limit, facts: StageFacts, rules: ClockRules): CodeDates {
  const { calendar } = rules;
  const started = dayZeroOf(facts.record.startedOn, rules);
  const from = dayOf(limit.from, facts);
  const dayZero = from === null ? null : dayZeroOf(from, rules);
  const lastToAcknowledge = limit.after === null ? null : calendar.addWorkingDays(started, limit.after.workingDays);
  const onTime = calendar.addWorkingDays(lastToAcknowledge ?? started, limit.workingDays);
  const unextendedDue = dayZero === null ? onTime : calendar.addWorkingDays(dayZero, limit.workingDays);
  const extensions = extensionsOf(limit, facts, rules, (on) =>
    limit.after === null || (from !== null && from <= on) ? unextendedDue : onTime,
  );
  return {
    started,
    from,
    dayZero,
    lastToAcknowledge,
    onTime,
    unextendedDue,
    extensions,
    due: extensions.due ?? unextendedDue,
  };
}

/** What was told of a stage's new dates, counted from the dates that would hold without it. */
export function extensionsOf(
  limit: Limit,
  facts: StageFacts,
  { calendar }: ClockRules,
  dueWithout: (on: Day) => Day,
): Extensions {
  const { record, endedOn } = facts;
  return countExtensions(limit.extendedBy === undefined ? [] : record.extensions, {
    calendar,
    edition: limit.edition,
    longest: limit.longestExtension ?? 0,
    dueWithout,
    startedOn: record.startedOn,
    overOn: earliest(record.respondedOn, endedOn),
  });
}
