/** A figure over time: its line, the band in which it moves by chance alone, and a target drawn across. */
import type { TrendChart } from '../reports/chart.js';
import { chartNumber, unitHeading } from '../reports/chart-number.js';
import {
  type Drawing,
  fontSize,
  ink,
  line,
  nothing,
  rect,
  roundScale,
  type Scale,
  small,
  width,
} from './chart-paper.js';
import { at, text, widthOf } from './chart-text.js';
import { timeLabels } from './chart-times.js';

const plotHeight = 170;
const lineInk = '#1d5169';
const newsInk = '#b3541e';

/** From zero, unless everything lies far above it; then the drawing says where it starts. */
export function honestScale(values: readonly number[]): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return roundScale(values, { zero: !(low > 0 && high > 0 && low > high * 0.6) });
}

export function drawTrend(chart: TrendChart): Drawing {
  const given = chart.points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (given.length === 0) return nothing();
  const said = (value: number) => chartNumber(value, chart.unit);
  const { lower, middle, upper, line: across } = chart;
  const limits = [
    ...(upper === null ? [] : [{ name: 'Upper limit', value: upper }]),
    ...(middle === null ? [] : [{ name: 'Average', value: middle }]),
    ...(lower === null ? [] : [{ name: 'Lower limit', value: lower }]),
  ];
  const scale = honestScale([
    ...given,
    ...limits.map(({ value }) => value),
    ...(across === null ? [] : [across.value]),
  ]);
  const left = Math.max(...scale.ticks.map((tick) => widthOf(said(tick), small))) + 8;
  const right = limits.length === 0 ? 14 : Math.max(...limits.map(({ name }) => widthOf(name, small))) + 8;
  const top = 28;
  const bottom = top + plotHeight;
  const y = (value: number) => bottom - ((value - scale.from) / (scale.to - scale.from)) * plotHeight;
  const room = width - left - right;
  const inset = chart.points.length === 1 ? room / 2 : Math.min(14, room / chart.points.length / 2);
  const x = (i: number) => left + inset + (i * (room - 2 * inset)) / Math.max(1, chart.points.length - 1);

  const from = scale.from > 0 ? `. The scale starts at ${said(scale.from)}` : '';
  let body = text(0, 12, unitHeading(chart.unit) + from, { size: small, colour: ink.quiet });
  if (upper !== null && lower !== null)
    body += rect(left, Math.min(y(upper), y(lower)), room, Math.abs(y(lower) - y(upper)), `fill="${ink.band}"`);
  for (const tick of scale.ticks) {
    body += line(left, y(tick), left + room, y(tick), `stroke="${tick === 0 ? ink.line : ink.grid}"`);
    body += text(left - 6, y(tick) + 4, said(tick), { size: small, anchor: 'end', colour: ink.quiet });
  }
  const stands = apart(limits.map(({ value }) => y(value)));
  limits.forEach(({ name, value }, i) => {
    const dashes = name === 'Average' ? '' : ' stroke-dasharray="5 4"';
    body += line(left, y(value), left + room, y(value), `stroke="${ink.line}" stroke-width="1.2"${dashes}`);
    const place = (stands[i] ?? 0) + 1;
    body += text(left + room + 6, place, name, { size: small, colour: ink.quiet });
    body += text(left + room + 6, place + 13, said(value), { size: small, colour: ink.quiet });
  });
  if (across !== null)
    body += line(
      left,
      y(across.value),
      left + room,
      y(across.value),
      'stroke="#0b0c0c" stroke-width="1.5" stroke-dasharray="1.5 3"',
    );
  body += pathOf(chart.points, x, y);
  const last = chart.points.findLastIndex(({ value }) => value !== null);
  chart.points.forEach(({ value }, i) => {
    if (value === null) return;
    const news = (upper !== null && value > upper) || (lower !== null && value < lower);
    body += news
      ? diamond(x(i), y(value))
      : dot(x(i), y(value), chart.points.length > 40 && i !== last ? 0 : i === last ? 4.5 : 3);
    if (!news && i !== last) return;
    // A peak is named above, a valley below: there the line is out of the way.
    const beside = [chart.points[i - 1]?.value ?? value, chart.points[i + 1]?.value ?? value];
    const below = value < Math.max(...beside) && value <= Math.min(...beside) && y(value) + 24 < bottom;
    const half = widthOf(said(value), fontSize) / 2;
    const middleOf = Math.min(x(i), (limits.length === 0 ? width : left + room) - half);
    body += text(middleOf, y(value) + (below ? 20 : -10), said(value), { anchor: 'middle', bold: true, edge: true });
  });
  if (across !== null) {
    const named = { words: across.words, y: y(across.value), left, right: left + room };
    body += nameOf(
      named,
      chart.points.flatMap(({ value }, i) => (value === null ? [] : [{ x: x(i), y: y(value) }])),
    );
  }
  const times = timeLabels(
    chart.points.map(({ label }) => label),
    { x, top: bottom + 16, room: { from: 0, to: width } },
  );
  return { height: bottom + times.height + 6, body: body + times.body };
}

/** The words of a line drawn across, where the figures leave most room for them. */
function nameOf(
  name: { readonly words: string; readonly y: number; readonly left: number; readonly right: number },
  points: readonly { readonly x: number; readonly y: number }[],
): string {
  const long = widthOf(name.words, small);
  const free = Math.max(0, name.right - name.left - long - 8);
  const places = [0, 0.5, 1].flatMap((part) => [-5, 14].map((down) => ({ x: name.left + 4 + part * free, down })));
  const near = (place: (typeof places)[number]) =>
    Math.min(
      ...points
        .flatMap((point, i) => {
          const next = points[i + 1] ?? point;
          return [0, 0.25, 0.5, 0.75].map((t) => ({
            x: point.x + t * (next.x - point.x),
            y: point.y + t * (next.y - point.y),
          }));
        })
        .filter((point) => point.x > place.x - 10 && point.x < place.x + long + 10)
        .map((point) => Math.abs(point.y - (name.y + place.down - 4))),
      60,
    );
  const [best] = places.toSorted((a, b) => near(b) - near(a));
  return best === undefined ? '' : text(best.x, name.y + best.down, name.words, { size: small, edge: true });
}

/** Where there is no figure the line breaks off. */
export function pathOf(
  points: readonly { readonly value: number | null }[],
  x: (i: number) => number,
  y: (value: number) => number,
  thick = 2.2,
): string {
  let path = '';
  points.forEach(({ value }, i) => {
    if (value === null) return;
    path += `${(points[i - 1]?.value ?? null) === null ? 'M' : 'L'}${at(x(i))} ${at(y(value))}`;
  });
  return `<path d="${path}" fill="none" stroke="${lineInk}" stroke-width="${thick}" stroke-linejoin="round" stroke-linecap="round"/>`;
}

export function dot(x: number, y: number, r: number): string {
  return r === 0
    ? ''
    : `<circle cx="${at(x)}" cy="${at(y)}" r="${r}" fill="${lineInk}" stroke="#fff" stroke-width="1"/>`;
}

/** Outside the limits: another shape, not only another colour. */
function diamond(x: number, y: number): string {
  return `<path d="M${at(x)} ${at(y - 7)}l7 7l-7 7l-7 -7z" fill="${newsInk}" stroke="#fff" stroke-width="1"/>`;
}

/** Two lines of words each, from above down, moved so that none stands on another. */
function apart(places: readonly number[]): number[] {
  const stands: number[] = [];
  for (const place of places) stands.push(Math.max(place, (stands.at(-1) ?? Number.NEGATIVE_INFINITY) + 28));
  const over = (stands.at(-1) ?? 0) + 14 - (28 + plotHeight);
  if (over <= 0) return stands;
  // Too low: the last stands at the bottom and the others make room.
  const up: number[] = [];
  for (const place of stands.toReversed()) up.unshift(Math.min(place, (up[0] ?? 28 + plotHeight + 14) - 28));
  return up;
}
