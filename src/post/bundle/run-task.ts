/** Runs one task over papers in a process apart (post/apart.ts), with a folder of its own that goes when it has ended. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApartEnd, runApart } from '../apart.js';
import type { Task, TaskSays } from './tasks.js';

/** No process of a bundle holds more, however large its papers are. */
const bundleMegabytes = 650;
const milliseconds = 240_000;

/** The task without the place to write to, which is made here. */
export type TaskAsked = Task extends infer T ? (T extends { readonly out: string } ? Omit<T, 'out'> : T) : never;

export interface Ran {
  readonly end: ApartEnd;
  readonly said: readonly TaskSays[];
  /** Where it wrote, until the work with it is done. */
  readonly out: string;
}

/** Runs it, and then the work with what it wrote. */
export async function runTask<T>(
  asked: TaskAsked,
  work: (ran: Ran) => Promise<T>,
  bounds: { readonly stop?: AbortSignal; readonly milliseconds?: number } = {},
): Promise<T> {
  const { stop } = bounds;
  const folder = await mkdtemp(join(tmpdir(), 'putright-papers-'));
  try {
    const out = join(folder, 'out');
    const task = { ...asked, out } as Task;
    const path = join(folder, 'task.json');
    await writeFile(path, JSON.stringify(task), { mode: 0o600 });
    const said: TaskSays[] = [];
    const end = await runApart({
      child: 'bundle/apart-main',
      path,
      reads: filesOf(task),
      ...(task.do === 'count' || task.do === 'again' ? {} : { writes: out }),
      told: [],
      limits: { milliseconds: bounds.milliseconds ?? milliseconds, megabytes: bundleMegabytes },
      heard: (message) => {
        said.push(message as TaskSays);
      },
      ...(stop === undefined ? {} : { stop }),
    });
    return await work({ end, said, out });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function filesOf(task: Task): readonly string[] {
  if (task.do === 'count') return task.files;
  if (task.do === 'again') return [...task.hidden, ...task.made].map(({ file }) => file);
  if (task.do === 'volume') return [...new Set(task.parts.map(({ file }) => file))];
  return [task.file];
}
