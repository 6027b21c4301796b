import type { Day } from '../../facts/days.js';
import type { PersonId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface EndAuthorityRequest {
  readonly on: Day;
  readonly person: PersonId;
  readonly reason: string;
}

/** 3.6: the resident, or time, ends what a representative may do. */
export function mayEndAuthority(c: Case, request: EndAuthorityRequest, context: Context): Decision {
  const { on, person, reason } = request;
  const representative = c.representatives.find((r) => r.person === person && r.endedOn === null);
  return unless(
    [
      dayOfAct(c, on, context),
      representative === undefined
        ? no('not-a-representative', 'This person does not act for the resident. Choose a representative.', {
            field: 'person',
          })
        : null,
      written('reason', reason, 'Write down why the authority ends.'),
    ],
    () => allow([{ what: { type: 'AuthorityEnded', person, reason: context.keep(reason) }, on }]),
  );
}
