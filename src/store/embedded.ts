/**
 * The supervisor of a PostgreSQL of our own: makes its data folder, starts it behind a private socket, and never leaves
 * it running alone.
 *
 * A small shell stands between us and the server and reads a pipe that only we hold. When this process ends, even by
 * kill -9, the pipe closes and the server shuts down in order. Every connection is by the socket and by the name of the
 * operating system's user, so there is no password to keep.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import {
  as,
  type ClusterPlan,
  environment,
  fault,
  forgetStalePid,
  keepLogSmall,
  makeFolder,
  sizeOf,
  socketNoted,
} from './cluster-folder.js';
import { type Role, roles } from './roles.js';
import { codeOf, Stop } from './stop.js';

export interface Cluster {
  /** The server's own process. */
  readonly pid: number;
  readonly socket: string;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  url(role: Role | 'postgres', database: string): string;
  /** Shuts down in order; a patient stop waits for others' connections to end first. */
  stop(how?: { readonly patient: boolean }): Promise<void>;
}

const ordinarySettings = {
  listen_addresses: '',
  unix_socket_permissions: '0777',
  max_connections: '80',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What a query failed on may be what a resident wrote: the product's own log says that it failed, and where.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  jit: 'off',
  random_page_cost: '1.1',
  cluster_name: 'putright',
} as const;

// Descriptor 3 is the pipe we hold. The server gets neither it nor our own output.
const keeper = `
"$@" </dev/null >>"$PUTRIGHT_LOG" 2>&1 3<&- &
server=$!
echo "$server"
trap 'kill -INT "$server"' INT
trap 'kill -TERM "$server"' TERM
( read -r _ <&3; kill -INT "$server" ) >/dev/null 2>&1 &
watcher=$!
while kill -0 "$server" 2>/dev/null; do wait "$server"; done
kill "$watcher" 2>/dev/null
rm -rf "$PUTRIGHT_SOCKET"
exit 0
`;

export async function startCluster(plan: ClusterPlan): Promise<Cluster> {
  if (!existsSync(join(plan.folder, 'PG_VERSION'))) makeFolder(plan);
  forgetStalePid(plan.folder);
  keepLogSmall(plan);
  // A server that has just lost its keeper needs a moment to let go of its folder.
  for (let attempt = 1; ; attempt++) {
    const started = await tryStart(plan);
    if (started !== 'folder-in-use') return started;
    if (attempt === 40) throw new Stop(`The database in ${plan.folder} is being used by another process.`);
    await pause(250);
  }
}

/** The URL of a server that someone else runs on this folder, if it answers. */
export async function runningCluster(folder: string): Promise<Pick<Cluster, 'socket' | 'url'> | undefined> {
  const socket = socketNoted(folder);
  if (socket === undefined) return undefined;
  const url = (role: Role | 'postgres', database: string) => urlOf(socket, role, database);
  return (await ping(url('postgres', 'postgres'))) === 'answers' ? { socket, url } : undefined;
}

/** The three roles and a database of the owner's, made once. */
export async function ensureDatabase(cluster: Pick<Cluster, 'url'>, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url('postgres', 'postgres') });
  await client.connect();
  try {
    const known = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
      roles,
    ]);
    const names = known.rows.map((row) => row.rolname);
    for (const role of roles) {
      if (!names.includes(role)) await client.query(`create role ${role} login`);
    }
    // Migrations hand the door to the jobs over to the role that owns their schema.
    await client.query('grant putright_jobs to putright_owner');
    const there = await client.query('select from pg_database where datname = $1', [database]);
    if (there.rowCount === 0) {
      await client.query(`create database ${pg.escapeIdentifier(database)} owner putright_owner`);
    }
  } finally {
    await client.end();
  }
}

function urlOf(socket: string, role: string, database: string): string {
  return `postgres://${role}@/${encodeURIComponent(database)}?host=${encodeURIComponent(socket)}`;
}

async function tryStart(plan: ClusterPlan): Promise<Cluster | 'folder-in-use'> {
  const socket = plan.socket ?? socketPath();
  if (!existsSync(socket)) mkdirSync(socket, { mode: 0o700 });
  if (plan.user !== undefined) chownSync(socket, plan.user.uid, plan.user.gid);
  const settings = { ...ordinarySettings, ...plan.settings, unix_socket_directories: socket };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logFrom = sizeOf(plan.log);
  const child = spawn(
    '/bin/sh',
    ['-c', keeper, 'putright-postgres', plan.binaries.postgres, '-D', plan.folder, ...flags],
    {
      ...as(plan.user),
      env: { ...environment(plan), PUTRIGHT_LOG: plan.log, PUTRIGHT_SOCKET: socket },
      cwd: '/',
      // In a group of its own: Ctrl-C in a terminal reaches us alone, and we end things in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      // If the keeper alone was killed, closing the pipe tells what is left of it to end the server.
      child.stdio[3]?.destroy();
      rmSync(socket, { recursive: true, force: true });
      resolve();
    });
  });
  letGo(child);
  const url = (role: Role | 'postgres', database: string) => urlOf(socket, role, database);
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const pid = await firstLine(child);
  for (;;) {
    if (over) {
      const said = readFileSync(plan.log, 'utf8').slice(logFrom);
      if (/lock file "postmaster\.pid" already exists|pre-existing shared memory block/.test(said))
        return 'folder-in-use';
      throw fault(said, plan.folder);
    }
    const answer = await ping(url('postgres', 'postgres'));
    if (answer === 'answers') break;
    if (typeof answer === 'object') {
      process.kill(pid, 'SIGINT');
      throw answer;
    }
    await pause(15);
  }
  return {
    pid,
    socket,
    ended,
    url,
    async stop(how = { patient: false }) {
      child.ref();
      if (!over) child.kill(how.patient ? 'SIGTERM' : 'SIGINT');
      await ended;
    },
  };
}

/** Nothing about the server keeps this process from ending; ending is what shuts the server down. */
function letGo(child: ChildProcess): void {
  child.unref();
  for (const stream of child.stdio) {
    if (stream === null || stream === undefined) continue;
    if ('unref' in stream && typeof stream.unref === 'function') stream.unref();
    stream.on('error', () => {});
  }
}

async function firstLine(child: ChildProcess): Promise<number> {
  let text = '';
  // The stream itself is let go of, so something else must hold the process while we wait for the line.
  const hold = setInterval(() => {}, 1000);
  try {
    for await (const piece of child.stdout ?? []) {
      text += String(piece);
      if (text.includes('\n')) break;
    }
  } finally {
    clearInterval(hold);
  }
  return Number(text.trim());
}

async function ping(url: string): Promise<'answers' | 'not-yet' | Error> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return 'answers';
  } catch (error) {
    const code = codeOf(error);
    // 28…: it answers, and does not know us.
    if (code?.startsWith('28')) {
      return new Stop('The database in the data folder belongs to another user of this machine: start as that user.');
    }
    return 'not-yet';
  } finally {
    await client.end().catch(() => {});
  }
}

function socketPath(): string {
  const wanted = tmpdir();
  // A socket's whole path must stay below 107 bytes.
  const parent = Buffer.byteLength(wanted) < 70 ? wanted : '/tmp';
  return mkdtempSync(join(parent, 'putright-'));
}
