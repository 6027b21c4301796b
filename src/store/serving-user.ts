/**
 * PostgreSQL refuses to run as root. When we are root it runs as another user of this machine: `putright` if someone made
 * one, else `nobody`; what that user must read or write is checked before, so that the fault is told in plain words.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Stop } from './stop.js';

export interface ServingUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Undefined when PostgreSQL can run as the user that we are. */
export function servingUser(): ServingUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const wanted of ['putright', 'nobody']) {
    const [name, , uid, gid] = users.find((line) => line.startsWith(`${wanted}:`))?.split(':') ?? [];
    if (name !== undefined && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Stop('PostgreSQL does not run as root and this machine has no user "nobody": make a user called putright.');
}

/** The name by which PostgreSQL knows who is at the other end of its socket. */
export function ourName(): string {
  try {
    return userInfo().username;
  } catch {
    throw new Stop(
      `The user number ${process.getuid?.()} has no name on this machine, and PostgreSQL needs one: add it to /etc/passwd.`,
    );
  }
}

export function mayUse(user: ServingUser | undefined, what: 'read' | 'write' | 'run', path: string): boolean {
  const flag = { read: '-r', write: '-w', run: '-x' }[what];
  const as = user === undefined ? {} : { uid: user.uid, gid: user.gid };
  return spawnSync('/bin/sh', ['-c', 'test "$1" "$2"', 'sh', flag, path], { ...as, cwd: '/' }).status === 0;
}
