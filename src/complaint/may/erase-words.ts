import type { Day } from '../../facts/days.js';
import type { File, Words } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface EraseWordsRequest {
  readonly on: Day;
  readonly words: readonly Words[];
  readonly files: readonly File[];
  /** The rule of the retention schedule, or the right that was used; it names no person. */
  readonly ground: string;
}

/** UK GDPR articles 5 and 17: words and files are erased, what happened stays, and the history says that they were. */
export function mayEraseWords(c: Case, request: EraseWordsRequest, context: Context): Decision {
  const { on, words, files, ground } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      words.length + files.length === 0
        ? no('words-missing', 'Choose what is to be erased.', { field: 'words' })
        : null,
      written('ground', ground, 'Name the rule on which it is erased.'),
    ],
    () => allow([{ what: { type: 'WordsErased', words, files, ground }, on }]),
  );
}
