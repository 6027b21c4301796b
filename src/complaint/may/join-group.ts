import type { Day } from '../../facts/days.js';
import type { PersonId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, goesOn, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { residentsOf } from '../who.js';

export interface JoinGroupRequest {
  readonly on: Day;
  readonly person: PersonId;
}

/** 1.2: a group's complaint is one case; each resident in it has their own letter and right to escalate or leave. */
export function mayJoinGroup(c: Case, request: JoinGroupRequest, context: Context): Decision {
  const { on, person } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      residentsOf(c).includes(person)
        ? no('already-in-the-group', 'This person is one of the residents already.', { field: 'person' })
        : null,
    ],
    () => allow([{ what: { type: 'GroupMemberJoined', person }, on }]),
  );
}
