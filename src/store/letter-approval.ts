/** Approval of a letter by a second person, of the words that they have read: a change undoes it. */
import { sql } from 'kysely';
import type { CaseId, LetterId, LetterKind } from '../facts/happened.js';
import type { Trx } from './database.js';
import { type By, lockDraft, noteChange, wasSent } from './letters.js';
import { notAmong } from './staff-concerned.js';

export type Approved = { readonly ok: true } | { readonly ok: false; readonly words: string };

/** Asks for a second person; also anew, when the case has changed under a letter that was approved. */
export async function askApproval(
  trx: Trx,
  about: By & { readonly letter: LetterId; readonly expectedVersion: number },
): Promise<Approved> {
  const ready = await atVersion(trx, about);
  if (!ready.ok) return ready;
  await sql`
    update letter_draft set approval_asked_by = ${about.by}, approval_asked_at = ${about.now.toISOString()},
      approved_by = null, approved_at = null
    where landlord_id = ${trx.landlordId} and letter_id = ${about.letter}`.execute(trx);
  await noteChange(trx, { ...about, did: 'asked', version: about.expectedVersion });
  return { ok: true };
}

/** Whoever wrote any of it can't approve it. The entry in the history (`mayApprove`) is the caller's, in the same transaction. */
export async function approveDraft(
  trx: Trx,
  about: By & { readonly letter: LetterId; readonly expectedVersion: number },
): Promise<Approved> {
  const ready = await atVersion(trx, about);
  if (!ready.ok) return ready;
  const wrote = await sql`
    select 1 from letter_draft_change
    where landlord_id = ${trx.landlordId} and letter_id = ${about.letter} and by_staff_id = ${about.by}
      and did in ('began', 'wrote') limit 1`.execute(trx);
  if (wrote.rows.length > 0) {
    return { ok: false, words: 'You wrote in this letter. Ask someone else to approve it.' };
  }
  await sql`
    update letter_draft set approved_by = ${about.by}, approved_at = ${about.now.toISOString()}
    where landlord_id = ${trx.landlordId} and letter_id = ${about.letter}`.execute(trx);
  await noteChange(trx, { ...about, did: 'approved', version: about.expectedVersion });
  return { ok: true };
}

/** Not approved: back to its writer, with the reason. */
export async function sendDraftBack(
  trx: Trx,
  about: By & { readonly letter: LetterId; readonly expectedVersion: number; readonly why: string },
): Promise<Approved> {
  const ready = await atVersion(trx, about);
  if (!ready.ok) return ready;
  await sql`
    update letter_draft set approval_asked_by = null, approval_asked_at = null, approved_by = null, approved_at = null
    where landlord_id = ${trx.landlordId} and letter_id = ${about.letter}`.execute(trx);
  await noteChange(trx, { ...about, did: 'sent-back', version: about.expectedVersion, note: about.why });
  return { ok: true };
}

/** Letters that wait for a second person, the oldest first; not those of cases that are hidden from who looks. */
export async function waitingForApproval(
  trx: Trx,
  hidden: readonly CaseId[] = [],
): Promise<
  { letter: LetterId; caseId: CaseId; reference: string; kind: LetterKind; askedBy: string; askedAt: string }[]
> {
  const found = await sql<{
    letter: LetterId;
    caseId: CaseId;
    reference: string;
    kind: LetterKind;
    askedBy: string;
    askedAt: string;
  }>`
    select d.letter_id as letter, d.case_id as "caseId", h.reference, d.kind, s.name as "askedBy",
      d.approval_asked_at as "askedAt"
    from letter_draft d
    join case_head h on h.landlord_id = d.landlord_id and h.case_id = d.case_id
    join staff s on s.landlord_id = d.landlord_id and s.id = d.approval_asked_by
    where d.landlord_id = ${trx.landlordId} and d.approval_asked_at is not null and d.approved_at is null
      and d.put_aside_at is null and ${notAmong('d.case_id', hidden)}
    order by d.approval_asked_at`.execute(trx);
  return found.rows;
}

async function atVersion(
  trx: Trx,
  about: { readonly letter: LetterId; readonly expectedVersion: number },
): Promise<Approved> {
  const current = await lockDraft(trx, about.letter);
  if (current === null) return { ok: false, words: 'There is no such letter.' };
  if (await wasSent(trx, about.letter)) return { ok: false, words: 'This letter has been sent.' };
  if (current.version !== about.expectedVersion) {
    return { ok: false, words: `${current.savedByName} has changed this letter since you opened it. Read it again.` };
  }
  return { ok: true };
}
