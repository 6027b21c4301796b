import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import Holidays from 'date-holidays';
import { BeyondTheCalendar, englandAndWales } from '../../src/facts/calendar.js';
import { type Day, day, dayNumber } from '../../src/facts/days.js';
import { clockWords, dueWords } from '../../src/web/ui/dates.js';

const ours = englandAndWales.holidays.map((h) => String(h.on));

test('ninety-one bank holidays of 2018 to 2028 are known, none on a weekend', () => {
  assert.equal(ours.length, 91);
  assert.equal(new Set(ours).size, 91);
  for (const on of ours) assert.ok(![0, 6].includes(new Date(on).getUTCDay()), on);
});

for (const division of ['ENG', 'WLS']) {
  test(`the bank holidays are those that date-holidays gives for GB, ${division}, without its weekends`, () => {
    const source = new Holidays('GB', division, { types: ['public', 'bank'] });
    const theirs = new Set<string>();
    for (let year = 2018; year <= 2028; year++)
      for (const { date } of source.getHolidays(year)) {
        const on = date.slice(0, 10);
        if (![0, 6].includes(new Date(on).getUTCDay())) theirs.add(on);
      }
    assert.deepEqual(ours, [...theirs].sort());
  });
}

const checkedList = new URL('../../../../shared/bank-holidays.json', import.meta.url);
test('the bank holidays are those of the checked list', {
  skip: existsSync(checkedList) ? false : 'the checked list is not on this machine',
}, () => {
  const list: unknown = JSON.parse(readFileSync(checkedList, 'utf8'));
  assert.ok(typeof list === 'object' && list !== null && 'events' in list && Array.isArray(list.events));
  assert.deepEqual(
    englandAndWales.holidays.map((h) => [h.on, h.title]),
    list.events.map((e: { date: string; title: string }) => [e.date, e.title]),
  );
});

test('the Saturday of 7 March 2026 is no working day, and five working days after the Monday is the Monday', () => {
  const received = day('2026-03-07');
  assert.equal(englandAndWales.isWorkingDay(received), false);
  assert.equal(englandAndWales.nextWorkingDay(received), '2026-03-09');
  assert.equal(englandAndWales.addWorkingDays(day('2026-03-09'), 5), '2026-03-16');
  assert.equal(englandAndWales.addWorkingDays(day('2026-03-09'), 10), '2026-03-23');
  assert.equal(englandAndWales.addWorkingDays(received, 10), '2026-03-20');
});

test('the working day after Thursday 2 April 2026 is Tuesday 7 April, past Good Friday and Easter Monday', () => {
  assert.equal(englandAndWales.addWorkingDays(day('2026-04-02'), 1), '2026-04-07');
  assert.equal(englandAndWales.countBack(day('2026-04-07'), 1), '2026-04-02');
  assert.equal(englandAndWales.workingDaysBetween(day('2026-04-02'), day('2026-04-07')), 1);
  assert.deepEqual(
    englandAndWales.holidaysBetween(day('2026-04-02'), day('2026-04-07')).map((h) => h.title),
    ['Good Friday', 'Easter Monday'],
  );
  assert.equal(englandAndWales.holidayOn(day('2026-04-03')), 'Good Friday');
});

test('a holiday proclaimed later makes a calendar of its own and leaves the first as it was', () => {
  const before = day('2026-06-10');
  const proclaimed = englandAndWales.with([{ on: day('2026-06-11'), title: 'A day of thanks' }]);
  assert.equal(proclaimed.addWorkingDays(before, 1), '2026-06-12');
  assert.equal(proclaimed.holidayOn(day('2026-06-11')), 'A day of thanks');
  assert.equal(englandAndWales.addWorkingDays(before, 1), '2026-06-11');
  assert.equal(englandAndWales.with([day('2026-06-13')]).holidays.length, 91, 'a Saturday changes nothing');
});

test('a due day that the calendar does not know is told in plain days, and any other in working days', () => {
  const words = (due: string) => dueWords(day(due), day('2026-11-23'), englandAndWales).words;
  assert.equal(words('2026-11-27'), 'Due in 4 working days');
  assert.equal(words('2028-12-31'), 'Due in 531 working days');
  assert.equal(words('2029-01-01'), 'Due in 770 days');
  assert.equal(words('2199-12-31'), 'Due in 63,225 days');
  assert.equal(words('2017-12-31'), '3,249 days late');
});

test('a clock that ended too late is not told as done', () => {
  const late = { state: 'late', due: day('2026-11-02'), workingDaysLate: 14 } as const;
  const words = (doneOn: Day | null) => clockWords({ ...late, doneOn }, day('2026-11-23'), englandAndWales).words;
  assert.equal(words(null), 'Ended, 14 working days late');
  assert.equal(words(day('2026-11-20')), 'Done 14 working days late');
});

test('the calendar refuses to count past the days that it knows, in a sentence', () => {
  const beyond = (count: () => unknown, words: RegExp): void => {
    assert.throws(count, (thrown) => thrown instanceof BeyondTheCalendar && words.test(thrown.message));
  };
  assert.equal(englandAndWales.addWorkingDays(day('2028-12-28'), 1), '2028-12-29');
  beyond(
    () => englandAndWales.addWorkingDays(day('2028-12-28'), 2),
    /known from Monday 1 January 2018 to Sunday 31 December 2028/,
  );
  beyond(() => englandAndWales.nextWorkingDay(day('2028-12-30')), /counting from Saturday 30 December 2028/);
  beyond(() => englandAndWales.isWorkingDay(day('2029-01-02')), /Tuesday 2 January 2029 lies outside it/);
  beyond(() => englandAndWales.workingDaysBetween(day('2017-12-29'), day('2018-01-03')), /Friday 29 December 2017/);
  beyond(() => englandAndWales.countBack(day('2018-01-02'), 1), /outside it/);
  assert.equal(englandAndWales.addToNumber(dayNumber(day('2028-12-28')), 2), -1);
  assert.equal(englandAndWales.addToNumber(dayNumber(day('2029-01-01')), 1), -1);
  assert.equal(englandAndWales.addToNumber(dayNumber(day('2017-12-31')), 1), -1);
  assert.equal(englandAndWales.reaches(day('2028-12-28'), 1), true);
  assert.equal(englandAndWales.reaches(day('2028-12-28'), 2), false);
  assert.equal(englandAndWales.reaches(day('2029-12-28'), 0), false);
  const known2029 = englandAndWales.with([day('2029-01-01')], day('2029-12-31'));
  assert.equal(known2029.addWorkingDays(day('2028-12-28'), 2), '2029-01-02');
});
