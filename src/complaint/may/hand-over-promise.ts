import type { Day } from '../../facts/days.js';
import type { PromiseId, StaffId, TeamId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { promiseIsOpen } from './move-promise.js';

export interface HandOverPromiseRequest {
  readonly on: Day;
  readonly promise: PromiseId;
  readonly owner: StaffId | null;
  readonly team: TeamId | null;
}

/** Somebody else sees to it from now on. The date stands. */
export function mayHandOverPromise(c: Case, request: HandOverPromiseRequest, context: Context): Decision {
  const { on, promise: id, owner, team } = request;
  const promise = c.promises.find((p) => p.id === id);
  return unless(
    [
      dayOfAct(c, on, context),
      promiseIsOpen(c, id, on),
      owner === null && team === null
        ? no('owner-missing', 'Choose the person or the team who will do it.', {
            field: 'owner',
            provision: provisionFor(c.edition, 'promise'),
          })
        : null,
      promise !== undefined && promise.owner === owner && promise.team === team
        ? no('same-owner', 'They see to it already. Choose somebody else.', { field: 'owner' })
        : null,
    ],
    () => allow([{ what: { type: 'ActionHandedOver', promise: id, owner, team }, on }]),
  );
}
