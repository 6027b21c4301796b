import { type Day, inWords } from '../../facts/days.js';
import type { File, OrderId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { no, told, unless } from '../objections.js';
import { ombudsmanMayWrite, orderOf, orderStands } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface SendOrderProofRequest {
  readonly on: Day;
  readonly order: OrderId;
  readonly text: string;
  readonly files: readonly File[];
}

/** The Ombudsman wants to see that its order was complied with, by the same day. */
export function maySendOrderProof(c: Case, request: SendOrderProofRequest, context: Context): Decision {
  const { on, order, text, files } = request;
  const known = orderOf(c, order);
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      orderStands(c, order, on),
      known !== null && known.compliedOn === null
        ? no('not-complied', 'Record first that it was done, then that the proof of it was sent.', { field: 'order' })
        : null,
      known?.proofSentOn
        ? no('sent-already', `The proof was sent on ${inWords(known.proofSentOn)}.`, { field: 'order' })
        : null,
      told('text', text, 'Say what was sent, and how.'),
    ],
    () => allow([{ what: { type: 'OrderProofSent', order, words: context.keep(text), files }, on }]),
  );
}
