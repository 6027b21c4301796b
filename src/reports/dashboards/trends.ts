/** Figures by month: which months, what each was, and between which limits they move by chance. */
import type { TrendChart } from '../chart.js';
import { type Control, controlOf, newsOfLast, smallNumbers } from '../control-limits.js';
import type { FigureKey } from '../measured.js';
import { grouped, rounded } from '../rounding.js';
import { type Monthly, type MonthOfArea, monthInWords, monthly, monthPeriod, monthsBetween, sumOf } from './counted.js';
import type { DashboardFigures } from './material.js';

/** So many months are looked at. */
const most = 24;

export interface MonthlyValues {
  /** A share of cases, not their number. */
  readonly share: boolean;
  readonly months: readonly string[];
  /** Per cent for a share, to one place; null where nothing was due. */
  readonly values: readonly (number | null)[];
  /** How many cases each month is made of. */
  readonly cases: readonly number[];
  readonly bounds: { readonly least: number; readonly most?: number };
}

/** The whole months up to the end of the period, none before the first case; the month that still runs is left out. */
export function trendMonths({
  chosen,
  today,
  counted,
}: Pick<DashboardFigures, 'chosen' | 'today' | 'counted'>): readonly string[] {
  const first = counted.months[0]?.month;
  if (first === undefined) return [];
  const until = chosen.period.until.slice(0, 7);
  const now = today.slice(0, 7);
  const months = monthsBetween(first, until < now ? until : now);
  const whole = until < now || months.length < 2 ? months : months.slice(0, -1);
  return whole.slice(-most);
}

/** What a figure was in each month, per cent for a share, with the cases that each month is made of. */
export function monthlyValues(all: readonly MonthOfArea[], which: Monthly, months: readonly string[]): MonthlyValues {
  const share = monthly[which].unit === 'proportion';
  const byMonth = Map.groupBy(all, ({ month }) => month);
  const counts = months.map((month) => sumOf(byMonth.get(month) ?? [], which));
  return {
    share,
    months,
    values: counts.map(({ numerator, denominator, notYetDue }, i) => {
      if (!share) return numerator;
      // While some of a month's cases are not yet due, those that are tell too little: the month waits.
      const waits = notYetDue > 0 && i >= counts.length - 2;
      return denominator === 0 || waits ? null : Number(rounded(numerator, denominator, 100, 1));
    }),
    cases: share ? counts.map(({ denominator }) => denominator) : counts.map(({ numerator }) => numerator),
    bounds: share ? { least: 0, most: 100 } : { least: 0 },
  };
}

/** A share of so few cases that one of them moves it far has no limits: they would make news of chance. */
export function tooSmall({ share, cases }: MonthlyValues): boolean {
  return share && smallNumbers(cases);
}

/** The limits of chance and what is news; no limits for a share of too few cases. */
function controlOfMonths(values: MonthlyValues): Control {
  return tooSmall(values) ? { limits: null, news: [] } : controlOf(values.values, values.bounds);
}

/** Of the last month: news, no more than chance, or why neither can be said. */
export function chanceOf(values: MonthlyValues): string {
  if (tooSmall(values)) return 'Too few cases a month to tell chance from news';
  return newsOfLast(values.values, controlOfMonths(values));
}

/** The chart of a figure by month, with the values that it draws. */
export function trendOfMonths(
  which: Monthly,
  figures: DashboardFigures,
  about: { readonly title: string; readonly line?: TrendChart['line'] },
): { readonly chart: TrendChart; readonly values: MonthlyValues } {
  const values = monthlyValues(figures.counted.months, which, trendMonths(figures));
  const control = controlOfMonths(values);
  // What never moves has no limits worth drawing.
  const limits = control.limits !== null && control.limits.upper > control.limits.lower ? control.limits : null;
  const tenth = (n: number) => Math.round(n * 10) / 10;
  const unit = monthly[which].unit === 'proportion' ? '%' : 'complaints';
  const key: FigureKey = monthly[which];
  return {
    values,
    chart: {
      chart: 'trend',
      title: about.title,
      description: described(values, control, unit),
      unit,
      points: values.months.map((month, i) => ({
        label: monthInWords(month),
        value: values.values[i] ?? null,
        href: figures.href({ id: key.id, group: key.group, reading: key.reading }, monthPeriod(month)),
      })),
      middle: limits === null ? null : tenth(limits.middle),
      lower: limits === null ? null : tenth(limits.lower),
      upper: limits === null ? null : tenth(limits.upper),
      line: about.line ?? null,
    },
  };
}

function described(values: MonthlyValues, control: Control, unit: string): string {
  if (values.months.length === 0) return 'There is no whole month yet.';
  const last = values.values.findLastIndex((value) => value !== null);
  const sign = unit === '%' ? '%' : '';
  const now =
    last < 0 ? 'none' : `${grouped(values.values[last] ?? 0)}${sign} in ${monthInWords(values.months[last] ?? '')}`;
  const waits = last >= 0 && last < values.months.length - 1 ? ' What was received later is not all due yet.' : '';
  const outside = control.news.filter(({ why }) => why === 'above' || why === 'below').length;
  const limits =
    control.limits === null
      ? `${chanceOf(values)}.`
      : `${outside === 0 ? 'No month lies' : `${outside} ${outside === 1 ? 'month lies' : 'months lie'}`} outside the limits of chance. ${chanceOf(values)} at the end.`;
  return `By month: ${now}. ${limits}${waits}`;
}
