/** When an adjustment is looked at again, where nobody chooses another day: in a year, since needs change. */
import type { Day } from '../facts/days.js';
import { yearAfter } from './year-after.js';

/** The day that is proposed. */
export function usualAdjustmentReview(today: Day): Day {
  return yearAfter(today);
}
