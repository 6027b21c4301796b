/** What the tests of registers share: a file with some text in it, and an import from begin to end. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegisterMap } from '../../src/complaint/register/fields.js';
import { type Database, inLandlord, type LandlordId } from '../../src/store/database.js';
import type { ImportedRow, ImportMode, ImportRecord, RegisterFile } from '../../src/store/import-shapes.js';
import { beginImport, readImportRows, takeImport } from '../../src/store/imports.js';
import { temporaryFolder } from '../support/command-line.js';

const folder = temporaryFolder('registers');

export const now = new Date('2026-03-02T10:00:00.000Z');

export function fileWith(content: string | Uint8Array, name = 'register.csv'): RegisterFile {
  const path = join(folder, `${randomUUID()}-${name}`);
  writeFileSync(path, content);
  return { path, name };
}

export async function bringIn(
  db: Database,
  landlordId: LandlordId,
  file: RegisterFile,
  map: RegisterMap,
  more: { source?: string; mode?: ImportMode; now?: Date } = {},
): Promise<ImportRecord> {
  const { source = 'register', mode = 'good-rows', now: at = now } = more;
  const begun = await beginImport(db, landlordId, { file, map, source, mode, by: null, now: at });
  if (!begun.ok) throw new Error(begun.why);
  const taken = await takeImport(db, landlordId, { importId: begun.importId, file, now: at });
  if (!taken.ok) throw new Error(taken.why);
  return taken;
}

export function rowsOf(
  db: Database,
  landlordId: LandlordId,
  importId: string,
  which: 'all' | 'warned' | 'refused' | 'changed' = 'all',
): Promise<ImportedRow[]> {
  return inLandlord(db, landlordId, (trx) => readImportRows(trx, { importId, which, most: 100_000 }));
}
