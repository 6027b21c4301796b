/**
 * The working days of England and Wales: Monday to Friday less the bank holidays.
 *
 * Counting is one look-up in a table of whole numbers. The calendar knows its first and last day and refuses to count
 * past them, since a date that silently leaves out holidays nobody has announced yet would be wrong: it throws
 * `BeyondTheCalendar`, whose message is a plain sentence that may be shown as it stands.
 */
import { bankHolidays } from './bank-holidays.js';
import { type Day, day, dayFromNumber, dayNumber, inWords } from './days.js';

export interface Holiday {
  readonly on: Day;
  readonly title: string;
}

export interface Calendar {
  readonly knownFrom: Day;
  readonly knownUntil: Day;
  /** In the order of their days; those that fall on a weekend are left out, since they change no count. */
  readonly holidays: readonly Holiday[];
  /** Whether the day is one of those that it knows. */
  knows(day: Day): boolean;
  isWorkingDay(day: Day): boolean;
  /** What the bank holiday on a day is called; null when the day is none. */
  holidayOn(day: Day): string | null;
  /** The day itself when it is a working day, else the first one after it. */
  nextWorkingDay(day: Day): Day;
  /** The n-th working day after a day; with 0 the day itself, working day or not. */
  addWorkingDays(from: Day, n: number): Day;
  /** The n-th working day before a day; with 0 the day itself. */
  countBack(from: Day, n: number): Day;
  /** How many working days come after `from` up to and including `to`; below 0 when `to` is the earlier one. */
  workingDaysBetween(from: Day, to: Day): number;
  /** The bank holidays after `from` up to and including `to`. */
  holidaysBetween(from: Day, to: Day): readonly Holiday[];
  /** Whether the day, and the n-th working day after it, are within what is known. */
  reaches(from: Day, n: number): boolean;
  /** As `addWorkingDays` of 1 or more, on day numbers, for counting by the million; -1 when that leads past what is known. */
  addToNumber(from: number, n: number): number;
  /** The same calendar with more holidays, and known for longer if the landlord says so. */
  with(extra: readonly (Day | Holiday)[], knownUntil?: Day): Calendar;
}

export class BeyondTheCalendar extends Error {
  override readonly name = 'BeyondTheCalendar';
}

const untitled = 'a bank holiday';
const sunday = 0;
const saturday = 6;

/** A calendar of these holidays; known for 2018 to 2028 unless said otherwise. */
export function calendarOf(
  holidays: readonly (Day | Holiday)[],
  known: { readonly from: Day; readonly until: Day } = { from: day('2018-01-01'), until: day('2028-12-31') },
): Calendar {
  const base = dayNumber(known.from);
  const length = dayNumber(known.until) - base + 1;
  if (length < 1) throw new Error(`a calendar from ${known.from} until ${known.until} has no days`);

  const titles = new Map<Day, string>();
  for (const h of holidays) {
    const holiday = typeof h === 'string' ? { on: h, title: untitled } : h;
    if (!titles.has(holiday.on) || titles.get(holiday.on) === untitled) titles.set(holiday.on, holiday.title);
  }

  /** `upTo[i]`: working days from the first day up to and including day i. `nth[k]`: which day is the k-th, from 0. */
  const upTo = new Int32Array(length);
  const nth = new Int32Array(length);
  const texts: Day[] = new Array(length);
  const listed: Holiday[] = [];
  let count = 0;
  for (let i = 0; i < length; i++) {
    const text = dayFromNumber(base + i);
    texts[i] = text;
    const weekday = (((base + i + 4) % 7) + 7) % 7;
    if (weekday !== sunday && weekday !== saturday) {
      const title = titles.get(text);
      if (title === undefined) nth[count++] = i;
      else listed.push({ on: text, title });
    }
    upTo[i] = count;
  }

  /** As `nth`, as day numbers. */
  const numbers = nth.slice(0, count).map((i) => i + base);

  const span = `The calendar of working days is known from ${inWords(known.from)} to ${inWords(known.until)}`;
  function beyond(what: string): never {
    throw new BeyondTheCalendar(`${span}, and ${what}.`);
  }
  function indexOf(d: Day): number {
    const i = dayNumber(d) - base;
    if (!(i >= 0 && i < length)) beyond(`${inWords(d)} lies outside it`);
    return i;
  }
  function at(i: number): Day {
    return texts[i] as Day;
  }
  /** The k-th working day of all, from 0; k below 0 or past the end is beyond. */
  function nthWorkingDay(k: number, from: number): number {
    if (k < 0 || k >= count) beyond(`counting from ${inWords(at(from))} leads outside it`);
    return nth[k] as number;
  }
  function isWorking(i: number): boolean {
    return (upTo[i] as number) !== (i === 0 ? 0 : (upTo[i - 1] as number));
  }
  function add(i: number, n: number): number {
    return n === 0 ? i : nthWorkingDay((upTo[i] as number) + n - 1, i);
  }
  function back(i: number, n: number): number {
    return n === 0 ? i : nthWorkingDay((upTo[i] as number) - (isWorking(i) ? 1 : 0) - n, i);
  }
  /** The first holiday after a day number, by halving. */
  function firstAfter(d: Day): number {
    let low = 0;
    let high = listed.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((listed[middle] as Holiday).on > d) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  return {
    knownFrom: known.from,
    knownUntil: known.until,
    holidays: listed,
    knows: (d) => d >= known.from && d <= known.until,
    isWorkingDay: (d) => isWorking(indexOf(d)),
    holidayOn: (d) => titles.get(d) ?? null,
    nextWorkingDay(d) {
      const i = indexOf(d);
      return isWorking(i) ? d : at(add(i, 1));
    },
    addWorkingDays: (from, n) => (n < 0 ? at(back(indexOf(from), -n)) : at(add(indexOf(from), n))),
    countBack: (from, n) => at(back(indexOf(from), n)),
    workingDaysBetween: (from, to) => (upTo[indexOf(to)] as number) - (upTo[indexOf(from)] as number),
    holidaysBetween(from, to) {
      const first = firstAfter(from);
      return listed.slice(first, Math.max(first, firstAfter(to)));
    },
    reaches(from, n) {
      const i = dayNumber(from) - base;
      return i >= 0 && i < length && (upTo[i] as number) + n - 1 < count;
    },
    addToNumber: (from, n) => {
      const last = upTo[from - base] as number;
      return n > 0 && last + n <= numbers.length ? (numbers[last + n - 1] as number) : -1;
    },
    with: (extra, knownUntil) =>
      calendarOf([...holidays, ...extra], { from: known.from, until: knownUntil ?? known.until }),
  };
}

export const englandAndWales: Calendar = calendarOf(
  bankHolidays.map(([on, title]): Holiday => ({ on: day(on), title })),
);
