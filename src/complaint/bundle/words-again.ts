/**
 * Whether words that are hidden on one paper are read on another: a letter and its text, an e-mail and what came with it, a
 * file's name in the index. It says where somebody should look; it can't know every way in which a thing is said again.
 */

/** So many words in a row are no accident; of fewer that are hidden, all of them. */
const runOfWords = 4;
/** A name or a number by itself: shorter ones stand everywhere. */
const shortestName = 4;
/** What stands on more pages than this, mostly in small letters or as a number, is a word like any other. */
const pagesOfAWord = 5;

export interface HiddenWords {
  /** The paper on which they are hidden. */
  readonly paper: string;
  /** The text under each of its places. */
  readonly texts: readonly string[];
}

export interface PageText {
  readonly page: number;
  readonly text: string;
}

/** The pages on which hidden words stand, by the paper on which they are hidden; nothing for those that stand nowhere. */
export function standAgain(
  hidden: readonly HiddenWords[],
  pages: Iterable<PageText>,
): ReadonlyMap<string, readonly number[]> {
  const runs = new Map<string, Set<string>>();
  const names = new Map<string, Set<string>>();
  const alone = new Set<string>();
  const put = (to: Map<string, Set<string>>, words: string, paper: string): void => {
    to.set(words, (to.get(words) ?? new Set()).add(paper));
  };
  for (const { paper, texts } of hidden)
    for (const text of texts) {
      for (const run of runsOf(wordsOf(text))) put(runs, run, paper);
      const found = namesIn(text);
      for (const name of found) put(names, name, paper);
      // Hidden by itself it was meant, however often it stands.
      if (wordsOf(text).length === 1) for (const name of found) alone.add(name);
    }
  const found = new Map<string, Set<number>>();
  const note = (papers: Iterable<string>, page: number): void => {
    for (const paper of papers) found.set(paper, (found.get(paper) ?? new Set()).add(page));
  };
  const named = new Map<string, { at: Set<number>; large: number; small: number }>();
  const lengths = [...new Set([...runs.keys()].map((run) => run.split(' ').length))];
  for (const { page, text } of pages) {
    const words = wordsOf(text);
    for (const length of lengths)
      for (let i = 0; i + length <= words.length; i++) note(runs.get(words.slice(i, i + length).join(' ')) ?? [], page);
    for (const written of writtenWords(text)) {
      const word = written.toLowerCase();
      if (!names.has(word)) continue;
      const seen = named.get(word) ?? { at: new Set(), large: 0, small: 0 };
      seen.at.add(page);
      if (written === word) seen.small++;
      else seen.large++;
      named.set(word, seen);
    }
  }
  for (const [name, { at, large, small }] of named)
    if (at.size <= pagesOfAWord || large > small || alone.has(name))
      for (const page of at) note(names.get(name) ?? [], page);
  return new Map([...found].map(([paper, at]) => [paper, [...at].sort((a, b) => a - b)]));
}

function wordsOf(text: string): readonly string[] {
  return writtenWords(text.toLowerCase());
}

function writtenWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function runsOf(words: readonly string[]): readonly string[] {
  if (words.length < 2) return [];
  const length = Math.min(runOfWords, words.length);
  return Array.from({ length: words.length - length + 1 }, (_, i) => words.slice(i, i + length).join(' '));
}

/** What begins with a capital letter, or is a number: names, places, telephones. */
function namesIn(text: string): readonly string[] {
  const found = text.match(/\p{Lu}[\p{L}]+|\p{N}+/gu) ?? [];
  return found.filter((one) => one.length >= shortestName).map((one) => one.toLowerCase());
}
