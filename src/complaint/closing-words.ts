/** Words that would close a door to the resident: only with a named legal adviser's reason on record. */
import type { LegalPhrase } from '../facts/happened.js';
import type { Case } from './case.js';
import { no } from './objections.js';
import type { Refusal } from './refusals.js';

/** How each of them is written. */
export const closingWords: Readonly<Record<LegalPhrase, RegExp>> = {
  'full-and-final': /\bfull[\s-]*(?:\band\b|&)[\s-]*final\b/i,
  'without-prejudice': /\bwithout[\s-]+prejudice\b/i,
};

const why: Readonly<Record<LegalPhrase, string>> = {
  'full-and-final':
    'The message says ‘full and final’. An answer to a complaint ends nothing: take it out, or record the reason of a named legal adviser first.',
  'without-prejudice':
    'The message says ‘without prejudice’. Residents may show what we write to anybody: take it out, or record the reason of a named legal adviser first.',
};

/** Each of them that a message to a resident says, and no adviser of this case gave a reason for. */
export function closesDoor(c: Pick<Case, 'legalPhrases'>, text: string, field: string): readonly Refusal[] {
  return (Object.keys(closingWords) as LegalPhrase[])
    .filter((phrase) => closingWords[phrase].test(text) && !c.legalPhrases.includes(phrase))
    .map((phrase) => no('legal-words', why[phrase], { field }));
}
