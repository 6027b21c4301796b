/** How each chart looks: the same bytes as those that were looked at. PUTRIGHT_WRITE=1 writes them anew, to be looked at. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { widthOf, wrapped } from '../../src/post/chart-text.js';
import { chartSvg } from '../../src/post/charts.js';
import type { Chart } from '../../src/reports/chart.js';
import { fileRows, tableOf } from '../../src/reports/chart-table.js';
import { root } from '../../src/store/config.js';
import { contrastOnWhite } from '../../src/web/ui/brand.js';
import { samples } from './samples.js';

const golden = (name: string) => join(root, 'tests/charts/golden', `${name}.svg`);

for (const [name, chart] of Object.entries(samples))
  test(`a chart is drawn as it was looked at: ${name}`, () => {
    const svg = chartSvg(chart, name);
    if (process.env.PUTRIGHT_WRITE) writeFileSync(golden(name), `${svg}\n`);
    assert.equal(`${svg}\n`, readFileSync(golden(name), 'utf8'));
  });

const words = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom('Repairs', 'April 2025', '2024-25', '', '\u0000\ud800'),
);
const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -1000, max: 100_000 }),
  fc.double({ min: -1e6, max: 1e9, noNaN: true }),
  fc.constant(0),
);
const limit = fc.option(fc.double({ min: -100, max: 1e6, noNaN: true }));
const href = fc.constant(null);
const titled = { title: words, description: words, unit: fc.constantFrom('complaints', '%', '£', '') };
const count = fc.nat({ max: 10_000 });
const across = fc.option(fc.record({ value: fc.nat({ max: 50 }), words }));

/** Any chart at all. */
const anyChart: fc.Arbitrary<Chart> = fc.oneof(
  fc.integer({ min: 1, max: 8 }).chain((series) =>
    fc.record({
      chart: fc.constant('bars' as const),
      ...titled,
      stacked: fc.boolean(),
      series: fc.array(words, { minLength: series, maxLength: series }),
      rows: fc.array(
        fc.record({ label: words, values: fc.array(value, { minLength: series, maxLength: series }), href }),
        {
          maxLength: 40,
        },
      ),
    }),
  ),
  fc.record({
    chart: fc.constant('trend' as const),
    ...titled,
    points: fc.array(fc.record({ label: words, value, href }), { maxLength: 60 }),
    middle: limit,
    lower: limit,
    upper: limit,
    line: across,
  }),
  fc.record({
    chart: fc.constant('distribution' as const),
    ...titled,
    bins: fc.array(fc.record({ from: count, to: count, count }), { maxLength: 60 }),
    limit: across,
  }),
  fc.record({
    chart: fc.constant('funnel' as const),
    ...titled,
    steps: fc.array(fc.record({ label: words, count, href }), { maxLength: 9 }),
  }),
  fc.record({
    chart: fc.constant('multiples' as const),
    ...titled,
    parts: fc.array(
      fc.record({ label: words, href, points: fc.array(fc.record({ label: words, value }), { maxLength: 14 }) }),
      { maxLength: 30 },
    ),
  }),
  fc.record({
    chart: fc.constant('quartiles' as const),
    ...titled,
    rows: fc.array(fc.record({ label: words, lower: limit, median: limit, upper: limit, own: limit }), {
      maxLength: 25,
    }),
  }),
  fc.record({
    chart: fc.constant('places' as const),
    ...titled,
    places: fc.array(
      fc.record({
        label: words,
        longitude: fc.double({ min: -6, max: 2, noNaN: true }),
        latitude: fc.double({ min: 50, max: 56, noNaN: true }),
        count,
        href,
      }),
      { maxLength: 40 },
    ),
  }),
);

test('any chart at all is drawn: named, finite, inside its paper, and the same twice', () => {
  fc.assert(
    fc.property(anyChart, (chart) => {
      const svg = chartSvg(chart, 'x');
      assert.equal(chartSvg(chart, 'x'), svg);
      assert.doesNotMatch(svg.replace(/>[^<]*</g, '><'), /NaN|Infinity|undefined|null|style=|<style|="-0"/);
      const { document } = parseHTML(svg);
      const drawing = document.querySelector('svg');
      assert.equal(drawing?.getAttribute('role'), 'img');
      for (const id of drawing?.getAttribute('aria-labelledby')?.split(' ') ?? [])
        assert.ok(document.getElementById(id), id);
      const [, , width, height] = (drawing?.getAttribute('viewBox') ?? '').split(' ').map(Number);
      for (const rect of document.querySelectorAll('svg > rect')) {
        const n = (name: string) => Number(rect.getAttribute(name) ?? 0);
        assert.ok(n('width') >= 0 && n('height') >= 0, rect.outerHTML);
        assert.ok(n('x') >= -0.1 && n('x') + n('width') <= (width ?? 0) + 0.2, rect.outerHTML);
        assert.ok(n('y') >= -0.1 && n('y') + n('height') <= (height ?? 0) + 0.2, rect.outerHTML);
      }
    }),
    { numRuns: 300 },
  );
});

test('every chart has its table: a row for each thing drawn, a cell for each heading', () => {
  fc.assert(
    fc.property(anyChart, (chart) => {
      const table = tableOf(chart);
      for (const row of table.rows) assert.equal(row.cells.length + 1, table.head.length);
    }),
    { numRuns: 200 },
  );
});

test('a table is a file that programs read: its minus is theirs', () => {
  const table = { caption: 'x', head: ['What', 'Per cent'], rows: [{ label: 'A − B', cells: ['−4%'], href: null }] };
  assert.deepEqual(fileRows(table), [
    ['What', 'Per cent'],
    ['A − B', '-4%'],
  ]);
});

test('every colour that carries a meaning keeps 3 to 1 against white', () => {
  const drawn = Object.values(samples)
    .map((chart) => chartSvg(chart))
    .join('');
  const colours = new Set([...drawn.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour));
  // Grids, bands and the paper of a map carry none.
  for (const pale of ['#d5dce0', '#eaf0f3', '#f6f8f9']) colours.delete(pale);
  for (const colour of colours) assert.ok(contrastOnWhite(colour) >= 3, colour);
});

test('words are broken into lines that fit, and what is cut says so', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.integer({ min: 30, max: 300 }),
      fc.integer({ min: 1, max: 4 }),
      (said, width, most) => {
        const lines = wrapped(said, { width, lines: most, size: 14 });
        assert.ok(lines.length <= most);
        for (const line of lines) assert.ok(widthOf(line, 14) <= width, line);
        if (lines.at(-1)?.endsWith('…')) return;
        assert.equal(lines.join('').replace(/\s/g, ''), said.replace(/\s/g, ''));
      },
    ),
  );
});
