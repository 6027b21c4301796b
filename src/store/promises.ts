/** What residents were promised, across every case: by what has become of it, by whom it waits for, the latest due first. */
import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day, endOfWeek } from '../facts/days.js';
import type { CaseId, EndGround, PromiseId, StaffId, TeamId } from '../facts/happened.js';
import { type Trx, together } from './database.js';
import { notAmong } from './staff-concerned.js';
import { readWords } from './words.js';

/** Each is a list; what is asked of people comes first. */
export const promiseStates = [
  'late',
  'week',
  'waiting',
  'not-done',
  'end-asked',
  'untold',
  'later',
  'done',
  'ended',
] as const;
export type PromiseState = (typeof promiseStates)[number];

export interface PromiseFilter {
  readonly state: PromiseState;
  readonly team?: TeamId | 'none';
  readonly owner?: StaffId;
  /** Of teams of ours, or of contractors alone. */
  readonly of?: 'teams' | 'contractors';
  /** The cases that somebody handles. */
  readonly handler?: StaffId;
  readonly today: Day;
  /** Cases that are kept from whoever looks. */
  readonly hidden?: readonly CaseId[];
}

export interface PromiseRow {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly promiseId: PromiseId;
  readonly owner: StaffId | null;
  readonly team: TeamId | null;
  readonly promisedOn: Day;
  readonly firstDueOn: Day;
  readonly dueOn: Day;
  readonly moves: number;
  readonly state: 'open' | 'done' | 'ended';
  readonly doneOn: Day | null;
  readonly residentSays: 'done' | 'not-done' | null;
  /** Since when the resident has been asked whether it was done, and has not said. */
  readonly waitingSince: Day | null;
  readonly endAskedOn: Day | null;
  readonly endGround: EndGround | null;
  readonly untold: boolean;
  /** What was promised; null when it was erased. */
  readonly text: string | null;
  readonly handler: StaffId | null;
}

export interface PromisePage {
  readonly rows: readonly PromiseRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

const columns = sql.raw(`m.case_id as "caseId", c.reference, m.promise_id as "promiseId", m.owner_id as owner,
  m.team_id as team, m.promised_on as "promisedOn", m.first_due_on as "firstDueOn", m.due_on as "dueOn", m.moves,
  m.state, m.done_on as "doneOn", m.resident_says as "residentSays", m.waiting_since as "waitingSince",
  m.end_asked_on as "endAskedOn", m.end_ground as "endGround", m.untold, m.words, c.handler_id as handler`);

/** One page of promises, with the total. */
export async function readPromises(
  trx: Trx,
  filter: PromiseFilter,
  {
    page: asked = 1,
    size = 25,
    counts,
  }: { readonly page?: number; readonly size?: number; readonly counts?: PromiseCounts } = {},
): Promise<PromisePage> {
  const where = conditions(trx, filter);
  const order = sql.raw(orders[filter.state] ?? 'm.due_on, m.promise_id');
  // The page is cut before cases are joined to it.
  const rowsOf = async (at: number) => {
    const found = await sql<Omit<PromiseRow, 'text'> & { words: string | null }>`
      select ${columns}
      from (select * from promise m where ${where} order by ${order} limit ${sql.lit(size)} offset ${(at - 1) * size}) m
      join complaint c on c.landlord_id = m.landlord_id and c.case_id = m.case_id
      order by ${order}`.execute(trx);
    // Asked for by their digests: a join would have to look at all words of the landlord under row security.
    const texts = await readWords(
      trx,
      found.rows.flatMap(({ words }) => words ?? []),
    );
    return found.rows.map(({ words, ...row }): PromiseRow => ({ ...row, text: texts.get(words ?? '') ?? null }));
  };
  const first = Math.max(Math.trunc(asked), 1);
  // What was counted for the page's own numbers is not counted again.
  const known = isWhole(filter) ? counts?.[filter.state as keyof PromiseCounts] : undefined;
  const [counted, rows] = await together(
    known === undefined
      ? sql<{ n: number }>`select count(*)::int as n from promise m where ${where}`.execute(trx)
      : { rows: [{ n: known }] },
    rowsOf(first),
  );
  const total = counted.rows[0]?.n ?? 0;
  const pages = Math.max(Math.ceil(total / size), 1);
  const page = Math.min(first, pages);
  return { rows: page === first ? rows : await rowsOf(page), total, page, pages };
}

function isWhole({ team, owner, of, handler }: PromiseFilter): boolean {
  return team === undefined && owner === undefined && of === undefined && handler === undefined;
}

/** Those that wait for an answer by how long they have waited, those that are over by the newest; the rest by their date. */
const orders: Partial<Record<PromiseState, string>> = {
  waiting: 'm.waiting_since, m.promise_id',
  'end-asked': 'm.end_asked_on, m.promise_id',
  done: 'm.due_on desc, m.promise_id',
  ended: 'm.due_on desc, m.promise_id',
};

function conditions(trx: Trx, filter: PromiseFilter): RawBuilder<unknown> {
  const all = [sql`m.landlord_id = ${trx.landlordId}`, sql`m.counts`, inState(filter.state, filter.today)];
  if (filter.hidden !== undefined && filter.hidden.length > 0) all.push(notAmong('m.case_id', filter.hidden));
  if (filter.team === 'none') all.push(sql`m.team_id is null`);
  else if (filter.team !== undefined) all.push(sql`m.team_id = ${filter.team}`);
  if (filter.owner !== undefined) all.push(sql`m.owner_id = ${filter.owner}`);
  if (filter.of !== undefined)
    all.push(sql`m.team_id in (
      select t.id from team t where t.landlord_id = ${trx.landlordId} and t.contractor = ${filter.of === 'contractors'})`);
  if (filter.handler !== undefined)
    all.push(sql`exists (select from complaint h
      where h.landlord_id = m.landlord_id and h.case_id = m.case_id and h.handler_id = ${filter.handler})`);
  return sql.join(all, sql` and `);
}

function inState(state: PromiseState, today: Day): RawBuilder<unknown> {
  switch (state) {
    case 'late':
      return sql`m.state = 'open' and m.due_on < ${today}`;
    case 'week':
      return sql`m.state = 'open' and m.due_on between ${today} and ${endOfWeek(today)}`;
    case 'later':
      return sql`m.state = 'open' and m.due_on > ${endOfWeek(today)}`;
    case 'not-done':
      return sql`m.state = 'open' and m.resident_says = 'not-done'`;
    case 'waiting':
      return sql`m.waiting_since is not null`;
    case 'end-asked':
      return sql`m.state = 'open' and m.end_asked_on is not null`;
    case 'untold':
      return sql`m.untold`;
    case 'done':
      return sql`m.state = 'done' and m.state <> 'open'`;
    case 'ended':
      return sql`m.state = 'ended' and m.state <> 'open'`;
  }
}

export type PromiseCounts = Readonly<Record<Exclude<PromiseState, 'done' | 'ended'>, number>>;

/** How many there are of each that still wait for somebody. Each is counted along its own index. */
export async function promiseCounts(trx: Trx, today: Day, hidden: readonly CaseId[] = []): Promise<PromiseCounts> {
  const mine = sql`m.landlord_id = ${trx.landlordId} and m.counts and ${notAmong('m.case_id', hidden)}`;
  const count = (state: PromiseState) =>
    sql`(select count(*)::int from promise m where ${mine} and ${inState(state, today)})`;
  const found = await sql<PromiseCounts>`
    select ${count('late')} as late, ${count('week')} as week, ${count('waiting')} as waiting,
      ${count('not-done')} as "not-done", ${count('end-asked')} as "end-asked", ${count('untold')} as untold,
      ${count('later')} as later`.execute(trx);
  const [row] = found.rows;
  if (row === undefined) throw new Error('a count is always one row');
  return row;
}

export interface TeamsPromises {
  readonly team: TeamId | null;
  readonly open: number;
  readonly late: number;
  readonly notDone: number;
  /** Of the last twelve months: due then, and done by the date that was first promised. */
  readonly due: number;
  readonly kept: number;
}

/** How far back it is told how much was kept: every season once. */
const yearBack = 365;

/** Of each team and contractor: what runs, what is late, and how much was kept by the first date in the last year. */
export async function promisesByTeam(trx: Trx, today: Day): Promise<readonly TeamsPromises[]> {
  const from = addDays(today, -yearBack);
  const lastYear = sql`m.first_due_on between ${from} and ${addDays(today, -1)} and m.state <> 'ended'`;
  const { rows } = await sql<TeamsPromises>`
    select m.team_id as team,
      count(*) filter (where m.state = 'open')::int as open,
      count(*) filter (where m.state = 'open' and m.due_on < ${today})::int as late,
      count(*) filter (where m.state = 'open' and m.resident_says = 'not-done')::int as "notDone",
      count(*) filter (where ${lastYear})::int as due,
      count(*) filter (where ${lastYear} and m.done_on <= m.first_due_on)::int as kept
    from promise m
    where m.landlord_id = ${trx.landlordId} and m.counts
      and (m.state = 'open' or m.first_due_on >= ${from})
    group by m.team_id
    order by late desc, open desc, m.team_id`.execute(trx);
  return rows;
}
