/**
 * Totals of a time of which there are no cases: last year's 29 stage 1 complaints, from last year's report. They stand
 * apart from what is counted, each with its source, and whoever shows one says that it was given.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { StaffId } from '../facts/happened.js';
import type { FigureKey, Period } from '../reports/measured.js';
import type { Trx } from './database.js';

export interface PastTotalGiven extends FigureKey {
  readonly period: Period;
  /** In the unit of the measure, a proportion from 0 to 1; worked out from the counts when they are known, null with a denominator of 0. */
  readonly value: number | null;
  /** The counts behind it, where the source prints them. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** 'Annual report 2022-23, page 4'. */
  readonly source: string;
}

export interface PastTotal extends PastTotalGiven {
  /** Of the row. The id of the measure is `id`, as in every figure. */
  readonly totalId: string;
  /** Null when the command line did it. */
  readonly by: string | null;
  readonly at: string;
}

export interface EndedPastTotal extends PastTotal {
  readonly endedAt: string;
  readonly endedBy: string | null;
  readonly replaced: boolean;
}

type Row = Omit<EndedPastTotal, 'period'> & { readonly name: string; readonly from: string; readonly until: string };

const columns = sql.raw(`t.id as "totalId", t.measure as id, t.grouped as "group", t.reading, t.period_name as name,
  t.period_from as from, t.period_until as until, t.value::float8 as value, t.numerator, t.denominator, t.source,
  s.name as by, t.entered_at as at`);
const entered = sql.raw(`left join staff s on s.landlord_id = t.landlord_id and s.id = t.entered_by`);

function asTotal<T extends PastTotal>({ name, from, until, ...row }: Row): T {
  return { ...row, period: { name, from, until } as Period } as unknown as T;
}

export interface WhichTotals {
  readonly id?: string;
  /** Only those that lie wholly in it. */
  readonly within?: Pick<Period, 'from' | 'until'>;
}

/** The totals that hold, by period, the latest first. */
export async function pastTotals(trx: Trx, which: WhichTotals = {}): Promise<PastTotal[]> {
  const { rows } = await sql<Row>`
    select ${columns}
    from past_total t ${entered}
    where t.landlord_id = ${trx.landlordId} and t.ended_at is null
      and (${which.id ?? null}::text is null or t.measure = ${which.id ?? null})
      and (${which.within?.from ?? null}::date is null or t.period_from >= ${which.within?.from ?? null})
      and (${which.within?.until ?? null}::date is null or t.period_until <= ${which.within?.until ?? null})
    order by t.period_until desc, t.period_from desc, t.measure, t.grouped nulls first, t.reading nulls first`.execute(
    trx,
  );
  return rows.map((row) => asTotal<PastTotal>(row));
}

/** What stood there before, the latest ended first. */
export async function endedTotals(trx: Trx, most = 100): Promise<EndedPastTotal[]> {
  const { rows } = await sql<Row>`
    select ${columns}, t.ended_at as "endedAt", e.name as "endedBy", t.replaced_by is not null as replaced
    from past_total t ${entered}
    left join staff e on e.landlord_id = t.landlord_id and e.id = t.ended_by
    where t.landlord_id = ${trx.landlordId} and t.ended_at is not null
    order by t.ended_at desc, t.id
    limit ${most}`.execute(trx);
  return rows.map((row) => asTotal<EndedPastTotal>(row));
}

/** A total, in the place of the one that stood for the same figure and period. */
export async function givePastTotal(
  trx: Trx,
  given: PastTotalGiven,
  by: StaffId | null,
): Promise<'entered' | 'replaced' | 'same'> {
  const { id: measure, group, reading, period } = given;
  const standing = await sql<Row>`
    select ${columns}
    from past_total t ${entered}
    where t.landlord_id = ${trx.landlordId} and t.ended_at is null and t.measure = ${measure}
      and t.grouped is not distinct from ${group} and t.reading is not distinct from ${reading}
      and t.period_from = ${period.from} and t.period_until = ${period.until}
    for update of t`.execute(trx);
  const [before] = standing.rows;
  const alike = (['value', 'numerator', 'denominator', 'source'] as const).every((key) => before?.[key] === given[key]);
  if (before && alike) return 'same';
  const id = randomUUID();
  if (before)
    await sql`
      update past_total set ended_at = now(), ended_by = ${by}, replaced_by = ${id}
      where landlord_id = ${trx.landlordId} and id = ${before.totalId}`.execute(trx);
  await sql`
    insert into past_total (landlord_id, id, measure, grouped, reading, period_name, period_from, period_until, value,
      numerator, denominator, source, entered_by)
    values (${trx.landlordId}, ${id}, ${measure}, ${group}, ${reading}, ${period.name}, ${period.from}, ${period.until},
      ${given.value}, ${given.numerator}, ${given.denominator}, ${given.source}, ${by})`.execute(trx);
  return before ? 'replaced' : 'entered';
}

/** Takes a total away without another in its place. Null when it does not hold. */
export async function endPastTotal(trx: Trx, totalId: string, by: StaffId): Promise<PastTotal | null> {
  const ended = await sql`
    update past_total set ended_at = now(), ended_by = ${by}
    where landlord_id = ${trx.landlordId} and id::text = ${totalId} and ended_at is null
    returning id`.execute(trx);
  if (ended.rows.length === 0) return null;
  const { rows } = await sql<Row>`
    select ${columns} from past_total t ${entered}
    where t.landlord_id = ${trx.landlordId} and t.id::text = ${totalId}`.execute(trx);
  return rows[0] === undefined ? null : asTotal<PastTotal>(rows[0]);
}
