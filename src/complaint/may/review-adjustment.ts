import type { Day } from '../../facts/days.js';
import type { AdjustmentId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, no, unless } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface ReviewAdjustmentRequest {
  readonly on: Day;
  readonly adjustment: AdjustmentId;
  readonly outcome: 'kept' | 'changed' | 'ended';
  readonly reviewOn: Day | null;
  readonly text: string | null;
}

/** 5.10: adjustments are kept under review; one that goes on has a next day of review. */
export function mayReviewAdjustment(c: Case, request: ReviewAdjustmentRequest, context: Context): Decision {
  const { on, adjustment, outcome, reviewOn, text } = request;
  const provision = provisionFor(c.edition, 'adjustments');
  const known = c.adjustments.find((a) => a.id === adjustment && a.endedOn === null);
  const words = kept(context, text);
  return unless(
    [
      dayOfAct(c, on, context),
      known === undefined
        ? no('no-such-adjustment', 'No such adjustment is in place. Choose one that is.', { field: 'adjustment' })
        : null,
      outcome !== 'ended' && (reviewOn === null || reviewOn <= on)
        ? no('review-missing', 'Choose the day on which it is looked at again.', { field: 'reviewOn', provision })
        : null,
      outcome !== 'kept' && words === null
        ? no('text-missing', 'Write down what changed, or why it ended.', { field: 'text', provision })
        : null,
    ],
    () =>
      allow([
        {
          what: {
            type: 'AdjustmentReviewed',
            adjustment,
            outcome,
            reviewOn: outcome === 'ended' ? null : reviewOn,
            words,
          },
          on,
        },
      ]),
  );
}
