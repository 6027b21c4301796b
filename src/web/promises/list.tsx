/** Everything that residents were promised, by what has become of it, by team and contractor: the late first (6.6, 7.3). */
import type { VNode } from 'preact';
import { caseWorkers } from '../../complaint/roles.js';
import { together } from '../../store/database.js';
import {
  type PromiseCounts,
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
import { CardList } from '../ui/cards.js';
import { InsetText } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { Pages } from '../ui/pages.js';
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
          <Pages
            at={found.page}
            size={size}
            total={found.total}
            what="promises"
            href={(n) => promisesLink(visit, { page: String(n) })}
          />
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
    <CardList
      cards={promiseStates
        .filter((state): state is keyof PromiseCounts => Object.hasOwn(counts, state))
        .map((state) => ({
          n: counts[state],
          words: stateWords[state],
          href: promisesLink(visit, { state }),
          look: attention.has(state) ? 'attention' : 'plain',
          shown: state === at,
        }))}
    />
  );
}

export const promisesList = screen({ path: '/promises', access: caseWorkers, get });
