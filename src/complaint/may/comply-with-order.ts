import { type Day, inWords } from '../../facts/days.js';
import type { File, OrderId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { no, unless, written } from '../objections.js';
import { ombudsmanMayWrite, orderOf, orderStands } from '../ombudsman-objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface ComplyWithOrderRequest {
  readonly on: Day;
  readonly order: OrderId;
  readonly proof: string;
  readonly files: readonly File[];
}

/** What was ordered or recommended is done, with something that shows it. */
export function mayComplyWithOrder(c: Case, request: ComplyWithOrderRequest, context: Context): Decision {
  const { on, order, proof, files } = request;
  const known = orderOf(c, order);
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      orderStands(c, order, on),
      known?.compliedOn
        ? no('complied-already', `This was done on ${inWords(known.compliedOn)}. Send the proof of it.`, {
            field: 'order',
          })
        : null,
      written('proof', proof, 'Say what shows that it was done.', provisionFor(c.edition, 'promise')),
    ],
    () =>
      allow([{ what: { type: 'OrderCompliedWith', order, proof: context.keep(proof), files }, on }], {
        warnings:
          known?.dueOn && on > known.dueOn ? [`It was due on ${inWords(known.dueOn)}: it stands as done late`] : [],
      }),
  );
}
