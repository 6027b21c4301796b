/** A case as it is read: its history, the case that the history tells, and the words that were said. */
import { sql } from 'kysely';
import { type Case, replay } from '../complaint/case.js';
import type { Day } from '../facts/days.js';
import type { CaseId, Entry, File, RecordedBy, Words } from '../facts/happened.js';
import { binary, mentionsIn, noMentions } from './chain.js';
import { isUuid, type Trx, together } from './database.js';
import { Stop } from './stop.js';
import { isoInstant } from './today.js';
import { upcast } from './upcast.js';
import { readWords } from './words.js';

export interface CaseFile {
  readonly case: Case;
  /** Every entry as recorded, corrections among them. */
  readonly entries: readonly Entry[];
  /** The words behind a digest; null when they were erased. */
  readonly say: (words: Words) => string | null;
  readonly documents: ReadonlyMap<File, DocumentRow>;
}

export interface DocumentRow {
  readonly file: File;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export interface EventRow {
  case_id: CaseId;
  seq: number;
  type: string;
  version: number;
  body: Record<string, unknown>;
  happened_on: Day;
  recorded_at: string;
  recorded_by: RecordedBy;
}

export interface History {
  readonly id: CaseId;
  readonly reference: string;
  /** Throws where an entry can't be read: a history with a hole in it is never taken for a whole one. */
  readonly entries: readonly Entry[];
}

/** An entry that no release of this product has written: someone altered the table. */
export class HistoryUnreadable extends Stop {
  constructor(reference: string, cause: unknown) {
    super(`The history of ${reference} can't be read: putright verify says where it is broken.`);
    this.cause = cause;
  }
}

/** The case that a history tells. */
export function caseOf({ id, reference, entries }: History): Case {
  try {
    return replay(id, reference, entries);
  } catch (error) {
    throw new HistoryUnreadable(reference, error);
  }
}

export function entryOf(row: EventRow): Entry {
  return {
    seq: row.seq,
    happenedOn: row.happened_on,
    recordedAt: isoInstant(row.recorded_at),
    recordedBy: row.recorded_by,
    what: upcast(row.type, row.version, row.body),
  };
}

const historiesByIds = {
  name: 'read-histories',
  text: `select h.case_id, h.reference, e.seq, e.type, e.version, e.body, e.happened_on, e.recorded_at, e.recorded_by
    from case_head h
    join case_event e on e.landlord_id = h.landlord_id and e.case_id = h.case_id
    where h.landlord_id = $1 and h.case_id = any ($2::uuid[])
    order by h.case_id, e.seq`,
} as const;

const historyByReference = {
  name: 'read-history-by-reference',
  text: `select h.case_id, h.reference, e.seq, e.type, e.version, e.body, e.happened_on, e.recorded_at, e.recorded_by
    from case_head h
    join case_event e on e.landlord_id = h.landlord_id and e.case_id = h.case_id
    where h.landlord_id = $1 and h.reference = $2
    order by h.case_id, e.seq`,
} as const;

/** The histories of these cases, in the order of their ids; a case that does not exist is absent. */
export async function readHistories(trx: Trx, ids: readonly CaseId[]): Promise<History[]> {
  if (ids.length === 0) return [];
  const found = await trx.client.query<EventRow & { reference: string }>({
    ...historiesByIds,
    values: [trx.landlordId, ids],
  });
  return gather(found.rows);
}

/** A case by its id or its reference (in any case, spaces for dashes); null when there is none. */
export async function readHistory(trx: Trx, ref: string): Promise<History | null> {
  if (isUuid(ref)) return (await readHistories(trx, [ref as CaseId]))[0] ?? null;
  const found = await trx.client.query<EventRow & { reference: string }>({
    ...historyByReference,
    values: [trx.landlordId, tidyReference(ref)],
  });
  return gather(found.rows)[0] ?? null;
}

function gather(rows: readonly (EventRow & { reference: string })[]): History[] {
  const histories: { id: CaseId; reference: string; read: Entry[]; fault: unknown }[] = [];
  for (const row of rows) {
    let last = histories.at(-1);
    if (last?.id !== row.case_id) {
      last = { id: row.case_id, reference: row.reference, read: [], fault: null };
      histories.push(last);
    }
    try {
      last.read.push(entryOf(row));
    } catch (error) {
      last.fault ??= error;
    }
  }
  return histories.map(({ id, reference, read, fault }) => ({
    id,
    reference,
    get entries() {
      if (fault !== null) throw new HistoryUnreadable(reference, fault);
      return read;
    },
  }));
}

/** What people type or say for a reference, as it is written: 'cmp 26 00123' is CMP-26-00123. */
export function tidyReference(typed: string): string {
  return typed
    .trim()
    .toUpperCase()
    .replace(/[\s–—-]+/g, '-');
}

/** The whole case: history, words and documents. Null when this landlord has no such case. */
export async function readCase(trx: Trx, ref: string): Promise<CaseFile | null> {
  const history = await readHistory(trx, ref);
  return history === null ? null : openFile(trx, history);
}

/** The case that a history tells, with the words and documents that are still there. */
export async function openFile(trx: Trx, history: History): Promise<CaseFile> {
  const [file] = await openFiles(trx, [history]);
  if (file === undefined) throw new Error('a history opens one file');
  return file;
}

/** The same of many, in their order: their words and documents are read together. */
export async function openFiles(trx: Trx, histories: readonly History[]): Promise<readonly CaseFile[]> {
  const mentions = noMentions();
  for (const { entries } of histories) for (const { what } of entries) mentionsIn(what.type, what, mentions);
  const [texts, documents] = await together(
    readWords(trx, [...mentions.words]),
    readDocuments(trx, [...mentions.files]),
  );
  return histories.map((history) => ({
    case: caseOf(history),
    entries: history.entries,
    say: (words) => texts.get(words) ?? null,
    documents,
  }));
}

export async function readDocuments(trx: Trx, files: readonly string[]): Promise<Map<File, DocumentRow>> {
  if (files.length === 0) return new Map();
  const found = await sql<DocumentRow>`
    select encode(digest, 'hex') as file, name, type, size
    from file
    where landlord_id = ${trx.landlordId}
      and digest = any (${binary(files)}::bytea[])`.execute(trx);
  return new Map(found.rows.map((row) => [row.file, row]));
}
