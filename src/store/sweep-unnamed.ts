/**
 * Bytes that came and that no row ever named: what was refused after it had come, or what something died over. They go a
 * week after they came, so that whoever has put the database back to yesterday still finds today's files.
 */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { binary } from './chain.js';
import { type Database, inLandlord, type LandlordId, type Trx } from './database.js';
import { lockContent, pathOf } from './documents.js';
import { previewFolder } from './file-scans.js';
import { codeOf } from './stop.js';

const keptMs = 7 * 86_400_000;

/** Takes them from the disk. Gives how many went. */
export async function sweepUnnamed(db: Database, files: string, landlordId: LandlordId, now: Date): Promise<number> {
  const home = join(files, landlordId);
  const old = async (path: string): Promise<boolean> => now.getTime() - (await changedAt(path, now)) > keptMs;
  let swept = 0;
  for (const name of await namesIn(join(home, 'arriving'))) {
    const path = join(home, 'arriving', name);
    if (!(await old(path))) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  for (const folder of await namesIn(home)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    const there = (await namesIn(join(home, folder))).filter((name) => /^[0-9a-f]{64}$/.test(name));
    const named = await inLandlord(db, landlordId, (trx) => namedOf(trx, there));
    for (const content of there) {
      const path = pathOf(files, landlordId, content);
      if (named.has(content) || !(await old(path))) continue;
      swept += await inLandlord(db, landlordId, async (trx) => {
        // Whoever names the same bytes now waits, or was first.
        await lockContent(trx, content);
        if ((await namedOf(trx, [content])).size > 0 || !(await old(path))) return 0;
        await rm(path, { force: true });
        for (const made of ['', '.new', '.post'])
          await rm(join(files, previewFolder(landlordId, content) + made), { recursive: true, force: true });
        return 1;
      });
    }
  }
  return swept;
}

async function namedOf(trx: Trx, contents: readonly string[]): Promise<ReadonlySet<string>> {
  if (contents.length === 0) return new Set();
  const { rows } = await sql<{ content: string }>`
    select distinct encode(content, 'hex') as content from file
    where landlord_id = ${trx.landlordId} and content = any (${binary(contents)}::bytea[])`.execute(trx);
  return new Set(rows.map(({ content }) => content));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** What is gone meanwhile is as good as new. */
async function changedAt(path: string, now: Date): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return now.getTime();
    throw error;
  }
}
