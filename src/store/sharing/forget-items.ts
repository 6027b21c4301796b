/** What a person wrote for others from words that are erased: it may still repeat them, so it goes with them. */
import { sql } from 'kysely';
import type { Trx } from '../database.js';

/** Takes away items written from entries with these words. What was told of them was checked, and stays in the log. */
export async function forgetSharedItems(trx: Trx, digests: readonly string[]): Promise<void> {
  await sql`
    delete from shared_item i using case_event e
    where i.landlord_id = ${trx.landlordId} and e.landlord_id = i.landlord_id and e.case_id = i.case_id and e.seq = i.seq
      and e.type = 'LearningRecorded' and e.body->>'words' = any (${[...digests]}::text[])`.execute(trx);
}
