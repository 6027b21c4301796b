/** Words that would close a door to the resident: only with a named legal adviser's reason on record. */
import type { LegalPhrase } from '../facts/happened.js';
import type { Case } from './case.js';
import { no } from './objections.js';
import type { Refusal } from './refusals.js';

/** How each of them is written, and why it does not belong in what we write. */
const closingWords: Readonly<Record<LegalPhrase, { readonly says: RegExp; readonly why: string }>> = {
  'full-and-final': {
    says: /\bfull[\s-]*(?:\band\b|&)[\s-]*final\b/i,
    why: 'says ‘full and final’. An answer to a complaint ends nothing',
  },
  'without-prejudice': {
    says: /\bwithout[\s-]+prejudice\b/i,
    why: 'says ‘without prejudice’. Residents may show what we write to anybody',
  },
};

/** One sentence for each of them that a text to a resident says, and no adviser of this case gave a reason for. */
export function doorsClosed(
  { legalPhrases }: Pick<Case, 'legalPhrases'>,
  of: 'letter' | 'message',
  texts: readonly string[],
): readonly string[] {
  return (Object.keys(closingWords) as LegalPhrase[])
    .filter((phrase) => !legalPhrases.includes(phrase) && texts.some((text) => closingWords[phrase].says.test(text)))
    .map(
      (phrase) =>
        `The ${of} ${closingWords[phrase].why}: take it out, or record the reason of a named legal adviser first.`,
    );
}

/** The same as refusals of a message. */
export function closesDoor(c: Pick<Case, 'legalPhrases'>, text: string, field: string): readonly Refusal[] {
  return doorsClosed(c, 'message', [text]).map((words) => no('legal-words', words, { field }));
}
