/** Runs the command line as a process of its own, the way a person would, and tells what became of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const main = new URL('../../src/cli/main.js', import.meta.url).href;
const script = `process.exitCode = await (await import(${JSON.stringify(main)})).main(process.argv.slice(1));`;

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function begin(args: readonly string[], environment: Environment): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', script, '--', ...args], {
    env: { ...process.env, DATABASE_URL: undefined, SMTP_URL: undefined, LOG_LEVEL: 'error', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Waits for its end. */
export async function putright(args: readonly string[], environment: Environment = {}, input = ''): Promise<Ran> {
  const child = begin(args, environment);
  const said = listen(child);
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: said.out, err: said.err };
}

export interface Started {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  /** Resolves when the process has ended, to its exit code. */
  readonly ended: Promise<number | null>;
}

/** `start`, once it has said that it is ready; or the end of it, if it never was. */
export async function putrightStart(args: readonly string[], environment: Environment): Promise<Started> {
  const child = begin(['start', ...args], environment);
  const said = listen(child);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  let over = false;
  void ended.then(() => {
    over = true;
  });
  await until(() => over || said.out.includes('Putright is ready'), 60_000);
  return { child, said, ended };
}

function listen(child: ChildProcess): { out: string; err: string } {
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    said.out += piece;
  });
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    said.err += piece;
  });
  return said;
}

export async function until(it: () => boolean | Promise<boolean>, milliseconds = 15_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await it())) {
    if (performance.now() > end) throw new Error(`waited ${milliseconds} ms in vain for: ${it}`);
    await pause(25);
  }
}

export interface Running {
  readonly pid: number;
  readonly what: 'web' | 'worker' | 'postgres' | 'keeper' | 'other';
}

/** Every process of this machine that works for that data folder. */
export function processesOf(dataFolder: string): Running[] {
  const found: Running[] = [];
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (command === '') continue;
      if (!`${command}\0${readFileSync(`/proc/${pid}/environ`, 'utf8')}`.includes(dataFolder)) continue;
      found.push({ pid, what: whatIs(command) });
    } catch {
      // It ended as we looked, or it is not ours to look at.
    }
  }
  return found;
}

function whatIs(command: string): Running['what'] {
  if (command.includes('web/server.js')) return 'web';
  if (command.includes('jobs/worker.js')) return 'worker';
  if (command.startsWith('/bin/sh')) return 'keeper';
  if (/^[^\0]*\/postgres\0-D\0/.test(command)) return 'postgres';
  return 'other';
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A folder that goes when the process ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `putright-test-${name}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
