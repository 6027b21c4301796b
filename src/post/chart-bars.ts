/** Bars from a zero line, side by side or on top of each other, each with its number beside or in it. */
import type { BarChart } from '../reports/chart.js';
import { chartNumber, unitHeading } from '../reports/chart-number.js';
import { type Drawing, fontSize, type Inks, ink, legend, line, nothing, rect, small, width } from './chart-paper.js';
import { text, widthOf, wrapped } from './chart-text.js';

/** What is beyond it stands in the table alone. */
const mostRows = 30;
const lineHeight = 17;
const between = 10;

export function drawBars(chart: BarChart, inks: Inks): Drawing {
  const rows = chart.rows.slice(0, mostRows);
  const series = Math.max(1, chart.series.length);
  if (rows.every(({ values }) => values.length === 0)) return nothing();
  const said = (value: number | null) => chartNumber(value, chart.unit);
  const ends = rows.flatMap(({ values }) => (chart.stacked ? stackEnds(values) : values.map((value) => value ?? 0)));
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];

  const longest = Math.max(...rows.map(({ label }) => widthOf(label, fontSize)));
  const left = Math.min(longest, width * 0.38) + 10;
  const numbers = Math.max(
    ...rows.flatMap(({ values }) => (chart.stacked ? [0] : values.map((value) => widthOf(said(value), fontSize)))),
  );
  const before = low < 0 && !chart.stacked ? numbers + 6 : 0;
  const room = width - left - before - (chart.stacked ? 2 : numbers + 8);
  const x = (value: number) => left + before + ((value - low) / (high - low || 1)) * room;

  let y = 0;
  let body = '';
  if (chart.series.length > 1) {
    const names = legend(inks, chart.series, y);
    body += names.body;
    y += names.height;
  }
  body += text(left + before, y + 12, unitHeading(chart.unit), { size: small, colour: ink.quiet });
  y += 20;
  const top = y;
  const thick = chart.stacked || series === 1 ? 22 : series === 2 ? 17 : 15;
  for (const { label, values } of rows) {
    const words = wrapped(label, { width: left - 10, lines: 3, size: fontSize });
    const bars = chart.stacked ? thick : thick * series + 2 * (series - 1);
    const height = Math.max(bars, words.length * lineHeight);
    const middle = y + height / 2;
    words.forEach((word, i) => {
      body += text(0, middle + (i - (words.length - 1) / 2) * lineHeight + 5, word);
    });
    const start = middle - bars / 2;
    body += chart.stacked
      ? stacked(values, { x, y: start, thick, said, inks })
      : values
          .map((value, i) => {
            const at = start + i * (thick + 2);
            const [from, to] = [x(Math.min(0, value ?? 0)), x(Math.max(0, value ?? 0))];
            const drawn = value === null || value === 0 ? '' : rect(from, at, to - from, thick, inks.fill(i));
            const number = text(value !== null && value < 0 ? from - 6 : to + 6, at + thick / 2 + 5, said(value), {
              bold: true,
              anchor: value !== null && value < 0 ? 'end' : 'start',
              ...(value === null ? { colour: ink.quiet } : {}),
            });
            return drawn + number;
          })
          .join('');
    y += height + between;
  }
  body += line(x(0), top - 4, x(0), y - between + 4, `stroke="${ink.text}" stroke-width="1.5"`);
  const hidden = chart.rows.length - rows.length;
  if (hidden > 0) {
    body += text(0, y + 12, `${hidden} more in the table`, { colour: ink.quiet });
    y += 22;
  }
  return { height: y - between + 8, body };
}

/** Where a stack begins and ends: what is negative goes to the left. */
function stackEnds(values: readonly (number | null)[]): number[] {
  const sum = (kept: (value: number) => boolean) =>
    values.reduce<number>((total, value) => total + (value !== null && kept(value) ? value : 0), 0);
  return [sum((value) => value < 0), sum((value) => value > 0)];
}

function stacked(
  values: readonly (number | null)[],
  by: {
    readonly x: (value: number) => number;
    readonly y: number;
    readonly thick: number;
    readonly said: (value: number | null) => string;
    readonly inks: Inks;
  },
): string {
  let [up, down] = [0, 0];
  let body = '';
  if (values.every((value) => value === null || value === 0))
    return text(by.x(0) + 6, by.y + by.thick / 2 + 5, 'none', { colour: ink.quiet });
  values.forEach((value, i) => {
    if (value === null || value === 0) return;
    const start = value > 0 ? up : down;
    if (value > 0) up += value;
    else down += value;
    const [from, to] = [by.x(Math.min(start, start + value)), by.x(Math.max(start, start + value))];
    // A white line between two parts.
    const wide = Math.max(0.5, to - from - 1.5);
    body += rect(from, by.y, wide, by.thick, by.inks.fill(i));
    const number = by.said(value);
    const needed = widthOf(number, fontSize) + 8;
    if (needed > wide) return;
    const middle = from + wide / 2;
    body += rect(middle - needed / 2, by.y + 2, needed, by.thick - 4, `fill="${by.inks.colour(i)}"`);
    body += text(middle, by.y + by.thick / 2 + 5, number, { anchor: 'middle', bold: true, colour: '#fff' });
  });
  return body;
}
