/** What stands beside a letter while it is written: what is missing, what its sender sees to, and the points. */
import type { VNode } from 'preact';
import { decisionAt, ownPoints, standingPoints } from '../../../complaint/points.js';
import { findingWords } from '../../../complaint/standing-words.js';
import { hazardRegulations } from '../../../law/hazards.js';
import { InsetText, Tag, WarningText } from '../../ui/components.js';
import { casePath } from '../case-frame.js';
import { type CaseShown, said } from '../case-shown.js';
import type { LetterAtWork } from './letter-work.js';

/** What the Code, or the law on hazards, asks of this letter and is not in it. */
export function Missing({ work }: { readonly work: LetterAtWork }): VNode {
  const { missing } = work.finished;
  if (missing.length === 0) {
    const against = work.draft.kind === 'hazard-summary' ? `the law on hazards (${hazardRegulations})` : 'the Code';
    return <InsetText text={`Held against ${against}: nothing is missing.`} />;
  }
  return (
    <section class="app-code app-code--missing" aria-labelledby="missing">
      <h2 class="govuk-heading-m" id="missing">
        {missing.length === 1 ? 'One thing is missing' : `${missing.length} things are missing`}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map((one) => (
          <li key={`${one.element}-${one.point?.id ?? ''}-${one.words}`}>
            {one.words}
            {one.provision === null ? null : <strong> (the Code, {one.provision})</strong>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ForSender({ work }: { readonly work: LetterAtWork }): VNode | null {
  const { forSender } = work.finished.letter;
  if (forSender.length === 0) return null;
  return (
    <>
      {forSender.map((words) => (
        <WarningText key={words} text={words} iconFallbackText="Take care" />
      ))}
    </>
  );
}

/** Words written over facts that have changed since: shown, never dropped. */
export function Overtaken({ work }: { readonly work: LetterAtWork }): VNode | null {
  const { overtaken } = work.finished;
  if (overtaken.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Changed since you wrote</h2>
      {overtaken.map((one) => (
        <div key={one.place}>
          <h3 class="govuk-heading-s">{one.label}</h3>
          <p class="govuk-body">{one.now === null ? 'You wrote:' : 'The case would now say:'}</p>
          <div class="app-words">{one.now ?? one.edit.text}</div>
        </div>
      ))}
    </>
  );
}

export function PointsBeside({ shown, stage }: { readonly shown: CaseShown; readonly stage: 1 | 2 }): VNode {
  const points = standingPoints(shown.case, stage);
  const own = ownPoints(shown.case, stage);
  if (points.length === 0) return <p class="govuk-body">There are no points.</p>;
  return (
    <ol class="app-list">
      {points.map((point) => {
        const decision = decisionAt(point, stage);
        return (
          <li key={point.id} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              <a class="govuk-link" href={casePath(shown.case.reference, `/points#point-${point.number}`)}>
                Point {point.number}
              </a>{' '}
              {decision === null ? (
                own.includes(point) ? (
                  <Tag colour="orange">Not decided</Tag>
                ) : (
                  <Tag colour="grey">Not ours</Tag>
                )
              ) : (
                <Tag>{findingWords[decision.finding]}</Tag>
              )}
            </p>
            <p class="govuk-body govuk-!-margin-bottom-0 app-quote">
              {said(shown, point.definition?.understanding ?? point.words)}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
