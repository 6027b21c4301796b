import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../src/facts/days.js';
import { financialYear } from '../../src/reports/period.js';
import { inLandlord } from '../../src/store/database.js';
import { measure, trendOf } from '../../src/store/measures.js';
import { type Facts, newLandlord } from './told.js';

const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`);
const cases: Facts[] = months.flatMap((month, i) =>
  Array.from(
    { length: i % 4 },
    (_, n): Facts => ({
      received: `${month}-0${n + 2}`,
      acknowledged: `${month}-0${n + 4}`,
      responded: `${month}-${15 + n}`,
      area: n === 0 ? 'North' : 'South',
      ...(n === 2 ? { escalated: `${month}-27` } : {}),
    }),
  ),
);

test('the months of a year add up to the year, and each is the month on its own', async () => {
  const landlord = await newLandlord();
  await landlord.tell(cases);
  const ids = ['stage1.count', 'stage2.count', 'ch02.1', 'working-days-to-answer', 'contacts'];
  const year = financialYear(2025);
  await inLandlord(landlord.db, landlord.landlordId, async (trx) => {
    const today = day('2026-06-01');
    const trend = await trendOf(trx, ids, { from: year.from, until: year.until, today });
    assert.equal(trend.length, 12);
    const whole = await measure(trx, year, today, { only: ids });
    for (const one of whole) {
      if (one.id === 'working-days-to-answer') continue;
      const sum = trend
        .flatMap(({ figures }) => figures)
        .filter((m) => m.id === one.id && m.group === one.group && m.reading === one.reading)
        .reduce((total, m) => total + (m.numerator ?? 0), 0);
      assert.equal(sum, one.numerator, one.words);
    }
    for (const { period, figures } of trend) {
      const own = await measure(trx, period, today, { only: ids });
      const said = (list: typeof own) =>
        list.filter((m) => (m.value ?? 0) > 0).map((m) => [m.id, m.group, m.reading, m.value, m.denominator]);
      assert.deepEqual(said([...figures]), said(own), period.name);
    }
  });
});
