import type { Day } from '../../facts/days.js';
import type { Case } from '../case.js';
import { dayOfAct, no, stageRuns, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import type { Side } from './hear-position.js';

export interface TakeCommentsRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly from: Side;
  readonly text: string;
}

/** 5.8: what was said about findings that were shared. */
export function mayTakeComments(c: Case, request: TakeCommentsRequest, context: Context): Decision {
  const { on, stage, from, text } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, stage, on),
      (c.stages[stage]?.findingsShared.length ?? 0) === 0
        ? no('nothing-shared', 'No findings have been shared at this stage. Record what they said as their position.', {
            provision: provisionFor(c.edition, 'both-sides'),
          })
        : null,
      written('text', text, 'Write down what they said.'),
    ],
    () => allow([{ what: { type: 'CommentsMade', stage, from, words: context.keep(text) }, on }]),
  );
}
