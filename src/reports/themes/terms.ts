/**
 * The words in which a resident tells of a complaint, each once. Only what its writer wrote small is taken, and only from
 * texts that have capitals: a name is then seldom among them. What still is one is left out where terms are shown.
 */
import { commonNames } from './names-left-out.js';
import { commonWords } from './words-left-out.js';

const shortest = 3;
const longest = 24;
/** So much of one text is read: a pasted book tells no more. */
const mostRead = 20_000;
/** And so many words of one case. */
const mostTerms = 400;

/** Addresses of mail and web pages, numbers with what is joined to them, and what stands in front of a name. */
const noWords =
  /\S+@\S+|https?:\/\/\S+|www\.\S+|\b(?:[Mm]rs?|[Mm]s|[Mm]iss|[Mm]x|[Dd]r|[Ss]ir|[Cc]llr)\b\.?\s+\p{L}+|[\p{L}\p{N}'’-]*\p{N}[\p{L}\p{N}'’-]*/gu;

/** What is told in these texts, in words of small letters, common ones and names left out. */
export function termsOf(texts: Iterable<string>): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const text of texts) {
    const read = text.slice(0, mostRead).normalize('NFC').replace(noWords, ' ');
    // Who writes without capitals, or in capitals alone, does not tell a name from a word.
    if (!/\p{Lu}/u.test(read) || !/\p{Ll}{3}/u.test(read)) continue;
    for (const [word] of read.matchAll(/\p{L}+(?:['’]\p{L}+)*/gu)) {
      const term = termOf(word);
      if (term !== null) terms.add(term);
      if (terms.size >= mostTerms) return terms;
    }
  }
  return terms;
}

function termOf(word: string): string | null {
  if (!/^\p{Ll}+(?:['’]\p{Ll}+)*$/u.test(word)) return null;
  const bare = word.replace(/['’](s|t|d|m|ll|re|ve)$/u, '');
  // 'o’brien' is a name whose parts stand in no register as they stand here.
  if (/['’]/u.test(bare)) return null;
  if (bare.length < shortest || bare.length > longest) return null;
  if (commonWords.has(bare) || commonNames.has(bare)) return null;
  const one = singular(bare);
  return commonWords.has(one) || commonNames.has(one) ? null : one;
}

/** 'leaks' and 'leak' are one word; 'glass', 'gas' and 'asbestos' have no other. */
function singular(word: string): string {
  if (word.length < 5 || !word.endsWith('s') || /(ss|us|is|os|as)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 5) return `${word.slice(0, -3)}y`;
  return /(ches|shes|xes|sses)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** As which words a term may stand in a name: 'robert' may have been 'roberts'. */
export function formsOf(term: string): readonly string[] {
  return [term, term.endsWith('y') ? `${term.slice(0, -1)}ies` : `${term}s`];
}
