/** The sets of roles that many rules and screens mean alike; who may do one act stands with the acts. */
import type { Role } from './refusals.js';

/** Those whose work cases are: they open any of this landlord's, save what is about one of the staff. */
export const caseWorkers = ['officer', 'investigator', 'reviewer', 'manager'] as const satisfies readonly Role[];

/** Who may come to a page of a case or to its figures at all; the member responsible then needs a grant for one case. */
export const caseReaders = [...caseWorkers, 'member-responsible'] as const satisfies readonly Role[];

/** Whether somebody with these roles works on cases. */
export function worksOnCases(roles: readonly Role[]): boolean {
  return caseWorkers.some((role) => roles.includes(role));
}
