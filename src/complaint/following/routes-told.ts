/**
 * Whose each point is and who outside can look at it, as the resident has been told: by the definition that was set out, or
 * by an answer. What was found since is theirs to read when the next of these has told it.
 */
import type { Answerer, FurtherRoute, PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { routesOf } from '../routes.js';

export interface RoutesTold {
  readonly whose: Answerer;
  readonly routes: readonly FurtherRoute[];
}

interface Found {
  readonly whose: Answerer;
  readonly routes: readonly FurtherRoute[] | null;
}

const notSaidYet: Found = { whose: 'ours', routes: null };

/** The points of which anything was told, each as it was told last. */
export function routesTold(c: Pick<Case, 'history' | 'points'>): ReadonlyMap<PointId, RoutesTold> {
  const found = new Map<PointId, Found>();
  const told = new Map<PointId, RoutesTold>();
  const find = (point: PointId, what: Partial<Found>) =>
    found.set(point, { ...(found.get(point) ?? notSaidYet), ...what });
  const tell = (point: PointId) => {
    const known = found.get(point) ?? notSaidYet;
    told.set(point, { whose: known.whose, routes: routesOf(known) });
  };
  for (const { what } of c.history) {
    switch (what.type) {
      case 'PointRaised':
        find(what.point, {});
        break;
      case 'PointDefined':
      case 'PointFoundNotOurs':
        find(what.point, { whose: what.whose });
        break;
      case 'PointRoutesFound':
        find(what.point, { routes: what.routes });
        break;
      case 'PointSplit':
        // Each part goes on as the whole was, told or not.
        for (const { point } of what.into) {
          find(point, found.get(what.point) ?? notSaidYet);
          const before = told.get(what.point);
          if (before !== undefined) told.set(point, before);
        }
        break;
      case 'DefinitionSetOut':
        for (const point of what.points) tell(point);
        break;
      case 'ResponseSent':
        for (const { id, escalated } of c.points) if (found.has(id) && (what.stage === 1 || escalated)) tell(id);
        break;
      default:
    }
  }
  return told;
}
