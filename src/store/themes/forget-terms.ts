/** Words of cases that are told no more: what nobody else told goes with them. */
import { sql } from 'kysely';
import type { Trx } from '../database.js';

/** Takes away what these cases told, in the transaction in which their words go. What is left of them is read again later. */
export async function forgetTerms(trx: Trx, cases: readonly string[]): Promise<void> {
  const gone = await sql<{ terms: number[] }>`
    delete from theme_case where landlord_id = ${trx.landlordId} and case_id = any (${[...cases]}::uuid[])
    returning terms`.execute(trx);
  const ids = [...new Set(gone.rows.flatMap(({ terms }) => terms))];
  if (ids.length > 0) await dropUntold(trx, ids);
}

/** Drops those of these words that no case has any more; all such words when none are named. */
export async function dropUntold(trx: Trx, ids: readonly number[] | null = null): Promise<void> {
  await sql`
    delete from theme_term
    where landlord_id = ${trx.landlordId}
      and (${ids === null} or id = any (${ids ?? []}::integer[]))
      and id not in (
        select t.term from theme_case c, unnest(c.terms) t (term)
        where c.landlord_id = ${trx.landlordId} and (${ids === null} or t.term = any (${ids ?? []}::integer[])))`.execute(
    trx,
  );
}
