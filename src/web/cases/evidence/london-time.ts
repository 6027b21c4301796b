/** A time of day as people type it, and the instant at which London's clocks showed it. */
import { z } from 'zod';
import type { Day } from '../../../facts/days.js';

/** '14:30', '14.30' or '9:05' as '14:30'; null when left empty. */
export function clockTime() {
  return z
    .string()
    .trim()
    .default('')
    .transform((text, context): string | null => {
      if (text === '') return null;
      const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(text) ?? [];
      if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) {
        context.addIssue({ code: 'custom', message: 'Enter a time in hours and minutes, like 14:30' });
        return z.NEVER;
      }
      return `${hours.padStart(2, '0')}:${minutes}`;
    });
}

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });

/** Winter time is tried first, then summer time. */
export function londonInstant(day: Day, time: string): string {
  const asTyped = `${day} ${time}`;
  const winter = new Date(`${day}T${time}:00.000Z`);
  if (london.format(winter) === asTyped) return winter.toISOString();
  return new Date(winter.getTime() - 3_600_000).toISOString();
}
