/**
 * A backup put back into an empty installation of the same release or a newer one, whole or not at all: then the
 * register is made again from the history, and the history verified. Nothing is sent, nothing is enqueued.
 *
 * It needs the owner, since COPY does not go through row security: that is lifted from the tables inside the one
 * transaction that fills them, and stands again when it commits.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { type ArchiveEntry, type Manifest, manifestSchema, readArchive, whole } from './archive.js';
import { migrationsRun } from './backup.js';
import { acrossLandlords, type Database, type Trx } from './database.js';
import { pathOf } from './documents.js';
import { fillTable } from './fill-table.js';
import { listLandlords } from './landlords.js';
import { rebuild } from './rebuild.js';
import { takeBackRestored } from './restored-letters.js';
import { Stop } from './stop.js';
import { type Verified, verify } from './verify.js';

export interface Restored {
  readonly landlords: number;
  readonly rows: number;
  readonly files: number;
  readonly madeAt: string;
  readonly verified: Verified;
}

export interface RestoreRequest {
  readonly owner: Database;
  readonly app: Database;
  readonly files: string;
}

/** Restores an archive into an empty installation, all or nothing. */
export async function restoreFrom(path: string, { owner, app, files }: RestoreRequest): Promise<Restored> {
  if (
    !(await access(path).then(
      () => true,
      () => false,
    ))
  )
    throw new Stop(`There is no file ${path}.`);
  const placed: string[] = [];
  const sum = { rows: 0, files: 0 };
  let manifest: Manifest | undefined;
  try {
    await acrossLandlords(
      owner,
      async (trx) => {
        await sql`lock table landlord in share row exclusive mode`.execute(trx);
        if ((await listLandlords(trx)).length > 0) {
          throw new Stop('There is a landlord in this database already: a backup is restored into an empty one.');
        }
        const lifted = await liftRowSecurity(trx);
        await readArchive(path, async (entry) => {
          if (manifest === undefined) {
            manifest = await readManifest(entry, path);
            await fits(trx, manifest);
            return;
          }
          const [kind, place = '', name = ''] = entry.name.split('/');
          if (kind === 'tables') sum.rows += await fillTable(trx, tableOf(manifest, name), entry);
          else if (kind === 'files' && (await placeFile(files, place, name, entry, placed))) sum.files += 1;
        });
        await carryOn(trx);
        // A backup of an earlier release: what its rows are without. As after its migrations.
        await sql`select putright_carry_over()`.execute(trx);
        for (const table of lifted) await sql`alter table ${sql.table(table)} force row level security`.execute(trx);
      },
      { statementTimeoutMs: 0 },
    );
  } catch (error) {
    for (const one of placed) await rm(one, { force: true });
    throw error;
  }
  if (manifest === undefined) throw new Stop(`The archive ${path} is no backup of Putright.`);
  for (const { id } of manifest.landlords) {
    await rebuild(app, id as never);
    await takeBackRestored(app, id as never, new Date());
  }
  return {
    ...sum,
    landlords: manifest.landlords.length,
    madeAt: manifest.madeAt,
    verified: await verify(app, { files }),
  };
}

/**
 * What only makes sense in the installation that the backup was taken from. A letter that was waiting to leave may have
 * left since: a person decides, the product never sends it by itself. Counted ids go on behind the restored ones.
 */
async function carryOn(trx: Trx): Promise<void> {
  await sql`
    update letter_sending
    set state = 'unsure', trouble = 'It was waiting when the backup was taken. Whether it has left since is not known.'
    where state in ('held', 'waiting', 'sending', 'with-supplier')`.execute(trx);
  await sql`
    update outgoing_message
    set state = 'unsure', trouble = 'It was waiting when the backup was taken. Whether it has left since is not known.'
    where state in ('held', 'waiting', 'sending')`.execute(trx);
  // The installation that the backup was taken from may still be reading: two would open each case twice.
  await sql`update mailbox set reads = false`.execute(trx);
  await sql`update mailbox_reading set held_by = null, held_until = null`.execute(trx);
  const counted = await sql<{ name: string; column: string }>`
    select c.relname as name, a.attname as column
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`.execute(trx);
  for (const { name, column } of counted.rows) {
    await sql`
      select setval(pg_get_serial_sequence(${name}, ${column}), coalesce(max(${sql.ref(column)}), 0) + 1, false)
      from ${sql.table(name)}`.execute(trx);
  }
}

async function readManifest(entry: ArchiveEntry, path: string): Promise<Manifest> {
  if (entry.name === 'manifest.json') {
    const read = manifestSchema.safeParse(JSON.parse((await whole(entry.pieces)).toString('utf8')));
    if (read.success) return read.data;
  }
  throw new Stop(`The archive ${path} is no backup of Putright, or of a newer release.`);
}

/** The same tables or more of them: what the backup's database had run, this one must have run too. */
async function fits(trx: Trx, manifest: Manifest): Promise<void> {
  const here = new Set(await migrationsRun(trx));
  const unknown = manifest.migrations.find((name) => !here.has(name));
  if (unknown !== undefined) {
    throw new Stop(`The backup was made by a newer release (it has ${unknown}): restore it with that release.`);
  }
}

async function liftRowSecurity(trx: Trx): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity`.execute(trx);
  for (const { name } of found.rows) await sql`alter table ${sql.table(name)} no force row level security`.execute(trx);
  return found.rows.map((row) => row.name);
}

function tableOf(manifest: Manifest, name: string): Manifest['tables'][number] {
  const table = manifest.tables.find((one) => one.name === name);
  if (table === undefined) throw new Stop(`The archive holds a table ${name} that its list does not have.`);
  return table;
}

const hexDigest = /^[0-9a-f]{64}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether it was not there before. */
async function placeFile(
  files: string,
  landlordId: string,
  content: string,
  entry: ArchiveEntry,
  placed: string[],
): Promise<boolean> {
  if (!hexDigest.test(content) || !uuid.test(landlordId))
    throw new Stop(`The archive holds ${entry.name}, which is no file of ours.`);
  const path = pathOf(files, landlordId, content);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const arriving = `${path}.${randomUUID()}`;
  const hash = createHash('sha256');
  try {
    await pipeline(
      entry.pieces,
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece);
          yield piece;
        }
      },
      createWriteStream(arriving, { flags: 'wx', mode: 0o600 }),
    );
    // Bytes that do not fit their name were wrong already in the installation; verify will name the case.
    if (hash.digest('hex') !== content) return false;
    const handle = await open(arriving, 'r+');
    await handle.sync();
    await handle.close();
    await rename(arriving, path);
    placed.push(path);
    return true;
  } finally {
    await rm(arriving, { force: true });
  }
}
