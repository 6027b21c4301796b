/**
 * The days that reminders of anything with a date share, in working days: how long before it, when managers hear that it is
 * late, and when nothing is said any more. What came due long ago, before anybody was reminded, is on the list and in no
 * message.
 */
import type { Calendar } from '../facts/calendar.js';
import { addDays, type Day } from '../facts/days.js';

/** Working days after its date at which managers hear that it is late: a week. */
const managersAfter = 5;
/** Working days after its date within which anything is still sent. */
const toldWithin = 20;

/** Whether so many working days or fewer are left until it is due. */
export function isWithin(dueOn: Day, today: Day, days: number, calendar: Calendar): boolean {
  return calendar.reaches(today, days) && dueOn <= calendar.addWorkingDays(today, days);
}

/** Who is told of what is late: whoever sees to it, then managers too; null when nobody is any more. */
export function lateTold(dueOn: Day, today: Day, calendar: Calendar): 'owner' | 'managers' | null {
  if (!calendar.reaches(dueOn, toldWithin) || today > calendar.addWorkingDays(dueOn, toldWithin)) return null;
  return today >= calendar.addWorkingDays(dueOn, managersAfter) ? 'managers' : 'owner';
}

/** The first due date of which anything may still be said on a day, with room for weekends and holidays. */
export function stillTold(today: Day): Day {
  return addDays(today, -2 * toldWithin);
}
