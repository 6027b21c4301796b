/** The Ombudsmen's cases about us by where they stand, those with the nearest date first. */
import type { VNode } from 'preact';
import { type OmbudsmanState, ombudsmanStates } from '../../complaint/ombudsman-case.js';
import { caseWorkers } from '../../complaint/roles.js';
import { ombudsmanShort } from '../../law/ombudsman-words.js';
import { financialYear, yearOf } from '../../reports/period.js';
import { together } from '../../store/database.js';
import { measure } from '../../store/measures.js';
import { countOmbudsmanCases, type OmbudsmanCaseRow, ombudsmanCases } from '../../store/ombudsman-cases.js';
import { viewerOf } from '../cases/case-shown.js';
import { CardList } from '../ui/cards.js';
import { InsetText } from '../ui/components.js';
import { DayText, Due, dueWords } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { otherPage, Pages, pageAsked } from '../ui/pages.js';
import { PartsOf } from '../ui/parts.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { nextWords, stateTag, stateWords } from './state-words.js';
import { rateId, TheRate } from './the-rate.js';

const size = 25;
/** What somebody still has to do something about. */
const open: readonly OmbudsmanState[] = [
  'enquiry',
  'evidence-asked',
  'evidence-sent',
  'investigating',
  'orders',
  'review',
];

async function get(visit: Visit) {
  const chosen = ombudsmanStates.find((state) => state === visit.query.state) ?? null;
  const states = chosen === null ? open : [chosen];
  const at = pageAsked(visit);
  const year = financialYear(yearOf(visit.today));
  const [rows, counts, measured] = await visit.db((trx) =>
    together(
      ombudsmanCases(trx, { states, viewer: viewerOf(visit) }, { from: (at - 1) * size, most: size }),
      countOmbudsmanCases(trx, viewerOf(visit)),
      measure(trx, year, visit.today, { only: [rateId] }),
    ),
  );
  const total = states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const name = chosen === null ? 'All that are open' : stateWords[chosen];
  return page(
    visit,
    { title: 'Ombudsman cases', section: 'ombudsman', wide: true },
    <>
      <PartsOf section="ombudsman" at="/ombudsman" visit={visit} />
      <CardList
        cards={ombudsmanStates.map((state) => ({
          n: counts.get(state) ?? 0,
          words: stateWords[state],
          href: `/ombudsman?state=${state}`,
          look: state === 'evidence-asked' || state === 'orders' ? 'attention' : 'plain',
          shown: state === chosen,
        }))}
      />
      <h2 class="govuk-heading-m">{name}</h2>
      {chosen === null ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href="/ombudsman">
            See all that are open
          </a>
        </p>
      )}
      {rows.length === 0 ? (
        <InsetText text="There is none of these. What an Ombudsman asks is recorded on the case that it is about, under ‘Do something else’." />
      ) : (
        <Scroll label={name}>
          <Cases rows={rows} visit={visit} />
        </Scroll>
      )}
      <Pages at={at} size={size} total={total} what="cases" href={otherPage(visit, '/ombudsman')} />
      <TheRate rate={measured.find(({ id }) => id === rateId) ?? null} year={year} />
    </>,
  );
}

function Cases({ rows, visit }: { readonly rows: readonly OmbudsmanCaseRow[]; readonly visit: Visit }): VNode {
  return (
    <table class="govuk-table">
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Case', 'Ombudsman', 'Its number', 'What comes next', 'By when', 'Where it stands'].map((head) => (
            <th key={head} scope="col" class="govuk-table__header">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr key={`${row.caseId}-${row.ombudsman}`} class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={`/cases/${row.reference}/ombudsman`}>
                {row.reference}
                <span class="govuk-visually-hidden">, {ombudsmanShort[row.ombudsman]}</span>
              </a>
            </th>
            <td class="govuk-table__cell">{ombudsmanShort[row.ombudsman]}</td>
            <td class="govuk-table__cell">{row.caseNumber ?? 'Not told yet'}</td>
            <td class="govuk-table__cell">
              {row.nextWhat === null ? 'Nothing from us' : nextWords[row.nextWhat]}
              {row.extensionAskedTo === null ? null : (
                <>
                  <br />
                  Asked for <DayText day={row.extensionAskedTo} short />
                </>
              )}
            </td>
            <td class="govuk-table__cell">
              {row.nextDueOn === null ? (
                row.nextWhat === null ? (
                  ''
                ) : (
                  'No date yet'
                )
              ) : (
                <Due words={dueWords(row.nextDueOn, visit.today, visit.rules.calendar)} day={row.nextDueOn} />
              )}
            </td>
            <td class="govuk-table__cell">
              {stateTag(row.state)}
              <br />
              <DayText day={row.stateOn} short />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const ombudsmanList = screen({ path: '/ombudsman', access: caseWorkers, get });
