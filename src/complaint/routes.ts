/** Where a point can go: by what it is about, else by whose it is. */
import type { FurtherRoute } from '../facts/happened.js';
import { routesByAnswerer } from '../law/routes.js';
import type { Point } from './case.js';

/** The bodies that can look at the point; a mixed one keeps all of them. */
export function routesOf(point: Pick<Point, 'routes' | 'whose'>): readonly FurtherRoute[] {
  const byAnswerer = routesByAnswerer(point.whose);
  if (point.routes === null) return byAnswerer;
  return point.whose === 'ours' ? point.routes : [...new Set([...byAnswerer, ...point.routes])];
}

/** It is about personal information, so data protection law has a clock of its own for it. */
export function isDataProtection(point: Pick<Point, 'routes' | 'whose'>): boolean {
  return routesOf(point).includes('ico');
}
