import type { Day } from '../../facts/days.js';
import type { Answerer, PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, noConflict, pointIs, stageRuns, unless, written } from '../objections.js';
import { decisionAt, pointOf } from '../points.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface FindNotOursRequest {
  readonly on: Day;
  readonly point: PointId;
  readonly whose: Exclude<Answerer, 'ours'>;
  readonly text: string;
}

/** 5.7: a point that we are not responsible for, and where the resident can take it, before it has been answered. */
export function mayFindNotOurs(c: Case, request: FindNotOursRequest, context: Context): Decision {
  const { on, point, whose, text } = request;
  const known = pointOf(c, point);
  const stage = known?.escalated && !c.escalation?.refusedOn ? 2 : 1;
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, stage, on),
      noConflict(c, context.by.staff),
      pointIs(c, point, 'ours'),
      known !== null && decisionAt(known, stage) !== null
        ? no('already-decided', `Point ${known.number} has been decided already. Correct that decision first.`, {
            field: 'point',
          })
        : null,
      written(
        'text',
        text,
        'Write down why it is not ours and where the resident can take it.',
        provisionFor(c.edition, 'whose-it-is'),
      ),
    ],
    () => allow([{ what: { type: 'PointFoundNotOurs', point, whose, words: context.keep(text) }, on }]),
  );
}
