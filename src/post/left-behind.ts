/** Folders for papers, mail and files on their way, which go with the work; a process that is killed leaves its own behind. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../store/stop.js';

/** As they are called where they are made: papers of a bundle, one that is mended, a message, what a form sent. */
const ours = /^putright-(?:papers|mending|mail|sent)-/;

/** No work with one takes nearly so long. */
const dayMs = 86_400_000;

/** Takes away those in a folder that nothing was put into for a day; how many there were. */
export async function takeAwayLeftBehind(folder: string, now: Date): Promise<number> {
  let taken = 0;
  for (const name of await readdir(folder)) {
    if (!ours.test(name)) continue;
    const path = join(folder, name);
    try {
      if (now.getTime() - (await stat(path)).mtimeMs < dayMs) continue;
      await rm(path, { recursive: true, force: true });
      taken += 1;
    } catch (error) {
      // It went meanwhile, or is another installation's.
      if (!['ENOENT', 'EACCES', 'EPERM'].includes(codeOf(error) ?? '')) throw error;
    }
  }
  return taken;
}
