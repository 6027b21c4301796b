import type { Day } from '../../facts/days.js';
import type { File, PromiseId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, tells, unless } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { promiseIsOpen } from './move-promise.js';
import { longestJob } from './order-work.js';

export interface KeepPromiseRequest {
  readonly on: Day;
  readonly promise: PromiseId;
  readonly proof: string;
  readonly files: readonly File[];
  /** The number of the job that did it. */
  readonly job?: string | null;
}

/** 6.6, 7.3: a promised action is done, with proof: a photograph, a job's number, or what shows it in words. */
export function mayKeepPromise(c: Case, request: KeepPromiseRequest, context: Context): Decision {
  const { on, promise, proof, files } = request;
  const job = request.job?.trim() ?? '';
  return unless(
    [
      dayOfAct(c, on, context),
      promiseIsOpen(c, promise, on),
      !tells(proof) && job === '' && files.length === 0
        ? no('proof-missing', 'Say what shows that it was done, give the job’s number, or add a photograph.', {
            field: 'proof',
            provision: provisionFor(c.edition, 'promise'),
          })
        : null,
      job.length > longestJob
        ? no('job-too-long', `A job’s number has at most ${longestJob} characters.`, { field: 'job' })
        : null,
    ],
    () =>
      allow([
        ...(job === '' ? [] : [{ what: { type: 'WorkOrdered' as const, promise, job: context.keep(job) }, on }]),
        { what: { type: 'ActionDone', promise, proof: context.keep(proofWords(proof, job)), files }, on },
      ]),
  );
}

function proofWords(proof: string, job: string): string {
  if (proof.trim() !== '') return proof;
  return job === '' ? 'The files show it.' : `Job ${job}.`;
}
