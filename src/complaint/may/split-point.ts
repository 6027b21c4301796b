import type { Day } from '../../facts/days.js';
import type { PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, noConflict, pointIs, stageRuns, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface SplitPointRequest {
  readonly on: Day;
  readonly point: PointId;
  readonly into: readonly { readonly text: string }[];
  readonly reason: string;
}

/** 6.7: one point that holds several is split, so that each has its own answer. */
export function maySplitPoint(c: Case, request: SplitPointRequest, context: Context): Decision {
  const { on, point, into, reason } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, 1, on),
      noConflict(c, context.by.staff),
      pointIs(c, point, 'ours'),
      into.length < 2 ? no('into-missing', 'Write at least two points to split it into.', { field: 'into' }) : null,
      into.some((part) => part.text.trim() === '')
        ? no('into-empty', 'Write each part in words, or remove it.', { field: 'into' })
        : null,
      written('reason', reason, 'Write down why it is split.'),
    ],
    () =>
      allow([
        {
          what: {
            type: 'PointSplit',
            point,
            into: into.map((part) => ({ point: context.newId<PointId>(), words: context.keep(part.text) })),
            reason: context.keep(reason),
          },
          on,
        },
      ]),
  );
}
