import type { Day } from '../../facts/days.js';
import type { HazardId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { hazardIs, hazardOf, whenOfHazard } from '../hazard-objections.js';
import { wasEverEmergency } from '../hazards.js';
import { no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface MakeHazardSafeRequest {
  readonly on: Day;
  readonly hazard: HazardId;
  /** To the minute, ISO 8601 in UTC, when it is known. */
  readonly at: string | null;
  readonly text: string;
}

/** The home is safe: by lasting work, or for now. For an emergency the time counts to the minute. */
export function mayMakeHazardSafe(c: Case, request: MakeHazardSafeRequest, context: Context): Decision {
  const { on, hazard, at, text } = request;
  const known = hazardOf(c, hazard);
  const hours = known !== null && wasEverEmergency(known);
  return unless(
    [
      hazardIs(c, hazard),
      known?.madeSafeOn
        ? no('safe-already', 'It is on record as made safe. If it is not, correct that entry.', { field: 'hazard' })
        : null,
      whenOfHazard(c, request, context),
      hours && at === null
        ? no('time-missing', 'Enter the time at which it was safe: for an emergency the hours count.', { field: 'at' })
        : null,
      written('text', text, 'Say what was done, and what shows it.'),
    ],
    () => allow([{ what: { type: 'HazardMadeSafe', hazard, at, words: context.keep(text) }, on }]),
  );
}
