import type { Day } from '../../facts/days.js';
import type { HazardId, Sending } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { hazardIs, investigatedBy, whenOfHazard } from '../hazard-objections.js';
import { type LetterOut, letterIsWhole, letterSent } from '../letter-out.js';
import { no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface SummariseHazardRequest {
  readonly on: Day;
  readonly hazard: HazardId;
  readonly how: Sending;
  /** What it said, where it was given otherwise than by a letter of the case. */
  readonly text: string | null;
  readonly letter: LetterOut | null;
}

/** The resident was given a written summary of what was found, what will be done and by when. */
export function maySummariseHazard(c: Case, request: SummariseHazardRequest, context: Context): Decision {
  const { on, hazard, how, text, letter } = request;
  return unless(
    [
      hazardIs(c, hazard),
      whenOfHazard(c, { hazard, on, at: null }, context),
      investigatedBy(c, hazard, on),
      how === 'phone'
        ? no('not-in-writing', 'A call is no written summary. Say how it was sent or handed over.', { field: 'how' })
        : null,
      letter === null ? written('text', text, 'Enter what the summary said.') : null,
      letterIsWhole(c, letter),
    ],
    () =>
      allow([
        {
          what: {
            type: 'HazardSummaryGiven',
            hazard,
            how,
            words: letter === null ? context.keep(text ?? '') : null,
          },
          on,
        },
        ...letterSent(letter, 'hazard-summary', null, on, context),
      ]),
  );
}
