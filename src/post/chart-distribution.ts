/** How many there were of each length, as columns from zero, and the limit between those within it and those beyond. */
import type { DistributionChart } from '../reports/chart.js';
import { chartNumber, unitHeading } from '../reports/chart-number.js';
import { binWords } from '../reports/chart-table.js';
import { type Drawing, type Inks, ink, line, nothing, rect, roundScale, small, width } from './chart-paper.js';
import { text, widthOf } from './chart-text.js';

const plotHeight = 160;

export function drawDistribution(chart: DistributionChart, inks: Inks): Drawing {
  const { bins, limit } = chart;
  if (bins.every(({ count }) => count === 0)) return nothing();
  const said = (count: number) => chartNumber(count, '');
  const scale = roundScale(
    bins.map(({ count }) => count),
    { zero: true },
  );
  const left = Math.max(...scale.ticks.map((tick) => widthOf(said(tick), small))) + 8;
  const top = limit === null ? 26 : 44;
  const bottom = top + plotHeight;
  const y = (count: number) => bottom - (count / scale.to) * plotHeight;
  const wide = (width - left) / bins.length;
  const beyond = (bin: (typeof bins)[number]) => limit !== null && bin.to > limit.value;

  let body = text(0, 12, 'Cases', { size: small, colour: ink.quiet });
  for (const tick of scale.ticks) {
    body += line(left, y(tick), width, y(tick), `stroke="${tick === 0 ? ink.text : ink.grid}"`);
    body += text(left - 6, y(tick) + 4, said(tick), { size: small, anchor: 'end', colour: ink.quiet });
  }
  const widest = Math.max(...bins.map(({ count }) => widthOf(said(count), small)));
  bins.forEach((bin, i) => {
    const [x, count] = [left + i * wide, bin.count];
    if (count > 0) body += rect(x + 1, y(count), wide - 2, bottom - y(count), inks.fill(beyond(bin) ? 1 : 0));
    if (count > 0 && widest + 2 < wide)
      body += text(x + wide / 2, y(count) - 4, said(count), { anchor: 'middle', size: small, bold: true, edge: true });
  });
  if (limit !== null) {
    const within = bins.filter((bin) => !beyond(bin)).length;
    const x = left + within * wide;
    body += line(x, top - 12, x, bottom, 'stroke="#0b0c0c" stroke-width="1.5" stroke-dasharray="5 4"');
    const half = widthOf(limit.words, small) / 2;
    const middle = Math.min(Math.max(x, half), width - half);
    body += text(middle, top - 17, limit.words, { anchor: 'middle', size: small, bold: true });
  }
  const names = bins.map(binWords);
  const room = Math.max(...names.map((name) => widthOf(name, small))) + 6;
  if (room <= wide)
    names.forEach((name, i) => {
      body += text(left + (i + 0.5) * wide, bottom + 16, name, { anchor: 'middle', size: small, colour: ink.quiet });
    });
  // Too narrow for 'from to': the ends stand below the lines between the columns.
  else body += edges(chart, { left, wide, top: bottom });
  body += text(width, bottom + 34, unitHeading(chart.unit), { anchor: 'end', size: small, colour: ink.quiet });
  return { height: bottom + 42, body };
}

function edges(
  chart: DistributionChart,
  at: { readonly left: number; readonly wide: number; readonly top: number },
): string {
  const { bins } = chart;
  const usual = (bins[0]?.to ?? 0) - (bins[0]?.from ?? 0);
  const labels = bins.map(({ from, to }) => `${chartNumber(from, '')}${to - from > usual ? '+' : ''}`);
  const room = Math.max(...labels.map((label) => widthOf(label, small))) + 10;
  const step = Math.max(1, Math.ceil(room / at.wide));
  const single = usual === 0;
  const last = bins.length - 1;
  // The last column, where it holds all that took longer, is always named.
  const open = labels[last]?.endsWith('+') ?? false;
  return labels
    .map((label, i) => {
      if (i === last && open ? false : i % step !== 0 || (open && last - i < step)) return '';
      const middle = single || (i === last && open);
      const x = at.left + (i + (middle ? 0.5 : 0)) * at.wide;
      const tick = middle ? '' : line(x, at.top, x, at.top + 4);
      const half = widthOf(label, small) / 2;
      return (
        tick +
        text(Math.min(Math.max(x, half), width - half), at.top + 16, label, {
          anchor: 'middle',
          size: small,
          colour: ink.quiet,
        })
      );
    })
    .join('');
}
