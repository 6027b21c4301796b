/**
 * Scanned post out of the operator's folder: below it one folder for each landlord, called as its public address is. A
 * finished PDF is taken in and moved to `taken` beside it, one that is too large to `not-taken`; nothing is ever deleted there.
 */
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { noteArrival } from '../store/arrivals.js';
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
    if (about.size > largest) {
      await leaveAside(place, { path, folder, name, megabytes: Math.ceil(about.size / 1_000_000) }, now);
      continue;
    }
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

interface Aside {
  readonly path: string;
  readonly folder: string;
  readonly name: string;
  readonly megabytes: number;
}

/** Told once, and moved to `not-taken`: what lies there is a person's to scan again in parts. */
async function leaveAside(place: LookingPlace, { path, folder, name, megabytes }: Aside, now: Date): Promise<void> {
  const { ino, mtimeMs } = await stat(path);
  await inLandlord(place.db, place.landlordId, async (trx) => {
    await noteArrival(trx, {
      key: `scan-too-large:${ino}:${Math.round(mtimeMs)}`,
      kind: 'message',
      caseId: null,
      seq: null,
      person: null,
      channel: 'letter',
      arrivedOn: londonDay(now),
      note: `A scan of ${megabytes} MB was not taken in: ${largest / 1_000_000} MB is the most. It lies in the folder of scanned post under “not-taken” as ${name}. Scan it again in parts.`,
    });
  });
  await moveAway(path, join(folder, 'not-taken'), name);
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
