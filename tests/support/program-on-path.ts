/** A small program of some name that is found before any other of that name: for what happens when a machine's own misbehaves. */
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Puts a shell script first on the path. Gives what takes it away again. */
export async function programOnPath(folder: string, name: string, does: string): Promise<() => void> {
  const before = process.env.PATH ?? '';
  const at = await mkdtemp(join(folder, `${name}-`));
  const file = join(at, name);
  await writeFile(file, `#!/bin/sh\n${does}\n`);
  await chmod(file, 0o755);
  process.env.PATH = [at, before].join(delimiter);
  return () => {
    process.env.PATH = before;
  };
}
