/**
 * Every job by its name, with what it is told. Ids and digests alone: a job holds no resident's words, name or health.
 * Each name has a handler in src/jobs; the compiler and tests/repository.test.ts see to it.
 */
import type { LetterId } from '../facts/happened.js';

export interface Jobs {
  /** Sends a letter by e-mail that a person has approved for sending. */
  'send-letter': { readonly letter: LetterId };
  /** Notes today's heads of a landlord's cases, chained to yesterday's. */
  'anchor-heads': { readonly day: string };
}

export type JobName = keyof Jobs;
