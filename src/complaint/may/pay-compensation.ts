import type { Day } from '../../facts/days.js';
import type { Payment, RemedyId } from '../../facts/happened.js';
import type { Case, Worksheet } from '../case.js';
import { isDeclined, moneyOfferedAlone, worksheetOf } from '../compensation.js';
import { dayOfAct, no, type Objection, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface PayCompensationRequest {
  readonly on: Day;
  readonly remedy: RemedyId;
  readonly how: Payment;
  /** The reference of the payment, by which finance finds it. */
  readonly reference: string | null;
}

/** 7.3: what was approved and offered, or offered by one person within the limit, is paid, whole, with the day and the reference of the payment. */
export function mayPayCompensation(c: Case, request: PayCompensationRequest, context: Context): Decision {
  const { on, remedy, how, reference } = request;
  const worksheet = worksheetOf(c, remedy);
  const alone = moneyOfferedAlone(c).find(({ id }) => id === remedy);
  return unless(
    [
      dayOfAct(c, on, context),
      worksheet === null && alone === undefined
        ? no('no-such-sum', 'No such sum was worked out. Choose one that was.', { field: 'remedy' })
        : whyNoPayment(worksheet?.state ?? (alone?.state === 'done' ? 'paid' : 'approved')),
      alone !== undefined && on < alone.offeredOn
        ? no('before-offered', 'It was offered after that day. Check the day of the payment.', { field: 'on' })
        : null,
      worksheet?.approved && on < worksheet.approved.on
        ? no('before-approved', 'It was approved after that day. Check the day of the payment.', { field: 'on' })
        : null,
      isDeclined(c, remedy)
        ? no('declined', 'The resident declined this offer. Record that they accept it first, if they do.', {
            field: 'remedy',
          })
        : null,
      // A debt of theirs is no place for money that is theirs.
      how === 'rent-account' && (worksheet?.setOff ?? null) === null
        ? no(
            'not-to-rent-account',
            'This sum is paid to the resident. To put any of it against a debt, work it out anew with the reason and their consent.',
            { field: 'how' },
          )
        : null,
      written(
        'reference',
        reference,
        'Enter the reference of the payment, by which it can be found.',
        provisionFor(c.edition, 'promise'),
      ),
    ],
    () =>
      allow([
        {
          what: {
            type: 'CompensationPaid',
            remedy,
            pence: worksheet?.totalPence ?? alone?.pence ?? 0,
            how,
            proof: context.keep(reference ?? ''),
          },
          on,
        },
      ]),
  );
}

/** Why a sum can’t be paid; null while it can. */
export function whyNoPayment(state: Worksheet['state']): Objection {
  switch (state) {
    case 'approved':
      return null;
    case 'paid':
      return no('paid-already', 'This sum was paid already. It is not paid twice.', { field: 'remedy' });
    case 'waiting':
    case 'sent-back':
      return no('not-approved-yet', 'This sum is not approved yet. A second person has to approve it first.', {
        field: 'remedy',
      });
  }
}
