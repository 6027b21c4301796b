/**
 * Mends a PDF whose structure is broken, by qpdf, where this machine has it. What comes out is counted, looked through and
 * bound like any other paper: with qpdf or without, the same pages look the same.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../apart.js';

const program = 'qpdf';
const toAnswer = 10_000;
const limits = { milliseconds: 60_000, megabytes: 650 };
/** All is well; or it is done, and there was something to mend. */
const done: readonly number[] = [0, 3];

/** Looked for once for each place where programs are looked for. */
const known = new Map<string, boolean>();

/** Whether it is on this machine, and runs. */
export function canMend(): boolean {
  const path = process.env.PATH ?? '';
  const found = known.get(path);
  if (found !== undefined) return found;
  const asked = spawnSync(program, ['--version'], { env: { PATH: path }, timeout: toAnswer, encoding: 'utf8' });
  const here = asked.status === 0 && /^qpdf version /m.test(asked.stdout);
  known.set(path, here);
  return here;
}

/** Mends a file, then does the work with what came out; null where nothing did. The file itself stays as it was. */
export async function mended<T>(
  file: string,
  work: (path: string) => Promise<T>,
  bounds: { readonly stop?: AbortSignal; readonly milliseconds?: number } = {},
): Promise<T | null> {
  if (!canMend()) return null;
  const folder = await mkdtemp(join(tmpdir(), 'putright-mending-'));
  try {
    const out = join(folder, 'mended.pdf');
    const end = await runProgram({
      name: program,
      // A password that nobody needs to open it is no secret; one that somebody needs is not known here.
      args: ['--decrypt', file, out],
      limits: { ...limits, milliseconds: bounds.milliseconds ?? limits.milliseconds },
      well: done,
      ...(bounds.stop === undefined ? {} : { stop: bounds.stop }),
    });
    if (end !== 'done' || !(await isThere(out))) return null;
    return await work(out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}
