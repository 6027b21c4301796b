/** What the Code asks for the first time beside the edition before, and how the landlord will meet it. */
import { answerWords } from '../../assess/answers.js';
import { newIn } from '../../law/mapping/mapping.js';
import { relationWords } from '../../law/mapping/words.js';
import { type Edition, editions } from '../../law/words.js';
import { listActions } from '../../store/assessment-actions.js';
import { answersOf } from '../../store/assessment-answers.js';
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
    };
  });
  if (found === null) return notFound;
  const { assessment, rows, actions } = found;
  const before = editionBefore(assessment.edition);
  const fresh = before === null ? [] : newIn(assessment.edition, before);
  const all = fresh.filter(({ is }) => is === 'new').length;
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
            ? `Every provision of ${assessment.edition} asks what one of ${before} asked.`
            : `${all} provisions of ${assessment.edition} take up none of ${before}, and ${fresh.length - all} ask more than before. For each: what is new, and how we will meet it.`}
        </p>
        <SummaryList
          rows={fresh.map(({ provision: number, duty, is, words, from }) => {
            const row = rows.get(number);
            const planned = actions.filter((one) => one.provisions.includes(number));
            return {
              key: { text: `${number} ${duty}`, classes: 'govuk-!-font-weight-regular' },
              value: {
                html: (
                  <>
                    <p class="govuk-body govuk-!-margin-bottom-1">
                      <strong>{relationWords[is]}</strong>
                      {from.length === 0 ? '' : ` than ${from.join(', ')} of ${before}`}. {words}
                    </p>
                    <p class="govuk-body govuk-!-margin-bottom-1">
                      Now: {answerWords[row?.answer ?? 'unknown'].toLowerCase()}
                    </p>
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
