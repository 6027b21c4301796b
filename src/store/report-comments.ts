/** What people say to a draft, what is answered, and who approved which version of it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface Comment {
  readonly id: string;
  /** A challenge holds the approval until it is answered. */
  readonly kind: 'comment' | 'challenge';
  readonly text: string;
  readonly by: string;
  readonly on: Day;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredOn: Day | null;
}

export async function commentsOf(trx: Trx, report: string): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    select c.id, c.kind, c.text, s.name as by, c.on_day as "on", c.answer, w.name as "answeredBy",
      c.answered_on as "answeredOn"
    from report_comment c
    join staff s on s.landlord_id = c.landlord_id and s.id = c.by_staff
    left join staff w on w.landlord_id = c.landlord_id and w.id = c.answered_by
    where c.landlord_id = ${trx.landlordId} and c.report_id::text = ${report}
    order by c.made_at, c.id`.execute(trx);
  return rows;
}

export async function comment(
  trx: Trx,
  said: {
    readonly report: string;
    readonly kind: Comment['kind'];
    readonly text: string;
    readonly by: StaffId;
    readonly on: Day;
  },
): Promise<void> {
  await sql`
    insert into report_comment (landlord_id, report_id, id, kind, text, by_staff, on_day)
    values (${trx.landlordId}, ${said.report}, ${randomUUID()}, ${said.kind}, ${said.text}, ${said.by}, ${said.on})`.execute(
    trx,
  );
}

/** False when it is answered already. */
export async function answerComment(
  trx: Trx,
  report: string,
  id: string,
  answer: { readonly text: string; readonly by: StaffId; readonly on: Day },
): Promise<boolean> {
  const { rows } = await sql`
    update report_comment set answer = ${answer.text}, answered_by = ${answer.by}, answered_on = ${answer.on}
    where landlord_id = ${trx.landlordId} and report_id::text = ${report} and id::text = ${id} and answer is null
    returning id`.execute(trx);
  return rows.length > 0;
}

export interface Approval {
  readonly staff: StaffId;
  readonly name: string;
  readonly office: string;
  readonly on: Day;
  readonly minutes: string;
}

/** Approvals of the version as it stands; what was approved before a change no longer counts. */
export async function approvalsOf(trx: Trx, report: string): Promise<Approval[]> {
  const { rows } = await sql<Approval>`
    select a.by_staff as staff, a.name, a.office, a.approved_on as "on", a.minutes
    from report_approval a
    join report r on r.landlord_id = a.landlord_id and r.id = a.report_id and r.version = a.version
    where a.landlord_id = ${trx.landlordId} and a.report_id::text = ${report}
    order by a.recorded_at, a.by_staff`.execute(trx);
  return rows;
}

/** False when this person has approved this version, or the report has moved on since they read it. */
export async function approveReport(trx: Trx, report: string, version: number, approval: Approval): Promise<boolean> {
  const { rows } = await sql`
    insert into report_approval (landlord_id, report_id, version, by_staff, name, office, approved_on, minutes)
    select ${trx.landlordId}, r.id, r.version, ${approval.staff}, ${approval.name}, ${approval.office}, ${approval.on},
      ${approval.minutes}
    from report r
    where r.landlord_id = ${trx.landlordId} and r.id::text = ${report} and r.version = ${version}
      and r.state = 'in-comment'
    on conflict do nothing
    returning report_id`.execute(trx);
  return rows.length > 0;
}
