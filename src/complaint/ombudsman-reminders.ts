/**
 * When whoever sees to it is reminded of what an Ombudsman waits for: a week of working days before, the day before, and
 * once it is late; managers hear of it when it has been late for a week. Counted in working days, late also on a day off.
 * What states no date is brought to mind once, so that somebody asks the Ombudsman for it.
 */
import type { Calendar } from '../facts/calendar.js';
import { addDays, type Day } from '../facts/days.js';
import { isWithin, lateTold, stillTold } from './reminder-days.js';

/** Working days before the date: time enough to ask the Ombudsman for more of it, and a last word. */
const [first, last] = [5, 1] as const;
/** Once it is late, and when managers hear of it too: a week after, as of anything that is late. */
const [late, managersToo] = [-1, -5] as const;
/** The step of what states no date. */
const dateToAskFor = 0;

/** Working days before the date; below nought, after it. */
export type OmbudsmanReminder = typeof first | typeof last | typeof dateToAskFor | typeof late | typeof managersToo;

/** How soon what is due stands on a first page: a week in the calendar, late or not. */
export const ombudsmanSoonDays = 7;

/** The reminder that a day has reached; null where none is, or the calendar does not know these days. */
export function ombudsmanReminderDue(dueOn: Day | null, today: Day, calendar: Calendar): OmbudsmanReminder | null {
  if (dueOn === null) return dateToAskFor;
  if (today < calendar.knownFrom || dueOn < calendar.knownFrom) return null;
  if (today <= dueOn) return [last, first].find((before) => isWithin(dueOn, today, before, calendar)) ?? null;
  const told = lateTold(dueOn, today, calendar);
  return told === null ? null : told === 'managers' ? managersToo : late;
}

/** Whether managers hear of it beside whoever sees to it. */
export function managersHear(step: OmbudsmanReminder): boolean {
  return step === managersToo;
}

/** Between which dates everything is due that may be brought to mind on a day: with room for weekends and holidays. */
export function remindedOf(today: Day): { readonly from: Day; readonly until: Day } {
  return { from: stillTold(today), until: addDays(today, 3 * first) };
}
