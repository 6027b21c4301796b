/** Scanned post: each document as it came, its pages as they were read, and the letters that they make. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import { type Database, inLandlord, type LandlordId, type Trx } from './database.js';
import type { ScanState } from './file-scans.js';

export type ScanTrouble =
  | 'not-a-pdf'
  | 'damaged'
  | 'locked'
  | 'too-many'
  | 'too-long'
  | 'too-large'
  | 'infected'
  | 'not-scannable';

export interface PostScan {
  readonly id: string;
  readonly file: string;
  readonly content: string;
  readonly name: string;
  readonly cameBy: 'folder' | 'upload';
  readonly cameAt: string;
  readonly scannedOn: Day;
  readonly state: 'waiting' | 'to-split' | 'split' | 'unreadable';
  readonly trouble: ScanTrouble | null;
  readonly pages: number | null;
  readonly pagesRead: number;
  /** Letters of it that nobody has seen to. */
  readonly lettersWaiting: number;
  readonly letters: number;
}

const columns = sql`
  s.id, encode(s.file, 'hex') as file, encode(s.content, 'hex') as content,
  coalesce((select name from file f where f.landlord_id = s.landlord_id and f.digest = s.file), 'Erased') as name,
  s.came_by as "cameBy", s.came_at as "cameAt", s.scanned_on as "scannedOn", s.state, s.trouble, s.pages,
  s.pages_read as "pagesRead",
  (select count(*)::int from post_letter l where l.landlord_id = s.landlord_id and l.scan_id = s.id
    and l.state = 'waiting') as "lettersWaiting",
  (select count(*)::int from post_letter l where l.landlord_id = s.landlord_id and l.scan_id = s.id) as letters`;

/** Keeps a scan that came. The same bytes again are the same scan: its id, and that it is no new one. */
export async function keepScan(
  trx: Trx,
  scan: Pick<PostScan, 'file' | 'content' | 'cameBy' | 'scannedOn'> & {
    readonly by: StaffId | null;
    readonly at: Date;
  },
): Promise<{ readonly id: string; readonly fresh: boolean }> {
  const made = await sql<{ id: string }>`
    insert into post_scan (landlord_id, id, file, content, came_by, uploaded_by, came_at, scanned_on)
    values (${trx.landlordId}, ${randomUUID()}, decode(${scan.file}, 'hex'), decode(${scan.content}, 'hex'),
      ${scan.cameBy}, ${scan.by}, ${scan.at.toISOString()}, ${scan.scannedOn})
    on conflict (landlord_id, content) do nothing
    returning id`.execute(trx);
  const [fresh] = made.rows;
  if (fresh !== undefined) return { id: fresh.id, fresh: true };
  const known = await scanWith(trx, scan.content);
  if (known === null) throw new Error('a scan was neither kept nor known');
  return { id: known, fresh: false };
}

/** The scan that has these bytes; null when none has. */
export async function scanWith(trx: Trx, content: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from post_scan where landlord_id = ${trx.landlordId} and content = decode(${content}, 'hex')`.execute(
    trx,
  );
  return rows[0]?.id ?? null;
}

/** What is still to be seen to, and a few of the last that were. */
export async function listScans(trx: Trx, most = 100): Promise<PostScan[]> {
  const { rows } = await sql<PostScan>`
    select * from (select ${columns} from post_scan s where s.landlord_id = ${trx.landlordId}) x
    order by (x.state in ('waiting', 'to-split', 'unreadable') or x."lettersWaiting" > 0) desc, x."cameAt" desc, x.id
    limit ${most}`.execute(trx);
  return rows;
}

export async function readPostScan(trx: Trx, id: string): Promise<PostScan | null> {
  const { rows } = await sql<PostScan>`
    select ${columns} from post_scan s where s.landlord_id = ${trx.landlordId} and s.id = ${id}`.execute(trx);
  return rows[0] ?? null;
}

export interface ScanToRead extends PostScan {
  /** What the virus scan says of it. */
  readonly scan: Exclude<ScanState, 'ours'>;
  readonly type: string;
  readonly attempts: number;
}

/** Takes the next scan to be read, where it stopped. Null when none waits, or what waits is still scanned for viruses. */
export async function takeScan(db: Database, landlordId: LandlordId, now: Date): Promise<ScanToRead | null> {
  return inLandlord(db, landlordId, async (trx) => {
    const { rows } = await sql<{ id: string; scan: ScanToRead['scan']; type: string; attempts: number }>`
      with next as (
        select s.id, l.scan, f.type from post_scan s
        join file f on f.landlord_id = s.landlord_id and f.digest = s.file
        join file_look l on l.landlord_id = s.landlord_id and l.content = s.content
        where s.landlord_id = ${landlordId} and s.state = 'waiting' and s.next_at <= ${now.toISOString()}
          and l.scan <> 'waiting'
        order by s.came_at, s.id
        limit 1
        for update of s skip locked
      )
      update post_scan s
      set attempts = s.attempts + 1, next_at = ${now.toISOString()}::timestamptz + interval '5 minutes'
      from next where s.landlord_id = ${landlordId} and s.id = next.id
      returning s.id, next.scan, next.type, s.attempts`.execute(trx);
    const [row] = rows;
    const scan = row === undefined ? null : await readPostScan(trx, row.id);
    return row === undefined || scan === null ? null : { ...scan, ...row };
  });
}

export async function anyScanWaiting(trx: Trx, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select 1 from post_scan s join file_look l on l.landlord_id = s.landlord_id and l.content = s.content
    where s.landlord_id = ${trx.landlordId} and s.state = 'waiting' and s.next_at <= ${now.toISOString()}
      and l.scan <> 'waiting' limit 1`.execute(trx);
  return rows.length > 0;
}

export interface PageRead {
  readonly n: number;
  readonly text: string;
  readonly reference: string | null;
  readonly foundBy: 'barcode' | 'text' | null;
  readonly separator: boolean;
  readonly blank: boolean;
}

/** A page that was read. The count goes with it, so that reading goes on behind it. */
export async function notePage(trx: Trx, scan: string, pages: number, page: PageRead): Promise<void> {
  await sql`
    insert into post_page (landlord_id, scan_id, n, text, reference, found_by, separator, blank)
    values (${trx.landlordId}, ${scan}, ${page.n}, ${page.text}, ${page.reference}, ${page.foundBy}, ${page.separator},
      ${page.blank})
    on conflict (landlord_id, scan_id, n) do nothing`.execute(trx);
  await sql`
    update post_scan set pages = ${pages}, pages_read = greatest(pages_read, ${page.n}), attempts = 1
    where landlord_id = ${trx.landlordId} and id = ${scan}`.execute(trx);
}

export async function pagesOfScan(trx: Trx, scan: string): Promise<PageRead[]> {
  const { rows } = await sql<PageRead>`
    select n, text, reference, found_by as "foundBy", separator, blank from post_page
    where landlord_id = ${trx.landlordId} and scan_id = ${scan} order by n`.execute(trx);
  return rows;
}

/** It is read: its letters as they seem to be. Or it can't be. */
export async function settleScan(
  trx: Trx,
  scan: string,
  how:
    | { readonly letters: readonly (readonly number[])[] }
    | { readonly trouble: ScanTrouble }
    | { readonly again: Date },
): Promise<void> {
  if ('again' in how) {
    await sql`update post_scan set next_at = ${how.again.toISOString()}
      where landlord_id = ${trx.landlordId} and id = ${scan}`.execute(trx);
    return;
  }
  const trouble = 'trouble' in how ? how.trouble : null;
  await sql`
    update post_scan set state = ${trouble === null ? 'split' : 'unreadable'}, trouble = ${trouble}
    where landlord_id = ${trx.landlordId} and id = ${scan}`.execute(trx);
  const before =
    await sql`select 1 from post_letter where landlord_id = ${trx.landlordId} and scan_id = ${scan} limit 1`.execute(
      trx,
    );
  if ('letters' in how && before.rows.length === 0) await splitScan(trx, scan, how.letters);
}

/** The pictures of its pages are not on the disk any more, as after a restore: it is read again, its letters as they are. */
export async function readAgain(trx: Trx, scan: string): Promise<void> {
  await sql`
    update post_scan set state = 'waiting', pages_read = 0, attempts = 0, next_at = now()
    where landlord_id = ${trx.landlordId} and id = ${scan} and state = 'split'`.execute(trx);
}

/** The pages of each letter, chosen anew. False when one of them has become something already. */
export async function splitScan(trx: Trx, scan: string, letters: readonly (readonly number[])[]): Promise<boolean> {
  const done = await sql`
    select 1 from post_letter where landlord_id = ${trx.landlordId} and scan_id = ${scan} and state <> 'waiting'
    limit 1`.execute(trx);
  if (done.rows.length > 0) return false;
  await sql`delete from post_letter where landlord_id = ${trx.landlordId} and scan_id = ${scan}`.execute(trx);
  for (const pages of letters) {
    await sql`insert into post_letter (landlord_id, id, scan_id, pages)
      values (${trx.landlordId}, ${randomUUID()}, ${scan}, ${[...pages]}::integer[])`.execute(trx);
  }
  return true;
}
