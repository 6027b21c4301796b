/** Whether safety markers are read by whoever visits, as the landlord has set. */
import { seesMarker } from '../../complaint/behaviour/safety-marker.js';
import { behaviourIn } from '../../store/behaviour.js';
import type { Visit } from '../visit.js';

export function maySeeMarkers({ landlord, staff }: Pick<Visit, 'landlord' | 'staff'>): boolean {
  return seesMarker({ roles: staff.roles, seesMarkers: behaviourIn(landlord.settings).seesMarkers });
}
