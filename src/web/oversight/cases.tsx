/** Cases as rows for the member responsible: reference, category, area, where each stands, and its days. No names, no words. */
import { grantsTo } from '../../store/case-grants.js';
import { bareCases } from '../../store/oversight.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOfRows } from '../cases/case-shown.js';
import { InsetText, Table } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { otherPage, Pages, pageAsked } from '../ui/pages.js';
import { Scroll } from '../ui/scroll.js';
import { redirect, screen, type Visit } from '../visit.js';
import { yearAsked } from './period.js';
import { standingIn } from './standing.js';

const size = 50;

async function get(visit: Visit) {
  const year = yearAsked(visit);
  const show = visit.query.show === 'open' ? 'open' : 'all';
  const at = pageAsked(visit);
  const { found, granted } = await visit.db(async (trx) => ({
    found: await bareCases(trx, {
      show,
      period: year,
      size,
      skip: (at - 1) * size,
      hidden: await hiddenCases(trx, viewerOfRows(visit)),
    }),
    granted: new Set((await grantsTo(trx, visit.staff.id, visit.today)).map(({ caseId }) => caseId)),
  }));
  const mayOpen = visit.may('manager');
  return page(
    visit,
    {
      title: 'Cases without names',
      section: 'oversight',
      wide: true,
      back: { href: '/figures/member', text: 'Complaints in figures' },
    },
    <>
      <p class="govuk-body">
        {show === 'open' ? (
          <>
            Complaints that are open.{' '}
            <a class="govuk-link" href={`/oversight/cases?year=${year.begins}`}>
              Show all received in {year.words}
            </a>
          </>
        ) : (
          <>
            Complaints received in {year.words}.{' '}
            <a class="govuk-link" href={`/oversight/cases?year=${year.begins}&show=open`}>
              Show those that are open
            </a>
          </>
        )}
      </p>
      <p class="govuk-body">To read a whole case, ask an officer or a manager to open it to you.</p>
      {found.rows.length === 0 ? (
        <InsetText text="There is none." />
      ) : (
        <Scroll label="Cases without names">
          <Table
            caption="Cases without names"
            captionClasses="govuk-visually-hidden"
            firstCellIsHeader
            head={[
              'Reference',
              'Category',
              'Area',
              'Where it stands',
              'Received',
              'Acknowledged',
              'Answered',
              'Next due',
            ].map((text) => ({ text }))}
            rows={found.rows.map((row) => [
              mayOpen || granted.has(row.caseId)
                ? {
                    html: (
                      <a class="govuk-link" href={`/cases/${row.reference}`}>
                        {row.reference}
                      </a>
                    ),
                  }
                : { text: row.reference },
              { text: row.category ?? '' },
              { text: row.area ?? '' },
              { text: standingIn(row.standing, row.stage) },
              ...[row.receivedOn, row.acknowledgedOn, row.answeredOn, row.nextDueOn].map((day) =>
                day === null ? { text: '' } : { html: <DayText day={day} short /> },
              ),
            ])}
          />
        </Scroll>
      )}
      <Pages at={at} size={size} total={found.total} what="cases" href={otherPage(visit, '/oversight/cases')} />
    </>,
  );
}

export const oversightCases = screen({ path: '/oversight/cases', access: ['member-responsible', 'manager'], get });

/** Where the figures of the member responsible stood at first; addresses that people kept lead on. */
export const oversightMoved = screen({
  path: '/oversight',
  access: ['member-responsible', 'manager'],
  get: async () => redirect('/figures/member'),
});
