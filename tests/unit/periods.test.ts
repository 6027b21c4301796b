import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayFromNumber } from '../../src/facts/days.js';
import { financialYear, parseYear, periodBefore, periodHolding, periodKinds } from '../../src/reports/period.js';

const anyDay = fc.integer({ min: 17_000, max: 22_000 }).map(dayFromNumber);

test('2023-24 is 1 April 2023 to 31 March 2024, however it is written', () => {
  const year = { name: '2023-24', from: '2023-04-01', until: '2024-03-31' };
  for (const text of ['2023-24', '2023/24', ' 2023-2024 ', '2023–24']) assert.deepEqual(parseYear(text), year, text);
  assert.equal(parseYear('1999-00')?.name, '1999-00');
});

test('what is no financial year is none', () => {
  for (const text of ['2023', '2023-25', '2023-23', '23-24', 'last year', '', '2023-2025', '9999-00'])
    assert.equal(parseYear(text), null, text);
});

test('every day lies in exactly one period of each kind, and the periods follow each other without a gap', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...periodKinds), (on, kind) => {
      const period = periodHolding(kind, on);
      assert.ok(period.from <= on && on <= period.until);
      assert.deepEqual(periodHolding(kind, period.from), period);
      assert.deepEqual(periodHolding(kind, period.until), period);
      assert.equal(addDays(periodBefore(kind, period).until, 1), period.from);
    }),
  );
});

test('quarters are those of the financial year, weeks begin on a Monday', () => {
  assert.equal(periodHolding('quarter', financialYear(2026).from).name, 'April to June 2026');
  assert.equal(periodHolding('quarter', financialYear(2026).until).name, 'January to March 2027');
  assert.equal(periodHolding('week', financialYear(2026).from).from, '2026-03-30');
  assert.equal(periodHolding('month', financialYear(2023).until).until, '2024-03-31');
});
