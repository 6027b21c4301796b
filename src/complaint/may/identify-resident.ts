import type { Day } from '../../facts/days.js';
import type { PersonId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface IdentifyResidentRequest {
  readonly on: Day;
  readonly person: PersonId;
}

/** 5.12: who the resident is may become known later than what they said. */
export function mayIdentifyResident(c: Case, request: IdentifyResidentRequest, context: Context): Decision {
  return unless(
    [
      dayOfAct(c, request.on, context),
      c.person === request.person
        ? no('already-known', 'This person is already the resident of the case.', { field: 'person' })
        : null,
    ],
    () => allow([{ what: { type: 'ResidentIdentified', person: request.person }, on: request.on }]),
  );
}
