import assert from 'node:assert/strict';
import { test } from 'node:test';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { BeyondTheCalendar, calendarOf, englandAndWales } from '../../src/facts/calendar.js';
import { addDays, type Day, day, dayNumber } from '../../src/facts/days.js';

/** A second way to count, slow and plain: it walks day by day on Date, with holidays from another source. */
const holidays = new Set<string>();
const source = new Holidays('GB', 'ENG', { types: ['public', 'bank'] });
for (let year = 2018; year <= 2028; year++)
  for (const { date } of source.getHolidays(year)) holidays.add(date.slice(0, 10));

const msInDay = 86_400_000;
const first = Date.UTC(2018, 0, 1);
const last = Date.UTC(2028, 11, 31);
const text = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const works = (ms: number): boolean => {
  const weekday = new Date(ms).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(text(ms));
};

for (const rule of ['rolls', 'as it fell'] as const) {
  test(`a walk day by day agrees on every day of 2018 to 2028 and every limit of 1 to 60, when a start on a day off ${rule === 'rolls' ? 'rolls' : 'is day zero as it fell'}`, () => {
    let compared = 0;
    for (let start = first; start <= last; start += msInDay) {
      let zero = start;
      if (rule === 'rolls') while (zero <= last && !works(zero)) zero += msInDay;
      const from = text(start) as Day;
      if (zero > last) {
        assert.throws(() => englandAndWales.nextWorkingDay(from), BeyondTheCalendar);
        continue;
      }
      const ourZero = rule === 'rolls' ? englandAndWales.nextWorkingDay(from) : from;
      assert.equal(ourZero, text(zero));
      let at = zero;
      for (let n = 1; n <= 60; n++) {
        do at += msInDay;
        while (at <= last && !works(at));
        if (at > last) {
          assert.throws(() => englandAndWales.addWorkingDays(ourZero, n), BeyondTheCalendar);
          break;
        }
        const due = englandAndWales.addWorkingDays(ourZero, n);
        if (due !== text(at)) assert.fail(`${from} + ${n}: ${due}, walked ${text(at)}`);
        if (englandAndWales.workingDaysBetween(ourZero, due) !== n) assert.fail(`${from} to ${due} is not ${n}`);
        if (englandAndWales.addToNumber(dayNumber(ourZero), n) !== at / msInDay)
          assert.fail(`${from} + ${n} in numbers`);
        compared += 1;
      }
    }
    assert.ok(compared > 235_000, String(compared));
  });
}

const someDay = fc.integer({ min: 0, max: 3800 }).map((n) => addDays(day('2018-01-01'), n));
const someDays = fc.integer({ min: 1, max: 60 });
const someHolidays = fc.array(someDay, { maxLength: 40 });

test('a counted due date is a working day', () => {
  fc.assert(
    fc.property(someDay, someDays, someHolidays, (from, n, extra) => {
      const calendar = englandAndWales.with(extra);
      assert.ok(calendar.isWorkingDay(calendar.addWorkingDays(from, n)));
    }),
  );
});

test('counting back from the due date gives the number of days, and leads back to a start on a working day', () => {
  fc.assert(
    fc.property(someDay, someDays, someHolidays, (from, n, extra) => {
      const calendar = englandAndWales.with(extra);
      const zero = calendar.nextWorkingDay(from);
      const due = calendar.addWorkingDays(zero, n);
      assert.equal(calendar.workingDaysBetween(zero, due), n);
      assert.equal(calendar.countBack(due, n), zero);
      assert.equal(calendar.addWorkingDays(due, -n), zero);
    }),
  );
});

test('one working day more never comes sooner, and a later start never ends sooner', () => {
  fc.assert(
    fc.property(someDay, someDays, (from, n) => {
      const due = englandAndWales.addWorkingDays(from, n);
      assert.ok(due < englandAndWales.addWorkingDays(from, n + 1));
      assert.ok(due <= englandAndWales.addWorkingDays(addDays(from, 1), n));
    }),
  );
});

test('one more holiday never brings a counted date forward', () => {
  fc.assert(
    fc.property(someDay, someDays, someDay, someHolidays, (from, n, holiday, extra) => {
      const before = calendarOf(extra);
      const after = before.with([holiday]);
      assert.ok(
        after.addWorkingDays(after.nextWorkingDay(from), n) >= before.addWorkingDays(before.nextWorkingDay(from), n),
      );
    }),
  );
});
