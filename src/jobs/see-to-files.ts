/**
 * Beside the jobs, as long as the worker runs: where files wait to be looked at, a job is asked for. They may have just
 * come; or a scanner was away, a backup was restored, a worker died over them.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, inLandlord } from '../store/database.js';
import { enqueue } from '../store/enqueue.js';
import { anyWaiting, findUnlooked } from '../store/file-looking.js';
import { allLandlords } from '../store/landlords.js';
import { scannerOf } from '../store/scanner.js';

export interface SeeingTo {
  readonly db: Database;
  readonly onFault: (error: unknown) => void;
}

const everyMs = 2_000;

/** Ends when it is told to stop. A fault is told, and the next round comes all the same. */
export async function seeToFiles(seeing: SeeingTo, stop: AbortSignal): Promise<void> {
  let first = true;
  while (!stop.aborted) {
    try {
      await askForFiles(seeing.db, first, new Date());
      first = false;
    } catch (error) {
      seeing.onFault(error);
    }
    await pause(everyMs, undefined, { signal: stop }).catch(() => {});
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
      },
      { statementTimeoutMs: 120_000 },
    );
  }
}
