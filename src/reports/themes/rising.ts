/** Which words, and pairs of words, residents use more than before, beyond what chance does among so many. */
import { beyondChance } from './beyond-chance.js';
import { wordsIn } from './terms.js';

/** A word is told of only when so many different cases have it. */
export const leastCases = 5;
/** With fewer complaints in a month, three months together are held against the year before them. */
export const fewInMonth = 50;
/** What is latest is held against so many months before it. */
export const monthsBefore = 12;

export interface TermCount {
  readonly id: number;
  readonly term: string;
  /** In how many cases of the month, and of the months before it. */
  readonly latest: number;
  readonly before: number;
}

export interface CasesTold {
  readonly latest: number;
  readonly before: number;
}

/**
 * Those that rise, the steepest first. Held against how many cases there were, so that a busy month alone lifts none. A
 * pair stands in the place of each of its words that would not rise without it; it is left out itself where its words rise
 * without it too, since it tells no more than they do.
 */
export function risingTerms(counts: readonly TermCount[], cases: CasesTold): readonly TermCount[] {
  const told = counts.filter(({ latest }) => latest >= leastCases);
  const rises = ({ latest, before }: Pick<TermCount, 'latest' | 'before'>) =>
    beyondChance(
      { latest, before, latestOf: Math.max(1, cases.latest), beforeOf: Math.max(1, cases.before) },
      'more',
      told.length,
    );
  const rising = told
    .filter(rises)
    .toSorted((a, b) => steepness(b, cases) - steepness(a, cases) || b.latest - a.latest || a.id - b.id);
  return pairsForWords(rising, (word, pair) => {
    const without = { latest: word.latest - pair.latest, before: word.before - pair.before };
    return without.latest < leastCases || !rises(without);
  });
}

/** Of a list of terms, pairs for the words that they explain, and words for the pairs that explain none of them. */
function pairsForWords(
  terms: readonly TermCount[],
  explains: (word: TermCount, pair: TermCount) => boolean,
): readonly TermCount[] {
  const known = new Map(terms.map((term) => [term.term, term]));
  const explained = new Set<TermCount>();
  const idle = new Set<TermCount>();
  for (const pair of terms) {
    const words = wordsIn(pair.term);
    if (words.length === 1) continue;
    const listed = words.flatMap((word) => known.get(word) ?? []);
    const told = listed.filter((word) => explains(word, pair));
    if (told.length === 0 && listed.length > 0) idle.add(pair);
    for (const word of told) explained.add(word);
  }
  return terms.filter((term) => !explained.has(term) && !idle.has(term));
}

function steepness({ latest, before }: TermCount, cases: CasesTold): number {
  return latest / Math.max(1, cases.latest) / ((before + 0.5) / (cases.before + 1));
}

/** Of the cases that have a word, so many hundredths have it in a pair where the pair stands for it. */
const nearlyAll = 80;

/** Those of the most cases in the month; a pair stands for a word that is nearly always told in it. */
export function mostUsed(counts: readonly TermCount[]): readonly TermCount[] {
  const told = counts
    .filter(({ latest }) => latest >= leastCases)
    .toSorted((a, b) => b.latest - a.latest || b.before - a.before || a.id - b.id);
  return pairsForWords(told, (word, pair) => 100 * pair.latest >= nearlyAll * word.latest);
}
