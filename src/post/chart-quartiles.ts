/** Own figure among others': a band from the lower to the upper quartile, the median across it, ours as a diamond. */
import type { QuartileChart } from '../reports/chart.js';
import { chartNumber, unitHeading } from '../reports/chart-number.js';
import { type Drawing, fontSize, ink, line, nothing, rect, roundScale, small, width } from './chart-paper.js';
import { at, text, widthOf, wrapped } from './chart-text.js';

const mostRows = 20;
const lineHeight = 17;

export function drawQuartiles(chart: QuartileChart): Drawing {
  const rows = chart.rows.slice(0, mostRows);
  const values = rows.flatMap(({ lower, median, upper, own }) =>
    [lower, median, upper, own].flatMap((value) => (value === null ? [] : [value])),
  );
  if (values.length === 0) return nothing();
  const said = (value: number) => chartNumber(value, chart.unit);
  const scale = roundScale(values, { zero: true });
  const edge = Math.max(...scale.ticks.map((tick) => widthOf(said(tick), small))) / 2 + 2;
  const x = (value: number) => edge + ((value - scale.from) / (scale.to - scale.from)) * (width - 2 * edge);
  let y = 20;
  let body = text(0, 12, unitHeading(chart.unit), { size: small, colour: ink.quiet });
  const top = y;
  let drawn = '';
  for (const { label, lower, median, upper, own } of rows) {
    for (const words of wrapped(label, { width, lines: 2, size: fontSize })) {
      drawn += text(0, y + 14, words, { bold: true, edge: true });
      y += lineHeight;
    }
    const middle = y + 30;
    drawn += line(x(scale.from), middle, x(scale.to), middle, `stroke="${ink.grid}"`);
    if (lower !== null && upper !== null)
      drawn += rect(
        x(Math.min(lower, upper)),
        middle - 9,
        Math.abs(x(upper) - x(lower)),
        18,
        `fill="${ink.band}" stroke="${ink.line}"`,
      );
    if (median !== null)
      drawn += line(x(median), middle - 11, x(median), middle + 11, `stroke="${ink.text}" stroke-width="2"`);
    const under = [
      ...(lower === null ? [] : [said(lower)]),
      ...(median === null ? [] : [`median ${said(median)}`]),
      ...(upper === null ? [] : [said(upper)]),
    ].join(' · ');
    const centre = median ?? lower ?? upper;
    if (centre !== null && under !== '') {
      const half = widthOf(under, small) / 2;
      drawn += text(Math.min(Math.max(x(centre), half), width - half), middle + 25, under, {
        anchor: 'middle',
        size: small,
        colour: ink.quiet,
        edge: true,
      });
    }
    if (own !== null) {
      const words = `ours ${said(own)}`;
      const half = widthOf(words, fontSize) / 2;
      drawn += `<path d="M${at(x(own))} ${at(middle - 8)}l8 8l-8 8l-8 -8z" fill="#b3541e" stroke="#fff" stroke-width="1.5"/>`;
      drawn += text(Math.min(Math.max(x(own), half), width - half), middle - 14, words, {
        anchor: 'middle',
        bold: true,
        edge: true,
      });
    } else drawn += text(width, middle - 14, 'ours: none', { anchor: 'end', colour: ink.quiet });
    y = middle + 36;
  }
  for (const tick of scale.ticks) {
    body += line(x(tick), top, x(tick), y, `stroke="${tick === 0 ? ink.line : ink.grid}" stroke-width="0.8"`);
    body += text(x(tick), y + 14, said(tick), { anchor: 'middle', size: small, colour: ink.quiet });
  }
  const hidden = chart.rows.length - rows.length;
  if (hidden > 0) drawn += text(0, y + 34, `${hidden} more in the table`, { colour: ink.quiet });
  return { height: y + 22 + (hidden > 0 ? 20 : 0), body: body + drawn };
}
