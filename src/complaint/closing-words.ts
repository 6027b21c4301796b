/** Words that would close a door to the resident: only with a named legal adviser's reason on record. */
import type { LegalPhrase } from '../facts/happened.js';
import { withoutHidden } from '../facts/hidden-characters.js';
import type { Case } from './case.js';
import { no } from './objections.js';
import type { Refusal } from './refusals.js';

/** How each of them is written once its text is plain, and why it does not belong in what we write. */
const closingWords: Readonly<Record<LegalPhrase, { readonly says: RegExp; readonly why: string }>> = {
  'full-and-final': {
    says: /\bfull ?(and|[&+/]) ?final\b|\bfinal ?(and|[&+/]) ?full\b/,
    why: 'says ‘full and final’. An answer to a complaint ends nothing',
  },
  'without-prejudice': {
    says: /\bwithout prejudice\b/,
    why: 'says ‘without prejudice’. Residents may show what we write to anybody',
  },
};

/** What these words stand in: each of them can reach a resident. */
type SaysIt = 'letter' | 'message' | 'offer' | 'promise' | 'reason';

/** As words are looked for: whatever the letters' shape and size, with one space for dashes, commas, brackets and quotes. */
function plain(text: string): string {
  return withoutHidden(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&+/.!?;:]+/gu, ' ');
}

/** One sentence for each of them that a text to a resident says, and no adviser of this case gave a reason for. */
export function doorsClosed(
  { legalPhrases }: Pick<Case, 'legalPhrases'>,
  of: SaysIt,
  texts: readonly string[],
): readonly string[] {
  const plainTexts = texts.map(plain);
  return (Object.keys(closingWords) as LegalPhrase[])
    .filter(
      (phrase) => !legalPhrases.includes(phrase) && plainTexts.some((text) => closingWords[phrase].says.test(text)),
    )
    .map(
      (phrase) =>
        `The ${of} ${closingWords[phrase].why}: take it out, or record the reason of a named legal adviser first.`,
    );
}

/** The same as refusals of what is typed into a field. */
export function closesDoor(
  c: Pick<Case, 'legalPhrases'>,
  of: Exclude<SaysIt, 'letter'>,
  text: string,
  field: string,
): readonly Refusal[] {
  return doorsClosed(c, of, [text]).map((words) => no('legal-words', words, { field }));
}
