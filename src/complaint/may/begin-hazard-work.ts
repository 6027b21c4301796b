import type { Day } from '../../facts/days.js';
import type { HazardId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { hazardIs, hazardOf, whenOfHazard } from '../hazard-objections.js';
import { no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface BeginHazardWorkRequest {
  readonly on: Day;
  readonly hazard: HazardId;
  readonly text: string;
}

/** The work that keeps a hazard from coming back has begun. */
export function mayBeginHazardWork(c: Case, request: BeginHazardWorkRequest, context: Context): Decision {
  const { on, hazard, text } = request;
  return unless(
    [
      hazardIs(c, hazard),
      hazardOf(c, hazard)?.workBegunOn
        ? no('begun-already', 'It is on record as begun. If it is not, correct that entry.', { field: 'hazard' })
        : null,
      whenOfHazard(c, { hazard, on, at: null }, context),
      written('text', text, 'Say what work has begun, and who does it.'),
    ],
    () => allow([{ what: { type: 'HazardWorkBegun', hazard, words: context.keep(text) }, on }]),
  );
}
