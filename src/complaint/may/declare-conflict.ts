import type { Day } from '../../facts/days.js';
import type { StaffId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, goesOn, no, unless } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface DeclareConflictRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly staff: StaffId;
  /** False says that there is none, which is worth recording too. */
  readonly conflict: boolean;
  readonly text: string | null;
}

/** 5.8: whether someone who handles the complaint has a conflict of interest, actual or seeming. */
export function mayDeclareConflict(c: Case, request: DeclareConflictRequest, context: Context): Decision {
  const { on, stage, staff, conflict, text } = request;
  const words = kept(context, text);
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      c.stages[stage] === null
        ? no('no-such-stage', 'The case has no such stage. Choose the stage it is in.', { field: 'stage' })
        : null,
      conflict && words === null
        ? no('text-missing', 'Write down what the conflict is.', {
            field: 'text',
            provision: provisionFor(c.edition, 'conflict'),
          })
        : null,
    ],
    () =>
      allow([{ what: { type: 'ConflictDeclared', stage, staff, conflict, words }, on }], {
        warnings: conflict && c.handler === staff ? ['This person has the case. Assign it to someone else.'] : [],
      }),
  );
}
