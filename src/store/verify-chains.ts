/** Every chain: each entry against the one before it, the last against the head, its words against their digests. */
import { sql } from 'kysely';
import { genesis, hashOf, mentionsIn } from './chain.js';
import type { LandlordId, Trx } from './database.js';
import { isoInstant } from './today.js';
import { checkMentionedFiles, checkMissingWords } from './verify-beside.js';
import type { Findings, Mentioned } from './verify-findings.js';
import { wordsDigest } from './words.js';

const casesAtOnce = 250;

interface HeadRow {
  case_id: string;
  reference: string;
  seq: number;
  hash: string;
  anchored_seq: number | null;
  last_anchored: number | null;
}

export async function checkChains(trx: Trx, findings: Findings): Promise<void> {
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
    const mentionedFiles: Mentioned[] = [];
    const missingWords: Mentioned[] = [];
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
  mentionedFiles: Mentioned[],
  missingWords: Mentioned[],
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
    for (const file of mentions.files) mentionedFiles.push({ ref, seq: event.seq, digest: file });
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

export async function checkWithoutHead(trx: Trx, findings: Findings): Promise<void> {
  const found = await sql<{ case_id: string; seq: number }>`
    select e.case_id, max(e.seq) as seq
    from case_event e
    where e.landlord_id = ${trx.landlordId}
      and not exists (select 1 from case_head h where h.landlord_id = e.landlord_id and h.case_id = e.case_id)
    group by e.case_id`.execute(trx);
  for (const { case_id, seq } of found.rows)
    findings.broken.push({ ref: case_id, seq, why: 'it has entries and no head' });
}
