/** A target as people write it: a day when it is one, else kept in its own words ('tbc', 'next committee meeting'). */
import { addDays, type Day, parseDay } from '../facts/days.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function made(year: string, month: number, dayOfMonth: string): Day | null {
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
}

function lastOf(year: string, month: number): Day | null {
  const next = month === 12 ? made(String(Number(year) + 1), 1, '1') : made(year, month + 1, '1');
  return next === null ? null : addDays(next, -1);
}

/**
 * The day that a target names: '31 March 2021', 'March 31 2021', '31/3/2021', '2021-03-31'. A month alone means its last
 * day. Null when it names none, or says itself that it is not settled.
 */
export function targetFrom(words: string): Day | null {
  const text = words.trim();
  if (text === '' || /\b(tbc|tba|ongoing|to be (confirmed|agreed))\b/i.test(text)) return null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) return parseDay(text);
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (slashed !== null) return made(slashed[3] ?? '', Number(slashed[2]), slashed[1] ?? '');
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(text);
  if (dayFirst !== null) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text);
  if (monthFirst !== null) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  const monthAlone = /^(?:by |end of |by the end of )?([a-z]{3,9})\.?\s+(\d{4})$/i.exec(text);
  if (monthAlone !== null) {
    const month = monthOf(monthAlone[1] ?? '');
    return month === 0 ? null : lastOf(monthAlone[2] ?? '', month);
  }
  return null;
}

function named(year = '', month = '', dayOfMonth = ''): Day | null {
  const number = monthOf(month);
  return number === 0 ? null : made(year, number, dayOfMonth);
}
