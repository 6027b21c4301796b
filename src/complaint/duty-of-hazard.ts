/**
 * What starts, meets and ends a duty about a hazard, from what is on record of it. Which event, and for what kind of hazard,
 * stands with the duty in law/hazards.ts.
 */
import { endOfDay, type Minute, minuteOf } from '../facts/instants.js';
import type { HazardDuty, HazardHappening } from '../law/hazards.js';
import type { Hazard, HazardInvestigation } from './case.js';
import type { When } from './hazard-clock-words.js';
import { type Applies, foundHarmless, isEmergency, lastInvestigation, wasEverEmergency } from './hazards.js';

/** What starts the duty; null while it is not owed. */
export function startOf(duty: HazardDuty, hazard: Hazard, applies: Applies): When | null {
  return duty.from === 'HazardNoticed' ? noticedAs(duty, hazard, applies) : foundToBe(duty, hazard, applies);
}

function noticedAs(duty: HazardDuty, hazard: Hazard, applies: Applies): When | null {
  const kind = isEmergency(hazard) ? 'emergency' : 'significant';
  if (duty.applies === 'either' || duty.applies === kind)
    return applies[kind] ? { on: hazard.noticedOn, at: hazard.awareAt } : null;
  // An emergency that nobody took for one until it was looked at: the hours run from when that was found. Looking is done then.
  return duty.applies === 'emergency' && applies.emergency && duty.until !== 'HazardInvestigated'
    ? (hazard.investigations.find(({ emergency }) => emergency) ?? null)
    : null;
}

function foundToBe(duty: HazardDuty, hazard: Hazard, applies: Applies): When | null {
  const counts = (found: HazardInvestigation) =>
    duty.applies === 'either'
      ? (found.emergency && applies.emergency) || (found.significant && applies.significant)
      : found[duty.applies] && applies[duty.applies];
  switch (duty.until) {
    case 'HazardSummaryGiven':
      // Owed whatever was found.
      return applies.significant || (applies.emergency && wasEverEmergency(hazard))
        ? (hazard.investigations[0] ?? null)
        : null;
    case 'HazardMadeSafe': {
      // What was found to be an emergency has hours for that; found to be none since, but not harmless, it has days from there.
      const emergency = hazard.investigations.findLastIndex((found) => found.emergency);
      const found = hazard.investigations.slice(emergency + 1).find(counts) ?? null;
      const safe = emergency === -1 ? null : whenOf(hazard, duty.until);
      return found !== null && safe !== null && minuteOfEnd(safe) < minuteOfEnd(found) ? null : found;
    }
    default:
      return hazard.investigations.find((found) => found.furtherWork && counts(found)) ?? null;
  }
}

/** When something was recorded of the hazard that counts for its duties; null while it was not. */
export function whenOf(hazard: Hazard, happening: HazardHappening): When | null {
  switch (happening) {
    case 'HazardNoticed':
      return { on: hazard.noticedOn, at: hazard.awareAt };
    case 'HazardInvestigated':
      return hazard.investigations[0] ?? null;
    case 'HazardSummaryGiven':
      return hazard.summary === null ? null : { on: hazard.summary.on, at: null };
    case 'HazardMadeSafe':
      return hazard.madeSafeOn === null ? null : { on: hazard.madeSafeOn, at: hazard.madeSafeAt };
    case 'HazardWorkBegun':
      return hazard.workBegunOn === null ? null : { on: hazard.workBegunOn, at: null };
    case 'HazardWorkPutOff':
      return hazard.workPutOff === null ? null : { on: hazard.workPutOff.on, at: null };
    case 'HazardAccommodationOffered':
      // An offer alone keeps nobody safe.
      return hazard.accommodation.find(({ answer }) => answer === 'moved') ?? null;
    case 'HazardHandedOver':
      return hazard.handOvers[0] ?? null;
    case 'HazardRuledOut':
      return null;
    default:
      return happening satisfies never;
  }
}

/** What stops it without its being done, with the sentence that says so. */
export function endOf(
  duty: HazardDuty,
  hazard: Hazard,
  dueBy: Minute,
): { readonly when: When; readonly words: string } | null {
  const last = lastInvestigation(hazard);
  if (last !== null && duty.until !== 'HazardSummaryGiven' && foundHarmless(hazard))
    return { when: last, words: 'It was looked into and found to be no significant hazard' };
  if (last !== null && duty.until === 'HazardMadeSafe' && duty.applies === 'emergency' && !last.emergency)
    return { when: last, words: 'It was looked into and found to be no emergency' };
  const moved = duty.otherwise === undefined ? null : whenOf(hazard, duty.otherwise.until);
  return moved !== null && minuteOfEnd(moved) <= dueBy
    ? { when: moved, words: 'They moved to other accommodation before the time was over' }
    : null;
}

/** A done thing of unknown time is taken as done at the end of its day: the stricter reading. */
export function minuteOfEnd(when: When): Minute {
  return when.at === null ? endOfDay(when.on) : minuteOf(when.at);
}
