import type { Day } from '../../facts/days.js';
import type { StaffId, TeamId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, differentPerson, goesOn, no, noConflict, stageRuns, unless } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { staffConcerned } from '../staff-concerned.js';

export interface AssignRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly to: StaffId;
  readonly team: TeamId | null;
}

/** 6.13: who handles it. Stage 2 goes to someone who did not consider stage 1; 5.8: no one with a conflict of interest. */
export function mayAssign(c: Case, request: AssignRequest, context: Context): Decision {
  const { on, stage, to, team } = request;
  const record = c.stages[stage];
  return unless(
    [
      dayOfAct(c, on, context),
      // What is no complaint, or not yet, is assigned too.
      c.kind === 'complaint' && c.loggedOn !== null
        ? stageRuns(c, stage, on)
        : (goesOn(c, on) ??
          (stage === 2 ? no('not-escalated', 'Only a complaint has a stage 2.', { field: 'stage' }) : null)),
      differentPerson(
        c,
        stage,
        to,
        'to',
        'This person considered stage 1. Stage 2 goes to someone else: choose another.',
      ),
      noConflict(c, to, 'This person has declared a conflict of interest in this case. Choose someone else.'),
      staffConcerned(c).includes(to)
        ? no('concerned', 'The complaint is about this person. Choose someone else.', {
            field: 'to',
            provision: provisionFor(c.edition, 'conflict'),
          })
        : null,
      record?.handler === to && record.team === team
        ? no('already-assigned', 'This person has the case already.', { field: 'to' })
        : null,
    ],
    () => allow([{ what: { type: 'Assigned', stage, to, team }, on }]),
  );
}
