/** Compensation is paid to the resident. When some of it may go against what they owe instead, and what has to be said. */
import { pounds } from '../facts/money.js';
import type { Case } from './case.js';
import { anAmount, isAmount, penceOf } from './compensation.js';
import type { HeadWorkedOut } from './may/work-out-compensation.js';
import { given, no, written } from './objections.js';
import { ordersOf } from './ombudsman-case.js';
import type { Refusal } from './refusals.js';

/** What the resident owes and what of the sum would go against it. */
export interface SetOffAsked {
  readonly pence: number;
  /** The resident disputes the debt; null: nobody has said. */
  readonly disputed: boolean | null;
  /** The Ombudsman ordered the sum; `orderSaysSo`: and its order says that it goes against arrears. */
  readonly ordered: boolean | null;
  readonly orderSaysSo: boolean;
  /** Why it is another sum than the one ordered, while an order for money is open. */
  readonly notOrdered: string | null;
  readonly reason: string | null;
  readonly impact: string | null;
  readonly consent: string | null;
}

const anotherSum = '\n\nIt is another sum than the one that the Ombudsman ordered: ';

/** The reason of a set-off as it is kept, in its two parts. */
export function whySetOff({ reason, ordered, notOrdered }: SetOffAsked): string {
  const why = notOrdered?.trim() ?? '';
  return `${reason ?? ''}${ordered === false && why !== '' ? `${anotherSum}${why}` : ''}`;
}

/** The reason of a set-off as it was asked for, in its two parts. */
export function whySetOffAsked(kept: string): { readonly reason: string; readonly notOrdered: string } {
  const [reason = '', ...rest] = kept.replaceAll('\r\n', '\n').split(anotherSum);
  return { reason, notOrdered: rest.join(anotherSum) };
}

/** What the Ombudsman ordered to be paid, and is still to be. */
function moneyOrdered(c: Case): boolean {
  return ordersOf(c).some((order) => order.binding && order.outstanding && order.pence !== null);
}

/**
 * What gives back what the resident spent. What a law sets beside right to repair does too: disturbance payments are
 * expenses by receipt, and nobody says which of those laws it was.
 */
function ownOutlay({ head, working }: HeadWorkedOut): boolean {
  return head === 'loss' || (head === 'statutory' && working.is === 'sum');
}

/** Paid to the resident unless there is a reason of this case: what they spent themselves, a disputed debt and what the Ombudsman ordered never go against a debt. */
export function againstSettingOff(
  c: Case,
  asked: SetOffAsked,
  heads: readonly HeadWorkedOut[],
  totalPence: number,
): readonly Refusal[] {
  const field = 'setOffPence';
  const own = heads.filter(ownOutlay).reduce((sum, { working }) => sum + penceOf(working), 0);
  const may = totalPence - own;
  return given([
    !isAmount(asked.pence)
      ? no('set-off-absurd', `Enter how much would go against the debt: ${anAmount}.`, { field })
      : asked.pence > may
        ? no(
            'set-off-own-money',
            own > 0
              ? `At most ${pounds(may)} could go against a debt: ${pounds(own)} gives back what the resident spent or is set by law for it, and is paid to them.`
              : `The whole sum is ${pounds(may)}. Enter no more than that.`,
            { field },
          )
        : null,
    asked.disputed === null
      ? no('set-off-disputed-missing', 'Say whether the resident disputes the debt.', { field: 'setOffDisputed' })
      : null,
    asked.ordered === null
      ? no('set-off-ordered-missing', 'Say whether the Ombudsman ordered this sum.', { field: 'setOffOrdered' })
      : null,
    asked.ordered === false && moneyOrdered(c)
      ? written(
          'setOffNotOrdered',
          asked.notOrdered,
          'An order of the Ombudsman to pay money is open in this case. Write down why this is another sum, or say that it was ordered.',
        )
      : null,
    asked.disputed
      ? no('set-off-disputed', 'The resident disputes the debt, so nothing goes against it. Pay the sum to them.', {
          field: 'setOffDisputed',
        })
      : null,
    asked.ordered && !asked.orderSaysSo
      ? no(
          'set-off-ordered',
          'The Ombudsman ordered this sum. It is paid to the resident unless the order says otherwise.',
          { field: 'setOffOrdered' },
        )
      : null,
    written('setOffReason', asked.reason, 'Write down why, for this resident, it should go against the debt.'),
    written('setOffImpact', asked.impact, 'Write down what that means for the resident.'),
    written('setOffConsent', asked.consent, 'Write down how and when the resident agreed to it.'),
  ]);
}
