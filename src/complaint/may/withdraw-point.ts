import type { Day } from '../../facts/days.js';
import type { PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, pointIs, stageRuns, unless, written } from '../objections.js';
import { standingPoints } from '../points.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface WithdrawPointRequest {
  readonly on: Day;
  readonly point: PointId;
  readonly text: string;
}

/** The resident no longer pursues a point. When it is the last, the whole complaint is withdrawn instead. */
export function mayWithdrawPoint(c: Case, request: WithdrawPointRequest, context: Context): Decision {
  const { on, point, text } = request;
  const stage = c.stages[2] === null || c.escalation?.refusedOn ? 1 : 2;
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, stage, on),
      pointIs(c, point, 'standing'),
      standingPoints(c, stage).length === 1 && standingPoints(c, stage)[0]?.id === point
        ? no(
            'last-point',
            'This is the last point. If the resident wants to stop, record that the complaint is withdrawn.',
            {
              field: 'point',
            },
          )
        : null,
      written('text', text, 'Write down what the resident said.'),
    ],
    () => allow([{ what: { type: 'PointWithdrawn', point, words: context.keep(text) }, on }]),
  );
}
