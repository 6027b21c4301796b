/**
 * All measures of a year, asked of a PostgreSQL that has just started and on a connection that has just been opened: nothing
 * is in its memory and no statement is known to it. What the operating system still holds of the files, it holds.
 */
import { join } from 'node:path';
import { addDays } from '../src/facts/days.js';
import { financialYear, yearOf } from '../src/reports/period.js';
import { inLandlord, openDatabase } from '../src/store/database.js';
import { runningCluster } from '../src/store/embedded.js';
import { measure as measureYear } from '../src/store/measures.js';
import { londonDay } from '../src/store/today.js';
import type { Made } from './data.js';
import type { Figure } from './figures.js';

/** The first time, and the middle of the next nine. */
export async function measure(made: Made, folder: string): Promise<readonly Figure[]> {
  const cluster = await runningCluster(join(folder, 'postgres'));
  if (cluster === undefined) throw new Error('the database does not answer');
  const db = openDatabase(cluster.url('putright_app', 'putright'), 'app', { connections: 1 });
  const today = londonDay(new Date());
  const year = financialYear(yearOf(addDays(today, -365)));
  const taken: number[] = [];
  let figures = 0;
  for (let i = 0; i < 10; i++) {
    const begun = performance.now();
    const found = await inLandlord(db, made.landlordId, (trx) => measureYear(trx, year, today), { readOnly: true });
    taken.push(performance.now() - begun);
    figures = found.length;
  }
  await db.close();
  const [cold = Number.NaN, ...again] = taken;
  again.sort((a, b) => a - b);
  return [
    { what: `all ${figures} figures of a year, cold`, value: cold, unit: 'ms', atMost: 1_000 },
    { what: 'the same again', value: again[4] ?? Number.NaN, unit: 'ms' },
  ];
}
