/** Puts the words of what was brought in where search finds them, when the rows are in: it takes about as long again. What its cases show is summed up with it. */
import { sql } from 'kysely';
import type { CaseId } from '../facts/happened.js';
import { type Database, inLandlord, type LandlordId, type Trx } from './database.js';
import { foldTally } from './shown-tally.js';

const atATime = 1_000;

/** Goes on where it was. */
export async function makeFindable(db: Database, landlordId: LandlordId, importId: string): Promise<void> {
  let more = true;
  while (more) {
    more = await inLandlord(db, landlordId, (trx) => someFindable(trx, importId), { statementTimeoutMs: 0 });
  }
  await inLandlord(db, landlordId, foldTally, { statementTimeoutMs: 0 });
}

async function someFindable(trx: Trx, importId: string): Promise<boolean> {
  const { rows } = await sql<{ line: number; case_id: CaseId | null }>`
    select r.line, r.case_id
    from register_row r
    join register_import i on i.landlord_id = r.landlord_id and i.id = r.import_id
    where r.landlord_id = ${trx.landlordId} and r.import_id = ${importId} and r.line > i.findable_line and r.stands
    order by r.line
    limit ${atATime}`.execute(trx);
  const last = rows.at(-1);
  if (last === undefined) return false;
  const cases = [...new Set(rows.flatMap((row) => row.case_id ?? []))].sort();
  await sql`select putright_index_words(${cases}::uuid[])`.execute(trx);
  await sql`
    update register_import set findable_line = ${last.line}
    where landlord_id = ${trx.landlordId} and id = ${importId}`.execute(trx);
  return rows.length === atATime;
}
