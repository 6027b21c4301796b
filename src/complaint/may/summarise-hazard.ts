import type { Day } from '../../facts/days.js';
import type { HazardId, Sending } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { hazardIs, hazardOf, whenOfHazard } from '../hazard-objections.js';
import { no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface SummariseHazardRequest {
  readonly on: Day;
  readonly hazard: HazardId;
  readonly how: Sending;
  readonly text: string;
}

/** The resident was given a written summary of what was found, what will be done and by when. */
export function maySummariseHazard(c: Case, request: SummariseHazardRequest, context: Context): Decision {
  const { on, hazard, how, text } = request;
  const first = hazardOf(c, hazard)?.investigations[0] ?? null;
  return unless(
    [
      hazardIs(c, hazard),
      whenOfHazard(c, { hazard, on, at: null }, context),
      first === null || first.on > on
        ? no('not-investigated', 'Nobody had looked into it by then. Record the investigation first.', {
            field: 'hazard',
          })
        : null,
      how === 'phone'
        ? no('not-in-writing', 'A call is no written summary. Say how it was sent or handed over.', { field: 'how' })
        : null,
      written('text', text, 'Enter what the summary said.'),
    ],
    () => allow([{ what: { type: 'HazardSummaryGiven', hazard, how, words: context.keep(text) }, on }]),
  );
}
