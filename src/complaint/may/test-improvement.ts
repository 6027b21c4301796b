import type { Day } from '../../facts/days.js';
import type { ImprovementId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { improvementsOf } from '../improvements.js';
import { dayOfAct, no, type Objection, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface TestImprovementRequest {
  readonly on: Day;
  readonly improvement: ImprovementId;
  readonly worked: boolean;
  readonly text: string;
}

/** 9.2: what was changed is looked at again: did such complaints stop? */
export function mayTestImprovement(c: Case, request: TestImprovementRequest, context: Context): Decision {
  const { on, improvement, worked, text } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      ofThisCase(c, improvement, on),
      written('text', text, 'Write what the numbers say, and how you judge it.'),
    ],
    () => allow([{ what: { type: 'ImprovementTested', improvement, worked, words: context.keep(text) }, on }]),
  );
}

/** The improvement came of this case, and has not been closed. */
export function ofThisCase(c: Case, improvement: ImprovementId, on: Day): Objection {
  const found = improvementsOf(c).find(({ id }) => id === improvement);
  if (found === undefined)
    return no('no-such-improvement', 'That improvement is not one of this case. Choose another.', {
      field: 'improvement',
    });
  if (found.closedOn !== null)
    return no('improvement-closed', 'The improvement is closed. Open another one.', { field: 'improvement' });
  if (on < found.openedOn)
    return no('before-it-was-opened', 'The improvement was opened after that day. Check the day.', { field: 'on' });
  return null;
}
