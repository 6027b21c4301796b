/**
 * The only way into the history: `append` takes one case or a batch of them, checks that nobody was there first, chains,
 * inserts, and makes the register say the same, all in the caller's transaction.
 *
 * It is longer than 250 lines because every statement that writes into the history stands in this one file.
 */

import type { Case } from '../complaint/case.js';
import { replay } from '../complaint/case.js';
import type { ClockRules } from '../complaint/clocks.js';
import type { CaseId, Entry } from '../facts/happened.js';
import { type History, readHistories } from './case-file.js';
import { column, unnested } from './columns.js';
import { type LandlordId, type Trx, together } from './database.js';
import { enqueue } from './enqueue.js';
import { rowsOf } from './project.js';
import { figureRows } from './project-figures.js';
import { hasSeldom, writeRows } from './projection.js';
import type { Row } from './register-tables.js';
import { readRules } from './rules.js';
import { chain, type Head, type Told, type Write } from './write.js';

export interface AppendedCase {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly version: number;
  readonly firstSeq: number;
  readonly case: Case;
}

export interface Conflict {
  readonly caseId: CaseId;
  readonly version: number;
  /** What came in between, for the person who was second. */
  readonly since: readonly Entry[];
}

export type Appended =
  | { readonly ok: true; readonly cases: readonly AppendedCase[] }
  | { readonly ok: false; readonly conflict: Conflict };

export interface AppendOptions {
  /** By which to work out the cached clocks; read from the landlord's settings when not given. */
  readonly rules?: ClockRules;
  /** Histories that the caller read in this transaction while holding their heads. */
  readonly known?: readonly History[];
  /** 'later': the caller puts the words where search finds them, as an import does when its rows are in. */
  readonly findable?: 'now' | 'later';
  /** Every write opens a case under an id that was made just now, so nobody can have been there first. */
  readonly newIds?: boolean;
  /** Takes what new cases show, for the caller to count when all are in (`countShown`). */
  readonly tally?: Row[];
}

/**
 * Records what happened to one case or a batch: heads taken in one order, expected versions checked, chained,
 * inserted, projected, found by search, jobs enqueued. `ok: false` when somebody was first; the caller rolls back.
 */
export async function append(
  trx: Trx,
  landlordId: LandlordId,
  writes: readonly Write[],
  options: AppendOptions = {},
): Promise<Appended> {
  return (await begin(trx, landlordId, writes, options)).ended;
}

/** The end of an append of which everything is on its way to PostgreSQL. Boxed, so that nobody waits for it unasked. */
export interface Begun {
  readonly ended: Promise<Appended>;
}

/** An append that answers as soon as all of it is on its way, so that the caller works out the next meanwhile. */
export async function begin(
  trx: Trx,
  landlordId: LandlordId,
  writes: readonly Write[],
  options: AppendOptions = {},
): Promise<Begun> {
  if (trx.landlordId !== landlordId) throw new Error('the transaction is another landlord’s');
  const asked = writes.filter((write) => write.happened.length > 0);
  if (asked.length === 0) return over({ ok: true, cases: [] });
  if (new Set(asked.map((write) => write.caseId)).size !== asked.length) throw new Error('one write for each case');

  const heads = options.newIds
    ? new Map<CaseId, Head>()
    : await takeHeads(
        trx,
        asked.map((write) => write.caseId),
      );
  for (const write of asked) {
    const version = heads.get(write.caseId)?.seq ?? 0;
    if (version !== write.expectedVersion) return over({ ok: false, conflict: await conflictOf(trx, write, version) });
  }
  const before = await historiesBefore(trx, asked, options.known ?? []);
  const rules = options.rules ?? (await readRules(trx));

  const told = await inPieces(asked, (write) =>
    chain(landlordId, write, heads.get(write.caseId), before.get(write.caseId) ?? []),
  );
  const inserted = insert(trx, told);
  // If it fails, that is heard in `ended`.
  inserted.catch(() => {});
  const cases = await inPieces(told, ({ write, reference, entries, links }) => {
    const c = replay(write.caseId, reference, entries);
    const rows = rowsOf(c, rules);
    const fresh = write.expectedVersion === 0;
    const stood = before.get(write.caseId) ?? [];
    return {
      id: write.caseId,
      reference,
      firstSeq: links[0]?.link.seq ?? 0,
      c,
      rows,
      fresh,
      // What stood goes out again by a correction, and an extension also where triage finds no complaint. Which rows
      // there were takes no clock.
      plain: !hasSeldom(rows) && (fresh || !hasSeldom(figureRows(replay(write.caseId, reference, stood), []))),
    };
  });
  const written = together(
    inserted,
    writeRows(trx, cases, options.tally),
    options.findable === 'later' ? null : findable(trx, told),
  );
  const end = async (): Promise<Appended> => {
    await written;
    for (const { write, links } of told)
      await enqueue(trx, write.caseId, links.at(-1)?.link.seq ?? null, write.jobs ?? []);
    return {
      ok: true,
      cases: cases.map(({ id, reference, firstSeq, c }) => ({
        caseId: id,
        reference,
        version: c.version,
        firstSeq,
        case: c,
      })),
    };
  };
  return { ended: end() };
}

function over(appended: Appended): Begun {
  return { ended: Promise.resolve(appended) };
}

/** So many cases are worked out before what is on its way may move on. */
const piece = 25;

/**
 * The same for each of many. More goes to PostgreSQL at once than the line between us holds; the rest moves on only while we
 * pause. Without pauses it would wait for us, and then we for it.
 */
async function inPieces<A, B>(all: readonly A[], each: (one: A) => B): Promise<B[]> {
  const done: B[] = [];
  for (const one of all) {
    done.push(each(one));
    if (done.length % piece === 0 && done.length < all.length) await new Promise(setImmediate);
  }
  return done;
}

/** Takes the heads, always in the same order, and holds them until the transaction ends. */
export async function takeHeads(trx: Trx, ids: readonly CaseId[]): Promise<Map<CaseId, Head>> {
  const found = await trx.client.query<Head>({
    name: 'take-heads',
    text: `select case_id, reference, seq, encode(hash, 'hex') as hash
      from case_head where landlord_id = $1 and case_id = any ($2::uuid[])
      order by case_id
      for no key update`,
    values: [trx.landlordId, ids],
  });
  return new Map(found.rows.map((row) => [row.case_id, row]));
}

async function conflictOf(trx: Trx, write: Write, version: number): Promise<Conflict> {
  const [history] = await readHistories(trx, [write.caseId]);
  return {
    caseId: write.caseId,
    version,
    since: history?.entries.filter((entry) => entry.seq > write.expectedVersion) ?? [],
  };
}

async function historiesBefore(trx: Trx, writes: readonly Write[], known: readonly History[]) {
  const histories = new Map(known.map((history) => [history.id, history.entries]));
  const missing = writes.filter((w) => w.expectedVersion > 0 && !histories.has(w.caseId)).map((w) => w.caseId);
  for (const history of await readHistories(trx, missing)) histories.set(history.id, history.entries);
  return histories;
}

const insertText = `with head_in as (
    insert into case_head (landlord_id, case_id, reference, seq, hash)
    select $1::uuid, case_id, reference, seq, decode(hash, 'hex')
    from json_to_recordset($2::json) as r (case_id uuid, reference text, seq integer, hash text, fresh boolean)
    where fresh),
  head_on as (
    update case_head h set seq = r.seq, hash = decode(r.hash, 'hex')
    from json_to_recordset($2::json) as r (case_id uuid, seq integer, hash text, fresh boolean)
    where not r.fresh and h.landlord_id = $1::uuid and h.case_id = r.case_id),
  words_in as (
    insert into words (landlord_id, digest, case_id, salt, text)
    select $1::uuid, decode(digest, 'hex'), case_id, decode(salt, 'hex'), text
    from json_to_recordset($4::json) as r (digest text, case_id uuid, salt text, text text)
    on conflict do nothing),
  files_named as (
    update file f set case_id = r.case_id
    from json_to_recordset($5::json) as r (digest text, case_id uuid)
    where f.landlord_id = $1::uuid and f.digest = decode(r.digest, 'hex') and f.case_id is null)
  insert into case_event
    (landlord_id, case_id, seq, type, version, body, happened_on, recorded_at, recorded_by, prev, hash)
  select $1::uuid, case_id, seq, type, version, body, happened_on, recorded_at, recorded_by,
    decode(prev, 'hex'), decode(hash, 'hex')
  from json_to_recordset($3::json) as r
    (case_id uuid, seq integer, type text, version smallint, body jsonb, happened_on date, recorded_at timestamptz,
     recorded_by jsonb, prev text, hash text)`;

/** So many new cases at once go as columns: an import, a demonstration, a landlord that is measured. */
const many = 50;

async function insert(trx: Trx, told: readonly Told[]): Promise<void> {
  const fresh = told.filter(({ write, files }) => write.expectedVersion === 0 && files.length === 0);
  if (fresh.length < many) return insertAsJson(trx, told);
  const others = told.filter(({ write, files }) => write.expectedVersion > 0 || files.length > 0);
  await together(insertMany(trx, fresh), others.length === 0 ? null : insertAsJson(trx, others));
}

async function insertAsJson(trx: Trx, told: readonly Told[]): Promise<void> {
  const heads = told.map(({ write, reference, links }) => {
    const last = links.at(-1);
    return {
      case_id: write.caseId,
      reference,
      seq: last?.link.seq,
      hash: last?.hash,
      fresh: write.expectedVersion === 0,
    };
  });
  const events = told.flatMap(({ links }) =>
    links.map(({ link, prev, hash }) => ({
      case_id: link.caseId,
      seq: link.seq,
      type: link.type,
      version: link.version,
      body: link.body,
      happened_on: link.happenedOn,
      recorded_at: link.recordedAt,
      recorded_by: link.recordedBy,
      prev,
      hash,
    })),
  );
  // A text that several cases of one act mention belongs to the first of them.
  const words = told.flatMap(({ write, words }) =>
    words.map((kept) => ({
      digest: kept.digest,
      case_id: write.caseId,
      salt: kept.salt.toString('hex'),
      text: kept.text,
    })),
  );
  const files = told.flatMap(({ write, files }) => files.map((digest) => ({ digest, case_id: write.caseId })));
  await trx.client.query({
    name: 'append',
    text: insertText,
    values: [trx.landlordId, ...[heads, events, words, files].map((rows) => JSON.stringify(rows))],
  });
}

const headColumns = { case_id: 'uuid', reference: 'text', seq: 'integer', hash: 'bytea' } as const;
const wordsColumns = { digest: 'bytea', case_id: 'uuid', salt: 'bytea', text: 'text' } as const;
const eventColumns = {
  case_id: 'uuid',
  seq: 'integer',
  type: 'text',
  version: 'smallint',
  body: 'jsonb',
  happened_on: 'date',
  recorded_at: 'timestamptz',
  recorded_by: 'jsonb',
  prev: 'bytea',
  hash: 'bytea',
} as const;

const insertManyText = `with head_in as (
    insert into case_head (landlord_id, case_id, reference, seq, hash)
    select $1::uuid, case_id, reference, seq, hash from ${unnested(headColumns, 1)}),
  words_in as (
    insert into words (landlord_id, digest, case_id, salt, text)
    select $1::uuid, digest, case_id, salt, text from ${unnested(wordsColumns, 5)}
    on conflict do nothing)
  insert into case_event
    (landlord_id, case_id, seq, type, version, body, happened_on, recorded_at, recorded_by, prev, hash)
  select $1::uuid, case_id, seq, type, version, body, happened_on, recorded_at, recorded_by, prev, hash
  from ${unnested(eventColumns, 9)}`;

/** New cases alone, and none with files. */
async function insertMany(trx: Trx, told: readonly Told[]): Promise<void> {
  const words = told.flatMap((one) => one.words);
  const whose = told.flatMap((one) => one.words.map(() => one.write.caseId));
  const events = told.flatMap((one) => one.links);
  const lasts = told.map((one) => one.links.at(-1));
  const at = <T>(list: readonly T[], i: number): T => list[i] as T;
  await trx.client.query({
    name: 'append-many',
    text: insertManyText,
    values: [
      trx.landlordId,
      column('uuid', told.length, (i) => at(told, i).write.caseId),
      column('text', told.length, (i) => at(told, i).reference),
      column('integer', told.length, (i) => at(lasts, i)?.link.seq),
      column('bytea', told.length, (i) => at(lasts, i)?.hash),
      column('bytea', words.length, (i) => at(words, i).digest),
      column('uuid', words.length, (i) => at(whose, i)),
      column('bytea', words.length, (i) => at(words, i).salt.toString('hex')),
      column('text', words.length, (i) => at(words, i).text),
      column('uuid', events.length, (i) => at(events, i).link.caseId),
      column('integer', events.length, (i) => at(events, i).link.seq),
      column('text', events.length, (i) => at(events, i).link.type),
      column('smallint', events.length, (i) => at(events, i).link.version),
      column('jsonb', events.length, (i) => at(events, i).body),
      column('date', events.length, (i) => at(events, i).link.happenedOn),
      column('timestamptz', events.length, (i) => at(events, i).link.recordedAt),
      column('jsonb', events.length, (i) => at(events, i).recordedBy),
      column('bytea', events.length, (i) => at(events, i).prev),
      column('bytea', events.length, (i) => at(events, i).hash),
    ],
  });
}

const namesSomeone: ReadonlySet<string> = new Set(['Received', 'ResidentIdentified', 'HomeIdentified']);

/** Puts new words, and whose they are, where search finds them. */
async function findable(trx: Trx, told: readonly Told[]): Promise<void> {
  const changed = told.filter(
    ({ words, links }) => words.length > 0 || links.some(({ link }) => namesSomeone.has(link.type)),
  );
  if (changed.length === 0) return;
  await trx.client.query({
    name: 'index-words',
    text: `select putright_index_words($1::uuid[],
      (select coalesce(array_agg(decode(d, 'hex')), '{}') from unnest($2::text[]) d))`,
    values: [
      changed.map(({ write }) => write.caseId),
      changed.flatMap(({ words }) => words.map((kept) => kept.digest)),
    ],
  });
}
