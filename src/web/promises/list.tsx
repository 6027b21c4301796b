/** Everything that residents were promised, by what has become of it, by team and contractor: the late first (6.6, 7.3). */
import type { VNode } from 'preact';
import { together } from '../../store/database.js';
import {
  type PromiseCounts,
  type PromisePage,
  type PromiseState,
  promiseCounts,
  promiseStates,
  readPromises,
} from '../../store/promises.js';
import { remediesLate } from '../../store/remedies-late.js';
import { listStaff } from '../../store/staff.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { listTeams } from '../../store/teams.js';
import { knownOfCases } from '../behaviour/know-first.js';
import { viewerOf } from '../cases/case-shown.js';
import { InsetText, PagesWithTotals } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { PartsOf } from '../ui/parts.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { promisesAsked, promisesLink } from './asked-for.js';
import { PromiseFilters } from './filters.js';
import { PromiseTable } from './promise-table.js';
import { RemediesLate } from './remedies-late.js';
import { stateWords } from './state-words.js';

const size = 25;

async function get(visit: Visit) {
  const { filter, page: at } = promisesAsked(visit);
  const { found, counts, late, staff, teams, known } = await visit.db(async (trx) => {
    const hidden = await hiddenCases(trx, viewerOf(visit));
    const counted = await promiseCounts(trx, visit.today, hidden);
    const [rows, remedies, people, groups] = await together(
      readPromises(trx, { ...filter, hidden }, { page: at, size, counts: counted }),
      remediesLate(trx, visit.today, { hidden, most: 100 }),
      listStaff(trx, 'all'),
      listTeams(trx, 'all'),
    );
    const known = await knownOfCases(trx, visit, rows.rows);
    return { found: rows, counts: counted, late: remedies, staff: people, teams: groups, known };
  });
  return page(
    visit,
    { title: 'Promises', section: 'puttingRight', wide: true },
    <>
      <PartsOf section="putting-right" at="/promises" visit={visit} />
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/promises/teams">
            By team and contractor
          </a>
        </li>
        {visit.may('officer', 'manager') ? (
          <li>
            <a class="govuk-link" href="/promises/jobs">
              Bring in what the repairs system says
            </a>
          </li>
        ) : null}
      </ul>
      <States visit={visit} counts={counts} at={filter.state} />
      {late.total === 0 ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href="#remedies-late">
            Remedies late: {late.total.toLocaleString('en-GB')}
          </a>
        </p>
      )}
      <div class="app-with-filter">
        <p class="govuk-body app-only-narrow">
          <a class="govuk-link" href="#found">
            Go to the list
          </a>
        </p>
        <aside class="app-with-filter__filter" aria-label="Filters">
          <PromiseFilters visit={visit} staff={staff} teams={teams} />
        </aside>
        <div class="app-with-filter__list" id="found">
          <h2 class="govuk-heading-m">{stateWords[filter.state]}</h2>
          {found.total === 0 ? (
            <InsetText text="There is none of these." />
          ) : (
            <Scroll label={stateWords[filter.state]}>
              <PromiseTable
                rows={found.rows}
                state={filter.state}
                staff={staff}
                teams={teams}
                known={known}
                visit={visit}
              />
            </Scroll>
          )}
          <Pages visit={visit} found={found} />
        </div>
      </div>
      <RemediesLate late={late} staff={staff} visit={visit} />
    </>,
  );
}

/** Somebody is let down unless somebody acts. */
const attention: ReadonlySet<PromiseState> = new Set(['late', 'not-done', 'end-asked', 'untold']);

function States({
  visit,
  counts,
  at,
}: {
  readonly visit: Visit;
  readonly counts: PromiseCounts;
  readonly at: PromiseState;
}): VNode {
  return (
    <ul class="app-cards">
      {promiseStates
        .filter((state): state is keyof PromiseCounts => Object.hasOwn(counts, state))
        .map((state) => {
          const n = counts[state];
          const look = n === 0 ? ' app-card--quiet' : attention.has(state) ? ' app-card--attention' : '';
          return (
            <li key={state} class={`app-card${look}`}>
              <span class="app-card__number">{n.toLocaleString('en-GB')}</span>
              <a
                class="govuk-link app-card__link"
                href={promisesLink(visit, { state })}
                {...(state === at ? { 'aria-current': 'true' as const } : {})}
              >
                {stateWords[state]}
              </a>
            </li>
          );
        })}
    </ul>
  );
}

function Pages({ visit, found }: { readonly visit: Visit; readonly found: PromisePage }): VNode | null {
  if (found.pages < 2) return null;
  const first = (found.page - 1) * size + 1;
  const link = (n: number) => promisesLink(visit, { page: String(n) });
  return (
    <PagesWithTotals
      landmarkLabel="Pages"
      results={{ from: first, to: first + found.rows.length - 1, count: found.total, text: 'promises' }}
      {...(found.page > 1 ? { previous: { text: 'Previous', href: link(found.page - 1) } } : {})}
      {...(found.page < found.pages ? { next: { text: 'Next', href: link(found.page + 1) } } : {})}
      items={[{ text: String(found.page), href: link(found.page), selected: true }]}
    />
  );
}

export const promisesList = screen({
  path: '/promises',
  access: ['officer', 'investigator', 'reviewer', 'manager'],
  get,
});
