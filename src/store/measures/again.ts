/**
 * A kept figure derived again from the history as it stood when it was kept. Every entry recorded later is left out, the
 * cases that have such entries are told anew without them, and the same views count them in tables that live as long as
 * the transaction. Nothing of the register is touched, and nobody waits.
 */
import { sql } from 'kysely';
import type { Day } from '../../facts/days.js';
import type { CaseId } from '../../facts/happened.js';
import type { Measured } from '../../reports/measured.js';
import { caseOf, readHistories } from '../case-file.js';
import type { Trx } from '../database.js';
import { type MeasureFilter, measure } from '../measures.js';
import { rowsOf } from '../project.js';
import { type CaseRows, type RegisterTable, register } from '../register-tables.js';
import { readHolidays, readRules, readSetting } from '../rules.js';
import { casesBehind } from './behind.js';
import { type KeptFigure, rulesAsKept } from './kept.js';

export interface Again {
  /** From the history cut at that moment. */
  readonly figure: Measured | null;
  readonly same: boolean;
  /** The cut history is the one that was counted then: its digest is the one that was kept. */
  readonly sameHistory: boolean;
  /** Entries recorded since, and the cases that they belong to. */
  readonly entriesSince: number;
  readonly casesSince: number;
  /** From the history as it stands now, as seen on the day of then. */
  readonly now: Measured | null;
  /** Counted now and not then, and the other way round: the first fifty references of each. */
  readonly cameIn: readonly string[];
  readonly wentOut: readonly string[];
}

/** The tables that the views of the measures read. */
const tables: readonly RegisterTable[] = [
  'complaint',
  'counted_stage',
  'point',
  'promise',
  'remedy',
  'compensation_head',
  'extension',
  'survey_answer',
  'determination',
  'ombudsman_order',
  'failure_notice',
  'restriction',
  'behaviour_step',
  'lesson',
  'improvement',
];

const views = [
  'figure_contact',
  'figure_stage',
  'figure_refusal',
  'figure_point',
  'figure_extension',
  'figure_compensation',
  'figure_compensation_head',
  'figure_remedy_beyond',
  'figure_promise',
  'figure_answer',
  'figure_ombudsman',
  'figure_restriction',
  'figure_behaviour',
  'figure_learning',
] as const;

const atOnce = 500;
const mostTold = 50;

/** References of cases in `hidden` are given to nobody; whatever is counted counts them. */
export async function again(trx: Trx, kept: KeptFigure, hidden: readonly CaseId[] = []): Promise<Again> {
  await sql`set local statement_timeout = 0`.execute(trx);
  const filter: MeasureFilter = { homes: kept.rules.homes, ...(kept.area === null ? {} : { area: kept.area }) };
  const now = await read(trx, kept, filter, hidden);
  const since = await recordedSince(trx, kept.askedAt);
  const sameHistory = (await digestAt(trx, kept.askedAt)) === kept.head;
  // Where the rules of counting have changed, every case is told anew.
  const changed = (await rulesStand(trx, kept)) ? since.cases : await everyCase(trx);
  await standIn(trx);
  await tellAnew(trx, changed, kept);
  const then = await read(trx, kept, filter, hidden);
  return {
    figure: then.figure,
    same: then.figure !== null && alike(then.figure, kept.given),
    sameHistory,
    entriesSince: since.entries,
    casesSince: since.cases.length,
    now: now.figure,
    cameIn: [...now.counted].filter((reference) => !then.counted.has(reference)).slice(0, mostTold),
    wentOut: [...then.counted].filter((reference) => !now.counted.has(reference)).slice(0, mostTold),
  };
}

async function read(
  trx: Trx,
  { key, period, today, area, rules }: KeptFigure,
  filter: MeasureFilter,
  hidden: readonly CaseId[],
) {
  const figures = await measure(trx, period, today, filter);
  const behind = await casesBehind(trx, key, 'numerator', {
    period,
    today,
    homes: rules.homes,
    size: 1_000_000,
    hidden,
    ...(area === null ? {} : { area }),
  });
  return {
    figure: figures.find((one) => one.id === key.id && one.group === key.group && one.reading === key.reading) ?? null,
    counted: new Set(behind?.rows.map(({ reference }) => reference) ?? []),
  };
}

function alike(a: Measured, b: Measured): boolean {
  return (['value', 'numerator', 'denominator', 'none', 'unknown', 'notYetDue'] as const).every(
    (name) => a[name] === b[name],
  );
}

async function recordedSince(trx: Trx, at: string): Promise<{ entries: number; cases: CaseId[] }> {
  const { rows } = await sql<{ case_id: CaseId; entries: number }>`
    select case_id, count(*)::int as entries
    from case_event
    where landlord_id = ${trx.landlordId} and recorded_at > ${at}
    group by case_id`.execute(trx);
  return { entries: rows.reduce((sum, { entries }) => sum + entries, 0), cases: rows.map(({ case_id }) => case_id) };
}

async function everyCase(trx: Trx): Promise<CaseId[]> {
  const { rows } = await sql<{ case_id: CaseId }>`
    select case_id from case_head where landlord_id = ${trx.landlordId}`.execute(trx);
  return rows.map(({ case_id }) => case_id);
}

/** As historyHead works it out, over the entries that had been recorded by then. */
async function digestAt(trx: Trx, at: string): Promise<string> {
  const { rows } = await sql<{ digest: string | null }>`
    with last as (
      select distinct on (case_id) case_id, hash
      from case_event
      where landlord_id = ${trx.landlordId} and recorded_at <= ${at}
      order by case_id, seq desc)
    select encode(sha256(coalesce(string_agg(hash, ''::bytea order by case_id), ''::bytea)), 'hex') as digest
    from last`.execute(trx);
  return rows[0]?.digest ?? '';
}

async function rulesStand(trx: Trx, { rules }: KeptFigure): Promise<boolean> {
  const holidays = await readHolidays(trx);
  return (
    (await readRules(trx)).startOnDayOff === rules.startOnDayOff &&
    (await readSetting<Day>(trx, 'calendar-known-until')) === rules.knownUntil &&
    holidays.length === rules.holidays.length &&
    holidays.every(({ day }, i) => rules.holidays[i]?.on === day)
  );
}

/** Copies of the register's tables, which stand before the real ones in this transaction, and the views over them. */
async function standIn(trx: Trx): Promise<void> {
  const { client } = trx;
  const found = await client.query<{ name: string; text: string }>({
    text: `select c.relname as name, pg_get_viewdef(c.oid) as text
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relname = any ($1)`,
    values: [views],
  });
  for (const table of tables) {
    await client.query(`create temp table ${table} (like public.${table}) on commit drop`);
    await client.query({
      text: `insert into pg_temp.${table} select * from public.${table} where landlord_id = $1`,
      values: [trx.landlordId],
    });
  }
  await client.query(`create index on pg_temp.counted_stage (landlord_id, day)`);
  await client.query(`create index on pg_temp.complaint (landlord_id, case_id)`);
  for (const name of views) {
    const view = found.rows.find((one) => one.name === name);
    if (view === undefined) throw new Error(`there is no view ${name}`);
    await client.query(`create temp view ${name} as ${view.text}`);
  }
}

/** The rows of these cases as their history told them then; a case that had no entry yet has none. */
async function tellAnew(trx: Trx, cases: readonly CaseId[], kept: KeptFigure): Promise<void> {
  const rules = rulesAsKept(kept.rules);
  for (let from = 0; from < cases.length; from += atOnce) {
    const ids = cases.slice(from, from + atOnce);
    for (const table of tables)
      await trx.client.query({
        text: `delete from pg_temp.${table} where landlord_id = $1 and case_id = any ($2::uuid[])`,
        values: [trx.landlordId, ids],
      });
    const told: { id: CaseId; rows: CaseRows }[] = [];
    for (const history of await readHistories(trx, ids)) {
      const entries = history.entries.filter(({ recordedAt }) => recordedAt <= kept.askedAt);
      if (entries.length > 0) told.push({ id: history.id, rows: rowsOf(caseOf({ ...history, entries }), rules) });
    }
    for (const table of tables) await putIn(trx, table, told);
  }
  for (const table of ['complaint', 'counted_stage']) await trx.client.query(`analyze pg_temp.${table}`);
}

async function putIn(trx: Trx, table: RegisterTable, told: readonly { id: CaseId; rows: CaseRows }[]): Promise<void> {
  const rows = told.flatMap(({ id, rows }) => rows[table].map((row) => ({ case_id: id, ...row })));
  if (rows.length === 0) return;
  const columns = Object.entries(register[table].columns);
  const names = columns.map(([name]) => name).join(', ');
  await trx.client.query({
    text: `insert into pg_temp.${table} (landlord_id, case_id, ${names})
select $1::uuid, case_id, ${names}
from json_to_recordset($2::json) as r (case_id uuid, ${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`,
    values: [trx.landlordId, JSON.stringify(rows)],
  });
}
