import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pounds } from '../../src/facts/money.js';
import type { Measured } from '../../src/reports/measured.js';
import { inFigures, percentage, rounded } from '../../src/reports/rounding.js';

test('the published figures of a year come out of their counts', () => {
  assert.equal(percentage(30, 36), '83%');
  assert.equal(percentage(33, 36), '92%');
  assert.equal(percentage(6, 7), '86%');
  assert.deepEqual(
    [14, 10, 5, 5, 2].map((n) => percentage(n, 36)),
    ['39%', '28%', '14%', '14%', '6%'],
  );
  assert.equal(rounded(36, 5035, 1000, 2), '7.15');
  assert.equal(rounded(7, 5035, 1000, 2), '1.39');
});

test('a half goes up on the exact fraction, where binary fractions would fall', () => {
  assert.equal(percentage(1, 8), '13%');
  assert.equal(rounded(1005, 1000, 1, 2), '1.01');
  assert.equal(rounded(-1, 2, 1, 0), '-1');
  assert.equal(rounded(-1, 3, 1, 0), '0');
});

test('what is rounded lies within half of the last place', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), fc.nat(3), (n, d, places) => {
      const difference = Math.abs(Number(rounded(n, d, 1, places)) - n / d);
      assert.ok(difference <= 0.5 * 10 ** -places + 1e-9);
    }),
  );
});

test('a figure stands with what it was made of, and nothing is 0% of nothing', () => {
  const figure: Measured = {
    id: 'ch02.1',
    group: 'all',
    reading: 'base',
    words: '',
    unit: 'proportion',
    value: 30 / 36,
    numerator: 30,
    denominator: 36,
    none: false,
    unknown: 0,
    notYetDue: 0,
    note: null,
  };
  assert.equal(inFigures(figure), '83% (30 of 36)');
  assert.equal(inFigures({ ...figure, value: null, numerator: 0, denominator: 0, none: true }), 'none');
  assert.equal(pounds(123_450), '£1,234.50');
  assert.equal(pounds(25_000), '£250');
});
