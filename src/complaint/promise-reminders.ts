/**
 * When whoever sees to a promise is reminded of it, and when managers hear that it is late. Counted in working days, like
 * the dates that it stands among.
 */
import type { Calendar } from '../facts/calendar.js';
import { addDays, type Day } from '../facts/days.js';
import { isWithin, lateTold, stillTold } from './reminder-days.js';

const reminderSteps = ['soon', 'late', 'escalated'] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/** Working days before its date at which a promise is brought to mind: the resident can still be told first. */
const remindedBefore = 2;

/** What is to be said of an open promise on a day; null when nothing is. */
export function reminderDue(dueOn: Day, today: Day, calendar: Calendar): ReminderStep | null {
  if (today < calendar.knownFrom || dueOn < calendar.knownFrom) return null;
  if (today <= dueOn) return isWithin(dueOn, today, remindedBefore, calendar) ? 'soon' : null;
  const told = lateTold(dueOn, today, calendar);
  return told === null ? null : told === 'managers' ? 'escalated' : 'late';
}

/** Between which dates every promise is due of which something may be said on a day: with room for weekends and holidays. */
export function promisesRemindedOf(today: Day): { readonly from: Day; readonly until: Day } {
  return { from: stillTold(today), until: addDays(today, 7 * remindedBefore) };
}
