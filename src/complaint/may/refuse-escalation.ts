import type { Day } from '../../facts/days.js';
import type { RefusalGround } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { type LetterOut, letterIsWhole, letterSent, notWrittenTo } from '../letter-out.js';
import { dayOfAct, no, noConflict, stageRuns, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface RefuseEscalationRequest {
  readonly on: Day;
  readonly ground: RefusalGround;
  readonly filedOn: Day | null;
  readonly circumstances: string;
  readonly reasons: string;
  /** The only reason is that the landlord's own time for asking has passed. */
  readonly lateWindowOnly: boolean;
  readonly letter: LetterOut | null;
}

/** 5.11: a request for stage 2 is refused only on a ground on which a complaint could be refused, clearly stated. */
export function mayRefuseEscalation(c: Case, request: RefuseEscalationRequest, context: Context): Decision {
  const { on, ground, filedOn, circumstances, reasons, lateWindowOnly, letter } = request;
  const provision = provisionFor(c.edition, 'refusal-to-escalate');
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, 2, on),
      noConflict(c, context.by.staff),
      c.stages[2]?.respondedOn
        ? no('stage-2-answered', 'The final response has been sent, so there is no request left to refuse.')
        : null,
      c.escalation?.refusedOn ? no('already-refused', 'This request for stage 2 has been refused already.') : null,
      ground === 'legal-proceedings' && filedOn === null
        ? no(
            'filed-on-missing',
            'Enter the day on which the claim form and the particulars of claim were filed at court.',
            {
              field: 'filedOn',
              provision: provisionFor(c.edition, 'grounds'),
            },
          )
        : null,
      filedOn !== null && filedOn > on
        ? no('filed-later', 'The claim can’t have been filed after the refusal. Check the day.', { field: 'filedOn' })
        : null,
      ground === 'over-twelve-months'
        ? no(
            'accepted-at-stage-1',
            'The complaint was accepted at stage 1, so its age is no ground to refuse stage 2. Choose another.',
            {
              field: 'ground',
              provision,
            },
          )
        : null,
      written(
        'circumstances',
        circumstances,
        'Write down the resident’s own circumstances as you considered them: nothing is refused by a blanket rule.',
        provisionFor(c.edition, 'circumstances'),
      ),
      written('reasons', reasons, 'Write the reasons that the resident is given.', provision),
      letterIsWhole(c, letter),
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'EscalationRefused',
              ground,
              filedOn,
              circumstances: context.keep(circumstances),
              reasons: context.keep(reasons),
              letter: letter?.id ?? null,
            },
            on,
          },
          ...letterSent(letter, 'refusal-to-escalate', 2, on, context),
        ],
        {
          warnings: [
            // 4.13 of the 2022 Code asked landlords for such a time; the 2024 Code knows none (facts 10.13).
            ...(lateWindowOnly && c.edition === '2024'
              ? [`The Code sets no time for asking. A refusal on that ground alone does not meet ${provision}.`]
              : []),
            ...(letter === null
              ? ['Tell the resident in writing why, and that they may take this to the Ombudsman.']
              : []),
            ...notWrittenTo(c, letter),
          ],
        },
      ),
  );
}
