/** What the Code asks for the first time beside the edition before, and how the landlord will meet it. */
import { answerWords, provisionsOf } from '../../assess/answers.js';
import { leadBetween } from '../../assess/leading.js';
import { type Edition, editions } from '../../law/words.js';
import { listActions } from '../../store/assessment-actions.js';
import { answersOf } from '../../store/assessment-answers.js';
import { findAssessment } from '../../store/assessments.js';
import { InsetText, SummaryList } from '../ui/components.js';
import { notFound, screen, type Visit } from '../visit.js';
import { assessmentAsked, assessmentPage, writers } from './assessment-frame.js';
import { assessmentHref } from './words.js';

function editionBefore(edition: Edition): Edition | null {
  return editions[editions.indexOf(edition) - 1] ?? null;
}

async function get(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    if (assessment === null) return null;
    return {
      assessment,
      rows: new Map((await answersOf(trx, assessment.id)).map((row) => [row.provision, row])),
      actions: await listActions(trx, { assessment: assessment.id }),
      carried: assessment.carriedFrom === null ? null : await findAssessment(trx, assessment.carriedFrom),
    };
  });
  if (found === null) return notFound;
  const { assessment, rows, actions } = found;
  const before = editionBefore(assessment.edition);
  const lead = before === null ? null : leadBetween(before, assessment.edition);
  const fresh = lead === null ? [] : provisionsOf(assessment.edition).filter(({ number }) => lead(number).length === 0);
  const writes = assessment.state === 'draft' && visit.may(...writers);
  return assessmentPage(
    visit,
    assessment,
    { title: `New in the Code of ${assessment.edition}`, tab: '/new', wide: true },
    before === null ? (
      <InsetText text="The Code of 2020 was the first." />
    ) : (
      <>
        <p class="govuk-body">
          {fresh.length === 0
            ? `Every provision of ${assessment.edition} takes up one of ${before}.`
            : `${fresh.length} provisions of ${assessment.edition} take up none of ${before}. For each: how we will meet it.`}
        </p>
        <SummaryList
          rows={fresh.map(({ number, provision }) => {
            const row = rows.get(number);
            const planned = actions.filter((one) => one.provisions.includes(number));
            return {
              key: { text: `${number} ${provision.duty}`, classes: 'govuk-!-font-weight-regular' },
              value: {
                html: (
                  <>
                    <p class="govuk-body govuk-!-margin-bottom-1">{answerWords[row?.answer ?? 'unknown']}</p>
                    <p class="govuk-body govuk-!-margin-bottom-1 app-quote">
                      {row?.plan ? row.plan : 'Nothing is written yet about how it will be met.'}
                    </p>
                    {planned.map((one) => (
                      <p key={one.id} class="govuk-body govuk-!-margin-bottom-1">
                        Action: {one.action}
                      </p>
                    ))}
                  </>
                ),
              },
              actions: {
                items: [
                  {
                    href: assessmentHref(assessment, `/provisions/${number}`),
                    text: writes ? 'Write' : 'Open',
                    visuallyHiddenText: number,
                  },
                ],
              },
            };
          })}
        />
      </>
    ),
  );
}

export const whatsNew = screen({ path: '/self-assessment/:assessment/new', access: 'signed-in', get });
