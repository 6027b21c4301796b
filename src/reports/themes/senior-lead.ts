/** Who answers for complaints as senior lead (Code 9.4), and who answers what may be systemic. */
import { no } from '../../complaint/objections.js';
import type { Refusal, Role } from '../../complaint/refusals.js';
import type { StaffId } from '../../facts/happened.js';

/** Managers, and the member responsible: they see what they answer for. */
export function mayLead(roles: readonly Role[]): boolean {
  return roles.includes('manager') || roles.includes('member-responsible');
}

/** The senior lead; while nobody is named a manager, so that nothing waits for nobody. */
export function answersRisks(
  lead: StaffId | null,
  who: { readonly staff: StaffId; readonly roles: readonly Role[] },
): boolean {
  return lead === null ? who.roles.includes('manager') : lead === who.staff;
}

/** The no to somebody else's answer. */
export const notTheLead: Refusal = no('not-the-lead', 'The senior lead for complaints answers this.');

/** The no to a second answer. */
export const answeredBefore: Refusal = no(
  'answered-before',
  'It was answered meanwhile. Open it again to read the answer',
  { field: 'answer' },
);

/** The no to naming somebody who can't see what they would answer for. */
export const cannotLead: Refusal = no('cannot-lead', 'Choose a manager or the member responsible', { field: 'lead' });
