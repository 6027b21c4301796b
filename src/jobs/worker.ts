/** The entry of the worker process: takes jobs as they come and reads the mailboxes, until it is told to stop. */
import { Logger, parseCronItems, run, type Task } from 'graphile-worker';
import { pino } from 'pino';
import { readConfig } from '../store/config.js';
import { openDatabase } from '../store/database.js';
import type { JobName } from '../store/job-names.js';
import { becomeTheWorker, jobPool } from '../store/job-runner.js';
import { faultOf, Stop } from '../store/stop.js';
import { daily, dailyAt } from './daily.js';
import { handlers } from './handlers.js';
import { readMailboxes } from './read-mailboxes.js';
import { runJob } from './run-job.js';
import { seeToFiles } from './see-to-files.js';
import { askToSeeToLetters, everyFewMinutes } from './see-to-letters.js';

async function main(): Promise<void> {
  const config = readConfig();
  const appUrl = config.appUrl ?? config.databaseUrl;
  const jobsUrl = config.jobsUrl ?? config.databaseJobsUrl ?? config.databaseUrl;
  if (appUrl === undefined || jobsUrl === undefined) {
    throw new Stop('The worker needs a database: start it by "putright start", or set DATABASE_URL.');
  }
  const log = pino({ level: config.logLevel, name: 'worker' });
  const told = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => told.abort());
  process.on('disconnect', () => told.abort());

  const claim = await becomeTheWorker(jobsUrl, told.signal);
  if (claim === undefined) return process.exit(0);
  claim.onLost(() => {
    log.error('the connection to the database was lost');
    process.exit(1);
  });
  const db = openDatabase(appUrl, 'app', { connections: 8 });
  const pool = jobPool(jobsUrl);
  const tasks: Record<string, Task> = {
    daily: () => daily(db),
    'ask-to-see-to-letters': () => askToSeeToLetters(db, new Date()),
  };
  for (const name of Object.keys(handlers) as JobName[]) {
    tasks[name] = async (payload) => {
      const outcome = await runJob(db, name, payload);
      log.debug({ job: name, outcome });
    };
  }
  const runner = await run({
    pgPool: pool,
    taskList: tasks,
    concurrency: 2,
    noHandleSignals: true,
    parsedCronItems: parseCronItems([
      { task: 'daily', match: dailyAt, options: { backfillPeriod: 86_400_000 } },
      { task: 'ask-to-see-to-letters', match: everyFewMinutes },
    ]),
    // The runner's own words may quote a payload; ours name the job and the fault.
    logger: new Logger(() => () => {}),
  });
  runner.events.on('job:error', ({ job, error }) => {
    log.error({ job: job.task_identifier, id: job.id, attempt: job.attempts, fault: faultOf(error) }, 'a job failed');
  });
  process.send?.({ ready: 'worker' });
  const reading = readMailboxes(
    {
      db,
      config,
      onFault: (error, mailbox) => log.error({ mailbox, fault: faultOf(error) }, 'reading mail failed'),
    },
    told.signal,
  );
  const seeing = seeToFiles(
    { db, config, onFault: (error) => log.error({ fault: faultOf(error) }, 'seeing to files failed') },
    told.signal,
  );

  const end = async (): Promise<void> => {
    await Promise.all([runner.stop().catch(() => {}), reading, seeing]);
    await pool.end().catch(() => {});
    await db.close();
    await claim.release();
    process.exit(0);
  };
  if (told.signal.aborted) await end();
  told.signal.addEventListener('abort', () => void end());
}

main().catch((error: unknown) => {
  const sentence = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${error instanceof Stop ? sentence : `The worker could not start: ${sentence}`}\n`);
  process.exit(1);
});
