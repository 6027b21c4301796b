import type { Day } from '../../facts/days.js';
import type { Happening, RestrictionId } from '../../facts/happened.js';
import {
  type BehaviourPolicy,
  eases,
  hasRole,
  reviewObjection,
  type Terms,
  termsObjections,
} from '../behaviour/rules.js';
import { behaviourIn, holdsOn } from '../behaviour/steps.js';
import type { Case } from '../case.js';
import { type LetterOut, letterIsWhole, letterSent } from '../letter-out.js';
import { dayOfAct, no, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface ReviewRestrictionRequest {
  readonly on: Day;
  readonly restriction: RestrictionId;
  readonly outcome: 'kept' | 'changed' | 'lifted';
  /** The terms that hold from now on; for one that is lifted they say nothing. */
  readonly terms: Terms;
  readonly reviewOn: Day | null;
  readonly text: string;
  readonly policy: BehaviourPolicy;
  /** Null only while it is asked whether the letter may be begun. */
  readonly letter: LetterOut | null;
}

/** 5.14: a restriction is looked at again, on its day, on an appeal or before; the person is told in writing what became of it. */
export function mayReviewRestriction(c: Case, request: ReviewRestrictionRequest, context: Context): Decision {
  const { on, restriction: id, outcome, terms, reviewOn, text, policy, letter } = request;
  const found = behaviourIn(c).restrictions.find((one) => one.id === id);
  const appealed = found?.appealedOn != null;
  const { staff } = context.by;
  return unless(
    [
      dayOfAct(c, on, context),
      found !== undefined && holdsOn(found, on)
        ? null
        : no('not-in-force', 'No such restriction holds. Choose one that does.', { field: 'restriction' }),
      hasRole(
        context,
        policy.decides,
        'Your landlord has named another role to decide on restrictions. Ask one of them.',
      ),
      appealed && found?.hadAPart.includes(staff)
        ? no('had-a-part', 'You had a part in this restriction. Somebody else answers the appeal.')
        : null,
      written('text', text, 'Write down why, as they are told.', provisionFor(c.edition, 'behaviour')),
      ...(outcome === 'lifted'
        ? []
        : [
            ...termsObjections(c, terms, on),
            found === undefined ? null : eases(found, terms),
            reviewObjection(c, reviewOn, on, terms.until),
          ]),
      letter !== null && found?.person != null && !letter.to.includes(found.person)
        ? no('not-to-them', 'This letter goes to the person it is about. Begin it again, to them.', { field: 'letter' })
        : null,
      letterIsWhole(c, letter),
    ],
    () => {
      const words = context.keep(text);
      const reviewed: Happening = {
        type: 'RestrictionReviewed',
        restriction: id,
        outcome,
        reviewOn: outcome === 'lifted' ? null : reviewOn,
        words,
      };
      const lifted: Happening = { type: 'RestrictionLifted', restriction: id, reasons: words };
      const follows = outcome === 'lifted' ? [lifted] : changed(request, found?.until ?? null, context);
      return allow([
        ...[reviewed, ...follows].map((what) => ({ what, on })),
        ...letterSent(letter, 'restriction-outcome', null, on, context),
      ]);
    },
  );
}

/** The terms that hold from now on; none where the restriction is kept as it is. */
function changed(
  { restriction, outcome, terms }: ReviewRestrictionRequest,
  untilNow: Day | null,
  context: Context,
): readonly Happening[] {
  const { kinds, contact, channels, how, until } = terms;
  if (until === null || (outcome === 'kept' && until === untilNow)) return [];
  return [
    {
      type: 'RestrictionChanged',
      restriction,
      kinds,
      contact: kinds.includes('single-contact') ? contact : null,
      channels: kinds.includes('channels') ? channels : [],
      how: context.keep(how),
      until,
    },
  ];
}
