/**
 * The one place where the demonstration's data enter the product: the entry file of a process that loads them and ends.
 * Stories, letters and fonts take memory that `start` would otherwise keep for as long as it runs.
 */
import { loadDemonstration } from '../../db/demo/load.js';
import { bringInThePast } from '../../db/demo/past/bring-in.js';
import { readConfig } from '../store/config.js';
import { openDatabase } from '../store/database.js';
import { londonDay } from '../store/today.js';

const config = readConfig();
if (config.appUrl === undefined) throw new Error('called by start alone');
const app = openDatabase(config.appUrl, 'app', { connections: 1, statementTimeoutMs: 0 });
try {
  const now = new Date();
  const { landlordId, writers } = await loadDemonstration(app, { now, files: config.files });
  await bringInThePast(app, landlordId, { loadedOn: londonDay(now), now, by: writers });
} finally {
  await app.close();
}
