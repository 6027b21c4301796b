/**
 * What other landlords achieved: quartiles of a measure in a reporting year, as a published sheet tells them. A newer
 * edition of a sheet takes the place of the one before; both stay known.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface BenchmarkGiven {
  /** The id of the measure: 'ch01.1', 'tp09'. */
  readonly measure: string;
  /** 'LCRA' or 'LCHO' where they are told apart, else null. */
  readonly group: string | null;
  /** In the unit of the measure: a proportion from 0 to 1, a number for 1,000 homes. */
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
  /** Of how many landlords. Null when the sheet does not say. */
  readonly landlords: number | null;
  /** Null: neither is better. */
  readonly better: 'higher' | 'lower' | null;
}

export interface BenchmarkSetGiven {
  /** 'RSH 2024/25, all landlords'. */
  readonly name: string;
  /** The reporting year: '2024-25'. */
  readonly year: string;
  readonly source: string;
  readonly publishedOn: Day;
  readonly fileName: string;
}

export interface BenchmarkSet extends BenchmarkSetGiven {
  readonly id: string;
  readonly loadedBy: string | null;
  readonly loadedAt: string;
  /** How many figures it holds. */
  readonly figures: number;
}

export interface EndedBenchmarkSet extends BenchmarkSet {
  readonly endedAt: string;
  readonly endedBy: string | null;
  readonly replaced: boolean;
}

/** A figure with the set that it comes from: what a screen shows beside one's own. */
export interface Benchmark extends BenchmarkGiven {
  readonly set: string;
  readonly setId: string;
  readonly year: string;
  readonly source: string;
  readonly publishedOn: Day;
}

const figure = sql.raw(`b.measure, nullif(b.grouped, '') as "group", b.lower_quartile::float8 as lower,
  b.median::float8 as median, b.upper_quartile::float8 as upper, b.landlords, b.better`);
const setColumns = sql.raw(`c.id, c.name, c.year, c.source, c.published_on as "publishedOn", c.file_name as "fileName",
  s.name as "loadedBy", c.loaded_at as "loadedAt",
  (select count(*)::int from benchmark b where b.landlord_id = c.landlord_id and b.set_id = c.id) as figures`);
const loaded = sql.raw(`left join staff s on s.landlord_id = c.landlord_id and s.id = c.loaded_by`);

export interface WhichBenchmarks {
  readonly year?: string;
  readonly measure?: string;
}

/** The figures of every set that holds. */
export async function benchmarks(trx: Trx, which: WhichBenchmarks = {}): Promise<Benchmark[]> {
  const { rows } = await sql<Benchmark>`
    select ${figure}, c.name as set, c.id as "setId", c.year, c.source, c.published_on as "publishedOn"
    from benchmark b
    join benchmark_set c on c.landlord_id = b.landlord_id and c.id = b.set_id
    where b.landlord_id = ${trx.landlordId} and c.ended_at is null
      and (${which.year ?? null}::text is null or c.year = ${which.year ?? null})
      and (${which.measure ?? null}::text is null or b.measure = ${which.measure ?? null})
    order by c.year desc, c.name, b.measure, b.grouped`.execute(trx);
  return rows;
}

/** The sets that hold, the latest year first. */
export async function listBenchmarkSets(trx: Trx): Promise<BenchmarkSet[]> {
  const { rows } = await sql<BenchmarkSet>`
    select ${setColumns}
    from benchmark_set c ${loaded}
    where c.landlord_id = ${trx.landlordId} and c.ended_at is null
    order by c.year desc, c.name`.execute(trx);
  return rows;
}

/** The sets that were replaced or removed, the latest ended first. */
export async function endedBenchmarkSets(trx: Trx, most = 100): Promise<EndedBenchmarkSet[]> {
  const { rows } = await sql<EndedBenchmarkSet>`
    select ${setColumns}, c.ended_at as "endedAt", e.name as "endedBy", c.replaced_by is not null as replaced
    from benchmark_set c ${loaded}
    left join staff e on e.landlord_id = c.landlord_id and e.id = c.ended_by
    where c.landlord_id = ${trx.landlordId} and c.ended_at is not null
    order by c.ended_at desc, c.id
    limit ${most}`.execute(trx);
  return rows;
}

/** A set with its figures; ended ones too. */
export async function readBenchmarkSet(
  trx: Trx,
  id: string,
): Promise<{ set: BenchmarkSet; ended: boolean; figures: BenchmarkGiven[] } | null> {
  const found = await sql<BenchmarkSet & { ended: boolean }>`
    select ${setColumns}, c.ended_at is not null as ended
    from benchmark_set c ${loaded}
    where c.landlord_id = ${trx.landlordId} and c.id::text = ${id}`.execute(trx);
  const [first] = found.rows;
  if (!first) return null;
  const figures = await sql<BenchmarkGiven>`
    select ${figure} from benchmark b
    where b.landlord_id = ${trx.landlordId} and b.set_id = ${first.id}
    order by b.measure, b.grouped`.execute(trx);
  const { ended, ...set } = first;
  return { set, ended, figures: figures.rows };
}

/** A set, in the place of the one of that name and year. */
export async function loadBenchmarks(
  trx: Trx,
  set: BenchmarkSetGiven,
  figures: readonly BenchmarkGiven[],
  by: StaffId | null,
): Promise<{ readonly id: string; readonly replaced: boolean }> {
  const id = randomUUID();
  const ended = await sql`
    update benchmark_set set ended_at = now(), ended_by = ${by}, replaced_by = ${id}
    where landlord_id = ${trx.landlordId} and name = ${set.name} and year = ${set.year} and ended_at is null
    returning id`.execute(trx);
  await sql`
    insert into benchmark_set (landlord_id, id, name, year, source, published_on, file_name, loaded_by)
    values (${trx.landlordId}, ${id}, ${set.name}, ${set.year}, ${set.source}, ${set.publishedOn}, ${set.fileName}, ${by})`.execute(
    trx,
  );
  await sql`
    insert into benchmark (landlord_id, set_id, measure, grouped, lower_quartile, median, upper_quartile, landlords, better)
    select ${trx.landlordId}, ${id}, f.measure, coalesce(f."group", ''), f.lower, f.median, f.upper, f.landlords, f.better
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb)
      as f (measure text, "group" text, lower numeric, median numeric, upper numeric, landlords integer, better text)`.execute(
    trx,
  );
  return { id, replaced: ended.rows.length > 0 };
}

/** Takes a set away; its figures stay known as ended. Null when it does not hold. */
export async function removeBenchmarks(
  trx: Trx,
  id: string,
  by: StaffId,
): Promise<{ name: string; year: string } | null> {
  const ended = await sql<{ name: string; year: string }>`
    update benchmark_set set ended_at = now(), ended_by = ${by}
    where landlord_id = ${trx.landlordId} and id::text = ${id} and ended_at is null
    returning name, year`.execute(trx);
  return ended.rows[0] ?? null;
}
