/** Which words residents use more than before, beyond what chance does among so many words. */
import { beyondChance } from './beyond-chance.js';

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

/** Those that rise, the steepest first. Held against how many cases there were, so that a busy month alone lifts none. */
export function risingTerms(counts: readonly TermCount[], cases: CasesTold): readonly TermCount[] {
  const told = counts.filter(({ latest }) => latest >= leastCases);
  const of = { latestOf: Math.max(1, cases.latest), beforeOf: Math.max(1, cases.before) };
  return told
    .filter(({ latest, before }) => beyondChance({ latest, before, ...of }, 'more', told.length))
    .toSorted((a, b) => steepness(b, cases) - steepness(a, cases) || b.latest - a.latest || a.id - b.id);
}

function steepness({ latest, before }: TermCount, cases: CasesTold): number {
  return latest / Math.max(1, cases.latest) / ((before + 0.5) / (cases.before + 1));
}

/** Those of the most cases in the month. */
export function mostUsed(counts: readonly TermCount[]): readonly TermCount[] {
  return counts
    .filter(({ latest }) => latest >= leastCases)
    .toSorted((a, b) => b.latest - a.latest || b.before - a.before || a.id - b.id);
}
