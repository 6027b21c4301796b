/**
 * Charts for everybody: a count of one to four people could tell who they are, so it is never shown, and nothing is left
 * from which it could be worked out by taking away the others.
 */
import type { BarChart, Chart, DistributionChart } from '../chart.js';

/** Counts below it are not shown, none excepted. */
export const leastShown = 5;

function small(n: number | null): boolean {
  return n !== null && n > 0 && n < leastShown;
}

/** The chart without small numbers, or null when nothing of it can be shown. */
export function withoutSmallNumbers(chart: Chart): Chart | null {
  switch (chart.chart) {
    case 'bars':
      return chart.stacked ? wholeRows(chart) : smallTogether(chart);
    case 'distribution':
      return widerBins(chart);
    case 'trend':
      // A share says no count; whether its months are large enough is known to who made it.
      return chart.unit === '%' || !chart.points.some(({ value }) => small(value)) ? chart : null;
    case 'funnel':
      return chart.steps.some(({ count }, i) => small(count) || small((chart.steps[i - 1]?.count ?? count) - count))
        ? null
        : chart;
    case 'multiples':
      return chart.parts.some(({ points }) => points.some(({ value }) => small(value))) ? null : chart;
    case 'places':
      return chart.places.some(({ count }) => small(count)) ? null : chart;
    case 'quartiles':
      return chart;
    default:
      return chart satisfies never;
  }
}

/** Small bars become one; when they are too few together, the next larger goes with them. */
function smallTogether(chart: BarChart): BarChart | null {
  if (chart.unit === '%') return chart;
  const count = ({ values }: BarChart['rows'][number]) => values[0] ?? 0;
  const inOrder = chart.rows.filter((row) => count(row) > 0).toSorted((a, b) => count(a) - count(b));
  const hidden = inOrder.filter((row) => small(count(row)));
  if (hidden.length === 0) return chart;
  const rest = inOrder.slice(hidden.length);
  const total = () => hidden.reduce((sum, row) => sum + count(row), 0);
  while (hidden.length === 1 || total() < leastShown) {
    const next = rest.shift();
    if (next === undefined) return null;
    hidden.push(next);
  }
  const others = { label: `${hidden.length} others, together`, values: [total()], href: null };
  return { ...chart, rows: [...chart.rows.filter((row) => !hidden.includes(row)), others] };
}

function wholeRows(chart: BarChart): BarChart | null {
  const rows = chart.rows.filter(({ values }) => !values.some(small));
  return rows.length === 0 ? null : { ...chart, rows };
}

/** Neighbouring lengths are joined until each holds none or enough. */
function widerBins(chart: DistributionChart): DistributionChart | null {
  const bins: { from: number; to: number; count: number }[] = [];
  for (const bin of fives(chart)) {
    const last = bins.at(-1);
    if (last !== undefined && (small(last.count) || small(bin.count))) {
      last.to = bin.to;
      last.count += bin.count;
    } else bins.push({ ...bin });
  }
  if (bins.some(({ count }) => small(count))) return null;
  // A column that holds lengths on both sides of the limit has none drawn through it.
  const { limit } = chart;
  const cut = limit !== null && bins.some(({ from, to }) => from <= limit.value && limit.value < to);
  return { ...chart, bins, limit: cut ? null : limit };
}

/** Five days at a time, as the Code counts. */
function fives(chart: DistributionChart): readonly { from: number; to: number; count: number }[] {
  const first = chart.bins[0]?.from ?? 0;
  const byFive = Map.groupBy(chart.bins, ({ from, to }) =>
    to - from > 4 ? `from ${from}` : `five ${Math.max(1, Math.ceil((from - first) / 5))}`,
  );
  return [...byFive.values()].map((bins) => ({
    from: bins[0]?.from ?? 0,
    to: bins.at(-1)?.to ?? 0,
    count: bins.reduce((sum, { count }) => sum + count, 0),
  }));
}

/** Whether a share can be shown at all, and whether what it is made of can be said beside it. */
export function shareShown(numerator: number, denominator: number): 'whole' | 'share' | 'none' {
  if (denominator < 2 * leastShown) return 'none';
  return small(numerator) || small(denominator - numerator) ? 'share' : 'whole';
}
