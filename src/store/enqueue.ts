/** The door to the job runner: a job is enqueued in the transaction that made it necessary, or not at all. */
import type { CaseId } from '../facts/happened.js';
import type { Trx } from './database.js';

/** A job that a write makes necessary. `seq` is the entry it is about: the last one unless said. */
export interface JobAsked {
  readonly name: string;
  readonly seq?: number;
  readonly payload?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Jobs for an entry, in its transaction: each once by landlord, case, seq and name. */
export async function enqueue(
  trx: Trx,
  caseId: CaseId | null,
  lastSeq: number | null,
  jobs: readonly JobAsked[],
): Promise<void> {
  for (const job of jobs) {
    await trx.client.query('select putright_enqueue($1, $2, $3, $4, $5)', [
      job.name,
      trx.landlordId,
      caseId,
      job.seq ?? lastSeq,
      JSON.stringify(job.payload ?? {}),
    ]);
  }
}

/** A job about no case that is done not before an instant, in the transaction that made it necessary. */
export async function enqueueAt(trx: Trx, at: Date, job: JobAsked): Promise<void> {
  await trx.client.query('select putright_enqueue_at($1, $2, $3, $4)', [
    job.name,
    trx.landlordId,
    JSON.stringify(job.payload ?? {}),
    at.toISOString(),
  ]);
}
