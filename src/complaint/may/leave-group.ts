import type { Day } from '../../facts/days.js';
import type { PersonId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, goesOn, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { residentsOf } from '../who.js';

export interface LeaveGroupRequest {
  readonly on: Day;
  readonly person: PersonId;
  readonly text: string | null;
}

/** A resident leaves a group's complaint; the complaint goes on for the others. The last one withdraws it instead. */
export function mayLeaveGroup(c: Case, request: LeaveGroupRequest, context: Context): Decision {
  const { on, person, text } = request;
  const residents = residentsOf(c);
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      residents.includes(person)
        ? null
        : no('not-in-the-group', 'This person is not one of the residents.', { field: 'person' }),
      residents.length === 1 && residents.includes(person)
        ? no(
            'last-of-the-group',
            'This is the only resident. If they want to stop, record that the complaint is withdrawn.',
            {
              field: 'person',
            },
          )
        : null,
    ],
    () => allow([{ what: { type: 'GroupMemberLeft', person, words: kept(context, text) }, on }]),
  );
}
