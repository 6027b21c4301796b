import type { Day } from '../../facts/days.js';
import type { PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, isComplaint, no, pointsAre, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface FindCauseRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly points: readonly PointId[];
  /** One of the landlord's own list of causes, by its name. */
  readonly cause: string;
  readonly text: string | null;
}

/** 9.1, 9.2: what lay behind it, looked at beyond the single case. */
export function mayFindCause(c: Case, request: FindCauseRequest, context: Context): Decision {
  const { on, stage, points, cause, text } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      isComplaint(c, on),
      c.stages[stage] === null
        ? no('no-such-stage', 'The case has no such stage. Choose the stage it is in.', { field: 'stage' })
        : null,
      pointsAre(c, points, 'ours'),
      written('cause', cause, 'Choose the cause.', provisionFor(c.edition, 'learning')),
    ],
    () => allow([{ what: { type: 'CauseFound', stage, points, cause, words: kept(context, text) }, on }]),
  );
}
