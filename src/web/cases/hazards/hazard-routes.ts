/** The acts on a case's hazards, in the order in which they happen. */
import type { Route } from '../../visit.js';
import { beginHazardWork } from './begin-hazard-work.js';
import { handOverHazard } from './hand-over-hazard.js';
import { investigateHazard } from './investigate-hazard.js';
import { makeHazardSafe } from './make-hazard-safe.js';
import { noticeHazard } from './notice-hazard.js';
import { offerAccommodation } from './offer-accommodation.js';
import { putOffHazardWork } from './put-off-hazard-work.js';
import { ruleOutHazard } from './rule-out-hazard.js';
import { summariseHazard } from './summarise-hazard.js';

export const hazardRoutes: readonly Route[] = [
  ...noticeHazard,
  ...ruleOutHazard,
  ...handOverHazard,
  ...investigateHazard,
  ...summariseHazard,
  ...makeHazardSafe,
  ...beginHazardWork,
  ...putOffHazardWork,
  ...offerAccommodation,
];
