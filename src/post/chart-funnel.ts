/** What is left of a whole, step by step: bars from the same zero, each with its number and its part of the one before. */
import type { FunnelChart } from '../reports/chart.js';
import { chartNumber } from '../reports/chart-number.js';
import { shareOf } from '../reports/chart-table.js';
import { type Drawing, fontSize, ink, nothing, rect, small, width } from './chart-paper.js';
import { at, text, widthOf, wrapped } from './chart-text.js';

const thick = 26;

export function drawFunnel(chart: FunnelChart): Drawing {
  const { steps } = chart;
  const most = Math.max(0, ...steps.map(({ count }) => count));
  if (most === 0) return nothing();
  const numbers = Math.max(...steps.map(({ count }) => widthOf(chartNumber(count, chart.unit), fontSize)));
  const room = width - numbers - 10;
  const long = (count: number) => (count / most) * room;
  let y = 0;
  let body = '';
  steps.forEach(({ label, count }, i) => {
    const before = steps[i - 1];
    const share =
      before === undefined || before.count === 0 ? '' : `${shareOf(count, before.count)} of the step before`;
    const name = wrapped(label, {
      width: width - (share === '' ? 0 : widthOf(share, small) + 12),
      lines: 2,
      size: fontSize,
    });
    const head = y + 12 + (name.length - 1) * 17;
    name.forEach((words, at) => {
      body += text(0, y + 12 + at * 17, words);
    });
    if (share !== '') body += text(width, head, share, { anchor: 'end', size: small, colour: ink.quiet });
    const top = head + 7;
    body += rect(0, top, Math.max(count === 0 ? 0 : 1, long(count)), thick, 'fill="#1d5169"');
    body += text(long(count) + 8, top + thick / 2 + 5, chartNumber(count, chart.unit), { bold: true });
    const next = steps[i + 1];
    y = top + thick;
    if (next === undefined) return;
    // What falls away between two steps.
    body += `<path d="M0 ${at(y)}H${at(long(count))}L${at(long(next.count))} ${at(y + 8)}H0z" fill="${ink.band}"/>`;
    y += 14;
  });
  return { height: y + 6, body };
}
