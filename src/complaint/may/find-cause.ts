import type { Day } from '../../facts/days.js';
import type { PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { noFailing } from '../cause-list.js';
import { kept } from '../kept.js';
import { dayOfAct, given, isComplaint, no, type Objection, pointsAre, unless, written } from '../objections.js';
import { decisionAt, numbersOf, ownPoints } from '../points.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision, type Refusal } from '../refusals.js';

/** What lay behind it, as somebody says it. */
export interface CauseSaid {
  /** One of the landlord's own list of causes, by its name. */
  readonly cause: string;
  readonly points: readonly PointId[];
  readonly text: string | null;
}

export interface FindCauseRequest extends CauseSaid {
  readonly on: Day;
  readonly stage: 1 | 2;
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
      causeStands(c, stage, request),
    ],
    () => allow([{ what: { type: 'CauseFound', stage, points, cause, words: kept(context, text) }, on }]),
  );
}

/** The cause is chosen, its points are ours, and that nothing failed is said with its reason and against no finding. */
export function causeStands(c: Case, stage: 1 | 2, { cause, points, text }: CauseSaid): readonly Refusal[] {
  return given([
    written('cause', cause, 'Choose what lay behind it.', provisionFor(c.edition, 'learning')),
    pointsAre(c, points, 'ours'),
    cause === noFailing
      ? written('causeText', text, 'Write down how you know that nothing failed.', provisionFor(c.edition, 'learning'))
      : null,
    cause === noFailing ? failedAfterAll(c, stage) : null,
  ]);
}

/** Where a point is upheld something failed, whatever else is said. */
export function failedAfterAll(c: Case, stage: 1 | 2): Objection {
  const upheld = ownPoints(c, stage).filter((p) => (decisionAt(p, stage)?.finding ?? 'not-upheld') !== 'not-upheld');
  return upheld.length === 0
    ? null
    : no(
        'cause-contradicts',
        `Something failed: ${numbersOf(upheld)} ${upheld.length === 1 ? 'is' : 'are'} upheld. Choose what lay behind it.`,
        { field: 'cause', provision: provisionFor(c.edition, 'learning') },
      );
}
