/**
 * Real PostgreSQL for tests. `freshDatabase()` answers with a database of its own, migrated, in about a fifth of a second.
 *
 * A whole run shares the one server that PUTRIGHT_TEST_CLUSTER names (`putright test` starts it). A test file that is run
 * alone starts a server of its own from a cached, already migrated folder, and it ends with the test's process.
 * PUTRIGHT_TEST_POSTGRES=15 takes the machine's PostgreSQL 15 instead of the embedded 18.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { ClusterPlan } from '../../src/store/cluster-folder.js';
import { root } from '../../src/store/config.js';
import { ensureDatabase, startCluster } from '../../src/store/embedded.js';
import { migrate } from '../../src/store/migrate.js';
import { type Binaries, embeddedBinaries, installedBinaries } from '../../src/store/postgres-binaries.js';
import { servingUser } from '../../src/store/serving-user.js';

export interface TestDatabase {
  readonly name: string;
  /** Connection strings, one for each role. */
  readonly owner: string;
  readonly app: string;
  readonly jobs: string;
  /** A superuser, for what no role of the product may do: to tamper, for example. */
  readonly admin: string;
}

export interface TestCluster {
  readonly major: number;
  /** The server's own process. */
  readonly pid: number;
  url(role: string, database: string): string;
  stop(): Promise<void>;
}

const template = 'putright_template';

// A key of the tests' own, so that none is made in the machine's data folder.
process.env.PUTRIGHT_KEY ??= createHash('sha256').update('the key of the tests').digest('base64');

export const testMajor: 15 | 18 = process.env.PUTRIGHT_TEST_POSTGRES === '15' ? 15 : 18;

/** Undefined when this machine has no PostgreSQL of that version. */
export function testBinaries(major: 15 | 18): Binaries | undefined {
  return major === 15 ? installedBinaries(15) : embeddedBinaries(servingUser(), cache());
}

/**
 * A database that nobody else uses. `migrated: false` gives an empty one. It is dropped when the process ends; the test
 * closes its own connections.
 */
export async function freshDatabase(options: { readonly migrated?: boolean } = {}): Promise<TestDatabase> {
  const url = await urls();
  const name = `t_${randomBytes(6).toString('hex')}`;
  const from = options.migrated === false ? 'template1' : template;
  await administer(url('postgres', 'postgres'), async (client) => {
    await client.query(`create database ${name} template ${from} owner putright_owner strategy file_copy`);
  });
  made.push(name);
  return {
    name,
    owner: url('putright_owner', name),
    app: url('putright_app', name),
    jobs: url('putright_jobs', name),
    admin: url('postgres', name),
  };
}

/** The server for a whole run: its folder is a copy of a cached, migrated one. */
export async function startTestCluster(major: 15 | 18): Promise<TestCluster> {
  const binaries = testBinaries(major);
  if (binaries === undefined) throw new Error(`there is no PostgreSQL ${major} on this machine`);
  sweep();
  const prepared = await preparedFolder(binaries);
  const folder = join(cache(), `run-${process.pid}-${randomBytes(3).toString('hex')}`);
  copy(prepared, folder);
  // A test may make a login of its own: whoever is granted the role `testers` comes in by name.
  const rules = join(folder, 'pg_hba.conf');
  writeFileSync(rules, `local all +testers trust\n${readFileSync(rules, 'utf8')}`);
  const cluster = await startCluster(planOf(binaries, folder));
  const remove = () => {
    for (const left of [folder, `${folder}.log`, cluster.socket]) rmSync(left, { recursive: true, force: true });
  };
  // Nothing in the folder is wanted any more, so the server need not end in order.
  const atExit = () => {
    try {
      process.kill(cluster.pid, 'SIGQUIT');
      // Throws as soon as it has ended.
      for (let wait = 0; wait < 200; wait++) {
        process.kill(cluster.pid, 0);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    } catch {
      // It has ended.
    }
    remove();
  };
  process.once('exit', atExit);
  return {
    major,
    pid: cluster.pid,
    url: (role, database) => cluster.url(role as Parameters<typeof cluster.url>[0], database),
    async stop() {
      process.off('exit', atExit);
      await cluster.stop();
      remove();
    },
  };
}

/** What a process must find in PUTRIGHT_TEST_CLUSTER to share this server. */
export function sharedAs(cluster: TestCluster): string {
  return cluster.url('ROLE', 'DATABASE');
}

type Urls = (role: string, database: string) => string;
let mine: Promise<Urls> | undefined;
const made: string[] = [];

function urls(): Promise<Urls> {
  mine ??= findUrls();
  return mine;
}

async function findUrls(): Promise<Urls> {
  const shared = process.env.PUTRIGHT_TEST_CLUSTER;
  if (shared === undefined) {
    const cluster = await startTestCluster(testMajor);
    return cluster.url;
  }
  const url: Urls = (role, database) => shared.replace('ROLE', role).replace('DATABASE', database);
  process.on('beforeExit', () => {
    const names = made.splice(0);
    if (names.length === 0) return;
    void administer(url('postgres', 'postgres'), async (client) => {
      for (const name of names) await client.query(`drop database if exists ${name} with (force)`);
    }).catch(() => {});
  });
  return url;
}

async function administer(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** A stopped server's folder with roles and the migrated template in it, made once for each state of db/. */
async function preparedFolder(binaries: Binaries): Promise<string> {
  const folder = join(cache(), `ready-${binaries.major}-${stateOfDatabase()}`);
  if (existsSync(folder)) return folder;
  const making = join(cache(), `run-${process.pid}-making-${randomBytes(3).toString('hex')}`);
  const cluster = await startCluster(planOf(binaries, making));
  try {
    await ensureDatabase(cluster, template);
    const [owner, jobs] = [cluster.url('putright_owner', template), cluster.url('putright_jobs', template)];
    await migrate({ owner, jobs });
  } catch (error) {
    await cluster.stop();
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
  await cluster.stop();
  rmSync(`${making}.log`, { force: true });
  try {
    renameSync(making, folder);
  } catch (error) {
    // Another test made the same in the meantime.
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}

function planOf(binaries: Binaries, folder: string): ClusterPlan {
  return {
    binaries,
    user: servingUser(),
    folder,
    log: `${folder}.log`,
    careless: true,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
      max_wal_size: '256MB',
      autovacuum_naptime: '60s',
    },
  };
}

function copy(from: string, to: string): void {
  const user = servingUser();
  cpSync(from, to, { recursive: true });
  chmodSync(to, 0o700);
  if (user !== undefined) chownAll(to, user.uid, user.gid);
}

function stateOfDatabase(): string {
  const hash = createHash('sha256');
  for (const folder of ['db/migrations', 'db/views', 'src/store/cluster-folder.ts', 'src/store/migrate.ts']) {
    const path = join(root, folder);
    if (!existsSync(path)) continue;
    const files = folder.endsWith('.ts')
      ? [path]
      : readdirSync(path)
          .sort()
          .map((file) => join(path, file));
    for (const file of files) hash.update(`${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

function cache(): string {
  const folder = join(tmpdir(), `putright-tests-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

/** Takes away what killed runs and older states of db/ left behind. */
function sweep(): void {
  const yesterday = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(cache())) {
    const old = statSync(join(cache(), name), { throwIfNoEntry: false });
    if (name.startsWith('ready-') && old !== undefined && old.mtimeMs < yesterday) {
      rmSync(join(cache(), name), { recursive: true, force: true });
    }
    const pid = Number(/^run-(\d+)-/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || existsSync(`/proc/${pid}`)) continue;
    rmSync(join(cache(), name), { recursive: true, force: true });
  }
}

function chownAll(path: string, uid: number, gid: number): void {
  chownSync(path, uid, gid);
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) chownSync(join(path, entry), uid, gid);
}
