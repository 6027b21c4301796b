/** Figures that somebody asked to be kept: as they were given, from which history, by which rules of counting. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ClockRules } from '../../complaint/clocks.js';
import { englandAndWales } from '../../facts/calendar.js';
import type { Day } from '../../facts/days.js';
import type { StaffId } from '../../facts/happened.js';
import type { FigureKey, Measured, Period } from '../../reports/measured.js';
import { isUuid, type Trx } from '../database.js';
import { readHolidays, readRules, readSetting } from '../rules.js';
import { isoInstant } from '../today.js';
import { homesFor } from './homes.js';
import { workingsOf } from './workings.js';

/** How the clocks counted, as far as a figure can tell. */
export interface RulesKept {
  readonly startOnDayOff: ClockRules['startOnDayOff'];
  readonly holidays: readonly { readonly on: Day; readonly title: string }[];
  readonly knownUntil: Day | null;
  /** The homes that volumes were divided by. */
  readonly homes: { readonly LCRA: number | null; readonly LCHO: number | null };
}

export interface KeptFigure {
  readonly id: string;
  readonly key: FigureKey;
  readonly period: Period;
  readonly today: Day;
  readonly area: string | null;
  readonly given: Measured;
  readonly query: string;
  readonly rules: RulesKept;
  readonly head: string;
  readonly headCases: number;
  readonly headEntries: number;
  /** ISO 8601 in UTC: the history is cut there when the figure is derived again. */
  readonly askedAt: string;
  readonly askedBy: string | null;
}

export interface KeepRequest {
  readonly key: FigureKey;
  readonly period: Period;
  readonly today: Day;
  readonly area: string | null;
  readonly by: StaffId;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
}

/** The id under which it is kept; null when there is no such figure, or it is not counted from cases. */
export async function keepFigure(trx: Trx, request: KeepRequest): Promise<string | null> {
  const { key, period, today, area, by, at } = request;
  const workings = await workingsOf(trx, key, period, today, area === null ? {} : { area });
  if (workings === null || workings.query === null) return null;
  const homes = await homesFor(trx, period);
  const rules: RulesKept = {
    startOnDayOff: (await readRules(trx)).startOnDayOff,
    holidays: (await readHolidays(trx)).map(({ day, name }) => ({ on: day, title: name })),
    knownUntil: await readSetting<Day>(trx, 'calendar-known-until'),
    homes: { LCRA: homes.LCRA, LCHO: homes.LCHO },
  };
  const { head } = workings;
  const id = randomUUID();
  // What was recorded up to the newest entry that was counted: another may be under way while we ask.
  const cut = head.lastRecordedAt === null || head.lastRecordedAt < at ? at : head.lastRecordedAt;
  await sql`
    insert into figure_asked (id, asked_at, asked_by, measure, in_group, reading, period_name, period_from, period_until,
      today, area, given, query, rules, head, head_cases, head_entries)
    values (${id}, ${cut}, ${by}, ${key.id}, ${key.group}, ${key.reading}, ${period.name}, ${period.from},
      ${period.until}, ${today}, ${area}, ${JSON.stringify(workings.figure)}::jsonb, ${workings.query},
      ${JSON.stringify(rules)}::jsonb, ${head.digest}, ${head.cases}, ${head.entries})`.execute(trx);
  return id;
}

interface Row {
  id: string;
  measure: string;
  in_group: string | null;
  reading: string | null;
  period_name: string;
  period_from: Day;
  period_until: Day;
  today: Day;
  area: string | null;
  given: Measured;
  query: string;
  rules: RulesKept;
  head: string;
  head_cases: number;
  head_entries: number;
  asked_at: string;
  asked_by: string | null;
}

const columns = sql.raw(`f.id, f.measure, f.in_group, f.reading, f.period_name, f.period_from, f.period_until, f.today,
  f.area, f.given, f.query, f.rules, f.head, f.head_cases, f.head_entries::int as head_entries, f.asked_at,
  s.name as asked_by`);

function kept(row: Row): KeptFigure {
  return {
    id: row.id,
    key: { id: row.measure, group: row.in_group, reading: row.reading },
    period: { name: row.period_name, from: row.period_from, until: row.period_until },
    today: row.today,
    area: row.area,
    given: row.given,
    query: row.query,
    rules: row.rules,
    head: row.head,
    headCases: row.head_cases,
    headEntries: row.head_entries,
    askedAt: isoInstant(row.asked_at),
    askedBy: row.asked_by,
  };
}

/** Null when nothing is kept under that id. */
export async function keptFigure(trx: Trx, id: string): Promise<KeptFigure | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<Row>`
    select ${columns}
    from figure_asked f
    left join staff s on s.landlord_id = f.landlord_id and s.id = f.asked_by
    where f.landlord_id = ${trx.landlordId} and f.id = ${id}`.execute(trx);
  return rows[0] === undefined ? null : kept(rows[0]);
}

/** The latest kept first. */
export async function keptFigures(trx: Trx, most = 200): Promise<KeptFigure[]> {
  const { rows } = await sql<Row>`
    select ${columns}
    from figure_asked f
    left join staff s on s.landlord_id = f.landlord_id and s.id = f.asked_by
    where f.landlord_id = ${trx.landlordId}
    order by f.asked_at desc, f.id
    limit ${most}`.execute(trx);
  return rows.map(kept);
}

/** The rules of counting as they were kept. Targets move no figure. */
export function rulesAsKept({ startOnDayOff, holidays, knownUntil }: RulesKept): ClockRules {
  const plain = holidays.length === 0 && knownUntil === null;
  return {
    calendar: plain ? englandAndWales : englandAndWales.with(holidays, knownUntil ?? undefined),
    startOnDayOff,
    targets: {
      stage1Acknowledgement: null,
      stage1Response: null,
      stage2Acknowledgement: null,
      stage2Response: null,
    },
  };
}
