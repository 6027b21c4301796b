/** What Ombudsmen wrote about the landlord as a whole, and what was published where. */
import type { VNode } from 'preact';
import { caseWorkers } from '../../complaint/roles.js';
import { failureKindWords, ombudsmanShort } from '../../law/ombudsman-words.js';
import { together } from '../../store/database.js';
import { listPapers, type Paper } from '../../store/ombudsman-papers.js';
import { staffNames } from '../../store/staff.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { InsetText } from '../ui/components.js';
import { DayText, Due, dueWords } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { PartsOf } from '../ui/parts.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { paperWords } from './paper-fields.js';

async function get(visit: Visit) {
  const [papers, names] = await visit.db(async (trx) => {
    const hidden = await hiddenCases(trx, viewerOf(visit));
    return together(listPapers(trx, null, hidden), staffNames(trx));
  });
  return page(
    visit,
    { title: 'Published about us', section: 'ombudsman', wide: true },
    <>
      <PartsOf section="ombudsman" at="/ombudsman/published" visit={visit} />
      <p class="govuk-body">
        Special reports, failure orders that are about no case, and decisions that were published. The annual report of
        the year tells them.
      </p>
      {visit.may('manager', 'officer') ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/ombudsman/published/add">
            Put one on the list
          </a>
        </p>
      ) : null}
      {papers.length === 0 ? (
        <InsetText text="Nothing is on the list yet." />
      ) : (
        <Scroll label="Published about us">
          <Papers papers={papers} names={names} visit={visit} />
        </Scroll>
      )}
    </>,
  );
}

function Papers({
  papers,
  names,
  visit,
}: {
  readonly papers: readonly Paper[];
  readonly names: Awaited<ReturnType<typeof staffNames>>;
  readonly visit: Visit;
}): VNode {
  return (
    <table class="govuk-table">
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['What', 'Received', 'What it asks', 'Published'].map((head) => (
            <th key={head} scope="col" class="govuk-table__header">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {papers.map((one) => (
          <tr key={one.id} class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={`/ombudsman/published/${one.id}`}>
                {one.title}
              </a>
              <br />
              <span class="govuk-!-font-weight-regular">
                {one.failureKind === null ? paperWords[one.kind] : failureKindWords(one.failureKind)},{' '}
                {ombudsmanShort[one.ombudsman]}
              </span>
            </th>
            <td class="govuk-table__cell">
              <DayText day={one.receivedOn} short class="app-nowrap" />
            </td>
            <td class="govuk-table__cell">
              {one.asks ?? ''}
              <br />
              {one.doneOn !== null ? (
                <>
                  Done on <DayText day={one.doneOn} short />
                </>
              ) : one.dueOn === null ? null : (
                <Due words={dueWords(one.dueOn, visit.today, visit.rules.calendar)} day={one.dueOn} />
              )}
              {one.owner === null ? null : (
                <p class="govuk-body govuk-!-margin-bottom-0">{names.get(one.owner) ?? 'Somebody who has left'}</p>
              )}
            </td>
            <td class="govuk-table__cell">
              {one.publishedOn === null ? (
                'Not that we know'
              ) : (
                <>
                  <DayText day={one.publishedOn} short />
                  <br />
                  {one.publishedWhere}
                </>
              )}
              {one.reference === null ? null : (
                <p class="govuk-body govuk-!-margin-bottom-0">
                  <a class="govuk-link" href={`/cases/${one.reference}/ombudsman`}>
                    {one.reference}
                  </a>
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const ombudsmanPapers = screen({ path: '/ombudsman/published', access: caseWorkers, get });
