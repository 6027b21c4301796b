import type { Day } from '../../facts/days.js';
import type { Answerer, PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, isComplaint, no, noConflict, pointIs, unless, written } from '../objections.js';
import { decisionAt, pointOf } from '../points.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface FindNotOursRequest {
  readonly on: Day;
  readonly point: PointId;
  readonly whose: Exclude<Answerer, 'ours'>;
  readonly text: string;
}

/** 5.7: a point that we are not responsible for, and where the resident can take it. */
export function mayFindNotOurs(c: Case, request: FindNotOursRequest, context: Context): Decision {
  const { on, point, whose, text } = request;
  const known = pointOf(c, point);
  return unless(
    [
      dayOfAct(c, on, context),
      isComplaint(c, on),
      noConflict(c, context.by.staff),
      pointIs(c, point, 'ours'),
      known !== null && decisionAt(known, c.stages[2] === null ? 1 : 2) !== null
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
