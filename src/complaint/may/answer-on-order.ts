import type { Day } from '../../facts/days.js';
import type { OrderId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { no, unless, written } from '../objections.js';
import { ombudsmanMayWrite, orderOf, orderStands } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AnswerOnOrderRequest {
  readonly on: Day;
  readonly order: OrderId;
  readonly accepted: boolean;
  readonly text: string | null;
}

/** Whether its order was complied with is for the Ombudsman to say: when it says no, the order is open again. */
export function mayAnswerOnOrder(c: Case, request: AnswerOnOrderRequest, context: Context): Decision {
  const { on, order, accepted, text } = request;
  const known = orderOf(c, order);
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      orderStands(c, order, on),
      known !== null && known.compliedOn === null
        ? no('not-complied', 'Record first that it was done, then what the Ombudsman said of it.', { field: 'order' })
        : null,
      accepted ? null : written('text', text, 'Write down what the Ombudsman found still to do.'),
    ],
    () => allow([{ what: { type: 'OrderComplianceAnswered', order, accepted, words: kept(context, text) }, on }]),
  );
}
