import type { Day } from '../../facts/days.js';
import type { PersonId, RestrictionId } from '../../facts/happened.js';
import {
  type BehaviourPolicy,
  type BehaviourRecord,
  hasRole,
  isInCase,
  reviewObjection,
  type Terms,
  termsObjections,
  warnedBefore,
} from '../behaviour/rules.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface ProposeRestrictionRequest extends Terms {
  readonly on: Day;
  readonly person: PersonId | null;
  readonly reasons: string;
  /** What was thought about the Equality Act 2010: disability and the other protected characteristics. */
  readonly equality: string;
  /** Which adjustments they have or may need, and how the restriction leaves them whole. */
  readonly adjustments: string;
  readonly reviewOn: Day | null;
  readonly record: BehaviourRecord;
  readonly policy: BehaviourPolicy;
}

/** 5.14, 5.15: what should be restricted, why, how long, and what was weighed; for somebody else to decide. */
export function mayProposeRestriction(c: Case, request: ProposeRestrictionRequest, context: Context): Decision {
  const { on, person, reasons, equality, adjustments, reviewOn, record, policy } = request;
  const { kinds, contact, channels, how, until } = request;
  const under = provisionFor(c.edition, 'behaviour');
  const weighed = provisionFor(c.edition, 'equality');
  const other = record.restrictions[0];
  return unless(
    [
      dayOfAct(c, on, context),
      hasRole(
        context,
        policy.proposes,
        'Your landlord has named another role to propose restrictions. Ask one of them, and show them what is on record.',
      ),
      isInCase(c, person),
      person === null ? null : warnedBefore(c, record, on),
      other === undefined
        ? null
        : no(
            'restriction-already',
            other.state === 'in-force'
              ? `A restriction holds already, on ${other.reference}. Review that one instead.`
              : `A restriction is on its way already, on ${other.reference}. See to that one first.`,
          ),
      ...termsObjections(c, request, on),
      written('reasons', reasons, 'Write down why it is needed, and why nothing less would do.', under),
      written('equality', equality, 'Write down what you thought about under the Equality Act 2010.', weighed),
      written('adjustments', adjustments, 'Write down which adjustments they have or may need, also if none.', weighed),
      reviewObjection(c, reviewOn, on, until),
    ],
    () =>
      person === null || reviewOn === null || until === null
        ? allow([])
        : allow([
            {
              what: {
                type: 'RestrictionProposed',
                restriction: context.newId<RestrictionId>(),
                by: person,
                kinds,
                contact: kinds.includes('single-contact') ? contact : null,
                channels: kinds.includes('channels') ? channels : [],
                how: context.keep(how),
                reasons: context.keep(reasons),
                equality: context.keep(equality),
                adjustments: context.keep(adjustments),
                reviewOn,
                until,
                proposedBy: context.by.staff,
              },
              on,
            },
          ]),
  );
}
