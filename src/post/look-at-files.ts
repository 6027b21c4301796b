/**
 * Looks at what strangers sent: the scanner first, then, in a process apart, pictures and words of it. Each file is taken,
 * looked at and noted by itself, so that whatever dies, dies over one file, which is taken again.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { noteArrival } from '../store/arrivals.js';
import { type Database, inLandlord, type LandlordId, type Trx } from '../store/database.js';
import { pathOf, readFileBytes, sizeOnDisk } from '../store/documents.js';
import {
  filesWith,
  letGo,
  notePreview,
  noteScan,
  type Previewed,
  type ToLookAt,
  takeNext,
  waitForScanner,
} from '../store/file-looking.js';
import { previewFolder } from '../store/file-scans.js';
import { type Scanner, scannerOf } from '../store/scanner.js';
import { londonDay } from '../store/today.js';
import { type ApartLimits, runApart } from './apart.js';
import { type ScanLimits, scanBytes, scanLimits } from './clamd.js';
import { type AnswerTold, answersHeard } from './looking/answers.js';
import { lookLimits } from './looking/limits.js';

export interface LookingPlace {
  readonly db: Database;
  /** The folder of all landlords' files. */
  readonly files: string;
  readonly landlordId: LandlordId;
}

export interface LookingWays {
  /** Null: this installation has none. */
  readonly scanner: Scanner | null;
  readonly scanLimits: ScanLimits;
  readonly apart: ApartLimits;
  readonly now: () => Date;
}

export function waysOf(more: Partial<LookingWays> = {}): LookingWays {
  return {
    scanner: scannerOf(),
    scanLimits,
    apart: { milliseconds: lookLimits.milliseconds, megabytes: lookLimits.megabytes },
    now: () => new Date(),
    ...more,
  };
}

/** A file that has taken its process with it this often is let alone. */
const mostAttempts = 4;

/** Looks at all that waits and whose time has come. Gives how many it took. */
export async function lookAtFiles(place: LookingPlace, ways: LookingWays = waysOf()): Promise<number> {
  for (let taken = 0; ; taken++) {
    const next = await takeNext(place.db, place.landlordId, ways.now());
    if (next === null) return taken;
    await lookAt(place, next, ways);
  }
}

async function lookAt(place: LookingPlace, next: ToLookAt, ways: LookingWays): Promise<void> {
  if ((await sizeOnDisk(place.files, place.landlordId, next.content)) === null) {
    await settle(place, async (trx) => {
      await noteScan(trx, next.content, 'cannot', { because: 'missing', at: ways.now() });
      await notePreview(trx, next.content, { ...nothingMade, preview: 'failed', because: 'damaged' });
    });
    return;
  }
  if (next.scan === 'waiting' && !(await scan(place, next, ways))) return;
  await preview(place, next, ways);
}

/** Whether it may be opened now. */
async function scan(place: LookingPlace, next: ToLookAt, ways: LookingWays): Promise<boolean> {
  const { content } = next;
  if (ways.scanner === null) {
    await settle(place, (trx) => noteScan(trx, content, 'not-scanned', { at: ways.now() }));
    return true;
  }
  const open = () => readFileBytes(place.files, place.landlordId, content);
  const scanned = await scanBytes(ways.scanner, open, ways.scanLimits);
  switch (scanned.is) {
    case 'clean':
      await settle(place, (trx) => noteScan(trx, content, 'clean', { at: ways.now() }));
      return true;
    case 'cannot':
      await settle(place, (trx) => noteScan(trx, content, 'cannot', { because: scanned.why, at: ways.now() }));
      return true;
    case 'infected':
      await seal(place, content, scanned.name, ways.now());
      return false;
    case 'down':
      await settle(place, (trx) => waitForScanner(trx, content, next.attempts, ways.now()));
      return false;
    default:
      return scanned satisfies never;
  }
}

/** Nothing of it is ever served again, and whoever works on its case is told. */
async function seal(place: LookingPlace, content: string, found: string, now: Date): Promise<void> {
  await rm(folderOf(place, content), { recursive: true, force: true });
  await settle(place, async (trx) => {
    await noteScan(trx, content, 'infected', { found, at: now });
    for (const { file, name, caseId } of await filesWith(trx, content)) {
      await noteArrival(trx, {
        key: `infected-file ${file}`,
        kind: 'infected-file',
        caseId,
        seq: null,
        person: null,
        channel: null,
        arrivedOn: londonDay(now),
        note: `${name} is infected (${found}). It is sealed: nobody can open it here. Ask for it again in another way.`,
      });
    }
  });
}

const nothingMade: Previewed = {
  preview: 'none',
  because: null,
  sealed: null,
  pictures: 0,
  hasText: false,
  copyType: null,
  width: null,
  height: null,
  pages: null,
  takenAt: null,
  located: false,
};

async function preview(place: LookingPlace, next: ToLookAt, ways: LookingWays): Promise<void> {
  const { content, size, type, name } = next;
  const note = (made: Previewed) => settle(place, (trx) => notePreview(trx, content, made));
  if (next.attempts > mostAttempts) return note({ ...nothingMade, preview: 'failed', because: 'too-large' });
  if (size > lookLimits.bytes) {
    const archive = /zip|openxmlformats|x-rar|x-7z/.test(type);
    return note({ ...nothingMade, because: 'too-large', sealed: archive ? 'over-limit' : null });
  }
  const fresh = `${folderOf(place, content)}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  const put = (file: string, bytes: Uint8Array | string) => writeFile(join(fresh, file), bytes, { mode: 0o600 });
  let pictures = 0;
  let hasText = false;
  let copyType: Previewed['copyType'] = null;
  let told: AnswerTold = {};
  const hear = answersHeard();
  const stop = new AbortController();
  const ended = await runApart({
    child: 'look-apart',
    path: pathOf(place.files, place.landlordId, content),
    told: [type, name],
    limits: ways.apart,
    stop: stop.signal,
    heard: async (message) => {
      const piece = stop.signal.aborted ? null : hear(message);
      if (piece === null) stop.abort();
      else if (piece.is === 'picture') {
        pictures += 1;
        await put(`${pictures}.webp`, piece.bytes);
      } else if (piece.is === 'copy') {
        copyType = piece.type;
        await put('copy', piece.bytes);
      } else if (piece.is === 'text') {
        hasText = true;
        await put('text.txt', piece.text);
      } else told = piece.told;
    },
  });
  if (stop.signal.aborted) {
    // Nothing that it said is believed.
    await rm(fresh, { recursive: true, force: true });
    return note({ ...nothingMade, preview: 'failed', because: 'damaged' });
  }
  const facts = {
    sealed: told.sealed ?? null,
    width: told.width ?? null,
    height: told.height ?? null,
    pages: told.pages ?? null,
    takenAt: told.takenAt ?? null,
    located: told.located ?? false,
  };
  if (ended !== 'done') {
    await rm(fresh, { recursive: true, force: true });
    // Killed over it: once more, unless it has had its turns. What takes too long or too much does so again.
    if (ended === 'failed' && next.attempts < mostAttempts)
      return settle(place, (trx) => letGo(trx, content, ways.now()));
    return note({ ...nothingMade, preview: 'failed', because: ended === 'too-long' ? 'too-long' : 'too-large' });
  }
  const made = pictures > 0 || hasText;
  if (made) await replaceFolder(fresh, folderOf(place, content));
  else await rm(fresh, { recursive: true, force: true });
  const because = told.because ?? null;
  const state = made
    ? 'made'
    : because === 'no-kind' || because === 'unsafe-kind' || because === null
      ? 'none'
      : 'failed';
  await note({ ...nothingMade, ...facts, preview: state, because, pictures, hasText, copyType });
}

async function replaceFolder(fresh: string, place: string): Promise<void> {
  await rm(place, { recursive: true, force: true });
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await rename(fresh, place);
}

function folderOf(place: LookingPlace, content: string): string {
  return join(place.files, previewFolder(place.landlordId, content));
}

function settle(place: LookingPlace, work: (trx: Trx) => Promise<void>): Promise<void> {
  return inLandlord(place.db, place.landlordId, work);
}
