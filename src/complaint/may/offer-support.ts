import type { Day } from '../../facts/days.js';
import type { StaffId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { staffConcerned } from '../staff-concerned.js';

export interface OfferSupportRequest {
  readonly on: Day;
  readonly staff: StaffId;
  readonly text: string;
}

/** Being complained about is hard: what support was offered, by whom, and what they said. */
export function mayOfferSupport(c: Case, request: OfferSupportRequest, context: Context): Decision {
  const { on, staff, text } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      staffConcerned(c).includes(staff)
        ? null
        : no('not-about-them', 'The complaint is not about this person. Say whom it is about first.', {
            field: 'staff',
          }),
      written('text', text, 'Write down what support was offered, and what they said.'),
    ],
    () => allow([{ what: { type: 'SupportOffered', staff, words: context.keep(text) }, on }]),
  );
}
