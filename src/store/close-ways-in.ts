/**
 * When a way to reach somebody is no longer to be used, whoever has it may hold a link or a letter of theirs: then what
 * they hold opens nothing any more. The resident comes in again by a code to a way that may be used, or the next letter.
 */
import { sql } from 'kysely';
import type { CaseId, PersonId } from '../facts/happened.js';
import { endAccessCode } from './access-codes.js';
import type { Trx } from './database.js';
import { revokeLinks } from './resident-links.js';

/** Closes every link of a person, in every case, and lets out their browsers. */
export async function closeLinksOf(trx: Trx, person: PersonId, why: string): Promise<void> {
  await revokeLinks(trx, { person, why });
  await sql`update one_time_code set spent_at = now()
    where landlord_id = ${trx.landlordId} and person_id = ${person} and spent_at is null`.execute(trx);
}

/** Closes what lets a person in to one case: links, the code on their letters, and a code that is on its way. */
export async function closeWaysIntoCase(trx: Trx, caseId: CaseId, person: PersonId, why: string): Promise<void> {
  await revokeLinks(trx, { caseId, person, why });
  await endAccessCode(trx, caseId, person, { by: null, why });
  await sql`update one_time_code set spent_at = now()
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and person_id = ${person} and spent_at is null`.execute(
    trx,
  );
}

/** The same as closing every link, and the codes on their letters. */
export async function closeWaysInOf(trx: Trx, person: PersonId, why: string): Promise<void> {
  await closeLinksOf(trx, person, why);
  await sql`update access_code set ended_at = now(), ended_because = ${why}
    where landlord_id = ${trx.landlordId} and person_id = ${person} and ended_at is null`.execute(trx);
}
