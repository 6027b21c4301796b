/** Files as somebody sent them, for the tests of this folder. */

import type { LookingPlace } from '../../src/post/look-at-files.js';
import { inLandlord } from '../../src/store/database.js';
import { keepFile, receiveFile } from '../../src/store/documents.js';
import { askToLookAt, type FileLook, scanStateOf } from '../../src/store/file-scans.js';

/** Brings a file to the landlord's folder and asks for it to be looked at. Gives its digest. */
export async function bring(place: LookingPlace, name: string, bytes: Uint8Array | string): Promise<string> {
  const received = await receiveFile(place.files, place.landlordId, Buffer.from(bytes as Uint8Array), { name });
  if (!received.ok) throw new Error(`${name} is ${received.why}`);
  return inLandlord(place.db, place.landlordId, async (trx) => {
    const file = await keepFile(trx, place.files, received.stored);
    await askToLookAt(trx, file);
    return file;
  });
}

export async function lookOf(place: LookingPlace, file: string): Promise<FileLook> {
  const look = await inLandlord(place.db, place.landlordId, (trx) => scanStateOf(trx, file));
  if (look === null) throw new Error('there is no such file');
  return look;
}
