/**
 * Counts by month and area for the dashboards. Each is counted by the very conditions of the library of measures
 * (`measures/`), so a dashboard and a report can't differ; a test holds their sums against each other.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../facts/days.js';
import {
  type Counted,
  type Counts,
  type Lengths,
  type Monthly,
  type MonthOfArea,
  monthly,
  monthlyNames,
} from '../reports/dashboards/counted.js';
import type { Period } from '../reports/measured.js';
import { type Trx, together } from './database.js';
import type { Counting } from './measures/counting.js';
import { stageCountings } from './measures/stages.js';

export interface WhatToCount {
  readonly period: Period;
  /** The first day of the trends. */
  readonly since: Day;
  readonly today: Day;
  /** One service area, or all. */
  readonly area: string | null;
  /** Whether places are drawn. */
  readonly places: boolean;
}

export async function countForDashboard(trx: Trx, what: WhatToCount): Promise<Counted> {
  const [begun, answered, lengths, path, places] = await together(
    byMonth(trx, what, 'day'),
    byMonth(trx, what, 'responded_on'),
    lengthsOf(trx, what),
    pathOf(trx, what),
    what.places ? placesOf(trx, what) : Promise.resolve([]),
  );
  return { months: joined(begun, answered), lengths, path, places };
}

/** How the library counts a figure in one piece, or a part of it. */
function countingOf(which: Monthly): Counting {
  const { id, group, reading } = monthly[which];
  const found = stageCountings.find(
    (one) => one.id === id && one.reading === reading && (group === null || group === 'all' ? one.by === null : true),
  );
  if (found === undefined) throw new Error(`the library counts no ${id}`);
  if (found.by === null || group === null) return found;
  const { by } = found;
  return { ...found, numerator: `(${found.numerator}) and ${by.column} = '${group}'` };
}

const countings = monthlyNames.map((name) => ({ name, ...countingOf(name) }));

function condition(expression: string, today: Day): RawBuilder<unknown> {
  const parts = expression.split(':today').map((part) => sql.raw(part));
  return sql.join(parts, sql`${today}::date`);
}

type MonthRow = { month: string; area: string | null } & Record<string, number | string | null>;

async function byMonth(trx: Trx, what: WhatToCount, day: 'day' | 'responded_on'): Promise<MonthRow[]> {
  const counted = countings
    .filter((one) => one.day === day)
    .flatMap((one) => {
      const count = (suffix: string, wanted: string | null) =>
        wanted === null
          ? []
          : [
              sql`count(*) filter (where ${condition(`(${one.where}) and (${wanted})`, what.today)})::int as ${sql.ref(`${one.name}_${suffix}`)}`,
            ];
      return [
        ...count('n', one.numerator),
        ...count('d', one.denominator),
        ...count('u', one.unknown),
        ...count('y', one.notYetDue),
      ];
    });
  const on = sql.ref(day);
  const until = what.period.until > what.today ? what.today : what.period.until;
  const { rows } = await sql<MonthRow>`
    select to_char(${on}, 'YYYY-MM') as month, area, ${sql.join(counted)}
    from figure_stage
    where landlord_id = ${trx.landlordId} and ${on} between ${what.since} and ${until}
    group by 1, 2
    order by 1, 2`.execute(trx);
  return rows;
}

function joined(...lists: readonly MonthRow[][]): MonthOfArea[] {
  const found = new Map<string, MonthRow>();
  for (const row of lists.flat()) {
    const key = `${row.month} ${row.area ?? ''}`;
    found.set(key, { ...found.get(key), ...row });
  }
  return [...found.values()]
    .map((row) => ({
      month: row.month,
      area: row.area,
      counts: Object.fromEntries(monthlyNames.map((name) => [name, countsOf(row, name)])) as Record<Monthly, Counts>,
    }))
    .toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}

function countsOf(row: MonthRow, name: Monthly): Counts {
  const of = (suffix: string) => Number(row[`${name}_${suffix}`] ?? 0);
  return { numerator: of('n'), denominator: of('d'), unknown: of('u'), notYetDue: of('y') };
}

function inArea(what: WhatToCount): RawBuilder<unknown> {
  return what.area === null ? sql`true` : sql`area = ${what.area}`;
}

async function lengthsOf(trx: Trx, what: WhatToCount): Promise<Lengths[]> {
  const { period } = what;
  const { rows } = await sql<Lengths>`
    select stage, working_days as days, count(*)::int as n
    from figure_stage
    where landlord_id = ${trx.landlordId} and responded_on between ${period.from} and ${period.until}
      and not undecided and not start_untold and working_days is not null and ${inArea(what)}
    group by 1, 2
    order by 1, 2`.execute(trx);
  return rows;
}

async function pathOf(trx: Trx, what: WhatToCount): Promise<Counted['path']> {
  const { rows } = await sql<Counted['path']>`
    select count(*)::int as received,
      count(*) filter (where f.responded_on is not null)::int as answered,
      count(*) filter (where f.went_further)::int as "wentFurther",
      count(*) filter (where f.went_further and exists (
        select 1 from stage s
        where s.landlord_id = f.landlord_id and s.case_id = f.case_id and s.stage = 2 and s.responded_on is not null
      ))::int as "answeredAgain"
    from figure_stage f
    where f.landlord_id = ${trx.landlordId} and f.stage = 1 and not f.undecided and not f.start_untold
      and f.day between ${what.period.from} and ${what.period.until} and ${inArea(what)}`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('a count is always one row');
  return row;
}

/** Complaints by ward, or by block where no ward is known, at the middle of its homes that have a place. */
async function placesOf(trx: Trx, what: WhatToCount): Promise<Counted['places'][number][]> {
  const { rows } = await sql<Counted['places'][number]>`
    with standing as (
      select coalesce(nullif(ward, ''), nullif(block, '')) as label,
        avg(longitude) as longitude, avg(latitude) as latitude
      from home
      where landlord_id = ${trx.landlordId} and longitude is not null
      group by 1
    )
    select s.label, s.longitude, s.latitude, count(*)::int as count
    from figure_stage f
    join complaint c on c.landlord_id = f.landlord_id and c.case_id = f.case_id
    join home h on h.landlord_id = c.landlord_id and h.id = c.home_id
    join standing s on s.label = coalesce(nullif(h.ward, ''), nullif(h.block, ''))
    where f.landlord_id = ${trx.landlordId} and f.stage = 1 and not f.undecided and not f.start_untold
      and f.day between ${what.period.from} and ${what.period.until}
      and ${what.area === null ? sql`true` : sql`f.area = ${what.area}`}
    group by 1, 2, 3
    order by 4 desc, 1`.execute(trx);
  return rows;
}

/** Every service area that a complaint carries. */
export async function areasCounted(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ area: string }>`
    select distinct area collate "en-GB-x-icu" as area
    from complaint
    where landlord_id = ${trx.landlordId} and area is not null and area <> ''
    order by 1`.execute(trx);
  return rows.map(({ area }) => area);
}
