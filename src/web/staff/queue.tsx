/**
 * The queue: cases by what is due next, with filters, sorting and pages. All that it shows is in its address, save words
 * that somebody typed: a name or an address is posted, so that no address, history or log ever holds it, and recorded.
 */
import type { VNode } from 'preact';
import { z } from 'zod';
import { caseWorkers } from '../../complaint/roles.js';
import { addDays, endOfWeek } from '../../facts/days.js';
import { kinds, type StaffId, type Stage, type TeamId } from '../../facts/happened.js';
import { together } from '../../store/database.js';
import { areasInUse, type QueueFilter, type QueueSort, readQueue } from '../../store/queue.js';
import { recordReading } from '../../store/reads.js';
import { listStaff } from '../../store/staff.js';
import { listTeams } from '../../store/teams.js';
import { viewerOf } from '../cases/case-shown.js';
import { InsetText, PagesWithTotals } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { redirect, screen, type Visit } from '../visit.js';
import { CaseTable, type Column } from './case-list.js';
import { namesOf } from './names.js';
import { dues, Filters, flags, linkWith, shows, standings } from './queue-filters.js';

const sizeOfPage = 25;
const uuid = z.uuid();

const sorts: Readonly<Record<QueueSort, string>> = {
  next: 'Next',
  received: 'Received',
  reference: 'Case',
  last: 'Last change',
};

interface Asked {
  readonly filter: QueueFilter;
  readonly sort: QueueSort;
  readonly descending: boolean;
  readonly page: number;
}

/** What an address asks for; what it can't mean is left out. */
function asked(visit: Visit): Asked {
  const one = (name: string): string => {
    const value = visit.query[name];
    return typeof value === 'string' ? value : (value?.[0] ?? '');
  };
  const of = <T extends object>(table: T, name: string): keyof T | null =>
    Object.hasOwn(table, one(name)) ? (one(name) as keyof T) : null;
  const filter: { -readonly [K in keyof QueueFilter]: QueueFilter[K] } = {};
  const show = of(shows, 'show');
  if (show !== null) filter.show = show;
  const kind = one('kind');
  if (kind === 'undecided' || kinds.some((known) => known === kind))
    filter.kind = kind as NonNullable<QueueFilter['kind']>;
  if (one('stage') === '1' || one('stage') === '2') filter.stage = Number(one('stage')) as Stage;
  const standing = of(standings, 'standing');
  if (standing !== null) filter.standing = standing;
  const flag = of(flags, 'flag');
  if (flag !== null) filter.flag = flag;
  if (uuid.safeParse(one('team')).success) filter.team = one('team') as TeamId;
  const handler = one('handler');
  if (handler === 'me') filter.handler = visit.staff.id;
  else if (handler === 'nobody') filter.handler = 'nobody';
  else if (uuid.safeParse(handler).success) filter.handler = handler as StaffId;
  if (one('area') !== '') filter.area = one('area').slice(0, 200);
  if (one('category') !== '') filter.category = one('category').slice(0, 200);
  if (one('waiting') === 'yes') filter.waiting = true;
  if (one('promises') === 'late') filter.promiseLateOn = visit.today;
  const due = of(dues, 'due');
  if (due === 'late') filter.dueUntil = addDays(visit.today, -1);
  if (due === 'today') Object.assign(filter, { dueFrom: visit.today, dueUntil: visit.today });
  if (due === 'week') Object.assign(filter, { dueFrom: visit.today, dueUntil: endOfWeek(visit.today) });
  const pageNumber = Number(one('page'));
  return {
    filter,
    sort: of(sorts, 'sort') ?? 'next',
    descending: one('order') === 'desc',
    page: Number.isSafeInteger(pageNumber) && pageNumber > 0 ? pageNumber : 1,
  };
}

/** Words show one long page: sorting and paging would need them in an address. */
const sizeByWords = 100;

async function get(visit: Visit) {
  return list(visit, '');
}

async function post(visit: Visit) {
  const text = typeof visit.fields.text === 'string' ? visit.fields.text.trim().slice(0, 200) : '';
  const filtered = { ...visit, query: visit.fields };
  if (text === '') return redirect(linkWith(filtered, {}));
  await visit.db((trx) => recordReading(trx, { staff: visit.staff.id, what: 'search' }));
  return list(filtered, text);
}

async function list(visit: Visit, text: string) {
  const { filter, ...order } = asked(visit);
  const byWords = text !== '';
  const request = byWords ? { ...order, page: 1, filter: { ...filter, text } } : { ...order, filter };
  const size = byWords ? sizeByWords : sizeOfPage;
  const [found, everybody, everyTeam, inUse] = await visit.db((trx) =>
    together(
      readQueue(trx, { ...request, filter: { ...request.filter, viewer: viewerOf(visit) }, size }),
      listStaff(trx, 'all'),
      listTeams(trx, 'all'),
      areasInUse(trx),
    ),
  );
  const names = namesOf(everybody, everyTeam);
  const staff = everybody.filter((one) => one.state !== 'deactivated');
  const teams = everyTeam.filter((team) => !team.closed);
  const first = (found.page - 1) * size + 1;
  const columns: Column[] = [
    byWords ? { name: 'reference', heading: 'Case' } : sortable(visit, request, 'reference', 'Case'),
    byWords ? { name: 'next', heading: 'Next' } : sortable(visit, request, 'next', 'Next'),
    byWords ? { name: 'received', heading: 'Received' } : sortable(visit, request, 'received', 'Received'),
    { name: 'with', heading: 'With' },
    { name: 'standing', heading: 'Where it stands' },
  ];
  return page(
    visit,
    { title: 'Cases', section: 'cases', wide: true },
    <div class="app-with-filter">
      <p class="govuk-body app-only-narrow">
        <a class="govuk-link" href="#found">
          Go to the list
        </a>
      </p>
      <aside class="app-with-filter__filter" aria-label="Filters">
        <Filters visit={visit} text={text} staff={staff} teams={teams} inUse={inUse} />
      </aside>
      <div class="app-with-filter__list" id="found">
        <p class="govuk-body" role="status">
          {found.total === 0
            ? 'No cases fit.'
            : `${found.total.toLocaleString('en-GB')} ${found.total === 1 ? 'case' : 'cases'}, `}
          {found.total === 0 ? null : `sorted by ${sorts[request.sort].toLowerCase()}.`}
          {byWords && found.total > size ? ` The first ${size} are shown: add a word to narrow it down.` : null}
        </p>
        {found.total === 0 ? (
          <InsetText>
            Change the filters, or{' '}
            <a class="govuk-link" href="/cases?show=all">
              look at all cases
            </a>
            .
          </InsetText>
        ) : (
          <Scroll label="Cases">
            <CaseTable rows={found.rows} names={names} visit={visit} caption="Cases" columns={columns} />
          </Scroll>
        )}
        {found.pages > 1 && !byWords ? (
          <PagesWithTotals
            landmarkLabel="Pages"
            results={{ from: first, to: first + found.rows.length - 1, count: found.total, text: 'cases' }}
            {...(found.page > 1
              ? { previous: { text: 'Previous', href: linkWith(visit, { page: String(found.page - 1) }) } }
              : {})}
            {...(found.page < found.pages
              ? { next: { text: 'Next', href: linkWith(visit, { page: String(found.page + 1) }) } }
              : {})}
            items={pagesAround(found.page, found.pages).map((n) =>
              n === null
                ? { type: 'dots' as const }
                : { text: String(n), href: linkWith(visit, { page: String(n) }), selected: n === found.page },
            )}
          />
        ) : null}
      </div>
    </div>,
  );
}

/** The first, the last and those around; null for a gap. */
function pagesAround(at: number, last: number): (number | null)[] {
  const near = [...new Set([1, at - 1, at, at + 1, last])].filter((n) => n >= 1 && n <= last).sort((a, b) => a - b);
  return near.flatMap((n, i) => (i > 0 && n - (near[i - 1] ?? n) > 1 ? [null, n] : [n]));
}

function sortable(visit: Visit, request: Asked, sort: QueueSort, words: string): Column {
  const on = request.sort === sort;
  const order = on && !request.descending ? 'desc' : null;
  return {
    name: sort,
    sort: on ? (request.descending ? 'descending' : 'ascending') : 'none',
    heading: (
      <a class="govuk-link app-sort" href={linkWith(visit, { sort, order })}>
        {words}
        <SortMark way={on ? (request.descending ? 'down' : 'up') : 'both'} />
      </a>
    ),
  };
}

/** Drawn, since not every typeface has arrows; the sense is in aria-sort. */
function SortMark({ way }: { readonly way: 'up' | 'down' | 'both' }): VNode {
  return (
    <svg class="app-sort__mark" viewBox="0 0 10 16" width="10" height="16" aria-hidden="true" focusable="false">
      {way === 'down' ? null : <path d="M5 1 9 7H1z" fill="currentColor" />}
      {way === 'up' ? null : <path d="M5 15 9 9H1z" fill="currentColor" />}
    </svg>
  );
}

export const queue = screen({ path: '/cases', access: caseWorkers, get, post });
