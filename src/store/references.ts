/** References: short enough to say on the telephone, unique for a landlord, in the order of arrival: CMP-26-00123. */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId } from '../facts/happened.js';
import { type Database, inLandlord, type LandlordId, type Trx, together } from './database.js';

export const prefixUnlessSet = 'CMP';

/** The next references, in a transaction of the caller's. Others wait for it: for imports and batches. */
export async function takeReferences(trx: Trx, today: Day, count = 1): Promise<string[]> {
  const year = Number(today.slice(0, 4));
  const found = await sql<{ prefix: string; last: number }>`
    insert into reference_counter as c (landlord_id, prefix, year, last)
    select ${trx.landlordId}, coalesce(
      (select value #>> '{}' from landlord_setting where landlord_id = ${trx.landlordId} and name = 'reference-prefix'),
      ${prefixUnlessSet}), ${year}, ${count}
    on conflict (landlord_id, prefix, year) do update set last = c.last + excluded.last
    returning prefix, last`.execute(trx);
  const row = found.rows[0];
  if (row === undefined) throw new Error('no reference was given');
  const first = row.last - count + 1;
  return Array.from(
    { length: count },
    (_, i) => `${row.prefix}-${today.slice(2, 4)}-${String(first + i).padStart(5, '0')}`,
  );
}

/**
 * The next reference, in a transaction of its own: so that nobody who logs a contact waits for another's to reach the
 * disk. It need not reach the disk itself: the case that takes the reference comes later in the same log. A contact that
 * then fails leaves a gap.
 */
export async function nextReference(db: Database, landlordId: LandlordId, today: Day): Promise<string> {
  return inLandlord(db, landlordId, async (trx) => {
    const [, [reference]] = await together(
      sql`set local synchronous_commit = off`.execute(trx),
      takeReferences(trx, today),
    );
    if (reference === undefined) throw new Error('no reference was given');
    return reference;
  });
}

/** The references that a text mentions, as written by us: in the subject of an e-mail, for example. */
export function referencesIn(text: string): string[] {
  return [
    ...new Set(
      [...text.matchAll(/\b([A-Z]{2,6})[-\s](\d{2})[-\s](\d{5,7})\b/gi)].map(
        (m) => `${m[1]?.toUpperCase()}-${m[2]}-${m[3]}`,
      ),
    ),
  ];
}

/** The reference of a case; '' when there is none of that id. */
export async function referenceOf(trx: Trx, caseId: CaseId): Promise<string> {
  const { rows } = await sql<{ reference: string }>`
    select reference from case_head where landlord_id = ${trx.landlordId} and case_id = ${caseId}`.execute(trx);
  return rows[0]?.reference ?? '';
}
