/**
 * Scanned post out of the operator's folder: below it one folder for each landlord, called as its public address is. A
 * finished PDF is taken in and moved to `taken` beside it; nothing is ever deleted there.
 */
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { inLandlord } from '../store/database.js';
import { keepFile, receiveFile } from '../store/documents.js';
import { keepScan, scanWith } from '../store/post-scans.js';
import { codeOf } from '../store/stop.js';
import { londonDay } from '../store/today.js';
import type { LookingPlace } from './look-at-files.js';

/** A scanner writes for a while: what was changed this lately may not be finished. */
export const settlesMs = 10_000;
const largest = 500_000_000;

/** Takes in what is finished. Gives how many documents it took. */
export async function pickUpScans(place: LookingPlace, folder: string, now: Date): Promise<number> {
  let taken = 0;
  for (const name of await pdfsIn(folder)) {
    const path = join(folder, name);
    const about = await stat(path);
    if (!about.isFile() || about.size === 0 || now.getTime() - about.mtimeMs < settlesMs) continue;
    const received = await receiveFile(place.files, place.landlordId, createReadStream(path), { name, largest });
    if (!received.ok) continue;
    const { stored } = received;
    const after = await stat(path);
    // It grew while it was read: it was not finished after all.
    if (after.size !== about.size || after.mtimeMs !== about.mtimeMs) continue;
    await inLandlord(place.db, place.landlordId, async (trx) => {
      // Taken before, and not moved because something died in between; or the same scan a second time.
      if ((await scanWith(trx, stored.content)) !== null) return;
      const file = await keepFile(trx, place.files, stored);
      const scannedOn = londonDay(about.mtime < now ? about.mtime : now);
      await keepScan(trx, { file, content: stored.content, cameBy: 'folder', scannedOn, by: null, at: now });
    });
    await moveAway(path, join(folder, 'taken'), name);
    taken += 1;
  }
  return taken;
}

async function pdfsIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => /\.pdf$/i.test(name) && !name.startsWith('.')).sort();
  } catch (error) {
    // The operator has made no folder for this landlord.
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Never over another of the same name. */
async function moveAway(path: string, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { name: stem, ext } = parse(name);
  for (let n = 1; ; n++) {
    const target = join(folder, n === 1 ? name : `${stem} (${n})${ext}`);
    const there = await stat(target).then(
      () => true,
      () => false,
    );
    if (there) continue;
    await rename(path, target);
    return;
  }
}
