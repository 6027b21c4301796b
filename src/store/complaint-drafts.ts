/**
 * What somebody has told the form and not yet sent. The browser whose session is about it writes it and reads it; staff
 * never do. Once it is sent its answers stand with the case, and here only that it was sent.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { nothingTold, type Told } from '../complaint/telling/told.js';
import type { CaseId, File, PersonId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { removeFiles } from './documents.js';
import { draftDays } from './resident-sessions.js';
import { readToldRow } from './told-shape.js';

export interface DraftFile {
  readonly file: File;
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

export interface Draft {
  readonly id: string;
  readonly told: Told;
  readonly person: PersonId | null;
  readonly emergencyCase: CaseId | null;
  readonly sentCase: CaseId | null;
  readonly files: readonly DraftFile[];
}

/** Begins one. Its id is what the session of its writer is about. */
export async function beginDraft(trx: Trx, told: Told): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into complaint_draft (landlord_id, id, told)
    values (${trx.landlordId}, ${id}, ${JSON.stringify(told)}::jsonb)`.execute(trx);
  return id;
}

interface Row {
  readonly id: string;
  readonly told: unknown;
  readonly person: PersonId | null;
  readonly emergencyCase: CaseId | null;
  readonly sentCase: CaseId | null;
  readonly files: readonly DraftFile[] | null;
}

const columns = sql`d.id, d.told, d.person_id as person, d.emergency_case_id as "emergencyCase", d.case_id as "sentCase",
  (select json_agg(json_build_object('file', encode(f.digest, 'hex'), 'name', f.name, 'size', f.size, 'type', f.type)
      order by n.added_at, f.digest)
    from complaint_draft_file n
    join file f on f.landlord_id = n.landlord_id and f.digest = n.file
    where n.landlord_id = d.landlord_id and n.draft_id = d.id) as files`;

const asDraft = ({ told, files, ...row }: Row): Draft => ({ ...row, told: readToldRow(told), files: files ?? [] });

/** The draft of this id; null when there is none, or its time is over. With `hold`, nobody else sends it meanwhile. */
export async function findDraft(trx: Trx, id: string, { hold = false } = {}): Promise<Draft | null> {
  const found = await sql<Row>`
    select ${columns} from complaint_draft d
    where d.landlord_id = ${trx.landlordId} and d.id = ${id}::uuid
      and d.saved_at > now() - make_interval(days => ${draftDays})
    ${hold ? sql`for update of d` : sql``}`.execute(trx);
  return found.rows[0] === undefined ? null : asDraft(found.rows[0]);
}

export async function saveTold(trx: Trx, id: string, told: Told): Promise<void> {
  await sql`
    update complaint_draft set told = ${JSON.stringify(told)}::jsonb, saved_at = now()
    where landlord_id = ${trx.landlordId} and id = ${id} and case_id is null`.execute(trx);
}

export async function addDraftFile(trx: Trx, id: string, file: File): Promise<void> {
  await sql`
    insert into complaint_draft_file (landlord_id, draft_id, file)
    values (${trx.landlordId}, ${id}, decode(${file}, 'hex'))`.execute(trx);
}

/** Takes a file away again; its bytes go with the next sweep. */
export async function removeDraftFile(trx: Trx, id: string, file: File): Promise<void> {
  const gone = await sql<{ file: File }>`
    delete from complaint_draft_file
    where landlord_id = ${trx.landlordId} and draft_id = ${id} and encode(file, 'hex') = ${file}
    returning encode(file, 'hex') as file`.execute(trx);
  await removeFiles(
    trx,
    gone.rows.map((row) => row.file),
  );
}

/** An emergency has opened its case; the rest will join it. */
export async function noteEmergency(
  trx: Trx,
  id: string,
  { caseId, person }: { readonly caseId: CaseId; readonly person: PersonId | null },
): Promise<void> {
  await sql`
    update complaint_draft set emergency_case_id = ${caseId}, person_id = ${person}
    where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
}

/** It was sent: its words and files stand with the case and are gone from here. */
export async function noteSent(
  trx: Trx,
  id: string,
  { caseId, session, now }: { readonly caseId: CaseId; readonly session: string | null; readonly now: Date },
): Promise<void> {
  await closeDoors(trx, [id], { why: 'sent', except: session });
  await sql`delete from complaint_draft_file where landlord_id = ${trx.landlordId} and draft_id = ${id}`.execute(trx);
  await sql`
    update complaint_draft set told = ${JSON.stringify(nothingTold)}::jsonb, sent_at = ${now.toISOString()}, case_id = ${caseId}
    where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
}

/** The links that lead to it, and the browsers that wrote it, open nothing any more. */
async function closeDoors(
  trx: Trx,
  ids: readonly string[],
  { why, except }: { readonly why: string; readonly except: string | null },
): Promise<void> {
  await sql`
    update resident_link set revoked_at = now(), revoked_because = ${why}
    where landlord_id = ${trx.landlordId} and purpose = 'draft' and about = any (${ids}::text[])
      and revoked_at is null and spent_at is null`.execute(trx);
  await sql`
    update resident_session set ended_at = now(), ended_because = ${why}
    where landlord_id = ${trx.landlordId} and purpose = 'draft' and about = any (${ids}::text[])
      and ended_at is null and id is distinct from ${except}::uuid`.execute(trx);
}

/** Where links to drafts were sent goes with these drafts, or when it is older than any draft. What has not left never does. */
export async function forgetDraftLinks(trx: Trx, about: readonly string[] | { readonly before: Date }): Promise<void> {
  const which =
    'before' in about
      ? sql`queued_at < ${about.before.toISOString()} and (address is not null or link is not null)`
      : sql`link ->> 'about' = any (${about}::text[])`;
  await sql`
    update outgoing_message
    set subject = '', body = '', address = null, trouble = null, link = null, code = null,
      state = case when state in ('held', 'waiting', 'sending') then 'never' else state end, changed_at = now()
    where landlord_id = ${trx.landlordId} and purpose = 'draft-link' and ${which}`.execute(trx);
}

/** Erased for good, with its files: its writer asked for it, or its time is over. */
export async function eraseDrafts(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await closeDoors(trx, ids, { why: 'erased', except: null });
  await forgetDraftLinks(trx, ids);
  const files = await sql<{ file: string }>`
    delete from complaint_draft_file where landlord_id = ${trx.landlordId} and draft_id = any (${ids}::uuid[])
    returning encode(file, 'hex') as file`.execute(trx);
  await removeFiles(
    trx,
    files.rows.map((row) => row.file),
  );
  await sql`delete from complaint_draft where landlord_id = ${trx.landlordId} and id = any (${ids}::uuid[])`.execute(
    trx,
  );
}

/** The drafts whose time is over, and those that were sent long enough ago that nobody looks at their last page. */
export async function draftsToErase(trx: Trx, now: Date): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from complaint_draft
    where landlord_id = ${trx.landlordId}
      and (saved_at < ${now.toISOString()}::timestamptz - make_interval(days => ${draftDays})
        or sent_at < ${now.toISOString()}::timestamptz - interval '2 days')`.execute(trx);
  return found.rows.map((row) => row.id);
}
