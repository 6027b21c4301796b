import { type Day, inWords } from '../../facts/days.js';
import type { Sending, StaffId } from '../../facts/happened.js';
import { answerComplete, approved, beforeAnswering } from '../answer-complete.js';
import type { Case } from '../case.js';
import { clockOf } from '../clock-of.js';
import { type LetterOut, letterIsWhole, letterSent, notWrittenTo } from '../letter-out.js';
import { dayOfAct, isComplaint, no, noConflict, type Objection, stageRuns, unless } from '../objections.js';
import { outcomeOf } from '../points.js';
import { inBrackets, provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface RespondRequest {
  readonly on: Day;
  readonly how: Sending;
  /** Null only when the answer went out before this product kept its letters. */
  readonly letter: LetterOut | null;
  readonly involved: readonly StaffId[];
  /** The landlord's setting: a second person approves answers. */
  readonly approvalNeeded: boolean;
}

/**
 * 6.3, 6.6, 6.7, 6.9: stage 1 is answered once, in writing, when every point has its answer; never when the works are
 * finished. What the resident is not satisfied with afterwards goes to stage 2 (facts 10.17).
 */
export function mayRespond(c: Case, request: RespondRequest, context: Context): Decision {
  const { on, how, letter, involved, approvalNeeded } = request;
  const already = c.stages[1]?.respondedOn ?? null;
  return unless(
    [
      dayOfAct(c, on, context),
      already === null ? stageRuns(c, 1, on) : (isComplaint(c, on) ?? secondAnswer(c, already)),
      noConflict(c, context.by.staff),
      inWriting(c, 1, how),
      answerComplete(c, 1, on),
      approved(c, 1, letter?.id ?? null, approvalNeeded),
      letterIsWhole(c, letter),
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'ResponseSent',
              stage: 1,
              how,
              letter: letter?.id ?? null,
              involved,
              outcome: outcomeOf(c, 1),
            },
            on,
          },
          ...letterSent(letter, 'stage-1-response', 1, on, context),
        ],
        { warnings: answerWarnings(c, 1, on, letter, context) },
      ),
  );
}

function secondAnswer(c: Case, already: Day): Objection {
  return no(
    'stage-1-answered',
    `Stage 1 was answered on ${inWords(already)}; there is no second answer at stage 1. If the resident is not satisfied, record a request for stage 2.`,
    { provision: provisionFor(c.edition, 'on-to-stage-2') },
  );
}

/** 6.9, 6.19: an answer is written, whatever is also said. */
export function inWriting(c: Case, stage: 1 | 2, how: Sending): Objection {
  return how === 'phone'
    ? no('not-in-writing', 'The answer goes to the resident in writing. You may call them as well.', {
        field: 'how',
        provision: provisionFor(c.edition, `in-writing-${stage}`),
      })
    : null;
}

/** What to know when an answer goes out: lateness, no copy on record, residents of a group who are left out. */
export function answerWarnings(
  c: Case,
  stage: 1 | 2,
  on: Day,
  letter: LetterOut | null,
  context: Context,
): readonly string[] {
  const due = clockOf(c, `stage-${stage}-response`, context)?.due ?? null;
  return [
    ...beforeAnswering(c, stage),
    ...(due !== null && on > due ? [`The answer was due on ${inWords(due)}, so it is late.`] : []),
    ...(letter === null
      ? [`No copy of the answer is on record. Add it as a document${inBrackets(c.edition, 'record')}.`]
      : []),
    ...(stage === 1 && c.stages[2] !== null
      ? ['The resident has asked for stage 2 already; that request stands.']
      : []),
    ...notWrittenTo(c, letter),
  ];
}
