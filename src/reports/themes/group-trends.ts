/** Complaints laid together, month by month: which group moved by more than chance, and which did not. */
import type { TrendChart } from '../chart.js';
import { type Control, controlOf, longRun, newsOfLast, smallNumbers } from '../control-limits.js';
import { beyondChance } from './beyond-chance.js';

/** So many months back: enough for limits, few enough to read. */
export const monthsShown = 24;

/** What was counted: a group by its key, as it is called, in a month ('2026-10-01'). */
export interface Counted {
  readonly key: string;
  readonly called: string;
  readonly month: string;
  readonly n: number;
}

export interface GroupTrend {
  readonly key: string;
  readonly called: string;
  /** One for each month, the latest last. */
  readonly counts: readonly number[];
  readonly latest: number;
  /** Of the months before the latest. */
  readonly average: number;
  readonly lastYear: number;
  readonly control: Control;
  readonly news: 'more' | 'fewer' | null;
  /** 'News: higher than by chance', 'No more than chance'. */
  readonly words: string;
  readonly small: boolean;
}

/** A group with fewer cases than this in all the months is too small to be told about. */
const leastCases = 5;

/** The groups with their counts for each of these months: what is news first, then the many before the few. */
export function trendsOf(rows: readonly Counted[], months: readonly string[]): readonly GroupTrend[] {
  const at = new Map(months.map((month, i) => [month, i]));
  const groups = new Map<string, { called: string; counts: number[] }>();
  for (const { key, called, month, n } of rows) {
    const i = at.get(month);
    if (i === undefined) continue;
    const group = groups.get(key) ?? { called, counts: months.map(() => 0) };
    group.counts[i] = (group.counts[i] ?? 0) + n;
    groups.set(key, group);
  }
  const lookedAt = [...groups.values()].filter(({ counts }) => sum(counts) >= leastCases).length;
  const rank = ({ news }: GroupTrend) => (news === 'more' ? 0 : news === 'fewer' ? 1 : 2);
  return [...groups]
    .map(([key, group]) => trendOf(key, group, lookedAt))
    .sort((a, b) => rank(a) - rank(b) || b.lastYear - a.lastYear || (a.called < b.called ? -1 : 1));
}

function trendOf(
  key: string,
  { called, counts }: { readonly called: string; readonly counts: readonly number[] },
  lookedAt: number,
): GroupTrend {
  // Before its first case there was no such group: months without it would say that it rose from nothing.
  const first = counts.findIndex((n) => n > 0);
  const known = counts.slice(Math.max(0, Math.min(first, counts.length - longRun)));
  const control = controlOf(known, { least: 0 });
  const latest = counts.at(-1) ?? 0;
  const before = known.slice(0, -1);
  const news = newsOf(known, control, lookedAt);
  const said = newsOfLast(known, control);
  return {
    key,
    called,
    counts,
    latest,
    average: before.length === 0 ? 0 : sum(before) / before.length,
    lastYear: sum(counts.slice(-12)),
    control,
    news,
    words: news === null && said.startsWith('News') ? `No more than chance among ${lookedAt}` : said,
    small: smallNumbers(known),
  };
}

/** Outside its own limits, and beyond what chance does among so many groups: either alone is no news. */
function newsOf(counts: readonly number[], control: Control, lookedAt: number): 'more' | 'fewer' | null {
  const why = control.news.find(({ at }) => at === counts.length - 1)?.why;
  if (why === undefined || sum(counts) < leastCases) return null;
  const way = why === 'above' || why === 'run-above' ? 'more' : 'fewer';
  const last = why === 'above' || why === 'below' ? 1 : longRun;
  const [latest, before] = [counts.slice(-last), counts.slice(0, -last)];
  const compared = {
    latest: sum(latest),
    before: sum(before),
    latestOf: latest.length,
    beforeOf: before.length,
  };
  return beyondChance(compared, way, lookedAt) ? way : null;
}

/** The chart of one group: its months, with the limits between which it moves by chance alone. */
export function trendChart(
  trend: GroupTrend,
  months: readonly { readonly month: string; readonly name: string }[],
  title: string,
): TrendChart {
  const tenth = (n: number | undefined) => (n === undefined ? null : Math.round(n * 10) / 10);
  return {
    chart: 'trend',
    title,
    description: trend.words,
    unit: 'complaints',
    points: months.map(({ name }, i) => ({ label: name, value: trend.counts[i] ?? 0, href: null })),
    middle: tenth(trend.control.limits?.middle),
    lower: tenth(trend.control.limits?.lower),
    upper: tenth(trend.control.limits?.upper),
    line: null,
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, n) => all + n, 0);
}
