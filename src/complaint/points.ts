/** Which points of a case count, at which stage, and what has been found on them. */
import type { Finding, PointId, Stage } from '../facts/happened.js';
import type { Case, Point } from './case.js';

/** A point that is still to be answered or to be said whose it is: not joined, split, moved or withdrawn. */
export function isStanding(point: Point): boolean {
  return point.state === 'raised' || point.state === 'defined' || point.state === 'not-ours';
}

/** The landlord’s own to answer, defined or still to be (5.7). */
export function isOurs(point: Point): boolean {
  return point.state === 'raised' || point.state === 'defined';
}

/** The points that a stage looks at: all that stand, at stage 2 those that were escalated. */
export function standingPoints(c: Case, stage: Stage): readonly Point[] {
  return c.points.filter((p) => isStanding(p) && (stage === 1 || p.escalated));
}

/** Of these, the landlord's own to answer (5.7). */
export function ownPoints(c: Case, stage: Stage): readonly Point[] {
  return standingPoints(c, stage).filter(isOurs);
}

/** A point of this case by its id; null when it is another’s. */
export function pointOf(c: Case, id: PointId): Point | null {
  return c.points.find((p) => p.id === id) ?? null;
}

export type PointDecision = Point['decisions'][number];

/** The decision that stands on a point at a stage: the last one recorded. */
export function decisionAt(point: Point, stage: Stage): PointDecision | null {
  return point.decisions.findLast((d) => d.stage === stage) ?? null;
}

/** The stage's outcome from its points: upheld or not where all agree, else partly upheld; null when none is decided. */
export function outcomeOf(c: Case, stage: Stage): Finding | null {
  const found = new Set(ownPoints(c, stage).flatMap((p) => decisionAt(p, stage)?.finding ?? []));
  if (found.size === 0) return null;
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : 'partly-upheld';
}

/** 'point 2', 'points 1 and 3', 'points 1, 2 and 4'. */
export function numbersOf(points: readonly Point[]): string {
  const numbers = points.map((p) => String(p.number));
  const last = numbers.pop();
  if (last === undefined) return 'no point';
  return numbers.length === 0 ? `point ${last}` : `points ${numbers.join(', ')} and ${last}`;
}
