/** A register of 50,000 rows, brought in with everything forced to the disk: how many of its rows are taken in a second. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../src/store/database.js';
import { runningCluster } from '../src/store/embedded.js';
import { beginImport, takeImport } from '../src/store/imports.js';
import { makeLandlord } from '../src/store/landlords.js';
import type { Figure } from './figures.js';
import { linesOf, mapOf } from './register-file.js';

const rows = 50_000;

/** Into a landlord of its own beside the one whose product runs in this folder. */
export async function measure(folder: string): Promise<readonly Figure[]> {
  const cluster = await runningCluster(join(folder, 'postgres'));
  if (cluster === undefined) throw new Error('the database does not answer');
  const db = openDatabase(cluster.url('putright_app', 'putright'), 'app', { connections: 2 });
  const path = join(folder, 'register.csv');
  try {
    const wish = { rows, faultyPercent: 0, people: false };
    writeFileSync(path, [...linesOf(wish)].join('\n'));
    const landlordId = await makeLandlord(db, { name: `A register of ${rows.toLocaleString('en-GB')} rows` });
    const file = { path, name: 'register.csv' };
    const now = new Date();
    const asked = { file, map: mapOf(wish), source: 'register', mode: 'good-rows', by: null, now } as const;
    const begun = await beginImport(db, landlordId, asked);
    if (!begun.ok) throw new Error(begun.why);
    const started = performance.now();
    let [inAt, taken] = [started, 0];
    const told = (counts: { taken: number }) => {
      [inAt, taken] = [performance.now(), counts.taken];
    };
    const done = await takeImport(db, landlordId, { importId: begun.importId, file, now, told });
    if (!done.ok || taken !== rows) throw new Error('not every row was taken');
    const again = performance.now();
    const second = await beginImport(db, landlordId, asked);
    if (!second.ok) throw new Error(second.why);
    const known = await takeImport(db, landlordId, { importId: second.importId, file, now });
    if (!known.ok || known.already !== rows) throw new Error('not every row was known');
    const perSecond = (from: number, to: number) => rows / ((to - from) / 1_000);
    return [
      { what: 'register rows taken and durable', value: perSecond(started, inAt), unit: 'a second', atLeast: 5_000 },
      { what: 'the same with their words findable', value: perSecond(started, again), unit: 'a second' },
      { what: 'register rows known already', value: perSecond(again, performance.now()), unit: 'a second' },
    ];
  } finally {
    await db.close();
    rmSync(path, { force: true });
  }
}
