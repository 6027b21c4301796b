/**
 * The register made again from the history: what every case's rows should say is worked out, compared with what they
 * say, told, and put right. Search is made anew too. Nothing is sent to anyone.
 */
import { sql } from 'kysely';
import type { ClockRules } from '../complaint/clocks.js';
import type { CaseId } from '../facts/happened.js';
import { caseOf, type History, HistoryUnreadable, readHistories } from './case-file.js';
import { type Database, inLandlord, type LandlordId, type Trx, together } from './database.js';
import { improvementsToldOtherwise } from './improvements-told.js';
import { rowsOf } from './project.js';
import { writeRows } from './projection.js';
import { type CaseRows, type RegisterTable, type Row, register, registerTables } from './register-tables.js';
import { readRules } from './rules.js';
import { foldTally, recountTally } from './shown-tally.js';
import { rebuildTerms } from './themes/rebuild-terms.js';

export interface Difference {
  readonly ref: string;
  readonly table: RegisterTable | 'case_event' | 'shown_tally' | 'theme_case' | 'improvement_plan';
  readonly why: string;
}

export interface Rebuilt {
  readonly cases: number;
  /** What the tables said otherwise, the first thousand of it. */
  readonly different: readonly Difference[];
  readonly differences: number;
  readonly fixed: boolean;
  /** Cases whose history can't be read: their tables are left as they are. */
  readonly unreadable: readonly string[];
}

const atOnce = 250;
const told = 1_000;

export interface RebuildOptions {
  readonly compareOnly?: boolean;
  /** False leaves alone what search finds: it is made of words, and nothing worked out otherwise changes it. */
  readonly search?: boolean;
}

/** The ids of cases are spread evenly, so these are parts of about the same size, each worked through on its own connection. */
const parts = ['0', '4', '8', 'c'].map((first) => `${first}0000000-0000-0000-0000-000000000000`);

/** Compares, and unless `compareOnly` puts right, some cases at a time: others can work meanwhile. */
export async function rebuild(db: Database, landlordId: LandlordId, options: RebuildOptions = {}): Promise<Rebuilt> {
  const state = { cases: 0, differences: 0, different: [] as Difference[], unreadable: [] as string[] };
  const tell = (difference: Difference) => {
    if (difference.table === 'case_event') state.unreadable.push(difference.ref);
    state.differences += 1;
    if (state.different.length < told) state.different.push(difference);
  };
  const { compareOnly = false, search = true } = options;
  const fix = !compareOnly;
  const one = async (after: string, until: string | null): Promise<CaseId | null> =>
    inLandlord(
      db,
      landlordId,
      async (trx) => {
        const ids = await nextCases(trx, { after, until }, fix);
        if (ids.length > 0) {
          state.cases += ids.length;
          await rebuildCases(trx, ids, await readRules(trx), { fix, search }, tell);
        }
        return ids.at(-1) ?? null;
      },
      { statementTimeoutMs: 0 },
    );
  await together(
    ...parts.map(async (first, i) => {
      for (let after: string | null = first; after !== null; ) after = await one(after, parts[i + 1] ?? null);
    }),
  );
  await inLandlord(db, landlordId, (trx) => orphans(trx, fix, tell), { statementTimeoutMs: 0 });
  await inLandlord(db, landlordId, (trx) => sums(trx, fix, tell), { statementTimeoutMs: 0 });
  await inLandlord(db, landlordId, (trx) => besideHistories(trx, tell), { statementTimeoutMs: 0 });
  return { ...state, fixed: fix };
}

async function nextCases(
  trx: Trx,
  { after, until }: { readonly after: string; readonly until: string | null },
  hold: boolean,
): Promise<CaseId[]> {
  const found = await sql<{ case_id: CaseId }>`
    select case_id from case_head
    where landlord_id = ${trx.landlordId} and case_id > ${after}
      ${until === null ? sql`` : sql`and case_id <= ${until}`}
    order by case_id
    limit ${atOnce} ${hold ? sql`for no key update` : sql``}`.execute(trx);
  return found.rows.map((row) => row.case_id);
}

async function rebuildCases(
  trx: Trx,
  ids: readonly CaseId[],
  rules: ClockRules,
  { fix, search }: { readonly fix: boolean; readonly search: boolean },
  tell: (difference: Difference) => void,
): Promise<void> {
  const histories = await readHistories(trx, ids);
  const now = await rowsAsTheyAre(trx, ids);
  const wrong: { id: CaseId; rows: CaseRows; fresh: boolean; plain: boolean }[] = [];
  for (const history of histories) {
    const { id, reference } = history;
    const rows = toldBy(history, rules);
    if (rows === null) {
      tell({ ref: reference, table: 'case_event', why: 'its history can’t be read: putright verify says where' });
      continue;
    }
    let differs = false;
    for (const table of registerTables) {
      for (const why of compare(table, rows[table], now[table].get(id) ?? [])) {
        differs = true;
        tell({ ref: reference, table, why });
      }
    }
    if (differs) wrong.push({ id, rows, fresh: false, plain: false });
  }
  if (search) {
    for (const { reference, why } of await rebuildTerms(trx, histories, fix)) {
      tell({ ref: reference, table: 'theme_case', why });
    }
  }
  if (!fix) return;
  await writeRows(trx, wrong);
  if (search) await sql`select putright_index_words(${ids}::uuid[])`.execute(trx);
}

function toldBy(history: History, rules: ClockRules): CaseRows | null {
  try {
    return rowsOf(caseOf(history), rules);
  } catch (error) {
    if (error instanceof HistoryUnreadable) return null;
    throw error;
  }
}

type RowsNow = Record<RegisterTable, Map<string, Row[]>>;

async function rowsAsTheyAre(trx: Trx, ids: readonly CaseId[]): Promise<RowsNow> {
  const now = {} as RowsNow;
  for (const table of registerTables) {
    const columns = sql.join(Object.entries(register[table].columns).map(([name, type]) => asKept(name, type)));
    const found = await sql<Row & { case_id: string }>`
      select case_id, ${columns} from ${sql.table(table)}
      where landlord_id = ${trx.landlordId} and case_id = any (${ids}::uuid[])`.execute(trx);
    now[table] = Map.groupBy(found.rows, (row) => row.case_id);
  }
  return now;
}

/** An instant as a projection writes it; everything else comes as it is. */
function asKept(name: string, type: string) {
  const column = sql.ref(name);
  return type === 'timestamptz'
    ? sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${column}`
    : column;
}

function compare(table: RegisterTable, should: readonly Row[], are: readonly Row[]): string[] {
  const { key, columns } = register[table];
  const keyOf = (row: Row) => key.map((name) => row[name]).join(' ');
  const left = new Map(are.map((row) => [keyOf(row), row]));
  const differences: string[] = [];
  for (const row of should) {
    const is = left.get(keyOf(row));
    left.delete(keyOf(row));
    if (is === undefined) {
      differences.push(`row ${keyOf(row)} was missing`.replace('row  ', 'its row '));
      continue;
    }
    for (const column of Object.keys(columns)) {
      // Text, numbers and yes or no, as both sides have them: nothing that would need more than being the same.
      if ((row[column] ?? null) !== (is[column] ?? null)) {
        differences.push(
          `${column} was ${String(is[column] ?? 'nothing')}, should be ${String(row[column] ?? 'nothing')}`,
        );
      }
    }
  }
  for (const name of left.keys()) differences.push(`row ${name} should not be there`);
  return differences;
}

/** The sums of what cases show, against the cases themselves. */
async function sums(trx: Trx, fix: boolean, tell: (difference: Difference) => void): Promise<void> {
  for (const { edition, month, provision, verdict, why, was, should } of await recountTally(trx, fix)) {
    const what = `${month.slice(0, 4)}-${month.slice(4)} ${verdict}${why}`;
    tell({
      ref: `Code ${edition}, ${provision}`,
      table: 'shown_tally',
      why: `${what} was ${was} cases, should be ${should}`,
    });
  }
  if (fix) await foldTally(trx);
}

/** Improvements, against what the cases tell that they came from. What stands beside histories is not put right by itself. */
async function besideHistories(trx: Trx, tell: (difference: Difference) => void): Promise<void> {
  for (const { ref, why } of await improvementsToldOtherwise(trx)) tell({ ref, table: 'improvement_plan', why });
}

/** Rows of cases that have no history at all. */
async function orphans(trx: Trx, fix: boolean, tell: (difference: Difference) => void): Promise<void> {
  const found = await sql<{ case_id: string; reference: string }>`
    select c.case_id, c.reference from complaint c
    where c.landlord_id = ${trx.landlordId}
      and not exists (select 1 from case_head h where h.landlord_id = c.landlord_id and h.case_id = c.case_id)`.execute(
    trx,
  );
  for (const { reference } of found.rows) tell({ ref: reference, table: 'complaint', why: 'there is no such case' });
  if (!fix || found.rows.length === 0) return;
  await sql`
    delete from complaint
    where landlord_id = ${trx.landlordId} and case_id = any (${found.rows.map((row) => row.case_id)}::uuid[])`.execute(
    trx,
  );
}
