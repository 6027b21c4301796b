/**
 * Documents: bytes in the landlord's folder under their own sha256, once for every row that names them; in the table a
 * salted digest, which the history holds. Erasing takes row and salt, and the bytes when no other row names them.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { sql } from 'kysely';
import type { CaseId, File } from '../facts/happened.js';
import { binary, canonical } from './chain.js';
import { type Database, inLandlord, type LandlordId, type Trx } from './database.js';
import { forgetLooks } from './file-looking.js';
import { askToLookAt, noteMade, previewFolder } from './file-scans.js';
import { codeOf } from './stop.js';

/** Bytes that lie in the landlord's folder and that no row names yet. */
export interface Stored {
  /** Hex sha256 of the bytes. */
  readonly content: string;
  readonly size: number;
  /** By what the bytes are, not by what the sender calls them. */
  readonly type: string;
  readonly name: string;
}

export type Receiving =
  | { readonly ok: true; readonly stored: Stored }
  | { readonly ok: false; readonly why: 'too-large' | 'empty' };

export const largestFileUnlessSet = 50 * 1024 * 1024;

const headLength = 4_100;

/** The path of some bytes below the folder of all landlords' files. */
export function pathOf(files: string, landlordId: string, content: string): string {
  return join(files, landlordId, content.slice(0, 2), content);
}

/**
 * Streams bytes to the landlord's folder, hashing as they pass, and brings them to the disk before it answers. What is
 * larger than the limit is thrown away as soon as that shows.
 */
export async function receiveFile(
  files: string,
  landlordId: LandlordId,
  source: Readable | Uint8Array,
  about: { readonly name: string; readonly largest?: number },
): Promise<Receiving> {
  const folder = join(files, landlordId, 'arriving');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const arriving = join(folder, randomUUID());
  const hash = createHash('sha256');
  const heads: Buffer[] = [];
  let headed = 0;
  let size = 0;
  const largest = about.largest ?? largestFileUnlessSet;
  const handle = await open(arriving, 'wx', 0o600);
  try {
    for await (const piece of source instanceof Uint8Array ? [source] : source) {
      const bytes = Buffer.from(piece as Uint8Array);
      size += bytes.length;
      if (size > largest) return { ok: false, why: 'too-large' };
      hash.update(bytes);
      if (headed < headLength) {
        heads.push(bytes.subarray(0, headLength - headed));
        headed += bytes.length;
      }
      await handle.writeFile(bytes);
    }
    if (size === 0) return { ok: false, why: 'empty' };
    await handle.sync();
    const content = hash.digest('hex');
    const place = pathOf(files, landlordId, content);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await rename(arriving, place);
    await syncFolder(dirname(place));
    return {
      ok: true,
      stored: { content, size, type: await typeOf(Buffer.concat(heads), about.name), name: tidyName(about.name) },
    };
  } finally {
    await handle.close();
    await rm(arriving, { force: true });
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    // Some file systems know no such thing for a folder.
    if (codeOf(error) !== 'EINVAL') throw error;
  } finally {
    await folder.close();
  }
}

const textTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  eml: 'message/rfc822',
  ics: 'text/calendar',
};

async function typeOf(head: Buffer, name: string): Promise<string> {
  const found = await fileTypeFromBuffer(head);
  if (found !== undefined) return found.mime;
  if (head.includes(0)) return 'application/octet-stream';
  // Text has no marks of its own. A page or a drawing could carry a script, so neither is ever served as what it is.
  return textTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'text/plain';
}

/** A name without folders, control characters or marks that turn text around. */
function tidyName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const tidy = last
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(-200)
    // Last: the cut may have gone through a character.
    .toWellFormed();
  return tidy === '' ? 'document' : tidy;
}

/** The digest that the history holds of a file: of its salt, and of its bytes' own digest, name, size and type. */
export function fileDigest(salt: Buffer, stored: Stored): File {
  const { content, name, size, type } = stored;
  return createHash('sha256').update(salt).update(canonical({ content, name, size, type })).digest('hex') as File;
}

/**
 * Puts a row to stored bytes. The case's entry names the digest in the same transaction, or in a later one. Whoever sent
 * them is a stranger: they wait to be looked at, and nothing of them is served until then (store/file-scans.ts). What the
 * product made itself (a letter, a report) nobody needs to look at.
 */
export async function keepFile(trx: Trx, files: string, stored: Stored, by?: 'ours'): Promise<File> {
  await lockContent(trx, stored.content);
  await access(pathOf(files, trx.landlordId, stored.content));
  const salt = randomBytes(16);
  const digest = fileDigest(salt, stored);
  await sql`
    insert into file (landlord_id, digest, salt, content, size, type, name)
    values (${trx.landlordId}, decode(${digest}, 'hex'), ${salt}, decode(${stored.content}, 'hex'),
      ${stored.size}, ${stored.type}, ${stored.name})`.execute(trx);
  await (by === 'ours' ? noteMade(trx, digest) : askToLookAt(trx, digest));
  await sql`
    delete from file_to_remove
    where landlord_id = ${trx.landlordId} and content = decode(${stored.content}, 'hex')`.execute(trx);
  return digest;
}

/** Whoever names, or takes away, the same bytes of the same landlord waits for the other. */
export async function lockContent(trx: Trx, content: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${trx.landlordId} ${content}`}, 0))`.execute(trx);
}

export interface DocumentFound extends Stored {
  readonly file: File;
  readonly caseId: CaseId | null;
}

export async function findFile(trx: Trx, file: string): Promise<DocumentFound | null> {
  const found = await sql<DocumentFound>`
    select encode(digest, 'hex') as file, encode(content, 'hex') as content, size, type, name, case_id as "caseId"
    from file
    where landlord_id = ${trx.landlordId} and digest = decode(${file}, 'hex')`.execute(trx);
  return found.rows[0] ?? null;
}

/** The bytes of a document, as a stream. */
export function readFileBytes(files: string, landlordId: string, content: string): Readable {
  return createReadStream(pathOf(files, landlordId, content));
}

/** Bytes that were received and that nothing will name: swept unless a row names the same. */
export async function forgetBytes(trx: Trx, content: string): Promise<void> {
  await sql`
    insert into file_to_remove (landlord_id, content) values (${trx.landlordId}, decode(${content}, 'hex'))
    on conflict do nothing`.execute(trx);
}

/** Takes files' rows and salts away for good. Their WordsErased entry is the caller's, in the same transaction. */
export async function removeFiles(trx: Trx, digests: readonly string[]): Promise<number> {
  if (digests.length === 0) return 0;
  const gone = await sql<{ content: string }>`
    delete from file
    where landlord_id = ${trx.landlordId}
      and digest = any (${binary(digests)}::bytea[])
    returning encode(content, 'hex') as content`.execute(trx);
  const contents = new Set(gone.rows.map((row) => row.content));
  await forgetLooks(trx, [...contents]);
  for (const content of contents) {
    await sql`
      insert into file_to_remove (landlord_id, content) values (${trx.landlordId}, decode(${content}, 'hex'))
      on conflict do nothing`.execute(trx);
  }
  return gone.rows.length;
}

/**
 * Takes from the disk the bytes that no row names any more. It runs after the erasing transaction, since a file that is
 * gone cannot be rolled back.
 */
export async function sweepFiles(db: Database, files: string, landlordId: LandlordId): Promise<number> {
  return inLandlord(db, landlordId, async (trx) => {
    const found = await sql<{ content: string }>`
      select encode(content, 'hex') as content from file_to_remove where landlord_id = ${landlordId} order by content`.execute(
      trx,
    );
    let swept = 0;
    for (const { content } of found.rows) {
      await lockContent(trx, content);
      const named = await sql`
        select 1 from file where landlord_id = ${landlordId} and content = decode(${content}, 'hex') limit 1`.execute(
        trx,
      );
      if (named.rows.length === 0) {
        await rm(pathOf(files, landlordId, content), { force: true });
        for (const made of ['', '.new', '.post'])
          await rm(join(files, previewFolder(landlordId, content) + made), { recursive: true, force: true });
        swept += 1;
      }
      await sql`
        delete from file_to_remove
        where landlord_id = ${landlordId} and content = decode(${content}, 'hex')`.execute(trx);
    }
    return swept;
  });
}

/** Whether the bytes are on the disk, in full. */
export async function sizeOnDisk(files: string, landlordId: string, content: string): Promise<number | null> {
  try {
    return (await stat(pathOf(files, landlordId, content))).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
