/**
 * How to follow a case online, on every letter to somebody who may: the site's address, the reference, and a code of the
 * reader's own. A draft never holds the code, since drafts are printed, copied and shown to colleagues: it is put in as
 * the letter leaves.
 */
import { accessTo } from '../complaint/access.js';
import { facts, heading, paragraph } from './blocks.js';
import type { Letter, LetterBlock, LetterInput } from './words.js';

/** What stands in the code's place until the letter leaves. */
export const codePlace = '(put in as the letter leaves; a draft never holds it)';

/** What the letter's text among the words says of the code, for whoever reads it again. */
export const codeElsewhere = '(it stands on the letter itself)';

/** Nothing for whoever may not see the case, and where the landlord has no site. */
export function followOnline({ case: c, to, today, online }: LetterInput): readonly LetterBlock[] {
  if (online === undefined || online === null || to.person === null) return [];
  if (accessTo(c, to.person, today) === null) return [];
  return [
    heading('Follow this online'),
    paragraph(
      'You can see what we are doing, write to us, send us photos and answer us on our website. You need no account: enter your reference and your code. The code is for you alone. Tell us if somebody else may have seen it, and we will give you another.',
    ),
    facts([
      ['Website', withoutScheme(online)],
      ['Your reference', c.reference],
      ['Your code', codePlace],
    ]),
  ];
}

/** People type it: the browser knows the rest. */
function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, '');
}

/** Whether a letter has a place for a code. */
export function holdsCodePlace(letter: Letter): boolean {
  return letter.body.some((b) => b.block === 'facts' && b.rows.some((row) => row.value === codePlace));
}

/** The letter as it leaves, with its reader's code. */
export function withCode(letter: Letter, code: string): Letter {
  const body = letter.body.map((b): LetterBlock => {
    if (b.block !== 'facts') return b;
    return { ...b, rows: b.rows.map((row) => (row.value === codePlace ? { ...row, value: code } : row)) };
  });
  return { ...letter, body };
}

/** The text of a letter as it leaves; only the code's own line is touched, never anybody's words. */
export function textWithCode(text: string, code: string): string {
  return text.replace(`\nYour code: ${codePlace}\n`, `\nYour code: ${code}\n`);
}
