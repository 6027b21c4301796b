/** Keeps a process of ours running: started again when it ends by itself, given up when it ends again and again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Config } from '../store/config.js';
import type { DatabaseUrls } from '../store/own-postgres.js';

export interface Kept {
  readonly name: string;
  pid(): number | undefined;
  /** Ends it in order; by force after ten seconds or when called a second time. */
  stop(): Promise<void>;
}

export interface KeepRequest {
  readonly name: string;
  /** The entry file, from dist/src. */
  readonly entry: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** It said that it is at work; again after each new beginning. */
  readonly onReady?: () => void;
  /** It ended five times within half a minute. */
  readonly onHopeless: (name: string) => void;
}

// On a machine with much memory Node lets a process grow to hundreds of megabytes before it clears up. A page needs little.
const thrift = ['--max-semi-space-size=8', '--max-old-space-size=1024'];

const leash = pathToFileURL(fileURLToPath(new URL('./leash.js', import.meta.url))).href;

/** What the processes that we start are told: the installation as it was opened, and no more rights than they need. */
export function environmentOfChildren(config: Config, urls: DatabaseUrls): KeepRequest['environment'] {
  return {
    ...process.env,
    PORT: String(config.port),
    HOST: config.host,
    PUTRIGHT_DATA: config.data,
    PUTRIGHT_APP_URL: urls.app,
    PUTRIGHT_JOBS_URL: undefined,
    // What the web process cannot do, whoever breaks into it cannot do either.
    DATABASE_URL: undefined,
    DATABASE_OWNER_URL: undefined,
    DATABASE_JOBS_URL: undefined,
  };
}

/** Runs an entry file to its end; false when it failed. It ends with us, like the others. */
export async function runToTheEnd(entry: string, environment: KeepRequest['environment']): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', leash, pathOf(entry)], {
    env: environment as NodeJS.ProcessEnv,
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    detached: true,
  });
  child.stdio[3]?.on('error', () => {});
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
}

function pathOf(entry: string): string {
  return fileURLToPath(new URL(`../${entry}`, import.meta.url));
}

export function keep(request: KeepRequest): Kept {
  const entry = pathOf(request.entry);
  const ends: number[] = [];
  let child: ChildProcess | undefined;
  let stopping = false;
  let ended: Promise<void> = Promise.resolve();

  const begin = (): void => {
    if (stopping) return;
    const started = spawn(process.execPath, [...thrift, '--import', leash, entry], {
      env: request.environment as NodeJS.ProcessEnv,
      stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'ipc'],
      // In a group of its own: Ctrl-C reaches `start` alone, which ends things in order.
      detached: true,
    });
    child = started;
    started.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'ready' in message) request.onReady?.();
    });
    started.on('error', () => {});
    started.stdio[3]?.on('error', () => {});
    ended = new Promise((resolve) => {
      started.once('exit', () => {
        resolve();
        if (stopping) return;
        const now = performance.now();
        ends.push(now);
        const recent = ends.filter((at) => now - at < 30_000).length;
        if (recent >= 5) request.onHopeless(request.name);
        else setTimeout(begin, 100 * 2 ** recent);
      });
    });
  };
  begin();

  return {
    name: request.name,
    pid: () => child?.pid,
    async stop() {
      if (stopping) child?.kill('SIGKILL');
      stopping = true;
      child?.kill('SIGTERM');
      const force = setTimeout(() => child?.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(force);
    },
  };
}
