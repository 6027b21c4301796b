import { type Day, inWords } from '../../facts/days.js';
import type { WhichOmbudsman } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { no, unless, written } from '../objections.js';
import { hasTheirCase, ombudsmanMayWrite, theirCase } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AskReviewRequest {
  readonly on: Day;
  readonly ombudsman: WhichOmbudsman;
  readonly by: 'resident' | 'landlord';
  readonly text: string;
}

/** Either side may ask the Ombudsman to look at its determination again; the orders stand meanwhile unless it says otherwise. */
export function mayAskReview(c: Case, request: AskReviewRequest, context: Context): Decision {
  const { on, ombudsman, by, text } = request;
  const known = theirCase(c, ombudsman);
  const determined = known?.determinations.at(-1)?.on ?? null;
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      hasTheirCase(c, ombudsman),
      known !== null && determined === null
        ? no('not-determined', 'There is no determination to be looked at again. Record the determination first.', {
            field: 'ombudsman',
          })
        : null,
      determined !== null && on < determined
        ? no(
            'before-the-determination',
            `It was determined on ${inWords(determined)}, after that day. Check the day.`,
            {
              field: 'on',
            },
          )
        : null,
      known?.reviews.some((review) => review.answeredOn === null)
        ? no('asked-already', 'A review has been asked for already and is not answered.', { field: 'ombudsman' })
        : null,
      written('text', text, 'Write down what is to be looked at again, and why.'),
    ],
    () => allow([{ what: { type: 'ReviewOfDeterminationAsked', ombudsman, by, words: context.keep(text) }, on }]),
  );
}
