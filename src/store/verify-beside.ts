/** What stands beside the history: words and files, against the digests that the entries hold. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { sql } from 'kysely';
import { binary, mentionsIn, noMentions } from './chain.js';
import type { Trx } from './database.js';
import { fileDigest, pathOf } from './documents.js';
import { codeOf } from './stop.js';
import { type Findings, inSteps, type Mentioned } from './verify-findings.js';

const rowsAtOnce = 2_000;

/** What any case's history says was erased on purpose: words can be mentioned by more than one case. */
export async function erasedIn(trx: Trx): Promise<Set<string>> {
  const found = await sql<{ body: unknown }>`
    select body from case_event where landlord_id = ${trx.landlordId} and type = 'WordsErased'`.execute(trx);
  const mentions = noMentions();
  for (const { body } of found.rows) mentionsIn('WordsErased', body, mentions);
  return mentions.erased;
}

/** Words that are not among their own case's: another case's, erased on purpose, or gone. */
export async function checkMissingWords(trx: Trx, missing: readonly Mentioned[], findings: Findings): Promise<void> {
  const unknown = missing.filter(({ digest }) => !findings.erased.has(digest));
  if (unknown.length === 0) return;
  const found = await sql<{ digest: string }>`
    select encode(digest, 'hex') as digest from words
    where landlord_id = ${trx.landlordId}
      and digest = any (${binary(unknown.map((m) => m.digest))}::bytea[])`.execute(trx);
  const elsewhere = new Set(found.rows.map((row) => row.digest));
  for (const { ref, seq, digest } of unknown) {
    if (!elsewhere.has(digest))
      findings.broken.push({ ref, seq, why: 'its words are gone, and nothing says that they were erased' });
  }
}

export async function checkMentionedFiles(
  trx: Trx,
  mentioned: readonly Mentioned[],
  findings: Findings,
): Promise<void> {
  for (const { ref, seq, digest } of mentioned)
    if (!findings.mentionedIn.has(digest)) findings.mentionedIn.set(digest, { ref, seq });
  const unknown = mentioned.filter(({ digest }) => !findings.erased.has(digest));
  if (unknown.length === 0) return;
  const found = await sql<{ digest: string }>`
    select encode(digest, 'hex') as digest from file
    where landlord_id = ${trx.landlordId}
      and digest = any (${binary(unknown.map((m) => m.digest))}::bytea[])`.execute(trx);
  const there = new Set(found.rows.map((row) => row.digest));
  for (const { ref, seq, digest } of unknown) {
    if (!there.has(digest))
      findings.broken.push({ ref, seq, why: 'its file is gone, and nothing says that it was erased' });
  }
}

/** Words and files that lie in a case that does not exist. */
export async function checkUnmentioned(trx: Trx, findings: Findings): Promise<void> {
  const found = await sql<{ case_id: string; what: string }>`
    select distinct w.case_id, 'words' as what from words w
    where w.landlord_id = ${trx.landlordId}
      and not exists (select 1 from case_head h where h.landlord_id = w.landlord_id and h.case_id = w.case_id)
    union
    select distinct f.case_id, 'files' from file f
    where f.landlord_id = ${trx.landlordId} and f.case_id is not null
      and not exists (select 1 from case_head h where h.landlord_id = f.landlord_id and h.case_id = f.case_id)`.execute(
    trx,
  );
  for (const { case_id, what } of found.rows) {
    findings.broken.push({ ref: case_id, seq: null, why: `there are ${what} of a case that does not exist` });
  }
}

export async function checkFiles(trx: Trx, files: string, findings: Findings): Promise<void> {
  interface FileRow {
    id: string;
    case_id: string | null;
    salt: Buffer;
    content: string;
    size: number;
    type: string;
    name: string;
  }
  // The same bytes are read once, whichever rows name them; their size is what the row says of them.
  const read = new Map<string, string>();
  await inSteps<FileRow>(
    trx,
    (after) => sql`
      select encode(digest, 'hex') as id, case_id, salt, encode(content, 'hex') as content, size, type, name
      from file
      where landlord_id = ${trx.landlordId} and digest > decode(${after ?? ''}, 'hex')
      order by digest limit ${rowsAtOnce}`,
    async (rows) => {
      for (const row of rows) {
        const ref = row.case_id === null ? 'no case yet' : (findings.references.get(row.case_id) ?? row.case_id);
        const place = findings.mentionedIn.get(row.id) ?? { ref, seq: null };
        const wrong = (why: string) => findings.broken.push({ ...place, why });
        if (fileDigest(row.salt, row) !== row.id) wrong('what is known of one of its files was altered');
        let state = read.get(row.content);
        if (state === undefined) {
          state = await readState(pathOf(files, trx.landlordId, row.content), row.content);
          read.set(row.content, state);
        }
        if (state === 'gone') wrong('the bytes of one of its files are gone from the disk');
        if (state === 'unreadable') wrong('the bytes of one of its files can’t be read from the disk');
        if (state === 'altered') wrong('the bytes of one of its files were altered on the disk');
      }
    },
  );
}

async function readState(path: string, content: string): Promise<'there' | 'gone' | 'altered' | 'unreadable'> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'gone';
    if (code !== undefined) return 'unreadable';
    throw error;
  }
  return hash.digest('hex') === content ? 'there' : 'altered';
}
