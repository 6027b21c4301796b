/**
 * A child process in which strangers' files are opened: no network, nothing of ours in its surroundings, the files that it
 * may read and none, or the one said, that it may write, and limits on time and memory. Whatever happens in it, the worst
 * is a sentence.
 *
 * Two walls, one behind the other. Where the system can do it (Linux, as root or with user namespaces), the process starts
 * in a network of its own that leads nowhere. And everywhere Node's permission model refuses it other files, other
 * programs and inspection; src/post/no-network.ts takes the network modules from it, where there is nothing better.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../store/config.js';

export interface ApartLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

export type ApartEnd = 'done' | 'failed' | 'too-long' | 'too-large';

export interface Apart {
  /** A file beside this one, compiled. */
  readonly child: string;
  /** The one file of ours or of anybody's that it may read, beside the program itself. */
  readonly path: string;
  /** Further files, where it puts several together. */
  readonly reads?: readonly string[];
  /** The one file that it may write; none unless said. */
  readonly writes?: string;
  readonly told: readonly string[];
  readonly limits: ApartLimits;
  /** Text recognition works in threads. */
  readonly threads?: boolean;
  /** Each thing that it says, in turn; the next is read when this has been dealt with. */
  readonly heard: (message: unknown) => Promise<void> | void;
  readonly stop?: AbortSignal;
}

/** How a process is cut off from the network on this machine. */
export type Wall = 'own-network' | 'modules-only';

let known: { readonly network: readonly string[]; readonly bounds: readonly string[] } | undefined;

/** A child that may write writes no more than this. */
const mostWritten = 1_000_000_000;

/** The programs that start it within walls: those of util-linux, which every Linux has, as far as they work here. */
function walls(): { readonly network: readonly string[]; readonly bounds: readonly string[] } {
  if (known !== undefined) return known;
  const works = ([command = '', ...args]: readonly string[]): boolean =>
    process.platform === 'linux' &&
    spawnSync(command, [...args, process.execPath, '--version'], { stdio: 'ignore', timeout: 10_000 }).status === 0;
  const first = (ways: readonly (readonly string[])[]): readonly string[] => ways.find(works) ?? [];
  known = {
    network: first([
      ['unshare', '--net', '--'],
      ['unshare', '--map-root-user', '--net', '--'],
    ]),
    bounds: [
      // Whatever happens to us, it does not run on for ever; it leaves no picture of its memory and writes no file.
      ...first([['prlimit', '--cpu=300', '--core=0', '--fsize=0', '--']]),
      ...first([['setpriv', '--pdeathsig', 'KILL', '--']]),
    ],
  };
  return known;
}

/** What this machine gives, for whoever runs it to be told. */
export function wallHere(): Wall {
  return walls().network.length > 0 ? 'own-network' : 'modules-only';
}

/** Runs a child to its end. What it sends is heard in order; 'done' only when it said so itself. */
export async function runApart(apart: Apart): Promise<ApartEnd> {
  const here = fileURLToPath(new URL('../../', import.meta.url));
  const modules = join(root, 'node_modules');
  const readable = [
    join(here, '*'),
    join(root, 'package.json'),
    // Where it really lies, too: some installations link to it.
    ...new Set([modules, realpathSync(modules)].map((path) => join(path, '*'))),
    apart.path,
    ...(apart.reads ?? []),
  ];
  const args = [
    process.execPath,
    '--permission',
    '--allow-addons',
    ...(apart.threads === true ? ['--allow-worker'] : ['--disallow-code-generation-from-strings']),
    ...readable.map((path) => `--allow-fs-read=${path}`),
    ...(apart.writes === undefined ? [] : [`--allow-fs-write=${apart.writes}`]),
    '--no-warnings',
    `--max-old-space-size=${Math.max(64, Math.round(apart.limits.megabytes * 0.6))}`,
    fileURLToPath(new URL(`./${apart.child}.js`, import.meta.url)),
    apart.path,
    ...apart.told,
  ];
  const bounds = walls().bounds.map((word) =>
    word === '--fsize=0' && apart.writes !== undefined ? `--fsize=${mostWritten}` : word,
  );
  const [command = process.execPath, ...rest] = [...walls().network, ...bounds, ...args];
  const child = spawn(command, rest, {
    env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return watch(child, apart);
}

/** A program of another maker that this machine has. */
interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly limits: ApartLimits;
  /** How it ends when its work is done. */
  readonly well: readonly number[];
  readonly stop?: AbortSignal;
}

/**
 * Runs such a program behind the outer wall: without network, with nothing of ours in its surroundings, and within the same
 * limits. The inner wall is Node's, and it has none: it is given files only that its makers built it to take apart.
 */
export function runProgram({ name, args, limits, well, stop }: Program): Promise<ApartEnd> {
  const { network, bounds } = walls();
  const held = bounds.flatMap((word) =>
    word === '--fsize=0' ? [`--fsize=${mostWritten}`, `--as=${limits.megabytes * 1_048_576}`] : [word],
  );
  const [command = name, ...rest] = [...network, ...held, name, ...args];
  const child = spawn(command, rest, { env: { PATH: process.env.PATH ?? '' }, stdio: 'ignore' });
  return watch(child, { limits, well, heard: () => {}, ...(stop === undefined ? {} : { stop }) });
}

interface Watched extends Pick<Apart, 'limits' | 'heard' | 'stop'> {
  /** The codes by which it says that all is done; unless it says so in words. */
  readonly well?: readonly number[];
}

function watch(child: ChildProcess, { limits, heard, stop, well = [] }: Watched): Promise<ApartEnd> {
  return new Promise((resolve, reject) => {
    let said = false;
    let over = false;
    let fault: unknown;
    let hearing: Promise<void> = Promise.resolve();
    const end = (how: ApartEnd): void => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      clearInterval(weighing);
      stop?.removeEventListener('abort', stopped);
      child.kill('SIGKILL');
      void hearing.then(() => (fault === undefined ? resolve(how) : reject(fault)));
    };
    const stopped = (): void => end('failed');
    stop?.addEventListener('abort', stopped);
    const timer = setTimeout(() => end('too-long'), limits.milliseconds);
    const weighing = setInterval(() => {
      void residentMegabytes(child.pid).then((used) => {
        if (used !== null && used > limits.megabytes) end('too-large');
      });
    }, 100);
    child.on('message', (message) => {
      if (over) return;
      if (message === 'done') {
        said = true;
        return;
      }
      hearing = hearing
        .then(() => heard(message))
        .catch((error: unknown) => {
          fault ??= error;
          end('failed');
        });
    });
    child.on('error', () => end('failed'));
    // Killed from outside, or out of memory: it ended without a word.
    child.on('close', (code) =>
      end(said || well.includes(code ?? -1) ? 'done' : code === 134 ? 'too-large' : 'failed'),
    );
  });
}

/** How much memory a process holds, where the system tells it (Linux); null elsewhere. */
async function residentMegabytes(pid: number | undefined): Promise<number | null> {
  try {
    const pages = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1];
    return (Number(pages) * 4096) / 1_048_576;
  } catch {
    return null;
  }
}
