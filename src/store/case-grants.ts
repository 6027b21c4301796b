/** Whole cases opened to the member responsible for complaints: to whom, by whom, why and until when. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { notAmong } from './staff-concerned.js';

export interface CaseGrant {
  readonly id: string;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly to: StaffId;
  readonly grantedBy: StaffId;
  readonly grantedAt: string;
  readonly reason: string;
  readonly until: Day;
  readonly endedAt: string | null;
  readonly endedBy: StaffId | null;
}

const granted = sql`
  select g.id, g.case_id as "caseId", h.reference, g.staff_id as "to", g.granted_by as "grantedBy",
    g.granted_at as "grantedAt", g.reason, g.until, g.ended_at as "endedAt", g.ended_by as "endedBy"
  from case_grant g
  join case_head h on h.landlord_id = g.landlord_id and h.case_id = g.case_id`;

export async function grantCase(
  trx: Trx,
  grant: Pick<CaseGrant, 'caseId' | 'to' | 'grantedBy' | 'reason' | 'until'>,
): Promise<void> {
  const { caseId, to, grantedBy, reason, until } = grant;
  await sql`
    insert into case_grant (landlord_id, id, case_id, staff_id, granted_by, reason, until)
    values (${trx.landlordId}, ${randomUUID()}, ${caseId}, ${to}, ${grantedBy}, ${reason}, ${until})`.execute(trx);
}

/** False when this case has no such grant, or it had ended. */
export async function endGrant(trx: Trx, caseId: CaseId, id: string, by: StaffId): Promise<boolean> {
  const ended = await sql`
    update case_grant set ended_at = now(), ended_by = ${by}
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and id::text = ${id} and ended_at is null
    returning id`.execute(trx);
  return ended.rows.length === 1;
}

/** Of these cases, those that somebody may read today because they were granted to them. */
export async function grantedAmong(trx: Trx, cases: readonly CaseId[], to: StaffId, today: Day): Promise<CaseId[]> {
  const found = await sql<{ id: CaseId }>`
    select distinct case_id as id from case_grant
    where landlord_id = ${trx.landlordId} and case_id = any (${[...cases]}::uuid[]) and staff_id = ${to}
      and ended_at is null and until >= ${today}`.execute(trx);
  return found.rows.map(({ id }) => id);
}

/** The grants of a case, the latest first. */
export async function grantsOf(trx: Trx, caseId: CaseId): Promise<CaseGrant[]> {
  const found = await sql<CaseGrant>`${granted}
    where g.landlord_id = ${trx.landlordId} and g.case_id = ${caseId}
    order by g.granted_at desc, g.id`.execute(trx);
  return found.rows;
}

/** What was granted to somebody and holds today; without what has become hidden from them since. */
export async function grantsTo(
  trx: Trx,
  to: StaffId,
  today: Day,
  hidden: readonly CaseId[] = [],
): Promise<CaseGrant[]> {
  const found = await sql<CaseGrant>`${granted}
    where g.landlord_id = ${trx.landlordId} and g.staff_id = ${to} and g.ended_at is null and g.until >= ${today}
      and ${notAmong('g.case_id', hidden)}
    order by g.granted_at desc, g.id`.execute(trx);
  return found.rows;
}
