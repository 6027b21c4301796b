/** How every clock is counted, whatever set its date. */
import type { Day } from '../facts/days.js';
import type { ClockRules, ClockState } from './clocks.js';

/** A start on a day off takes the next working day, unless the landlord set the stricter rule. */
export function dayZeroOf(on: Day, rules: ClockRules): Day {
  return rules.startOnDayOff === 'rolls' ? rules.calendar.nextWorkingDay(on) : on;
}

/** Working days late: to the day done, or to the next working day when done on a day off, so at least 1. */
export function workingDaysLate(due: Day, until: Day, rules: Pick<ClockRules, 'calendar'>): number {
  return until <= due ? 0 : rules.calendar.workingDaysBetween(due, rules.calendar.nextWorkingDay(until));
}

/** How a clock stands: by calendar dates, so what is done on its due day is in time, on a day off too (facts 10.1). */
export function stateOf(due: Day, doneOn: Day | null, endedOn: Day | null, today: Day): ClockState {
  if (doneOn !== null) return doneOn <= due ? 'met' : 'late';
  if (endedOn !== null) return endedOn <= due ? 'ended' : 'late';
  return today <= due ? 'running' : 'overdue';
}
