/** When the demonstration happened: working days before the day of loading, and the hours at which people write down. */
import type { Calendar } from '../../src/facts/calendar.js';
import { addDays, type Day, dayFromNumber, dayNumber, weekday } from '../../src/facts/days.js';
import type { Receipt, When } from './script.js';
import type { World } from './world.js';

/** The n-th working day before the day of loading; 0 is that day itself. A weekend makes nothing late by itself. */
export function workingDaysAgo(n: number, loadedOn: Day, calendar: Calendar): Day {
  return n === 0 ? loadedOn : calendar.countBack(calendar.nextWorkingDay(loadedOn), n);
}

export function dayOf(when: When, from: Day, loadedOn: Day, calendar: Calendar): Day {
  return typeof when === 'number' ? calendar.addWorkingDays(from, when) : workingDaysAgo(when.ago, loadedOn, calendar);
}

/** That many days from the loading, or the next on which staff are at work, and never after the loading. */
export function dayAtWork({ loadedOn, rules }: Pick<World, 'loadedOn' | 'rules'>, days: number): Day {
  let on = addDays(loadedOn, days);
  while (!rules.calendar.isWorkingDay(on) && on < loadedOn) on = addDays(on, 1);
  return on;
}

/** When it was first heard, and when someone wrote it down. */
export function receiptDays(
  { ago, daysEarlier = 0, loggedAfter = 0 }: Receipt,
  loadedOn: Day,
  calendar: Calendar,
): { readonly heard: Day; readonly written: Day; readonly counts: Day } {
  const counts = workingDaysAgo(ago, loadedOn, calendar);
  const heard = addDays(counts, -daysEarlier);
  const after = calendar.addWorkingDays(counts, loggedAfter);
  return { heard, written: loggedAfter === 0 ? heard : after, counts: after };
}

/** A minute of a London day as an instant, in milliseconds. */
export function londonInstant(on: Day, minute: number): number {
  const clockTime = dayNumber(on) * 86_400_000 + minute * 60_000;
  return isSummerTime(clockTime) ? clockTime - 3_600_000 : clockTime;
}

/** The clocks go forward at 1 a.m. on the last Sunday of March and back at 2 a.m. on the last Sunday of October. */
function isSummerTime(clockTime: number): boolean {
  const year = dayFromNumber(Math.floor(clockTime / 86_400_000)).slice(0, 4);
  const begins = dayNumber(lastSunday(`${year}-03-31` as Day)) * 86_400_000 + 2 * 3_600_000;
  const ends = dayNumber(lastSunday(`${year}-10-31` as Day)) * 86_400_000 + 2 * 3_600_000;
  return clockTime >= begins && clockTime < ends;
}

function lastSunday(lastOfMonth: Day): Day {
  return addDays(lastOfMonth, -weekday(lastOfMonth));
}

/** The minutes of a day's acts in one case: mail early, staff between nine and five, each after the one before. */
export function timekeeper(seed: string, now: number) {
  let last = 0;
  let turn = 0;
  return (on: Day, who: 'mail' | 'staff'): string => {
    turn += 1;
    const at = who === 'mail' ? 390 + scatter(`${seed} ${turn}`, 130) : 545 + scatter(`${seed} ${turn}`, 300);
    const wanted = londonInstant(on, at) + scatter(`${turn} ${seed}`, 60_000);
    // What has come today was written a little before now, however early in the day the demonstration is loaded.
    const latest = Math.max(londonInstant(on, 0), now - 60_000);
    last = Math.max(Math.min(wanted, latest), last + 1_000);
    return new Date(last).toISOString();
  };
}

/** The same number for the same text, from 0 and below `below`, far apart for texts that are nearly the same. */
function scatter(text: string, below: number): number {
  let n = 2_166_136_261;
  for (const letter of text) n = Math.imul(n ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  n = Math.imul(n ^ (n >>> 15), 2_246_822_507);
  n = Math.imul(n ^ (n >>> 13), 3_266_489_909);
  return ((n ^ (n >>> 16)) >>> 0) % below;
}
