/** What everybody sees: no count of one to four, and none that can be worked out from what is shown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BarChart, Chart, DistributionChart } from '../../src/reports/chart.js';
import { leastShown, shareShown, withoutSmallNumbers } from '../../src/reports/dashboards/small-numbers.js';
import { samples } from './samples.js';

const about = { title: 'x', description: 'x' };
const isSmall = (n: number) => n > 0 && n < leastShown;
const count = fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 500 }));

const bars = (counts: readonly number[]): BarChart => ({
  chart: 'bars',
  ...about,
  unit: 'complaints',
  stacked: false,
  series: ['Complaints'],
  rows: counts.map((n, i) => ({ label: `Area ${i}`, values: [n], href: null })),
});

test('bars show no small number, keep their sum, and hide never just one', () => {
  fc.assert(
    fc.property(fc.array(count, { maxLength: 12 }), (counts) => {
      const before = bars(counts);
      const shown = withoutSmallNumbers(before);
      if (shown === null) return;
      assert.ok(shown.chart === 'bars');
      const after = shown.rows.map(({ values }) => values[0] ?? 0);
      assert.ok(!after.some(isSmall), after.join());
      const sum = (all: readonly number[]) => all.reduce((total, n) => total + n, 0);
      assert.equal(sum(after), sum(counts));
      const others = shown.rows.find(({ label }) => label.includes('others'));
      if (others === undefined) assert.deepEqual(shown, before);
      else assert.ok(Number(others.label.split(' ')[0]) >= 2, others.label);
    }),
  );
});

test('lengths are joined until none is small, in their order and with their sum', () => {
  fc.assert(
    fc.property(fc.array(count, { minLength: 1, maxLength: 40 }), (counts) => {
      const before: DistributionChart = {
        chart: 'distribution',
        ...about,
        unit: 'working days',
        bins: counts.map((n, i) => ({ from: i, to: i, count: n })),
        limit: { value: 15, words: '15 working days' },
      };
      const shown = withoutSmallNumbers(before);
      const total = counts.reduce((sum, n) => sum + n, 0);
      if (shown === null) return assert.ok(isSmall(total), `${total} in all`);
      assert.ok(shown.chart === 'distribution');
      assert.equal(
        shown.bins.reduce((sum, bin) => sum + bin.count, 0),
        total,
      );
      shown.bins.forEach((bin, i) => {
        assert.ok(!isSmall(bin.count));
        assert.equal(bin.from, i === 0 ? 0 : (shown.bins[i - 1]?.to ?? 0) + 1);
        if (shown.limit !== null) assert.ok(bin.to <= 15 || bin.from > 15, 'no column on both sides of the limit');
      });
    }),
  );
});

test('stacked rows, trends of counts, steps, areas by month and places with small numbers are left out', () => {
  const stacked = samples.stacked as BarChart;
  const shown = withoutSmallNumbers(stacked);
  assert.ok(shown === null || (shown.chart === 'bars' && shown.rows.every(({ label }) => label === 'Refused')));
  const funnel = (counts: readonly number[]): Chart => ({
    chart: 'funnel',
    ...about,
    unit: 'complaints',
    steps: counts.map((n) => ({ label: 'x', count: n, href: null })),
  });
  assert.equal(withoutSmallNumbers(funnel([100, 90, 3])), null);
  assert.equal(withoutSmallNumbers(funnel([100, 97])), null, 'three fell away');
  assert.notEqual(withoutSmallNumbers(funnel([100, 90, 0])), null);
  for (const name of ['multiples', 'trend-of-one'] as const)
    assert.equal(withoutSmallNumbers(samples[name] as Chart), null, name);
  assert.notEqual(withoutSmallNumbers(samples.trend as Chart), null);
  assert.notEqual(withoutSmallNumbers(samples.quartiles as Chart), null);
});

test('a share is shown of ten cases and more, with its counts only when neither part is small', () => {
  assert.equal(shareShown(5, 9), 'none');
  assert.equal(shareShown(8, 10), 'share');
  assert.equal(shareShown(2, 50), 'share');
  assert.equal(shareShown(30, 50), 'whole');
  assert.equal(shareShown(50, 50), 'whole');
});
