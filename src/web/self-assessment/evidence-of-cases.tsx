/** What the cases of a year show of every provision of a Code, on one page. */
import type { VNode } from 'preact';
import { besides, countedSentence } from '../../assess/shown/sentence.js';
import { toleranceWords } from '../../assess/state.js';
import { codes } from '../../law/in-force.js';
import { type Edition, editions } from '../../law/words.js';
import { type CasesEvidence, evidenceOf } from '../../store/evidence-of-cases.js';
import { Details } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { overNumbers, TableHead } from '../ui/table-head.js';
import { screen, type Visit } from '../visit.js';
import { yearOfEvidence, yearsOf } from './evidence-year.js';
import { evidenceHref } from './live-evidence.js';

async function get(visit: Visit) {
  const edition = editions.find((one) => one === visit.query.edition) ?? '2024';
  const years = yearsOf(edition, visit);
  const asked = yearOfEvidence(visit);
  const period = years.find((year) => year.from === asked.from) ?? years[0] ?? asked;
  const evidence = await visit.db((trx) => evidenceOf(trx, edition, period, visit.today));
  const link = (to: Edition, year: string) => `/self-assessment/evidence-of-cases?edition=${to}&year=${year}`;
  return page(
    visit,
    {
      title: `What the cases of ${period.name} show`,
      caption: `Code of ${edition}`,
      section: 'assessment',
      wide: true,
      crumbs: [{ text: 'Self-assessments', href: '/self-assessment' }],
    },
    <>
      <p class="govuk-body">
        Counted from the history of the cases, and as it stands now. What a person judges is judged by a person: nothing
        here answers for anybody.
      </p>
      {evidence.underOtherCodes.map((other) => (
        <p key={other.edition} class="govuk-body">
          {other.complaints.toLocaleString('en-GB')} {other.complaints === 1 ? 'complaint' : 'complaints'} of that year
          came under the Code of {other.edition} and {other.complaints === 1 ? 'is' : 'are'} judged by it:{' '}
          <a class="govuk-link" href={link(other.edition, period.from.slice(0, 4))}>
            what they show of it
          </a>
          .
        </p>
      ))}
      <nav aria-label="Other years and Codes">
        <p class="govuk-body">
          Year:{' '}
          {years.map((year, i) => (
            <>
              {i > 0 ? ' · ' : ''}
              {year.from === period.from ? (
                <strong>{year.name}</strong>
              ) : (
                <a class="govuk-link" href={link(edition, year.from.slice(0, 4))}>
                  {year.name}
                </a>
              )}
            </>
          ))}
          <br />
          Code:{' '}
          {[...editions].reverse().map((one, i) => (
            <>
              {i > 0 ? ' · ' : ''}
              {one === edition ? (
                <strong>{one}</strong>
              ) : (
                <a class="govuk-link" href={link(one, period.from.slice(0, 4))}>
                  {one}
                </a>
              )}
            </>
          ))}
        </p>
      </nav>
      {codes[edition].sections.map(({ number, title, provisions }) => (
        <Section
          key={number}
          heading={`${number} ${title}`}
          provisions={Object.entries(provisions).map(([provision, { duty }]) => ({ provision, duty }))}
          evidence={evidence}
        />
      ))}
      <Details summaryText="When is an answer contradicted?">
        <p class="govuk-body">{toleranceWords}</p>
        <p class="govuk-body">
          The Code itself knows no such share: each late answer is a failing of its own and is listed. The share says
          when a year’s yes can no longer be true.
        </p>
      </Details>
    </>,
  );
}

function Section({
  heading,
  provisions,
  evidence,
}: {
  readonly heading: string;
  readonly provisions: readonly { readonly provision: string; readonly duty: string }[];
  readonly evidence: CasesEvidence;
}): VNode {
  const { edition, period } = evidence;
  return (
    <section>
      <h2 class="govuk-heading-m">{heading}</h2>
      <Scroll label={heading}>
        <table class="govuk-table">
          <caption class="govuk-visually-hidden">{heading}</caption>
          <TableHead
            heads={['Provision', 'What the cases show', ...overNumbers(['Kept', 'Exceptions', 'Late today'])]}
          />
          <tbody class="govuk-table__body">
            {provisions.map(({ provision, duty }) => {
              const one = evidence.byProvision.get(provision);
              return (
                <tr key={provision} class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">
                    {one === undefined ? (
                      provision
                    ) : (
                      <a class="govuk-link" href={evidenceHref({ edition, provision, period })}>
                        {provision}
                      </a>
                    )}
                  </th>
                  <td class="govuk-table__cell">
                    {duty}
                    <br />
                    {one === undefined ? (
                      'A person judges it; cases can’t show it.'
                    ) : (
                      <>
                        <strong>{countedSentence(one.rule, one, period.name)}</strong>{' '}
                        {besides({ ...one, exceptions: 0, lateNow: 0 }).join(' ')}
                      </>
                    )}
                  </td>
                  {(['met', 'exceptions', 'lateNow'] as const).map((key) => (
                    <td key={key} class="govuk-table__cell govuk-table__cell--numeric">
                      {one === undefined || (one.cases === 0 && one[key] === 0)
                        ? '–'
                        : one[key].toLocaleString('en-GB')}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

export const evidenceOfCases = screen({ path: '/self-assessment/evidence-of-cases', access: 'signed-in', get });
