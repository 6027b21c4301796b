/** This assessment beside another: what became met and how, what fell back, what is new. */
import type { VNode } from 'preact';
import { answerWords } from '../../assess/answers.js';
import { type Change, type Compared, changeWords, compare } from '../../assess/comparison.js';
import { leadBetween } from '../../assess/leading.js';
import { type AnswerRow, answersOf } from '../../store/assessment-answers.js';
import { findAssessment, listAssessments, type SelfAssessment } from '../../store/assessments.js';
import { InsetText } from '../ui/components.js';
import { Scroll } from '../ui/scroll.js';
import { notFound, screen, type Visit } from '../visit.js';
import { assessmentAsked, assessmentPage } from './assessment-frame.js';
import { assessmentHref, assessmentTitle } from './words.js';

const order: readonly Change[] = ['fell-back', 'became-met', 'still-not-met', 'new', 'cannot-tell', 'still-met'];

async function get(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    if (assessment === null) return null;
    const others = (await listAssessments(trx)).filter(
      (one) => one.id !== assessment.id && one.year <= assessment.year && one.edition <= assessment.edition,
    );
    const asked = typeof visit.query.with === 'string' ? await findAssessment(trx, visit.query.with) : null;
    const other =
      others.find(({ id }) => id === asked?.id) ??
      others.find(({ id }) => id === assessment.carriedFrom) ??
      others[0] ??
      null;
    const rows =
      other === null
        ? []
        : compare(
            await answersOf(trx, other.id),
            { edition: assessment.edition, answers: await answersOf(trx, assessment.id) },
            leadBetween(other.edition, assessment.edition),
          );
    return { assessment, others, other, rows };
  });
  if (found === null) return notFound;
  const { assessment, others, other, rows } = found;
  return assessmentPage(
    visit,
    assessment,
    { title: 'Compare', tab: '/compare', wide: true },
    other === null ? (
      <InsetText text="There is no earlier self-assessment to compare with." />
    ) : (
      <>
        <p class="govuk-body">
          Beside {assessmentTitle(other)}.{' '}
          {order
            .map((change) => `${changeWords[change]}: ${rows.filter((row) => row.change === change).length}`)
            .join(' · ')}
        </p>
        <Others assessment={assessment} others={others.filter(({ id }) => id !== other.id)} />
        {order.map((change) => (
          <Changed
            key={change}
            change={change}
            rows={rows.filter((row) => row.change === change)}
            assessment={assessment}
            other={other}
          />
        ))}
      </>
    ),
  );
}

function Others({
  assessment,
  others,
}: {
  readonly assessment: SelfAssessment;
  readonly others: readonly SelfAssessment[];
}): VNode | null {
  if (others.length === 0) return null;
  return (
    <nav aria-label="Compare with another">
      <ul class="govuk-list">
        {others.map((one) => (
          <li key={one.id}>
            <a class="govuk-link" href={assessmentHref(assessment, `/compare?with=${one.id}`)}>
              Compare with {assessmentTitle(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Changed({
  change,
  rows,
  assessment,
  other,
}: {
  readonly change: Change;
  readonly rows: readonly Compared<AnswerRow>[];
  readonly assessment: SelfAssessment;
  readonly other: SelfAssessment;
}): VNode | null {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">
        {changeWords[change]}: {rows.length}
      </h2>
      <Scroll label={changeWords[change]}>
        <table class="govuk-table">
          <caption class="govuk-visually-hidden">{changeWords[change]}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {[
                'Provision',
                `Then (${other.edition} Code)`,
                'Now',
                change === 'became-met' ? 'How' : 'What was written',
              ].map((head) => (
                <th key={head} scope="col" class="govuk-table__header">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {rows.map((row) => (
              <tr key={row.provision} class="govuk-table__row">
                <th scope="row" class="govuk-table__header govuk-!-font-weight-regular">
                  <a class="govuk-link" href={assessmentHref(assessment, `/provisions/${row.provision}`)}>
                    {row.provision}
                  </a>{' '}
                  {row.duty}
                </th>
                <td class="govuk-table__cell">
                  {row.before.length === 0
                    ? change === 'new'
                      ? 'No such provision'
                      : 'Nothing was answered'
                    : row.before.map((one) => `${one.provision}: ${answerWords[one.answer].toLowerCase()}`).join(', ')}
                </td>
                <td class="govuk-table__cell">{answerWords[row.after?.answer ?? 'unknown']}</td>
                <td class="govuk-table__cell app-quote">
                  {row.after === null ? '' : row.after.reason || row.after.commentary || row.after.evidence}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

export const comparison = screen({ path: '/self-assessment/:assessment/compare', access: 'signed-in', get });
