/**
 * A complaint about personal information: Data Protection Act 2018, s.164A, in force on 19 June 2026. It is acknowledged
 * within 30 calendar days, counted from the day after it came; a last day that is no working day goes to the next one.
 */
import type { Calendar } from '../facts/calendar.js';
import { addDays, type Day, day } from '../facts/days.js';

const dataProtectionFrom = day('2026-06-19');
export const dataProtectionRule = 'Data Protection Act 2018, s.164A';
/** Calendar days, not working days. */
export const dataProtectionDays = 30;

/** Whether the rule was in force when it came. */
export function hasDataProtectionRule(receivedOn: Day): boolean {
  return receivedOn >= dataProtectionFrom;
}

/** The last day for acknowledging it; null where the rule was not in force when it came. */
export function dataProtectionDue(receivedOn: Day, calendar: Calendar): Day | null {
  if (!hasDataProtectionRule(receivedOn)) return null;
  const last = addDays(receivedOn, dataProtectionDays);
  return calendar.isWorkingDay(last) ? last : calendar.nextWorkingDay(last);
}
