import type { Day } from '../../facts/days.js';
import type { PersonId, RestrictionId } from '../../facts/happened.js';
import { answersFor } from '../access.js';
import { behaviourIn, holdsOn } from '../behaviour/steps.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AppealRestrictionRequest {
  readonly on: Day;
  readonly restriction: RestrictionId;
  /** Who appeals by themself, for themself or for the resident; null where staff write down what they say. */
  readonly from: PersonId | null;
  readonly text: string;
}

/** 5.14: they say that a restriction is wrong, in whatever way; somebody who had no part in it looks at it. */
export function mayAppealRestriction(c: Case, request: AppealRestrictionRequest, context: Context): Decision {
  const { on, restriction: id, from, text } = request;
  const found = behaviourIn(c).restrictions.find((one) => one.id === id);
  return unless(
    [
      dayOfAct(c, on, context),
      found !== undefined && holdsOn(found, on) && (from === null || answersFor(c, from, found.person, on))
        ? null
        : no('not-in-force', 'No such restriction holds. Choose one that does.', { field: 'restriction' }),
      found?.appealedOn != null
        ? no('appealed-already', 'An appeal waits for its answer already. Add what they say to the record.', {
            field: 'restriction',
          })
        : null,
      written('text', text, 'Write down what they say.', provisionFor(c.edition, 'behaviour')),
    ],
    () => allow([{ what: { type: 'RestrictionAppealed', restriction: id, words: context.keep(text) }, on }]),
  );
}
