/** The sentences in which the clock of a hazard explains itself. */
import type { Calendar } from '../facts/calendar.js';
import type { Day } from '../facts/days.js';
import { londonDayOf, type Minute, minuteInWords, minuteOf } from '../facts/instants.js';
import type { HazardDuty, Within } from '../law/hazards.js';
import { holidayWords, inFull, workingDays } from './clock-words.js';

/** An instant, or a day of which no time is known. */
export interface When {
  readonly on: Day;
  readonly at: string | null;
}

/** To when a count leads. */
export interface CountedTo {
  readonly due: Day;
  readonly dueAt: string | null;
}

/** From when it is counted. */
export function startWords(duty: HazardDuty, started: When): readonly string[] {
  const what = duty.from === 'HazardNoticed' && started.at !== null ? 'We came to know of it' : null;
  const inHours = 'hours' in duty.within;
  if (inHours && started.at !== null)
    return [`${what ?? 'It was found to be an emergency'} on ${minuteInWords(minuteOf(started.at))}.`];
  const plain = duty.from === 'HazardNoticed' ? 'We came to know of it' : 'It was looked into';
  return inHours
    ? [`${plain} on ${inFull(started.on)}. The time is not known, so the hours run from 00:00 that day.`]
    : [`${plain} on ${inFull(started.on)}.`];
}

/** How it is counted, and where that ends. */
export function countedWords(within: Within, started: When, counted: CountedTo, calendar: Calendar): readonly string[] {
  if ('hours' in within) {
    const end = counted.dueAt === null ? '' : minuteInWords(minuteOf(counted.dueAt));
    return [`${within.hours} hours, through nights, weekends and bank holidays, end on ${end}.`];
  }
  if ('weeks' in within) return [`${within.weeks} calendar weeks end on ${inFull(counted.due)}.`];
  const first = calendar.addWorkingDays(started.on, 1);
  return [
    `Working day one is ${inFull(first)}, the first working day after that day${calendar.isWorkingDay(started.on) ? '' : ', which was none itself'}.`,
    ...holidayWords(calendar.holidaysBetween(started.on, counted.due)),
    `${within.workingDays} working days end on ${inFull(counted.due)}.`,
  ];
}

/** 'within 3 working days'. */
export function withinWords(within: Within): string {
  if ('hours' in within) return `within ${within.hours} hours`;
  return 'weeks' in within ? `within ${within.weeks} weeks` : `within ${workingDays(within.workingDays)}`;
}

/** That it is done, and whether in time. */
export function doneWords(done: When, inHours: boolean, lateBy: string | null): string {
  const inTime = lateBy === null ? 'in time' : `${lateBy} late`;
  if (!inHours) return `Done on ${inFull(done.on)}, ${inTime}.`;
  return done.at === null
    ? `Done on ${inFull(done.on)}, ${inTime}. The time is not known, so the end of that day is taken.`
    : `Done on ${minuteInWords(minuteOf(done.at))}, ${inTime}.`;
}

/** '3 hours', '2 working days'. */
export function lateWords(counted: CountedTo, until: Minute, calendar: Calendar): string {
  if (counted.dueAt !== null) {
    const minutes = until - minuteOf(counted.dueAt);
    if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
    const hours = Math.floor(minutes / 60);
    return hours === 1 ? '1 hour' : `${hours} hours`;
  }
  const day = londonDayOf(until);
  return workingDays(Math.max(1, calendar.workingDaysBetween(counted.due, calendar.nextWorkingDay(day))));
}
