/** News is told from noise: a page of pure chance brings none, a real rise does, and both counts are held against each other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chance } from '../../db/demo/chance.js';
import { day } from '../../src/facts/days.js';
import { beyondChance, chanceOf } from '../../src/reports/themes/beyond-chance.js';
import { monthsShown, trendsOf } from '../../src/reports/themes/group-trends.js';
import { lastMonth, monthAsked, monthsTo } from '../../src/reports/themes/months.js';

const months = monthsTo(lastMonth(day('2026-11-22')), monthsShown).map(({ month }) => month);

/** How many fall into a month when so many are usual. */
function fallen(random: () => number, usual: number): number {
  const limit = Math.exp(-usual);
  let n = 0;
  for (let p = random(); p > limit; p *= random()) n += 1;
  return n;
}

test('two hundred blocks that move by chance alone bring news on hardly any page, and two hundred limits alone would', () => {
  let [pagesWithNews, groupsOutside] = [0, 0];
  for (let page = 1; page <= 60; page++) {
    const random = chance(page * 7919);
    const rows = Array.from({ length: 200 }, (_, group) =>
      months.map((month) => ({
        key: `${group}`,
        called: `Block ${group}`,
        month,
        n: fallen(random, 0.3 + (group % 9)),
      })),
    ).flat();
    const trends = trendsOf(rows, months);
    if (trends.some(({ news }) => news !== null)) pagesWithNews += 1;
    groupsOutside += trends.filter(({ control }) => control.news.some(({ at }) => at === months.length - 1)).length;
  }
  assert.ok(pagesWithNews <= 3, `${pagesWithNews} of 60 pages of noise had news`);
  assert.ok(groupsOutside > 60, 'the limits of each line alone call noise news again and again');
});

test('a block where leaks break out is news, first on the page, and says that it is higher than by chance', () => {
  const random = chance(3);
  const rows = Array.from({ length: 60 }, (_, group) =>
    months.map((month, i) => ({
      key: `${group}`,
      called: `Block ${group}`,
      month,
      n: group === 41 && i === months.length - 1 ? 14 : fallen(random, 2),
    })),
  ).flat();
  const [first] = trendsOf(rows, months);
  assert.equal(first?.called, 'Block 41');
  assert.equal(first?.news, 'more');
  assert.equal(first?.words, 'News: higher than by chance');
});

test('too few months tell nothing, and what began lately is not held against months in which it was not there', () => {
  const rows = months.slice(-3).map((month) => ({ key: 'new', called: 'New estate', month, n: 6 }));
  const [only] = trendsOf(rows, months);
  assert.equal(only?.news, null);
  assert.equal(only?.latest, 6);
});

test('the chance of so many is a share of one, falls as they grow, and of none or more is certain', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 900 }), (latest, before) => {
      const one = (n: number) => chanceOf({ latest: n, before, latestOf: 1, beforeOf: 12 }, 'more');
      assert.ok(one(latest) >= 0 && one(latest) <= 1);
      assert.ok(one(latest + 1) <= one(latest) + 1e-9);
      assert.ok(Math.abs(one(0) - 1) < 1e-6);
    }),
  );
  // Ten in the latest of two equal months and none before: as likely as ten heads in a row.
  assert.ok(Math.abs(chanceOf({ latest: 10, before: 0, latestOf: 1, beforeOf: 1 }, 'more') - 1 / 1024) < 1e-9);
  assert.equal(beyondChance({ latest: 10, before: 0, latestOf: 1, beforeOf: 1 }, 'more', 1), true);
  assert.equal(beyondChance({ latest: 10, before: 0, latestOf: 1, beforeOf: 1 }, 'more', 300), false);
});

test('the month that runs on is never looked at, and an address can ask only for one that has ended', () => {
  assert.equal(lastMonth(day('2026-11-01')).name, 'October 2026');
  assert.equal(lastMonth(day('2026-11-30')).name, 'October 2026');
  assert.equal(monthAsked('2026-11', day('2026-11-22')).name, 'October 2026');
  assert.equal(monthAsked('2026-03', day('2026-11-22')).name, 'March 2026');
  assert.equal(monthAsked('2019-03', day('2026-11-22')).name, 'October 2026');
});
