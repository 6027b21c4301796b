/** What fields accept, and the words when they do not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { addDays, day } from '../../src/facts/days.js';
import {
  choices,
  ids,
  optionalDay,
  optionalText,
  optionalWholeNumber,
  pounds,
  requiredDay,
  requiredText,
  tick,
} from '../../src/web/ui/fields.js';
import { anchorOf, readForm } from '../../src/web/ui/forms.js';

const errorOf = (schema: z.ZodObject, fields: Record<string, string | string[]>) => {
  const read = readForm(schema, fields);
  return read.ok ? null : (read.form.errors[0]?.words ?? null);
};

test('every day comes back from its three boxes as it was', () => {
  const schema = z.object({ on: requiredDay('the day') });
  fc.assert(
    fc.property(fc.integer({ min: -3650, max: 3650 }), fc.boolean(), (n, padded) => {
      const wanted = addDays(day('2026-01-01'), n);
      const [year = '', month = '', date = ''] = wanted.split('-');
      const trim = (text: string) => (padded ? text : String(Number(text)));
      const read = readForm(schema, { 'on-day': trim(date), 'on-month': trim(month), 'on-year': year });
      assert.ok(read.ok && read.value.on === wanted);
    }),
  );
});

test('a day says what is missing or wrong with it', () => {
  const schema = z.object({ on: requiredDay('the day it was received', { notAfter: day('2026-03-07') }) });
  assert.equal(errorOf(schema, { 'on-day': '', 'on-month': '', 'on-year': '' }), 'Enter the day it was received');
  assert.equal(
    errorOf(schema, { 'on-day': '1', 'on-month': '', 'on-year': '' }),
    'The day it was received must include a month and a year',
  );
  assert.match(errorOf(schema, { 'on-day': '31', 'on-month': '2', 'on-year': '2026' }) ?? '', /must be a real date/);
  for (const year of ['0000', '0206', '1899', '2200', '9999'])
    assert.match(errorOf(schema, { 'on-day': '1', 'on-month': '2', 'on-year': year }) ?? '', /must be a real date/);
  assert.match(
    errorOf(schema, { 'on-day': '8', 'on-month': 'march', 'on-year': '2026' }) ?? '',
    /on or before Saturday 7 March 2026/,
  );
  assert.equal(errorOf(schema, { 'on-day': '7', 'on-month': 'Mar', 'on-year': '2026' }), null);
  assert.equal(errorOf(schema, {}), 'Enter the day it was received');
});

test('what is left out is null, nothing or no, never a guess', () => {
  const schema = z.object({
    on: optionalDay('the day'),
    text: optionalText(),
    n: optionalWholeNumber({ min: 1, max: 9 }),
    yes: tick(),
    many: ids(),
  });
  const read = readForm(schema, {});
  assert.deepEqual(read.ok && read.value, { on: null, text: null, n: null, yes: false, many: [] });
});

test('text is trimmed, keeps its lines, and has an end', () => {
  const schema = z.object({ words: requiredText('Say what happened', 20) });
  const read = readForm(schema, { words: '  one\r\ntwo ' });
  assert.equal(read.ok && read.value.words, 'one\ntwo');
  assert.equal(errorOf(schema, { words: ' \n ' }), 'Say what happened');
  assert.equal(errorOf(schema, { words: 'x'.repeat(21) }), 'Use 20 characters or fewer');
});

test('money is whole pence however people write it', () => {
  const schema = z.object({ sum: pounds('Enter an amount') });
  const penceOf = (sum: string) => {
    const read = readForm(schema, { sum });
    return read.ok ? read.value.sum : null;
  };
  assert.deepEqual(['£1,250', '12.50', ' 0.29 ', '1,000.01', '£ 80'].map(penceOf), [125_000, 1250, 29, 100_001, 8000]);
  for (const unclear of ['12.5', 'ten', '-4', '12,50', '1,00,0', '£ 1 2 0', '1 250', '1e9', '１２', '12.505', '£', ','])
    assert.equal(penceOf(unclear), null, unclear);
});

test('one ticked box of several is still a list, and a form says once what is wrong with each field', () => {
  const schema = z.object({ of: choices(['a', 'b'], 'Choose one'), on: requiredDay('the day') });
  const one = readForm(schema, { of: 'a', 'on-day': '1', 'on-month': '2', 'on-year': '2026' });
  assert.deepEqual(one.ok && one.value.of, ['a']);
  const none = readForm(schema, { 'on-day': 'x', 'on-month': 'y', 'on-year': 'z' });
  assert.ok(!none.ok);
  assert.deepEqual(
    none.form.errors.map((error) => anchorOf(none.form, error)),
    ['#of', '#on-day'],
  );
});
