/**
 * Letters that were waiting to leave when the backup was taken. Whether they have left since is not known, so that the
 * history may not say that they were sent: each sending is taken back, its clock runs again, and a person looks.
 */
import { sql } from 'kysely';
import type { CaseId } from '../facts/happened.js';
import { type Database, inLandlord, type LandlordId } from './database.js';
import { readSending } from './letter-sendings.js';
import { letterFailed } from './sending-day.js';

/** Takes back what a restore marked as unsure, each letter for itself; once more finds only what is left. */
export async function takeBackRestored(db: Database, landlordId: LandlordId, now: Date): Promise<number> {
  const { rows } = await inLandlord(db, landlordId, (trx) =>
    sql<{ caseId: CaseId; seq: number }>`
      select case_id as "caseId", seq from letter_sending
      where landlord_id = ${landlordId} and state = 'unsure' and not taken_back
      order by case_id, seq`.execute(trx),
  );
  for (const { caseId, seq } of rows) {
    await inLandlord(db, landlordId, async (trx) => {
      const sending = await readSending(trx, caseId, seq);
      if (sending === null) return;
      const why = sending.trouble ?? 'Whether it has left is not known.';
      await letterFailed(trx, sending, { state: 'unsure', why, now });
    });
  }
  return rows.length;
}
