/**
 * The landlords that are measured: each in a data folder of its own outside the tree, made once, in batches, and kept.
 * A run works on a copy, so that what it logs is gone with it and every run sees the same.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { StaffId } from '../src/facts/happened.js';
import { root } from '../src/store/config.js';
import { openDataFolder } from '../src/store/data-folder.js';
import { inLandlord, type LandlordId, openDatabase } from '../src/store/database.js';
import { type Cluster, ensureDatabase, startCluster } from '../src/store/embedded.js';
import { makeLandlord } from '../src/store/landlords.js';
import { migrate } from '../src/store/migrate.js';
import { embeddedBinaries } from '../src/store/postgres-binaries.js';
import { registerShape } from '../src/store/register-shape.js';
import { bringRegistersUpToDate } from '../src/store/registers-up-to-date.js';
import { servingUser } from '../src/store/serving-user.js';
import { addStaff } from '../src/store/staff.js';
import { addTeam } from '../src/store/teams.js';
import { londonDay } from '../src/store/today.js';
import { generate } from './generate.js';

export interface Made {
  readonly cases: number;
  readonly landlordId: LandlordId;
  /** An officer who may sign in. */
  readonly officer: StaffId;
}

/** Outside the tree, so that neither git nor the compiler meets it. */
export const dataFolder: string =
  process.env.PUTRIGHT_BENCH_DATA ?? join(tmpdir(), `putright-bench-${process.getuid?.() ?? 0}`);

/** How many cases of 200 events stand beside the others. */
const long = { cases: 60, events: 200 } as const;

const folderOf = (cases: number): string => join(dataFolder, `landlord-${cases}`);
const noteIn = (folder: string): string => join(folder, 'made.json');

interface Note extends Made {
  readonly generator: string;
  readonly migrations: string;
}

/** Makes this landlord unless it stands there, made by the same generator. */
export async function makeOnce(cases: number, fresh: boolean, say: (line: string) => void): Promise<Made> {
  const folder = folderOf(cases);
  const known = fresh ? null : await knownIn(folder);
  if (known !== null) return known;
  const making = `${folder}.making`;
  for (const old of [folder, making]) rmSync(old, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
  const begun = performance.now();
  const made = await make(making, cases, say);
  writeFileSync(noteIn(making), JSON.stringify({ ...made, ...makers() } satisfies Note));
  renameSync(making, folder);
  say(`  ${cases.toLocaleString('en-GB')} cases made in ${Math.round((performance.now() - begun) / 1000)} seconds`);
  return made;
}

/** What stands there, its tables brought up to date; null when it must be made (again). */
async function knownIn(folder: string): Promise<Note | null> {
  if (!existsSync(noteIn(folder))) return null;
  const note = JSON.parse(readFileSync(noteIn(folder), 'utf8')) as Note;
  const { generator, migrations } = makers();
  if (note.generator !== generator) return null;
  if (note.migrations === migrations) return note;
  const cluster = await startIn(folder);
  try {
    await migrateIn(cluster);
    const db = openDatabase(cluster.url('putright_app', 'putright'), 'app', { statementTimeoutMs: 0 });
    await bringRegistersUpToDate(db, () => {});
    await db.close();
    await settle(cluster.url('postgres', 'putright'));
  } catch {
    // A migration that had run is another now.
    return null;
  } finally {
    await cluster.stop({ patient: true });
  }
  const now = { ...note, migrations };
  writeFileSync(noteIn(folder), JSON.stringify(now));
  return now;
}

/** While it is made nothing is forced to the disk: what is half made is thrown away. When measured, everything is. */
function startIn(folder: string): Promise<Cluster> {
  const user = servingUser();
  const data = openDataFolder(folder, user);
  return startCluster({
    binaries: embeddedBinaries(user, data.folder),
    user,
    folder: data.postgres,
    log: data.postgresLog,
    careless: true,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '2GB' },
  });
}

async function migrateIn(cluster: Cluster): Promise<void> {
  await migrate({ owner: cluster.url('putright_owner', 'putright'), jobs: cluster.url('putright_jobs', 'putright') });
}

async function make(folder: string, cases: number, say: (line: string) => void): Promise<Made> {
  const cluster = await startIn(folder);
  try {
    await ensureDatabase(cluster, 'putright');
    await migrateIn(cluster);
    const db = openDatabase(cluster.url('putright_app', 'putright'), 'app', { statementTimeoutMs: 0 });
    const landlordId = await makeLandlord(db, { name: `Landlord of ${cases.toLocaleString('en-GB')} cases` });
    const today = londonDay(new Date());
    const indexesBack = await withoutWordIndexes(cluster.url('postgres', 'putright'));
    let told = 0;
    const { staff, teams } = await generate(db, landlordId, {
      cases,
      today,
      told: (done) => {
        if (done - told < 10_000) return;
        told = done;
        say(`  ${done.toLocaleString('en-GB')} of ${cases.toLocaleString('en-GB')} cases`);
      },
    });
    await generate(db, landlordId, { cases: long.cases, eventsEach: long.events, today, seed: 2, batch: 20 });
    await inLandlord(db, landlordId, async (trx) => {
      for (const [i, id] of staff.entries()) {
        await addStaff(trx, {
          id,
          name: `Officer ${i + 1}`,
          email: `officer-${i + 1}@example.org`,
          roles: ['officer'],
        });
      }
      for (const [i, id] of teams.entries()) {
        await addTeam(trx, { id, name: `Team ${i + 1}`, contractor: i === 3, email: null });
      }
    });
    await db.close();
    say('  indexes');
    await indexesBack();
    await settle(cluster.url('postgres', 'putright'));
    const [officer] = staff;
    if (officer === undefined) throw new Error('a landlord has staff');
    return { cases, landlordId, officer };
  } finally {
    await cluster.stop({ patient: true });
    spawnSync('sync');
  }
}

/** Indexes of words take half of the time when they grow case by case, so they are made in one go at the end. */
async function withoutWordIndexes(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const found = await client.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where schemaname = 'public' and indexdef ~ ' USING gin '`,
  );
  for (const { name } of found.rows) await client.query(`drop index ${pg.escapeIdentifier(name)}`);
  return async () => {
    await client.query(`set maintenance_work_mem = '512MB'`);
    for (const { made } of found.rows) await client.query(made);
    await client.end();
  };
}

/** What autovacuum does to a landlord that grew over years. */
async function settle(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  await client.end();
}

/** A copy to work on. */
export function copyOf(cases: number): string {
  sweep();
  const folder = join(dataFolder, `run-${process.pid}-${cases}`);
  const copied = spawnSync('cp', ['-a', folderOf(cases), folder], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(`the landlord could not be copied: ${copied.stderr}`);
  return folder;
}

/** Takes away what killed runs left. */
function sweep(): void {
  for (const name of readdirSync(dataFolder)) {
    const pid = /^run-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && pid !== String(process.pid) && !existsSync(`/proc/${pid}`)) {
      rmSync(join(dataFolder, name), { recursive: true, force: true });
    }
  }
}

/** The generator, and the tables with what is worked out into them, in short. */
function makers(): { generator: string; migrations: string } {
  const generator = createHash('sha256').update(readFileSync(join(root, 'bench', 'generate.ts')));
  const migrations = createHash('sha256').update(registerShape);
  const folder = join(root, 'db', 'migrations');
  for (const name of readdirSync(folder).sort()) migrations.update(name).update(readFileSync(join(folder, name)));
  return { generator: generator.digest('hex'), migrations: migrations.digest('hex') };
}
