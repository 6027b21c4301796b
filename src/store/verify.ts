/**
 * Whether the history holds: every chain against its head, heads against the anchors, words and files against their
 * digests. It reads one picture of the database, in steps, and never everything at once.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type RawBuilder, sql } from 'kysely';
import { anchorDigest, firstAnchorPrev } from './anchors.js';
import { binary, genesis, hashOf, mentionsIn, noMentions } from './chain.js';
import { type Database, enterLandlord, inLandlord, type LandlordId, type Trx } from './database.js';
import { fileDigest, pathOf } from './documents.js';
import { listLandlords } from './landlords.js';
import { codeOf } from './stop.js';
import { isoInstant } from './today.js';
import { wordsDigest } from './words.js';

export interface Broken {
  /** The case's reference, or its id where the reference is what is missing; the landlord's name for an anchor. */
  readonly ref: string;
  readonly seq: number | null;
  readonly why: string;
}

export interface Verified {
  readonly cases: number;
  readonly events: number;
  readonly broken: readonly Broken[];
}

export interface VerifyRequest {
  /** The folder of all landlords' files. */
  readonly files: string;
  /** All of them unless said. */
  readonly landlordId?: LandlordId;
}

const casesAtOnce = 250;
const rowsAtOnce = 2_000;

export async function verify(db: Database, request: VerifyRequest): Promise<Verified> {
  const anyone = request.landlordId ?? '00000000-0000-0000-0000-000000000000';
  return inLandlord(db, anyone, (trx) => verifyWithin(trx, request), {
    snapshot: true,
    readOnly: true,
    statementTimeoutMs: 0,
  });
}

/** The same in a transaction that the caller holds. */
export async function verifyWithin(trx: Trx, request: VerifyRequest): Promise<Verified> {
  const total = { cases: 0, events: 0, broken: [] as Broken[] };
  for (const landlord of await listLandlords(trx)) {
    if (request.landlordId !== undefined && landlord.id !== request.landlordId) continue;
    const found = await verifyLandlord(await enterLandlord(trx, landlord.id), landlord.name, request.files);
    total.cases += found.cases;
    total.events += found.events;
    total.broken.push(...found.broken);
  }
  return total;
}

interface Findings {
  cases: number;
  events: number;
  readonly broken: Broken[];
  /** References by case, for what is found wrong about words and files. */
  readonly references: Map<string, string>;
  /** Which cases' entries mention a digest: for words and files that nobody mentions, or that are gone. */
  readonly erased: Set<string>;
}

async function verifyLandlord(trx: Trx, name: string, files: string): Promise<Findings> {
  const findings: Findings = { cases: 0, events: 0, broken: [], references: new Map(), erased: await erasedIn(trx) };
  await checkChains(trx, findings);
  await checkWithoutHead(trx, findings);
  await checkAnchors(trx, name, findings);
  await checkUnmentioned(trx, findings);
  await checkFiles(trx, files, findings);
  return findings;
}

/** What any case's history says was erased on purpose: words can be mentioned by more than one case. */
async function erasedIn(trx: Trx): Promise<Set<string>> {
  const found = await sql<{ body: unknown }>`
    select body from case_event where landlord_id = ${trx.landlordId} and type = 'WordsErased'`.execute(trx);
  const mentions = noMentions();
  for (const { body } of found.rows) mentionsIn('WordsErased', body, mentions);
  return mentions.erased;
}

interface HeadRow {
  case_id: string;
  reference: string;
  seq: number;
  hash: string;
  anchored_seq: number | null;
  last_anchored: number | null;
}

interface EventRow {
  case_id: string;
  seq: number;
  type: string;
  version: number;
  body: string;
  happened_on: string;
  recorded_at: string;
  recorded_by: string;
  prev: string;
  hash: string;
}

async function checkChains(trx: Trx, findings: Findings): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const heads = await sql<HeadRow>`
      select h.case_id, h.reference, h.seq, encode(h.hash, 'hex') as hash, h.anchored_seq,
        (select max(a.seq) from anchor_head a where a.landlord_id = h.landlord_id and a.case_id = h.case_id) as last_anchored
      from case_head h
      where h.landlord_id = ${trx.landlordId} and h.case_id > ${after}
      order by h.case_id
      limit ${casesAtOnce}`.execute(trx);
    const last = heads.rows.at(-1);
    if (last === undefined) return;
    const ids = heads.rows.map((head) => head.case_id);
    const events = await eventsOf(trx, ids);
    const words = await wordsOf(trx, ids);
    const mentionedFiles: { ref: string; seq: number; file: string }[] = [];
    const missingWords: { ref: string; seq: number; digest: string }[] = [];
    for (const head of heads.rows) {
      findings.cases += 1;
      findings.references.set(head.case_id, head.reference);
      checkCase(trx.landlordId, head, events.get(head.case_id) ?? [], words, findings, mentionedFiles, missingWords);
    }
    await checkMissingWords(trx, missingWords, findings);
    await checkMentionedFiles(trx, mentionedFiles, findings);
    after = last.case_id;
  }
}

async function eventsOf(trx: Trx, ids: readonly string[]): Promise<Map<string, EventRow[]>> {
  const found = await sql<EventRow>`
    select case_id, seq, type, version, body::text as body, happened_on, recorded_at, recorded_by::text as recorded_by,
      encode(prev, 'hex') as prev, encode(hash, 'hex') as hash
    from case_event
    where landlord_id = ${trx.landlordId} and case_id = any (${ids}::uuid[])
    order by case_id, seq`.execute(trx);
  return Map.groupBy(found.rows, (row) => row.case_id);
}

interface WordsRow {
  case_id: string;
  digest: string;
  fits: boolean;
}

/** The words of some cases: their digests, and whether each still is the digest of its text. */
async function wordsOf(trx: Trx, ids: readonly string[]): Promise<Map<string, WordsRow>> {
  const found = await sql<{ case_id: string; digest: string; salt: Buffer; text: string }>`
    select case_id, encode(digest, 'hex') as digest, salt, text
    from words
    where landlord_id = ${trx.landlordId} and case_id = any (${ids}::uuid[])`.execute(trx);
  return new Map(
    found.rows.map((row) => [
      row.digest,
      { case_id: row.case_id, digest: row.digest, fits: wordsDigest(row.salt, row.text) === row.digest },
    ]),
  );
}

function checkCase(
  landlordId: LandlordId,
  head: HeadRow,
  events: readonly EventRow[],
  words: ReadonlyMap<string, WordsRow>,
  findings: Findings,
  mentionedFiles: { ref: string; seq: number; file: string }[],
  missingWords: { ref: string; seq: number; digest: string }[],
): void {
  const ref = head.reference;
  const wrong = (seq: number | null, why: string) => findings.broken.push({ ref, seq, why });
  let prev = genesis(landlordId, head.case_id, head.reference);
  let expected = 1;
  const mentioned = new Set<string>();
  for (const event of events) {
    findings.events += 1;
    if (event.seq !== expected) wrong(expected, event.seq > expected ? 'entries are missing' : 'an entry stands twice');
    if (event.prev !== prev)
      wrong(event.seq, event.seq === 1 ? 'it does not begin this case' : 'it does not follow the entry before it');
    const body = exactJson(event.body);
    const by = exactJson(event.recorded_by);
    const link = {
      landlordId,
      caseId: event.case_id,
      seq: event.seq,
      type: event.type,
      version: event.version,
      body: body.value,
      happenedOn: event.happened_on,
      recordedAt: isoInstant(event.recorded_at),
      recordedBy: by.value as never,
    };
    if (!body.exact || !by.exact || hashOf(event.prev, link) !== event.hash)
      wrong(event.seq, 'its content was altered');
    const mentions = mentionsIn(event.type, body.value);
    for (const digest of mentions.words) {
      mentioned.add(digest);
      const row = words.get(digest);
      if (row === undefined) missingWords.push({ ref, seq: event.seq, digest });
      else if (!row.fits) wrong(event.seq, 'its words were altered');
    }
    for (const file of mentions.files) mentionedFiles.push({ ref, seq: event.seq, file });
    prev = event.hash;
    expected = event.seq + 1;
  }
  if (events.length === 0) wrong(null, 'it has no history');
  else if (head.seq !== expected - 1) wrong(head.seq, `the head says ${head.seq} entries, there are ${expected - 1}`);
  else if (head.hash !== prev) wrong(head.seq, 'the head is not the hash of the last entry');
  if (head.anchored_seq !== head.last_anchored) wrong(head.anchored_seq, 'the head and the anchors do not agree');
  for (const row of words.values()) {
    if (row.case_id === head.case_id && !mentioned.has(row.digest)) wrong(null, 'it has words that no entry mentions');
  }
}

/**
 * JSON as the database holds it. The chain is of strings, whole numbers, booleans and null: 1.0 for 1 would read as the
 * same value, so a number that is not written as a whole one is not exact.
 */
function exactJson(text: string): { value: unknown; exact: boolean } {
  const value: unknown = JSON.parse(text);
  if (!/[:[,]\s*-?\d+[.eE]|-0\b/.test(text)) return { value, exact: true };
  let exact = true;
  JSON.parse(text, (_key: string, item: unknown, context?: { source?: string }) => {
    if (typeof item === 'number' && String(item) !== context?.source) exact = false;
    return item;
  });
  return { value, exact };
}

/** Words that are not among their own case's: another case's, erased on purpose, or gone. */
async function checkMissingWords(
  trx: Trx,
  missing: readonly { ref: string; seq: number; digest: string }[],
  findings: Findings,
): Promise<void> {
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

async function checkMentionedFiles(
  trx: Trx,
  mentioned: readonly { ref: string; seq: number; file: string }[],
  findings: Findings,
): Promise<void> {
  const unknown = mentioned.filter(({ file }) => !findings.erased.has(file));
  if (unknown.length === 0) return;
  const found = await sql<{ digest: string }>`
    select encode(digest, 'hex') as digest from file
    where landlord_id = ${trx.landlordId}
      and digest = any (${binary(unknown.map((m) => m.file))}::bytea[])`.execute(trx);
  const there = new Set(found.rows.map((row) => row.digest));
  for (const { ref, seq, file } of unknown) {
    if (!there.has(file))
      findings.broken.push({ ref, seq, why: 'its file is gone, and nothing says that it was erased' });
  }
}

async function checkWithoutHead(trx: Trx, findings: Findings): Promise<void> {
  const found = await sql<{ case_id: string; seq: number }>`
    select e.case_id, max(e.seq) as seq
    from case_event e
    where e.landlord_id = ${trx.landlordId}
      and not exists (select 1 from case_head h where h.landlord_id = e.landlord_id and h.case_id = e.case_id)
    group by e.case_id`.execute(trx);
  for (const { case_id, seq } of found.rows)
    findings.broken.push({ ref: case_id, seq, why: 'it has entries and no head' });
}

async function checkAnchors(trx: Trx, name: string, findings: Findings): Promise<void> {
  const anchors = await sql<{ day: string; taken_at: string; heads: number; prev: string; digest: string }>`
    select day, taken_at, heads, encode(prev, 'hex') as prev, encode(digest, 'hex') as digest
    from anchor where landlord_id = ${trx.landlordId} order by day`.execute(trx);
  let prev = firstAnchorPrev;
  for (const anchor of anchors.rows) {
    const wrong = (why: string) => findings.broken.push({ ref: `${name}, anchor of ${anchor.day}`, seq: null, why });
    if (anchor.prev !== prev) wrong('it does not follow the anchor before it');
    const running = anchorDigest({
      landlordId: trx.landlordId,
      day: anchor.day,
      takenAt: isoInstant(anchor.taken_at),
      prev: anchor.prev,
    });
    let heads = 0;
    await step<{ id: string; caseId: string; seq: number; hash: string }>(
      (after) => sql`
        select case_id as id, case_id as "caseId", seq, encode(hash, 'hex') as hash
        from anchor_head
        where landlord_id = ${trx.landlordId} and day = ${anchor.day}
          and case_id > ${after ?? '00000000-0000-0000-0000-000000000000'}
        order by case_id limit ${rowsAtOnce}`,
      trx,
      (rows) => {
        for (const { caseId, seq, hash } of rows) running.add({ caseId, seq, hash });
        heads += rows.length;
      },
    );
    if (heads !== anchor.heads || running.end(heads) !== anchor.digest) wrong('it was altered');
    prev = anchor.digest;
  }
  // Whatever an anchor holds must still be in the history, entry by entry.
  const lost = await sql<{ case_id: string; seq: number; day: string }>`
    select a.case_id, a.seq, a.day
    from anchor_head a
    where a.landlord_id = ${trx.landlordId} and not exists (
      select 1 from case_event e
      where e.landlord_id = a.landlord_id and e.case_id = a.case_id and e.seq = a.seq and e.hash = a.hash)
    order by a.case_id, a.seq`.execute(trx);
  for (const { case_id, seq, day } of lost.rows) {
    const ref = findings.references.get(case_id) ?? case_id;
    findings.broken.push({ ref, seq, why: `the anchor of ${day} holds another entry, or an entry that is gone` });
  }
}

/** Words and files that lie in a case that does not exist. */
async function checkUnmentioned(trx: Trx, findings: Findings): Promise<void> {
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

async function checkFiles(trx: Trx, files: string, findings: Findings): Promise<void> {
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
  await step<FileRow>(
    (after) => sql`
      select encode(digest, 'hex') as id, case_id, salt, encode(content, 'hex') as content, size, type, name
      from file
      where landlord_id = ${trx.landlordId} and digest > decode(${after ?? ''}, 'hex')
      order by digest limit ${rowsAtOnce}`,
    trx,
    async (rows) => {
      for (const row of rows) {
        const ref = row.case_id === null ? 'no case yet' : (findings.references.get(row.case_id) ?? row.case_id);
        const wrong = (why: string) => findings.broken.push({ ref, seq: null, why });
        if (fileDigest(row.salt, row) !== row.id) wrong('what is known of one of its files was altered');
        let state = read.get(row.content);
        if (state === undefined) {
          state = await readState(pathOf(files, trx.landlordId, row.content), row.content);
          read.set(row.content, state);
        }
        if (state === 'gone') wrong('the bytes of one of its files are gone from the disk');
        if (state === 'altered') wrong('the bytes of one of its files were altered on the disk');
      }
    },
  );
}

async function readState(path: string, content: string): Promise<'there' | 'gone' | 'altered'> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'gone';
    throw error;
  }
  return hash.digest('hex') === content ? 'there' : 'altered';
}

async function step<R extends { id: string }>(
  query: (after: string | null) => RawBuilder<unknown>,
  trx: Trx,
  take: (rows: R[]) => void | Promise<void>,
): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const { rows } = (await query(after).execute(trx)) as { rows: R[] };
    const last = rows.at(-1);
    if (last === undefined) return;
    await take(rows);
    after = last.id;
  }
}
