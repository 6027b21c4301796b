/** Bundles hold copies of words: what is erased of a case goes out of them too, with the volumes that were made of it. */
import { sql } from 'kysely';
import type { CaseId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { removeFiles } from './documents.js';

/**
 * Takes papers of these entries out of every bundle, with all that was made of those bundles: links to them lead nowhere
 * any more. The list of digests stays, which the history names and which holds nobody's words.
 */
export async function forgetInBundles(trx: Trx, caseId: CaseId, entries: readonly number[]): Promise<void> {
  if (entries.length === 0) return;
  const theirs = sql`case_id = ${caseId} and (seq = any (${[...entries]}::int[]) or source = 'chronology')`;
  const held = await sql<{ id: string }>`
    select distinct bundle_id as id from bundle_piece
    where landlord_id = ${trx.landlordId} and ${theirs}`.execute(trx);
  const ids = held.rows.map(({ id }) => id);
  if (ids.length === 0) return;
  // Whoever is making one of them keeps nothing more of it (store/bundle-making.ts, stillMaking).
  await sql`
    select 1 from bundle where landlord_id = ${trx.landlordId} and id = any (${ids}::uuid[]) order by id for update`.execute(
    trx,
  );
  const made = await sql<{ file: string }>`
    with volumes as (
      delete from bundle_volume
      where landlord_id = ${trx.landlordId} and bundle_id = any (${ids}::uuid[]) and what <> 'manifest'
      returning file),
    papers as (
      select made_file, hidden_file from bundle_piece
      where landlord_id = ${trx.landlordId} and bundle_id = any (${ids}::uuid[])
        and ${theirs})
    select encode(file, 'hex') as file from volumes
    union select encode(made_file, 'hex') from papers where made_file is not null
    union select encode(hidden_file, 'hex') from papers where hidden_file is not null`.execute(trx);
  await sql`
    delete from bundle_piece
    where landlord_id = ${trx.landlordId} and bundle_id = any (${ids}::uuid[])
      and ${theirs}`.execute(trx);
  await sql`
    update bundle set state = 'choosing', step = null, made_version = null, pages = null, version = version + 1
    where landlord_id = ${trx.landlordId} and id = any (${ids}::uuid[])`.execute(trx);
  await sql`
    update bundle_handover set ended_at = now(), pass_digest = null
    where landlord_id = ${trx.landlordId} and bundle_id = any (${ids}::uuid[]) and ended_at is null`.execute(trx);
  await removeFiles(
    trx,
    made.rows.map(({ file }) => file),
  );
}
