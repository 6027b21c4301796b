/** Whether a stage can be answered: every point found on, the definition set out, something learnt, a second pair of eyes. */
import type { Day } from '../facts/days.js';
import type { HappeningType, LetterId, LetterKind } from '../facts/happened.js';
import { pounds } from '../facts/money.js';
import type { Case } from './case.js';
import { noFailing } from './cause-list.js';
import { failedAfterAll } from './may/find-cause.js';
import { no, type Objection } from './objections.js';
import { decisionAt, numbersOf, ownPoints, standingPoints } from './points.js';
import { inBrackets, provisionFor } from './provisions.js';
import type { Refusal } from './refusals.js';

/** 6.7, 6.18: no point is left without an answer; 5.6: what is answered was set out first; 9.1: cause and learning are said, or none. */
export function answerComplete(c: Case, stage: 1 | 2, on: Day): readonly Refusal[] {
  const record = c.stages[stage];
  if (record === null) return [];
  const refusals: Refusal[] = [];
  const standing = standingPoints(c, stage);
  if (standing.length === 0)
    refusals.push(
      no('no-points', 'There is no point to answer. Raise and define the points first.', { field: 'points' }),
    );
  const open = ownPoints(c, stage).filter((p) => decisionAt(p, stage) === null);
  if (open.length > 0)
    refusals.push(
      no('points-undecided', `Decide ${numbersOf(open)} first, with reasons.`, {
        field: 'points',
        provision: provisionFor(c.edition, `every-point-${stage}`),
      }),
    );
  if (record.definedOn === null || record.definedOn > on)
    refusals.push(
      no(
        'definition-not-set-out',
        'Set out to the resident how you understand the complaint and the outcomes sought first.',
        {
          provision: provisionFor(c.edition, 'definition'),
        },
      ),
    );
  const waiting = c.worksheets.filter((w) => w.state === 'waiting' && w.offer?.stage === stage);
  if (waiting.length > 0)
    refusals.push(
      no(
        'compensation-waiting',
        `Compensation of ${pounds(waiting.reduce((sum, w) => sum + w.totalPence, 0))} waits for a second person. Have it approved or sent back first, so that the answer says what is offered.`,
      ),
    );
  if (record.learning === null)
    refusals.push(
      no(
        'learning-missing',
        'Record what lay behind it and what you learnt from it, or why there is nothing to learn.',
        {
          provision: provisionFor(c.edition, 'learning'),
        },
      ),
    );
  if (record.causes.length === 0 && record.learning !== null)
    refusals.push(
      no('cause-missing', `Record what lay behind it. Where nothing went wrong, choose ‘${noFailing}’ and write why.`, {
        provision: provisionFor(c.edition, 'learning'),
      }),
    );
  const failed = failedAfterAll(c, stage);
  if (record.causes.length > 0 && record.causes.every(({ cause }) => cause === noFailing) && failed !== null)
    refusals.push(failed);
  if (record.acknowledgedOn !== null && on < record.acknowledgedOn)
    refusals.push(
      no('before-the-acknowledgement', 'It was acknowledged after that day. Check the day.', { field: 'on' }),
    );
  return refusals;
}

/** What an answer is composed from, beside the decisions of its stage: what happens to these changes what it says. */
const inTheAnswer: readonly HappeningType[] = [
  'PointRaised',
  'PointDefined',
  'PointFoundNotOurs',
  'PointsJoined',
  'PointSplit',
  'PointSplitOff',
  'PointWithdrawn',
  'EscalationWidened',
  'RemedyOffered',
  'CompensationApproved',
  'ImpactFound',
  'ClaimNoticed',
  'RemedyDeclined',
  'RemedyDone',
  'ActionPromised',
  'ActionMoved',
  'ActionDone',
  'ActionEnded',
  'EntryCorrected',
];

/** Where the landlord asks for it, the letter was approved by a second person, and nothing in it has changed since. */
export function approved(c: Case, stage: 1 | 2, letter: LetterId | null, needed: boolean): Objection {
  if (!needed) return null;
  const approval = c.stages[stage]?.approvedLetter ?? null;
  if (approval === null || (letter !== null && approval.letter !== letter))
    return no(
      'not-approved',
      'A second person has to approve this answer before it goes out. Ask for it to be approved.',
      {
        field: 'letter',
      },
    );
  const at = c.history.findLastIndex((e) => e.what.type === 'ResponseApproved' && e.what.stage === stage);
  const changed = c.history
    .slice(at + 1)
    .some(
      ({ what }) =>
        inTheAnswer.includes(what.type) ||
        (what.type === 'PointDecided' && what.stage === stage) ||
        (what.type === 'LetterDrafted' && what.letter === approval.letter),
    );
  return changed ? changedSinceApproval : null;
}

export const changedSinceApproval = no(
  'changed-since-approval',
  'The answer has changed since it was approved. Ask for it to be approved again.',
  { field: 'letter' },
);

/** Whether the approval of a letter still stands: what the case says has not changed since it was given. */
export function approvalHolds(c: Case, kind: LetterKind, letter: LetterId): boolean {
  return approved(c, kind === 'final-response' ? 2 : 1, letter, true) === null;
}

/** What does not stop an answer but should be looked at first. */
export function beforeAnswering(c: Case, stage: 1 | 2): readonly string[] {
  const record = c.stages[stage];
  const warnings: string[] = [];
  if (record?.acknowledgedOn === null)
    warnings.push('This stage was never acknowledged: its answer counts as the acknowledgement, on its day.');
  const upheld = ownPoints(c, stage).filter((p) => decisionAt(p, stage)?.finding !== 'not-upheld');
  const without = upheld.filter(
    (p) =>
      !c.remedies.some((r) => r.points.includes(p.id) || r.points.length === 0) &&
      !c.promises.some((q) => q.points.includes(p.id)),
  );
  if (without.length > 0)
    warnings.push(
      `Something went wrong in ${numbersOf(without)}, and no remedy is offered for it${inBrackets(c.edition, 'remedy-kinds')}.`,
    );
  return warnings;
}
