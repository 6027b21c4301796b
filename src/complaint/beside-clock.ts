/**
 * A date that runs beside the Code's clocks: set by an Ombudsman, by a restriction's review, by data protection law. It says
 * why it is what it is like any clock, is worked out each time, and moves no clock of the Code.
 */
import type { Day } from '../facts/days.js';
import { inFull, workingDays } from './clock-words.js';
import type { Clock, ClockRules } from './clocks.js';
import { stateOf, workingDaysLate } from './counting.js';

export interface BesideClock
  extends Pick<Clock, 'what' | 'due' | 'doneOn' | 'endedOn' | 'state' | 'workingDaysLate' | 'because'> {
  /** Tells it from every other of the case. */
  readonly key: string;
  /** The law or provision that it rests on; null where somebody set it. */
  readonly rests: string | null;
  readonly from: Day;
}

type Dates = Pick<Clock, 'due' | 'doneOn' | 'endedOn'>;

/** How a date stands on a day, and its reasons with what became of it. */
export function standing(
  { due, doneOn, endedOn }: Dates,
  said: readonly string[],
  rules: Pick<ClockRules, 'calendar'>,
  today: Day,
): Pick<Clock, 'state' | 'workingDaysLate' | 'because'> {
  const late = workingDaysLate(due, doneOn ?? endedOn ?? today, rules);
  const ending =
    doneOn !== null
      ? `Done on ${inFull(doneOn)}, ${late === 0 ? 'in time' : `${workingDays(late)} late`}.`
      : late > 0 && endedOn === null
        ? `It is not done: on ${inFull(today)} it is ${workingDays(late)} overdue.`
        : null;
  return {
    state: stateOf(due, doneOn, endedOn, today),
    workingDaysLate: late,
    because: ending === null ? said : [...said, ending],
  };
}

/** A clock of that kind, from its dates and the sentences that explain them. */
export function besideClock(
  dated: Pick<BesideClock, 'key' | 'what' | 'rests' | 'from' | keyof Dates>,
  said: readonly string[],
  rules: Pick<ClockRules, 'calendar'>,
  today: Day,
): BesideClock {
  return { ...dated, ...standing(dated, said, rules, today) };
}
