/** Writes the register's rows of one case or of many, in one statement: what changed is put in, what is gone goes out. */
import type { CaseId } from '../facts/happened.js';
import { type Columns, columnsOf, unnested } from './columns.js';
import { type Trx, together } from './database.js';
import { type CaseRows, type RegisterTable, type Row, register, registerTables } from './register-tables.js';

/** Statements by what they write: PostgreSQL reads and plans each but once on a connection. */
const statements = new Map<string, { readonly name: string; readonly text: string }>();

/**
 * Makes the register say of these cases exactly what their rows say. `fresh` cases have no rows yet; a `plain` case has
 * none in the tables of what happens seldom, and had none there before (`hasSeldom`). What new cases by the many show is
 * put to `tally`, when one is given, for its holder to count (`countShown`); else it is counted here.
 */
export async function writeRows(trx: Trx, cases: readonly CaseToWrite[], tally?: Row[]): Promise<void> {
  const fresh = cases.filter((c) => c.fresh);
  if (fresh.length < many) return writeAsJson(trx, cases);
  await together(
    writeMany(trx, fresh, tally),
    writeAsJson(
      trx,
      cases.filter((c) => !c.fresh),
    ),
  );
}

/** So many new cases at once go as columns. */
const many = 50;

interface CaseWithRows {
  readonly id: CaseId;
  readonly rows: CaseRows;
}

interface CaseToWrite extends CaseWithRows {
  readonly fresh: boolean;
  readonly plain: boolean;
}

/** New cases have no rows yet, so nothing is compared and nothing is taken out. */
async function writeMany(trx: Trx, cases: readonly CaseWithRows[], tallied: Row[] | undefined): Promise<void> {
  const tables = registerTables.filter((table) => cases.some((c) => c.rows[table].length > 0));
  const values: Buffer[] = [];
  let before = 1;
  const parts = tables.flatMap((table) => {
    const columns: Columns = { case_id: 'uuid', ...register[table].columns };
    const names = Object.keys(columns);
    const from = unnested(columns, before);
    const rows = cases.flatMap((c) => c.rows[table]);
    const whose = cases.flatMap((c) => c.rows[table].map(() => c.id));
    values.push(
      ...columnsOf(columns, rows.length, (row, name) => (name === 'case_id' ? whose[row] : rows[row]?.[name])),
    );
    before += names.length;
    const put = `${table}_in as (
  insert into ${table} (landlord_id, ${names.join(', ')}) select $1::uuid, ${names.join(', ')} from ${from})`;
    if (table !== 'shown') return [put];
    tallied?.push(...rows);
    return tallied === undefined ? [put, tally(from, false)] : [put];
  });
  const key = `many ${tallied === undefined} ${tables.join()}`;
  const made = statements.get(key);
  const statement = made ?? { name: `write-register-${statements.size}`, text: `with ${parts.join(',\n')}\nselect 1` };
  if (made === undefined) statements.set(key, statement);
  await trx.client.query({ ...statement, values: [trx.landlordId, ...values] });
}

/** Month, provision, verdict and why of a mark. */
export const markParts =
  "left(mark, 6), split_part(substr(mark, 10), ':', 1), substr(mark, 9, 1), split_part(mark, ':', 2)";

const shownColumns = { edition: 'text', marks: 'text' } as const;
const tallyText = `with ${tally(unnested(shownColumns, 1), false)} select 1`;

/** Adds what many new cases show to each month's count, in one go: their marks are alike, and sums are few. */
export async function countShown(trx: Trx, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await trx.client.query({
    name: 'count-shown',
    text: tallyText,
    values: [trx.landlordId, ...columnsOf(shownColumns, rows.length, (row, name) => rows[row]?.[name])],
  });
}

/** What happens in few cases. */
const seldom = [
  'extension',
  'survey_answer',
  'determination',
  'ombudsman_order',
  'evidence_request',
  'failure_notice',
  'restriction',
  'behaviour_step',
  'staff_concerned',
  'lesson',
  'improvement',
] as const satisfies readonly RegisterTable[];

/** Whether a case has rows in the tables of what happens seldom. */
export function hasSeldom(rows: Pick<CaseRows, (typeof seldom)[number]>): boolean {
  return seldom.some((table) => rows[table].length > 0);
}

async function writeAsJson(trx: Trx, cases: readonly CaseToWrite[]): Promise<void> {
  if (cases.length === 0) return;
  const known = cases.filter((c) => !c.fresh).map((c) => c.id);
  // A contact that was just logged has rows in three or four tables, and nothing to take out.
  const has = (table: RegisterTable) => cases.some((c) => c.rows[table].length > 0);
  // All the tables of what happens seldom, or none: more kinds of statement would only fill the connections' memory.
  const passedOver: ReadonlySet<RegisterTable> = new Set(cases.every((c) => c.plain) ? seldom : []);
  const tables = registerTables.filter((table) => (known.length > 0 ? !passedOver.has(table) : has(table)));
  const json = tables.map((table) =>
    JSON.stringify(cases.flatMap((c) => c.rows[table].map((row) => ({ case_id: c.id, ...row })))),
  );
  await trx.client.query({
    ...statementFor(tables, known.length > 0),
    values: [trx.landlordId, ...(known.length > 0 ? [known] : []), ...json],
  });
}

function statementFor(tables: readonly RegisterTable[], takesOut: boolean): { name: string; text: string } {
  const key = `${takesOut} ${tables.join()}`;
  const made = statements.get(key);
  if (made !== undefined) return made;
  const first = takesOut ? 3 : 2;
  const parts = tables.flatMap((table, i) => [
    putIn(table, first + i),
    ...(takesOut && table !== 'complaint' ? [takeOut(table, first + i)] : []),
    ...(table === 'shown' ? [tally(`json_to_recordset($${first + i}::json) as r ${shape('shown')}`, takesOut)] : []),
  ]);
  const statement = {
    name: `write-register-${statements.size}`,
    text: `with ${parts.join(',\n')}\nselect 1`,
  };
  statements.set(key, statement);
  return statement;
}

function shape(table: RegisterTable): string {
  const columns = Object.entries(register[table].columns).map(([name, type]) => `${name} ${type}`);
  return `(case_id uuid, ${columns.join(', ')})`;
}

function putIn(table: RegisterTable, n: number): string {
  const { key, columns } = register[table];
  const names = Object.keys(columns);
  const rest = names.filter((name) => !(key as readonly string[]).includes(name));
  const mine = rest.map((name) => `t.${name}`).join(', ');
  const theirs = rest.map((name) => `excluded.${name}`).join(', ');
  return `${table}_in as (
  insert into ${table} as t (landlord_id, case_id, ${names.join(', ')})
  select $1::uuid, case_id, ${names.join(', ')} from json_to_recordset($${n}::json) as r ${shape(table)}
  on conflict (${['landlord_id', 'case_id', ...key].join(', ')}) do update
  set ${rest.map((name) => `${name} = excluded.${name}`).join(', ')}
  where row(${mine}) is distinct from row(${theirs}))`;
}

function takeOut(table: RegisterTable, n: number): string {
  const key = register[table].key.join(', ');
  return `${table}_out as (
  delete from ${table}
  where landlord_id = $1::uuid and case_id = any ($2::uuid[])
    and (case_id, ${key}) not in (select case_id, ${key} from json_to_recordset($${n}::json) as r ${shape(table)}))`;
}

/**
 * What the marks add to each month's count and take from it: rows of its own, so that no append waits for another. What
 * stood before is read as it was when the statement began, and nobody else changes these cases meanwhile.
 */
function tally(from: string, takesOut: boolean): string {
  const was = `
    union all
    select edition, mark, -1 from shown, string_to_table(marks, ';') mark
    where landlord_id = $1::uuid and case_id = any ($2::uuid[])`;
  return `shown_tallied as (
  insert into shown_tally (landlord_id, edition, month, provision, verdict, why, n)
  select $1::uuid, edition, ${markParts}, sum(n)
  from (
    select edition, mark, 1 as n from ${from}, string_to_table(marks, ';') mark
    ${takesOut ? was : ''}) marked
  where mark <> ''
  group by 2, 3, 4, 5, 6
  having sum(n) <> 0)`;
}
