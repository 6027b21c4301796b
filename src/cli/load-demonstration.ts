/** The one place where the demonstration's data enter the product. */
import { loadDemonstration as load } from '../../db/demo/load.js';
import { openDatabase } from '../store/database.js';
import type { Loading } from './demonstration.js';

export async function loadDemonstration({ urls, files }: Loading): Promise<void> {
  const app = openDatabase(urls.app, 'app', { connections: 1, statementTimeoutMs: 0 });
  try {
    await load(app, { now: new Date(), files });
  } finally {
    await app.close();
  }
}
