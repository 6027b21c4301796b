/**
 * What may be served of a file. What the product made goes out as it is; what anybody sent is looked at first: scanned
 * for viruses where the installation has a scanner, and made into previews. Until then nothing of it is served, and what
 * is infected never is.
 */
import { sql } from 'kysely';
import type { CaseId, File } from '../facts/happened.js';
import type { LandlordId, Trx } from './database.js';
import { readSetting } from './rules.js';
import { scannerOf } from './scanner.js';

/** 'ours': made by the product, or brought by the demonstration. */
export type ScanState = 'ours' | 'waiting' | 'clean' | 'infected' | 'cannot' | 'not-scanned';

export type ScanBecause = 'scanner-down' | 'encrypted' | 'over-limit' | 'closed-kind' | 'missing';

export type NoPreviewBecause = 'damaged' | 'locked' | 'too-large' | 'too-long' | 'too-many' | 'no-kind' | 'unsafe-kind';

export interface FileLook {
  readonly file: File;
  readonly content: string;
  readonly size: number;
  readonly type: string;
  readonly name: string;
  readonly caseId: CaseId | null;
  readonly state: ScanState;
  readonly because: ScanBecause | null;
  /** What the scanner calls the malware. */
  readonly found: string | null;
  readonly preview: 'waiting' | 'made' | 'none' | 'failed';
  readonly previewBecause: NoPreviewBecause | null;
  readonly pictures: number;
  readonly hasText: boolean;
  readonly copyType: 'image/jpeg' | 'image/png' | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
  /** When the camera says that it was taken, in its own time: '2026-05-01T10:20:30'. */
  readonly takenAt: string | null;
  /** Whether the original says where it was taken. */
  readonly located: boolean;
}

export type Audience = 'staff' | 'resident';

export interface Serving {
  readonly look: FileLook;
  /** How many pictures of it may be shown, numbered from 1. */
  readonly pictures: number;
  readonly text: boolean;
  /** Whether a copy without metadata may be downloaded. */
  readonly copy: boolean;
  /** Whether its own bytes may leave: never shown in a browser, unless the product made them. */
  readonly original: 'free' | 'after-warning' | 'no';
}

/** The name of the landlord's setting by which staff may open what no scanner found clean, after a warning. */
export const originalsSetting = 'originals-after-warning';

interface Row extends Omit<FileLook, 'state'> {
  readonly made: boolean;
  readonly scan: Exclude<ScanState, 'ours'> | null;
}

/**
 * Asks for a file to be looked at. Whatever is kept is asked for as it is kept (store/documents.ts); asking again changes
 * nothing. No job stands in the queue for each: the worker's round finds what waits, so that a flood of mail does not
 * queue up behind one row.
 */
export async function askToLookAt(trx: Trx, file: File | string): Promise<void> {
  await sql`
    insert into file_look (landlord_id, content, later)
    select ${trx.landlordId}, content, type = 'message/rfc822' from file
    where landlord_id = ${trx.landlordId} and digest = decode(${file}, 'hex')
      and not exists (select 1 from file_made m where m.landlord_id = ${trx.landlordId} and m.digest = file.digest)
    on conflict do nothing`.execute(trx);
}

/** Says that the product made a file itself, or that the demonstration brought it: nobody needs to look at it. */
export async function noteMade(
  trx: Trx,
  file: File | string,
  by: 'product' | 'demonstration' = 'product',
): Promise<void> {
  await sql`
    insert into file_made (landlord_id, digest, by_whom) values (${trx.landlordId}, decode(${file}, 'hex'), ${by})
    on conflict do nothing`.execute(trx);
}

/** What is known of a file; null when there is no such file. */
export async function scanStateOf(trx: Trx, file: File | string): Promise<FileLook | null> {
  return (await looksAt(trx, [file])).get(file as File) ?? null;
}

/** What is known of several files, by their digests. */
export async function looksAt(trx: Trx, files: readonly (File | string)[]): Promise<ReadonlyMap<File, FileLook>> {
  if (files.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select encode(f.digest, 'hex') as file, encode(f.content, 'hex') as content, f.size, f.type, f.name,
      f.case_id as "caseId", m.digest is not null as made, l.scan, l.scan_because as because, l.found,
      coalesce(l.preview, 'waiting') as preview, l.preview_because as "previewBecause",
      coalesce(l.pictures, 0) as pictures, coalesce(l.has_text, false) as "hasText", l.copy_type as "copyType",
      l.width, l.height, l.pages, l.taken_at as "takenAt", coalesce(l.located, false) as located
    from file f
    left join file_made m on m.landlord_id = f.landlord_id and m.digest = f.digest
    left join file_look l on l.landlord_id = f.landlord_id and l.content = f.content
    where f.landlord_id = ${trx.landlordId}
      and f.digest in (select decode(d, 'hex') from unnest(${[...files]}::text[]) d)`.execute(trx);
  const scanner = scannerOf() !== null;
  return new Map(
    rows.map(({ made, scan, ...row }) => [
      row.file,
      { ...row, state: stateOf(made, scan, scanner) } satisfies FileLook,
    ]),
  );
}

function stateOf(made: boolean, scan: Row['scan'], scanner: boolean): ScanState {
  if (made) return 'ours';
  // A scanner that was set after the file came: it is scanned before anything more of it is served.
  if (scan === null || (scan === 'not-scanned' && scanner)) return 'waiting';
  return scan;
}

/** What may be served of a file to whom; null when there is no such file. Whether they may see the case is the caller's. */
export async function serveable(trx: Trx, file: File | string, who: Audience): Promise<Serving | null> {
  return (await serveables(trx, [file], who)).get(file as File) ?? null;
}

/** The same of several files, by their digests. */
export async function serveables(
  trx: Trx,
  files: readonly (File | string)[],
  who: Audience,
): Promise<ReadonlyMap<File, Serving>> {
  const looks = await looksAt(trx, files);
  const opened = who === 'staff' && (await readSetting<boolean>(trx, originalsSetting)) === true;
  return new Map([...looks].map(([file, look]) => [file, servingOf(look, who, opened)]));
}

/** The rule by itself. `opened`: the landlord lets staff open an original after a warning. */
export function servingOf(look: FileLook, who: Audience, opened: boolean): Serving {
  const nothing: Serving = { look, pictures: 0, text: false, copy: false, original: 'no' };
  const shown = look.preview === 'made';
  const previews: Serving = {
    ...nothing,
    pictures: shown ? look.pictures : 0,
    text: shown && look.hasText,
    copy: shown && look.copyType !== null && who === 'staff',
  };
  const warned = opened && who === 'staff' ? 'after-warning' : 'no';
  // Until it has been opened once, nobody knows what it says of itself, or whether a scanner can have seen into it.
  if (look.state !== 'ours' && look.preview === 'waiting') return nothing;
  switch (look.state) {
    case 'ours':
      return { ...nothing, original: 'free' };
    case 'waiting':
    case 'infected':
      return nothing;
    case 'clean':
      return { ...previews, original: who === 'staff' ? cleanOriginal(look, warned) : 'no' };
    case 'cannot':
    case 'not-scanned':
      return { ...previews, original: warned };
    default:
      return look.state satisfies never;
  }
}

/** What was taken says where and by what. The copy of a picture does not; where there is none, only a warning helps. */
function cleanOriginal(look: FileLook, warned: 'after-warning' | 'no'): Serving['original'] {
  if (!/^(image|video|audio)\//.test(look.type)) return 'free';
  return look.copyType === null ? 'after-warning' : warned;
}

/** That somebody opened a file that no scanner found clean, or a picture with all that it says of itself, after a warning. */
export async function recordWarned(
  trx: Trx,
  warned: { readonly file: File | string; readonly scan: ScanState; readonly staff: string },
): Promise<void> {
  await sql`
    insert into file_warning (landlord_id, digest, scan, staff_id)
    values (${trx.landlordId}, decode(${warned.file}, 'hex'), ${warned.scan}, ${warned.staff})`.execute(trx);
}

/** The folder of what was made from some bytes, below the folder of all landlords' files. */
export function previewFolder(landlordId: LandlordId | string, content: string): string {
  return `${landlordId}/previews/${content.slice(0, 2)}/${content}`;
}
