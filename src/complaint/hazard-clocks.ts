/**
 * The clocks of a case's hazards: the duties of law/hazards.ts counted for each. They are no clocks of the Code: nothing
 * rolls, twelve weeks are calendar weeks, and twenty-four hours are hours that pass. They never wait for the complaint, and
 * run on when it is answered, refused or withdrawn.
 */
import { BeyondTheCalendar, type Calendar } from '../facts/calendar.js';
import { addDays, type Day } from '../facts/days.js';
import type { HazardId } from '../facts/happened.js';
import {
  endOfDay,
  instantOf,
  londonDayOf,
  londonTimeOf,
  type Minute,
  minuteOf,
  startOfDay,
} from '../facts/instants.js';
import {
  type HazardDuty,
  type HazardDutyName,
  hazardDuties,
  hazardDuty,
  hazardRegulations,
  numberToBeChecked,
  type Within,
} from '../law/hazards.js';
import type { Hazard } from './case.js';
import { inFull } from './clock-words.js';
import type { ClockRules, ClockState } from './clocks.js';
import { endOf, minuteOfEnd, startOf, whenOf } from './duty-of-hazard.js';
import {
  type CountedTo,
  countedWords,
  doneWords,
  lateWords,
  startWords,
  type When,
  withinWords,
} from './hazard-clock-words.js';
import { type Applies, limitsApply, type WithHazards } from './hazards.js';

export interface HazardClock {
  readonly hazard: HazardId;
  readonly duty: HazardDutyName;
  /** What has to be done, in a few words. */
  readonly what: string;
  /** 'regulation 6 of SI 2025/1042' */
  readonly regulation: string;
  readonly from: Day;
  readonly due: Day;
  /** For what runs in hours: the instant, ISO 8601 in UTC; else it is due by the end of the day. */
  readonly dueAt: string | null;
  readonly doneOn: Day | null;
  /** The day on which it stopped without being done: found harmless, or they live elsewhere meanwhile. */
  readonly endedOn: Day | null;
  readonly state: ClockState;
  /** '3 hours', '2 working days'; null when it is not late. */
  readonly lateBy: string | null;
  /** Owed since the due day, where it is not done in time and nobody moved. */
  readonly otherwise: string | null;
  readonly because: readonly string[];
}

/** Today, and the instant when it is known; what is projected is worked out without one. */
export interface AtTheTime {
  readonly today: Day;
  readonly now: string | null;
}

/** Every hazard clock of a case, running or finished. Throws `BeyondTheCalendar` as `clocks` does. */
export function hazardClocks(
  c: WithHazards,
  rules: Pick<ClockRules, 'calendar' | 'hazardPhases'>,
  at: AtTheTime,
): HazardClock[] {
  if (c.importTakenBack) return [];
  return c.hazards.flatMap((hazard) => {
    const applies = limitsApply(hazard, c.tenure, rules);
    return hazardDuties.flatMap((duty) => {
      const started = startOf(duty, hazard, applies);
      return started === null ? [] : [clockOf(duty, hazard, started, applies, rules.calendar, at)];
    });
  });
}

export type HazardClocksOrWhyNot =
  | { readonly ok: true; readonly clocks: readonly HazardClock[] }
  | { readonly ok: false; readonly words: string };

/** The clocks, or the sentence that says why they can't be worked out. */
export function hazardClocksOrWhyNot(c: WithHazards, rules: ClockRules, at: AtTheTime): HazardClocksOrWhyNot {
  try {
    return { ok: true, clocks: hazardClocks(c, rules, at) };
  } catch (thrown) {
    if (thrown instanceof BeyondTheCalendar) return { ok: false, words: thrown.message };
    throw thrown;
  }
}

/** Whether it is still to be done. */
export function runsStill(clock: Pick<HazardClock, 'state'>): boolean {
  return clock.state === 'running' || clock.state === 'overdue';
}

/** The instant by which it is due: its own, or the last minute of its day. */
export function dueMinute(clock: Pick<HazardClock, 'due' | 'dueAt'>): Minute {
  return clock.dueAt === null ? endOfDay(clock.due) : minuteOf(clock.dueAt);
}

/** What a landlord owes instead of a duty that is late, while they live there still; null when nothing. */
export function owedInstead(duty: HazardDutyName, { late, moved }: { late: boolean; moved: boolean }): string | null {
  return late && !moved ? (hazardDuty(duty).otherwise?.duty ?? null) : null;
}

/** To when a duty counts, and why: the usual time, or the longer one where the reasons for it were recorded in that. */
function countOf(
  duty: HazardDuty,
  hazard: Hazard,
  started: When,
  calendar: Calendar,
): CountedTo & { readonly because: readonly string[] } {
  const usual = countedTo(duty.within, started, calendar);
  const because = [...startWords(duty, started), ...countedWords(duty.within, started, usual, calendar)];
  const { orWithin } = duty;
  const putOff = orWithin === undefined ? null : whenOf(hazard, orWithin.by);
  if (orWithin === undefined || putOff === null) return { ...usual, because };
  if (minuteOfEnd(putOff) > dueMinute(usual))
    return {
      ...usual,
      because: [
        ...because,
        `Why it can’t begin in time was recorded on ${inFull(putOff.on)} only, after that day, which moves nothing.`,
      ],
    };
  const longer = countedTo(orWithin.within, started, calendar);
  return {
    ...longer,
    because: [
      ...because,
      `It was recorded on ${inFull(putOff.on)} why it can’t begin by then, so it must begin ${withinWords(orWithin.within)}: by ${inFull(longer.due)}.`,
    ],
  };
}

function clockOf(
  duty: HazardDuty,
  hazard: Hazard,
  started: When,
  applies: Applies,
  calendar: Calendar,
  { today, now }: AtTheTime,
): HazardClock {
  const { due, dueAt, because } = countOf(duty, hazard, started, calendar);
  const dueBy = dueMinute({ due, dueAt });
  const done = whenOf(hazard, duty.until);
  const end = done === null || minuteOfEnd(done) > dueBy ? endOf(duty, hazard, dueBy) : null;
  const stopped = end !== null && (done === null || minuteOfEnd(end.when) <= minuteOfEnd(done)) ? end : null;
  const finished = stopped?.when ?? done;
  const until = finished === null ? (now === null ? startOfDay(today) : minuteOf(now)) : minuteOfEnd(finished);
  const late = until > dueBy;
  const lateBy = late ? lateWords({ due, dueAt }, until, calendar) : null;
  const state: ClockState =
    finished === null ? (late ? 'overdue' : 'running') : late ? 'late' : stopped === null ? 'met' : 'ended';
  const moved = whenOf(hazard, 'HazardAccommodationOffered') !== null;
  const otherwise = owedInstead(duty.name, { late: state === 'overdue', moved });
  return {
    hazard: hazard.id,
    duty: duty.name,
    what: duty.duty,
    regulation: `${duty.regulation} of ${hazardRegulations}`,
    from: started.on,
    due,
    dueAt,
    doneOn: stopped === null ? (done?.on ?? null) : null,
    endedOn: stopped?.when.on ?? null,
    state,
    lateBy,
    otherwise,
    because: [
      ...applies.because,
      ...because,
      ...(stopped === null ? [] : [`${stopped.words}, on ${inFull(stopped.when.on)}.`]),
      ...(stopped !== null || done === null ? [] : [doneWords(done, dueAt !== null, lateBy)]),
      ...(state === 'overdue' ? [`It is not done, and ${lateBy} late.`] : []),
      ...(otherwise === null ? [] : [`${otherwise}.`]),
      ...(duty.numberRead ? [] : [numberToBeChecked]),
    ],
  };
}

function countedTo(within: Within, started: When, calendar: Calendar): CountedTo {
  if ('hours' in within) {
    const from = started.at === null ? startOfDay(started.on) : minuteOf(started.at);
    const end = from + within.hours * 60;
    return { due: londonDayOf(end), dueAt: instantOf(end) };
  }
  if ('weeks' in within) return { due: addDays(started.on, within.weeks * 7), dueAt: null };
  // From the day itself, whatever day it is: the first working day after it is working day one.
  return { due: calendar.addWorkingDays(started.on, within.workingDays), dueAt: null };
}

/** 'by 14:30' for what runs in hours, else nothing: the day stands beside it. */
export function byWhatTime(clock: Pick<HazardClock, 'dueAt'>): string | null {
  return clock.dueAt === null ? null : `by ${londonTimeOf(minuteOf(clock.dueAt))}`;
}
