/** The entry of the worker process: takes jobs as they come and reads the mailboxes, until it is told to stop. */
import { pino } from 'pino';
import { readConfig } from '../store/config.js';
import { openDatabase } from '../store/database.js';
import { becomeTheWorker, jobPool } from '../store/job-runner.js';
import { faultOf, Stop } from '../store/stop.js';
import { readMailboxes } from './read-mailboxes.js';
import { takeJobs } from './runners.js';
import { seeToFiles } from './see-to-files.js';

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
  const stopJobs = await takeJobs({
    db,
    pool,
    onDone: (name, outcome) => log.debug({ job: name, outcome }),
    onFault: ({ name, id, attempt }, error) =>
      log.error({ job: name, id, attempt, fault: faultOf(error) }, 'a job failed'),
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
    await Promise.all([stopJobs(), reading, seeing]);
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
