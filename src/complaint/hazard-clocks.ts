/**
 * The clocks of a case's hazards: the duties of law/hazards.ts counted for each. They are no clocks of the Code: nothing
 * rolls, twelve weeks are calendar weeks, and twenty-four hours are hours that pass. They never wait for the complaint, and
 * run on when it is answered, refused or withdrawn. Longer than 250 lines because what starts, meets and ends each duty is read
 * together.
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
  hazardRegulations,
  numberToBeChecked,
  type Within,
} from '../law/hazards.js';
import type { Hazard, HazardInvestigation } from './case.js';
import { inFull } from './clock-words.js';
import type { ClockRules, ClockState } from './clocks.js';
import { type CountedTo, countedWords, doneWords, lateWords, startWords, type When } from './hazard-clock-words.js';
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

/** The first investigation that found what the duty is about. */
function foundFirst(hazard: Hazard, what: (found: HazardInvestigation) => boolean): HazardInvestigation | null {
  return hazard.investigations.find(what) ?? null;
}

/** What starts the duty; null while it is not owed. */
function startOf(duty: HazardDuty, hazard: Hazard, applies: Applies): When | null {
  const noticed: When = { on: hazard.noticedOn, at: hazard.awareAt };
  switch (duty.name) {
    case 'emergency-investigate':
      return hazard.emergency && applies.emergency ? noticed : null;
    case 'emergency-make-safe':
      if (!applies.emergency) return null;
      // An emergency that nobody took for one until it was looked at: the hours run from when that was found.
      return hazard.emergency ? noticed : foundFirst(hazard, (found) => found.emergency);
    case 'investigate':
      return !hazard.emergency && applies.significant ? noticed : null;
    case 'summary':
      return owed(hazard, applies) ? foundFirst(hazard, () => true) : null;
    case 'make-safe': {
      const found = applies.significant
        ? foundFirst(hazard, ({ emergency, significant }) => significant && !emergency)
        : null;
      return found === null || hazard.investigations.some(({ emergency }) => emergency) ? null : found;
    }
    case 'further-work':
      return foundFirst(
        hazard,
        (found) =>
          found.furtherWork && ((found.emergency && applies.emergency) || (found.significant && applies.significant)),
      );
    default:
      return duty.name satisfies never;
  }
}

function owed(hazard: Hazard, applies: Applies): boolean {
  return (
    applies.significant || (applies.emergency && (hazard.emergency || hazard.investigations.some((i) => i.emergency)))
  );
}

function doneOf(duty: HazardDuty, hazard: Hazard): When | null {
  switch (duty.until) {
    case 'HazardInvestigated':
      return hazard.investigations[0] ?? null;
    case 'HazardSummaryGiven':
      return hazard.summary === null ? null : { on: hazard.summary.on, at: null };
    case 'HazardMadeSafe':
      return hazard.madeSafeOn === null ? null : { on: hazard.madeSafeOn, at: hazard.madeSafeAt };
    case 'HazardWorkBegun':
      return hazard.workBegunOn === null ? null : { on: hazard.workBegunOn, at: null };
    default:
      return null;
  }
}

/** What stops it without its being done, with the sentence that says so. */
function endOf(
  duty: HazardDuty,
  hazard: Hazard,
  dueBy: Minute,
): { readonly when: When; readonly words: string } | null {
  const harmless = hazard.investigations.at(-1);
  if (harmless !== undefined && duty.name !== 'summary' && !harmless.emergency && !harmless.significant)
    return { when: harmless, words: 'It was looked into and found to be no significant hazard' };
  if (duty.name === 'emergency-make-safe' && harmless !== undefined && !harmless.emergency)
    return { when: harmless, words: 'It was looked into and found to be no emergency' };
  if (duty.until !== 'HazardMadeSafe') return null;
  const moved = hazard.accommodation.find(({ answer }) => answer === 'moved');
  return moved !== undefined && minuteOfEnd(moved) <= dueBy
    ? { when: moved, words: 'They moved to other accommodation before the time was over' }
    : null;
}

/** A done thing of unknown time is taken as done at the end of its day: the stricter reading. */
function minuteOfEnd(when: When): Minute {
  return when.at === null ? endOfDay(when.on) : minuteOf(when.at);
}

function clockOf(
  duty: HazardDuty,
  hazard: Hazard,
  started: When,
  applies: Applies,
  calendar: Calendar,
  { today, now }: AtTheTime,
): HazardClock {
  const putOff = duty.orWithin !== undefined && hazard.workPutOff !== null ? hazard.workPutOff : null;
  const usual = countedTo(duty.within, started, calendar);
  const counts = putOff !== null && duty.orWithin !== undefined && putOff.on <= usual.due;
  const counted = counts && duty.orWithin !== undefined ? countedTo(duty.orWithin.within, started, calendar) : usual;
  const { due, dueAt } = counted;
  const dueBy = dueMinute(counted);
  const done = doneOf(duty, hazard);
  const end = done === null || minuteOfEnd(done) > dueBy ? endOf(duty, hazard, dueBy) : null;
  const stopped = end !== null && (done === null || minuteOfEnd(end.when) <= minuteOfEnd(done)) ? end : null;
  const finished = stopped?.when ?? done;
  const until = finished === null ? (now === null ? startOfDay(today) : minuteOf(now)) : minuteOfEnd(finished);
  const late = until > dueBy;
  const lateBy = late ? lateWords({ due, dueAt }, until, calendar) : null;
  const state: ClockState =
    finished === null ? (late ? 'overdue' : 'running') : late ? 'late' : stopped === null ? 'met' : 'ended';
  const elsewhere =
    duty.otherwise !== undefined &&
    state === 'overdue' &&
    !hazard.accommodation.some(({ answer }) => answer === 'moved')
      ? duty.otherwise.duty
      : null;
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
    otherwise: elsewhere,
    because: [
      ...applies.because,
      ...startWords(duty, started),
      ...countedWords(duty.within, started, usual, calendar),
      ...(putOff === null
        ? []
        : [
            counts
              ? `It was recorded on ${inFull(putOff.on)} why it can’t begin by then, so it must begin within twelve calendar weeks: by ${inFull(due)}.`
              : `Why it can’t begin in time was recorded on ${inFull(putOff.on)} only, after that day, which moves nothing.`,
          ]),
      ...(stopped === null ? [] : [`${stopped.words}, on ${inFull(stopped.when.on)}.`]),
      ...(stopped !== null || done === null ? [] : [doneWords(done, dueAt !== null, lateBy)]),
      ...(state === 'overdue' ? [`It is not done, and ${lateBy} late.`] : []),
      ...(elsewhere === null ? [] : [`${elsewhere}.`]),
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
