/** A letter as it leaves: the code of its reader is put in. A draft, and the letter's text among the words, never hold it. */
import type { CaseId, LetterId } from '../facts/happened.js';
import { codePlace, holdsCodePlace, textWithCode, withCode } from '../letters/online.js';
import type { Letter } from '../letters/words.js';
import { accessCodeFor } from '../store/access-codes.js';
import type { Trx } from '../store/database.js';
import { readDraft } from '../store/letters.js';

/** The letter whose bytes are laid down. */
export async function asItLeaves(trx: Trx, caseId: CaseId, letter: Letter): Promise<Letter> {
  const { person } = letter.to;
  if (person === null || !holdsCodePlace(letter)) return letter;
  return withCode(letter, await accessCodeFor(trx, caseId, person));
}

/** The body of an e-mail, as it is handed over: what waits in the database has no code in it. */
export async function bodyAsItLeaves(
  trx: Trx,
  sending: { readonly caseId: CaseId; readonly letter: LetterId; readonly body: string },
): Promise<string> {
  if (!sending.body.includes(codePlace)) return sending.body;
  const person = (await readDraft(trx, sending.letter))?.to ?? null;
  const code = person === null ? 'on our other letters' : await accessCodeFor(trx, sending.caseId, person);
  return textWithCode(sending.body, code);
}
