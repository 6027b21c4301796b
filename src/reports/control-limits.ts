/**
 * By how much a figure moves by chance alone, and when it is news: limits for individual values (an XmR chart). They lie
 * 2.66 average moving ranges from the mean: nearly every value of a steady process falls between them, so a value
 * outside, or eight in a row on one side of the mean, is worth asking about, and everything else is not.
 */

/** Fewer values tell nothing of how much is chance. */
export const leastValues = 8;
/** So many in a row on one side of the mean. */
export const longRun = 8;
/** A month of fewer cases moves far by one of them. */
const smallCount = 10;

const reach = 2.66;

export interface ControlLimits {
  readonly middle: number;
  readonly lower: number;
  readonly upper: number;
}

export type News = {
  /** The place of the value, from 0; of a run, its last. */
  readonly at: number;
  readonly why: 'above' | 'below' | 'run-above' | 'run-below';
};

export interface Control {
  /** Null when there are too few values. */
  readonly limits: ControlLimits | null;
  readonly news: readonly News[];
}

/** The limits and the news of values in order of time; null where there is none. A count can't fall below its floor. */
export function controlOf(
  values: readonly (number | null)[],
  bounds: { readonly least?: number; readonly most?: number } = {},
): Control {
  const known = values.flatMap((value, at) => (value === null || !Number.isFinite(value) ? [] : [{ value, at }]));
  if (known.length < leastValues) return { limits: null, news: [] };
  const middle = known.reduce((sum, { value }) => sum + value, 0) / known.length;
  const moves = known.slice(1).map(({ value }, i) => Math.abs(value - (known[i]?.value ?? value)));
  const away = reach * (moves.reduce((sum, move) => sum + move, 0) / moves.length);
  const limits = {
    middle,
    lower: Math.max(middle - away, bounds.least ?? Number.NEGATIVE_INFINITY),
    upper: Math.min(middle + away, bounds.most ?? Number.POSITIVE_INFINITY),
  };
  const news: News[] = [];
  let [side, length] = [0, 0];
  for (const { value, at } of known) {
    const now = Math.sign(value - middle);
    [side, length] = now !== 0 && now === side ? [side, length + 1] : [now, now === 0 ? 0 : 1];
    if (value > limits.upper) news.push({ at, why: 'above' });
    else if (value < limits.lower) news.push({ at, why: 'below' });
    else if (length >= longRun) news.push({ at, why: side > 0 ? 'run-above' : 'run-below' });
  }
  return { limits, news };
}

/** What there is to say of the last value: news and why, or that it moved no more than by chance. */
export function newsOfLast(values: readonly (number | null)[], control: Control, each = 'month'): string {
  const last = values.findLastIndex((value) => value !== null);
  if (last < 0) return 'None yet';
  if (control.limits === null) return `Too few ${each}s to tell chance from news`;
  const why = control.news.find(({ at }) => at === last)?.why;
  switch (why) {
    case undefined:
      return 'No more than chance';
    case 'above':
      return 'News: higher than by chance';
    case 'below':
      return 'News: lower than by chance';
    case 'run-above':
      return `News: ${longRun} ${each}s above the average`;
    case 'run-below':
      return `News: ${longRun} ${each}s below the average`;
    default:
      return why satisfies never;
  }
}

/** Whether the months are so small that one case moves them far; said beside the chart. */
export function smallNumbers(counts: readonly number[]): boolean {
  const sorted = counts.filter((n) => n >= 0).toSorted((a, b) => a - b);
  return sorted.length > 0 && (sorted[Math.floor(sorted.length / 2)] ?? 0) < smallCount;
}
