import type { Day } from '../facts/days.js';
import type { ClockRules } from './clocks.js';
import { dayZeroOf } from './counting.js';

/** What Ombudsmen set as a rule; each request sets its own, so it is only ever what the form begins with. */
const usualWorkingDays = 15;

/** The day on which evidence that was asked for on `on` is due as a rule. */
export function dateAfterWorkingDays(on: Day, rules: ClockRules): Day {
  return rules.calendar.addWorkingDays(dayZeroOf(on, rules), usualWorkingDays);
}
