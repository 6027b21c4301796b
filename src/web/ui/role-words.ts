/** Roles as people say them, and what each may do, in a line. */
import type { Role } from '../../complaint/refusals.js';

export const roleNames: Readonly<Record<Role, string>> = {
  officer: 'Complaints officer',
  investigator: 'Investigator',
  reviewer: 'Stage 2 reviewer',
  manager: 'Manager',
  administrator: 'Administrator',
  'member-responsible': 'Member responsible for complaints',
};

export const roleHints: Readonly<Record<Role, string>> = {
  officer: 'Logs, triages and acknowledges; writes to residents',
  investigator: 'Investigates and answers at stage 1',
  reviewer: 'Answers at stage 2 what somebody else considered at stage 1',
  manager: 'Approves long extensions, compensation and responses; allocates work',
  administrator: 'Keeps people, teams, holidays and other settings',
  'member-responsible': 'Sees figures, themes and cases without names; a whole case only when granted',
};

export function roleWords(roles: readonly Role[]): string {
  return roles.map((role) => roleNames[role]).join(', ');
}
