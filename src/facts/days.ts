/**
 * A day is a London calendar date, written `YYYY-MM-DD`. Nothing here knows what today is: today comes in by the door.
 */
declare const dayBrand: unique symbol;
export type Day = string & { readonly [dayBrand]: true };

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const msInDay = 86_400_000;

/** Whole days since 1 January 1970 of a day; the form in which days are counted. */
export function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / msInDay;
}

/** The day that is `n` whole days after 1 January 1970. */
export function dayFromNumber(n: number): Day {
  return new Date(n * msInDay).toISOString().slice(0, 10) as Day;
}

/** A day from text, or null when the text is no real calendar date in the form `YYYY-MM-DD`. */
export function parseDay(text: unknown): Day | null {
  if (typeof text !== 'string' || !shape.test(text)) return null;
  const day = text as Day;
  const n = dayNumber(day);
  return Number.isFinite(n) && dayFromNumber(n) === day ? day : null;
}

/** A day that the code itself states, or that a trusted store holds. Throws on anything else: that is a defect. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a calendar date: ${JSON.stringify(text)}`);
  return parsed;
}

/** The calendar day `n` days after (or, negative, before) a day. */
export function addDays(from: Day, n: number): Day {
  return dayFromNumber(dayNumber(from) + n);
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 0 Sunday to 6 Saturday. */
export function weekday(on: Day): number {
  return (((dayNumber(on) + 4) % 7) + 7) % 7;
}

/** A day in words: 'Friday 10 April 2026'. */
export function inWords(on: Day): string {
  return `${weekdays[weekday(on)]} ${Number(on.slice(8, 10))} ${months[Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}`;
}

/** A day in words without its weekday, for tables: '10 April 2026'. */
export function inShortWords(on: Day): string {
  return `${Number(on.slice(8, 10))} ${months[Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}`;
}
