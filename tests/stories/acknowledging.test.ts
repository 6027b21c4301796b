import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { aComplaint, aContact, aLetter } from './story.js';

const phoned = { how: 'phone', note: 'Told her what happens next', definitionSetOut: false, letter: null } as const;

test('a complaint is acknowledged in time and answered in time', () => {
  aComplaint({ received: '2026-03-02' })
    .due('stage-1-acknowledgement', '2026-03-09')
    .stands('to-acknowledge', 1)
    .on('2026-03-06')
    .acknowledges()
    .state('stage-1-acknowledgement', 'met')
    .stands('investigating', 1)
    .due('stage-1-response', '2026-03-20')
    .on('2026-03-20')
    .answers('not-upheld')
    .state('stage-1-response', 'met')
    .stands('answered', 1);
});

test('a late acknowledgement stays a breach although it moves the date of the answer', () => {
  const s = aComplaint({ received: '2026-03-02' })
    .due('stage-1-response', '2026-03-23')
    .on('2026-03-12')
    .acknowledges()
    .warns(/due by Monday 9 March 2026, so it is late/)
    .state('stage-1-acknowledgement', 'late')
    .due('stage-1-response', '2026-03-26');
  assert.equal(s.clock('stage-1-acknowledgement').workingDaysLate, 3);
  assert.equal(s.clock('stage-1-response').dueIfAcknowledgedOnTime, '2026-03-23');
});

test('an early answer on the day itself is acknowledged, defined and answered that day', () => {
  aComplaint({ received: '2026-03-02' })
    .acknowledges()
    .answers()
    .stands('answered', 1)
    .state('stage-1-acknowledgement', 'met')
    .state('stage-1-response', 'met');
});

test('a contact on Christmas Day has the next working day as its day zero', () => {
  // Friday 25 December 2026; the working day after it is Tuesday 29 December.
  aComplaint({ received: '2026-12-25' }).due('stage-1-acknowledgement', '2027-01-06');
});

test('a contact on a Saturday rolls to Monday, or counts as it fell where the landlord is stricter', () => {
  aComplaint({ received: '2026-03-07' })
    .due('stage-1-acknowledgement', '2026-03-16')
    .withRules({ startOnDayOff: 'as-it-fell' })
    .due('stage-1-acknowledgement', '2026-03-13');
});

test('a call acknowledges on its day, and the definition that follows late breaches the same limit', () => {
  aComplaint({ received: '2026-03-02' })
    .on('2026-03-03')
    .does(mayAcknowledge, { stage: 1, ombudsmanDetails: true, ...phoned })
    .warns(/in writing by Monday 9 March 2026/)
    .due('stage-1-response', '2026-03-17')
    .state('stage-1-acknowledgement', 'running')
    .on('2026-03-11')
    .setsOut()
    .state('stage-1-acknowledgement', 'late')
    .due('stage-1-response', '2026-03-17');
});

test('a call without a note does not acknowledge', () => {
  aComplaint({ received: '2026-03-02' }).cannot(
    mayAcknowledge,
    { stage: 1, ombudsmanDetails: true, ...phoned, note: ' ' },
    'note-missing',
  );
});

test('a letter that leaves the definition out is refused while it can still be written', () => {
  const without = {
    stage: 1,
    how: 'post',
    note: null,
    definitionSetOut: false,
    ombudsmanDetails: true,
    letter: aLetter(),
  } as const;
  aComplaint({ received: '2026-03-02' })
    .cannot(mayAcknowledge, without, 'definition-left-out')
    // What was posted yesterday is recorded as it was.
    .on('2026-03-04')
    .does(mayAcknowledge, { ...without, on: '2026-03-03' })
    .state('stage-1-acknowledgement', 'running');
});

test('an acknowledgement waits for every point to be defined', () => {
  aComplaint({ received: '2026-03-02' }, 'The boiler is broken', 'Nobody calls back').cannot(
    mayAcknowledge,
    { stage: 1, how: 'email', note: null, definitionSetOut: true, ombudsmanDetails: true, letter: null },
    'points-not-defined',
  );
});

test('what is not logged yet is not acknowledged, and nothing is acknowledged twice', () => {
  const ack = {
    stage: 1,
    how: 'email',
    note: null,
    definitionSetOut: true,
    ombudsmanDetails: true,
    letter: null,
  } as const;
  aContact({ received: '2026-03-02' }).cannot(mayAcknowledge, ack, 'not-logged', 'no-points');
  aComplaint({ received: '2026-03-02' }).acknowledges().cannot(mayAcknowledge, ack, 'already-acknowledged');
});

test('an acknowledgement is recorded late on the day it was sent, and never on a day to come or before receipt', () => {
  const ack = {
    stage: 1,
    how: 'email',
    note: null,
    definitionSetOut: true,
    ombudsmanDetails: true,
    letter: null,
  } as const;
  aComplaint({ received: '2026-03-02' })
    .defines()
    .on('2026-03-12')
    .cannot(mayAcknowledge, { ...ack, on: '2026-03-13' }, 'in-the-future')
    .cannot(mayAcknowledge, { ...ack, on: '2026-02-27' }, 'before-receipt', 'before-the-start')
    .does(mayAcknowledge, { ...ack, on: '2026-03-06' })
    .state('stage-1-acknowledgement', 'met')
    .due('stage-1-response', '2026-03-20');
});

test('a complaint that came to a contractor counts from the day the contractor heard it', () => {
  aComplaint({ received: '2026-03-02', today: '2026-03-10', channel: 'in-person', firstHeardBy: 'contractor' })
    .due('stage-1-acknowledgement', '2026-03-09')
    .state('stage-1-acknowledgement', 'overdue')
    .acknowledges()
    .state('stage-1-acknowledgement', 'late');
});
