/** The form by which anybody tells the landlord something, page by page. */
import type { Route } from '../../visit.js';
import { checkRoutes } from './check.js';
import { chooseRoutes } from './choose.js';
import { emergencyRoutes } from './emergency.js';
import { filesRoutes } from './files.js';
import { needsRoutes } from './needs.js';
import { pointRoutes } from './point.js';
import { pointsRoutes } from './points.js';
import { residentAuthority } from './resident-authority.js';
import { riskRoutes } from './risk.js';
import { saveRoutes } from './save.js';
import { sentRoutes } from './sent.js';
import { whoRoutes } from './who.js';
import { complainStart } from './wish.js';
import { youRoutes } from './you.js';

export const complainRoutes: readonly Route[] = [
  ...complainStart,
  ...whoRoutes,
  ...pointRoutes,
  ...pointsRoutes,
  ...riskRoutes,
  ...emergencyRoutes,
  ...youRoutes,
  ...needsRoutes,
  ...filesRoutes,
  ...chooseRoutes,
  ...checkRoutes,
  ...sentRoutes,
  ...saveRoutes,
  ...residentAuthority,
];
