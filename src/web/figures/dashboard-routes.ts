/** Every screen of the dashboards. */
import type { Route } from '../visit.js';
import { dashboards } from './dashboards.js';
import { places } from './places.js';
import { publishScreen } from './publish.js';

export const dashboardRoutes: readonly Route[] = [...dashboards, ...publishScreen, ...places];
