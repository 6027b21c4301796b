/**
 * When whoever sees to a promise is reminded of it, and when managers hear that it is late. Counted in working days, like
 * the dates that it stands among. What came due long ago, before anybody was reminded, is on the list and in no message.
 */
import type { Calendar } from '../facts/calendar.js';
import { addDays, type Day } from '../facts/days.js';

const reminderSteps = ['soon', 'late', 'escalated'] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/** Working days before its date at which a promise is brought to mind: the resident can still be told first. */
const remindedBefore = 2;
/** Working days after its date at which managers are told. */
const escalatedAfter = 5;
/** Working days after its date within which anything is still sent. */
const toldWithin = 20;

/** What is to be said of an open promise on a day; null when nothing is. */
export function reminderDue(dueOn: Day, today: Day, calendar: Calendar): ReminderStep | null {
  if (today < calendar.knownFrom || dueOn < calendar.knownFrom) return null;
  if (today <= dueOn)
    return calendar.reaches(today, remindedBefore) && dueOn <= calendar.addWorkingDays(today, remindedBefore)
      ? 'soon'
      : null;
  if (!calendar.reaches(dueOn, toldWithin) || today > calendar.addWorkingDays(dueOn, toldWithin)) return null;
  return today >= calendar.addWorkingDays(dueOn, escalatedAfter) ? 'escalated' : 'late';
}

/** Between which dates every promise is due of which something may be said on a day: with room for weekends and holidays. */
export function promisesRemindedOf(today: Day): { readonly from: Day; readonly until: Day } {
  return { from: addDays(today, -2 * toldWithin), until: addDays(today, 7 * remindedBefore) };
}
