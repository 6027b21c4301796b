/** The same small trend for each part, two beside each other and all on one scale, so that they can be compared. */
import type { SmallMultiples } from '../reports/chart.js';
import { chartNumber, unitHeading } from '../reports/chart-number.js';
import { type Drawing, fontSize, ink, line, nothing, roundScale, small, width } from './chart-paper.js';
import { text, widthOf, wrapped } from './chart-text.js';
import { timeLabels } from './chart-times.js';
import { dot, pathOf } from './chart-trend.js';

const most = 24;
const gutter = 20;
const plotHeight = 62;

export function drawMultiples(chart: SmallMultiples): Drawing {
  const parts = chart.parts.slice(0, most);
  const values = parts.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  if (values.length === 0) return nothing();
  const said = (value: number) => chartNumber(value, chart.unit);
  const scale = roundScale(values, { zero: true, steps: 4 });
  const ticks = [scale.from, 0, scale.to].filter((tick, i, all) => all.indexOf(tick) === i);
  const left = Math.max(...ticks.map((tick) => widthOf(said(tick), small))) + 6;
  const wide = (width - gutter) / 2;
  const high = plotHeight + 66;
  let body = text(0, 12, `${unitHeading(chart.unit)}, all on one scale`, { size: small, colour: ink.quiet });
  parts.forEach(({ label, points }, n) => {
    const [x0, y0] = [(n % 2) * (wide + gutter), 22 + Math.floor(n / 2) * high];
    const [top, bottom] = [y0 + 24, y0 + 24 + plotHeight];
    const y = (value: number) => bottom - ((value - scale.from) / (scale.to - scale.from)) * plotHeight;
    const last = points.findLastIndex(({ value }) => value !== null);
    const now = last < 0 ? 'none' : said(points[last]?.value ?? 0);
    const room = { width: wide - widthOf(now, fontSize) - 10, lines: 1, size: fontSize };
    body += text(x0, y0 + 12, wrapped(label, room)[0] ?? '', { bold: true });
    body += text(x0 + wide, y0 + 12, now, { bold: true, anchor: 'end', colour: '#1d5169' });
    for (const tick of ticks) {
      body += line(x0 + left, y(tick), x0 + wide, y(tick), `stroke="${tick === 0 ? ink.line : ink.grid}"`);
      body += text(x0 + left - 4, y(tick) + 4, said(tick), { size: small, anchor: 'end', colour: ink.quiet });
    }
    const x = (i: number) => x0 + left + 6 + (i * (wide - left - 12)) / Math.max(1, points.length - 1);
    body += pathOf(points, x, y, 1.8);
    points.forEach(({ value }, i) => {
      const alone = (points[i - 1]?.value ?? null) === null && (points[i + 1]?.value ?? null) === null;
      if (value !== null && (i === last || alone)) body += dot(x(i), y(value), i === last ? 4 : 2);
    });
    const ends = [points[0]?.label ?? '', points.at(-1)?.label ?? ''].slice(0, points.length);
    body += timeLabels(ends, {
      x: (i) => (i === 0 ? x(0) : x(points.length - 1)),
      top: bottom + 14,
      room: { from: x0 + left, to: x0 + wide },
    }).body;
    if (top > bottom) throw new Error('a drawing stands on its head');
  });
  let height = 22 + Math.ceil(parts.length / 2) * high;
  const hidden = chart.parts.length - parts.length;
  if (hidden > 0) {
    body += text(0, height + 8, `${hidden} more in the table`, { colour: ink.quiet });
    height += 20;
  }
  return { height, body };
}
