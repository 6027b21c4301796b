/** Cases by the references that somebody typed, and the names of their people, which no improvement may hold. */
import { sql } from 'kysely';
import type { CaseId } from '../facts/happened.js';
import type { PlanKnown } from '../reports/improvement-rules.js';
import type { Trx } from './database.js';
import { listStaff } from './staff.js';

/** By the reference in capitals. */
export async function caseIdsOf(trx: Trx, references: readonly string[]): Promise<ReadonlyMap<string, CaseId>> {
  const { rows } = await sql<{ reference: string; id: CaseId }>`
    select upper(reference) as reference, case_id as id from complaint
    where landlord_id = ${trx.landlordId} and reference = any (${references.map((one) => one.toUpperCase())}::text[])`.execute(
    trx,
  );
  return new Map(rows.map(({ reference, id }) => [reference, id]));
}

export async function namesOfCases(trx: Trx, cases: readonly CaseId[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct p.name from party y
    join person p on p.landlord_id = y.landlord_id and p.id = y.person_id
    where y.landlord_id = ${trx.landlordId} and y.case_id = any (${[...cases]}::uuid[]) and p.name is not null`.execute(
    trx,
  );
  return rows.map(({ name }) => name);
}

/** What an improvement of these cases is held against. */
export async function knownOf(trx: Trx, cases: readonly CaseId[]): Promise<PlanKnown> {
  const staff = await listStaff(trx, 'at-work');
  return { atWork: new Set(staff.map(({ id }) => id)), names: await namesOfCases(trx, cases) };
}
