/** The names behind the ids that lists show. */
import type { Trx } from '../../store/database.js';
import { staffNames } from '../../store/staff.js';
import { listTeams } from '../../store/teams.js';
import type { Names } from './case-list.js';

export async function readNames(trx: Trx): Promise<Names> {
  const teams = await listTeams(trx, 'all');
  return { staff: await staffNames(trx), teams: new Map(teams.map((team) => [team.id, team.name])) };
}
