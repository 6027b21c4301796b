/** A hold on a case about which lawyers advise: who decides, why, and when it is looked at again. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { notAmong } from './staff-concerned.js';

export interface CaseHold {
  readonly id: string;
  readonly caseId: CaseId;
  readonly reference: string;
  /** Who decides what may leave. */
  readonly named: StaffId;
  readonly namedName: string;
  readonly reason: string;
  readonly reviewOn: Day;
  readonly placedByName: string;
  readonly placedAt: string;
}

const holdRow = sql`
  select o.id, o.case_id as "caseId", h.reference, o.named_staff_id as named, n.name as "namedName", o.reason,
    o.review_on as "reviewOn", p.name as "placedByName", o.placed_at as "placedAt"
  from case_hold o
  join case_head h on h.landlord_id = o.landlord_id and h.case_id = o.case_id
  join staff n on n.landlord_id = o.landlord_id and n.id = o.named_staff_id
  join staff p on p.landlord_id = o.landlord_id and p.id = o.placed_by`;

/** The hold that stands on a case; null when none does. */
export async function holdOf(trx: Trx, caseId: CaseId): Promise<CaseHold | null> {
  const { rows } = await sql<CaseHold>`${holdRow}
    where o.landlord_id = ${trx.landlordId} and o.case_id = ${caseId} and o.ended_at is null`.execute(trx);
  return rows[0] ?? null;
}

/** Every hold that stands, the one to be looked at first on top. */
export async function listHolds(trx: Trx, hidden: readonly CaseId[] = []): Promise<CaseHold[]> {
  const { rows } = await sql<CaseHold>`${holdRow}
    where o.landlord_id = ${trx.landlordId} and o.ended_at is null and ${notAmong('o.case_id', hidden)}
    order by o.review_on, h.reference`.execute(trx);
  return rows;
}

export interface NewHold {
  readonly caseId: CaseId;
  readonly named: StaffId;
  readonly reason: string;
  readonly reviewOn: Day;
  readonly by: StaffId;
  readonly now: Date;
}

/** Places a hold, or changes the one that stands: the old one is ended and stays on record. */
export async function placeHold(trx: Trx, hold: NewHold): Promise<void> {
  await endHold(trx, { caseId: hold.caseId, by: hold.by, now: hold.now, why: 'changed' });
  await sql`
    insert into case_hold (landlord_id, id, case_id, named_staff_id, reason, review_on, placed_by, placed_at)
    values (${trx.landlordId}, ${randomUUID()}, ${hold.caseId}, ${hold.named}, ${hold.reason}, ${hold.reviewOn},
      ${hold.by}, ${hold.now.toISOString()})`.execute(trx);
}

/** Ends the hold that stands. What it held may then leave: see store/let-go.ts. */
export async function endHold(
  trx: Trx,
  about: { readonly caseId: CaseId; readonly by: StaffId; readonly now: Date; readonly why: string },
): Promise<void> {
  await sql`
    update case_hold set ended_by = ${about.by}, ended_at = ${about.now.toISOString()}, end_reason = ${about.why}
    where landlord_id = ${trx.landlordId} and case_id = ${about.caseId} and ended_at is null`.execute(trx);
}

/** The reasons of holds that ended say what lawyers were asked about: they go with the words of the case. */
export async function forgetEndedHolds(trx: Trx, caseId: CaseId): Promise<void> {
  await sql`
    update case_hold set reason = '', end_reason = null
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and ended_at is not null`.execute(trx);
}
