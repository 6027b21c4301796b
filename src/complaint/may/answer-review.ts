import type { Day } from '../../facts/days.js';
import type { WhichOmbudsman } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { no, unless, written } from '../objections.js';
import { ombudsmanMayWrite, theirCase } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AnswerReviewRequest {
  readonly on: Day;
  readonly ombudsman: WhichOmbudsman;
  readonly changed: boolean;
  readonly text: string;
}

/** What came of a review; where the determination changed, the new one is recorded beside the first. */
export function mayAnswerReview(c: Case, request: AnswerReviewRequest, context: Context): Decision {
  const { on, ombudsman, changed, text } = request;
  const waits = theirCase(c, ombudsman)?.reviews.some((review) => review.answeredOn === null) ?? false;
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      waits ? null : no('no-review-asked', 'No review waits for an answer here.', { field: 'ombudsman' }),
      written('text', text, 'Write down what the Ombudsman said.'),
    ],
    () =>
      allow([{ what: { type: 'ReviewOfDeterminationAnswered', ombudsman, changed, words: context.keep(text) }, on }], {
        warnings: changed ? ['Record the changed determination, with a finding for each issue'] : [],
      }),
  );
}
