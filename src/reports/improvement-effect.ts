/** Did the complaints stop? The days before and after something was done, in parts of equal length, and their chart. */
import { addDays, type Day, dayNumber, inShortWords } from '../facts/days.js';
import type { Chart } from './chart.js';

/** How long before and after is looked at. */
export const weeksToLook = [4, 8, 12, 24, 52] as const;

const partsEachSide = 4;

export interface Span {
  readonly from: Day;
  readonly until: Day;
}

export interface EffectPart extends Span {
  readonly side: 'before' | 'after';
  /** It has not ended yet, or not begun. */
  readonly state: 'whole' | 'running' | 'ahead';
}

export interface EffectSpans {
  /** As long as the days that have gone since, at most the weeks that were chosen: like is held against like. */
  readonly days: number;
  readonly before: Span;
  readonly after: Span;
  /** All the weeks that were chosen have gone. */
  readonly whole: boolean;
  readonly parts: readonly EffectPart[];
}

/** Null until a day has gone since it was done. */
export function effectSpans(doneOn: Day, weeks: number, today: Day): EffectSpans | null {
  const gone = dayNumber(today) - dayNumber(doneOn);
  if (gone < 1) return null;
  const all = weeks * 7;
  const days = Math.min(gone, all);
  const length = all / partsEachSide;
  const parts = Array.from({ length: 2 * partsEachSide }, (_, i): EffectPart => {
    const from = addDays(doneOn, (i - partsEachSide) * length);
    const until = addDays(from, length - 1);
    const state = until < today ? 'whole' : from < today ? 'running' : 'ahead';
    return { from, until, side: i < partsEachSide ? 'before' : 'after', state };
  });
  return {
    days,
    before: { from: addDays(doneOn, -days), until: addDays(doneOn, -1) },
    after: { from: doneOn, until: addDays(doneOn, days - 1) },
    whole: gone >= all,
    parts,
  };
}

export interface EffectCounts {
  /** Complaints that the improvement is to stop, and all complaints, in the same days. */
  readonly before: { readonly n: number; readonly all: number };
  readonly after: { readonly n: number; readonly all: number };
  readonly parts: readonly number[];
}

/** The numbers in a sentence that judges nothing: fewer may be chance, or fewer complaints of every kind. */
export function effectSentence({ days, whole }: Pick<EffectSpans, 'days' | 'whole'>, counts: EffectCounts): string {
  const { before, after } = counts;
  const span = days % 7 === 0 && days >= 7 ? counted(days / 7, 'week') : counted(days, 'day');
  const change =
    after.n === before.n ? 'As many as before' : after.n < before.n ? 'Fewer than before' : 'More than before';
  return (
    `${counted(before.n, 'such complaint')} in the ${span} before, ${after.n} in the ${span} ` +
    `${whole ? 'after' : 'since, so far'}. ${change}; all complaints went from ${before.all} to ${after.all}.`
  );
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Bars before and after, each part of the same length. */
export function effectChart(
  spans: EffectSpans,
  counts: EffectCounts,
  href: (part: EffectPart) => string | null,
): Chart {
  const { parts } = spans;
  const weeks = (dayNumber(parts[1]?.from ?? spans.after.from) - dayNumber(parts[0]?.from ?? spans.after.from)) / 7;
  return {
    chart: 'bars',
    title: 'Such complaints before and after',
    description: `Each bar is ${weeks === 1 ? 'a week' : `${weeks} weeks`}: four before it was done, and four after.`,
    unit: 'complaints',
    stacked: false,
    series: ['Complaints'],
    rows: parts.map((part, i) => ({
      label: `${part.side === 'before' ? 'Before' : 'After'}: from ${inShortWords(part.from)}${part.state === 'running' ? ', so far' : ''}`,
      values: [part.state === 'ahead' ? null : (counts.parts[i] ?? 0)],
      href: part.state === 'ahead' ? null : href(part),
    })),
  };
}
