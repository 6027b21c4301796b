/** Every self-assessment there is, the latest year first, and what stands beside them: evidence, actions, wording. */
import type { VNode } from 'preact';
import { answerWords, countsOf, yearName } from '../../assess/answers.js';
import { listActions } from '../../store/assessment-actions.js';
import { answersOf } from '../../store/assessment-answers.js';
import { listAssessments, type SelfAssessment } from '../../store/assessments.js';
import { together } from '../../store/database.js';
import { Button, InsetText, Tag } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { writers } from './assessment-frame.js';
import { assessmentHref, stateTags, triggerWords } from './words.js';

async function get(visit: Visit) {
  const { rows, overdue } = await visit.db(async (trx) => {
    const [all, late] = await together(listAssessments(trx), listActions(trx, { show: 'overdue', today: visit.today }));
    const counted = [];
    for (const one of all) counted.push({ one, by: countsOf(one.edition, await answersOf(trx, one.id)) });
    return { rows: counted, overdue: late.length };
  });
  return page(
    visit,
    { title: 'Self-assessments', section: 'assessment', wide: true },
    <>
      <p class="govuk-body">
        Each year a landlord says, provision by provision, whether it meets the Complaint Handling Code. A person
        answers; the cases and the evidence stand beside the answer.
      </p>
      {visit.may(...writers) ? (
        <div class="govuk-button-group">
          <Button href="/self-assessment/begin">Begin a self-assessment</Button>
        </div>
      ) : null}
      {rows.length === 0 ? (
        <InsetText text="There is no self-assessment yet." />
      ) : (
        <Scroll label="Self-assessments">
          <table class="govuk-table">
            <caption class="govuk-visually-hidden">Self-assessments</caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {['Year and Code', 'How it stands', 'Why it was made', 'What was answered'].map((head) => (
                  <th key={head} scope="col" class="govuk-table__header">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {rows.map(({ one, by }) => (
                <Row key={one.id} one={one} byAnswer={by.byAnswer} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <h2 class="govuk-heading-m">Beside them</h2>
      <ul class="app-settings">
        <li>
          <a class="govuk-link" href="/self-assessment/evidence">
            Evidence library
          </a>
          <p>Policies, registers, roles and minutes that show what cases cannot</p>
        </li>
        <li>
          <a class="govuk-link" href="/self-assessment/actions">
            Action plan
          </a>
          <p>{overdue === 0 ? 'What is to be done, by whom and by when' : `${overdue} overdue`}</p>
        </li>
        <li>
          <a class="govuk-link" href="/self-assessment/evidence-of-cases">
            What the cases show
          </a>
          <p>Each provision of a year, counted from the cases, with the exceptions</p>
        </li>
        <li>
          <a class="govuk-link" href="/self-assessment/editions">
            The editions of the Code
          </a>
          <p>What became of each provision from one edition to the next</p>
        </li>
        <li>
          <a class="govuk-link" href="/self-assessment/wording">
            Official wording
          </a>
          <p>The text of the provisions, from your own copy</p>
        </li>
        {visit.may('manager', 'administrator') ? (
          <li>
            <a class="govuk-link" href="/policy-pages">
              Policy pages
            </a>
            <p>What residents read on your site: written, held against the Code, published, each version kept</p>
          </li>
        ) : null}
        {visit.may(...writers) ? (
          <li>
            <a class="govuk-link" href="/self-assessment/read">
              Read an older self-assessment
            </a>
            <p>From the PDF, Word or text document in which it was published</p>
          </li>
        ) : null}
        {visit.may(...writers) ? (
          <li>
            <a class="govuk-link" href="/self-assessment/policy-check">
              Check the complaints policy
            </a>
            <p>What the Code wants in it, found in its place or named as missing</p>
          </li>
        ) : null}
      </ul>
    </>,
  );
}

function Row({
  one,
  byAnswer,
}: {
  readonly one: SelfAssessment;
  readonly byAnswer: ReturnType<typeof countsOf>['byAnswer'];
}): VNode {
  const state = stateTags[one.state];
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={assessmentHref(one)}>
          {yearName(one.year)}, {one.edition} Code{one.round === 1 ? '' : `, number ${one.round}`}
        </a>
      </th>
      <td class="govuk-table__cell">
        <Tag colour={state.colour}>{state.words}</Tag>
      </td>
      <td class="govuk-table__cell">
        {triggerWords[one.trigger]}
        {one.readFrom === null ? '' : `. Read from ${one.readFrom}`}
      </td>
      <td class="govuk-table__cell">
        {(Object.keys(answerWords) as (keyof typeof answerWords)[])
          .filter((answer) => byAnswer[answer] > 0)
          .map((answer) => `${answerWords[answer]}: ${byAnswer[answer]}`)
          .join(' · ')}
      </td>
    </tr>
  );
}

export const assessmentList = screen({ path: '/self-assessment', access: 'signed-in', get });
