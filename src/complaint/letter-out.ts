/** A letter that goes out with an act: what `must-say` finds missing stops it, and its sending is recorded with it. */
import type { Day } from '../facts/days.js';
import type { File, Happened, LetterId, LetterKind, PersonId, Sending, Stage } from '../facts/happened.js';
import type { Case } from './case.js';
import { no } from './objections.js';
import type { Context, Refusal } from './refusals.js';
import { residentsOf } from './who.js';

export interface LetterOut {
  readonly id: LetterId;
  /** What the letter says, as it goes out. */
  readonly text: string;
  /** The salted digest of the exact bytes; null when they are kept elsewhere. */
  readonly bytes: File | null;
  readonly to: readonly PersonId[];
  readonly how: Sending;
  /** What `must-say` finds missing, each a sentence that names its provision. */
  readonly missing: readonly string[];
}

/** 6.9, 6.19: a letter that lacks something, is empty or went out before stops the act that it carries. */
export function letterIsWhole(c: Case, letter: LetterOut | null): readonly Refusal[] {
  if (letter === null) return [];
  const missing = letter.missing.map((words) => no('letter-misses', words, { field: 'letter' }));
  const empty =
    letter.text.trim() === '' ? [no('letter-empty', 'The letter is empty. Write it first.', { field: 'letter' })] : [];
  const sent = c.letters.some((l) => l.id === letter.id && l.sentOn !== null && !l.failed)
    ? [no('letter-already-sent', 'This letter has already been sent. Start a new one.', { field: 'letter' })]
    : [];
  return [...missing, ...empty, ...sent];
}

/** The entry that the letter went out, to stand beside its act; none without a letter. */
export function letterSent(
  letter: LetterOut | null,
  kind: LetterKind,
  stage: Stage | null,
  on: Day,
  context: Context,
): readonly Happened[] {
  if (letter === null) return [];
  const { id, text, bytes, to, how } = letter;
  return [{ what: { type: 'LetterSent', letter: id, kind, stage, to, how, words: context.keep(text), bytes }, on }];
}

/** Each resident of a group has a letter of their own: those whom this one does not reach. */
export function notWrittenTo(c: Case, letter: LetterOut | null): readonly string[] {
  if (letter === null) return [];
  const left = residentsOf(c).filter((person) => !letter.to.includes(person)).length;
  if (left === 0 || c.group.length === 0) return [];
  return [
    `This is a group's complaint: ${left} of its residents ${left === 1 ? 'is' : 'are'} not written to by this letter.`,
  ];
}
