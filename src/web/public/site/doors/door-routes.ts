/** How a resident comes in and leaves: each route in its place. */
import type { Route } from '../../../visit.js';
import { siteStart } from '../start.js';
import { leave } from './leave.js';
import { residentLink } from './link.js';

export const doorRoutes: readonly Route[] = [...siteStart, ...residentLink, ...leave];
