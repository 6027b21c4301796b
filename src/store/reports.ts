/**
 * Annual reports: which there are, and what was written for each place. A text is never overwritten: each version stands,
 * and whoever writes over what somebody else wrote meanwhile is shown both.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export type ReportState = 'draft' | 'in-comment' | 'approved' | 'frozen' | 'published';

export interface Report {
  readonly id: string;
  /** The year in which the reporting year begins. */
  readonly year: number;
  readonly round: number;
  readonly state: ReportState;
  readonly beganBy: string | null;
  readonly beganOn: Day;
  /** Moves with everything that changes what the report says. */
  readonly version: number;
  readonly publicationId: string | null;
}

const columns = sql.raw(`r.id, r.year, r.round, r.state, s.name as "beganBy", r.began_on as "beganOn", r.version,
  r.publication_id as "publicationId"`);
const from = sql.raw('report r left join staff s on s.landlord_id = r.landlord_id and s.id = r.began_by');

/** The newest first. */
export async function listReports(trx: Trx): Promise<Report[]> {
  const { rows } = await sql<Report>`
    select ${columns} from ${from}
    where r.landlord_id = ${trx.landlordId}
    order by r.year desc, r.round desc`.execute(trx);
  return rows;
}

export async function findReport(trx: Trx, id: string): Promise<Report | null> {
  const { rows } = await sql<Report>`
    select ${columns} from ${from} where r.landlord_id = ${trx.landlordId} and r.id::text = ${id}`.execute(trx);
  return rows[0] ?? null;
}

/** The latest of a year, or null. */
export async function reportOf(trx: Trx, year: number): Promise<Report | null> {
  return (await listReports(trx)).find((one) => one.year === year) ?? null;
}

/** Begins a report. Another of the same year begins only once the one before is published: then it is the next round. */
export async function beginReport(
  trx: Trx,
  wanted: { readonly year: number; readonly by: StaffId | null; readonly today: Day },
): Promise<{ readonly id: string; readonly begun: boolean }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${trx.landlordId} report ${wanted.year}`}, 0))`.execute(
    trx,
  );
  const last = await reportOf(trx, wanted.year);
  if (last !== null && last.state !== 'published') return { id: last.id, begun: false };
  const id = randomUUID();
  await sql`
    insert into report (landlord_id, id, year, round, began_by, began_on)
    values (${trx.landlordId}, ${id}, ${wanted.year}, ${(last?.round ?? 0) + 1}, ${wanted.by}, ${wanted.today})`.execute(
    trx,
  );
  if (last !== null) await carryOver(trx, last.id, id);
  return { id, begun: true };
}

/** A further round begins from the words of the one before, except the response, which is to this one. */
async function carryOver(trx: Trx, last: string, id: string): Promise<void> {
  await sql`
    insert into report_text (landlord_id, report_id, place, version, text, said_by, office, written_by, written_on)
    select distinct on (place) landlord_id, ${id}::uuid, place, 1, text, said_by, office, written_by, written_on
    from report_text
    where landlord_id = ${trx.landlordId} and report_id = ${last} and place <> 'governing-body'
    order by place, version desc`.execute(trx);
  await sql`
    insert into report_item (landlord_id, report_id, id, part, title, address, on_day, words, noted_by)
    select landlord_id, ${id}::uuid, gen_random_uuid(), part, title, address, on_day, words, noted_by
    from report_item
    where landlord_id = ${trx.landlordId} and report_id = ${last} and removed_at is null`.execute(trx);
}

/** Something that the report says has changed: approvals of the version before no longer hold. False when it is closed. */
export async function touchReport(trx: Trx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update report set version = version + 1
    where landlord_id = ${trx.landlordId} and id::text = ${id} and state in ('draft', 'in-comment')
    returning id`.execute(trx);
  return rows.length > 0;
}

/** From one state to the next. False when it is not in the state that was thought. */
export async function moveReport(trx: Trx, id: string, was: readonly ReportState[], to: ReportState): Promise<boolean> {
  const { rows } = await sql`
    update report set state = ${to}
    where landlord_id = ${trx.landlordId} and id::text = ${id} and state = any (${[...was]})
    returning id`.execute(trx);
  return rows.length > 0;
}

export async function noteReportPublished(trx: Trx, id: string, publication: string): Promise<void> {
  await sql`
    update report set state = 'published', publication_id = ${publication}
    where landlord_id = ${trx.landlordId} and id::text = ${id}`.execute(trx);
}

export interface ReportText {
  readonly place: string;
  readonly version: number;
  readonly text: string;
  readonly saidBy: string;
  readonly office: string;
  readonly writtenBy: string | null;
  readonly writtenOn: Day;
}

const textColumns = sql.raw(`t.place, t.version, t.text, t.said_by as "saidBy", t.office, s.name as "writtenBy",
  t.written_on as "writtenOn"`);
const textFrom = sql.raw('report_text t left join staff s on s.landlord_id = t.landlord_id and s.id = t.written_by');

/** The newest version of each place. */
export async function textsOf(trx: Trx, report: string): Promise<ReportText[]> {
  const { rows } = await sql<ReportText>`
    select distinct on (t.place) ${textColumns} from ${textFrom}
    where t.landlord_id = ${trx.landlordId} and t.report_id::text = ${report}
    order by t.place, t.version desc`.execute(trx);
  return rows;
}

/** Every version of one place, the newest first. */
export async function versionsOf(trx: Trx, report: string, place: string): Promise<ReportText[]> {
  const { rows } = await sql<ReportText>`
    select ${textColumns} from ${textFrom}
    where t.landlord_id = ${trx.landlordId} and t.report_id::text = ${report} and t.place = ${place}
    order by t.version desc`.execute(trx);
  return rows;
}

export interface TextWritten {
  readonly report: string;
  readonly place: string;
  /** The version that the writer had before them; 0 when there was none. */
  readonly expected: number;
  readonly text: string;
  readonly saidBy: string;
  readonly office: string;
  readonly by: StaffId;
  readonly on: Day;
}

export type TextSaved =
  | { readonly is: 'saved'; readonly version: number }
  | { readonly is: 'conflict'; readonly now: ReportText }
  | { readonly is: 'closed' };

/** Writes a text. Nothing is written over what the writer has not seen. */
export async function saveText(trx: Trx, written: TextWritten): Promise<TextSaved> {
  const { report, place, expected } = written;
  // Whoever writes, writes alone: the report's row is held until the end of the transaction.
  if (!(await touchReport(trx, report))) return { is: 'closed' };
  const [now] = await versionsOf(trx, report, place);
  if ((now?.version ?? 0) !== expected && now !== undefined) return { is: 'conflict', now };
  const version = (now?.version ?? 0) + 1;
  await sql`
    insert into report_text (landlord_id, report_id, place, version, text, said_by, office, written_by, written_on)
    values (${trx.landlordId}, ${report}, ${place}, ${version}, ${written.text}, ${written.saidBy}, ${written.office},
      ${written.by}, ${written.on})`.execute(trx);
  return { is: 'saved', version };
}
