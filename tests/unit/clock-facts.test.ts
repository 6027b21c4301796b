/** The clocks of given facts: how each decision about counting turns out, by examples worked out on paper. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Clock, type ClockRules, noTargets } from '../../src/complaint/clocks.js';
import { clocksOfFacts } from '../../src/complaint/clocks-of-facts.js';
import { readFacts } from '../../src/complaint/given-facts.js';
import { calendarOf, englandAndWales } from '../../src/facts/calendar.js';
import { day } from '../../src/facts/days.js';

const rolls: ClockRules = { calendar: englandAndWales, startOnDayOff: 'rolls', targets: noTargets };
const asItFell: ClockRules = { ...rolls, startOnDayOff: 'as-it-fell' };
const someday = day('2028-06-01');

function all(facts: object, rules = rolls): readonly Clock[] {
  const read = readFacts(facts, someday);
  assert.ok(read.ok, read.ok ? '' : read.words);
  const answer = clocksOfFacts(read.facts, rules);
  assert.ok(answer.ok, answer.ok ? '' : answer.words);
  return answer.clocks;
}

function one(provision: string, facts: object, rules = rolls): Clock {
  const found = all(facts, rules).filter((c) => c.provision === provision);
  const clock = found[0];
  assert.ok(clock !== undefined && found.length === 1, `${found.length} clocks of ${provision}`);
  return clock;
}

function refused(facts: unknown): string {
  const read = readFacts(facts, someday);
  if (!read.ok) return read.words;
  const answer = clocksOfFacts(read.facts, rolls);
  assert.ok(!answer.ok, 'was counted');
  return answer.words;
}

test('receipt on Saturday 7 March 2026 is acknowledged by Monday 16 March, and ten days end on Monday 23 March', () => {
  const facts = { received: '2026-03-07', acknowledged: '2026-03-07', today: '2026-03-10' };
  const acknowledge = one('6.2', facts);
  assert.equal(acknowledge.due, '2026-03-16');
  assert.equal(acknowledge.from, '2026-03-07');
  assert.equal(acknowledge.dayZero, '2026-03-09');
  assert.equal(acknowledge.state, 'met');
  assert.equal(acknowledge.workingDaysTaken, 0);
  assert.deepEqual(acknowledge.because.slice(0, 2), [
    'Received on Saturday 7 March 2026, which is not a working day, so day zero is Monday 9 March 2026.',
    'The Code (2024, 6.2) allows 5 working days, so it is due on Monday 16 March 2026.',
  ]);
  assert.equal(one('6.3', facts).due, '2026-03-23');
  assert.equal(one('6.3', facts, asItFell).due, '2026-03-20');
  assert.match(one('6.3', facts, asItFell).because[0] ?? '', /stricter rule/);
});

test('receipt on Christmas Day has its day zero after Boxing Day', () => {
  const clock = one('6.2', { received: '2025-12-25', today: '2025-12-29' });
  assert.equal(clock.dayZero, '2025-12-29');
  assert.equal(clock.due, '2026-01-06');
  assert.match(
    clock.because[0] ?? '',
    /Thursday 25 December 2025 \(Christmas Day\), which is not a working day, so day zero is Monday 29 December 2025/,
  );
  assert.match(
    clock.because[2] ?? '',
    /^Thursday 1 January 2026 \(New Year's Day\) is a bank holiday and is not counted\.$/,
  );
});

test('Good Friday and Easter Monday are not counted, and both counts say how many were left out', () => {
  const clock = one('6.3', { received: '2026-03-26', acknowledged: '2026-03-30', stage1Response: '2026-04-15' });
  assert.equal(clock.due, '2026-04-15');
  assert.equal(clock.state, 'met');
  assert.equal(clock.workingDaysTaken, 10);
  assert.equal(clock.workingDaysFromReceipt, 12);
  assert.equal(clock.bankHolidaysLeftOut, 2);
  assert.ok(
    clock.because.includes(
      'Friday 3 April 2026 (Good Friday) and Monday 6 April 2026 (Easter Monday) are bank holidays and are not counted.',
    ),
  );
  assert.ok(
    clock.because.includes(
      'Counted to Wednesday 15 April 2026: 12 working days from receipt and 10 from the acknowledgement; 2 bank holidays are left out.',
    ),
  );
});

test('a bank holiday proclaimed while a case is open moves its date, and the date told with an extension stays', () => {
  const facts = { received: '2022-09-08', acknowledged: '2022-09-09', today: '2022-09-12' };
  assert.equal(one('5.1', facts).due, '2022-09-26');
  const unaware = { ...rolls, calendar: calendarOf(englandAndWales.holidays.filter((h) => h.on !== '2022-09-19')) };
  assert.equal(one('5.1', facts, unaware).due, '2022-09-23');
  const extended = {
    ...facts,
    extensions: [{ stage: 1, toldOn: '2022-09-12', newDate: '2022-10-07', reason: 'a survey' }],
  };
  assert.equal(one('5.1', extended, unaware).due, '2022-10-07');
  assert.equal(one('5.1', extended).due, '2022-10-07');
});

test('a late acknowledgement breaches 6.2 by at least one working day and moves 6.3, with both dates shown', () => {
  const facts = { received: '2026-03-02', acknowledged: '2026-03-14', stage1Response: '2026-03-30' };
  const acknowledge = one('6.2', facts);
  assert.deepEqual(
    [acknowledge.due, acknowledge.state, acknowledge.workingDaysTaken, acknowledge.workingDaysLate],
    ['2026-03-09', 'late', 9, 5],
  );
  const respond = one('6.3', facts);
  assert.equal(respond.due, '2026-03-30');
  assert.equal(respond.dueIfAcknowledgedOnTime, '2026-03-23');
  assert.equal(respond.state, 'met');
  assert.ok(respond.because.some((s) => s.includes('stays a breach of 6.2')));
});

test('what is done on the Saturday after the due Friday is one working day late', () => {
  const clock = one('6.2', { received: '2026-03-06', acknowledged: '2026-03-14' });
  assert.deepEqual(
    [clock.due, clock.state, clock.workingDaysTaken, clock.workingDaysLate],
    ['2026-03-13', 'late', 5, 1],
  );
});

test('until it is acknowledged the answer is provisionally due fifteen working days after receipt', () => {
  const clock = one('6.3', { received: '2026-03-02', today: '2026-03-05' });
  assert.deepEqual(
    [clock.from, clock.provisional, clock.due, clock.state, clock.workingDaysTaken],
    [null, true, '2026-03-23', 'running', 0],
  );
  const stage2 = one('6.14', { received: '2026-01-05', escalationRequested: '2026-03-02', today: '2026-03-05' });
  assert.deepEqual([stage2.provisional, stage2.due], [true, '2026-04-08']);
});

test('an answer without an acknowledgement before it acknowledges on its own day, and keeps its provisional date', () => {
  for (const acknowledged of [null, '2026-03-19']) {
    const facts = { received: '2026-03-02', acknowledged, stage1Response: '2026-03-18' };
    const acknowledge = one('6.2', facts);
    assert.deepEqual([acknowledge.doneOn, acknowledge.state, acknowledge.workingDaysLate], ['2026-03-18', 'late', 7]);
    const respond = one('6.3', facts);
    assert.deepEqual(
      [respond.from, respond.due, respond.doneOn, respond.state],
      [null, '2026-03-23', '2026-03-18', 'met'],
    );
  }
});

test('an early answer on the day of receipt is in time, and takes no working days', () => {
  const facts = { received: '2026-03-02', acknowledged: '2026-03-02', stage1Response: '2026-03-02' };
  assert.deepEqual(
    all(facts).map((c) => [c.state, c.workingDaysTaken]),
    [
      ['met', 0],
      ['met', 0],
    ],
  );
});

test('acknowledged, but defined after the fifth day, breaches 6.2 and starts 6.3 on the acknowledgement', () => {
  const facts = { received: '2026-03-02', acknowledged: '2026-03-03', defined: '2026-03-10', today: '2026-03-11' };
  const acknowledge = one('6.2', facts);
  assert.deepEqual([acknowledge.doneOn, acknowledge.state, acknowledge.workingDaysLate], ['2026-03-10', 'late', 1]);
  assert.ok(
    acknowledge.because.includes(
      'It was acknowledged on Tuesday 3 March 2026 but set out in its definition only on Tuesday 10 March 2026.',
    ),
  );
  assert.equal(one('6.3', facts).due, '2026-03-17');
  assert.equal(one('6.2', { ...facts, defined: false }).state, 'overdue');
});

test('each edition counts by its own rules', () => {
  const stages = { acknowledged: null, escalationRequested: null };
  const dues = (facts: object) => all({ ...stages, ...facts }).map((c) => [c.provision, c.stage, c.due, c.provisional]);
  assert.deepEqual(dues({ received: '2021-06-01', escalationRequested: '2021-07-01' }), [
    ['4.3', 1, '2021-06-08', false],
    ['4.7', 1, '2021-06-15', false],
    ['4.7', 2, '2021-07-29', false],
  ]);
  assert.deepEqual(
    dues({
      received: '2023-06-01',
      acknowledged: '2023-06-05',
      escalationRequested: '2023-07-03',
      stage2Acknowledged: '2023-07-20',
    }),
    [
      ['4.1', 1, '2023-06-08', false],
      ['5.1', 1, '2023-06-19', false],
      ['5.13', 2, '2023-07-31', false],
    ],
  );
  assert.deepEqual(
    dues({
      received: '2024-06-03',
      acknowledged: '2024-06-05',
      escalationRequested: '2024-07-01',
      stage2Acknowledged: '2024-07-04',
    }),
    [
      ['6.2', 1, '2024-06-10', false],
      ['6.3', 1, '2024-06-19', false],
      ['6.11', 2, '2024-07-08', false],
      ['6.14', 2, '2024-08-01', false],
    ],
  );
});

test('the edition is that of the receipt when the case runs past a change, and can be asked for', () => {
  assert.equal(all({ received: '2024-03-31', acknowledged: '2024-04-03' })[0]?.provision, '4.1');
  assert.equal(all({ received: '2024-04-01', code: '2022' })[0]?.provision, '4.1');
});

test('five days in the older Codes are read as working days, and it says so', () => {
  for (const [provision, received] of [
    ['4.3', '2021-06-01'],
    ['4.1', '2023-06-01'],
  ] as const)
    assert.ok(one(provision, { received }).because.includes('The Code says five days; they are read as working days.'));
});

test('received before 7 July 2020: no edition, no clocks, and it says so', () => {
  const read = readFacts({ received: '2020-07-06' }, someday);
  assert.ok(read.ok);
  const answer = clocksOfFacts(read.facts, rolls);
  assert.ok(answer.ok && answer.edition === null && answer.clocks.length === 0);
  assert.match(answer.because[0] ?? '', /before the first Code came into force on Tuesday 7 July 2020/);
});

test('withdrawn or refused, a clock has ended, and is late if it was past due by then', () => {
  const facts = { received: '2026-03-02', acknowledged: '2026-03-04' };
  const withdrawn = one('6.3', { ...facts, withdrawnOn: '2026-03-18' });
  assert.deepEqual(
    [withdrawn.state, withdrawn.doneOn, withdrawn.endedOn, withdrawn.workingDaysLate, withdrawn.workingDaysTaken],
    ['ended', null, '2026-03-18', 0, 10],
  );
  assert.equal(one('6.2', { ...facts, withdrawnOn: '2026-03-18' }).state, 'met');
  const late = one('6.3', { ...facts, refusedOn: '2026-03-20' });
  assert.deepEqual([late.state, late.workingDaysLate], ['late', 2]);
});

test('stage 2 asked for before the stage 1 answer runs beside it', () => {
  const facts = {
    received: '2026-03-02',
    acknowledged: '2026-03-04',
    escalationRequested: '2026-03-10',
    today: '2026-03-19',
  };
  assert.deepEqual(
    all(facts).map((c) => [c.provision, c.due, c.state]),
    [
      ['6.2', '2026-03-09', 'met'],
      ['6.3', '2026-03-18', 'overdue'],
      ['6.11', '2026-03-17', 'overdue'],
      ['6.14', '2026-04-16', 'running'],
    ],
  );
});

test('a refusal overturned starts 6.2 again that day, under the Code of the receipt', () => {
  const facts = {
    received: '2024-03-20',
    refusedOn: '2024-03-25',
    overturnedOn: '2024-05-13',
    acknowledged: '2024-05-20',
  };
  const clock = one('4.1', facts);
  assert.deepEqual([clock.from, clock.due, clock.state], ['2024-05-13', '2024-05-20', 'met']);
  assert.match(
    clock.because[0] ?? '',
    /refused on Monday 25 March 2024 and the refusal was overturned on Monday 13 May 2024/,
  );
});

test('facts that can not be true, or are not yet, are named in one sentence', () => {
  const received = '2026-03-09';
  const today = '2026-03-20';
  const says = (facts: unknown, words: RegExp): void => assert.match(refused(facts), words);
  says(
    { received, acknowledged: '2026-03-08', today },
    /^The acknowledgement \(Sunday 8 March 2026\) can't be before the receipt \(Monday 9 March 2026\)\.$/,
  );
  says({ received, stage1Response: '2026-03-08', today }, /stage 1 response .* can't be before the receipt/);
  says({ received, escalationRequested: '2026-03-01', today }, /request for stage 2 .* can't be before the receipt/);
  says({ received, stage2Response: '2026-03-12', today }, /stage 2 response is given, but not the request for stage 2/);
  says(
    { received, escalationRequested: '2026-03-13', stage2Acknowledged: '2026-03-12', today },
    /stage 2 acknowledgement .* can't be before the request/,
  );
  says({ received, withdrawnOn: '2026-03-01', today }, /withdrawal .* can't be before the receipt/);
  says({ received, withdrawnOn: '2026-03-11', stage1Response: '2026-03-12', today }, /can't come after the withdrawal/);
  says({ received, refusedOn: '2026-03-11', stage1Response: '2026-03-12', today }, /can't come after the refusal/);
  says(
    { received, acknowledged: '2026-03-21', today },
    /acknowledgement \(Saturday 21 March 2026\) is after today \(Friday 20 March 2026\)/,
  );
  says({ received: '2026-03-21', today }, /The receipt .* is after today/);
  says(
    { received, extensions: [{ stage: 1, toldOn: '2026-03-21', newDate: '2026-04-01' }], today },
    /extension was told .* is after today/,
  );
  says(
    { received, extensions: [{ stage: 1, toldOn: '2026-03-01', newDate: '2026-04-01' }], today },
    /extension was told .* can't be before the receipt/,
  );
  says(
    { received, extensions: [{ stage: 2, toldOn: '2026-03-11', newDate: '2026-04-01' }], today },
    /not the request for stage 2/,
  );
  says(
    { received, extensions: [{ stage: 1, toldOn: '2026-03-11', newDate: '2026-03-10' }], today },
    /new date of an extension .* can't be before the day it was told/,
  );
});

test('misspelt facts and wrong kinds of values are named in one sentence', () => {
  const says = (facts: unknown, words: RegExp): void => assert.match(refused(facts), words);
  says({ received: '2026-03-09', aknowledged: '2026-03-10' }, /no fact called "aknowledged"/);
  says({}, /day of receipt \("received"\) is missing/);
  says({ received: '9 March 2026' }, /"received" must be a date like 2026-03-09/);
  says({ received: 20260309 }, /"received" must be a date/);
  says({ received: '2026-03-09', code: '2023' }, /"code" must be "2020", "2022" or "2024"/);
  says({ received: '2026-03-09', extensions: {} }, /"extensions" must be a list/);
  says(
    { received: '2026-03-09', extensions: [{ toldOn: '2026-03-10', newDate: '2026-03-11' }] },
    /"stage" of extension 1 is missing/,
  );
  says(
    { received: '2026-03-09', extensions: [{ stage: 1, toldOn: '2026-03-10' }] },
    /"newDate" of extension 1 is missing/,
  );
  says(
    { received: '2026-03-09', extensions: [{ stage: 1, newDate: '2026-03-11', agreed: 'yes' }] },
    /"agreed" of extension 1 must be true or false/,
  );
  says(
    { received: '2026-03-09', extensions: [{ stage: 1, newDate: '2026-03-11', told: 1 }] },
    /An extension has no "told"/,
  );
  says([1], /must be an object/);
  says(
    { received: '2028-12-20', today: '2028-12-22' },
    /^The calendar of working days is known from Monday 1 January 2018 to Sunday 31 December 2028/,
  );
});
