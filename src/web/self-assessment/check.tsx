/** Every answer of an assessment on one page, with what they add up to, to be read through before it is put to anybody. */
import type { VNode } from 'preact';
import { answerWords, countsOf, type ProvisionOf, provisionsOf, saysNotMet } from '../../assess/answers.js';
import { inShortWords } from '../../facts/days.js';
import { codes } from '../../law/in-force.js';
import { type AnswerRow, answersOf } from '../../store/assessment-answers.js';
import type { SelfAssessment } from '../../store/assessments.js';
import { type ProvisionState, provisionStates } from '../../store/provision-states.js';
import { InsetText, SummaryList, Tag } from '../ui/components.js';
import { Scroll } from '../ui/scroll.js';
import { notFound, screen, type Visit } from '../visit.js';
import { assessmentAsked, assessmentPage, writers } from './assessment-frame.js';
import { CountsTable } from './counts-table.js';
import { assessmentHref, provisionTag } from './words.js';

async function get(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    if (assessment === null) return null;
    return {
      assessment,
      rows: await answersOf(trx, assessment.id),
      states: await provisionStates(trx, assessment, visit.today),
    };
  });
  if (found === null) return notFound;
  const { assessment, rows, states } = found;
  const counts = countsOf(assessment.edition, rows);
  const by = new Map(rows.map((row) => [row.provision, row]));
  const all = provisionsOf(assessment.edition);
  const changes = assessment.state === 'draft' && visit.may(...writers);
  return assessmentPage(
    visit,
    assessment,
    { title: 'Check answers', tab: '/check', wide: true },
    <>
      {counts.byAnswer.unknown === 0 ? null : (
        <InsetText
          text={`${counts.byAnswer.unknown} of ${counts.total} provisions are not answered yet. None of them counts as met.`}
        />
      )}
      <CountsTable counts={counts} />
      <Printed assessment={assessment} />
      {codes[assessment.edition].sections.map(({ number, title }) => (
        <section key={number}>
          <h2 class="govuk-heading-m">
            {number} {title}
          </h2>
          <Scroll label={`Answers of section ${number}`}>
            <table class="govuk-table">
              <caption class="govuk-visually-hidden">
                Answers of section {number}, {title}
              </caption>
              <thead class="govuk-table__head">
                <tr class="govuk-table__row">
                  {['Provision', 'Answer', 'Evidence and commentary'].map((head) => (
                    <th key={head} scope="col" class="govuk-table__header">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody class="govuk-table__body">
                {all
                  .filter(({ section }) => section === number)
                  .map((one) => (
                    <Row
                      key={one.number}
                      one={one}
                      row={by.get(one.number) ?? null}
                      state={states.get(one.number)?.state ?? 'unanswered'}
                      link={{
                        href: assessmentHref(assessment, `/provisions/${one.number}`),
                        text: changes ? 'Change' : 'Open',
                      }}
                    />
                  ))}
              </tbody>
            </table>
          </Scroll>
        </section>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={assessmentHref(assessment, '/governing-body')}>
          On to the governing body
        </a>
      </p>
    </>,
  );
}

function Row({
  one,
  row,
  state,
  link,
}: {
  readonly one: ProvisionOf;
  readonly row: AnswerRow | null;
  readonly state: ProvisionState;
  readonly link: { readonly href: string; readonly text: string };
}): VNode {
  const tag = provisionTag(state);
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header govuk-!-font-weight-regular govuk-!-width-one-third">
        {one.number} {one.provision.duty}
      </th>
      <td class="govuk-table__cell app-states">
        <p class="govuk-body govuk-!-margin-bottom-1">{answerWords[row?.answer ?? 'unknown']}</p>
        {state === 'unanswered' ? null : (
          <p class="govuk-body govuk-!-margin-bottom-1">
            <Tag colour={tag.colour}>{tag.words}</Tag>
          </p>
        )}
        {row?.answeredBy ? <p class="govuk-body-s govuk-!-margin-bottom-1">{row.answeredBy}</p> : null}
        <a class="govuk-link" href={link.href}>
          {link.text} <span class="govuk-visually-hidden">{one.number}</span>
        </a>
      </td>
      <td class="govuk-table__cell">
        {row === null ? null : (
          <>
            {row.evidence === '' ? null : <p class="govuk-body govuk-!-margin-bottom-1 app-quote">{row.evidence}</p>}
            {row.commentary === '' ? null : (
              <p class="govuk-body govuk-!-margin-bottom-1 app-quote">{row.commentary}</p>
            )}
            {saysNotMet(row.answer) ? (
              <p class="govuk-body govuk-!-margin-bottom-1">
                {row.reason === '' ? 'No reason is given. ' : `Why: ${row.reason} `}
                By: {row.intendedOn === null ? row.intendedWords || 'no day is given' : inShortWords(row.intendedOn)}
              </p>
            ) : null}
          </>
        )}
      </td>
    </tr>
  );
}

const printedOf: Readonly<Record<string, string>> = {
  must: 'What the Code orders',
  should: 'What it advises',
  total: 'All',
};
const printedAs: Readonly<Record<string, string>> = { '': 'compliant', Partly: 'partly', No: 'not compliant' };

/** The name of a printed sum, in words: `mustPartly` is 'What the Code orders: partly'. */
function printedWords(what: string): string {
  if (what === 'met') return 'Met';
  if (what === 'of') return 'Out of';
  const [, of = '', as = ''] = /^(must|should|total)(Partly|No|)$/.exec(what) ?? [];
  return of === '' ? what : `${printedOf[of]}: ${printedAs[as]}`;
}

/** Sums that a document printed, beside what its rows add up to. */
function Printed({ assessment }: { readonly assessment: SelfAssessment }): VNode | null {
  const { printed, disagreements, readFrom } = assessment;
  if (printed === null || Object.keys(printed).length === 0) return null;
  const wrong = new Map((disagreements ?? []).map((one) => [one.what, one]));
  return (
    <section>
      <h2 class="govuk-heading-m">What the document printed</h2>
      <p class="govuk-body">
        {readFrom} printed these sums. They are kept as they stood; the table above is counted from the answers.
      </p>
      <SummaryList
        rows={Object.entries(printed).map(([what, n]) => ({
          key: { text: printedWords(what) },
          value: { text: `${n}${wrong.has(what) ? `: its rows give ${wrong.get(what)?.computed}` : ''}` },
        }))}
      />
      {[...wrong.values()]
        .filter(({ what }) => !Object.hasOwn(printed, what))
        .map(({ what, words }) => (
          <p key={what} class="govuk-body">
            {words}
          </p>
        ))}
    </section>
  );
}

export const checkAnswers = screen({ path: '/self-assessment/:assessment/check', access: 'signed-in', get });
