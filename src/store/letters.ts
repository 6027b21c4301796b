/**
 * Drafts of letters: what people wrote into the marked places, each version kept, approved by a second person where the
 * landlord wants that. Two people on one draft: the second is told, and loses nothing.
 */
import { sql } from 'kysely';
import { stageOfLetter } from '../complaint/with-letter.js';
import type { CaseId, LetterId, LetterKind, PersonId, StaffId, Stage } from '../facts/happened.js';
import type { Edits } from '../letters/edits.js';
import type { Matter, Recipient } from '../letters/words.js';
import type { Trx } from './database.js';

export interface LetterDraft {
  readonly letter: LetterId;
  readonly caseId: CaseId;
  readonly kind: LetterKind;
  readonly stage: Stage | null;
  readonly to: PersonId | null;
  readonly as: Recipient['as'];
  readonly matter: Matter;
  readonly edits: Edits;
  readonly version: number;
  readonly savedBy: StaffId;
  readonly savedByName: string;
  readonly savedAt: string;
  readonly approvalAskedBy: StaffId | null;
  readonly approvalAskedAt: string | null;
  readonly approvedBy: StaffId | null;
  readonly approvedByName: string | null;
  readonly approvedAt: string | null;
  readonly putAsideAt: string | null;
}

export interface By {
  readonly by: StaffId;
  readonly now: Date;
}

const draftRow = sql`
  select d.letter_id as letter, d.case_id as "caseId", d.kind, d.stage, d.person_id as "to", d.written_as as "as",
    d.matter, d.edits, d.version, d.saved_by as "savedBy", s.name as "savedByName", d.saved_at as "savedAt",
    d.approval_asked_by as "approvalAskedBy", d.approval_asked_at as "approvalAskedAt", d.approved_by as "approvedBy",
    a.name as "approvedByName", d.approved_at as "approvedAt", d.put_aside_at as "putAsideAt"
  from letter_draft d
  join staff s on s.landlord_id = d.landlord_id and s.id = d.saved_by
  left join staff a on a.landlord_id = d.landlord_id and a.id = d.approved_by`;

/** Begins a draft. Its LetterDrafted entry is the caller's (`mayDraftLetter`), in the same transaction. */
export async function beginDraft(
  trx: Trx,
  about: By & {
    readonly letter: LetterId;
    readonly caseId: CaseId;
    readonly matter: Matter;
    readonly to: PersonId | null;
    readonly as: Recipient['as'];
  },
): Promise<void> {
  const { letter, caseId, matter, to, as, by, now } = about;
  await sql`
    insert into letter_draft (landlord_id, letter_id, case_id, kind, stage, person_id, written_as, matter, edits, version,
      saved_by, saved_at)
    values (${trx.landlordId}, ${letter}, ${caseId}, ${matter.kind}, ${stageOfLetter(matter)}, ${to}, ${as},
      ${JSON.stringify(matter)}, '{}', 1, ${by}, ${now.toISOString()})`.execute(trx);
  await noteChange(trx, { letter, by, now, did: 'began', version: 1, matter, edits: {} });
}

/** A draft as it stands; null when there is none of that id. */
export async function readDraft(trx: Trx, letter: LetterId): Promise<LetterDraft | null> {
  const found = await sql<LetterDraft>`${draftRow}
    where d.landlord_id = ${trx.landlordId} and d.letter_id = ${letter}`.execute(trx);
  return found.rows[0] ?? null;
}

/** What kinds of letters these are, by their ids. */
export async function letterKinds(trx: Trx, letters: readonly LetterId[]): Promise<ReadonlyMap<LetterId, LetterKind>> {
  const { rows } = await sql<{ letter: LetterId; kind: LetterKind }>`
    select letter_id as letter, kind from letter_draft
    where landlord_id = ${trx.landlordId} and letter_id = any (${[...letters]}::uuid[])`.execute(trx);
  return new Map(rows.map(({ letter, kind }) => [letter, kind]));
}

/** A case's drafts, those that were put aside last. */
export async function draftsOf(trx: Trx, caseId: CaseId): Promise<LetterDraft[]> {
  const found = await sql<LetterDraft>`${draftRow}
    where d.landlord_id = ${trx.landlordId} and d.case_id = ${caseId}
    order by d.put_aside_at nulls first, d.saved_at desc`.execute(trx);
  return found.rows;
}

export type Saved =
  | { readonly ok: true; readonly version: number }
  /** Someone else was first. What was typed is the screen's to show beside `current`. */
  | {
      readonly ok: false;
      readonly why: 'changed-meanwhile' | 'sent' | 'no-such-draft';
      readonly current: LetterDraft | null;
    };

/** Saves what was written. A changed letter has to be approved again. */
export async function saveDraft(
  trx: Trx,
  about: By & {
    readonly letter: LetterId;
    readonly expectedVersion: number;
    readonly edits: Edits;
    readonly matter?: Matter;
  },
): Promise<Saved> {
  const { letter, expectedVersion, edits, matter, by, now } = about;
  const current = await lockDraft(trx, letter);
  if (current === null) return { ok: false, why: 'no-such-draft', current: null };
  if (await wasSent(trx, letter)) return { ok: false, why: 'sent', current };
  if (current.version !== expectedVersion) return { ok: false, why: 'changed-meanwhile', current };
  const about_ = matter ?? current.matter;
  if (sameJson(edits, current.edits) && sameJson(about_, current.matter)) return { ok: true, version: current.version };
  const version = current.version + 1;
  await sql`
    update letter_draft
    set edits = ${JSON.stringify(wellFormed(edits))}, matter = ${JSON.stringify(about_)}, version = ${version}, saved_by = ${by},
      saved_at = ${now.toISOString()}, approval_asked_by = null, approval_asked_at = null, approved_by = null,
      approved_at = null, put_aside_at = null
    where landlord_id = ${trx.landlordId} and letter_id = ${letter}`.execute(trx);
  await noteChange(trx, { letter, by, now, did: 'wrote', version, matter: about_, edits });
  return { ok: true, version };
}

export interface DraftChange {
  readonly at: string;
  readonly by: string;
  readonly did: 'began' | 'wrote' | 'asked' | 'approved' | 'sent-back' | 'put-aside' | 'took-up';
  readonly version: number;
  readonly matter: Matter | null;
  readonly edits: Edits | null;
  readonly note: string | null;
}

/** Everything that was done to a draft, the last first: any version can be read, and written back. */
export async function draftTrail(trx: Trx, letter: LetterId): Promise<DraftChange[]> {
  const found = await sql<DraftChange>`
    select c.at, s.name as by, c.did, c.version, c.matter, c.edits, c.note
    from letter_draft_change c
    join staff s on s.landlord_id = c.landlord_id and s.id = c.by_staff_id
    where c.landlord_id = ${trx.landlordId} and c.letter_id = ${letter}
    order by c.id desc`.execute(trx);
  return found.rows;
}

/** Out of the way, not away: it can be taken up again, by saving it or here. */
export async function putDraftAside(
  trx: Trx,
  about: By & { readonly letter: LetterId; readonly aside: boolean },
): Promise<void> {
  const current = await lockDraft(trx, about.letter);
  if (current === null) return;
  await sql`
    update letter_draft set put_aside_at = ${about.aside ? about.now.toISOString() : null}
    where landlord_id = ${trx.landlordId} and letter_id = ${about.letter}`.execute(trx);
  await noteChange(trx, { ...about, did: about.aside ? 'put-aside' : 'took-up', version: current.version });
}

/** Takes a case's drafts and their versions away: for erasure, when a letter's words may not be kept. */
export async function removeDrafts(trx: Trx, letters: readonly LetterId[]): Promise<void> {
  if (letters.length === 0) return;
  await sql`
    delete from letter_draft where landlord_id = ${trx.landlordId} and letter_id = any (${letters}::uuid[])`.execute(
    trx,
  );
}

export async function lockDraft(trx: Trx, letter: LetterId): Promise<LetterDraft | null> {
  const found = await sql<LetterDraft>`${draftRow}
    where d.landlord_id = ${trx.landlordId} and d.letter_id = ${letter} for no key update of d`.execute(trx);
  return found.rows[0] ?? null;
}

export async function wasSent(trx: Trx, letter: LetterId): Promise<boolean> {
  const found = await sql<{ state: string }>`
    select state from letter_sending
    where landlord_id = ${trx.landlordId} and letter_id = ${letter} order by seq desc limit 1`.execute(trx);
  // One that did not arrive is open again.
  return found.rows[0] !== undefined && !['failed', 'unsure', 'returned', 'stopped'].includes(found.rows[0].state);
}

export async function noteChange(
  trx: Trx,
  change: By & {
    readonly letter: LetterId;
    readonly did: DraftChange['did'];
    readonly version: number;
    readonly matter?: Matter;
    readonly edits?: Edits;
    readonly note?: string;
  },
): Promise<void> {
  const { letter, did, version, matter, edits, by, now } = change;
  await sql`
    insert into letter_draft_change (landlord_id, letter_id, at, by_staff_id, did, version, matter, edits, note)
    values (${trx.landlordId}, ${letter}, ${now.toISOString()}, ${by}, ${did}, ${version},
      ${matter === undefined ? null : JSON.stringify(matter)},
      ${edits === undefined ? null : JSON.stringify(wellFormed(edits))}, ${change.note ?? null})`.execute(trx);
}

/** PostgreSQL's jsonb holds neither NUL nor half a surrogate pair. */
function wellFormed(edits: Edits): Edits {
  const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');
  return Object.fromEntries(
    Object.entries(edits).map(([place, e]) => [clean(place), { text: clean(e.text), was: clean(e.was) }]),
  );
}

function sameJson(a: unknown, b: unknown): boolean {
  const sorted = (v: unknown): unknown =>
    v !== null && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(
          Object.entries(v)
            .sort(([x], [y]) => (x < y ? -1 : 1))
            .map(([k, x]) => [k, sorted(x)]),
        )
      : v;
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}
