/** Dates as registers write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { orderOf, readDate } from '../../src/complaint/register/dates.js';
import type { DateOrder } from '../../src/complaint/register/fields.js';
import { addDays, type Day, day, dayNumber } from '../../src/facts/days.js';

const today = day('2026-03-02');
const read = (text: string, order: DateOrder = 'dmy') => {
  const found = readDate(text, order, today);
  return found.is === 'day' ? found.day : found.is;
};

test('one day is read from every form in which registers write it', () => {
  for (const text of [
    '12/04/2023',
    '12.04.2023',
    '12-04-2023',
    ' 12/4/23 ',
    '2023-04-12',
    '2023/04/12',
    '20230412',
    '12-Apr-23',
    '12 April 2023',
    '12th April 2023',
    'Wed 12 Apr 2023',
    'Wednesday, 12 April 2023',
    'April 12, 2023',
    '12/04/2023 09:30',
    '12/04/2023 9:30 am',
    '2023-04-12T09:30:00Z',
    '2023-04-12 09:30:00.000',
    '45028',
    '45028.5',
  ])
    assert.equal(read(text), '2023-04-12', text);
  assert.equal(read('04/12/2023', 'mdy'), '2023-04-12');
  assert.equal(read('12/04/2023', 'iso'), '2023-04-12');
});

test('nothing, in the ways people write nothing', () => {
  for (const text of ['', '  ', '-', 'N/A', 'n/a', 'None', 'TBC', '?']) assert.equal(read(text), 'blank', text);
});

test('what can be no day is said with how to mend it', () => {
  for (const text of [
    '31/02/2023',
    '00/01/2023',
    'see file',
    '12/2023',
    '2023',
    '40 April 2023',
    '12/04/1923',
    '1',
    '99999999',
  ])
    assert.equal(read(text), 'unreadable', text);
  const swapped = readDate('04/25/2023', 'dmy', today);
  assert.match(swapped.is === 'unreadable' ? swapped.because : '', /write it as 25 April 2023/);
});

test('a year of two digits is of this century unless that lies more than a year ahead', () => {
  assert.equal(read('01/02/27'), '2027-02-01');
  assert.equal(read('01/02/99'), '1999-02-01');
});

test('the order of day and month is found from the dates that can be read in one way only', () => {
  assert.equal(orderOf(['01/02/2023', '25/02/2023']), 'dmy');
  assert.equal(orderOf(['01/02/2023', '02/25/2023']), 'mdy');
  assert.equal(orderOf(['2023-02-01']), 'iso');
  assert.equal(orderOf(['01/02/2023']), null);
});

const days = fc
  .integer({ min: dayNumber(day('1980-01-01')), max: dayNumber(day('2030-12-31')) })
  .map((n) => addDays(day('1970-01-01'), n));
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

test('a day written in any form is read as that day', () => {
  fc.assert(
    fc.property(days, (on: Day) => {
      const [y = '', m = '', d = ''] = on.split('-');
      assert.equal(read(`${d}/${m}/${y}`), on);
      assert.equal(read(`${m}/${d}/${y}`, 'mdy'), on);
      assert.equal(read(`${Number(d)}-${months[Number(m) - 1]}-${y}`), on);
      assert.equal(read(on), on);
      assert.equal(read(String(dayNumber(on) + 25_569)), on);
    }),
  );
});

test('whatever a cell holds, reading it answers', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readDate(text, 'dmy', today).is === 'string'));
});
