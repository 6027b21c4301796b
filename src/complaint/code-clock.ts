/** One limit of the Code, counted for one stage of a case. */
import type { Day } from '../facts/days.js';
import type { Limit } from '../law/in-force.js';
import type { Clock, ClockKind, ClockRules } from './clocks.js';
import { because } from './code-clock-words.js';
import { codeDates } from './code-dates.js';
import { stateOf, workingDaysLate } from './counting.js';
import { doneOnOf, type StageFacts } from './stage-facts.js';

const whats: Readonly<Record<1 | 2, Readonly<Record<Limit['duty'], string>>>> = {
  1: { acknowledgement: 'Acknowledge the complaint', response: 'Answer the complaint at stage 1' },
  2: { acknowledgement: 'Acknowledge the request for stage 2', response: 'Give the final answer at stage 2' },
};

export function codeClock(limit: Limit, facts: StageFacts, rules: ClockRules, today: Day): Clock {
  const { calendar } = rules;
  const { endedOn: over } = facts;
  const { started, from, dayZero, lastToAcknowledge, onTime, unextendedDue, extensions, due } = codeDates(
    limit,
    facts,
    rules,
  );

  const done = doneOnOf(limit, facts);
  const doneOn = done !== null && over !== null && done > over ? null : done;
  const endedOn = doneOn === null ? over : null;
  const until = doneOn ?? endedOn ?? today;
  const late = workingDaysLate(due, until, rules);
  const acknowledgedLate = from !== null && lastToAcknowledge !== null && from > lastToAcknowledge;

  const clock: Omit<Clock, 'because'> = {
    provision: limit.provision,
    kind: `stage-${limit.stage}-${limit.duty}` satisfies ClockKind,
    stage: limit.stage,
    what: whats[limit.stage][limit.duty],
    about: null,
    from,
    dayZero,
    due,
    provisional: from === null,
    dueIfAcknowledgedOnTime: acknowledgedLate ? onTime : null,
    unextendedDue,
    extendedBy: extensions.workingDays,
    longestExtension: limit.longestExtension ?? null,
    extensions: extensions.counted,
    target: targetOf(limit, dayZero ?? lastToAcknowledge ?? started, rules, doneOn, endedOn, today),
    doneOn,
    endedOn,
    workingDaysTaken: dayZero === null ? 0 : Math.max(0, calendar.workingDaysBetween(dayZero, until)),
    workingDaysFromReceipt: Math.max(0, calendar.workingDaysBetween(started, until)),
    bankHolidaysLeftOut: calendar.holidaysBetween(started, until).length,
    workingDaysLate: late,
    state: stateOf(due, doneOn, endedOn, today),
  };
  // Lists and figures read thousands of clocks and none of their sentences.
  let said: readonly string[] | undefined;
  return {
    ...clock,
    get because() {
      said ??= because(clock, limit, facts, rules, today, { started, lastToAcknowledge, extensions });
      return said;
    },
  };
}

function targetOf(
  limit: Limit,
  dayZero: Day,
  rules: ClockRules,
  doneOn: Day | null,
  endedOn: Day | null,
  today: Day,
): Clock['target'] {
  const { stage1Acknowledgement, stage1Response, stage2Acknowledgement, stage2Response } = rules.targets;
  const days =
    limit.duty === 'acknowledgement'
      ? limit.stage === 1
        ? stage1Acknowledgement
        : stage2Acknowledgement
      : limit.stage === 1
        ? stage1Response
        : stage2Response;
  if (days === null || days >= limit.workingDays) return null;
  const due = rules.calendar.addWorkingDays(dayZero, days);
  if (doneOn !== null) return { due, met: doneOn <= due };
  return { due, met: (endedOn ?? today) > due ? false : null };
}
