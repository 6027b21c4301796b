import type { Day } from '../../facts/days.js';
import type { PromiseId } from '../../facts/happened.js';
import type { Case, PromiseMade } from '../case.js';
import { dayOfAct, no, type Objection, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface OrderWorkRequest {
  readonly on: Day;
  readonly promise: PromiseId;
  readonly job: string;
}

export const longestJob = 60;

/** The number under which a team or contractor does what was promised: what shows that it was done, and finds it again. */
export function mayOrderWork(c: Case, request: OrderWorkRequest, context: Context): Decision {
  const { on, promise: id } = request;
  const job = request.job.trim();
  const promise = c.promises.find((p) => p.id === id);
  return unless(
    [
      dayOfAct(c, on, context),
      promise === undefined
        ? no('no-such-promise', 'No such action was promised. Choose one that was.', { field: 'promise' })
        : promise.state === 'ended'
          ? no('already-ended', 'This action was ended already.', { field: 'promise' })
          : null,
      promisedBy(promise, on),
      job === '' || job.length > longestJob || !/[\p{L}\p{N}]/u.test(job)
        ? no(
            'job-missing',
            `Enter the job’s number as it stands in the repairs system, at most ${longestJob} characters.`,
            {
              field: 'job',
            },
          )
        : null,
    ],
    () => allow([{ what: { type: 'WorkOrdered', promise: id, job: context.keep(job) }, on }]),
  );
}

function promisedBy(p: PromiseMade | undefined, on: Day): Objection {
  return p !== undefined && on < p.promisedOn
    ? no('before-promised', 'It was promised after that day. Check the day.', { field: 'on' })
    : null;
}
