/** Every improvement: what is late, what waits for its review, and who has how much of it. For heads of service. */
import type { VNode } from 'preact';
import { inShortWords } from '../../facts/days.js';
import {
  type Improvement,
  type ImprovementShow,
  improvementShows,
  improvementsByOwner,
  listImprovements,
  type OwnersLoad,
} from '../../store/improvements.js';
import { type Card, CardList } from '../ui/cards.js';
import { Button, InsetText } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { PartsOf } from '../ui/parts.js';
import { Scroll } from '../ui/scroll.js';
import { overNumbers, TableHead } from '../ui/table-head.js';
import { screen, type Visit } from '../visit.js';
import { improvers, readers } from './frame.js';
import { aimedWords, improvementHref, nextWords, StateOf, shortKindWords } from './words.js';

const showWords: Readonly<Record<ImprovementShow, string>> = {
  running: 'Running',
  late: 'Late',
  'to-review': 'Waiting for review',
  closed: 'Closed',
  all: 'All',
};

async function get(visit: Visit) {
  const show = improvementShows.find((one) => one === visit.query.show) ?? 'running';
  const asked = typeof visit.query.owner === 'string' ? visit.query.owner : null;
  const owner = asked === 'me' ? visit.staff.id : asked;
  const [list, owners] = await visit.db(async (trx) => [
    await listImprovements(trx, { show, owner, today: visit.today }),
    await improvementsByOwner(trx, visit.today),
  ]);
  const whose = owner === null ? '' : `&owner=${encodeURIComponent(owner)}`;
  const name = owner === null ? null : (owners.find((one) => one.owner === owner)?.name ?? list[0]?.ownerName ?? null);
  const sum = (key: 'open' | 'late' | 'toReview') =>
    owners.filter((one) => owner === null || one.owner === owner).reduce((n, one) => n + one[key], 0);
  const cards: readonly Card[] = [
    { n: sum('open'), words: 'To be done', href: `/improvements?show=running${whose}`, look: 'plain' },
    { n: sum('late'), words: 'Late', href: `/improvements?show=late${whose}`, look: 'attention' },
    {
      n: sum('toReview'),
      words: 'Waiting for review',
      href: `/improvements?show=to-review${whose}`,
      look: 'attention',
    },
  ];
  return page(
    visit,
    { title: 'Improvements', section: 'learning', wide: true },
    <>
      <PartsOf section="learning" at="/improvements" visit={visit} />
      <p class="govuk-body">
        What is changed because of complaints, so that they stop. Each is tested by the complaints before and after it.
      </p>
      <CardList cards={cards} />
      {visit.may(...improvers) ? <Button href="/improvements/open">Open an improvement</Button> : null}
      <nav aria-label="Which improvements">
        <ul class="govuk-list app-years">
          {improvementShows.map((one) => (
            <li key={one}>
              {one === show ? (
                <strong aria-current="true">{showWords[one]}</strong>
              ) : (
                <a class="govuk-link" href={`/improvements?show=${one}${whose}`}>
                  {showWords[one]}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {owner === null ? null : (
        <p class="govuk-body">
          Only those of {name ?? 'one person'}.{' '}
          <a class="govuk-link" href={`/improvements?show=${show}`}>
            Show everybody’s
          </a>
        </p>
      )}
      <ImprovementTable list={list} visit={visit} caption={showWords[show]} />
      {owners.length > 0 ? <Owners owners={owners} /> : null}
    </>,
  );
}

function ImprovementTable({
  list,
  visit,
  caption,
}: {
  readonly list: readonly Improvement[];
  readonly visit: Visit;
  readonly caption: string;
}): VNode {
  if (list.length === 0) return <InsetText text="There is none." />;
  return (
    <Scroll label={caption}>
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">{caption}</caption>
        <TableHead
          heads={['Improvement', 'Kind', 'To stop', { number: 'Cases' }, 'Who sees to it', 'Next', 'How it stands']}
        />
        <tbody class="govuk-table__body">
          {list.map((one) => (
            <tr key={one.id} class="govuk-table__row">
              <th scope="row" class="govuk-table__header govuk-!-font-weight-regular">
                <a class="govuk-link" href={improvementHref(one)}>
                  {one.title}
                </a>
              </th>
              <td class="govuk-table__cell">{shortKindWords[one.kind]}</td>
              <td class="govuk-table__cell">{aimedWords(one.aimed)}</td>
              <td class="govuk-table__cell govuk-table__cell--numeric">{one.cases}</td>
              <td class="govuk-table__cell">{one.ownerName}</td>
              <td class="govuk-table__cell">
                {nextWords(one)}
                {one.state === 'open' && one.dueOn < visit.today ? ` (opened on ${inShortWords(one.openedOn)})` : ''}
              </td>
              <td class="govuk-table__cell app-states">
                <StateOf one={one} today={visit.today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Owners({ owners }: { readonly owners: readonly OwnersLoad[] }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">By who sees to them</h2>
      <Scroll label="By who sees to them">
        <table class="govuk-table">
          <caption class="govuk-visually-hidden">Improvements by who sees to them</caption>
          <TableHead heads={['Name', ...overNumbers(['To be done', 'Late', 'Waiting for review'])]} />
          <tbody class="govuk-table__body">
            {owners.map((one) => (
              <tr key={one.owner} class="govuk-table__row">
                <th scope="row" class="govuk-table__header govuk-!-font-weight-regular">
                  <a class="govuk-link" href={`/improvements?show=running&owner=${one.owner}`}>
                    {one.name}
                  </a>
                </th>
                {[one.open, one.late, one.toReview].map((n, i) => (
                  <td key={i} class="govuk-table__cell govuk-table__cell--numeric">
                    {n}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

export const improvementBoard = screen({ path: '/improvements', access: readers, get });
