import type { Day } from '../../facts/days.js';
import type { RestrictionId } from '../../facts/happened.js';
import { type BehaviourPolicy, hasRole } from '../behaviour/rules.js';
import { behaviourIn } from '../behaviour/steps.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface DecideRestrictionRequest {
  readonly on: Day;
  readonly restriction: RestrictionId;
  readonly agreed: boolean;
  readonly text: string;
  readonly policy: BehaviourPolicy;
}

/** 5.14: a second person, of the role that decides, looks at the proposal afresh. Nothing holds until they are told. */
export function mayDecideRestriction(c: Case, request: DecideRestrictionRequest, context: Context): Decision {
  const { on, restriction: id, agreed, text, policy } = request;
  const found = behaviourIn(c).restrictions.find((one) => one.id === id);
  return unless(
    [
      dayOfAct(c, on, context),
      found === undefined || found.state !== 'proposed'
        ? no('nothing-proposed', 'No restriction waits for a decision. Have one proposed first.', {
            field: 'restriction',
          })
        : null,
      hasRole(
        context,
        policy.decides,
        'Your landlord has named another role to decide on restrictions. Ask one of them.',
      ),
      found?.proposedBy === context.by.staff
        ? no('proposed-it', 'You proposed this restriction. Somebody else decides it.')
        : null,
      written('text', text, 'Write down why you decide so.', provisionFor(c.edition, 'behaviour')),
    ],
    () =>
      allow([
        {
          what: agreed
            ? { type: 'RestrictionAgreed', restriction: id, words: context.keep(text), agreedBy: context.by.staff }
            : { type: 'RestrictionNotAgreed', restriction: id, words: context.keep(text) },
          on,
        },
      ]),
  );
}
