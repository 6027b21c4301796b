/**
 * The one place where the demonstration's data enter the product: the entry file of a process that loads them and ends.
 * Stories, letters and fonts take memory that `start` would otherwise keep for as long as it runs.
 */
import { loadDemonstration } from '../../db/demo/load.js';
import { bringInThePast } from '../../db/demo/past/bring-in.js';
import { lastMonth } from '../reports/themes/months.js';
import { readConfig } from '../store/config.js';
import { inLandlord, openDatabase } from '../store/database.js';
import { readTerms } from '../store/themes/read-terms.js';
import { proposeRisks } from '../store/themes/risks.js';
import { londonDay } from '../store/today.js';

const config = readConfig();
if (config.appUrl === undefined) throw new Error('called by start alone');
const app = openDatabase(config.appUrl, 'app', { connections: 1, statementTimeoutMs: 0 });
try {
  const now = new Date();
  const { landlordId, writers } = await loadDemonstration(app, { now, files: config.files });
  await bringInThePast(app, landlordId, { loadedOn: londonDay(now), now, by: writers });
  // What a job of the first hours would do: the words of its complaints are read, and what is news is put to the lead.
  await readTerms(app, landlordId);
  await inLandlord(app, landlordId, (trx) => proposeRisks(trx, lastMonth(londonDay(now))));
} finally {
  await app.close();
}
