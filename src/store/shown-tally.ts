/**
 * The sums of what cases show, kept in rows that an append only adds to. Folding replaces many by few and changes no sum;
 * `rebuild` counts the cases themselves again and adds whatever differs.
 */
import { sql } from 'kysely';
import type { Trx } from './database.js';
import { markParts } from './projection.js';

/**
 * Two folds at once take different rows, and what is appended meanwhile is a row that neither sees: whoever reads finds
 * either the many or the few.
 */
export async function foldTally(trx: Trx): Promise<void> {
  await sql`
    with gone as (
      delete from shown_tally where landlord_id = ${trx.landlordId}
      returning edition, month, provision, verdict, why, n)
    insert into shown_tally (landlord_id, edition, month, provision, verdict, why, n)
    select ${trx.landlordId}, edition, month, provision, verdict, why, sum(n)
    from gone
    group by edition, month, provision, verdict, why
    having sum(n) <> 0`.execute(trx);
}

export interface TallyDifference {
  readonly edition: string;
  readonly month: string;
  readonly provision: string;
  readonly verdict: string;
  readonly why: string;
  readonly was: number;
  readonly should: number;
}

/** Where the sums are not what the cases add up to, in one picture of both; and with `fix`, the difference added. */
export async function recountTally(trx: Trx, fix: boolean): Promise<readonly TallyDifference[]> {
  const differing = sql`
    counted (edition, month, provision, verdict, why, n) as (
      select edition, ${sql.raw(markParts)}, count(*)::int
      from shown, string_to_table(marks, ';') mark
      where landlord_id = ${trx.landlordId} and mark <> ''
      group by 1, 2, 3, 4, 5),
    summed as (
      select edition, month, provision, verdict, why, sum(n)::int as n
      from shown_tally where landlord_id = ${trx.landlordId}
      group by 1, 2, 3, 4, 5),
    differing as (
      select edition, month, provision, verdict, why, coalesce(s.n, 0) as was, coalesce(c.n, 0) as should
      from counted c full join summed s using (edition, month, provision, verdict, why)
      where coalesce(s.n, 0) <> coalesce(c.n, 0))`;
  const found = fix
    ? await sql<TallyDifference>`
        with ${differing},
        mended as (
          insert into shown_tally (landlord_id, edition, month, provision, verdict, why, n)
          select ${trx.landlordId}, edition, month, provision, verdict, why, should - was from differing)
        select * from differing order by edition, month, provision, verdict, why`.execute(trx)
    : await sql<TallyDifference>`
        with ${differing}
        select * from differing order by edition, month, provision, verdict, why`.execute(trx);
  return found.rows;
}
