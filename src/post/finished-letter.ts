/**
 * A letter as it stands: composed from the case, with a person's words in its places, held against what it must say. From
 * here it goes to a screen, to paper or to an e-mail; what is shown, checked and sent is one and the same.
 */
import type { LetterOut } from '../complaint/letter-out.js';
import type { LetterId, Sending } from '../facts/happened.js';
import { compose } from '../letters/compose.js';
import { type Edits, overtaken, withEdits } from '../letters/edits.js';
import { inBrief, type Missing, missing } from '../letters/must-say.js';
import { codeElsewhere, textWithCode } from '../letters/online.js';
import { plainText } from '../letters/plain-text.js';
import { type Readability, readability } from '../letters/readability.js';
import type { Letter, LetterInput } from '../letters/words.js';
import type { LandlordId, Trx } from '../store/database.js';
import { keepFile, receiveFile, type Stored } from '../store/documents.js';
import { letterPdf } from './pdf.js';

export interface FinishedLetter {
  readonly letter: Letter;
  /** As composed, before anyone's words. */
  readonly composed: Letter;
  readonly missing: readonly Missing[];
  readonly missingInBrief: readonly string[];
  readonly readability: Readability;
  /** What was written over facts that have changed since, and what was written in places that are gone. */
  readonly overtaken: ReturnType<typeof overtaken>;
  readonly text: string;
}

export function finishLetter(input: LetterInput, edits: Edits): FinishedLetter {
  const composed = compose(input);
  const letter = withEdits(composed, edits);
  const lacks = missing(letter, input);
  return {
    letter,
    composed,
    missing: lacks,
    missingInBrief: lacks.map(inBrief),
    readability: readability(letter),
    overtaken: overtaken(composed, edits),
    text: plainText(letter),
  };
}

/** 'WH-2026-0042 Stage 1 response.pdf' without anyone's name. */
export function fileNameOf(letter: Letter): string {
  return (
    `${letter.reference} ${letter.title}`
      .replace(/[^\p{L}\p{N} ()-]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim() + '.pdf'
  );
}

export type LaidDown =
  | { readonly ok: true; readonly stored: Stored; readonly notShown: readonly string[] }
  | { readonly ok: false; readonly words: string };

/** Puts the exact bytes into the landlord's folder, before the transaction that names them. */
export async function layDown(files: string, landlordId: LandlordId, letter: Letter): Promise<LaidDown> {
  const { bytes, notShown } = letterPdf(letter);
  const received = await receiveFile(files, landlordId, bytes, { name: fileNameOf(letter) });
  return received.ok
    ? { ok: true, stored: received.stored, notShown }
    : { ok: false, words: 'The letter is larger than a document may be here.' };
}

/** What an act takes with it. Inside the act's transaction: the bytes get their row, whose digest the history holds. */
export async function letterOut(
  trx: Trx,
  files: string,
  about: { readonly id: LetterId; readonly finished: FinishedLetter; readonly stored: Stored; readonly how: Sending },
): Promise<LetterOut> {
  const { id, finished, stored, how } = about;
  const to = finished.letter.to.person;
  return {
    id,
    text: textWithCode(finished.text, codeElsewhere),
    bytes: await keepFile(trx, files, stored, 'ours'),
    to: to === null ? [] : [to],
    how,
    missing: finished.missing.map((m) => (m.provision === null ? m.words : `${m.words} (${m.provision})`)),
  };
}
