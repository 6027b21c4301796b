/** What the Ombudsman found, issue by issue, and what we learnt from it since. */
import type { VNode } from 'preact';
import type { OmbudsmanCase } from '../../../complaint/ombudsman-case.js';
import { ombudsmanFindingWords, overallFinding } from '../../../law/ombudsman-words.js';
import { InsetText } from '../../ui/components.js';
import { DayText } from '../../ui/dates.js';
import type { Visit } from '../../visit.js';
import { type CaseShown, entriesOf, said } from '../case-shown.js';
import { Links } from './act-links.js';

export function Decided({ one, shown }: { readonly one: OmbudsmanCase; readonly shown: CaseShown }): VNode | null {
  if (one.determinations.length === 0) return null;
  return (
    <>
      {one.determinations.map((decision, i) => {
        const overall = overallFinding(decision.issues.map(({ finding }) => finding));
        return (
          <section key={`${decision.on}-${decision.caseNumber}-${i}`}>
            <h3 class="govuk-heading-s">
              Determined on <DayText day={decision.on} />
            </h3>
            <table class="govuk-table">
              <thead class="govuk-table__head">
                <tr class="govuk-table__row">
                  <th scope="col" class="govuk-table__header">
                    Issue
                  </th>
                  <th scope="col" class="govuk-table__header">
                    Finding
                  </th>
                </tr>
              </thead>
              <tbody class="govuk-table__body">
                {decision.issues.map((issue, n) => (
                  <tr key={`${issue.finding}-${n}`} class="govuk-table__row">
                    <td class="govuk-table__cell">
                      {issue.points
                        .map((id) => `Point ${shown.case.points.find((p) => p.id === id)?.number ?? '?'}`)
                        .join(', ')}
                      {issue.words === null ? '' : said(shown, issue.words)}
                    </td>
                    <td class="govuk-table__cell">{ombudsmanFindingWords(issue.finding)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {decision.replacedOn === null ? null : (
              <p class="govuk-body">
                <strong>
                  A review changed it: the determination of <DayText day={decision.replacedOn} short /> stands in its
                  place.
                </strong>
              </p>
            )}
            {overall === null ? null : <p class="govuk-body">For the case as a whole: {overall.toLowerCase()}.</p>}
          </section>
        );
      })}
    </>
  );
}

/** Every decision is one to learn from: what the case taught since, or that nothing is recorded yet. */
export function Learnt({
  one,
  shown,
  visit,
}: {
  readonly one: OmbudsmanCase;
  readonly shown: CaseShown;
  readonly visit: Visit;
}): VNode {
  const since = one.determinations.at(-1)?.on ?? one.beganOn;
  const learnt = [
    ...entriesOf(shown, 'LearningRecorded').map(({ seq, what, happenedOn }) => ({
      seq,
      words: what.words,
      on: happenedOn,
    })),
    ...entriesOf(shown, 'NoLearningFound').map(({ seq, what, happenedOn }) => ({
      seq,
      words: what.reason,
      on: happenedOn,
    })),
  ].filter(({ on }) => on >= since);
  return (
    <>
      <h3 class="govuk-heading-s">What we learnt from it</h3>
      {learnt.length === 0 ? (
        <InsetText text="Nothing is recorded yet of what we learnt from this determination." />
      ) : null}
      {learnt.map(({ seq, words, on }) => (
        <p key={seq} class="govuk-body">
          <DayText day={on} short />: {said(shown, words)}
        </p>
      ))}
      <Links shown={shown} visit={visit} acts={['record-learning']} />
    </>
  );
}
