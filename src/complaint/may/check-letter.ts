import type { Day } from '../../facts/days.js';
import type { LetterId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface CheckLetterRequest {
  readonly on: Day;
  readonly letter: LetterId;
  /** What `must-say` found missing, by its short names. */
  readonly missing: readonly string[];
  readonly readingEase: number;
}

/** A letter was held against what it must say; what was missing then is on record. */
export function mayCheckLetter(c: Case, request: CheckLetterRequest, context: Context): Decision {
  const { on, letter, missing, readingEase } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      c.letters.some((l) => l.id === letter)
        ? null
        : no('no-such-letter', 'No such letter was begun here. Choose one that was.', { field: 'letter' }),
    ],
    () => allow([{ what: { type: 'LetterChecked', letter, missing, readingEase: Math.round(readingEase) }, on }]),
  );
}
