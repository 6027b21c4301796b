/** Every screen of the dashboards. */
import type { Route } from '../visit.js';
import { dashboards } from './dashboards.js';

export const dashboardRoutes: readonly Route[] = [...dashboards];
