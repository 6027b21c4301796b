import { type Day, inWords } from '../../facts/days.js';
import type { OrderId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { no, unless, written } from '../objections.js';
import { dueWithin, ombudsmanMayWrite, orderOf, orderStands } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface DateOrderRequest {
  readonly on: Day;
  readonly order: OrderId;
  readonly dueOn: Day;
  readonly text: string;
}

/** The Ombudsman told the day that its order did not state, or agreed to a later one. Only it moves the date of an order. */
export function mayDateOrder(c: Case, request: DateOrderRequest, context: Context): Decision {
  const { on, order, dueOn, text } = request;
  const known = orderOf(c, order);
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      orderStands(c, order, on),
      known === null ? null : dueWithin(dueOn, known.madeOn, 'dueOn', 'the day the order was made', context),
      known !== null && known.dueOn !== null && dueOn <= known.dueOn
        ? no('not-later', `It is due on ${inWords(known.dueOn)} already. Enter the later day that was agreed to.`, {
            field: 'dueOn',
          })
        : null,
      written('text', text, 'Say how the Ombudsman told it: its letter, an e-mail, a call.'),
    ],
    () =>
      allow([
        {
          what: {
            type: 'OrderDated',
            order,
            dueOn,
            because: known?.dueOn === null ? 'told' : 'extended',
            words: context.keep(text),
          },
          on,
        },
      ]),
  );
}
