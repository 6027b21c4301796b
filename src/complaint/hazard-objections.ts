/** What commonly speaks against recording something about a hazard. */
import { type Day, inWords } from '../facts/days.js';
import type { HazardId } from '../facts/happened.js';
import { londonDayOf, londonTimeOf, minuteInWords, minuteOf, parseMinute } from '../facts/instants.js';
import type { Case, Hazard } from './case.js';
import { no, notTakenBack, type Objection } from './objections.js';
import type { Context, Refusal } from './refusals.js';

/** The hazard of that id; null when the case has none. */
export function hazardOf(c: Case, id: HazardId): Hazard | null {
  return c.hazards.find((hazard) => hazard.id === id) ?? null;
}

/** The hazard is one of the case. An import taken back has none; any other case goes on here, also when it is over. */
export function hazardIs(c: Case, id: HazardId): Objection {
  return (
    notTakenBack(c) ??
    (hazardOf(c, id) === null
      ? no('no-such-hazard', 'That hazard is not one of this case. Choose another.', { field: 'hazard' })
      : null)
  );
}

/** Somebody had looked into it by that day. */
export function investigatedBy(c: Case, id: HazardId, on: Day): Objection {
  const hazard = hazardOf(c, id);
  const first = hazard?.investigations[0];
  if (hazard === null || (first !== undefined && first.on <= on)) return null;
  return no('not-investigated', 'Nobody had looked into it by then. Record the investigation first.', {
    field: 'hazard',
  });
}

/** Something about a hazard happened after anybody knew of it, and not in the future; at a time of that very day. */
export function whenOfHazard(
  c: Case,
  { hazard, on, at }: { readonly hazard: HazardId; readonly on: Day; readonly at: string | null },
  context: Context,
): readonly Refusal[] {
  const noticed = hazardOf(c, hazard);
  if (on > context.today)
    return [
      no('in-the-future', 'The day is in the future. Enter the day it happened, today or earlier.', { field: 'on' }),
    ];
  if (noticed !== null && on < noticed.noticedOn)
    return [
      no(
        'before-it-was-known',
        `The day is before we came to know of the hazard, ${inWords(noticed.noticedOn)}. Check the day.`,
        { field: 'on' },
      ),
    ];
  const wrong = timeOf('at', on, at, context);
  if (wrong !== null) return [wrong];
  if (at !== null && noticed !== null && noticed.awareAt !== null && minuteOf(at) < minuteOf(noticed.awareAt))
    return [
      no(
        'before-it-was-known',
        `The time is before we came to know of the hazard, ${minuteInWords(minuteOf(noticed.awareAt))}. Check the time.`,
        { field: 'at' },
      ),
    ];
  return [];
}

/** An instant, if there is one, is one of that London day, and not still to come. */
export function timeOf(field: string, on: Day, at: string | null, { now }: Pick<Context, 'now'>): Refusal | null {
  if (at === null) return null;
  const minute = parseMinute(at);
  if (minute === null || londonDayOf(minute) !== on)
    return no(
      'time-unreadable',
      'That was no time of that day by London’s clocks. Enter hours and minutes, like 14:30, or leave it out.',
      { field },
    );
  // A day that is still to come is a fault of the day.
  return minute > minuteOf(now) && on === londonDayOf(minuteOf(now))
    ? no(
        'time-to-come',
        `That time is still to come: it is ${londonTimeOf(minuteOf(now))} now. Enter the time at which it happened.`,
        { field },
      )
    : null;
}
