import type { Day } from '../../facts/days.js';
import type { ImprovementId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { ofThisCase } from './test-improvement.js';

export interface CloseImprovementRequest {
  readonly on: Day;
  readonly improvement: ImprovementId;
  readonly text: string;
}

/** Nothing more is done of it: what stays in place, or why it is given up. */
export function mayCloseImprovement(c: Case, request: CloseImprovementRequest, context: Context): Decision {
  const { on, improvement, text } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      ofThisCase(c, improvement, on),
      written('text', text, 'Write what stays in place, or why it is given up.'),
    ],
    () => allow([{ what: { type: 'ImprovementClosed', improvement, words: context.keep(text) }, on }]),
  );
}
