/** The process in which papers are opened, painted over and put together: started by post/bundle/run-task.ts. */
import '../no-network.js';
import { readFile, writeFile } from 'node:fs/promises';
import { openPdf } from '../looking/pdf-pictures.js';
import { pagePicture, paintPages } from './paint.js';
import { pictureAsPage } from './picture-page.js';
import type { Task, TaskSays } from './tasks.js';
import { bindVolume } from './volume.js';

const [path = ''] = process.argv.slice(2);
const say = (said: TaskSays) => process.send?.(said);

async function work(): Promise<void> {
  const task = JSON.parse(await readFile(path, 'utf8')) as Task;
  switch (task.do) {
    case 'count':
      for (const [n, file] of task.files.entries()) say(await counted(n, file));
      return;
    case 'picture':
      await writeFile(task.out, await pictureAsPage(await readFile(task.file), task.type));
      say({ is: 'written', pages: 1 });
      return;
    case 'hide': {
      const painted = await paintPages(await readFile(task.file), task.boxes);
      await writeFile(task.out, painted.bytes);
      say({ is: 'written', pages: painted.pages });
      return;
    }
    case 'page': {
      const { bytes, width, height } = await pagePicture(await readFile(task.file), task);
      await writeFile(task.out, bytes);
      say({ is: 'drawn', width, height });
      return;
    }
    case 'volume': {
      const bound = await bindVolume(task.title, task.parts);
      await writeFile(task.out, bound.bytes);
      say({ is: 'written', pages: bound.pages });
      return;
    }
    default:
      return task satisfies never;
  }
}

async function counted(n: number, file: string): Promise<TaskSays> {
  const opened = await openPdf(await readFile(file));
  if (!opened.ok) return { is: 'no-pages', n, why: opened.why };
  opened.document.destroy();
  return opened.pages > 0 ? { is: 'counted', n, pages: opened.pages } : { is: 'no-pages', n, why: 'empty' };
}

process.on('disconnect', () => process.exit());
void work()
  .then(() => process.send?.('done', () => process.exit()))
  .catch(() => process.exit(1));
