/** The record of reading: who opened what that is sensitive. Apart from the chain; added to, never changed. */
import { sql } from 'kysely';
import type { CaseId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export type WhatIsRead = 'case' | 'document' | 'person' | 'letter' | 'search' | 'export';

/** That somebody read something sensitive: apart from the chain, and without its words. */
export async function recordReading(
  trx: Trx,
  reading: {
    readonly staff: StaffId;
    readonly what: WhatIsRead;
    readonly caseId?: CaseId | null;
    readonly about?: string | null;
  },
): Promise<void> {
  await sql`
    insert into reading (landlord_id, staff_id, what, case_id, about)
    values (${trx.landlordId}, ${reading.staff}, ${reading.what}, ${reading.caseId ?? null}, ${reading.about ?? null})`.execute(
    trx,
  );
}

export interface Reading {
  readonly at: string;
  readonly staff: StaffId;
  readonly what: WhatIsRead;
  readonly about: string | null;
}

/** Who has read a case, the latest first. */
export async function readingsOf(trx: Trx, caseId: CaseId, most = 200): Promise<Reading[]> {
  const found = await sql<Reading>`
    select at, staff_id as staff, what, about
    from reading
    where landlord_id = ${trx.landlordId} and case_id = ${caseId}
    order by at desc
    limit ${most}`.execute(trx);
  return found.rows;
}
