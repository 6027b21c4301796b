/** Whom a question goes to: as letters do, whoever acts for the resident with authority, else the resident. */
import type { Day } from '../../facts/days.js';
import type { PersonId } from '../../facts/happened.js';
import type { Case } from '../case.js';

/** Each once: those who act for the resident on that day, or the resident; and every other member of the group. */
export function peopleToAsk(c: Case, today: Day): readonly PersonId[] {
  // An elected member is answered on the matter raised, and asked nothing.
  const acting = c.representatives
    .filter(
      ({ authority, since, until, endedOn }) =>
        authority !== 'asked' &&
        authority !== 'elected-member' &&
        endedOn === null &&
        since <= today &&
        (until === null || until >= today),
    )
    .map(({ person }) => person);
  const first = acting.length > 0 || c.person === null ? acting : [c.person];
  return [...new Set([...first, ...c.group.filter((member) => member !== c.person)])];
}
