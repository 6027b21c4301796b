/** Where a point can go: by whose it is, and by what it is about. */
import type { FurtherRoute } from '../facts/happened.js';
import { routesByAnswerer } from '../law/routes.js';
import type { Point } from './case.js';

/**
 * The bodies that can look at the point: those that look at what its answerer did, which for ours is always the Housing
 * Ombudsman, and those of its subject. A mixed one keeps all of them.
 */
export function routesOf(point: Pick<Point, 'routes' | 'whose'>): readonly FurtherRoute[] {
  return [...new Set([...routesByAnswerer(point.whose), ...(point.routes ?? [])])];
}

/** It is about personal information, so data protection law has a clock of its own for it. */
export function isDataProtection(point: Pick<Point, 'routes' | 'whose'>): boolean {
  return routesOf(point).includes('ico');
}
