/** The letter that an address names: one that is being written, or one that went out and stands as it went. */
import type { Entry, HappeningOf, LetterId } from '../../../facts/happened.js';
import { onItsWay } from '../../../store/letter-sendings.js';
import type { Visit } from '../../visit.js';
import { casePath } from '../case-frame.js';
import { type CaseShown, entriesOf, showCase } from '../case-shown.js';
import { type LetterAtWork, openLetter } from './letter-work.js';

export const letterPath = (reference: string, letter: LetterId, rest = '') =>
  casePath(reference, `/letters/${letter}${rest}`);

export interface BeingWritten {
  readonly is: 'being-written';
  readonly shown: CaseShown;
  readonly work: LetterAtWork;
}

/** It needs no draft: a letter that was imported, or whose draft was erased, went out all the same. */
export interface SentLetter {
  readonly is: 'sent';
  readonly shown: CaseShown;
  readonly entry: Entry<HappeningOf<'LetterSent'>>;
}

export async function letterOfVisit(visit: Visit): Promise<BeingWritten | SentLetter | null> {
  const shown = await showCase(visit);
  const letter = (visit.params.letter ?? '') as LetterId;
  if (shown === null || !/^[0-9a-f-]{36}$/.test(letter)) return null;
  // One that is on its way is not open to anybody, whether its sending stands meanwhile or not: nothing goes twice.
  const pending = await visit.db((trx) => onItsWay(trx, letter));
  if (pending !== null) {
    const told = shown.case.entries.find(({ seq }) => seq === pending.seq);
    if (told?.what.type === 'LetterSent') return { is: 'sent', shown, entry: { ...told, what: told.what } };
  }
  const entry = entriesOf(shown, 'LetterSent').findLast(({ what }) => what.letter === letter);
  // One that did not arrive is open again: it may be changed and sent once more.
  const failed = shown.case.letters.find((one) => one.id === letter)?.failed ?? false;
  if (entry !== undefined && !failed) return { is: 'sent', shown, entry };
  const work = await visit.db((trx) => openLetter(trx, visit, shown, letter));
  if (work !== null) return { is: 'being-written', shown, work };
  return entry === undefined ? null : { is: 'sent', shown, entry };
}
