/** Days and instants as the shell hands them to the pure rooms: a London calendar day, an instant in milliseconds. */
import type { Day } from '../facts/days.js';

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in London at an instant. */
export function londonDay(at: Date): Day {
  return london.format(at) as Day;
}

const instant = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?(?:\+00(?::?00)?|Z)$/;

/**
 * PostgreSQL's text of an instant, in UTC, as ISO 8601 in milliseconds. More digits than three are kept, not cut: the
 * hash then no longer fits, and a change there is seen.
 */
export function isoInstant(text: string): string {
  const found = instant.exec(text);
  if (!found) return text;
  const fraction = (found[3] ?? '').padEnd(3, '0');
  return `${found[1]}T${found[2]}.${fraction}Z`;
}
