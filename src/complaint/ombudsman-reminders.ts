/**
 * When whoever sees to it is reminded of what an Ombudsman waits for: a week of working days before, the day before, and
 * once it is late; managers hear of it when it has been late for a week. Counted in working days, late also on a day off.
 * What states no date is brought to mind once, so that somebody asks the Ombudsman for it.
 */
import type { Calendar } from '../facts/calendar.js';
import { addDays, type Day } from '../facts/days.js';

/** Working days before the date: time enough to ask the Ombudsman for more of it, and a last word. */
const [first, last] = [5, 1] as const;
/** Working days after it at which managers hear of it too. */
const managersAfter = 5;
/** The step of what states no date. */
const dateToAskFor = 0;

/** Working days before the date; below nought, after it. */
export type OmbudsmanReminder = typeof first | typeof last | typeof dateToAskFor | -1 | -5;

/** What came due long ago, before anybody was reminded, is on the list and in no message. */
const toldWithin = 20;

/** How soon what is due stands on a first page: a week in the calendar, late or not. */
export const ombudsmanSoonDays = 7;

/** The reminder that a day has reached; null where none is, or the calendar does not know these days. */
export function ombudsmanReminderDue(dueOn: Day | null, today: Day, calendar: Calendar): OmbudsmanReminder | null {
  if (dueOn === null) return dateToAskFor;
  if (today < calendar.knownFrom || dueOn < calendar.knownFrom) return null;
  if (today <= dueOn) {
    for (const before of [last, first])
      if (calendar.reaches(today, before) && dueOn <= calendar.addWorkingDays(today, before)) return before;
    return null;
  }
  if (!calendar.reaches(dueOn, toldWithin) || today > calendar.addWorkingDays(dueOn, toldWithin)) return null;
  return today >= calendar.addWorkingDays(dueOn, managersAfter) ? -5 : -1;
}

/** Whether managers hear of it beside whoever sees to it. */
export function managersHear(step: OmbudsmanReminder): boolean {
  return step === -5;
}

/** Between which dates everything is due that may be brought to mind on a day: with room for weekends and holidays. */
export function remindedOf(today: Day): { readonly from: Day; readonly until: Day } {
  return { from: addDays(today, -2 * toldWithin), until: addDays(today, 3 * first) };
}
