/**
 * A day is a London calendar date, written `YYYY-MM-DD`. Nothing here knows what today is: today comes in by the door.
 *
 * Days are counted as whole numbers since 1 January 1970, worked out with integers alone, so that no time zone and no
 * summer time can ever shift one.
 */
declare const dayBrand: unique symbol;
export type Day = string & { readonly [dayBrand]: true };

const zero = 48;

/** The two or four digits at a place, as a number. */
function digits(text: string, at: number, count: number): number {
  let n = 0;
  for (let i = at; i < at + count; i++) n = n * 10 + text.charCodeAt(i) - zero;
  return n;
}

/** Whole days since 1 January 1970 of a date; years are reckoned from March, so that the leap day comes last. */
function numberOf(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function textOf(n: number): string {
  const shifted = n + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Whole days since 1 January 1970 of a day; the form in which days are counted. */
export function dayNumber(day: Day): number {
  return numberOf(digits(day, 0, 4), digits(day, 5, 2), digits(day, 8, 2));
}

/** The day that is `n` whole days after 1 January 1970. */
export function dayFromNumber(n: number): Day {
  return textOf(n) as Day;
}

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** A day from text, or null when the text is no real calendar date in the form `YYYY-MM-DD`. */
export function parseDay(text: unknown): Day | null {
  if (typeof text !== 'string' || !shape.test(text)) return null;
  const month = digits(text, 5, 2);
  if (month < 1 || month > 12) return null;
  const day = text as Day;
  return textOf(dayNumber(day)) === text ? day : null;
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

/** The earliest of some days; null when there is none. */
export function earliest(...days: readonly (Day | null)[]): Day | null {
  let first: Day | null = null;
  for (const d of days) if (d !== null && (first === null || d < first)) first = d;
  return first;
}

/** The latest of some days; null when there is none. */
export function latest(...days: readonly (Day | null)[]): Day | null {
  let last: Day | null = null;
  for (const d of days) if (d !== null && (last === null || d > last)) last = d;
  return last;
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
  return `${weekdays[weekday(on)]} ${inShortWords(on)}`;
}

/** A day in words without its weekday, for tables: '10 April 2026'. */
export function inShortWords(on: Day): string {
  return `${digits(on, 8, 2)} ${months[digits(on, 5, 2) - 1]} ${on.slice(0, 4)}`;
}

/** The Sunday that ends the week of a day. */
export function endOfWeek(on: Day): Day {
  return addDays(on, (7 - weekday(on)) % 7);
}
