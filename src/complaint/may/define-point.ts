import type { Day } from '../../facts/days.js';
import type { Answerer, PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, noConflict, pointIs, stageRuns, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface DefinePointRequest {
  readonly on: Day;
  /** The stage at which it is set out: each has its own definition. */
  readonly stage: 1 | 2;
  readonly point: PointId;
  readonly understanding: string;
  readonly outcomeSought: string;
  readonly area: string | null;
  readonly category: string | null;
  readonly whose: Answerer;
}

/** 5.6, 5.7: how we understand a point, what outcome the resident seeks, and whose it is to answer. */
export function mayDefinePoint(c: Case, request: DefinePointRequest, context: Context): Decision {
  const { on, stage, point, understanding, outcomeSought, area, category, whose } = request;
  const provision = provisionFor(c.edition, 'definition');
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, stage, on),
      noConflict(c, context.by.staff),
      pointIs(c, point, 'standing'),
      stage === 2 && c.points.some((p) => p.id === point && !p.escalated)
        ? no('not-escalated-point', 'The resident has not asked for this point to go to stage 2.', { field: 'point' })
        : null,
      written('understanding', understanding, 'Write how you understand this point.', provision),
      written(
        'outcomeSought',
        outcomeSought,
        'Write the outcome that the resident seeks; if you don’t know it, ask them.',
        provision,
      ),
    ],
    () =>
      allow([
        {
          what: {
            type: 'PointDefined',
            point,
            understanding: context.keep(understanding),
            outcomeSought: context.keep(outcomeSought),
            area,
            category,
            whose,
          },
          on,
        },
      ]),
  );
}
