/**
 * When a review about behaviour is brought to mind: once in the two weeks before its day, time enough to hear the person
 * first, and once after it. What was to be reviewed longer ago is on the list and in no message.
 */
import { addDays, type Day } from '../../facts/days.js';

const days = 14;

/** Between which dates every review lies that is brought to mind on a day. */
export function reviewsRemindedOf(today: Day): { readonly from: Day; readonly until: Day } {
  return { from: addDays(today, -days), until: addDays(today, days) };
}
