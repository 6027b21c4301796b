/** The table that every chart has: the same numbers in words, for the page, the document and the file of its figures. */
import type { Chart } from './chart.js';
import { chartNumber, unitHeading } from './chart-number.js';
import type { Cell } from './document.js';

export interface ChartTable {
  readonly caption: string;
  /** The first names the rows. */
  readonly head: readonly string[];
  readonly rows: readonly ChartTableRow[];
}

export interface ChartTableRow {
  readonly label: string;
  readonly cells: readonly string[];
  /** The cases behind the row, where they can be shown. */
  readonly href: string | null;
}

/** The table of a chart: one row for each bar, point, length, step, area or place, in the chart's order. */
export function tableOf(chart: Chart): ChartTable {
  const n = (value: number | null) => chartNumber(value, chart.unit);
  const unit = unitHeading(chart.unit);
  const made = (head: readonly string[], rows: readonly ChartTableRow[]): ChartTable => ({
    caption: chart.title,
    head,
    rows,
  });
  switch (chart.chart) {
    case 'bars':
      return made(
        ['What', ...(chart.series.length > 1 ? chart.series : [unit])],
        chart.rows.map(({ label, values, href }) => ({ label, cells: values.map(n), href })),
      );
    case 'trend': {
      const { lower, middle, upper, line } = chart;
      const across = [
        ...(lower === null ? [] : [{ head: 'Lower limit', value: lower }]),
        ...(middle === null ? [] : [{ head: 'Average', value: middle }]),
        ...(upper === null ? [] : [{ head: 'Upper limit', value: upper }]),
        ...(line === null ? [] : [{ head: line.words, value: line.value }]),
      ];
      return made(
        ['When', unit, ...across.map(({ head }) => head)],
        chart.points.map(({ label, value, href }) => ({
          label,
          cells: [n(value), ...across.map((one) => n(one.value))],
          href,
        })),
      );
    }
    case 'distribution': {
      const { limit } = chart;
      return made(
        [unit, 'Cases', ...(limit === null ? [] : [limit.words])],
        chart.bins.map((bin) => ({
          label: binWords(bin),
          cells: [chartNumber(bin.count, ''), ...(limit === null ? [] : [bin.to <= limit.value ? 'Within' : 'Beyond'])],
          href: null,
        })),
      );
    }
    case 'funnel':
      return made(
        ['Step', unit, 'Of the step before'],
        chart.steps.map(({ label, count, href }, at) => ({
          label,
          cells: [n(count), at === 0 ? '' : shareOf(count, chart.steps[at - 1]?.count ?? 0)],
          href,
        })),
      );
    case 'multiples': {
      const times = [...new Set(chart.parts.flatMap(({ points }) => points.map(({ label }) => label)))];
      return made(
        ['What', ...times],
        chart.parts.map(({ label, points, href }) => ({
          label,
          cells: times.map((time) => n(points.find((point) => point.label === time)?.value ?? null)),
          href,
        })),
      );
    }
    case 'quartiles':
      return made(
        ['What', 'Ours', 'Lower quartile', 'Median', 'Upper quartile'],
        chart.rows.map(({ label, own, lower, median, upper }) => ({
          label,
          cells: [own, lower, median, upper].map(n),
          href: null,
        })),
      );
    case 'places':
      return made(
        ['Place', unit],
        chart.places.map(({ label, count, href }) => ({ label, cells: [n(count)], href })),
      );
    default:
      return chart satisfies never;
  }
}

/** The same table as cells of a document: names first, with the way to their cases; numbers on the right. */
export function chartTable(chart: Chart): {
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
} {
  const { head, rows } = tableOf(chart);
  return {
    head: head.map((words, at) => ({ text: [words], ...(at === 0 ? {} : { number: true }) })),
    rows: rows.map(({ label, cells, href }) => [
      { text: [href === null ? label : { text: label, href }] },
      ...cells.map((words) => ({ text: [words], number: true })),
    ]),
  };
}

/** '10' for one length, '11 to 15' for several. */
export function binWords({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? chartNumber(from, '') : `${chartNumber(from, '')} to ${chartNumber(to, '')}`;
}

/** A part in per cent to one place, half up on the exact fraction; none when there is nothing to divide by. */
export function shareOf(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${Math.floor((part * 2000 + whole) / (2 * whole)) / 10}%`;
}

/** The table as rows of a file: a minus that programs read, no signs that only people need. */
export function fileRows({ head, rows }: ChartTable): readonly (readonly string[])[] {
  return [head, ...rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell.replace(/^−(?=[\d£])/, '-'))])];
}
