/**
 * The two queues of the worker. What takes minutes (files, scans, registers, packs) is done one after the other in its
 * own, so that a letter, a code or an emergency's alarm never waits behind it.
 */
import { Logger, parseCronItems, type Runner, run, type Task } from 'graphile-worker';
import type { Database } from '../store/database.js';
import type { JobName } from '../store/job-names.js';
import type { jobPool } from '../store/job-runner.js';
import { daily, dailyAt } from './daily.js';
import { handlers } from './handlers.js';
import { runJob } from './run-job.js';
import { askToSeeToLetters, everyFewMinutes } from './see-to-letters.js';

export interface Running {
  readonly db: Database;
  readonly pool: ReturnType<typeof jobPool>;
  readonly onDone: (name: JobName, outcome: string) => void;
  readonly onFault: (
    job: { readonly name: string; readonly id: string; readonly attempt: number },
    error: unknown,
  ) => void;
}

/** Whether a job goes into the queue of those that take long. */
export function takesLong(name: JobName): boolean {
  const handler = handlers[name];
  return 'long' in handler || handler.slow === true;
}

/** Takes jobs from now on. What it gives stops both queues, when what is under way has ended. */
export async function takeJobs(running: Running): Promise<() => Promise<void>> {
  const names = Object.keys(handlers) as JobName[];
  const short = await runner(running, {
    tasks: {
      ...tasksOf(
        running,
        names.filter((name) => !takesLong(name)),
      ),
      daily: () => daily(running.db),
      'ask-to-see-to-letters': () => askToSeeToLetters(running.db, new Date()),
    },
    concurrency: 2,
    rounds: true,
  });
  const long = await runner(running, {
    tasks: tasksOf(running, names.filter(takesLong)),
    concurrency: 1,
    rounds: false,
  });
  return async () => {
    await Promise.all([short, long].map((one) => one.stop().catch(() => {})));
  };
}

function tasksOf({ db, onDone }: Running, names: readonly JobName[]): Record<string, Task> {
  const task =
    (name: JobName): Task =>
    async (payload) =>
      onDone(name, await runJob(db, name, payload));
  return Object.fromEntries(names.map((name) => [name, task(name)]));
}

interface Queue {
  readonly tasks: Record<string, Task>;
  readonly concurrency: number;
  /** Whether it also asks for what comes round by the clock: one of the two does. */
  readonly rounds: boolean;
}

async function runner({ pool, onFault }: Running, { tasks, concurrency, rounds }: Queue): Promise<Runner> {
  const made = await run({
    pgPool: pool,
    taskList: tasks,
    concurrency,
    noHandleSignals: true,
    parsedCronItems: parseCronItems(
      rounds
        ? [
            { task: 'daily', match: dailyAt, options: { backfillPeriod: 86_400_000 } },
            { task: 'ask-to-see-to-letters', match: everyFewMinutes },
          ]
        : [],
    ),
    // The runner's own words may quote a payload; ours name the job and the fault.
    logger: new Logger(() => () => {}),
  });
  made.events.on('job:error', ({ job, error }) =>
    onFault({ name: job.task_identifier, id: job.id, attempt: job.attempts }, error),
  );
  return made;
}
