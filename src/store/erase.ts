/** Erasure: words and files leave for good with their salts, a WordsErased entry says so, and the chain still holds. */
import { allow } from '../complaint/refusals.js';
import type { File, Words } from '../facts/happened.js';
import { act, type Outcome, type Who } from './act.js';
import type { Database } from './database.js';
import { removeFiles, sweepFiles } from './documents.js';
import { removeWords } from './words.js';

export interface EraseRequest {
  /** Id or reference. */
  readonly ref: string;
  readonly expectedVersion: number | null;
  readonly now: Date;
  readonly words: readonly Words[];
  readonly files: readonly File[];
  /** Why, in a few words of a list: never the resident's. */
  readonly ground: string;
  /** The folder of all landlords' files. */
  readonly folder: string;
}

export async function eraseFrom(db: Database, who: Who, request: EraseRequest): Promise<Outcome> {
  const { words, files, ground, folder, ...about } = request;
  const outcome = await act(
    db,
    who,
    {
      ...about,
      also: async (trx) => {
        await removeWords(trx, words);
        await removeFiles(trx, files);
      },
    },
    (_, context) => allow([{ on: context.today, what: { type: 'WordsErased', words, files, ground } }]),
  );
  // The bytes go after the commit: what is gone from the disk cannot be rolled back.
  if (outcome.is === 'done') await sweepFiles(db, folder, who.landlordId);
  return outcome;
}
