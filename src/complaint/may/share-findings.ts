import type { Day } from '../../facts/days.js';
import type { PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { atLeastOne, dayOfAct, no, noConflict, pointsAre, stageRuns, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import type { Side } from './hear-position.js';

export interface ShareFindingsRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly with: Side;
  readonly points: readonly PointId[];
  readonly text: string;
  readonly commentsBy: Day | null;
}

/** 5.8: whoever a finding goes against may comment on it before the decision is made. */
export function mayShareFindings(c: Case, request: ShareFindingsRequest, context: Context): Decision {
  const { on, stage, points, text, commentsBy } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, stage, on),
      noConflict(c, context.by.staff),
      atLeastOne('points', points, 'Choose the points that the findings are about.'),
      pointsAre(c, points, 'ours'),
      written('text', text, 'Write down the findings as you shared them.', provisionFor(c.edition, 'both-sides')),
      commentsBy !== null && commentsBy < on
        ? no('comments-by-past', 'Give them until a later day to comment.', { field: 'commentsBy' })
        : null,
    ],
    () =>
      allow([
        {
          what: { type: 'FindingsShared', stage, with: request.with, points, words: context.keep(text), commentsBy },
          on,
        },
      ]),
  );
}
