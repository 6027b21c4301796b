import type { Day } from '../../facts/days.js';
import type { Sending, StaffId } from '../../facts/happened.js';
import { answerComplete, approved } from '../answer-complete.js';
import type { Case } from '../case.js';
import { type LetterOut, letterIsWhole, letterSent } from '../letter-out.js';
import { atLeastOne, dayOfAct, differentPerson, no, noConflict, stageRuns, unless } from '../objections.js';
import { outcomeOf } from '../points.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { answerWarnings, inWriting } from './respond.js';

export interface RespondFinallyRequest {
  readonly on: Day;
  readonly how: Sending;
  readonly letter: LetterOut | null;
  /** 6.20: all who were needed for the answer. */
  readonly involved: readonly StaffId[];
  readonly approvalNeeded: boolean;
}

/** 6.13, 6.14, 6.18 to 6.20: the final response to the points taken to stage 2, with all the staff who were needed for it. */
export function mayRespondFinally(c: Case, request: RespondFinallyRequest, context: Context): Decision {
  const { on, how, letter, involved, approvalNeeded } = request;
  const stage2 = c.stages[2];
  return unless(
    [
      dayOfAct(c, on, context),
      stage2?.respondedOn
        ? no(
            'stage-2-answered',
            'The final response has been sent already. Give the resident the Ombudsman’s details.',
            {
              provision: provisionFor(c.edition, 'final-response'),
            },
          )
        : stageRuns(c, 2, on),
      noConflict(c, context.by.staff),
      differentPerson(
        c,
        2,
        context.by.staff,
        null,
        'You considered this complaint at stage 1. Ask whoever considers stage 2 to send the final response.',
      ),
      inWriting(c, 2, how),
      atLeastOne('involved', involved, 'Name the staff who were needed for the final response.'),
      answerComplete(c, 2, on),
      approved(c, 2, letter?.id ?? null, approvalNeeded),
      letterIsWhole(c, letter),
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'ResponseSent',
              stage: 2,
              how,
              letter: letter?.id ?? null,
              involved,
              outcome: outcomeOf(c, 2),
            },
            on,
          },
          ...letterSent(letter, 'final-response', 2, on, context),
        ],
        { warnings: answerWarnings(c, 2, on, letter, context) },
      ),
  );
}
