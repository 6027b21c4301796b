/** The folder of a PostgreSQL of our own, from without: made, cleared of what a killed one left, and its faults explained. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './postgres-binaries.js';
import { roles } from './roles.js';
import { ourName, type ServingUser } from './serving-user.js';
import { Stop } from './stop.js';

export interface ClusterPlan {
  readonly binaries: Binaries;
  readonly user: ServingUser | undefined;
  /** Made when absent; only PostgreSQL's user may look inside. */
  readonly folder: string;
  readonly log: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** The folder of an earlier server's socket, so that those who were connected find the new one. */
  readonly socket?: string;
  /** For tests: nothing is forced to the disk while the folder is made. */
  readonly careless?: boolean;
}

export function makeFolder(plan: ClusterPlan): void {
  const making = `${plan.folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  if (plan.user !== undefined) chownSync(making, plan.user.uid, plan.user.gid);
  const locale =
    plan.binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8'];
  const made = spawnSync(
    plan.binaries.initdb,
    [
      ...['-D', making, '--username=postgres', '--auth=peer', '--encoding=UTF8', '--no-instructions', ...locale],
      ...(plan.careless ? ['--no-sync'] : []),
    ],
    { ...as(plan.user), env: environment(plan), cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0) {
    rmSync(making, { recursive: true, force: true });
    throw fault(`${made.stderr ?? ''}${made.error ?? ''}`, plan.folder);
  }
  const us = ourName().replaceAll('"', '""');
  writeFileSync(join(making, 'pg_hba.conf'), 'local all all peer map=putright\n');
  writeFileSync(
    join(making, 'pg_ident.conf'),
    ['postgres', ...roles].map((role) => `putright "${us}" ${role}\n`).join(''),
  );
  renameSync(making, plan.folder);
}

export function socketNoted(folder: string): string | undefined {
  try {
    const socket = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[4];
    return socket === '' ? undefined : socket;
  } catch {
    return undefined;
  }
}

/** In a container that was killed, the number of the old server may now be another program's. */
export function forgetStalePid(folder: string): void {
  const file = join(folder, 'postmaster.pid');
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    if (name !== 'postgres') rmSync(file);
  } catch {
    // No such file, or no such process: the server sees to the rest.
  }
}

export function keepLogSmall(plan: ClusterPlan): void {
  if (sizeOf(plan.log) > 10_000_000) truncateSync(plan.log);
  closeSync(openSync(plan.log, 'a', 0o600));
  if (plan.user !== undefined) chownSync(plan.log, plan.user.uid, plan.user.gid);
  else chmodSync(plan.log, 0o600);
}

export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

export function as(user: ServingUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid };
}

export function environment(plan: ClusterPlan): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', HOME: plan.folder };
}

/** What the server said when it would not start, in one sentence. */
export function fault(said: string, folder: string): Stop {
  if (/No space left on device|ENOSPC|Disk quota exceeded/.test(said)) {
    return new Stop(`The disk is full: the database in ${folder} cannot be written.`);
  }
  if (/Permission denied|EACCES/.test(said)) {
    return new Stop(`The database in ${folder} may not be read or written by the user that runs it.`);
  }
  if (/database files are incompatible|initialized by PostgreSQL version/.test(said)) {
    return new Stop(`The database in ${folder} was made by another version of PostgreSQL.`);
  }
  if (/could not look up effective user ID/.test(said)) {
    return new Stop('The user that runs this has no name on this machine, and PostgreSQL needs one.');
  }
  const lines = said.split('\n').filter((line) => /FATAL|PANIC|error/i.test(line));
  return new Stop(`PostgreSQL did not start: ${(lines.at(-1) ?? said.trim().split('\n').at(-1) ?? '').trim()}`);
}
