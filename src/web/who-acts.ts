/** Who does something on a screen, as the store asks for it. */
import type { StaffWho } from '../store/improve.js';
import type { Visit } from './visit.js';

export function whoActs({ landlord, staff }: Pick<Visit, 'landlord' | 'staff'>): StaffWho {
  return { landlordId: landlord.id, staff: staff.id, roles: staff.roles };
}
