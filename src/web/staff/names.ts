/** The names behind the ids that lists show. */
import { type Trx, together } from '../../store/database.js';
import { type Staff, staffNames } from '../../store/staff.js';
import { listTeams, type Team } from '../../store/teams.js';
import type { Names } from './case-list.js';

export async function readNames(trx: Trx): Promise<Names> {
  const [staff, teams] = await together(staffNames(trx), listTeams(trx, 'all'));
  return { staff, teams: new Map(teams.map((team) => [team.id, team.name])) };
}

/** The same of those who were read already. */
export function namesOf(staff: readonly Staff[], teams: readonly Team[]): Names {
  return {
    staff: new Map(staff.map((one) => [one.id, one.name])),
    teams: new Map(teams.map((team) => [team.id, team.name])),
  };
}
