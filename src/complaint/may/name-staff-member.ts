import type { Day } from '../../facts/days.js';
import type { StaffId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, goesOn, no, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { staffConcerned } from '../staff-concerned.js';

export interface NameStaffMemberRequest {
  readonly on: Day;
  readonly staff: StaffId;
  /** What they are told that it is about: they see nothing else of the case. */
  readonly text: string;
}

/** 5.8: a complaint about a member of staff. From here on few open it; who it is about is heard on their own page. */
export function mayNameStaffMember(c: Case, request: NameStaffMemberRequest, context: Context): Decision {
  const { on, staff, text } = request;
  const provision = provisionFor(c.edition, 'conflict');
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      staffConcerned(c).includes(staff)
        ? no('named-already', 'The complaint is on record as one about this person already.', { field: 'staff' })
        : null,
      c.handler === staff
        ? no('handles-it', 'This person has the case now. Assign it to somebody else first.', {
            field: 'staff',
            provision,
          })
        : null,
      written(
        'text',
        text,
        'Write down what they are told that it is about, so that they can answer it.',
        provisionFor(c.edition, 'both-sides'),
      ),
    ],
    () =>
      allow([{ what: { type: 'StaffMemberNamed', staff, words: context.keep(text) }, on }], {
        warnings: ['Managers, whoever has the case, and those to whom it is opened see it from now on.'],
      }),
  );
}
