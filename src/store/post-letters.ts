/** The letters that scanned post holds: which wait for somebody, and what became of each. */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { removeFiles } from './documents.js';

export interface PostLetter {
  readonly id: string;
  readonly scan: string;
  readonly pages: readonly number[];
  readonly state: 'waiting' | 'contact' | 'joined' | 'aside';
  readonly receivedOn: Day | null;
  readonly reference: string | null;
  readonly asideBecause: string | null;
}

const columns = sql`
  l.id, l.scan_id as scan, l.pages, l.state, l.received_on as "receivedOn", h.reference,
  l.aside_because as "asideBecause"`;

export async function lettersOfScan(trx: Trx, scan: string): Promise<PostLetter[]> {
  const { rows } = await sql<PostLetter>`
    select ${columns} from post_letter l
    left join case_head h on h.landlord_id = l.landlord_id and h.case_id = l.case_id
    where l.landlord_id = ${trx.landlordId} and l.scan_id = ${scan}
    order by l.pages, l.id`.execute(trx);
  return rows;
}

export async function readPostLetter(trx: Trx, id: string): Promise<PostLetter | null> {
  const { rows } = await sql<PostLetter>`
    select ${columns} from post_letter l
    left join case_head h on h.landlord_id = l.landlord_id and h.case_id = l.case_id
    where l.landlord_id = ${trx.landlordId} and l.id = ${id}`.execute(trx);
  return rows[0] ?? null;
}

export type LetterBecame =
  | { readonly state: 'contact' | 'joined'; readonly caseId: CaseId; readonly receivedOn: Day }
  | { readonly state: 'aside'; readonly because: string };

/**
 * What a person made of a letter, in the transaction that records it. False when somebody had made something of it already.
 * What was recognised of its pages is in the case now, and goes from here.
 */
export async function settlePostLetter(
  trx: Trx,
  id: string,
  became: LetterBecame,
  by: StaffId,
  at: Date,
): Promise<boolean> {
  const joined = became.state === 'aside' ? null : became;
  const { rows } = await sql<{ scan: string; pages: number[] }>`
    update post_letter
    set state = ${became.state}, case_id = ${joined?.caseId ?? null}, received_on = ${joined?.receivedOn ?? null},
      aside_because = ${became.state === 'aside' ? became.because : null}, settled_by = ${by},
      settled_at = ${at.toISOString()}
    where landlord_id = ${trx.landlordId} and id = ${id} and state = 'waiting'
    returning scan_id as scan, pages`.execute(trx);
  const [done] = rows;
  if (done === undefined) return false;
  if (joined !== null)
    await sql`update post_page set text = ''
      where landlord_id = ${trx.landlordId} and scan_id = ${done.scan} and n = any (${done.pages}::integer[])`.execute(
      trx,
    );
  return true;
}

/** Letters that were set aside may be taken up again. */
export async function takeUpAgain(trx: Trx, id: string): Promise<void> {
  await sql`
    update post_letter set state = 'waiting', aside_because = null, settled_by = null, settled_at = null
    where landlord_id = ${trx.landlordId} and id = ${id} and state = 'aside'`.execute(trx);
}

export async function countPostLetters(trx: Trx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from post_letter where landlord_id = ${trx.landlordId} and state = 'waiting')::int
      + (select count(*) from post_scan where landlord_id = ${trx.landlordId} and state = 'unreadable')::int as n`.execute(
    trx,
  );
  return rows[0]?.n ?? 0;
}

/**
 * The scans, whole, out of which a case's letters came, go when the case's words go: every other letter of them has a
 * document of its own. A scan that holds letters which nobody has seen to goes as soon as the last of them is seen to.
 */
export async function forgetPostScans(trx: Trx, caseId: CaseId): Promise<void> {
  await sql`
    update post_scan s set erase_when_done = true
    where s.landlord_id = ${trx.landlordId}
      and s.id in (select scan_id from post_letter where landlord_id = ${trx.landlordId} and case_id = ${caseId})`.execute(
    trx,
  );
  await eraseDone(trx);
}

async function eraseDone(trx: Trx): Promise<void> {
  const { rows } = await sql<{ file: string }>`
    delete from post_scan s
    where s.landlord_id = ${trx.landlordId} and s.erase_when_done
      and not exists (select 1 from post_letter l
        where l.landlord_id = s.landlord_id and l.scan_id = s.id and l.state = 'waiting')
    returning encode(s.file, 'hex') as file`.execute(trx);
  await removeFiles(
    trx,
    rows.map((row) => row.file),
  );
}
