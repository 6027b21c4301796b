/**
 * When whoever sees to it is reminded of what an Ombudsman waits for: a week of working days before, the day before, and
 * once it is late; managers hear of it when it has been late for a week. Counted in working days, late also on a day off.
 */
import type { Calendar } from '../facts/calendar.js';
import type { Day } from '../facts/days.js';

/** Working days before the date; below nought, after it. */
const ombudsmanReminders = [5, 1, -1, -5] as const;
export type OmbudsmanReminder = (typeof ombudsmanReminders)[number];

/** What came due long ago, before anybody was reminded, is on the list and in no message. */
const toldWithin = 20;

/** The reminder that a day has reached; null where none is, or the calendar does not know these days. */
export function ombudsmanReminderDue(dueOn: Day, today: Day, calendar: Calendar): OmbudsmanReminder | null {
  if (today < calendar.knownFrom || dueOn < calendar.knownFrom) return null;
  if (today <= dueOn) {
    for (const before of [1, 5] as const)
      if (calendar.reaches(today, before) && dueOn <= calendar.addWorkingDays(today, before)) return before;
    return null;
  }
  if (!calendar.reaches(dueOn, toldWithin) || today > calendar.addWorkingDays(dueOn, toldWithin)) return null;
  return today >= calendar.addWorkingDays(dueOn, 5) ? -5 : -1;
}
