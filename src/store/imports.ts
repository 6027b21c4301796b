/**
 * Bringing in a register: the one way in for the screens, the job and the `import` command.
 *
 * `propose` reads the file and says how its columns, values and dates seem to be meant; a person confirms or changes
 * that map. `preview` says what taking it would do, and does nothing. `begin` records the import and how it is to be
 * read; `take` takes its rows batch by batch, each batch with its record in one transaction, and goes on where it was
 * when it is called again. `undo` takes the cases back. Taking the same rows again adds nothing.
 */
import type { Database, LandlordId, Trx } from './database.js';
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

/** How the file seems to be meant. Reads the whole file and writes nothing. */
export async function proposeImport(
  db: Database,
  landlordId: LandlordId,
  request: ProposeRequest,
): Promise<Proposal | Unreadable> {
  return notYet(db, landlordId, request);
}

/** What taking it would do. Reads the whole file and writes nothing. */
export async function previewImport(
  db: Database,
  landlordId: LandlordId,
  request: PreviewRequest,
): Promise<Preview | Unreadable> {
  return notYet(db, landlordId, request);
}

/** Records the import, remembers the map for these headings; takes nothing yet. An unfinished one of the same file goes on. */
export async function beginImport(
  db: Database,
  landlordId: LandlordId,
  request: BeginRequest,
): Promise<{ readonly ok: true; readonly importId: string } | Unreadable> {
  return notYet(db, landlordId, request);
}

/** Takes the rows; called again after a fault it goes on where it was. One import of a source at a time: others wait. */
export async function takeImport(db: Database, landlordId: LandlordId, request: TakeRequest): Promise<Taken> {
  return notYet(db, landlordId, request);
}

/** Null when this landlord has none of that id. */
export async function readImport(trx: Trx, id: string): Promise<ImportRecord | null> {
  return notYet(trx, id);
}

/** The newest first. */
export async function listImports(trx: Trx, most = 50): Promise<ImportRecord[]> {
  return notYet(trx, most);
}

export async function readImportRows(trx: Trx, request: RowsRequest): Promise<ImportedRow[]> {
  return notYet(trx, request);
}

/** Takes back every case of the import that nobody has worked on since; may be called again after a fault. */
export async function undoImport(
  db: Database,
  landlordId: LandlordId,
  request: UndoRequest,
): Promise<Undone | Unreadable> {
  return notYet(db, landlordId, request);
}

function notYet(...asked: readonly unknown[]): never {
  throw new Error(`registers can’t be brought in yet (${asked.length})`);
}
