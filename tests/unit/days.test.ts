import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  day,
  dayFromNumber,
  dayNumber,
  earliest,
  inWords,
  latest,
  parseDay,
  weekday,
} from '../../src/facts/days.js';

test('every day of four centuries has the number, the text and the weekday that the machine gives it', () => {
  for (let ms = Date.UTC(1799, 11, 28); ms < Date.UTC(2200, 2, 3); ms += 86_400_000) {
    const text = new Date(ms).toISOString().slice(0, 10);
    const d = parseDay(text);
    assert.ok(d !== null, text);
    assert.equal(dayNumber(d), ms / 86_400_000);
    assert.equal(dayFromNumber(ms / 86_400_000), text);
    assert.equal(weekday(d), new Date(ms).getUTCDay());
  }
});

test('what is no calendar date in the one form is none', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '26-04-01',
    '2026-04-01T00:00',
    ' 2026-04-01',
    '2026-04-00',
    '',
    'today',
    20260401,
    null,
    undefined,
  ])
    assert.equal(parseDay(text), null, String(text));
  assert.equal(parseDay('2028-02-29'), '2028-02-29');
  assert.throws(() => day('2026-02-30'), /not a calendar date/);
});

test('a day is said in words as people say it', () => {
  assert.equal(inWords(day('2026-04-10')), 'Friday 10 April 2026');
  assert.equal(inWords(day('2024-02-29')), 'Thursday 29 February 2024');
  assert.equal(addDays(day('2024-02-28'), 2), '2024-03-01');
});

test('the earliest and the latest of some days leave out what has not happened', () => {
  assert.equal(earliest(null, day('2026-03-02'), day('2026-03-01')), '2026-03-01');
  assert.equal(latest(day('2026-03-02'), null, day('2026-03-01')), '2026-03-02');
  assert.equal(earliest(null), null);
});
