/** A team's name, and that it is a contractor where the name does not say so. */
import type { Team } from '../../store/teams.js';

export function calledTeam({ name, contractor }: Pick<Team, 'name' | 'contractor'>): string {
  return contractor && !/\bcontractors?\b/i.test(name) ? `${name} (contractor)` : name;
}
