/** Before an existing database is changed by a new release, all of it is put into an archive beside the data. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { backupTo } from '../store/backup.js';
import type { Config } from '../store/config.js';
import { openDatabase } from '../store/database.js';
import type { Migration } from '../store/migrate.js';
import type { DatabaseUrls } from '../store/own-postgres.js';

export async function backUpBeforeMigrating(
  pending: readonly Migration[],
  urls: DatabaseUrls,
  config: Config,
): Promise<void> {
  const folder = join(config.data, 'backups');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const now = new Date();
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const file = join(folder, `before-${pending[0]?.name ?? 'migration'}-${stamp}.tar.gz`);
  const owner = openDatabase(urls.owner, 'owner', { connections: 1, statementTimeoutMs: 0 });
  try {
    process.stderr.write(`The database is brought up to date. A backup goes to ${file} first.\n`);
    await backupTo(file, owner, config.files, now);
  } finally {
    await owner.close();
  }
}
