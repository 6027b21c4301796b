/**
 * What the worker needs of the database: to be the only one, and to give back what a dead one held. One worker at a time
 * takes jobs; a second one waits in reserve, and steps in when the first is gone.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import type { CaseId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { connectionAs } from './roles.js';

export interface Claim {
  /** Called when the connection that holds the claim is lost: the worker must end, another may have taken over. */
  onLost(work: () => void): void;
  release(): Promise<void>;
}

const claimText = `hashtext('putright worker')`;

/** Undefined when it was told to stop while it waited. */
export async function becomeTheWorker(jobsUrl: string, stop: AbortSignal): Promise<Claim | undefined> {
  const client = new pg.Client({ ...connectionAs('putright_jobs', jobsUrl), application_name: 'putright worker' });
  let lost = (): void => {};
  client.on('error', () => lost());
  client.on('end', () => lost());
  await client.connect();
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${claimText}) as mine`);
    if (rows[0]?.mine === true) break;
    try {
      await pause(500, undefined, { signal: stop });
    } catch {
      await client.end();
      return undefined;
    }
  }
  // Whatever is locked now was locked by a worker that is no more; the runner itself would wait four hours.
  await client.query(`
    select graphile_worker.force_unlock_workers(array(
      select locked_by from graphile_worker._private_jobs where locked_by is not null
      union
      select locked_by from graphile_worker._private_job_queues where locked_by is not null))`);
  return {
    onLost: (work) => {
      lost = work;
    },
    async release() {
      lost = () => {};
      await client.end();
    },
  };
}

export function jobPool(jobsUrl: string): pg.Pool {
  const pool = new pg.Pool({ ...connectionAs('putright_jobs', jobsUrl), max: 6, application_name: 'putright jobs' });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const told = z.object({
  landlord: z.uuid(),
  caseId: z.uuid().nullable(),
  seq: z.number().int().nullable(),
  asked: z.record(z.string(), z.unknown()),
});
export type Told = z.infer<typeof told>;

/** What the door of db/migrations/0003_jobs.sql put into the job. */
export function readTold(payload: unknown): Told {
  return told.parse(payload);
}

/** Notes a job about a case as done, in the transaction of its effect. False when it was done before. */
export async function noteDone(trx: Trx, name: string, caseId: CaseId | string, seq: number): Promise<boolean> {
  const { rowCount } = await trx.client.query(
    `insert into job_done (landlord_id, case_id, seq, name) values ($1, $2, $3, $4) on conflict do nothing`,
    [trx.landlordId, caseId, seq, name],
  );
  return rowCount === 1;
}
