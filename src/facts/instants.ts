/**
 * Instants to the minute, for what the law counts in hours. Held as whole minutes since 1 January 1970 in UTC, so that
 * hours that pass are hours that pass, whatever London's clocks do in between.
 */
import { addDays, type Day, dayFromNumber, dayNumber, inWords, parseDay, weekday } from './days.js';

/** Whole minutes since 1 January 1970, 00:00 UTC. */
export type Minute = number;

const minutesInDay = 1440;
const shape = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d{1,6})?)?Z$/;

/** The minute of an instant written in ISO 8601 in UTC; null when the text is none. */
export function parseMinute(text: string): Minute | null {
  const [, date = '', hours = '', minutes = ''] = shape.exec(text) ?? [];
  const on = parseDay(date);
  if (on === null || Number(hours) > 23 || Number(minutes) > 59) return null;
  return dayNumber(on) * minutesInDay + Number(hours) * 60 + Number(minutes);
}

/** An instant that a trusted store holds. Throws on anything else: that is a defect. */
export function minuteOf(text: string): Minute {
  const minute = parseMinute(text);
  if (minute === null) throw new Error(`not an instant: ${JSON.stringify(text)}`);
  return minute;
}

/** ISO 8601 in UTC with milliseconds, as entries hold it. */
export function instantOf(minute: Minute): string {
  const days = Math.floor(minute / minutesInDay);
  return `${dayFromNumber(days)}T${timeText(minute - days * minutesInDay)}:00.000Z`;
}

function timeText(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The last Sunday of a month that has 31 days. */
function lastSunday(year: number, month: '03' | '10'): number {
  const last = `${String(year).padStart(4, '0')}-${month}-31` as Day;
  return dayNumber(addDays(last, -weekday(last)));
}

/** Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October. */
function ahead(minute: Minute): 0 | 60 {
  const year = Number(dayFromNumber(Math.floor(minute / minutesInDay)).slice(0, 4));
  const begins = lastSunday(year, '03') * minutesInDay + 60;
  const ends = lastSunday(year, '10') * minutesInDay + 60;
  return minute >= begins && minute < ends ? 60 : 0;
}

/** London's day at an instant. */
export function londonDayOf(minute: Minute): Day {
  return dayFromNumber(Math.floor((minute + ahead(minute)) / minutesInDay));
}

/** What London's clocks showed at an instant: '14:05'. */
export function londonTimeOf(minute: Minute): string {
  const shown = minute + ahead(minute);
  return timeText(shown - Math.floor(shown / minutesInDay) * minutesInDay);
}

/**
 * The instant at which London's clocks showed a time ('14:05') on a day. Where the hour came twice, the earlier of the
 * two; null where the clocks went past it, so that it never was.
 */
export function londonMinute(on: Day, time: string): Minute | null {
  const asShown = dayNumber(on) * minutesInDay + Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  for (const offset of [60, 0]) if (ahead(asShown - offset) === offset) return asShown - offset;
  return null;
}

/** The first minute of a London day. */
export function startOfDay(on: Day): Minute {
  return londonMinute(on, '00:00') as Minute;
}

/** The last minute of a London day. */
export function endOfDay(on: Day): Minute {
  return startOfDay(addDays(on, 1)) - 1;
}

/** 'Friday 10 April 2026 at 14:05', by London's clocks. */
export function minuteInWords(minute: Minute): string {
  return `${inWords(londonDayOf(minute))} at ${londonTimeOf(minute)}`;
}
