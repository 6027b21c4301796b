/** Finding figures among the measured, and putting one beside last year's, whose source is always said. */

import type { Measured, Period } from '../measured.js';
import { measureOf, partWords } from '../measures/library.js';
import { inFigures, valueInWords } from '../rounding.js';
import type { YearBefore } from './data.js';

type Key = Pick<Measured, 'id'> & Partial<Pick<Measured, 'group' | 'reading'>>;

/** The figure of that measure, part and reading; null when nobody worked it out. */
export function figure(all: readonly Measured[], key: Key): Measured | null {
  const { id, group = null, reading = null } = key;
  return all.find((one) => one.id === id && one.group === group && one.reading === reading) ?? null;
}

/** Every part of a measure, in its order. */
export function partsOf(all: readonly Measured[], id: string): readonly Measured[] {
  return all.filter((one) => one.id === id && one.group !== null);
}

/** How many a part or the whole counts: 0 where there are none. */
export function countOf(m: Measured | null): number {
  return m === null || m.none ? 0 : (m.numerator ?? m.value ?? 0);
}

/** A part's own name: 'Upheld', 'Repairs', 'MP enquiry'. */
export function partName(m: Measured, period: Period): string {
  const measure = measureOf(m.id, period);
  return m.group === null ? m.words : measure === null ? m.group : partWords(measure, m.group);
}

/** '83% (30 of 36)', with what was left out: '; 2 not known, 1 not yet due'. */
export function told(m: Measured | null): string {
  if (m === null) return 'not worked out';
  const apart = [
    ...(m.unknown > 0 ? [`${m.unknown} not known`] : []),
    ...(m.notYetDue > 0 ? [`${m.notYetDue} not yet due`] : []),
  ];
  return apart.length === 0 ? inFigures(m) : `${inFigures(m)}; ${apart.join(', ')}`;
}

/** Of a figure of last year that is neither counted nor given. */
export const notKnown = 'not known';

export interface LastYear {
  readonly words: string;
  /** Where it is from when it was given and not counted. */
  readonly source: string | null;
  readonly value: number | null;
  readonly measured: Measured | null;
}

/**
 * Last year's figure: counted where there are cases of that year, else a total that was given, marked with its source,
 * else said to be unknown. The two are never mixed in one figure.
 */
export function lastYear(before: YearBefore, key: Key): LastYear {
  const total = figure(before.given, key);
  // What a survey found of that year stands whether or not there are cases of it.
  if (isCounted(before) || key.id === 'tp09') {
    const counted = figure(before.counted, key);
    if (counted !== null) {
      return { words: valueInWords(counted), source: null, value: counted.value, measured: counted };
    }
  }
  if (total !== null) {
    return {
      words: `${valueInWords(total)}*`,
      source: total.note ?? 'given as a total',
      value: total.value,
      measured: total,
    };
  }
  return { words: notKnown, source: null, value: null, measured: null };
}

/** Whether any case of that year is here. */
export function isCounted(before: YearBefore): boolean {
  return before.counted.some((m) => m.unit === 'count' && (m.value ?? 0) > 0);
}

/** The sources of given totals among those shown, each once: what the star stands for. */
export function sourcesOf(shown: readonly LastYear[]): readonly string[] {
  return [...new Set(shown.flatMap((one) => (one.source === null ? [] : [one.source])))];
}
