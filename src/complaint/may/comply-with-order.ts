import { type Day, inWords } from '../../facts/days.js';
import type { File, OrderId, Payment } from '../../facts/happened.js';
import { pounds } from '../../facts/money.js';
import type { Case } from '../case.js';
import { paymentWords } from '../compensation.js';
import { no, type Objection, told, unless, written } from '../objections.js';
import { ombudsmanMayWrite, orderOf, orderStands } from '../ombudsman-objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface ComplyWithOrderRequest {
  readonly on: Day;
  readonly order: OrderId;
  readonly proof: string;
  /** For an order to pay: how it was paid, and the reference by which finance finds it. */
  readonly payment: { readonly how: Payment; readonly reference: string | null } | null;
  readonly files: readonly File[];
}

/** What was ordered or recommended is done, with something that shows it. */
export function mayComplyWithOrder(c: Case, request: ComplyWithOrderRequest, context: Context): Decision {
  const { on, order, proof, payment, files } = request;
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
      told('proof', proof, 'Say what shows that it was done.', provisionFor(c.edition, 'promise')),
      known === null || known.pence === null ? null : paymentTold(payment),
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'OrderCompliedWith',
              order,
              proof: context.keep(withPayment(proof, known?.pence ?? null, payment)),
              files,
            },
            on,
          },
        ],
        {
          warnings: [
            ...(known?.dueOn && on > known.dueOn
              ? [`It was due on ${inWords(known.dueOn)}: it stands as done late`]
              : []),
            ...(c.worksheets.some(({ approved, totalPence }) => approved !== null && totalPence === known?.pence)
              ? ['A sum of the same amount is approved or paid in this case: see that it is not paid twice']
              : []),
          ],
        },
      ),
  );
}

/** An order to pay is followed by its payment as every sum is. */
function paymentTold(payment: ComplyWithOrderRequest['payment']): Objection {
  if (payment === null)
    return no('how-missing', 'This order is to pay money. Choose how it was paid.', { field: 'how' });
  if (payment.how === 'rent-account')
    return no(
      'not-to-rent-account',
      'What the Ombudsman ordered is paid to the resident. If its order says otherwise, choose another way and say it in the proof.',
      { field: 'how' },
    );
  return written('reference', payment.reference, 'Enter the reference of the payment, by which it can be found.');
}

/** What was paid stands before what else shows it. */
function withPayment(proof: string, pence: number | null, payment: ComplyWithOrderRequest['payment']): string {
  return pence === null || payment === null
    ? proof
    : `${pounds(pence)}, ${paymentWords[payment.how].toLowerCase()}, reference ${payment.reference ?? ''}.\n\n${proof}`;
}
