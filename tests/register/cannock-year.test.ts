/** The register that stands for Cannock Chase's year holds the counts that its report publishes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englandAndWales } from '../../src/facts/calendar.js';
import { day } from '../../src/facts/days.js';
import { cannockPublished, cannockYear } from '../support/cannock-year.js';

const { headings, rows } = cannockYear('stage');
const at = (row: readonly string[], heading: string): string => row[headings.indexOf(heading)] ?? '';
const of = (kind: string) => rows.filter((row) => at(row, 'Type of contact') === kind);
const count = (list: readonly (readonly string[])[], heading: string) =>
  list.reduce<Record<string, number>>((counts, row) => {
    const text = at(row, heading);
    counts[text] = (counts[text] ?? 0) + 1;
    return counts;
  }, {});
const iso = (text: string) => day(text.split('/').reverse().join('-'));

test('the register of stages has 259 rows of the published kinds, areas and outcomes', () => {
  assert.equal(rows.length, cannockPublished.contacts);
  assert.equal(of('Stage 1').length, 36);
  assert.equal(of('Stage 2').length, 7);
  assert.equal(of('MP Enquiry').length, 113);
  assert.equal(of('Service Request').length, 103);
  assert.deepEqual(count(of('Stage 1'), 'Service Area'), cannockPublished.stage1Areas);
  assert.deepEqual(count(of('Stage 2'), 'Service Area'), cannockPublished.stage2Areas);
  assert.deepEqual(count(of('Stage 1'), 'Outcome (Upheld/Not/Partial)'), {
    Upheld: 19,
    'Partially Upheld': 7,
    'Not upheld': 10,
  });
  assert.deepEqual(count(of('Stage 2'), 'Outcome (Upheld/Not/Partial)'), {
    Upheld: 2,
    'Partially Upheld': 2,
    'Not upheld': 3,
  });
  assert.equal(count(of('MP Enquiry'), 'Service Area').Allocations, 62);
  assert.equal(cannockYear('case').rows.length, 252);
});

test('30 of the 36 are answered within ten working days of their acknowledgement, 3 more by an extension', () => {
  const taken = of('Stage 1').map((row) => ({
    days: englandAndWales.workingDaysBetween(iso(at(row, 'Date acknowledged')), iso(at(row, 'Date of response'))),
    acknowledged: englandAndWales.workingDaysBetween(iso(at(row, 'Date Rec’d')), iso(at(row, 'Date acknowledged'))),
    extended: at(row, 'Extended to') !== '' && iso(at(row, 'Date of response')) <= iso(at(row, 'Extended to')),
  }));
  assert.equal(taken.filter(({ days }) => days <= 10).length, 30);
  assert.equal(taken.filter(({ days, extended }) => days <= 10 || extended).length, 33);
  assert.ok(taken.every(({ acknowledged }) => acknowledged <= 5));
  const second = of('Stage 2').map((row) => ({
    days: englandAndWales.workingDaysBetween(iso(at(row, 'Date Rec’d')), iso(at(row, 'Date of response'))),
    extended: at(row, 'Extended to') !== '',
  }));
  assert.equal(second.filter(({ days }) => days <= 20).length, 6);
  assert.equal(second.filter(({ days, extended }) => days <= 20 || extended).length, 7);
});

test('every day of it lies in the reporting year', () => {
  for (const row of rows)
    for (const text of row.filter((cell) => /^\d\d\/\d\d\/\d{4}$/.test(cell))) {
      assert.ok(iso(text) >= cannockPublished.year.from && iso(text) <= cannockPublished.year.until, text);
    }
});
