import type { Day } from '../../facts/days.js';
import type { OrderId, StaffId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { no, unless } from '../objections.js';
import { ombudsmanMayWrite, orderOf, orderStands } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface GiveOrderRequest {
  readonly on: Day;
  readonly order: OrderId;
  readonly owner: StaffId;
}

/** Each order is somebody's to see to. */
export function mayGiveOrder(c: Case, request: GiveOrderRequest, context: Context): Decision {
  const { on, order, owner } = request;
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      orderStands(c, order, on),
      orderOf(c, order)?.owner === owner
        ? no('owner-already', 'They own this order already. Choose somebody else.', { field: 'owner' })
        : null,
    ],
    () => allow([{ what: { type: 'OrderGivenTo', order, owner }, on }]),
  );
}
