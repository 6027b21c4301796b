/** Own figures among other landlords': a benchmark with what we had in its year and in the year before. */
import type { QuartileChart } from '../chart.js';
import type { Measured } from '../measured.js';
import { type Better, changeInWords, fewCasesWarning, quartileInWords } from '../quartile.js';
import type { ChartShown, DashboardFigures } from './material.js';

export interface Compared {
  /** 'Stage 1 answered in time (CH02 part 1), LCRA'. */
  readonly words: string;
  /** 'RSH 2024/25, all landlords'. */
  readonly set: string;
  readonly year: string;
  readonly source: string;
  readonly publishedOn: string;
  readonly unit: Measured['unit'];
  readonly better: Better;
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
  readonly own: number | null;
  readonly ownWords: string;
  /** How many cases or answers the own figure is made of; null where it is no share. */
  readonly cases: number | null;
  readonly yearBefore: { readonly name: string; readonly value: number | null; readonly words: string } | null;
}

/** What there is to say of it in a row. */
export function comparedInWords(one: Compared): { position: string; trend: string | null; warning: string | null } {
  return {
    position: quartileInWords(one.own, one, one.better),
    trend: one.yearBefore === null ? null : changeInWords(one.own, one.yearBefore, one.better, one.ownWords),
    warning: fewCasesWarning(one.cases),
  };
}

/** One drawing for what is said in per cent and one for what is counted for 1,000 homes: they share no scale. */
export function others(figures: Pick<DashboardFigures, 'compared'>): ChartShown[] {
  return (['proportion', 'per-1,000-homes', 'working-days'] as const).flatMap((unit) => {
    const rows = figures.compared.filter((one) => one.unit === unit);
    if (rows.length === 0) return [];
    const shown = (value: number | null) =>
      value === null
        ? null
        : Math.round(value * (unit === 'proportion' ? 1000 : 100)) / (unit === 'proportion' ? 10 : 100);
    const named = { proportion: '%', 'per-1,000-homes': 'for 1,000 homes', 'working-days': 'working days' }[unit];
    const chart: QuartileChart = {
      chart: 'quartiles',
      title:
        unit === 'proportion'
          ? 'Our shares among others’'
          : unit === 'working-days'
            ? 'Our days among others’'
            : 'Our complaints for 1,000 homes among others’',
      description:
        'The band runs from the lower to the upper quartile of other landlords: half of them lie in it. The line across is their median, the diamond is us.',
      unit: named,
      rows: rows.map((one) => ({
        label: `${one.words}, ${one.year}`,
        lower: shown(one.lower),
        median: shown(one.median),
        upper: shown(one.upper),
        own: shown(one.own),
      })),
    };
    return [{ key: `others-${unit.replace(/[^a-z]/g, '')}`, chart, warning: null }];
  });
}
