import type { Day } from '../facts/days.js';
import type { ClockRules } from './clocks.js';
import { dayZeroOf } from './counting.js';

/**
 * What those who deal with the Ombudsman know as usual; it was read in no text of the Ombudsman’s. Each request sets its
 * own day, so it is only ever what the form begins with.
 */
export const usualEvidenceDays = 15;

/** The day on which evidence that was asked for on `on` is due as a rule. */
export function dateAfterWorkingDays(on: Day, rules: ClockRules): Day {
  return rules.calendar.addWorkingDays(dayZeroOf(on, rules), usualEvidenceDays);
}
