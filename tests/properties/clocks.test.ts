import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Clock, type ClockRules, noTargets } from '../../src/complaint/clocks.js';
import { clocksOfFacts } from '../../src/complaint/clocks-of-facts.js';
import { readFacts } from '../../src/complaint/given-facts.js';
import { englandAndWales } from '../../src/facts/calendar.js';
import { addDays, day } from '../../src/facts/days.js';
import { type NaiveFacts, naiveClocks } from '../support/naive-clocks.js';

const holidays = new Set(englandAndWales.holidays.map((h) => String(h.on)));
const rules = (startOnDayOff: 'rolls' | 'as-it-fell'): ClockRules => ({
  calendar: englandAndWales,
  startOnDayOff,
  targets: noTargets,
});

/** Days after receipt, or never. */
const after = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: null });
const extension = fc.record({
  stage: fc.constantFrom<1 | 2>(1, 2),
  told: fc.integer({ min: 0, max: 50 }),
  longer: fc.integer({ min: 0, max: 60 }),
  goodReason: fc.boolean(),
  agreed: fc.constantFrom(true, false, null),
  ombudsmanDetails: fc.constantFrom(true, true, true, false, null),
});

const someFacts: fc.Arbitrary<NaiveFacts> = fc
  .record({
    // Any day of the three editions, and of the years in which one gives way to the next, more often than chance.
    received: fc.oneof(
      fc.integer({ min: 0, max: 2700 }).map((n) => addDays(day('2020-07-07'), n)),
      fc.integer({ min: -15, max: 15 }).map((n) => addDays(day('2024-04-01'), n)),
      fc.integer({ min: -15, max: 15 }).map((n) => addDays(day('2022-04-01'), n)),
      fc.integer({ min: -15, max: 15 }).map((n) => addDays(day('2025-12-25'), n)),
      fc.integer({ min: -15, max: 15 }).map((n) => addDays(day('2022-09-19'), n)),
    ),
    acknowledged: after(20),
    answered: after(50),
    asked: after(60),
    acknowledged2: after(20),
    answered2: after(60),
    withdrawn: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null, freq: 4 }),
    today: fc.integer({ min: 0, max: 150 }),
    extensions: fc.array(extension, { maxLength: 4 }),
  })
  .map((r) => {
    const { received } = r;
    const today = addDays(received, r.today);
    const withdrawnOn = r.withdrawn === null || r.withdrawn > r.today ? null : addDays(received, r.withdrawn);
    const upTo = withdrawnOn ?? today;
    /** A day that has come, and while the complaint stood. */
    const on = (from: string | null, n: number | null): string | null => {
      if (from === null || n === null) return null;
      const d = addDays(day(from), n);
      return d > upTo ? null : d;
    };
    const stage1Response = on(received, r.answered);
    const escalationRequested = on(received, r.asked);
    const answered2 = on(escalationRequested, r.answered2);
    const stage2Response =
      answered2 !== null && stage1Response !== null && answered2 < stage1Response ? null : answered2;
    return {
      received,
      acknowledged: on(received, r.acknowledged),
      stage1Response,
      escalationRequested,
      stage2Acknowledged: on(escalationRequested, r.acknowledged2),
      stage2Response,
      withdrawnOn,
      today,
      extensions: r.extensions.flatMap(({ stage, told, longer, ...rest }) => {
        const start = stage === 1 ? received : escalationRequested;
        if (start === null) return [];
        const toldOn = addDays(day(start), told);
        return toldOn > today ? [] : [{ stage, toldOn, newDate: addDays(toldOn, longer), ...rest }];
      }),
    };
  });

function ours(facts: NaiveFacts, rule: 'rolls' | 'as-it-fell'): readonly Clock[] {
  const read = readFacts(facts, day(facts.today));
  assert.ok(read.ok, read.ok ? '' : read.words);
  const answer = clocksOfFacts(read.facts, rules(rule));
  assert.ok(answer.ok, answer.ok ? '' : answer.words);
  return answer.clocks;
}

for (const rule of ['rolls', 'as-it-fell'] as const) {
  test(`a second, naive way to work out the clocks agrees on any facts (${rule})`, () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const told = ours(facts, rule).map(
          ({ provision, stage, from, due, provisional, doneOn, workingDaysTaken, workingDaysLate, state }) => ({
            provision,
            stage,
            from,
            due,
            provisional,
            doneOn,
            workingDaysTaken,
            workingDaysLate,
            state,
          }),
        );
        assert.deepEqual(told, naiveClocks(facts, holidays, rule === 'rolls'));
      }),
      { numRuns: 3000 },
    );
  });
}

test('a clock is late or overdue by at least one working day, and otherwise by none; nothing is taken below 0', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      for (const c of ours(facts, 'rolls')) {
        assert.equal(c.workingDaysLate >= 1, c.state === 'late' || c.state === 'overdue');
        assert.ok(c.workingDaysTaken >= 0 && c.workingDaysFromReceipt >= 0 && c.workingDaysLate >= 0);
        assert.ok(c.because.length > 0 && c.because.every((s) => /^[A-Z"].*\.$/.test(s)), c.because.join('\n'));
      }
    }),
    { numRuns: 1000 },
  );
});

test('a due date that no extension set is a working day, and as-it-fell is never later than rolling', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const strict = ours(facts, 'as-it-fell');
      for (const [i, c] of ours(facts, 'rolls').entries()) {
        assert.ok(englandAndWales.isWorkingDay(c.unextendedDue));
        assert.ok((strict[i]?.unextendedDue ?? '') <= c.unextendedDue);
      }
    }),
    { numRuns: 1000 },
  );
});

test('an extension never brings a due date forward, unless it was told before a late acknowledgement', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      for (const c of ours(facts, 'rolls'))
        if (c.dueIfAcknowledgedOnTime === null) assert.ok(c.due >= c.unextendedDue, `${c.due} < ${c.unextendedDue}`);
    }),
    { numRuns: 1000 },
  );
});
