/** The product as people run it, `putright start` on a data folder, and what its processes weigh. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../src/store/config.js';

export interface Product {
  readonly url: string;
  /** From the command to the first whole page. */
  readonly firstPageMs: number;
  /** The launcher, which is the supervisor of all others. */
  readonly pid: number;
  stop(): Promise<void>;
}

export const launcher: string = join(root, 'bin', 'putright.mjs');

/** Nothing that a person has set for their own Putright reaches the one that is measured. */
export function environmentOf(folder: string, port: number): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_JOBS_URL, SMTP_URL, HOST, ...rest } = process.env;
  return { ...rest, PUTRIGHT_DATA: folder, PORT: String(port), LOG_LEVEL: 'warn', PUTRIGHT_ALLOW_HOSTS: '127.0.0.1' };
}

export async function startProduct(folder: string): Promise<Product> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [launcher, 'start'], {
    env: environmentOf(folder, port),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(`${url}/sign-in`))) {
    if (child.exitCode !== null) throw new Error(`the product did not start: ${said}`);
    await pause(5);
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, firstPageMs: performance.now() - begun, pid: pidOf(child), stop };
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('the product has no process');
  return child.pid;
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url);
    return answer.status === 200 && (await answer.text()).includes('</html>');
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const trial = createServer();
    trial.once('error', reject);
    trial.listen(0, '127.0.0.1', () => {
      const address = trial.address();
      trial.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

export interface Weight {
  readonly web: number;
  readonly worker: number;
  readonly postgres: number;
  readonly supervisor: number;
}

/**
 * Megabytes of each part, memory that processes share divided among them (the kernel's Pss), so the sum is what the
 * machine gives up. Null where the kernel does not say (it is Linux that does).
 */
export function weigh(product: Product): Weight | null {
  if (!existsSync('/proc/self/smaps_rollup')) return null;
  const weight = { web: 0, worker: 0, postgres: 0, supervisor: 0 };
  for (const pid of familyOf(product.pid)) {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const part = command.includes('web/server.js')
      ? 'web'
      : command.includes('jobs/worker.js')
        ? 'worker'
        : command.startsWith('postgres:') || /\/postgres -D /.test(command)
          ? 'postgres'
          : 'supervisor';
    const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    weight[part] += Number(pss ?? 0) / 1024;
  }
  return weight;
}

/** Processor time that all of the product's processes have used until now; null where the kernel does not say. */
export function processorMs(product: Product): number | null {
  if (!existsSync('/proc/self/stat')) return null;
  let ticks = 0;
  for (const pid of familyOf(product.pid)) {
    // Its own time, and that of its children that have ended: fields 14 to 17, a hundredth of a second each.
    for (const field of statOf(String(pid))?.slice(11, 15) ?? []) ticks += Number(field);
  }
  return ticks * 10;
}

/** What follows a process's name in its line; the name itself may hold spaces and brackets. */
function statOf(pid: string): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It has just ended.
    return null;
  }
}

function familyOf(first: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(statOf(name)?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [first];
  for (const pid of family) family.push(...(children.get(pid) ?? []));
  return family;
}
