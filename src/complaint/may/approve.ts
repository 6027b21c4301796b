import type { Day } from '../../facts/days.js';
import type { LetterId } from '../../facts/happened.js';
import { answerComplete } from '../answer-complete.js';
import type { Case } from '../case.js';
import { dayOfAct, differentPerson, no, noConflict, type Objection, stageRuns, unless } from '../objections.js';
import { roleMay } from '../permitted.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface ApproveRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly letter: LetterId;
  readonly missing: readonly string[];
}

/** A second person reads the answer before it goes out: neither who handles the case nor who wrote the letter. */
export function mayApprove(c: Case, request: ApproveRequest, context: Context): Decision {
  const { on, stage, letter, missing } = request;
  const { staff } = context.by;
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, stage, on),
      noConflict(c, staff),
      roleMay(context.by.roles, 'approve')
        ? null
        : no('role-may-not', 'Your role does not let you approve answers. Ask an officer, a reviewer or a manager.'),
      differentPerson(
        c,
        stage,
        staff,
        null,
        'You considered this complaint at stage 1, so someone else approves the final response.',
      ),
      secondPerson(c, stage, letter, staff),
      missing.map((words) => no('letter-misses', words, { field: 'letter' })),
      answerComplete(c, stage, on),
    ],
    () => allow([{ what: { type: 'ResponseApproved', stage, letter, by: staff }, on }]),
  );
}

function secondPerson(c: Case, stage: 1 | 2, letter: LetterId, staff: string): Objection {
  const drafted = c.history.some(
    ({ what, recordedBy }) =>
      what.type === 'LetterDrafted' && what.letter === letter && 'staff' in recordedBy && recordedBy.staff === staff,
  );
  return drafted || c.stages[stage]?.handler === staff
    ? no('own-answer', 'You handle this case or wrote this letter. Ask a second person to approve it.')
    : null;
}
