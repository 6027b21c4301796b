/** Which extensions count, and from when until when (decision 5 of the rules of counting). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Clock, type ClockRules, noTargets } from '../../src/complaint/clocks.js';
import { clocksOfFacts } from '../../src/complaint/clocks-of-facts.js';
import { readFacts } from '../../src/complaint/given-facts.js';
import { englandAndWales } from '../../src/facts/calendar.js';
import { day } from '../../src/facts/days.js';

const rules: ClockRules = { calendar: englandAndWales, startOnDayOff: 'rolls', targets: noTargets };

/** Received on Monday 2 March 2026 and acknowledged on the Wednesday: due on Wednesday 18 March. */
const in2024 = { received: '2026-03-02', acknowledged: '2026-03-04', today: '2026-05-29' };
/** The same in June 2023: due on Monday 19 June. */
const in2022 = { received: '2023-06-01', acknowledged: '2023-06-05', today: '2023-09-01' };
/** And in 2021, from receipt: due on Tuesday 15 June. */
const in2020 = { received: '2021-06-01', acknowledged: '2021-06-03', today: '2021-09-01' };

function response(facts: object, stage: 1 | 2 = 1): Clock {
  const read = readFacts(facts, day('2026-05-29'));
  assert.ok(read.ok, read.ok ? '' : read.words);
  const answer = clocksOfFacts(read.facts, rules);
  assert.ok(answer.ok);
  const clock = answer.clocks.find((c) => c.kind === `stage-${stage}-response`);
  assert.ok(clock !== undefined);
  return clock;
}

const told = (toldOn: string, newDate: string, more: object = {}) => ({
  stage: 1,
  toldOn,
  newDate,
  reason: 'a survey is awaited',
  ombudsmanDetails: true,
  ...more,
});
const extended = (facts: object, ...extensions: object[]): Clock => response({ ...facts, extensions });
const counts = (clock: Clock) => clock.extensions.map((e) => e.counts);

test('told on the due date it counts; told a day later it changes nothing', () => {
  const onTheDay = extended(in2024, told('2026-03-18', '2026-03-25'));
  assert.deepEqual([onTheDay.due, onTheDay.extendedBy, onTheDay.unextendedDue], ['2026-03-25', 5, '2026-03-18']);
  const aDayLate = extended(in2024, told('2026-03-19', '2026-03-25'));
  assert.deepEqual([aDayLate.due, aDayLate.extendedBy, counts(aDayLate)], ['2026-03-18', 0, ['not-at-all']]);
  assert.ok(aDayLate.because.some((s) => s.includes('told after the date then due, Wednesday 18 March 2026')));
});

test('the date told stands as told, on a day off too', () => {
  const clock = extended({ ...in2024, stage1Response: '2026-03-29' }, told('2026-03-16', '2026-03-28'));
  assert.deepEqual([clock.due, clock.extendedBy, clock.state, clock.workingDaysLate], ['2026-03-28', 7, 'late', 1]);
});

test('ten working days are allowed, eleven count up to the tenth without a good reason and in full with one', () => {
  assert.equal(extended(in2024, told('2026-03-16', '2026-04-01')).due, '2026-04-01');
  const eleven = extended(in2024, told('2026-03-16', '2026-04-02'));
  assert.deepEqual([eleven.due, eleven.extendedBy, counts(eleven)], ['2026-04-01', 10, ['up-to-the-limit']]);
  assert.ok(eleven.because.some((s) => s.includes('counts only up to the limit of 10 in all')));
  for (const goodReason of [true, 'an asbestos survey']) {
    const withReason = extended(in2024, told('2026-03-16', '2026-04-20', { goodReason }));
    assert.deepEqual([withReason.due, withReason.extensions[0]?.beyondTheLimit], ['2026-04-20', true]);
    assert.ok(withReason.because.some((s) => s.includes('beyond the usual limit of 10')));
  }
  const agreedOnly = extended(in2024, told('2026-03-16', '2026-04-20', { agreed: true }));
  assert.equal(agreedOnly.due, '2026-04-01', 'agreement is not what the 2024 Code asks for');
});

test('under the Codes of 2020 and 2022 the resident must agree to more than the limit', () => {
  for (const [facts, told1, beyond, limit] of [
    [in2022, '2023-06-15', '2023-07-10', '2023-07-03'],
    [in2020, '2021-06-14', '2021-07-06', '2021-06-29'],
  ] as const) {
    assert.equal(extended(facts, told(told1, limit)).due, limit);
    assert.equal(extended(facts, told(told1, beyond, { agreed: true })).due, beyond);
    assert.equal(extended(facts, told(told1, beyond)).due, limit);
    assert.equal(extended(facts, told(told1, beyond, { goodReason: true })).due, limit);
    const notAgreed = extended(facts, told(told1, beyond, { agreed: false, ombudsmanDetails: null }));
    assert.equal(notAgreed.due, limit);
    assert.ok(
      notAgreed.because.some((s) =>
        s.includes("The resident did not agree, so the Code asks that the Ombudsman's contact details be given"),
      ),
    );
  }
});

test("without the Ombudsman's contact details it does not count; not on record is taken as given, and said", () => {
  const known = extended(in2024, told('2026-03-16', '2026-03-25', { ombudsmanDetails: false }));
  assert.deepEqual([known.due, counts(known)], ['2026-03-18', ['not-at-all']]);
  const unknown = extended(in2024, { stage: 1, toldOn: '2026-03-16', newDate: '2026-03-25', reason: 'x' });
  assert.equal(unknown.due, '2026-03-25');
  assert.ok(unknown.because.some((s) => s.includes('is not on record; that is taken as given')));
});

test('not told in writing, or not told at all, it does not count', () => {
  assert.equal(extended(in2024, told('2026-03-16', '2026-03-25', { inWriting: false })).due, '2026-03-18');
  const untold = extended(in2024, { stage: 1, newDate: '2026-03-25' });
  assert.equal(untold.due, '2026-03-18');
  assert.ok(untold.because.some((s) => s.includes('no day on which the resident was told')));
});

test('told before the acknowledgement, it is measured from the provisional date', () => {
  const before = { received: '2026-03-02', today: '2026-03-12' };
  const clock = extended(before, told('2026-03-05', '2026-04-02'));
  assert.deepEqual([clock.due, clock.provisional, clock.extendedBy], ['2026-04-02', true, 8]);
  const later = extended({ ...before, acknowledged: '2026-03-06' }, told('2026-03-05', '2026-04-02'));
  assert.deepEqual([later.due, later.provisional, later.unextendedDue], ['2026-04-02', false, '2026-03-20']);
  const tooLong = extended({ ...before, acknowledged: '2026-03-06' }, told('2026-03-05', '2026-05-01'));
  assert.equal(tooLong.due, '2026-04-08', 'ten working days after the provisional Monday 23 March, past Easter');
  const toldLate = extended({ received: '2026-03-02', today: '2026-04-12' }, told('2026-03-24', '2026-04-02'));
  assert.deepEqual([toldLate.due, counts(toldLate)], ['2026-03-23', ['not-at-all']]);
});

test('two extensions are counted together against the limit, each told by the date then due', () => {
  const both = extended(in2024, told('2026-03-16', '2026-03-25'), told('2026-03-25', '2026-04-01'));
  assert.deepEqual([both.due, both.extendedBy, counts(both)], ['2026-04-01', 10, ['in-full', 'in-full']]);
  const over = extended(in2024, told('2026-03-16', '2026-03-25'), told('2026-03-24', '2026-04-02'));
  assert.deepEqual([over.due, over.extendedBy, counts(over)], ['2026-04-01', 10, ['in-full', 'up-to-the-limit']]);
  const usedUp = extended(in2024, told('2026-03-16', '2026-04-01'), told('2026-03-31', '2026-04-09'));
  assert.deepEqual([usedUp.due, counts(usedUp)], ['2026-04-01', ['in-full', 'not-at-all']]);
  const secondLate = extended(in2024, told('2026-03-16', '2026-03-25'), told('2026-03-26', '2026-04-01'));
  assert.deepEqual([secondLate.due, counts(secondLate)], ['2026-03-25', ['in-full', 'not-at-all']]);
  const inDisorder = extended(in2024, told('2026-03-25', '2026-04-01'), told('2026-03-16', '2026-03-25'));
  assert.equal(inDisorder.due, '2026-04-01', 'the order in which they stand in the facts is nothing');
});

test('stage 2 may be extended by twenty working days under 2024, and by ten before', () => {
  const stage2 = { escalationRequested: '2026-03-02', stage2Acknowledged: '2026-03-02' };
  const far = { ...told('2026-03-30', '2026-06-30'), stage: 2 };
  const now = response({ received: '2026-02-02', ...stage2, today: '2026-05-29', extensions: [far] }, 2);
  assert.deepEqual([now.unextendedDue, now.due, now.longestExtension], ['2026-03-30', '2026-04-29', 20]);
  const before = response(
    {
      received: '2023-06-01',
      escalationRequested: '2023-07-03',
      today: '2023-12-01',
      extensions: [{ ...told('2023-07-31', '2023-11-30'), stage: 2 }],
    },
    2,
  );
  assert.deepEqual([before.unextendedDue, before.due], ['2023-07-31', '2023-08-14']);
});

test('told after the answer, or for a date no later than the one then due, it changes nothing', () => {
  assert.equal(
    extended({ ...in2024, stage1Response: '2026-03-12' }, told('2026-03-16', '2026-03-25')).due,
    '2026-03-18',
  );
  assert.equal(extended(in2024, told('2026-03-10', '2026-03-17')).due, '2026-03-18');
});
