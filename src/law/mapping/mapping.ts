/**
 * What became of each provision from one edition to the next: what last year's answers are led over by, and what a landlord
 * has to meet for the first time.
 */
import { codes } from '../in-force.js';
import { type Edition, editions } from '../words.js';
import { from2020to2022 } from './from-2020-to-2022.js';
import { from2022to2024 } from './from-2022-to-2024.js';
import type { Mapping, Pair, Relation } from './words.js';

/** From each edition to the next. */
export const mappings: Readonly<Record<'2020' | '2022', { readonly to: Edition; readonly mapping: Mapping }>> = {
  '2020': { to: '2022', mapping: from2020to2022 },
  '2022': { to: '2024', mapping: from2022to2024 },
};

/** The provisions of an edition by their numbers, in its order. */
export function provisionNumbers(edition: Edition): readonly string[] {
  return codes[edition].sections.flatMap((section) => Object.keys(section.provisions));
}

const weight: Readonly<Record<Relation, number>> = { same: 0, eased: 1, 'part-of': 2, stricter: 3 };

/** The pairs between any two editions, the earlier first; over an edition between them the sentences are joined. */
export function pairsBetween(earlier: Edition, later: Edition): readonly Pair[] {
  const from = editions.indexOf(earlier);
  const to = editions.indexOf(later);
  if (from >= to || earlier === '2024') return [];
  const { to: next, mapping } = mappings[earlier];
  if (next === later) return mapping.pairs;
  const onward = Map.groupBy(pairsBetween(next, later), (pair) => pair.earlier);
  const found = new Map<string, Pair>();
  for (const first of mapping.pairs)
    for (const second of onward.get(first.later) ?? []) {
      const key = `${first.earlier} ${second.later}`;
      if (found.has(key)) continue;
      found.set(key, {
        earlier: first.earlier,
        later: second.later,
        is: weight[first.is] > weight[second.is] ? first.is : second.is,
        changed: `${next}: ${first.changed} ${later}: ${second.changed}`,
      });
    }
  return [...found.values()];
}

/** The provisions of an earlier edition whose answers a provision of a later one takes up; of one edition, itself. */
export function takesUp(earlier: Edition, later: Edition): (provision: string) => readonly string[] {
  if (earlier === later) return (provision) => [provision];
  const by = Map.groupBy(pairsBetween(earlier, later), (pair) => pair.later);
  return (provision) => (by.get(provision) ?? []).map((pair) => pair.earlier);
}

export interface NewRequirement {
  readonly provision: string;
  readonly duty: string;
  /** `new`: nothing of the earlier edition answers it. `stricter`: asked for before, and now more. */
  readonly is: 'new' | 'stricter';
  /** What is new about it. */
  readonly words: string;
  /** The earlier provisions that it grew out of. */
  readonly from: readonly string[];
}

/** What an edition asks that an earlier one did not, in its order: for each, a landlord says how it will be met. */
export function newIn(edition: Edition, since: Edition): readonly NewRequirement[] {
  const by = Map.groupBy(pairsBetween(since, edition), (pair) => pair.later);
  const step = editions.flatMap((from) =>
    from !== '2024' && mappings[from].to === edition ? mappings[from].mapping.arrived : [],
  );
  const arrivedWords = new Map(step.map(({ provision, words }) => [provision, words]));
  return provisionNumbers(edition).flatMap((provision): readonly NewRequirement[] => {
    if (editions.indexOf(since) >= editions.indexOf(edition)) return [];
    const pairs = by.get(provision) ?? [];
    const duty = dutyOf(edition, provision);
    if (pairs.length === 0) {
      const words = arrivedWords.get(provision) ?? firstAsked(edition, provision);
      return [{ provision, duty, is: 'new', words, from: [] }];
    }
    const more = pairs.filter((pair) => pair.is === 'stricter');
    if (more.length === 0) return [];
    const words = more.map((pair) => pair.changed).join(' ');
    return [{ provision, duty, is: 'stricter', words, from: pairs.map((pair) => pair.earlier) }];
  });
}

/** A provision that came in with an edition between: what was said of it then. */
function firstAsked(edition: Edition, provision: string): string {
  const previous = editions[editions.indexOf(edition) - 1];
  if (previous === undefined || previous === '2024') return '';
  const { mapping } = mappings[previous];
  const before = mapping.pairs.filter((pair) => pair.later === provision);
  return before.map((pair) => pair.changed).join(' ');
}

/** What a provision asks, in our own words. */
export function dutyOf(edition: Edition, provision: string): string {
  for (const section of codes[edition].sections) {
    const found = section.provisions[provision];
    if (found !== undefined) return found.duty;
  }
  return '';
}
