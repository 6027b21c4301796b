/** A chronology as the history of a case writes it: each day, what happened, and the words that no paper of its own holds. */
import type { Day } from '../../facts/days.js';
import type { Entry, RecordedBy, Words } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { happeningWords } from '../happening-words.js';
import { kindOfEntry } from './kinds.js';
import { asItHappened, wordsIn } from './papers.js';

export interface ChronologyLine {
  readonly seq: number;
  readonly on: Day;
  readonly what: string;
  readonly by: RecordedBy;
  /** Words, with what they are called. */
  readonly said: readonly { readonly label: string; readonly text: string }[];
  /** Something stood here that is hidden in its paper, or held back with it. */
  readonly leftOut: boolean;
}

/** As much of one text as a line of a chronology bears. */
const most = 600;

/** `hidden`: entries of which a paper is hidden in part, held back or left out; no words of theirs stand here. */
export function chronologyOf(
  c: Case,
  known: { readonly say: (words: Words) => string | null; readonly hidden: ReadonlySet<number> },
): readonly ChronologyLine[] {
  return asItHappened(c)
    .filter(({ what }) => what.type !== 'WordsErased' && what.type !== 'LetterDrafted' && what.type !== 'LetterChecked')
    .map((entry) => lineOf(entry, known));
}

function lineOf(
  { seq, happenedOn, what, recordedBy }: Entry,
  { say, hidden }: { readonly say: (words: Words) => string | null; readonly hidden: ReadonlySet<number> },
): ChronologyLine {
  const own = kindOfEntry(what) !== null;
  const all = own
    ? []
    : wordsIn(what).flatMap(({ label, words }) => {
        const text = say(words)?.trim() ?? '';
        return text === '' ? [] : [{ label, text: text.length > most ? `${text.slice(0, most).trimEnd()} …` : text }];
      });
  const leftOut = hidden.has(seq);
  return {
    seq,
    on: happenedOn,
    what: happeningWords(what),
    by: recordedBy,
    said: leftOut ? [] : all,
    leftOut: leftOut,
  };
}
