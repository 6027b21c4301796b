/** An act that is done to one point after the other: which one it is about, and what is known of it. */
import type { VNode } from 'preact';
import type { Point } from '../../../complaint/case.js';
import { runningStage } from '../../../complaint/permitted.js';
import { decisionAt, standingPoints } from '../../../complaint/points.js';
import { findingWords, pointStateWords } from '../../../complaint/standing-words.js';
import { type FormState, Hidden, typedIn } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { beginning } from '../act-fields.js';
import { type CaseShown, said } from '../case-shown.js';

/** The stage to which an act would be done; 1 when none runs, where the decision says so. */
export function stageOf(shown: CaseShown): 1 | 2 {
  return runningStage(shown.case) ?? (shown.case.stages[2] === null ? 1 : 2);
}

/** The point that the address names; else the first that the act is still to be done to; else the first. */
export function firstPoint(visit: Visit, points: readonly Point[], todo: (point: Point) => boolean): Point | null {
  const asked = points.find(({ id }) => id === visit.query.point);
  return asked ?? points.find(todo) ?? points[0] ?? null;
}

/** Names the point for the form and shows what was said of it. */
export function ThisPoint({ form, shown }: { readonly form: FormState; readonly shown: CaseShown }): VNode {
  const point = shown.case.points.find(({ id }) => id === typedIn(form, 'point'));
  if (point === undefined) return <p class="govuk-body">There is no such point in this case.</p>;
  return (
    <>
      <Hidden name="point" value={point.id} />
      <h2 class="govuk-heading-m" id="point">
        Point {point.number}
      </h2>
      <h3 class="govuk-heading-s">In the resident’s words</h3>
      <div class="app-words">{said(shown, point.words)}</div>
      {point.clarifications.map((words) => (
        <div key={words}>
          <h3 class="govuk-heading-s">Made clear since</h3>
          <div class="app-words">{said(shown, words)}</div>
        </div>
      ))}
    </>
  );
}

/** The other points and how far each is, with a way to them. */
export function OtherPoints({
  form,
  shown,
  act,
  ends,
}: {
  readonly form: FormState;
  readonly shown: CaseShown;
  readonly act: 'define-point' | 'decide-point';
  readonly ends: (point: Point) => boolean;
}): VNode | null {
  const stage = stageOf(shown);
  const others = standingPoints(shown.case, stage).filter(({ id }) => id !== typedIn(form, 'point'));
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="other-points">
      <h2 class="govuk-heading-s" id="other-points">
        The other points
      </h2>
      <ul class="govuk-list">
        {others.map((point) => (
          <li key={point.id}>
            {ends(point) ? (
              <a class="govuk-link" href={`/cases/${shown.case.reference}/${act}?point=${point.id}`}>
                Point {point.number}
              </a>
            ) : (
              `Point ${point.number}`
            )}
            , {stateWords(point, stage)}: {beginning(said(shown, point.definition?.understanding ?? point.words))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateWords(point: Point, stage: 1 | 2): string {
  const decision = decisionAt(point, stage);
  if (decision !== null) return findingWords[decision.finding].toLowerCase();
  return point.state === 'defined' ? 'defined, not decided' : pointStateWords[point.state].toLowerCase();
}
