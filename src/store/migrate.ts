/**
 * Migrations run forward only, in the order of their numbers, each in one transaction, as putright_owner. The views of
 * db/views are made anew whenever one of them has changed. graphile-worker makes its own tables as putright_jobs.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { root } from './config.js';
import { connectionAs } from './roles.js';
import { codeOf, Stop } from './stop.js';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

export interface MigrateRequest {
  readonly owner: string;
  readonly jobs: string;
  /** Called once before an existing database is changed, with what is about to run. */
  readonly before?: (pending: readonly Migration[]) => Promise<void>;
  /** For tests: migrations of their own, with their views in a folder of that name in it. */
  readonly folder?: string;
}

export function migrationsIn(folder = join(root, 'db', 'migrations')): Migration[] {
  return sqlFiles(folder)
    .map(({ file, text }) => ({
      number: Number(file.slice(0, 4)),
      name: file.slice(0, -4),
      text,
      checksum: digest(text),
    }))
    .sort((a, b) => a.number - b.number);
}

/** The names of the migrations that ran. */
export async function migrate(request: MigrateRequest): Promise<string[]> {
  const known = migrationsIn(request.folder);
  const client = new pg.Client(connectionAs('putright_owner', request.owner));
  await client.connect();
  try {
    // Two processes that start together take turns.
    await client.query(`select pg_advisory_lock(hashtext('putright migrations'))`);
    await client.query(`
      create table if not exists migration (
        number int primary key,
        name text not null,
        checksum text not null,
        ran_at timestamptz not null default now()
      )`);
    const ran = await client.query<{ number: number; name: string; checksum: string }>(
      'select number, name, checksum from migration where number > 0 order by number',
    );
    const pending = stillToRun(known, ran.rows);
    if (pending.length > 0 && ran.rows.length > 0) await request.before?.(pending);
    if (pending.length > 0) await dropViews(client);
    for (const migration of pending) await run(client, migration);
    // putright_app says in the check of its own release whether the database is newer.
    await client.query('grant select on migration to putright_app, putright_jobs');
    await makeViews(client, request.folder === undefined ? join(root, 'db', 'views') : join(request.folder, 'views'));
    await makeJobTables(client, request.jobs);
    return pending.map((migration) => migration.name);
  } catch (error) {
    if (codeOf(error) === '53100') throw new Stop('The disk is full: the database cannot be brought up to date.');
    throw error;
  } finally {
    await client.end();
  }
}

/** What a migration was in an earlier form that databases ran, where a later one brings them to the same end. */
const earlierForms: Readonly<Record<string, string>> = {
  // 0038 takes away what it had more.
  '0031_learning': 'eac78405d944f72e2b9ed9137e0d9e8e15e04bc3b4df5b861ef30c2dd172d873',
};

function stillToRun(known: readonly Migration[], ran: readonly { number: number; name: string; checksum: string }[]) {
  const newest = known.at(-1)?.number ?? 0;
  const newer = ran.find((row) => row.number > newest);
  if (newer !== undefined) {
    throw new Stop(`This database was written by a newer release (it has ${newer.name}): start that release instead.`);
  }
  for (const migration of known) {
    const row = ran.find((one) => one.number === migration.number);
    if (row !== undefined && ![migration.checksum, earlierForms[migration.name]].includes(row.checksum)) {
      throw new Stop(
        `The migration ${migration.name} is not the one that this database ran: use an unchanged release.`,
      );
    }
  }
  return known.filter((migration) => !ran.some((row) => row.number === migration.number));
}

async function run(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.text);
    // A migration may have taken another role to give something to it.
    await client.query('reset role');
    await client.query('insert into migration (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if (error instanceof Error) error.message = `${migration.name}: ${error.message}`;
    throw error;
  }
}

/** A view stands in the way of a migration that changes what it reads. All of them are made again after it. */
async function dropViews(client: pg.Client): Promise<void> {
  const found = await client.query<{ name: string }>(
    `select viewname as name from pg_views where schemaname = 'public' and viewowner = current_user`,
  );
  for (const { name } of found.rows) await client.query(`drop view if exists ${pg.escapeIdentifier(name)} cascade`);
  await client.query('delete from migration where number = 0');
}

/** Views hold nothing, so they carry no history: each file drops and creates its own. */
async function makeViews(client: pg.Client, folder: string): Promise<void> {
  const files = sqlFiles(folder);
  const checksum = digest(files.map(({ file, text }) => `${file}\n${text}`).join('\n'));
  const made = await client.query('select from migration where number = 0 and checksum = $1', [checksum]);
  if (made.rowCount === 1 || files.length === 0) return;
  await client.query('begin');
  try {
    for (const { file, text } of files) {
      await client.query(text).catch((error: unknown) => {
        if (error instanceof Error) error.message = `${file}: ${error.message}`;
        throw error;
      });
    }
    await client.query(
      `insert into migration (number, name, checksum) values (0, 'views', $1)
       on conflict (number) do update set checksum = excluded.checksum, ran_at = now()`,
      [checksum],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function makeJobTables(owner: pg.Client, jobs: string): Promise<void> {
  const version = jobRunnerVersion();
  const made = await owner.query('select from migration where number = -1 and checksum = $1', [version]);
  if (made.rowCount === 1) return;
  // Loaded only when there is something to do: it is large, and whoever migrates may run for long.
  const { Logger, runMigrations } = await import('graphile-worker');
  // graphile-worker says "create schema if not exists", for which PostgreSQL wants the right even when the schema is there.
  await owner.query(
    `do $$ begin execute format('grant create on database %I to putright_jobs', current_database()); end $$`,
  );
  const pool = new pg.Pool({ ...connectionAs('putright_jobs', jobs), max: 1 });
  // graphile-worker asks for both listeners.
  pool.on('error', () => {});
  pool.on('connect', (connected) => connected.on('error', () => {}));
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) });
  } finally {
    await pool.end();
  }
  await owner.query(
    `insert into migration (number, name, checksum) values (-1, 'graphile-worker', $1)
     on conflict (number) do update set checksum = excluded.checksum, ran_at = now()`,
    [version],
  );
}

function jobRunnerVersion(): string {
  const entry = createRequire(import.meta.url).resolve('graphile-worker');
  const file = join(dirname(dirname(entry)), 'package.json');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}

function sqlFiles(folder: string): { file: string; text: string }[] {
  // git keeps no empty folder, so one without a file yet may not be there.
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
