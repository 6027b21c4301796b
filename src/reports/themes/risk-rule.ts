/** When a rule puts something to the senior lead as a possible systemic risk: what is news, and is not of a handful of cases. */
import { inNoGroup } from '../../complaint/cause-list.js';
import type { GroupTrend } from './group-trends.js';
import { type Grouping, groupingWords } from './kinds.js';
import type { Month } from './months.js';
import type { CasesTold, TermCount } from './rising.js';
import { wordsIn } from './terms.js';

/** Fewer complaints in the month are looked at by whoever handles them. */
const leastForRisk = 8;
/** So many words at most: a storm brings a dozen at once, and one says it. */
const mostWords = 3;

export interface RiskSeen {
  readonly theme: Grouping | 'words';
  readonly key: string;
  /** Null for a word of residents: it is shown only while it may be. */
  readonly called: string | null;
  readonly cases: number;
  readonly why: string;
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

/** The groups of one kind that are put to the senior lead for this month. */
export function risksInGroups(grouping: Grouping, trends: readonly GroupTrend[], latest: Month): readonly RiskSeen[] {
  return trends
    .filter(({ news, latest: cases }) => news === 'more' && cases >= leastForRisk)
    .map(({ key, called, latest: cases, average }) => ({
      theme: grouping,
      key,
      called,
      cases,
      why: `${cases} complaints in ${latest.name} by ${groupingWords[grouping].one}, against ${tenth(average)} in an average month before: more than chance.`,
    }));
}

/** A group of causes is put forward only where none of its causes is by itself: then the cause says more. */
export function withoutGroupsOfCausesSeen(
  seen: readonly RiskSeen[],
  groupOf: ReadonlyMap<string, string>,
): readonly RiskSeen[] {
  const told = new Set(
    seen.flatMap(({ theme, called }) =>
      theme === 'cause' && called !== null ? [groupOf.get(called) ?? inNoGroup] : [],
    ),
  );
  return seen.filter(({ theme, called }) => theme !== 'cause-group' || called === null || !told.has(called));
}

/** The words that are. */
export function risksInWords(rising: readonly TermCount[], cases: CasesTold, span: string): readonly RiskSeen[] {
  return rising
    .filter((term) => term.latest >= leastForRisk)
    .slice(0, mostWords)
    .map((term) => ({
      theme: 'words' as const,
      key: String(term.id),
      called: null,
      cases: term.latest,
      why: `${term.latest} of ${cases.latest} complaints of ${span} have the same ${wordsIn(term.term).length === 1 ? 'word' : 'two words'}, and ${term.before} of ${cases.before} of the year before: more than chance.`,
    }));
}
