/**
 * Bringing in a register: the one way in for the screens, the job and the `import` command.
 *
 * `propose` reads the file and says how its columns, values and dates seem to be meant; a person confirms or changes
 * that map. `preview` says what taking it would do, and does nothing. `begin` records the import and how it is to be
 * read; `take` takes its rows batch by batch, each batch with its record in one transaction, and goes on where it was
 * when it is called again. `undo` takes the cases back. Taking the same rows again adds nothing.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { readRow } from '../complaint/register/row.js';
import { readingOf } from '../complaint/register/row-cells.js';
import { type Database, inLandlord, type LandlordId, type Trx } from './database.js';
import { proposeMap } from './import-propose.js';
import {
  listRecords,
  readRecord,
  readRows,
  rememberedMap,
  rememberMap,
  type Source,
  sourceCalled,
} from './import-records.js';
import { type MappedRegister, mapRegister } from './import-rows.js';
import { makeFindable } from './import-search.js';
import type {
  BeginRequest,
  ImportedRow,
  ImportRecord,
  Preview,
  PreviewRequest,
  Proposal,
  ProposeRequest,
  RowsRequest,
  Taken,
  TakeRequest,
  Undone,
  UndoRequest,
  Unreadable,
} from './import-shapes.js';
import { headingOf } from './import-sort.js';
import { lookAhead, takeRows, totalsNote } from './import-take.js';
import { keptReferences, takeBack } from './import-undo.js';
import { openRegister } from './register-files/open-register.js';
import { Stop } from './stop.js';
import { listNames } from './teams.js';
import { londonDay } from './today.js';

/** What stops the reading of a file is a sentence for the person who brought it. */
async function orWhyNot<T>(work: () => Promise<T>): Promise<T | Unreadable> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Stop) return { ok: false, why: error.message };
    throw error;
  }
}

/** How the file seems to be meant. Reads the whole file and writes nothing. */
export async function proposeImport(
  db: Database,
  landlordId: LandlordId,
  request: ProposeRequest,
): Promise<Proposal | Unreadable> {
  return orWhyNot(async () => {
    const register = await openRegister(request.file.path, request.file.name);
    const lists = await inLandlord(
      db,
      landlordId,
      async (trx) => ({
        areas: (await listNames(trx, 'area')).map(({ name }) => name),
        categories: (await listNames(trx, 'category')).map(({ name }) => name),
      }),
      { readOnly: true },
    );
    const remembered = (headings: readonly string[]) =>
      inLandlord(db, landlordId, (trx) => rememberedMap(trx, headings), { readOnly: true });
    return proposeMap(register, request, { ...lists, remembered });
  });
}

/** What taking it would do. Reads the whole file and writes nothing. */
export async function previewImport(
  db: Database,
  landlordId: LandlordId,
  request: PreviewRequest,
): Promise<Preview | Unreadable> {
  return orWhyNot(async () =>
    lookAhead(db, landlordId, await openRegister(request.file.path, request.file.name), request),
  );
}

/** Records the import, remembers the map for these headings; takes nothing yet. An unfinished one of the same file goes on. */
export async function beginImport(
  db: Database,
  landlordId: LandlordId,
  request: BeginRequest,
): Promise<{ readonly ok: true; readonly importId: string } | Unreadable> {
  return orWhyNot(async () => {
    const { file, map, mode, by, now, keptFile = null } = request;
    const name = request.source.trim().replace(/\s+/g, ' ').slice(0, 100);
    if (name === '') throw new Stop('Give the register a name, so that its rows are known again.');
    const register = await openRegister(file.path, file.name);
    const mapped = await mapRegister(register, map);
    return inLandlord(db, landlordId, async (trx) => {
      const source = await sourceCalled(trx, name);
      await rememberMap(trx, mapped.headings, map, now);
      const mapText = JSON.stringify(map);
      const unfinished = await sql<{ id: string }>`
        select id from register_import
        where landlord_id = ${trx.landlordId} and source_id = ${source.id} and state in ('waiting', 'taking')
          and file_digest = decode(${register.digest}, 'hex') and map = ${mapText}::jsonb and mode = ${mode}
        order by begun_at desc limit 1`.execute(trx);
      const known = unfinished.rows[0];
      if (known !== undefined) return { ok: true as const, importId: known.id };
      const importId = randomUUID();
      await sql`
        insert into register_import (landlord_id, id, source_id, file_name, file_digest, file_size, kept_file, map, mode,
          state, notes, by_staff_id, begun_at)
        values (${trx.landlordId}, ${importId}, ${source.id}, ${register.name}, decode(${register.digest}, 'hex'),
          ${register.size}, ${keptFile}, ${mapText}::jsonb, ${mode}, 'waiting', ${JSON.stringify(register.notes)}::jsonb,
          ${by}, ${now.toISOString()})`.execute(trx);
      return { ok: true as const, importId };
    });
  });
}

/** Takes the rows; called again after a fault it goes on where it was. Two imports of one register go batch by batch, one after the other. */
export async function takeImport(db: Database, landlordId: LandlordId, request: TakeRequest): Promise<Taken> {
  return orWhyNot(async () => {
    const { importId, file, now, told } = request;
    const record = await inLandlord(db, landlordId, (trx) => readRecord(trx, importId), { readOnly: true });
    if (record === null) throw new Stop('There is no such import.');
    if (record.state !== 'waiting' && record.state !== 'taking') return { ...record, ok: true as const };
    const register = await openRegister(file.path, file.name);
    if (register.digest !== record.fileDigest) throw new Stop('This is another file than the one that was looked at.');
    const mapped = await mapRegister(register, record.map);
    const source = await inLandlord(db, landlordId, (trx) => sourceCalled(trx, record.source));
    const place = { db, landlordId, record, source, now, told: told ?? (() => {}) };
    if (record.mode === 'all-or-none' && record.state === 'waiting') {
      if (await refusesAny(mapped, place)) return ended(db, landlordId, importId, 'refused', totalsNote(mapped), now);
    }
    await takeRows(mapped, place);
    await makeFindable(db, landlordId, importId);
    return ended(db, landlordId, importId, 'taken', totalsNote(mapped), now);
  });
}

interface Place {
  readonly db: Database;
  readonly landlordId: LandlordId;
  readonly record: ImportRecord;
  readonly source: Source;
  readonly now: Date;
}

/** All or none: the rows that must be refused are found, and put on record, before anything is taken. */
async function refusesAny(mapped: MappedRegister, { db, landlordId, record, source, now }: Place): Promise<boolean> {
  const reading = readingOf(record.map, londonDay(now));
  let rows = 0;
  const refused: { line: number; problems: readonly (readonly [string | null, string])[] }[] = [];
  for await (const some of mapped.rows()) {
    rows += some.length;
    for (const { line, cells } of some) {
      const read = readRow(cells, reading);
      if (!read.ok)
        refused.push({ line, problems: [[headingOf(record.map, read.problem.field), read.problem.reason]] });
    }
  }
  if (refused.length === 0) return false;
  await inLandlord(
    db,
    landlordId,
    async (trx) => {
      await sql`
        insert into register_row (landlord_id, import_id, line, source_id, became, problems, stands)
        select ${trx.landlordId}::uuid, ${record.id}::uuid, line, ${source.id}::uuid, 'refused', problems, false
        from json_to_recordset(${JSON.stringify(refused)}::json) as r (line integer, problems jsonb)`.execute(trx);
      await sql`
        update register_import set rows = ${rows}, refused = ${refused.length}
        where landlord_id = ${trx.landlordId} and id = ${record.id}`.execute(trx);
    },
    { statementTimeoutMs: 0 },
  );
  return true;
}

async function ended(
  db: Database,
  landlordId: LandlordId,
  importId: string,
  state: 'taken' | 'refused',
  notes: readonly string[],
  now: Date,
): Promise<ImportRecord & { readonly ok: true }> {
  const record = await inLandlord(db, landlordId, async (trx) => {
    await sql`
      update register_import
      set state = ${state}, ended_at = ${now.toISOString()}, rows_in_file = rows,
        notes = notes || ${JSON.stringify(notes)}::jsonb
      where landlord_id = ${trx.landlordId} and id = ${importId} and state in ('waiting', 'taking')`.execute(trx);
    return readRecord(trx, importId);
  });
  if (record === null) throw new Error('an import that was taken is not there');
  return { ...record, ok: true };
}

/** Null when this landlord has none of that id. */
export async function readImport(trx: Trx, id: string): Promise<ImportRecord | null> {
  return readRecord(trx, id);
}

/** The newest first. */
export async function listImports(trx: Trx, most = 50): Promise<ImportRecord[]> {
  return listRecords(trx, most);
}

/** What became of each row, in the order of their lines. */
export async function readImportRows(trx: Trx, request: RowsRequest): Promise<ImportedRow[]> {
  return readRows(trx, request);
}

/** Takes back every case of the import that nobody has worked on since; may be called again after a fault. */
export async function undoImport(
  db: Database,
  landlordId: LandlordId,
  request: UndoRequest,
): Promise<Undone | Unreadable> {
  return orWhyNot(async () => {
    const { importId, now } = request;
    await inLandlord(db, landlordId, async (trx) => {
      const record = await readRecord(trx, importId);
      if (record === null) throw new Stop('There is no such import.');
      await sql`
        update register_import set state = 'taking-back'
        where landlord_id = ${trx.landlordId} and id = ${importId}`.execute(trx);
    });
    await takeBack(db, landlordId, request);
    return inLandlord(db, landlordId, async (trx) => {
      const kept = await keptReferences(trx, importId);
      await sql`
        update register_import
        set state = 'taken-back', kept_cases = ${kept.length}, ended_at = ${now.toISOString()}
        where landlord_id = ${trx.landlordId} and id = ${importId}`.execute(trx);
      const record = await readRecord(trx, importId);
      return { ok: true as const, takenBack: record?.takenBack ?? 0, kept };
    });
  });
}
