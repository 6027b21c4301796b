/** Who may see which pack: managers all of them; the member responsible what goes to them, the governing body and the panel. */
import { type PackAudience, packAudiences } from '../../reports/packs/calendar.js';
import type { Visit } from '../visit.js';

export function audiencesFor(visit: Visit): readonly PackAudience[] {
  return visit.may('manager') ? packAudiences : packAudiences.filter((audience) => audience !== 'managers');
}
