/** Before an existing database is changed by a new release, all of it is put into an archive beside the data. */
import { mkdirSync } from 'node:fs';
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
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const now = new Date();
  const at = now.toISOString().slice(0, 19).replaceAll(':', '');
  const file = join(folder, `${at}-before-${pending[0]?.name ?? 'migrations'}.putright`);
  const owner = openDatabase(urls.owner, 'owner', { connections: 2, statementTimeoutMs: 0 });
  try {
    const { rows, files } = await backupTo(file, owner, config.files, now);
    process.stderr.write(
      `A backup was taken before the database is brought up to date: ${file} (${rows} rows, ${files} files).\n`,
    );
  } finally {
    await owner.close();
  }
}
