/** The sentences in which a clock explains itself, for a policy officer and a resident alike. */
import type { Calendar, Holiday } from '../facts/calendar.js';
import { type Day, inWords } from '../facts/days.js';

const remembered = new Map<Day, string>();

/** A day in words; the same few thousand days are said again and again, so they are remembered. */
export function inFull(on: Day): string {
  const known = remembered.get(on);
  if (known !== undefined) return known;
  const words = inWords(on);
  if (remembered.size < 10_000) remembered.set(on, words);
  return words;
}

/** '1 working day', '10 working days'. */
export function workingDays(n: number): string {
  return n === 1 ? '1 working day' : `${n} working days`;
}

/** 'Received on Saturday 7 March 2026, which is not a working day, so day zero is Monday 9 March 2026.' */
export function startWords(what: string, on: Day, dayZero: Day, calendar: Calendar): string {
  if (calendar.isWorkingDay(on)) return `${what} on ${inFull(on)}, which is day zero.`;
  const holiday = calendar.holidayOn(on);
  const named = holiday === null ? inFull(on) : `${inFull(on)} (${holiday})`;
  return dayZero === on
    ? `${what} on ${named}, which is not a working day; by the stricter rule that this landlord has set it is day zero all the same.`
    : `${what} on ${named}, which is not a working day, so day zero is ${inFull(dayZero)}.`;
}

/** 'Friday 3 April 2026 (Good Friday) is a bank holiday and is not counted.' Empty when there is none. */
export function holidayWords(holidays: readonly Holiday[]): readonly string[] {
  if (holidays.length === 0) return [];
  const named = holidays.map((h) => `${inFull(h.on)} (${h.title})`);
  const last = named.at(-1) as string;
  if (named.length === 1) return [`${last} is a bank holiday and is not counted.`];
  return [`${named.slice(0, -1).join(', ')} and ${last} are bank holidays and are not counted.`];
}
