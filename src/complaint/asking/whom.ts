/** Whom a question goes to: whoever complained, or the person who has authority to act where the resident is not known. */
import type { Day } from '../../facts/days.js';
import type { PersonId } from '../../facts/happened.js';
import type { Case } from '../case.js';

/** The resident and every member of the group, each once; without them a representative with authority on that day. */
export function peopleToAsk(c: Case, today: Day): readonly PersonId[] {
  const own = [...new Set([...(c.person === null ? [] : [c.person]), ...c.group])];
  if (own.length > 0) return own;
  const acting = c.representatives.find(
    ({ authority, since, until, endedOn }) =>
      authority !== 'asked' &&
      authority !== 'elected-member' &&
      endedOn === null &&
      since <= today &&
      (until === null || until >= today),
  );
  return acting === undefined ? [] : [acting.person];
}
