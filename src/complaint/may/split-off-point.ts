import type { Day } from '../../facts/days.js';
import type { PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, noConflict, pointIs, stageRuns, unless, written } from '../objections.js';
import { openedFrom } from '../opening.js';
import { ownPoints, pointOf } from '../points.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface SplitOffPointRequest {
  readonly on: Day;
  readonly point: PointId;
  readonly because: 'unrelated' | 'would-delay';
  readonly reason: string;
}

/** 6.8: a point that is unrelated, or would delay the answer unreasonably, goes on as a complaint of its own. */
export function maySplitOffPoint(c: Case, request: SplitOffPointRequest, context: Context): Decision {
  const { on, point: id, because, reason } = request;
  const point = pointOf(c, id);
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, 1, on),
      noConflict(c, context.by.staff),
      pointIs(c, id, 'ours'),
      ownPoints(c, 1).length === 1
        ? no('only-point', 'This is the only point of the complaint, so it stays here.', { field: 'point' })
        : null,
      written(
        'reason',
        reason,
        'Write down why it becomes a case of its own.',
        provisionFor(c.edition, 'further-points'),
      ),
    ],
    () => {
      if (point === null) return allow([]);
      // It was received when it was raised, so its clocks have run since then.
      const start = {
        on: point.raisedOn,
        channel: c.channel,
        firstHeardBy: c.firstHeardBy,
        words: point.words,
        files: [],
        relation: 'split-from',
      } as const;
      const opening = openedFrom(c, start, context);
      return allow(
        [{ what: { type: 'PointSplitOff', point: id, to: opening.id, because, reason: context.keep(reason) }, on }],
        {
          opens: [opening],
          warnings: ['The new case counts from the day on which the resident raised this point.'],
        },
      );
    },
  );
}
