/** The process in which papers are opened, painted over and put together: started by post/bundle/run-task.ts. */
import '../no-network.js';
import { readFile, writeFile } from 'node:fs/promises';
import { openPdf } from '../looking/pdf-pictures.js';
import { isSound } from '../looking/pdfium-functions.js';
import { layWords } from './lay-words.js';
import { lookAgain } from './look-again.js';
import { pagePicture, paintPages } from './paint.js';
import { pictureAsPage } from './picture-page.js';
import type { Task, TaskSays } from './tasks.js';
import { unseenIn } from './unseen.js';
import { bindVolume } from './volume.js';

const [path = ''] = process.argv.slice(2);
const say = (said: TaskSays) => process.send?.(said);

async function work(): Promise<void> {
  const task = JSON.parse(await readFile(path, 'utf8')) as Task;
  switch (task.do) {
    case 'count':
      for (const [n, file] of task.files.entries()) say(await counted(n, file));
      return;
    case 'picture': {
      const bytes = await readFile(task.file);
      const made = await unlessDamaged(() => pictureAsPage(bytes, task.type));
      if (made === null) return;
      await writeFile(task.out, made);
      say({ is: 'written', pages: 1 });
      return;
    }
    case 'hide': {
      const painted = await paintPages(await readFile(task.file), task.boxes);
      await writeFile(task.out, painted.bytes);
      say({ is: 'written', pages: painted.pages });
      return;
    }
    case 'words': {
      await writeFile(task.out, await layWords(await readFile(task.file), task.words));
      say({ is: 'written', pages: task.words.length });
      return;
    }
    case 'page': {
      const { bytes, width, height } = await pagePicture(await readFile(task.file), task);
      await writeFile(task.out, bytes);
      say({ is: 'drawn', width, height });
      return;
    }
    case 'again':
      for (const [paper, pages] of await lookAgain(task)) say({ is: 'again', paper, pages });
      return;
    case 'volume': {
      const bound = await unlessDamaged(() => bindVolume(task.title, task.parts));
      if (bound === null) return;
      await writeFile(task.out, bound.bytes);
      say({ is: 'written', pages: bound.pages });
      return;
    }
    default:
      return task satisfies never;
  }
}

/** Says it where a file can't be read as what it is. Out of room, or without the file, nothing is known of it. */
async function unlessDamaged<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error)) throw error;
    say({ is: 'no-pages', n: 0, why: 'damaged' });
    return null;
  }
}

async function counted(n: number, file: string): Promise<TaskSays> {
  const bytes = await readFile(file);
  const opened = await openPdf(bytes);
  if (!opened.ok) return { is: 'no-pages', n, why: opened.why };
  const { document, pages } = opened;
  const sound = isSound(document);
  const unseen = await unseenIn(bytes, document, pages);
  document.destroy();
  return pages > 0 ? { is: 'counted', n, pages, unseen, sound } : { is: 'no-pages', n, why: 'empty' };
}

process.on('disconnect', () => process.exit());
void work()
  .then(() => process.send?.('done', () => process.exit()))
  .catch(() => process.exit(1));
