/** Which staff a complaint is about: they are heard on it, and neither handle it nor open it (5.8). */
import type { StaffId } from '../facts/happened.js';
import type { Case } from './case.js';

/** Everybody on the staff whom the history names as the one it is about. */
export function staffConcerned(c: Pick<Case, 'history'>): readonly StaffId[] {
  return [...new Set(c.history.flatMap(({ what }) => (what.type === 'StaffMemberNamed' ? [what.staff] : [])))];
}
