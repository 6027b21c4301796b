import type { Day } from '../../facts/days.js';
import type { Sending } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { choseThemself } from '../following/choose-to-complain.js';
import { kept } from '../kept.js';
import { dayOfAct, goesOn, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface OfferChoiceRequest {
  readonly on: Day;
  readonly answer: 'complain' | 'not-complain' | 'no-answer-yet';
  readonly how: Sending;
  readonly note: string | null;
}

/** 1.3: whoever expresses dissatisfaction is given the choice to complain; the answer is kept, a later one beside it. */
export function mayOfferChoice(c: Case, request: OfferChoiceRequest, context: Context): Decision {
  const { on, answer, how, note } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      c.kind === 'complaint'
        ? no('already-a-complaint', 'This is already a complaint, so there is no choice left to offer.')
        : null,
      answer !== 'complain' && choseThemself(c)
        ? no(
            'chose-themself',
            'The resident told us on their own page that they want to complain. Nobody can take that back for them: they may withdraw it.',
            { field: 'answer' },
          )
        : null,
    ],
    () =>
      allow([{ what: { type: 'ChoiceToComplainOffered', answer, how, note: kept(context, note) }, on }], {
        warnings:
          answer === 'complain' && c.kind !== null
            ? [
                'The resident chose to complain: raise the complaint from this case now. It counts from the day they said so.',
              ]
            : [],
      }),
  );
}
