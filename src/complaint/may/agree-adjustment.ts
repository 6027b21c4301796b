import type { Day } from '../../facts/days.js';
import type { AdjustmentId, AdjustmentKind } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, no, unless } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AgreeAdjustmentRequest {
  readonly on: Day;
  readonly kind: AdjustmentKind;
  readonly reviewOn: Day;
  /** What was agreed; needed for 'other', where the kind says nothing. */
  readonly text: string | null;
}

/** 5.10: a reasonable adjustment is agreed, kept on record and looked at again. */
export function mayAgreeAdjustment(c: Case, request: AgreeAdjustmentRequest, context: Context): Decision {
  const { on, kind, reviewOn, text } = request;
  const provision = provisionFor(c.edition, 'adjustments');
  const words = kept(context, text);
  return unless(
    [
      dayOfAct(c, on, context),
      reviewOn <= on || reviewOn < context.today
        ? no('review-past', 'Choose a day still to come on which the adjustment is looked at again.', {
            field: 'reviewOn',
            provision,
          })
        : null,
      kind === 'other' && words === null
        ? no('text-missing', 'Write down what was agreed.', { field: 'text', provision })
        : null,
      kind !== 'other' && c.adjustments.some((a) => a.kind === kind && a.endedOn === null)
        ? no('already-agreed', 'This adjustment is on record already. Review that one instead.', { field: 'kind' })
        : null,
    ],
    () =>
      allow([
        { what: { type: 'AdjustmentAgreed', adjustment: context.newId<AdjustmentId>(), kind, reviewOn, words }, on },
      ]),
  );
}
