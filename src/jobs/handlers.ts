/** Every job by its name and the file that does it. A name without a handler does not compile. */
import type { Database, Trx } from '../store/database.js';
import type { JobName, Jobs } from '../store/job-names.js';
import { sendLetter } from './send-letter.js';
import { takeAnchorJob } from './take-anchor.js';

export interface Job<N extends JobName> {
  /** Both null for a job that is about no case. */
  readonly caseId: string | null;
  readonly seq: number | null;
  readonly asked: Jobs[N];
}

export interface Handler<N extends JobName> {
  /** Never done for a demonstration: it writes to nobody. */
  readonly writesToResidents: boolean;
  /**
   * A job about a case runs in the transaction in which it is noted as done, so that its effect happens once. A job
   * about no case must be harmless when it runs twice. `db` is for what must be committed before the work goes on,
   * such as that a letter is about to leave.
   */
  run(trx: Trx, job: Job<N>, db: Database): Promise<void>;
}

export const handlers: { readonly [N in JobName]: Handler<N> } = {
  'send-letter': sendLetter,
  'take-anchor': takeAnchorJob,
};
