import type { Day } from '../../facts/days.js';
import type { ImprovementId, StaffId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { improvementsOf } from '../improvements.js';
import { dayOfAct, isComplaint, no, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface OpenImprovementRequest {
  readonly on: Day;
  /** One improvement may come of many cases: each of them tells of it. */
  readonly improvement: ImprovementId;
  readonly owner: StaffId;
  readonly dueOn: Day;
  /** What is to change. */
  readonly text: string;
}

/** 9.1, 9.2: the landlord changes something because of this case, beyond putting it right. */
export function mayOpenImprovement(c: Case, request: OpenImprovementRequest, context: Context): Decision {
  const { on, improvement, owner, dueOn, text } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      isComplaint(c, on),
      written('text', text, 'Write what is to change.', provisionFor(c.edition, 'learning')),
      improvementsOf(c).some(({ id }) => id === improvement)
        ? no('improvement-there-already', `${c.reference} belongs to this improvement already.`, { field: 'cases' })
        : null,
    ],
    () => allow([{ what: { type: 'ImprovementOpened', improvement, owner, dueOn, words: context.keep(text) }, on }]),
  );
}
