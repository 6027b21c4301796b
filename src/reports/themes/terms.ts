/**
 * The words in which a resident tells of a complaint, and each two that stand side by side, once. Only what its writer
 * wrote small is taken, and only from texts that have capitals: a name is then seldom among them. What still is one is left
 * out where terms are shown.
 */
import { commonNames } from './names-left-out.js';
import { commonWords } from './words-left-out.js';

const shortest = 3;
const longest = 24;
/** So much of one text is read: a pasted book tells no more. */
const mostRead = 20_000;
/** And so many words of one case, and so many pairs of them beside. */
const mostWords = 400;
const mostPairs = 400;

/** Addresses of mail and web pages, numbers with what is joined to them, and what stands in front of a name. */
const noWords =
  /\S+@\S+|https?:\/\/\S+|www\.\S+|\b(?:[Mm]rs?|[Mm]s|[Mm]iss|[Mm]x|[Dd]r|[Ss]ir|[Cc]llr)\b\.?\s+\p{L}+|[\p{L}\p{N}'’-]*\p{N}[\p{L}\p{N}'’-]*/gu;

/**
 * What is told in these texts, in words of small letters, common ones and names left out; and each two of them that stand
 * side by side, as 'black mould'.
 */
export function termsOf(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  const pairs = new Set<string>();
  for (const text of texts) {
    // What is passed over stands between its neighbours all the same.
    const read = text.slice(0, mostRead).normalize('NFC').replace(noWords, ' · ');
    // Who writes without capitals, or in capitals alone, does not tell a name from a word.
    if (!/\p{Lu}/u.test(read) || !/\p{Ll}{3}/u.test(read)) continue;
    let before: { readonly term: string; readonly end: number } | null = null;
    for (const { 0: word, index } of read.matchAll(/\p{L}+(?:['’]\p{L}+)*/gu)) {
      const term = termOf(word);
      if (term !== null && words.size < mostWords) words.add(term);
      // Of words that are counted themselves: a pair is weighed against its two.
      if (term === null || !words.has(term)) before = null;
      else {
        if (
          before !== null &&
          before.term !== term &&
          pairs.size < mostPairs &&
          sideBySide(read.slice(before.end, index))
        )
          pairs.add(`${before.term} ${term}`);
        before = { term, end: index + word.length };
      }
      if (words.size >= mostWords && pairs.size >= mostPairs) return new Set([...words, ...pairs]);
    }
  }
  return new Set([...words, ...pairs]);
}

/** Spaces, or the end of a line, and no empty line. */
function sideBySide(between: string): boolean {
  return /^\s+$/.test(between) && !/\n\s*\n/.test(between);
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

/** The words of a term: one, or the two of a pair. */
export function wordsIn(term: string): readonly string[] {
  return term.split(' ');
}

/** As which words a term may stand in a name: 'robert' may have been 'roberts', 'mill lane' 'mill lanes'. */
export function formsOf(term: string): readonly string[] {
  return [term, term.endsWith('y') ? `${term.slice(0, -1)}ies` : `${term}s`];
}

/** As long as the longest pair. */
export const longestTerm = 2 * longest + 1;
