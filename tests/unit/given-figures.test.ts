import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparedMeasures, givenInWords, printedNumber, totalAsMeasured } from '../../src/reports/given-figures.js';
import { library } from '../../src/reports/measures/library.js';
import { financialYear } from '../../src/reports/period.js';

test('what can be given is in the library of measures, in the same unit and with the same readings', () => {
  for (const { id, unit, readings, parts } of comparedMeasures) {
    const measure = library.find((one) => one.id === id);
    assert.ok(measure, id);
    assert.equal(measure.unit, unit, id);
    for (const reading of readings) assert.ok(reading in measure.readingWords, `${id}, ${reading}`);
    if (parts !== null && id !== 'working-days-to-answer') assert.ok(measure.parts !== null, id);
  }
});

test('numbers are read as people print them, and nothing else is a number', () => {
  const known: readonly (readonly [string, number, boolean])[] = [
    ['83%', 83, true],
    [' 82.3 % ', 82.3, true],
    ['1,204', 1204, false],
    ['£1,250.50', 1250.5, false],
    ['0', 0, false],
    ['12', 12, false],
  ];
  for (const [text, value, percent] of known) assert.deepEqual(printedNumber(text), { value, percent }, text);
  for (const text of ['', '-', 'about 30', '1,2', '12,34', '1e3', '5%%', '-3', '٣'])
    assert.equal(printedNumber(text), null, text);
});

test('a value is said in its unit, rounded half up, from its counts where they are known', () => {
  const bare = { numerator: null, denominator: null };
  assert.equal(givenInWords('proportion', { value: 0.36, ...bare }), '36%');
  assert.equal(givenInWords('proportion', { value: 5 / 16, numerator: 5, denominator: 16 }), '31.3%');
  assert.equal(givenInWords('per-1,000-homes', { value: 7.15, ...bare }), '7.15');
  assert.equal(givenInWords('pence', { value: 125_050, ...bare }), '£1,250.50');
  assert.equal(givenInWords('count', { value: 1204, ...bare }), '1,204');
  assert.equal(givenInWords('proportion', { value: null, numerator: 0, denominator: 0 }), 'none');
});

test('a total that was given says so wherever it travels', () => {
  const total = { id: 'stage1.count', group: null, reading: null, numerator: 29, denominator: null };
  const measured = totalAsMeasured({ ...total, value: 29, period: financialYear(2022), source: 'Report 2022-23' });
  assert.equal(measured.value, 29);
  assert.match(measured.note ?? '', /Given as a total, not counted from cases\. Source: Report 2022-23/);
});
