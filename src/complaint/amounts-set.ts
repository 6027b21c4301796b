/** What the amounts have to be that a landlord sets about compensation: who approves how much, and its tariff. */
import type { CompensationHead } from '../facts/happened.js';
import { pounds } from '../facts/money.js';
import { type ApprovalLimits, headWords, mostPence } from './compensation.js';
import { given, no, type Objection } from './objections.js';
import type { Refusal } from './refusals.js';

interface AmountsSet {
  readonly limits: ApprovalLimits;
  /** What one person may offer without a sum that a second approves. */
  readonly aloneUpTo: number;
  readonly tariff: Readonly<
    Partial<Record<CompensationHead, { readonly fromPence: number | null; readonly toPence: number | null }>>
  >;
}

/** What speaks against setting these; nothing, where the list is empty. */
export function objectionsToAmountsSet({ limits, aloneUpTo, tariff }: AmountsSet): readonly Refusal[] {
  return given([
    ...Object.entries(limits).map(([role, limit]) => reachable(`limit-${role}`, limit)),
    reachable('aloneUpTo', aloneUpTo),
    ...Object.entries(tariff).flatMap(([head, { fromPence, toPence }]) => [
      reachable(`from-${head}`, fromPence),
      reachable(`to-${head}`, toPence) ?? inOrder(head as CompensationHead, fromPence, toPence),
    ]),
  ]);
}

/** No sum is more than the most that can be paid for a complaint, so nothing beyond it is set either; nothing at all may be. */
function reachable(field: string, pence: number | null): Objection {
  return pence === null || (Number.isSafeInteger(pence) && pence >= 0 && pence <= mostPence)
    ? null
    : no(
        'amount-absurd',
        `Enter an amount up to ${pounds(mostPence)}: no compensation for a complaint can be more than that.`,
        { field },
      );
}

function inOrder(head: CompensationHead, from: number | null, to: number | null): Objection {
  return from !== null && to !== null && to < from
    ? no('tariff-backwards', `${headWords[head]}: enter an amount that is no less than the one it begins with`, {
        field: `to-${head}`,
      })
    : null;
}
