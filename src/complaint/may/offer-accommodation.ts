import type { Day } from '../../facts/days.js';
import type { HazardId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { hazardIs, whenOfHazard } from '../hazard-objections.js';
import { unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface OfferAccommodationRequest {
  readonly on: Day;
  readonly hazard: HazardId;
  /** To the minute, ISO 8601 in UTC, when it is known. */
  readonly at: string | null;
  readonly answer: 'moved' | 'declined' | 'no-answer-yet';
  readonly text: string;
}

/** Where a home can't be made safe in time, somewhere suitable to live meanwhile, at the landlord's cost. */
export function mayOfferAccommodation(c: Case, request: OfferAccommodationRequest, context: Context): Decision {
  const { on, hazard, at, answer, text } = request;
  return unless(
    [
      hazardIs(c, hazard),
      whenOfHazard(c, request, context),
      written('text', text, 'Say what was offered, where, and from when.'),
    ],
    () => allow([{ what: { type: 'HazardAccommodationOffered', hazard, at, answer, words: context.keep(text) }, on }]),
  );
}
