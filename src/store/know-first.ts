/**
 * What whoever sees cases in a list has to know before they ring, write or visit: that contact with somebody of a case is
 * restricted, or that there is a safety marker. That alone, in one look for the whole list, and nothing that either says.
 */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, PersonId } from '../facts/happened.js';
import { holdsOn } from './behaviour.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';

export interface KnownFirst {
  readonly person: PersonId;
  readonly restricted: boolean;
  readonly marked: boolean;
}

/** By case; one without such a person is not in it. `markers`: whether whoever looks may read safety markers. */
export async function knowFirst(
  trx: Trx,
  cases: readonly CaseId[],
  { today, markers }: { readonly today: Day; readonly markers: boolean },
): Promise<ReadonlyMap<CaseId, readonly KnownFirst[]>> {
  const found = new Map<CaseId, KnownFirst[]>();
  if (cases.length === 0) return found;
  const { rows } = await sql<KnownFirst & { caseId: CaseId }>`
    with somebody as (
      select distinct case_id, person_id from party
      where landlord_id = ${trx.landlordId} and case_id = any (${cases}::uuid[])
    ), restricted as (
      select distinct r.person_id from restriction r
      join complaint c on c.landlord_id = r.landlord_id and c.case_id = r.case_id
      where r.landlord_id = ${trx.landlordId} and r.person_id in (select person_id from somebody)
        and ${holdsOn(today)} and ${notTakenBack}
    ), marked as (
      select distinct person_id from safety_marker
      where landlord_id = ${trx.landlordId} and person_id in (select person_id from somebody)
        and ended_at is null and ${markers}::boolean
    )
    select s.case_id as "caseId", s.person_id as person,
      r.person_id is not null as restricted, m.person_id is not null as marked
    from somebody s
    left join restricted r on r.person_id = s.person_id
    left join marked m on m.person_id = s.person_id
    where r.person_id is not null or m.person_id is not null
    order by s.case_id, s.person_id`.execute(trx);
  for (const { caseId, ...known } of rows) found.set(caseId, [...(found.get(caseId) ?? []), known]);
  return found;
}
