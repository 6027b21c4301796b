import type { Day } from '../../facts/days.js';
import type { Happened, PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, isComplaint, no, noConflict, type Objection, stageRuns, unless } from '../objections.js';
import { isOurs, numbersOf, standingPoints } from '../points.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { mayAcknowledge } from './acknowledge.js';

export interface ReadBackRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly how: 'phone' | 'by-hand';
  /** What the resident said to each point as we understand it; `text` is needed where it is wrong. */
  readonly points: readonly {
    readonly point: PointId;
    readonly said: 'right' | 'wrong';
    readonly text: string | null;
  }[];
  /** Whether the call is the acknowledgement too. */
  readonly acknowledges: boolean;
  readonly ombudsmanDetails: boolean;
}

/**
 * 5.6, 6.2: the points as understood are read back to the resident, who says of each whether that is right. A call may
 * acknowledge on the same day; the written definition still follows it.
 */
export function mayReadBack(c: Case, request: ReadBackRequest, context: Context): Decision {
  const { on, stage, how, acknowledges, ombudsmanDetails } = request;
  const readable = readablePoints(c, stage);
  const said = new Map(request.points.map((one) => [one.point, one]));
  const provision = provisionFor(c.edition, 'definition');
  const checked = unless(
    [
      dayOfAct(c, on, context),
      isComplaint(c, on),
      stageRuns(c, stage, on),
      noConflict(c, context.by.staff),
      readable.length === 0
        ? no('nothing-defined', 'No point is defined yet. Define them first: that is what is read back.', { provision })
        : null,
      request.points.some(({ point }) => !readable.some(({ id }) => id === point))
        ? no('not-to-be-read', 'One of the points is not defined, so it could not be read back.', { provision })
        : null,
      ...readable.map((point): Objection => {
        const answer = said.get(point.id);
        const field = `said-${point.number}`;
        if (answer === undefined)
          return no('not-answered', `Say whether point ${point.number} was right.`, { field, provision });
        return answer.said === 'wrong' && (answer.text ?? '').trim() === ''
          ? no('text-missing', `Write down what they said of point ${point.number}.`, {
              field: `text-${point.number}`,
              provision,
            })
          : null;
      }),
      acknowledges && how !== 'phone'
        ? no('not-by-phone', 'Only a call acknowledges by itself. Acknowledge in writing, or by hand with a letter.', {
            field: 'acknowledges',
          })
        : null,
    ],
    () => allow([]),
  );
  if (!checked.ok) return checked;
  const wrong = readable.filter(({ id }) => said.get(id)?.said === 'wrong');
  const right = readable.filter(({ id }) => said.get(id)?.said === 'right');
  const summary = summaryOf(how, right, wrong);
  const happened: Happened[] = [
    { what: { type: 'NoteMade', words: context.keep(summary), files: [] }, on },
    ...wrong.map(
      ({ id }): Happened => ({
        what: { type: 'PointClarified', point: id, words: context.keep((said.get(id)?.text ?? '').trim()) },
        on,
      }),
    ),
  ];
  const again =
    wrong.length === 0
      ? []
      : [`Define ${numbersOf(wrong)} anew with what they said, then read it back or send it in writing.`];
  if (!acknowledges) return allow(happened, { warnings: again });
  const acknowledged = mayAcknowledge(
    c,
    { on, stage, how: 'phone', note: summary, definitionSetOut: false, ombudsmanDetails, letter: null },
    context,
  );
  if (!acknowledged.ok) return acknowledged;
  return allow([...acknowledged.happened, ...happened], { warnings: [...acknowledged.warnings, ...again] });
}

/** The points that can be read back at a stage: ours, defined, still standing. */
export function readablePoints(c: Case, stage: 1 | 2): Case['points'] {
  return standingPoints(c, stage).filter((point) => isOurs(point) && point.state === 'defined');
}

function summaryOf(how: 'phone' | 'by-hand', right: Case['points'], wrong: Case['points']): string {
  const first = `Our understanding was read back ${how === 'phone' ? 'on the phone' : 'in person'}.`;
  return [
    first,
    right.length === 0 ? '' : `Confirmed as right: ${numbersOf(right)}.`,
    wrong.length === 0 ? '' : `Said to be wrong: ${numbersOf(wrong)}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
