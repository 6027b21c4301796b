/**
 * An import that was begun from a screen, taken or taken back by a job. What can't be mended by trying again (the file is
 * gone, it can't be read) is kept as a sentence for whoever looks.
 */
import type { Database, LandlordId } from './database.js';
import { inLandlord } from './database.js';
import { readImport, takeImport, undoImport } from './imports.js';
import { dropKeptRegister, keptRegister, takingBackAsked } from './registers-sent.js';

interface Place {
  readonly db: Database;
  readonly landlordId: LandlordId;
  readonly files: string;
}

/** Throws when it could not be done: the runner tries again, and it goes on where it was. */
export async function takeKeptRegister(place: Place, importId: string, now: Date): Promise<void> {
  const { db, landlordId } = place;
  const record = await inLandlord(db, landlordId, (trx) => readImport(trx, importId));
  if (record === null || (record.state !== 'waiting' && record.state !== 'taking')) return;
  const file = await keptRegister(place, record);
  if (file === null) throw new Error('the file of the import is gone');
  const taken = await takeImport(db, landlordId, { importId, file, now });
  if (!taken.ok) throw new Error('the file of the import can’t be read');
  if (record.keptFile !== null) await dropKeptRegister(place, record.keptFile);
}

export async function takeKeptRegisterBack(
  { db, landlordId }: Omit<Place, 'files'>,
  importId: string,
  now: Date,
): Promise<void> {
  const asked = await inLandlord(db, landlordId, (trx) => takingBackAsked(trx, importId));
  if (asked === null) return;
  const undone = await undoImport(db, landlordId, { importId, by: asked.by, now, reason: asked.reason });
  if (!undone.ok) throw new Error('the import can’t be taken back');
}
