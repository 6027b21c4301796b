/**
 * A real clamd with a database of one hand-made signature, so that nothing is downloaded: it finds the words
 * `infectedWords` and nothing else. Where clamav-daemon is not installed the tests skip, and say so.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clamav } from './debian.js';

/** What the signature of the tests finds. Harmless, and in no real database. */
export const infectedWords = 'PUTRIGHT-TESTS-HARMLESS-BUT-FOUND';

export interface Clamd {
  readonly path: string;
  stop(): Promise<void>;
}

export async function startClamd(): Promise<Clamd> {
  const folder = mkdtempSync(join(tmpdir(), 'putright-clamd-'));
  const path = join(folder, 's');
  writeFileSync(
    join(folder, 'test.ndb'),
    `Putright.Tests.Signature:0:*:${Buffer.from(infectedWords).toString('hex')}\n`,
  );
  writeFileSync(
    join(folder, 'clamd.conf'),
    [
      `LocalSocket ${path}`,
      `DatabaseDirectory ${folder}`,
      'Foreground yes',
      'StreamMaxLength 3M',
      'AlertEncrypted yes',
      'AlertExceedsMax yes',
      'MaxThreads 2',
      'DisableCache yes',
    ].join('\n'),
  );
  const child: ChildProcess = spawn(clamav.program, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tried = 0; tried < 600; tried++) {
    if (existsSync(path) && (await answers(path))) return { path, stop };
    if (child.exitCode !== null) break;
    await pause(50);
  }
  await stop();
  throw new Error('clamd did not start');
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path });
    const end = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('error', () => end(false));
    socket.once('data', (data) => end(data.toString().startsWith('PONG')));
    socket.once('connect', () => socket.write('zPING\0'));
  });
}
