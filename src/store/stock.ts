/**
 * Homes owned, by kind and by the last day of a year: what volumes are divided by. A figure is never changed: it is
 * ended and names the one that took its place. A figure of 0 homes is a figure; what is not known is null.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export const stockTenures = ['LCRA', 'LCHO', 'leasehold', 'other'] as const;
export type StockTenure = (typeof stockTenures)[number];

export interface StockFigure {
  readonly id: string;
  readonly tenure: StockTenure;
  readonly yearEnd: Day;
  readonly homes: number;
  readonly source: string;
  /** Null when the command line did it. */
  readonly by: string | null;
  readonly at: string;
}

/** A figure that no longer holds. */
export interface EndedStockFigure extends StockFigure {
  readonly endedAt: string;
  readonly endedBy: string | null;
  readonly replaced: boolean;
}

/** What is known of one year end. Null is not known and is never read as 0; 0 homes gives 'none', never a division. */
export interface StockAt {
  readonly yearEnd: Day;
  readonly homes: Readonly<Record<StockTenure, number | null>>;
  readonly known: readonly StockTenure[];
}

const columns = sql.raw(`f.id, f.tenure, f.year_end as "yearEnd", f.homes, f.source, s.name as by, f.entered_at as at`);
const entered = sql.raw(`left join staff s on s.landlord_id = f.landlord_id and s.id = f.entered_by`);

export async function stockAt(trx: Trx, yearEnd: Day): Promise<StockAt> {
  const { rows } = await sql<{ tenure: StockTenure; homes: number }>`
    select tenure, homes
    from stock_figure
    where landlord_id = ${trx.landlordId} and year_end = ${yearEnd} and ended_at is null`.execute(trx);
  const of = (tenure: StockTenure) => rows.find((row) => row.tenure === tenure)?.homes ?? null;
  return {
    yearEnd,
    homes: { LCRA: of('LCRA'), LCHO: of('LCHO'), leasehold: of('leasehold'), other: of('other') },
    known: stockTenures.filter((tenure) => of(tenure) !== null),
  };
}

/** Every figure that holds, the latest year first. */
export async function listStock(trx: Trx): Promise<StockFigure[]> {
  const { rows } = await sql<StockFigure>`
    select ${columns}
    from stock_figure f ${entered}
    where f.landlord_id = ${trx.landlordId} and f.ended_at is null
    order by f.year_end desc, array_position(array['LCRA', 'LCHO', 'leasehold', 'other'], f.tenure)`.execute(trx);
  return rows;
}

/** What stood there before, the latest ended first. */
export async function endedStock(trx: Trx, most = 100): Promise<EndedStockFigure[]> {
  const { rows } = await sql<EndedStockFigure>`
    select ${columns}, f.ended_at as "endedAt", e.name as "endedBy", f.replaced_by is not null as replaced
    from stock_figure f ${entered}
    left join staff e on e.landlord_id = f.landlord_id and e.id = f.ended_by
    where f.landlord_id = ${trx.landlordId} and f.ended_at is not null
    order by f.ended_at desc, f.id
    limit ${most}`.execute(trx);
  return rows;
}

export interface StockGiven {
  readonly tenure: StockTenure;
  readonly yearEnd: Day;
  readonly homes: number;
  readonly source: string;
  readonly by: StaffId | null;
}

/** The homes of a year end, in the place of what stood there. 'same' when the same figure from the same source stands. */
export async function giveStock(trx: Trx, given: StockGiven): Promise<'entered' | 'replaced' | 'same'> {
  const standing = await sql<{ id: string; homes: number; source: string }>`
    select id, homes, source
    from stock_figure
    where landlord_id = ${trx.landlordId} and tenure = ${given.tenure} and year_end = ${given.yearEnd}
      and ended_at is null
    for update`.execute(trx);
  const [before] = standing.rows;
  if (before?.homes === given.homes && before.source === given.source) return 'same';
  const id = randomUUID();
  if (before)
    await sql`
      update stock_figure set ended_at = now(), ended_by = ${given.by}, replaced_by = ${id}
      where landlord_id = ${trx.landlordId} and id = ${before.id}`.execute(trx);
  await sql`
    insert into stock_figure (landlord_id, id, tenure, year_end, homes, source, entered_by)
    values (${trx.landlordId}, ${id}, ${given.tenure}, ${given.yearEnd}, ${given.homes}, ${given.source}, ${given.by})`.execute(
    trx,
  );
  return before ? 'replaced' : 'entered';
}

/** Takes a figure away without another in its place. Null when it does not hold. */
export async function endStock(trx: Trx, id: string, by: StaffId): Promise<StockFigure | null> {
  const ended = await sql<{ id: string }>`
    update stock_figure set ended_at = now(), ended_by = ${by}
    where landlord_id = ${trx.landlordId} and id::text = ${id} and ended_at is null
    returning id`.execute(trx);
  if (ended.rows.length === 0) return null;
  const { rows } = await sql<StockFigure>`
    select ${columns} from stock_figure f ${entered}
    where f.landlord_id = ${trx.landlordId} and f.id::text = ${id}`.execute(trx);
  return rows[0] ?? null;
}
