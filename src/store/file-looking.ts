/** The work of looking at files, as rows: which is next, what was found, which were never asked for. */
import { sql } from 'kysely';
import type { CaseId, File } from '../facts/happened.js';
import { binary } from './chain.js';
import { type Database, inLandlord, type LandlordId, type Trx } from './database.js';
import type { FileLook, NoPreviewBecause, ScanBecause, ScanState } from './file-scans.js';

export interface ToLookAt {
  readonly content: string;
  readonly size: number;
  readonly type: string;
  readonly name: string;
  readonly scan: Exclude<ScanState, 'ours'>;
  /** How often it was begun, this time counted. */
  readonly attempts: number;
}

/** While one worker looks at a file, no other takes it; whoever dies over it lets go after this time. */
const heldFor = '4 minutes';

/** Takes the next file that waits, in the order in which they came; null when none does. Committed before the work. */
export async function takeNext(db: Database, landlordId: LandlordId, now: Date): Promise<ToLookAt | null> {
  return inLandlord(db, landlordId, async (trx) => {
    const { rows } = await sql<ToLookAt>`
      with next as (
        select content from file_look
        where landlord_id = ${landlordId} and (scan = 'waiting' or preview = 'waiting') and next_at <= ${now.toISOString()}
          and exists (select 1 from file f where f.landlord_id = ${landlordId} and f.content = file_look.content)
        order by later, next_at, content
        limit 1
        for update skip locked
      )
      update file_look l
      set attempts = attempts + 1, next_at = ${now.toISOString()}::timestamptz + ${heldFor}::interval
      from next, lateral (
        select size, type, name from file f where f.landlord_id = ${landlordId} and f.content = next.content
        order by f.digest limit 1) f
      where l.landlord_id = ${landlordId} and l.content = next.content
      returning encode(l.content, 'hex') as content, f.size, f.type, f.name, l.scan, l.attempts`.execute(trx);
    const [row] = rows;
    return row ?? null;
  });
}

/** No answer of the scanner: later again, and later each time, up to a quarter of an hour. */
export async function waitForScanner(trx: Trx, content: string, attempts: number, now: Date): Promise<void> {
  const seconds = Math.min(900, 20 * 2 ** Math.min(attempts, 10));
  await sql`
    update file_look set scan_because = 'scanner-down', next_at = ${now.toISOString()}::timestamptz + ${`${seconds} seconds`}::interval
    where landlord_id = ${trx.landlordId} and content = decode(${content}, 'hex') and scan = 'waiting'`.execute(trx);
}

/** The process that looked at it was killed from outside: it is taken again at once. */
export async function letGo(trx: Trx, content: string, now: Date): Promise<void> {
  await sql`
    update file_look set next_at = ${now.toISOString()}
    where landlord_id = ${trx.landlordId} and content = decode(${content}, 'hex')`.execute(trx);
}

/** What the scanner said, before anything is opened. */
export async function noteScan(
  trx: Trx,
  content: string,
  scan: Exclude<ScanState, 'ours' | 'waiting'>,
  more: { readonly because?: ScanBecause; readonly found?: string; readonly at: Date },
): Promise<void> {
  const sealed = scan === 'infected';
  await sql`
    update file_look
    set scan = ${scan}, scan_because = ${more.because ?? null}, found = ${more.found ?? null},
      scanned_at = ${scan === 'not-scanned' ? null : more.at.toISOString()},
      preview = case when ${sealed} then 'none' else preview end,
      pictures = case when ${sealed} then 0 else pictures end,
      has_text = has_text and not ${sealed},
      copy_type = case when ${sealed} then null else copy_type end
    where landlord_id = ${trx.landlordId} and content = decode(${content}, 'hex')`.execute(trx);
}

export interface Previewed
  extends Pick<FileLook, 'pictures' | 'hasText' | 'copyType' | 'width' | 'height' | 'pages' | 'takenAt' | 'located'> {
  readonly preview: 'made' | 'none' | 'failed';
  readonly because: NoPreviewBecause | null;
  /** No scanner can have looked through it. */
  readonly sealed: 'encrypted' | 'over-limit' | 'closed-kind' | null;
}

/** What was made of it, once its pieces lie on the disk. */
export async function notePreview(trx: Trx, content: string, made: Previewed): Promise<void> {
  await sql`
    update file_look
    set preview = ${made.preview}, preview_because = ${made.because}, pictures = ${made.pictures},
      has_text = ${made.hasText}, copy_type = ${made.copyType}, width = ${made.width}, height = ${made.height},
      pages = ${made.pages}, taken_at = ${made.takenAt}, located = ${made.located},
      scan = case when ${made.sealed}::text is not null and scan in ('clean', 'not-scanned') then 'cannot' else scan end,
      scan_because = coalesce(${made.sealed}, scan_because)
    where landlord_id = ${trx.landlordId} and content = decode(${content}, 'hex')`.execute(trx);
}

/** The rows that name some bytes, with their cases: who is to be told that they are infected. */
export async function filesWith(
  trx: Trx,
  content: string,
): Promise<readonly { readonly file: File; readonly name: string; readonly caseId: CaseId | null }[]> {
  const { rows } = await sql<{ file: File; name: string; caseId: CaseId | null }>`
    select encode(digest, 'hex') as file, name, case_id as "caseId" from file
    where landlord_id = ${trx.landlordId} and content = decode(${content}, 'hex')
    order by digest`.execute(trx);
  return rows;
}

/** Whether anything waits whose time has come. */
export async function anyWaiting(trx: Trx, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select 1 from file_look
    where landlord_id = ${trx.landlordId} and (scan = 'waiting' or preview = 'waiting') and next_at <= ${now.toISOString()}
    limit 1`.execute(trx);
  return rows.length > 0;
}

/**
 * Files of which nothing is known: of before this was asked of any, or of a backup. What the product made is known by
 * who names it; everything else is to be looked at. And with a scanner, what came without one is scanned now.
 */
export async function findUnlooked(trx: Trx, scanner: boolean): Promise<number> {
  await sql`
    insert into file_made (landlord_id, digest, by_whom)
    select ${trx.landlordId}, f.digest, 'product'
    from file f
    where f.landlord_id = ${trx.landlordId}
      and f.digest in (
        select file from letter_sending where landlord_id = ${trx.landlordId}
        union all select file from publication_file where landlord_id = ${trx.landlordId}
        union all select pdf from report_frozen where landlord_id = ${trx.landlordId}
        union all select docx from report_frozen where landlord_id = ${trx.landlordId}
        union all select decode(body->>'bytes', 'hex') from case_event
          where landlord_id = ${trx.landlordId} and type = 'LetterSent' and body->>'bytes' is not null)
    on conflict do nothing`.execute(trx);
  const asked = await sql<{ n: number }>`
    with asked as (
      insert into file_look (landlord_id, content, later)
      select ${trx.landlordId}::uuid, f.content, bool_and(f.type = 'message/rfc822')
      from file f
      where f.landlord_id = ${trx.landlordId}
        and not exists (select 1 from file_made m where m.landlord_id = f.landlord_id and m.digest = f.digest)
      group by f.content
      on conflict do nothing
      returning 1),
    again as (
      update file_look set scan = 'waiting', scan_because = null, attempts = 0, next_at = now()
      where ${scanner} and landlord_id = ${trx.landlordId} and scan = 'not-scanned'
      returning 1)
    select (select count(*) from asked)::int + (select count(*) from again)::int as n`.execute(trx);
  return asked.rows[0]?.n ?? 0;
}

/** What was known of bytes that no row names any more goes with them. */
export async function forgetLooks(trx: Trx, contents: readonly string[]): Promise<void> {
  if (contents.length === 0) return;
  await sql`
    delete from file_look l
    where l.landlord_id = ${trx.landlordId} and l.content = any (${binary(contents)}::bytea[])
      and not exists (select 1 from file f where f.landlord_id = l.landlord_id and f.content = l.content)`.execute(trx);
}

/** Its previews are not on the disk any more, after a restore of the folder alone: they are made again. */
export async function lookAgain(trx: Trx, content: string): Promise<void> {
  await sql`
    update file_look set preview = 'waiting', attempts = 0, next_at = now()
    where landlord_id = ${trx.landlordId} and content = decode(${content}, 'hex') and preview = 'made'`.execute(trx);
}
