/** The trends of a pack: how many complaints month by month, and how many were answered in time, with the limits of chance. */
import { addDays, type Day } from '../facts/days.js';
import type { TrendChart } from '../reports/chart.js';
import { controlOf, newsOfLast } from '../reports/control-limits.js';
import type { Period } from '../reports/measured.js';
import type { PackKind } from '../reports/packs/calendar.js';
import { rounded } from '../reports/rounding.js';
import type { Trx } from './database.js';
import { trendOf } from './measures.js';

/** So many months up to the end of the period: enough for limits, few enough to read. */
const months = (kind: PackKind): number => (kind.every === 'year' ? 24 : 13);

export async function packTrends(trx: Trx, kind: PackKind, period: Period, today: Day): Promise<TrendChart[]> {
  // A week is too short to bend a line of months.
  if (kind.every === 'week') return [];
  const from = addDays(period.until, -months(kind) * 30);
  const rows = await trendOf(trx, ['stage1.count', 'ch02.1'], { from, until: period.until, today });
  const first = rows.findIndex(({ figures }) => figures.some((m) => m.id === 'stage1.count' && (m.value ?? 0) > 0));
  const known = first === -1 ? [] : rows.slice(first);
  if (known.length < 3) return [];
  const find = (figures: (typeof rows)[number]['figures'], id: string, group: string | null, reading: string | null) =>
    figures.find((m) => m.id === id && m.group === group && m.reading === reading);
  const labels = known.map(({ period: month }) => month.name);
  const received = known.map(({ figures }) => find(figures, 'stage1.count', null, null)?.value ?? 0);
  const inTime = known.map(({ figures }) => {
    const m = find(figures, 'ch02.1', 'all', 'with-extensions');
    return m === undefined || m.numerator === null || m.denominator === null || m.denominator === 0
      ? null
      : Number(rounded(m.numerator, m.denominator, 100, 1));
  });
  return [
    trend({ title: 'Stage 1 complaints received, by month', unit: 'complaints', labels, values: received, least: 0 }),
    trend({
      title: 'Stage 1 answered in time, by month of receipt',
      unit: '%',
      labels,
      values: inTime,
      least: 0,
      most: 100,
    }),
  ];
}

function trend(made: {
  readonly title: string;
  readonly unit: string;
  readonly labels: readonly string[];
  readonly values: readonly (number | null)[];
  readonly least: number;
  readonly most?: number;
}): TrendChart {
  const control = controlOf(made.values, {
    least: made.least,
    ...(made.most === undefined ? {} : { most: made.most }),
  });
  const tenth = (n: number | undefined) => (n === undefined ? null : Math.round(n * 10) / 10);
  return {
    chart: 'trend',
    title: made.title,
    description: newsOfLast(made.values, control),
    unit: made.unit,
    points: made.labels.map((label, i) => ({ label, value: made.values[i] ?? null, href: null })),
    middle: tenth(control.limits?.middle),
    lower: tenth(control.limits?.lower),
    upper: tenth(control.limits?.upper),
    line: null,
  };
}
