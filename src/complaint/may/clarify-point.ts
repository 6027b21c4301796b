import type { Day } from '../../facts/days.js';
import type { PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, isComplaint, pointIs, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface ClarifyPointRequest {
  readonly on: Day;
  readonly point: PointId;
  readonly text: string;
}

/** 5.6: what the resident answered when a point was unclear. */
export function mayClarifyPoint(c: Case, request: ClarifyPointRequest, context: Context): Decision {
  const { on, point, text } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      isComplaint(c, on),
      pointIs(c, point, 'standing'),
      written('text', text, 'Write down what the resident said.', provisionFor(c.edition, 'definition')),
    ],
    () => allow([{ what: { type: 'PointClarified', point, words: context.keep(text) }, on }]),
  );
}
