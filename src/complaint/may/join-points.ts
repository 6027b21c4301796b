import type { Day } from '../../facts/days.js';
import type { PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { atLeastOne, dayOfAct, no, noConflict, pointIs, pointsAre, stageRuns, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface JoinPointsRequest {
  readonly on: Day;
  readonly into: PointId;
  readonly joined: readonly PointId[];
  readonly reason: string;
}

/** 6.7: points that say the same are answered as one; none is lost, each names the one it went into. */
export function mayJoinPoints(c: Case, request: JoinPointsRequest, context: Context): Decision {
  const { on, into, joined, reason } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, 1, on),
      noConflict(c, context.by.staff),
      pointIs(c, into, 'ours', 'into'),
      atLeastOne('joined', joined, 'Choose the points to join into it.'),
      pointsAre(c, joined, 'ours', 'joined'),
      joined.includes(into)
        ? no('into-itself', 'A point can’t be joined into itself. Choose others.', { field: 'joined' })
        : null,
      written('reason', reason, 'Write down why they are one point.'),
    ],
    () =>
      allow([{ what: { type: 'PointsJoined', into, joined: [...new Set(joined)], reason: context.keep(reason) }, on }]),
  );
}
