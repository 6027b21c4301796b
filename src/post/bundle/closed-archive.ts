/** A closed archive (AES-256) of files, as a stream: written by a process of its own while it is sent. */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { ZipAsked } from './zip-main.js';

/** Without letters and digits that are taken for one another, in groups that can be read out. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

export function newPassword(): string {
  const group = (): string => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** Ends with an error where the archive could not be finished, so that nobody takes half of one for the whole. */
export function closedArchive(asked: ZipAsked): Readable {
  const main = fileURLToPath(new URL('./zip-main.js', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', main], {
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const out = new PassThrough();
  child.stdout.pipe(out, { end: false });
  child.on('error', (error) => out.destroy(error));
  child.on('close', (code) => {
    if (code === 0) out.end();
    else out.destroy(new Error('the archive was not finished'));
  });
  out.on('close', () => child.kill());
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify(asked));
  return out;
}
