/** Which jobs of a repairs system do what was promised: found by their number, however it is spelt. */
import { sql } from 'kysely';
import type { JobMeaning } from '../complaint/job-rows.js';
import type { Day } from '../facts/days.js';
import type { CaseId, PromiseId } from '../facts/happened.js';
import type { Trx } from './database.js';

/** As numbers are compared: capitals, without spaces; 'r 104 822' is 'R104822'. */
export function jobKey(job: string): string {
  return job.normalize('NFKC').replace(/\s+/gu, '').toUpperCase().slice(0, 60);
}

/** Notes that a job does what was promised. Once, however often it is said. */
export async function noteJob(
  trx: Trx,
  { caseId, promise, job }: { readonly caseId: CaseId; readonly promise: PromiseId; readonly job: string },
): Promise<void> {
  await sql`
    insert into promise_job (landlord_id, job, case_id, promise_id)
    values (${trx.landlordId}, ${jobKey(job)}, ${caseId}, ${promise})
    on conflict do nothing`.execute(trx);
}

export interface JobOf {
  readonly job: string;
  readonly caseId: CaseId;
  readonly promise: PromiseId;
}

/** What these jobs do, by their numbers as they are compared. */
export async function promisesOfJobs(
  trx: Trx,
  jobs: readonly string[],
): Promise<ReadonlyMap<string, readonly JobOf[]>> {
  const { rows } = await sql<JobOf>`
    select job, case_id as "caseId", promise_id as promise from promise_job
    where landlord_id = ${trx.landlordId} and job = any (${[...jobs]}::text[])
    order by job, case_id, promise_id`.execute(trx);
  return Map.groupBy(rows, ({ job }) => job);
}

/** The jobs of every promise of these cases, by promise. */
export async function jobsOfCases(
  trx: Trx,
  cases: readonly CaseId[],
): Promise<ReadonlyMap<PromiseId, readonly string[]>> {
  const { rows } = await sql<JobOf>`
    select job, case_id as "caseId", promise_id as promise from promise_job
    where landlord_id = ${trx.landlordId} and case_id = any (${[...new Set(cases)]}::uuid[])`.execute(trx);
  const by = Map.groupBy(rows, ({ promise }) => promise);
  return new Map([...by].map(([promise, jobs]) => [promise, jobs.map(({ job }) => job)]));
}

export interface JobSaid {
  readonly job: string;
  readonly meaning: JobMeaning;
  readonly on: Day | null;
}

/** What the repairs system said last of these jobs. */
export async function saidOfJobs(trx: Trx, jobs: readonly string[]): Promise<ReadonlyMap<string, JobSaid>> {
  const { rows } = await sql<JobSaid>`
    select distinct on (job) job, meaning, said_on as on from promise_job_said
    where landlord_id = ${trx.landlordId} and job = any (${[...jobs]}::text[])
    order by job, n desc`.execute(trx);
  return new Map(rows.map((row) => [row.job, row]));
}

/** Takes away that a job does anything of a case, when its number is erased there; and what was said of it, where nobody else has it. */
export async function forgetJob(trx: Trx, caseId: CaseId, job: string): Promise<void> {
  const key = jobKey(job);
  await sql`delete from promise_job
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and job = ${key}`.execute(trx);
  await sql`delete from promise_job_said
    where landlord_id = ${trx.landlordId} and job = ${key} and not exists (
      select from promise_job j where j.landlord_id = ${trx.landlordId} and j.job = ${key})`.execute(trx);
}
