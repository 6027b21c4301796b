/** What Ombudsmen ordered and recommended that is not done, or whose proof has not been sent: the overdue first. */
import type { VNode } from 'preact';
import { caseWorkers } from '../../complaint/roles.js';
import { addDays } from '../../facts/days.js';
import { pounds } from '../../facts/money.js';
import { ombudsmanShort } from '../../law/ombudsman-words.js';
import { together } from '../../store/database.js';
import {
  countOrders,
  type OrderRow,
  type OrderShow,
  orderShows,
  outstandingOrders,
} from '../../store/ombudsman-orders.js';
import { papersDue } from '../../store/ombudsman-papers.js';
import { staffNames } from '../../store/staff.js';
import { viewerOf } from '../cases/case-shown.js';
import { CardList } from '../ui/cards.js';
import { InsetText, Tag } from '../ui/components.js';
import { Due, dueWords } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { otherPage, Pages, pageAsked } from '../ui/pages.js';
import { PartsOf } from '../ui/parts.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';

const size = 25;

const showWords: Readonly<Record<OrderShow, string>> = {
  overdue: 'Overdue',
  'no-date': 'Date to be asked',
  coming: 'Still in time',
  recommendations: 'Recommendations',
  all: 'All of them',
};

async function get(visit: Visit) {
  const show = orderShows.find((one) => one === visit.query.show) ?? 'overdue';
  const owner = visit.query.owner === 'me' ? visit.staff.id : null;
  const at = pageAsked(visit);
  const [rows, counts, names, papers] = await visit.db((trx) =>
    together(
      outstandingOrders(trx, { show, owner, viewer: viewerOf(visit) }, { from: (at - 1) * size, most: size }),
      countOrders(trx, viewerOf(visit)),
      staffNames(trx),
      papersDue(trx, addDays(visit.today, -1)),
    ),
  );
  return page(
    visit,
    { title: 'Orders of the Ombudsman', section: 'ombudsman', wide: true },
    <>
      <PartsOf section="ombudsman" at="/ombudsman/orders" visit={visit} />
      <CardList
        cards={orderShows.map((one) => ({
          n: counts[one],
          words: showWords[one],
          href: `/ombudsman/orders?show=${one}`,
          look: one === 'overdue' || one === 'no-date' ? 'attention' : 'plain',
          shown: one === show,
        }))}
      />
      <h2 class="govuk-heading-m">{showWords[show]}</h2>
      <p class="govuk-body">
        {owner === null ? (
          <a class="govuk-link" href={`/ombudsman/orders?show=${show}&owner=me`}>
            Show only mine
          </a>
        ) : (
          <a class="govuk-link" href={`/ombudsman/orders?show=${show}`}>
            Show everybody’s
          </a>
        )}
      </p>
      {papers === 0 || show !== 'overdue' ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href="/ombudsman/published">
            {papers === 1
              ? 'Something that was asked of us as a whole is overdue too'
              : `${papers} things that were asked of us as a whole are overdue too`}
          </a>
        </p>
      )}
      {rows.length === 0 ? (
        <InsetText text="There is none of these." />
      ) : (
        <Scroll label={showWords[show]}>
          <Orders rows={rows} names={names} visit={visit} />
        </Scroll>
      )}
      {owner === null ? (
        <Pages at={at} size={size} total={counts[show]} what="orders" href={otherPage(visit, '/ombudsman/orders')} />
      ) : null}
    </>,
  );
}

function Orders({
  rows,
  names,
  visit,
}: {
  readonly rows: readonly OrderRow[];
  readonly names: Awaited<ReturnType<typeof staffNames>>;
  readonly visit: Visit;
}): VNode {
  return (
    <table class="govuk-table">
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Case', 'What', 'By when', 'Who sees to it', 'How far it is'].map((head) => (
            <th key={head} scope="col" class="govuk-table__header">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr key={row.order} class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={`/cases/${row.reference}/ombudsman`}>
                {row.reference}
              </a>
            </th>
            <td class="govuk-table__cell">
              {row.binding ? (row.wider ? 'Wider order' : 'Order') : 'Recommendation'} of{' '}
              {ombudsmanShort[row.ombudsman]}
              {row.pence === null ? '' : `, ${pounds(row.pence)}`}
            </td>
            <td class="govuk-table__cell">
              {row.dueOn === null ? (
                <Tag colour="orange">Date to be asked</Tag>
              ) : (
                <Due words={dueWords(row.dueOn, visit.today, visit.rules.calendar)} day={row.dueOn} />
              )}
            </td>
            <td class="govuk-table__cell">
              {row.owner === null ? 'Nobody yet' : (names.get(row.owner) ?? 'Somebody who has left')}
            </td>
            <td class="govuk-table__cell">
              {row.compliedOn !== null
                ? 'Done, proof not sent'
                : row.accepted === false
                  ? 'The Ombudsman asks for more'
                  : 'Not done'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const ombudsmanOrders = screen({ path: '/ombudsman/orders', access: caseWorkers, get });
