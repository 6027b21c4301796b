import type { Day } from '../../facts/days.js';
import type { PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { atLeastOne, dayOfAct, no, pointsAre, stageRuns, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface WidenEscalationRequest {
  readonly on: Day;
  readonly points: readonly PointId[];
  readonly text: string | null;
}

/** 6.10: further points of stage 1 join the one stage 2 until its final response. Its clock stands. */
export function mayWidenEscalation(c: Case, request: WidenEscalationRequest, context: Context): Decision {
  const { on, points, text } = request;
  const there = c.points.filter((p) => points.includes(p.id) && p.escalated);
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, 2, on),
      atLeastOne('points', points, 'Choose the points that go to stage 2 too.'),
      pointsAre(c, points, 'standing'),
      there.map((p) =>
        no('already-escalated', `Point ${p.number} is at stage 2 already. Leave it out.`, { field: 'points' }),
      ),
    ],
    () =>
      allow([{ what: { type: 'EscalationWidened', points: [...new Set(points)], words: kept(context, text) }, on }], {
        warnings: [
          'The date for the final response stays as it is.',
          ...(c.stages[2]?.definedOn ? ['Tell the resident how you understand the further points.'] : []),
        ],
      }),
  );
}
