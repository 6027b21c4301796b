/**
 * A day as registers write it: 12/04/2023, 2023-04-12, 12-Apr-23, 12 April 2023, Wed 12th April 2023, with a time or
 * without, or a spreadsheet's own number. What can't be a day is said in words that help to mend it.
 */
import { type Day, dayFromNumber, inShortWords, parseDay } from '../../facts/days.js';
import type { DateOrder } from './fields.js';

export type DateRead =
  | { readonly is: 'day'; readonly day: Day }
  | { readonly is: 'blank' }
  /** What is wrong and what to do: the end of a sentence that begins with what was written. */
  | { readonly is: 'unreadable'; readonly because: string };

const blank: DateRead = { is: 'blank' };

/** What people write where there is no date. */
const nothings = new Set(['-', '--', '–', '—', 'n/a', 'na', 'n.a.', 'none', 'nil', 'not applicable', '.', '?', 'tbc']);

/** Whether a cell says that there is nothing. */
export function saysNothing(text: string): boolean {
  return text === '' || nothings.has(text.toLowerCase());
}

const months = new Map<string, number>(
  [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ].flatMap((name, i): [string, number][] => [
    [name, i + 1],
    [name.slice(0, 3), i + 1],
  ]),
);
months.set('sept', 9);

const time = String.raw`(?:[T ,]+(?:at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,6})?)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|GMT|BST|[+-]\d\d:?\d\d))?)?`;
const dayName = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[,.]? *)?';
const isoDate = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${time}$`, 'i');
const numbers = new RegExp(`^${dayName}(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})${time}$`, 'i');
const named = new RegExp(
  `^${dayName}(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[-/. ,]*([a-z]{3,9})[-/. ,']*(\\d{4}|\\d{2})${time}$`,
  'i',
);
const monthFirst = new RegExp(
  `^${dayName}([a-z]{3,9})[-/. ,]*(\\d{1,2})(?:st|nd|rd|th)?[-/. ,']+(\\d{4}|\\d{2})${time}$`,
  'i',
);
const compact = /^(20\d{2}|19\d{2})(\d{2})(\d{2})$/;
const serial = /^(\d{5})(?:\.\d+)?$/;

/** Spreadsheets count from 30 December 1899, as seen from after February 1900. */
const serialZero = -25_569;
/** A register of complaints holds nothing older. */
const oldest = '1980-01-01';

/** The day that a cell tells. `today` decides the century of a year of two digits. */
export function readDate(written: string, order: DateOrder, today: Day): DateRead {
  const text = written.trim().replace(/\s+/g, ' ');
  if (saysNothing(text)) return blank;
  const quick = parseDay(text);
  if (quick !== null) return plausible(quick);
  const parts = partsOf(text, order, today);
  if (parts === 'none') return no('is not a date; write it as 31/12/2023');
  if (typeof parts === 'number') return plausible(dayFromNumber(parts + serialZero));
  const { year, month, date } = parts;
  const day = parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`);
  if (day !== null) return plausible(day);
  // 25/13/2023 under month-first is 25 December to nobody: only a swap that is certain is offered.
  const swapped = parseDay(`${pad(year, 4)}-${pad(date, 2)}-${pad(month, 2)}`);
  return no(
    swapped === null
      ? 'is no day of the calendar; check day, month and year'
      : `has day and month the other way round than the rest; write it as ${inShortWords(swapped)} if that is meant`,
  );
}

type Parts = { readonly year: number; readonly month: number; readonly date: number };

function partsOf(text: string, order: DateOrder, today: Day): Parts | number | 'none' {
  const iso = isoDate.exec(text) ?? compact.exec(text);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), date: Number(iso[3]) };
  const plain = numbers.exec(text);
  if (plain !== null) {
    const [a, b, year] = [Number(plain[1]), Number(plain[2]), yearOf(plain[3] ?? '', today)];
    return order === 'mdy' ? { year, month: a, date: b } : { year, month: b, date: a };
  }
  const words = named.exec(text);
  if (words !== null) return fromName(words[2] ?? '', words[1] ?? '', words[3] ?? '', today);
  const american = monthFirst.exec(text);
  if (american !== null) return fromName(american[1] ?? '', american[2] ?? '', american[3] ?? '', today);
  const counted = serial.exec(text);
  return counted === null ? 'none' : Number(counted[1]);
}

function fromName(name: string, date: string, year: string, today: Day): Parts | 'none' {
  const month = months.get(name.toLowerCase());
  return month === undefined ? 'none' : { year: yearOf(year, today), month, date: Number(date) };
}

/** A year of two digits is of this century, unless that is more than a year ahead. */
function yearOf(digits: string, today: Day): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  const century = Math.trunc(Number(today.slice(0, 4)) / 100) * 100;
  return century + year > Number(today.slice(0, 4)) + 1 ? century - 100 + year : century + year;
}

function plausible(day: Day): DateRead {
  return day < oldest ? no('is too long ago for a complaint; check the year') : { is: 'day', day };
}

function no(because: string): DateRead {
  return { is: 'unreadable', because };
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}

/** In which order day and month stand, by dates that can be read in one way only; null when none of them says. */
export function orderOf(texts: Iterable<string>): DateOrder | null {
  let [dayFirst, monthFirstCount, iso] = [0, 0, 0];
  for (const text of texts) {
    const tidy = text.trim().replace(/\s+/g, ' ');
    if (isoDate.test(tidy)) iso += 1;
    const found = numbers.exec(tidy);
    if (found === null) continue;
    const [a, b] = [Number(found[1]), Number(found[2])];
    if (a > 12 && b <= 12) dayFirst += 1;
    if (b > 12 && a <= 12) monthFirstCount += 1;
  }
  if (dayFirst === 0 && monthFirstCount === 0) return iso > 0 ? 'iso' : null;
  return monthFirstCount > dayFirst ? 'mdy' : 'dmy';
}

/** Whether a text looks like a date at all: for finding out which columns hold dates. */
export function looksLikeDate(text: string): boolean {
  const tidy = text.trim();
  return isoDate.test(tidy) || numbers.test(tidy) || named.test(tidy) || monthFirst.test(tidy);
}
