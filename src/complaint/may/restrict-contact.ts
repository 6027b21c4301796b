import type { Day } from '../../facts/days.js';
import type { RestrictionId } from '../../facts/happened.js';
import { behaviourIn } from '../behaviour/steps.js';
import type { Case } from '../case.js';
import { type LetterOut, letterIsWhole, letterSent } from '../letter-out.js';
import { dayOfAct, no, unless } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface RestrictContactRequest {
  readonly on: Day;
  readonly restriction: RestrictionId;
  /** Null only while it is asked whether the letter may be begun. */
  readonly letter: LetterOut | null;
}

/** 5.14: a restriction holds from the day on which the person is told of it in writing, and of how to challenge it. */
export function mayRestrictContact(c: Case, request: RestrictContactRequest, context: Context): Decision {
  const { on, restriction: id, letter } = request;
  const found = behaviourIn(c).restrictions.find((one) => one.id === id);
  const provision = provisionFor(c.edition, 'behaviour');
  return unless(
    [
      dayOfAct(c, on, context),
      found?.state === 'agreed'
        ? null
        : no(
            'not-agreed',
            found?.state === 'proposed'
              ? 'The restriction has been proposed and not decided. The second person decides first.'
              : 'No restriction has been agreed that they have not been told of. Propose one and have it decided first.',
            { field: 'restriction', provision },
          ),
      found !== undefined && found.reviewOn !== null && found.reviewOn <= on
        ? no('review-past', 'The day of its review has come before they were told. Propose it again.', { provision })
        : null,
      letter !== null && found?.person != null && !letter.to.includes(found.person)
        ? no('not-to-them', 'This letter goes to the person it is about. Begin it again, to them.', { field: 'letter' })
        : null,
      letterIsWhole(c, letter),
    ],
    () => {
      if (found === undefined || found.reviewOn === null || found.agreedBy === null) return allow([]);
      const { person, how, reasons, equality, reviewOn, until, agreedBy } = found;
      return allow([
        {
          what: {
            type: 'ContactRestricted',
            restriction: id,
            by: person,
            how,
            reasons,
            equality,
            reviewOn,
            until,
            decidedBy: agreedBy,
          },
          on,
        },
        ...letterSent(letter, 'contact-restriction', null, on, context),
      ]);
    },
  );
}
