/**
 * Beside the jobs, as long as the worker runs: where files wait to be looked at, a job is asked for. They may have just
 * come; or a scanner was away, a backup was restored, a worker died over them.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pickUpScans } from '../post/pick-up-scans.js';
import type { Config } from '../store/config.js';
import { type Database, inLandlord } from '../store/database.js';
import { enqueue } from '../store/enqueue.js';
import { anyWaiting, findUnlooked } from '../store/file-looking.js';
import { allLandlords } from '../store/landlords.js';
import { anyScanWaiting } from '../store/post-scans.js';
import { publicSlug } from '../store/publications.js';
import { scannerOf } from '../store/scanner.js';

export interface SeeingTo {
  readonly db: Database;
  readonly config: Pick<Config, 'files' | 'postIn'>;
  readonly onFault: (error: unknown) => void;
}

const everyMs = 2_000;

/** Ends when it is told to stop. A fault is told, and the next round comes all the same. */
export async function seeToFiles(seeing: SeeingTo, stop: AbortSignal): Promise<void> {
  let first = true;
  while (!stop.aborted) {
    try {
      await pickUp(seeing, new Date());
      await askForFiles(seeing.db, first, new Date());
      first = false;
    } catch (error) {
      seeing.onFault(error);
    }
    await pause(everyMs, undefined, { signal: stop }).catch(() => {});
  }
}

/** Scanned post out of the operator's folder. */
async function pickUp({ db, config, onFault }: SeeingTo, now: Date): Promise<void> {
  if (config.postIn === undefined) return;
  for (const { id } of await allLandlords(db)) {
    try {
      const slug = await inLandlord(db, id, publicSlug);
      if (slug === null) continue;
      await pickUpScans({ db, files: config.files, landlordId: id }, join(config.postIn, slug), now);
    } catch (error) {
      onFault(error);
    }
  }
}

/** One round. The first of a worker's life also finds what nobody ever asked for. */
export async function askForFiles(db: Database, first: boolean, now: Date): Promise<void> {
  for (const { id } of await allLandlords(db)) {
    await inLandlord(
      db,
      id,
      async (trx) => {
        if (first) await findUnlooked(trx, scannerOf() !== null);
        if (await anyWaiting(trx, now)) await enqueue(trx, null, null, [{ name: 'look-at-files' }]);
        if (await anyScanWaiting(trx, now)) await enqueue(trx, null, null, [{ name: 'read-scans' }]);
      },
      { statementTimeoutMs: 120_000 },
    );
  }
}
