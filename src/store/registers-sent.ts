/**
 * Registers that were sent and are looked at before they are taken. What is read of one (columns, what taking it would do)
 * is kept beside it, so that it can be left and come back to. Large ones are read by a job, since reading takes a while.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { RegisterMap } from '../complaint/register/fields.js';
import type { Day } from '../facts/days.js';
import type { File, StaffId } from '../facts/happened.js';
import { type Database, inLandlord, type LandlordId, type Trx } from './database.js';
import { findFile, pathOf, removeFiles, sweepFiles } from './documents.js';
import { enqueue } from './enqueue.js';
import type { Preview, Proposal, RegisterFile } from './import-shapes.js';
import { previewImport, proposeImport } from './imports.js';
import { openRegister } from './register-files/open-register.js';
import { Stop } from './stop.js';

export type ReadFor = 'columns' | 'preview';

export interface RegisterSent {
  readonly id: string;
  readonly file: File;
  readonly content: string;
  readonly size: number;
  readonly fileName: string;
  readonly source: string;
  /** As far as people have said how it is meant; null before it was read. */
  readonly map: RegisterMap | null;
  readonly proposal: Proposal | null;
  readonly preview: Preview | null;
  /** What it is being read for. */
  readonly reading: ReadFor | null;
  readonly fault: string | null;
  readonly by: string | null;
  readonly at: string;
}

/** Problems beyond this number are counted and not listed: nobody mends more before looking again. */
export const mostListed = 20_000;
/** Larger ones are read by a job. */
const readAtOnce = 400_000;
/** What nobody took up again is not kept: it names residents. */
const keptDays = 30;

const columns = sql.raw(`r.id, encode(r.file, 'hex') as file, encode(f.content, 'hex') as content, f.size,
  r.file_name as "fileName", r.source, r.map, r.proposal, r.preview, r.reading, r.fault, s.name as by, r.made_at as at`);
const joined = sql.raw(`join file f on f.landlord_id = r.landlord_id and f.digest = r.file
  left join staff s on s.landlord_id = r.landlord_id and s.id = r.staff_id`);

export async function keepRegister(
  trx: Trx,
  sent: { readonly file: File; readonly fileName: string; readonly source: string; readonly by: StaffId },
): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into register_sent (landlord_id, id, staff_id, file, file_name, source, reading)
    values (${trx.landlordId}, ${id}, ${sent.by}, decode(${sent.file}, 'hex'), ${sent.fileName}, ${sent.source},
      'columns')`.execute(trx);
  return id;
}

export async function readRegisterSent(trx: Trx, id: string): Promise<RegisterSent | null> {
  const { rows } = await sql<RegisterSent>`
    select ${columns} from register_sent r ${joined}
    where r.landlord_id = ${trx.landlordId} and r.id::text = ${id}`.execute(trx);
  return rows[0] ?? null;
}

export type RegisterWaiting = Pick<RegisterSent, 'id' | 'fileName' | 'source' | 'by' | 'at'>;

/** Those that are not taken yet, the latest first. */
export async function listRegistersSent(trx: Trx): Promise<RegisterWaiting[]> {
  const { rows } = await sql<RegisterWaiting>`
    select r.id, r.file_name as "fileName", r.source, s.name as by, r.made_at as at
    from register_sent r
    left join staff s on s.landlord_id = r.landlord_id and s.id = r.staff_id
    where r.landlord_id = ${trx.landlordId}
    order by r.made_at desc
    limit 50`.execute(trx);
  return rows;
}

/** What people have said of it. What was read before no longer holds. */
export async function sayOfRegister(
  trx: Trx,
  id: string,
  said: { readonly map: RegisterMap; readonly next: ReadFor | null },
): Promise<void> {
  await sql`
    update register_sent set map = ${JSON.stringify(said.map)}, preview = null, fault = null, reading = ${said.next}
    where landlord_id = ${trx.landlordId} and id::text = ${id}`.execute(trx);
}

/** Takes the row away, and its document unless an import takes it over. Its bytes go with `sweepFiles`. */
export async function forgetRegister(trx: Trx, id: string, document: 'too' | 'stays'): Promise<boolean> {
  const { rows } = await sql<{ file: string }>`
    delete from register_sent where landlord_id = ${trx.landlordId} and id::text = ${id}
    returning encode(file, 'hex') as file`.execute(trx);
  if (document === 'too')
    await removeFiles(
      trx,
      rows.map(({ file }) => file),
    );
  return rows.length > 0;
}

/** Those that nobody took up for a month. */
export async function forgetOldRegisters(trx: Trx, today: Day): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from register_sent
    where landlord_id = ${trx.landlordId} and made_at < ${today}::date - ${keptDays}::integer`.execute(trx);
  for (const { id } of rows) await forgetRegister(trx, id, 'too');
}

interface Place {
  readonly db: Database;
  readonly landlordId: LandlordId;
  readonly files: string;
}

/** A sentence on what a file is when it is no register; null when it can be one. It is not read to its end. */
export async function whyNoRegister(path: string, name: string): Promise<string | null> {
  try {
    await openRegister(path, name);
    return null;
  } catch (error) {
    if (error instanceof Stop) return error.message;
    throw error;
  }
}

/** Reads it now when it is small, else leaves it to a job. Whoever waits looks at `reading`. */
export async function beginReading(place: Place, sent: { id: string; size: number }, today: Day): Promise<void> {
  if (sent.size <= readAtOnce) return readNow(place, sent.id, today);
  await inLandlord(place.db, place.landlordId, (trx) =>
    enqueue(trx, null, null, [{ name: 'read-register', payload: { sent: sent.id } }]),
  );
}

/** Reads what is asked of it, and keeps what was found beside it. Harmless when there is nothing to read. */
export async function readNow({ db, landlordId, files }: Place, id: string, today: Day): Promise<void> {
  const sent = await inLandlord(db, landlordId, (trx) => readRegisterSent(trx, id));
  if (sent === null || sent.reading === null) return;
  const file = { path: pathOf(files, landlordId, sent.content), name: sent.fileName };
  const found = sent.reading === 'columns' ? await columnsOf(sent, file) : await previewOf(sent, file);
  await inLandlord(db, landlordId, (trx) =>
    // Unless somebody has said something else of it meanwhile.
    sql`
      update register_sent
      set proposal = coalesce(${json(found.proposal)}::jsonb, proposal), map = coalesce(${json(found.map)}::jsonb, map),
        preview = ${json(found.preview)}::jsonb, fault = ${found.fault}, reading = null
      where landlord_id = ${landlordId} and id = ${id} and reading = ${sent.reading}
        and map is not distinct from ${json(sent.map)}::jsonb`.execute(trx),
  );

  async function columnsOf({ map }: RegisterSent, of: RegisterFile): Promise<Found> {
    const place = map === null ? {} : { sheet: map.sheet, headerRow: map.headerRow, rows: map.rows };
    // With other headings nothing is said of the columns yet, so they are proposed.
    const said = map === null || Object.keys(map.columns).length === 0 ? {} : { map };
    const proposal = await proposeImport(db, landlordId, { file: of, today, ...place, ...said });
    return proposal.ok ? { ...nothing, proposal, map: proposal.map } : { ...nothing, fault: proposal.why };
  }

  async function previewOf({ map, source }: RegisterSent, of: RegisterFile): Promise<Found> {
    if (map === null) return nothing;
    const preview = await previewImport(db, landlordId, { file: of, map, source, today, most: mostListed });
    return preview.ok ? { ...nothing, preview } : { ...nothing, fault: preview.why };
  }
}

interface Found {
  readonly proposal: Proposal | null;
  readonly map: RegisterMap | null;
  readonly preview: Preview | null;
  readonly fault: string | null;
}

const nothing: Found = { proposal: null, map: null, preview: null, fault: null };

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** The file of an import that was begun from a screen, as it lies in the landlord's folder. Null when it is gone. */
export async function keptRegister(
  { db, landlordId, files }: Place,
  kept: { readonly keptFile: string | null; readonly fileName: string },
): Promise<RegisterFile | null> {
  const { keptFile } = kept;
  if (keptFile === null) return null;
  const found = await inLandlord(db, landlordId, (trx) => findFile(trx, keptFile));
  return found === null ? null : { path: pathOf(files, landlordId, found.content), name: kept.fileName };
}

/** When an import has ended its file goes: what was told in it lives in the cases. */
export async function dropKeptRegister({ db, landlordId, files }: Place, keptFile: string): Promise<void> {
  await inLandlord(db, landlordId, (trx) => removeFiles(trx, [keptFile]));
  await sweepFiles(db, files, landlordId);
}

export interface TakingBackAsked {
  readonly reason: string;
  readonly by: StaffId;
  readonly at: string;
}

export async function askToTakeBack(trx: Trx, importId: string, reason: string, by: StaffId): Promise<void> {
  await sql`
    insert into import_to_take_back (landlord_id, import_id, reason, asked_by)
    values (${trx.landlordId}, ${importId}, ${reason}, ${by})`.execute(trx);
  await enqueue(trx, null, null, [{ name: 'take-register-back', payload: { import: importId } }]);
}

/** The last time that somebody asked for it; null when nobody has. */
export async function takingBackAsked(trx: Trx, importId: string): Promise<TakingBackAsked | null> {
  const { rows } = await sql<TakingBackAsked>`
    select reason, asked_by as by, asked_at as at from import_to_take_back
    where landlord_id = ${trx.landlordId} and import_id::text = ${importId}
    order by asked_at desc
    limit 1`.execute(trx);
  return rows[0] ?? null;
}
