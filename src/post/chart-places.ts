/** Counts where homes stand: a circle whose area is the count, on no map but its own, with north up and a scale. */
import type { PlaceChart } from '../reports/chart.js';
import { chartNumber } from '../reports/chart-number.js';
import { type Drawing, ink, line, nothing, rect, small, width } from './chart-paper.js';
import { at, text, widthOf, wrapped } from './chart-text.js';

const margin = 34;
const largest = 24;
const kmPerDegree = 111.32;

export function drawPlaces(chart: PlaceChart): Drawing {
  const places = chart.places
    .filter(({ count, longitude, latitude }) => count > 0 && Number.isFinite(longitude) && Number.isFinite(latitude))
    .toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  const [first] = places;
  if (first === undefined) return nothing();
  const middle = (all: readonly number[]) => (Math.min(...all) + Math.max(...all)) / 2;
  const [east, north] = [middle(places.map((p) => p.longitude)), middle(places.map((p) => p.latitude))];
  // A degree to the east is shorter than one to the north.
  const km = places.map((p) => ({
    ...p,
    x: (p.longitude - east) * kmPerDegree * Math.cos((north * Math.PI) / 180),
    y: (p.latitude - north) * kmPerDegree,
  }));
  const half = (all: readonly number[]) => Math.max(0.25, ...all.map(Math.abs));
  const [wide, high] = [half(km.map((p) => p.x)), half(km.map((p) => p.y))];
  const perKm = Math.min((width / 2 - margin) / wide, 180 / high);
  const height = Math.max(120, 2 * high * perKm + 2 * margin) + 18;
  const centre = (height - 18) / 2;
  const radius = (count: number) => Math.max(4, largest * Math.sqrt(count / first.count));

  let body = rect(0.5, 0.5, width - 1, height - 1, `fill="#f6f8f9" stroke="${ink.grid}"`);
  const taken: { x: number; y: number; w: number; h: number }[] = [];
  const circles = km.map((p) => ({ ...p, x: width / 2 + p.x * perKm, y: centre - p.y * perKm, r: radius(p.count) }));
  for (const { x, y, r } of circles)
    body += `<circle cx="${at(x)}" cy="${at(y)}" r="${at(r)}" fill="#1d5169" fill-opacity="0.88" stroke="#fff" stroke-width="1.5"/>`;
  for (const { x, y, r, label, count } of circles) {
    const number = chartNumber(count, chart.unit);
    if (widthOf(number, small) + 4 < 2 * r)
      body += text(x, y + 4, number, { anchor: 'middle', size: small, bold: true, colour: '#fff' });
    const inside = widthOf(number, small) + 4 < 2 * r;
    const words = wrapped(inside ? label : `${label} ${number}`, { width: 120, lines: 1, size: small })[0] ?? '';
    const w = widthOf(words, small);
    const covered = [
      ...taken,
      ...circles
        .filter((c) => c.x !== x || c.y !== y)
        .map((c) => ({ x: c.x - c.r, y: c.y - c.r, w: 2 * c.r, h: 2 * c.r })),
    ];
    const within = (left: number) => Math.min(Math.max(left, 4), width - w - 4);
    const box = [
      { x: within(x - w / 2), y: y + r + 2 },
      { x: within(x - w / 2), y: y - r - 17 },
      { x: x + r + 4, y: y - 8 },
      { x: x - r - 4 - w, y: y - 8 },
    ]
      .map((at) => ({ ...at, w, h: 15 }))
      .find(
        (one) =>
          one.x >= 3 &&
          one.x + one.w <= width - 3 &&
          one.y >= 2 &&
          one.y + one.h <= height - 20 &&
          covered.every((b) => b.x > one.x + one.w || b.x + b.w < one.x || b.y > one.y + one.h || b.y + b.h < one.y),
      );
    // A name that would stand on another is left to the table.
    if (box === undefined) continue;
    taken.push(box);
    body += text(box.x, box.y + 12, words, { size: small });
  }
  const rounds = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
  const length = rounds.findLast((n) => n * perKm <= 110) ?? 0.1;
  const right = width - 10;
  body += line(right - length * perKm, height - 10, right, height - 10, `stroke="${ink.text}" stroke-width="2"`);
  body += text(right - length * perKm - 6, height - 6, length < 1 ? `${length * 1000} metres` : `${length} km`, {
    anchor: 'end',
    size: small,
  });
  body += text(10, height - 6, 'North is up', { size: small, colour: ink.quiet });
  return { height, body };
}
