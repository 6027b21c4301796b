/** Words that a person has left out of themes. */
import { sql } from 'kysely';
import type { StaffId } from '../../facts/happened.js';
import { recordChange } from '../change-trail.js';
import type { Trx } from '../database.js';

export async function leaveOut(trx: Trx, term: string, by: StaffId): Promise<void> {
  const { rows } = await sql`
    insert into theme_left_out (landlord_id, term, left_out_by) values (${trx.landlordId}, ${term}, ${by})
    on conflict do nothing returning term`.execute(trx);
  // The word may be somebody's name, so the trail does not repeat it.
  if (rows.length > 0) await recordChange(trx, { about: 'category', words: 'Left a word out of themes', by });
}

export async function showAgain(trx: Trx, term: string, by: StaffId): Promise<void> {
  const { rows } = await sql`
    delete from theme_left_out where landlord_id = ${trx.landlordId} and term = ${term} returning term`.execute(trx);
  if (rows.length > 0) await recordChange(trx, { about: 'category', words: 'Took a word back into themes', by });
}

export async function wordsLeftOut(trx: Trx): Promise<readonly { readonly term: string; readonly by: string }[]> {
  const { rows } = await sql<{ term: string; by: string }>`
    select w.term, s.name as by from theme_left_out w
    join staff s on s.landlord_id = w.landlord_id and s.id = w.left_out_by
    where w.landlord_id = ${trx.landlordId}
    order by w.term`.execute(trx);
  return rows;
}
