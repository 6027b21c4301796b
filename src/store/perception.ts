/**
 * What a survey of perception found: TP09 and its like. It was asked of people, so it is never worked out from cases,
 * and what residents say after their own case has ended is another thing.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export const perceptionTenures = ['LCRA', 'LCHO', 'all'] as const;
export type PerceptionTenure = (typeof perceptionTenures)[number];

export interface PerceptionGiven {
  /** 'tp09', or the id of another question. */
  readonly measure: string;
  /** The reporting year: '2024-25'. */
  readonly year: string;
  readonly tenure: PerceptionTenure;
  /** Very and fairly satisfied. */
  readonly satisfied: number;
  /** All who answered the question; 0 gives 'none'. */
  readonly answered: number;
  /** 'Telephone', 'Post and online'. */
  readonly method: string;
  readonly askedFrom: Day;
  readonly askedUntil: Day;
  readonly source: string;
}

export interface PerceptionResult extends PerceptionGiven {
  readonly id: string;
  /** Null when the command line did it. */
  readonly by: string | null;
  readonly at: string;
}

export interface EndedPerceptionResult extends PerceptionResult {
  readonly endedAt: string;
  readonly endedBy: string | null;
  readonly replaced: boolean;
}

const columns = sql.raw(`p.id, p.measure, p.year, p.tenure, p.satisfied, p.answered, p.method,
  p.asked_from as "askedFrom", p.asked_until as "askedUntil", p.source, s.name as by, p.entered_at as at`);
const entered = sql.raw(`left join staff s on s.landlord_id = p.landlord_id and s.id = p.entered_by`);

/** The results that hold, the latest year first. */
export async function perceptionResults(
  trx: Trx,
  which: { readonly measure?: string; readonly year?: string } = {},
): Promise<PerceptionResult[]> {
  const { rows } = await sql<PerceptionResult>`
    select ${columns}
    from perception_result p ${entered}
    where p.landlord_id = ${trx.landlordId} and p.ended_at is null
      and (${which.measure ?? null}::text is null or p.measure = ${which.measure ?? null})
      and (${which.year ?? null}::text is null or p.year = ${which.year ?? null})
    order by p.year desc, p.measure, array_position(array['LCRA', 'LCHO', 'all'], p.tenure)`.execute(trx);
  return rows;
}

/** What stood there before, the latest ended first. */
export async function endedPerception(trx: Trx, most = 100): Promise<EndedPerceptionResult[]> {
  const { rows } = await sql<EndedPerceptionResult>`
    select ${columns}, p.ended_at as "endedAt", e.name as "endedBy", p.replaced_by is not null as replaced
    from perception_result p ${entered}
    left join staff e on e.landlord_id = p.landlord_id and e.id = p.ended_by
    where p.landlord_id = ${trx.landlordId} and p.ended_at is not null
    order by p.ended_at desc, p.id
    limit ${most}`.execute(trx);
  return rows;
}

/** A result, in the place of the one of the same question, year and kind of home. */
export async function givePerception(
  trx: Trx,
  given: PerceptionGiven,
  by: StaffId | null,
): Promise<'entered' | 'replaced' | 'same'> {
  const standing = await sql<PerceptionResult>`
    select ${columns}
    from perception_result p ${entered}
    where p.landlord_id = ${trx.landlordId} and p.ended_at is null
      and p.measure = ${given.measure} and p.year = ${given.year} and p.tenure = ${given.tenure}
    for update of p`.execute(trx);
  const [before] = standing.rows;
  const alike = (Object.keys(given) as (keyof PerceptionGiven)[]).every((key) => before?.[key] === given[key]);
  if (before && alike) return 'same';
  const id = randomUUID();
  if (before)
    await sql`
      update perception_result set ended_at = now(), ended_by = ${by}, replaced_by = ${id}
      where landlord_id = ${trx.landlordId} and id = ${before.id}`.execute(trx);
  await sql`
    insert into perception_result (landlord_id, id, measure, year, tenure, satisfied, answered, method, asked_from,
      asked_until, source, entered_by)
    values (${trx.landlordId}, ${id}, ${given.measure}, ${given.year}, ${given.tenure}, ${given.satisfied},
      ${given.answered}, ${given.method}, ${given.askedFrom}, ${given.askedUntil}, ${given.source}, ${by})`.execute(
    trx,
  );
  return before ? 'replaced' : 'entered';
}

/** Takes a result away without another in its place. Null when it does not hold. */
export async function endPerception(trx: Trx, id: string, by: StaffId): Promise<PerceptionGiven | null> {
  const ended = await sql<PerceptionGiven>`
    update perception_result p set ended_at = now(), ended_by = ${by}
    where p.landlord_id = ${trx.landlordId} and p.id::text = ${id} and p.ended_at is null
    returning p.measure, p.year, p.tenure, p.satisfied, p.answered, p.method, p.asked_from as "askedFrom",
      p.asked_until as "askedUntil", p.source`.execute(trx);
  return ended.rows[0] ?? null;
}
