/** Volumes hold every page once, in order, numbered through, and none is larger than it may be. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { kindOfDocument, kindOfEntry } from '../../src/complaint/bundle/kinds.js';
import { monthsAfter, objectionToExtending, subjectRequestDue } from '../../src/complaint/bundle/one-month.js';
import { divide, planVolumes, type VolumePlan } from '../../src/complaint/bundle/volumes.js';
import { addDays, day, dayFromNumber } from '../../src/facts/days.js';
import type { Channel, Sending, Words } from '../../src/facts/happened.js';

const papers = fc
  .array(fc.record({ pages: fc.integer({ min: 1, max: 700 }), bytes: fc.integer({ min: 1, max: 300_000_000 }) }), {
    maxLength: 12,
  })
  .map((all) => all.map((one, i) => ({ ...one, id: String(i) })));
const limits = { pages: 250, bytes: 95_000_000 };

/** Each page of each paper, in the order of the volumes, with the number that it bears. */
function pagesIn(plans: readonly VolumePlan[]): string[] {
  return plans.flatMap(({ parts }) =>
    parts.flatMap(({ id, from, to, first }) =>
      Array.from({ length: to - from + 1 }, (_, i) => `${id}/${from + i} is ${first + i}`),
    ),
  );
}

test('every page of every paper stands in one volume, in order, and bears the next number', () => {
  fc.assert(
    fc.property(papers, (all) => {
      let next = 0;
      const expected = all.flatMap(({ id, pages }) =>
        Array.from({ length: pages }, (_, i) => {
          next += 1;
          return `${id}/${i + 1} is ${next}`;
        }),
      );
      assert.deepEqual(pagesIn(planVolumes(all, limits)), expected);
    }),
    { numRuns: 60 },
  );
});

test('no volume has more pages or bytes than it may, save one of a single page that is larger by itself', () => {
  fc.assert(
    fc.property(papers, (all) => {
      const each = new Map(all.map(({ id, bytes, pages }) => [id, bytes / pages]));
      for (const { first, last, parts } of planVolumes(all, limits)) {
        assert.ok(last - first + 1 <= limits.pages);
        const bytes = parts.reduce((sum, { id, from, to }) => sum + (to - from + 1) * (each.get(id) ?? 0), 0);
        assert.ok(bytes <= limits.bytes * 1.000_001 || first === last, `${bytes} bytes in ${first} to ${last}`);
      }
    }),
    { numRuns: 60 },
  );
});

test('a volume that turned out too large is divided, and the same pages bear the same numbers', () => {
  fc.assert(
    fc.property(papers, fc.nat(), (all, which) => {
      const plans = planVolumes(all, limits);
      const one = plans[which % Math.max(1, plans.length)];
      if (one === undefined) return;
      const divided = divide(plans, one.n);
      if (one.first === one.last) assert.equal(divided, null);
      else {
        assert.equal(divided?.length, plans.length + 1);
        assert.deepEqual(pagesIn(divided ?? []), pagesIn(plans));
        assert.deepEqual(
          divided?.map(({ n }) => n),
          divided?.map((_, i) => i + 1),
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('one month later is the same date, or the last day of a month that has none', () => {
  for (const [from, to] of [
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-02-28', '2026-03-28'],
    ['2026-03-31', '2026-04-30'],
    ['2026-12-15', '2027-01-15'],
  ] as const)
    assert.equal(monthsAfter(day(from), 1), to);
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 40_000 }), (n) => {
      const from = dayFromNumber(n);
      const to = monthsAfter(from, 1);
      const months = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
      assert.equal(months(to), months(from) + 1);
      // Another date is the last of its month, and only where that month ends before.
      if (to.slice(8) !== from.slice(8)) {
        assert.equal(addDays(to, 1).slice(8), '01');
        assert.ok(to.slice(8) < from.slice(8));
      }
    }),
  );
});

test('a request is due in a month, or in three from the day it came; it is extended once, within the month, with a reason', () => {
  const received = day('2026-01-31');
  assert.equal(subjectRequestDue(received, false), '2026-02-28');
  assert.equal(
    subjectRequestDue(received, true),
    '2026-04-30',
    'counted from the day it came, not from the day it was due',
  );
  const request = { receivedOn: received, extendedToldOn: null, answeredOn: null };
  const why = (on: string, more = {}, because: string | null = 'Many cases') =>
    objectionToExtending({ ...request, ...more }, day(on), because)?.code ?? null;
  assert.equal(why('2026-02-28'), null);
  assert.equal(why('2026-03-01'), 'month-over');
  assert.equal(why('2026-02-28', {}, ' '), 'because-missing');
  assert.equal(why('2026-02-28', { extendedToldOn: day('2026-02-10') }), 'extended-before');
  assert.equal(why('2026-02-28', { answeredOn: day('2026-02-10') }), 'answered');
});

test('what a document seems to be is told by its title; a person moves it where that is wrong', () => {
  for (const [title, kind] of [
    ['tenancy_agreement_2019.pdf', 'tenancy'],
    ['Damp survey of the bedroom', 'surveys'],
    ['Job sheet 4411', 'repairs'],
    ['Call recording 3 May', 'calls'],
    ['Photo of the ceiling', 'other'],
  ] as const) {
    assert.equal(kindOfDocument(title), kind, title);
  }
});

test('what was said by telephone or face to face is a call, whoever rang; what was written is correspondence', () => {
  const words = 'a'.repeat(64) as Words;
  const update = (how: Sending) => kindOfEntry({ type: 'UpdateGiven', stage: 1, how, words, letter: null });
  assert.deepEqual([update('phone'), update('email')], ['calls', 'correspondence']);
  const received = (channel: Channel) =>
    kindOfEntry({ type: 'MessageReceived', channel, from: null, words, files: [] });
  assert.deepEqual([received('in-person'), received('letter')], ['calls', 'correspondence']);
});
