/** When an adjustment is looked at again, where nobody chooses another day: in a year, since needs change. */
import { addDays, type Day } from '../facts/days.js';

const days = 365;

/** The day that is proposed. */
export function usualAdjustmentReview(today: Day): Day {
  return addDays(today, days);
}
