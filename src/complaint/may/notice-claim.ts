import type { Day } from '../../facts/days.js';
import type { ClaimKind } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, goesOn, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface NoticeClaimRequest {
  readonly on: Day;
  readonly claim: ClaimKind;
  readonly text: string;
  /** Who looks at it: the insurer, the legal team. */
  readonly handedTo: string | null;
}

/** An injury or a claim on insurance goes its own way; the complaint goes on beside it and waits for neither. */
export function mayNoticeClaim(c: Case, request: NoticeClaimRequest, context: Context): Decision {
  const { on, claim, text, handedTo } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      written('text', text, 'Write down what the resident says happened and what was harmed.'),
    ],
    () =>
      allow(
        [{ what: { type: 'ClaimNoticed', claim, words: context.keep(text), handedTo: kept(context, handedTo) }, on }],
        {
          warnings: [
            ...(handedTo === null || handedTo.trim() === '' ? ['Hand the claim to your insurer or legal team.'] : []),
            'The complaint goes on: do not wait for the claim.',
          ],
        },
      ),
  );
}
