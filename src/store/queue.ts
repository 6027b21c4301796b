/** The queue: cases by their next date, filtered, sorted, paged; and the counts on an officer's first page. */
import { type RawBuilder, sql } from 'kysely';
import type { Standing } from '../complaint/case.js';
import type { ClockKind } from '../complaint/clocks.js';
import type { Day } from '../facts/days.js';
import type { CaseId, Kind, StaffId, Stage, TeamId } from '../facts/happened.js';
import { type Trx, together } from './database.js';
import { type CaseRow, caseColumns, caseJoins } from './register.js';
import { casesMatching } from './search.js';
import { hiddenCases, notAmong, type Viewer } from './staff-concerned.js';

export interface QueueFilter {
  /** Live (the default): someone must still answer, or a promise still runs. */
  readonly show?: 'live' | 'open' | 'promises' | 'closed' | 'all';
  readonly kind?: Kind | 'undecided';
  readonly stage?: Stage;
  readonly standing?: Standing['is'];
  readonly team?: TeamId;
  readonly handler?: StaffId | 'nobody';
  readonly area?: string;
  readonly category?: string;
  /** What is due next. */
  readonly next?: ClockKind;
  readonly dueFrom?: Day;
  readonly dueUntil?: Day;
  /** A promise whose day has passed before this one. */
  readonly promiseLateOn?: Day;
  /** A team or contractor has been asked and has not answered. */
  readonly waiting?: boolean;
  readonly flag?: 'at-risk' | 'hazard' | 'vulnerable' | 'adjusted' | 'represented';
  /** Whose list it is: what they may not see is left out. */
  readonly viewer?: Viewer;
  /** A reference, name, address, words or document. */
  readonly text?: string;
}

export type QueueSort = 'next' | 'received' | 'reference' | 'last';

export interface QueueRequest {
  readonly filter?: QueueFilter;
  readonly sort?: QueueSort;
  readonly descending?: boolean;
  /** From 1. */
  readonly page?: number;
  readonly size?: number;
}

export interface QueuePage {
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

const sortColumns: Record<QueueSort, string> = {
  next: 'next_due_on',
  received: 'received_on',
  reference: 'reference',
  last: 'last_on',
};

/** One page of cases by filter and order, with the total. */
export async function readQueue(trx: Trx, request: QueueRequest = {}): Promise<QueuePage> {
  const size = Math.min(Math.max(Math.trunc(request.size ?? 25), 1), 500);
  const where = await conditions(trx, request.filter ?? {});
  if (where === null) return { rows: [], total: 0, page: 1, pages: 1 };
  const rowsOf = (page: number) => rowsWhere(trx, where, request, size, (page - 1) * size);
  const asked = Math.max(Math.trunc(request.page ?? 1), 1);
  const [counted, rows] = await together(
    sql<{ n: number }>`select count(*) as n from complaint c where ${where}`.execute(trx),
    rowsOf(asked),
  );
  const total = counted.rows[0]?.n ?? 0;
  const pages = Math.max(Math.ceil(total / size), 1);
  const page = Math.min(asked, pages);
  return { rows: page === asked ? rows : await rowsOf(page), total, page, pages };
}

/** The first cases of the list by their next date, uncounted: for a page that has their number already. */
export async function nextCases(trx: Trx, filter: QueueFilter, most: number): Promise<readonly CaseRow[]> {
  const where = await conditions(trx, filter);
  return where === null ? [] : rowsWhere(trx, where, {}, most, 0);
}

async function rowsWhere(
  trx: Trx,
  where: RawBuilder<unknown>,
  { sort, descending }: Pick<QueueRequest, 'sort' | 'descending'>,
  most: number,
  from: number,
): Promise<readonly CaseRow[]> {
  // As the index runs, forwards or backwards: a case without a date comes last, or first.
  const direction = descending ? 'desc' : 'asc';
  const order = sql.raw(`c.${sortColumns[sort ?? 'next']} ${direction}, c.case_id ${direction}`);
  // The page is cut before names are joined to it.
  const found = await sql<CaseRow>`
    select ${caseColumns}
    from (select * from complaint c where ${where} order by ${order} limit ${sql.lit(most)} offset ${from}) c
    ${caseJoins}
    order by ${order}`.execute(trx);
  return found.rows;
}

const flags: Record<NonNullable<QueueFilter['flag']>, RawBuilder<unknown>> = {
  'at-risk': sql`c.at_risk`,
  hazard: sql`c.hazard`,
  vulnerable: sql`c.vulnerable`,
  adjusted: sql`c.adjusted`,
  represented: sql`c.represented`,
};

/** Null when nothing can fit. */
async function conditions(trx: Trx, filter: QueueFilter): Promise<RawBuilder<unknown> | null> {
  const all: RawBuilder<unknown>[] = [sql`c.landlord_id = ${trx.landlordId}`];
  switch (filter.show ?? 'live') {
    case 'live':
      all.push(sql`c.live`);
      break;
    case 'open':
      all.push(sql`c.live and c.open`);
      break;
    case 'promises':
      all.push(sql`c.live and not c.open`);
      break;
    case 'closed':
      all.push(sql`not c.live`);
      break;
    default:
  }
  if (filter.kind !== undefined)
    all.push(filter.kind === 'undecided' ? sql`c.kind is null` : sql`c.kind = ${filter.kind}`);
  if (filter.stage !== undefined) all.push(sql`c.stage = ${filter.stage}`);
  if (filter.standing !== undefined) all.push(sql`c.standing = ${filter.standing}`);
  if (filter.team !== undefined) all.push(sql`c.team_id = ${filter.team}`);
  if (filter.handler !== undefined) {
    all.push(filter.handler === 'nobody' ? sql`c.handler_id is null` : sql`c.handler_id = ${filter.handler}`);
  }
  if (filter.area !== undefined) all.push(sql`c.area = ${filter.area}`);
  if (filter.category !== undefined) all.push(sql`c.category = ${filter.category}`);
  if (filter.next !== undefined) all.push(sql`c.next_kind = ${filter.next}`);
  if (filter.dueFrom !== undefined) all.push(sql`c.next_due_on >= ${filter.dueFrom}`);
  if (filter.dueUntil !== undefined) all.push(sql`c.next_due_on <= ${filter.dueUntil}`);
  if (filter.waiting) all.push(sql`c.asked_due_on is not null`);
  if (filter.promiseLateOn !== undefined) all.push(promiseLate(filter.promiseLateOn));
  if (filter.flag !== undefined) all.push(flags[filter.flag]);
  const hidden = filter.viewer === undefined ? [] : await hiddenCases(trx, filter.viewer);
  if (hidden.length > 0) all.push(notAmong('c.case_id', hidden));
  if (filter.text !== undefined && filter.text.trim() !== '') {
    const ids = await casesMatching(trx, filter.text);
    if (ids.length === 0) return null;
    all.push(sql`c.case_id = any (${ids}::uuid[])`);
  }
  return sql.join(all, sql` and `);
}

function promiseLate(today: Day): RawBuilder<unknown> {
  return sql`exists (
    select 1 from promise m
    where m.landlord_id = c.landlord_id and m.case_id = c.case_id and m.state = 'open' and m.counts and m.due_on < ${today})`;
}

export interface HomeCounts {
  readonly toTriage: number;
  readonly toAcknowledge: number;
  readonly dueToday: number;
  /** From today until the end of the week, today included. */
  readonly dueThisWeek: number;
  readonly overdue: number;
  readonly promisesLate: number;
  readonly waitingForOthers: number;
  readonly live: number;
  /** Of everyone's: nobody has it. */
  readonly unassigned: number;
}

/** The counts of one officer's cases, or of everyone's when no officer is named; none that is hidden from who looks. */
export async function homeCounts(
  trx: Trx,
  about: {
    readonly handler: StaffId | null;
    readonly today: Day;
    readonly weekEnds: Day;
    readonly hidden?: readonly CaseId[];
  },
): Promise<HomeCounts> {
  const hidden = about.hidden ?? [];
  const whose = about.handler === null ? sql`true` : sql`c.handler_id = ${about.handler}`;
  // One officer's cases are asked for their promises; of everyone's, the late promises for their cases, which are live
  // for as long as a promise of theirs is open.
  const promisesLate =
    about.handler !== null
      ? sql`count(*) filter (where ${promiseLate(about.today)})`
      : sql`(select count(distinct m.case_id) from promise m
          where m.landlord_id = ${trx.landlordId} and m.state = 'open' and m.counts and m.due_on < ${about.today}
            and ${notAmong('m.case_id', hidden)})`;
  const found = await sql<HomeCounts>`
    select
      count(*) filter (where c.standing = 'to-triage') as "toTriage",
      count(*) filter (where c.standing = 'to-acknowledge') as "toAcknowledge",
      count(*) filter (where c.next_due_on = ${about.today}) as "dueToday",
      count(*) filter (where c.next_due_on between ${about.today} and ${about.weekEnds}) as "dueThisWeek",
      count(*) filter (where c.next_due_on < ${about.today}) as overdue,
      ${promisesLate} as "promisesLate",
      count(*) filter (where c.asked_due_on is not null) as "waitingForOthers",
      count(*) as live,
      (select count(*) from complaint u
        where u.landlord_id = ${trx.landlordId} and u.live and u.open and u.handler_id is null
          and ${notAmong('u.case_id', hidden)}) as unassigned
    from complaint c
    where c.landlord_id = ${trx.landlordId} and c.live and ${whose} and ${notAmong('c.case_id', hidden)}`.execute(trx);
  const [row] = found.rows;
  if (row === undefined) throw new Error('a count is always one row');
  return row;
}

/** The areas and categories that live cases carry, for filters. */
export async function areasInUse(trx: Trx): Promise<{ areas: string[]; categories: string[] }> {
  const [areas, categories] = await together(valuesInUse(trx, 'area'), valuesInUse(trx, 'category'));
  return { areas, categories };
}

/** From each value to the next by its index: as many steps as there are values, however many the cases. */
async function valuesInUse(trx: Trx, column: 'area' | 'category'): Promise<string[]> {
  const [name, live] = [sql.raw(column), sql`c.landlord_id = ${trx.landlordId} and c.live`];
  const found = await sql<{ value: string }>`
    with recursive used as (
      (select c.${name} as value from complaint c where ${live} and c.${name} is not null order by 1 limit 1)
      union all
      select (select c.${name} from complaint c where ${live} and c.${name} is not null and c.${name} > used.value
        order by 1 limit 1)
      from used where used.value is not null)
    select value from used where value is not null`.execute(trx);
  return found.rows.map(({ value }) => value);
}

/** How many open cases each member of staff has; who has none is not named. */
export async function openCaseloads(trx: Trx): Promise<ReadonlyMap<StaffId, number>> {
  const found = await sql<{ handler: StaffId; n: number }>`
    select c.handler_id as handler, count(*) as n from complaint c
    where c.landlord_id = ${trx.landlordId} and c.live and c.open and c.handler_id is not null
    group by c.handler_id`.execute(trx);
  return new Map(found.rows.map(({ handler, n }) => [handler, n]));
}
