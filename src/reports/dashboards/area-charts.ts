/** About what and from where: complaints by service area and by place. */
import type { BarChart, PlaceChart, SmallMultiples } from '../chart.js';
import { grouped } from '../rounding.js';
import { type MonthOfArea, monthInWords, monthPeriod, sumOf, within } from './counted.js';
import type { ChartShown, DashboardFigures } from './material.js';
import { trendMonths } from './trends.js';

const withoutArea = 'No area recorded';

/** Each area's complaints, as bars of the period and as a small trend of its own. */
export function areas(figures: DashboardFigures): ChartShown[] {
  const { period } = figures.chosen;
  const inPeriod = Map.groupBy(within(figures.counted.months, period), ({ area }) => area ?? withoutArea);
  const ordered = [...inPeriod]
    .map(([area, months]) => ({ area, n: sumOf(months, 'stage1').numerator }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n || (a.area < b.area ? -1 : 1));
  const [first] = ordered;
  if (first === undefined) return [];
  const hrefOf = (area: string) =>
    figures.href({ id: 'stage1.count', group: area === withoutArea ? 'not-recorded' : area, reading: null }, period);
  const bars: BarChart = {
    chart: 'bars',
    title: 'Stage 1 complaints by area',
    description: `Received in ${period.name}. ${first.area} has the most, ${grouped(first.n)}.`,
    unit: 'complaints',
    stacked: false,
    series: ['Complaints'],
    rows: ordered.map(({ area, n }) => ({ label: area, values: [n], href: hrefOf(area) })),
  };
  const months = trendMonths(figures).slice(-12);
  if (months.length < 2) return [{ key: 'areas', chart: bars, warning: null }];
  const byArea = Map.groupBy(figures.counted.months, ({ area }) => area ?? withoutArea);
  const multiples: SmallMultiples = {
    chart: 'multiples',
    title: 'Each area, month by month',
    description: `Stage 1 complaints, ${monthInWords(months[0] ?? '')} to ${monthInWords(months.at(-1) ?? '')}. All on one scale, so that areas can be compared; the number at each name is its last month.`,
    unit: 'complaints',
    parts: ordered.slice(0, 12).map(({ area }) => ({
      label: area,
      href: hrefOf(area),
      points: monthsOfArea(byArea.get(area) ?? [], months),
    })),
  };
  return [
    { key: 'areas', chart: bars, warning: null },
    { key: 'areas-by-month', chart: multiples, warning: null },
  ];
}

function monthsOfArea(rows: readonly MonthOfArea[], months: readonly string[]) {
  const byMonth = Map.groupBy(rows, ({ month }) => month);
  return months.map((month) => ({
    label: monthPeriod(month).name,
    value: sumOf(byMonth.get(month) ?? [], 'stage1').numerator,
  }));
}

/** Where the complaints came from, when homes have places. */
export function places(figures: DashboardFigures): ChartShown[] {
  const found = figures.counted.places;
  if (found.length === 0) return [];
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const chart: PlaceChart = {
    chart: 'places',
    title: 'Stage 1 complaints by ward or block',
    description: `${grouped(total)} complaints received in ${figures.chosen.period.name} about homes whose place is known. The area of a circle is the number of complaints; it says nothing of how many homes stand there.`,
    unit: 'complaints',
    places: found.map((place) => ({ ...place, href: null })),
  };
  return [{ key: 'places', chart, warning: null }];
}
