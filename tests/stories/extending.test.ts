import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayAgreeUpdates } from '../../src/complaint/may/agree-updates.js';
import { mayExtend } from '../../src/complaint/may/extend.js';
import { mayGiveUpdate } from '../../src/complaint/may/give-update.js';
import { day } from '../../src/facts/days.js';
import type { StaffId } from '../../src/facts/happened.js';
import { aComplaint, aLetter, anExtension, resident } from './story.js';

/** Received Monday 2 March 2026, acknowledged Friday 6 March: due Friday 20 March. */
const acknowledged = () => aComplaint({ received: '2026-03-02' }).on('2026-03-06').acknowledges();

test('an extension told on the day the answer is due counts', () => {
  acknowledged()
    .on('2026-03-20')
    .extends(1, '2026-04-02', { letter: aLetter() })
    .noWarning()
    .due('stage-1-response', '2026-04-02')
    .recorded('LetterSent')
    .on('2026-04-02')
    .answers('not-upheld')
    .state('stage-1-response', 'met');
});

test('an extension told a day late is recorded, warned of, and changes nothing', () => {
  acknowledged()
    .on('2026-03-23')
    .extends(1, '2026-03-30')
    .warns(/told after Friday 20 March 2026/)
    .recorded('Extended')
    .due('stage-1-response', '2026-03-20')
    .state('stage-1-response', 'overdue');
});

test('two extensions together stay within ten working days', () => {
  const s = acknowledged().on('2026-03-18').extends(1, '2026-03-27').on('2026-03-26').extends(1, '2026-04-07');
  s.due('stage-1-response', '2026-04-07');
  assert.equal(s.clock('stage-1-response').extendedBy, 10);
  s.on('2026-04-07').cannot(mayExtend, anExtension(1, '2026-04-08'), 'good-reason-missing');
});

test('more than ten working days needs a good reason and a manager', () => {
  const goodReason = { text: 'The part comes from abroad', approvedBy: null };
  acknowledged()
    .on('2026-03-18')
    .cannot(mayExtend, anExtension(1, '2026-04-10'), 'good-reason-missing')
    .cannot(mayExtend, { ...anExtension(1, '2026-04-10'), goodReason }, 'approval-missing')
    .as('lee' as StaffId, 'manager')
    .extends(1, '2026-04-10', { goodReason })
    .due('stage-1-response', '2026-04-10');
});

test('a manager’s approval can be recorded by someone else', () => {
  const approvedBy = { staff: 'lee' as StaffId, roles: ['manager'] as const };
  acknowledged()
    .extends(1, '2026-04-10', { goodReason: { text: 'The part comes from abroad', approvedBy } })
    .due('stage-1-response', '2026-04-10');
});

test('a new date is a working day after the present one', () => {
  acknowledged()
    .cannot(mayExtend, anExtension(1, '2026-03-21'), 'not-a-working-day')
    .cannot(mayExtend, anExtension(1, '2026-04-03'), 'not-a-working-day')
    .cannot(mayExtend, anExtension(1, '2026-03-20'), 'not-later')
    .cannot(mayExtend, anExtension(1, '2040-01-02'), 'past-the-calendar');
});

test('an extension goes out in writing with the Ombudsman’s details while it can still be done right', () => {
  acknowledged()
    .cannot(
      mayExtend,
      { ...anExtension(1, '2026-03-27'), inWriting: false, ombudsmanDetails: false },
      'not-in-writing',
      'ombudsman-left-out',
    )
    .on('2026-03-10')
    // It was told yesterday, by phone: recorded as it was, and it moves nothing.
    .extends(1, '2026-03-27', { on: '2026-03-09', inWriting: false })
    .warns(/not told in writing/)
    .due('stage-1-response', '2026-03-20');
});

test('an extension told before the acknowledgement counts from the provisional date', () => {
  aComplaint({ received: '2026-03-02' })
    .on('2026-03-03')
    .extends(1, '2026-03-30')
    .due('stage-1-response', '2026-03-30');
});

test('stage 2 may be extended by twenty working days under the 2024 Code', () => {
  acknowledged()
    .answers()
    .on('2026-03-10')
    .escalates()
    .on('2026-03-12')
    .acknowledges(2)
    .due('stage-2-response', '2026-04-13')
    .cannot(mayExtend, anExtension(2, '2026-05-13'), 'good-reason-missing')
    .extends(2, '2026-05-12')
    .due('stage-2-response', '2026-05-12');
});

test('under the 2022 Code an extension beyond ten working days is agreed with the resident', () => {
  aComplaint({ received: '2023-03-06' })
    .on('2023-03-08')
    .acknowledges()
    .cannot(mayExtend, anExtension(1, '2023-04-14'), 'not-agreed')
    .cannot(mayExtend, { ...anExtension(1, '2023-04-14'), agreed: false }, 'not-agreed')
    .extends(1, '2023-04-14', { agreed: true })
    .due('stage-1-response', '2023-04-14');
});

test('a bank holiday proclaimed in the middle of a case moves its dates, but not a date that was told', () => {
  const s = acknowledged().on('2026-03-10').due('stage-1-response', '2026-03-20');
  const { calendar } = s.rules;
  s.withRules({ calendar: calendar.with([day('2026-03-19')]) })
    .due('stage-1-response', '2026-03-23')
    .extends(1, '2026-03-27')
    .due('stage-1-response', '2026-03-27')
    .withRules({ calendar: calendar.with([day('2026-03-19'), day('2026-03-27')]) })
    .due('stage-1-response', '2026-03-27');
});

test('when an answer falls outside the time limits, updates are agreed and become a clock of their own', () => {
  acknowledged()
    .on('2026-03-23')
    .cannot(
      mayAgreeUpdates,
      { stage: 1, everyWorkingDays: 0, agreedWithResident: true, note: null },
      'interval-out-of-range',
    )
    .cannot(mayAgreeUpdates, { stage: 1, everyWorkingDays: 5, agreedWithResident: false, note: null }, 'note-missing')
    .does(mayAgreeUpdates, { stage: 1, everyWorkingDays: 5, agreedWithResident: true, note: null })
    .due('update', '2026-03-30')
    .on('2026-03-27')
    .does(mayGiveUpdate, { stage: 1, how: 'phone', text: 'The surveyor has been', letter: null })
    .due('update', '2026-04-07')
    .stands('investigating', 1);
});

test('a letter that misses something does not go out', () => {
  const letter = aLetter({ to: [resident], missing: ['The letter gives no Ombudsman’s details (6.5).'] });
  acknowledged().cannot(mayExtend, { ...anExtension(1, '2026-03-27'), letter }, 'letter-misses');
});

test('an extension told in time and recorded only after its new date still counts', () => {
  acknowledged()
    .on('2026-04-01')
    .state('stage-1-response', 'overdue')
    .extends(1, '2026-03-27', { on: '2026-03-19' })
    .due('stage-1-response', '2026-03-27');
});

test('an extension told late beyond the usual limit is recorded as it happened, with no approval for what moves nothing', () => {
  acknowledged()
    .on('2026-03-24')
    .extends(1, '2026-05-05')
    .warns(/does not move that date/)
    .due('stage-1-response', '2026-03-20');
});
