/** A time of day as people type it, and the instant at which London's clocks showed it. */
import { z } from 'zod';
import type { Day } from '../../../facts/days.js';
import { instantOf, londonMinute, londonTimeOf, parseMinute } from '../../../facts/instants.js';

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

/** Null when no time was typed; empty, which every decision refuses, for an hour that the clocks went past. */
export function londonInstant(on: Day, time: string | null): string | null {
  if (time === null) return null;
  const minute = londonMinute(on, time);
  return minute === null ? '' : instantOf(minute);
}

/** The time of an instant as a form shows it. */
export function timeTyped(instant: string): string {
  const minute = parseMinute(instant);
  return minute === null ? '' : londonTimeOf(minute);
}
