/** When a letter counts as sent, told in stories: the clocks follow the day on which it really left. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayDraftLetter } from '../../src/complaint/may/draft-letter.js';
import { mayOverturn } from '../../src/complaint/may/overturn.js';
import { refusalLetterOwed } from '../../src/complaint/refusal-letter.js';
import { allow } from '../../src/complaint/refusals.js';
import { entriesOfSending, lastSendingOf, withoutUnsent } from '../../src/complaint/sending.js';
import { sendingLeft, sendingNotDelivered } from '../../src/complaint/sending-told.js';
import { type Day, day } from '../../src/facts/days.js';
import type { LetterId } from '../../src/facts/happened.js';
import { aComplaint, aContact, aLetter, aRefusal, type Story } from './story.js';

/** Received on 2 March, acknowledged on the 4th: the answer is due on the 18th, and is let go that day. */
function answeredOnTheLastDay(): { s: Story; seq: number; id: LetterId } {
  const s = aComplaint({ received: '2026-03-02' }).on('2026-03-04').acknowledges().decides('upheld').learns();
  s.due('stage-1-response', '2026-03-18').on('2026-03-18');
  const letter = aLetter();
  s.responds({ letter });
  const seq = lastSendingOf(s.case, letter.id);
  assert.ok(seq !== null);
  return { s, seq, id: letter.id };
}

test('an answer that left a day later is late by that day; one that left the same day is not touched', () => {
  const { s, seq } = answeredOnTheLastDay();
  s.state('stage-1-response', 'met');
  const before = s.case.version;
  s.does(sendingLeft, { seq, on: day('2026-03-18') });
  assert.equal(s.case.version, before, 'nothing is recorded where nothing changed');

  s.on('2026-03-19').does(sendingNotDelivered, { seq, why: 'It had not left by the end of the day.', failed: false });
  s.state('stage-1-response', 'overdue').stands('investigating', 1);
  s.does(sendingLeft, { seq, on: day('2026-03-19') });
  s.state('stage-1-response', 'late').stands('answered', 1);
  assert.equal(s.clock('stage-1-response').doneOn, '2026-03-19');
  assert.equal(s.case.letters.at(-1)?.sentOn, '2026-03-19');
});

test('an answer that could not be delivered was not sent: its clock runs, and the same letter goes again', () => {
  const { s, seq, id } = answeredOnTheLastDay();
  s.on('2026-03-20').does(sendingNotDelivered, { seq, why: 'There is no such address.', failed: true });
  s.state('stage-1-response', 'overdue');
  assert.equal(
    s.case.letters.some((letter) => letter.id === id && letter.sentOn !== null),
    false,
  );
  // What else was recorded that day stands.
  s.state('stage-1-acknowledgement', 'met');
  s.responds({ letter: aLetter({ id }) });
  s.state('stage-1-response', 'late');
});

test('whoever has asked for stage 2 has had the answer: only the letter is marked', () => {
  const { s, seq } = answeredOnTheLastDay();
  s.on('2026-03-23').escalates();
  s.on('2026-03-24').does(sendingNotDelivered, { seq, why: 'The mailbox is full.', failed: true });
  assert.equal(s.case.stages[1]?.respondedOn, '2026-03-18');
  assert.equal(entriesOfSending(s.case, seq).length, 2);
});

test('a refusal whose letter came back was not made: the clock runs again; once it is overturned only the letter is marked', () => {
  const refused = (more: Parameters<Story['refuses']>[0]) => {
    const s = aContact({ received: '2026-03-02' })
      .on('2026-03-04')
      .refuses({ ...aRefusal, ...more });
    return s.stands('refused').state('stage-1-acknowledgement', 'ended');
  };
  const bounced = { why: 'There is no such address.', failed: true };
  const letter = aLetter();
  const s = refused({ letter });
  s.on('2026-03-05').does(sendingNotDelivered, { seq: lastSendingOf(s.case, letter.id) ?? 0, ...bounced });
  assert.equal(s.case.refusal, null);
  s.state('stage-1-acknowledgement', 'running');

  const other = aLetter();
  const o = refused({ letter: other });
  o.on('2026-03-05').does(mayOverturn, { by: 'landlord', reasons: 'We looked again.' });
  o.does(sendingNotDelivered, { seq: lastSendingOf(o.case, other.id) ?? 0, ...bounced });
  assert.equal(o.case.refusal?.overturnedOn, '2026-03-05');
});

test('a refusal whose letter went by itself stands when that comes back, and the case says that it has not arrived', () => {
  const s = aContact({ received: '2026-03-02' })
    .on('2026-03-04')
    .refuses({ ...aRefusal, letter: null });
  const { id } = aLetter();
  s.does(mayDraftLetter, { letter: id, kind: 'refusal', stage: 1 });
  assert.equal(refusalLetterOwed(s.case)?.cameBack, false);
  s.does(
    (_, { on }: { readonly on: Day }) =>
      allow([{ what: { type: 'LetterDeliveryFailed', letter: id, words: null }, on }]),
    {},
  );
  s.stands('refused');
  assert.equal(refusalLetterOwed(s.case)?.cameBack, true);
});

test('what is still in the house is not known outside it: neither the letter nor what it does', () => {
  const { s, seq, id } = answeredOnTheLastDay();
  const outside = withoutUnsent(s.case, [seq]);
  assert.equal(outside.stages[1]?.respondedOn ?? null, null);
  assert.equal(
    outside.letters.some((letter) => letter.id === id && letter.sentOn !== null),
    false,
  );
  assert.equal(outside.stages[1]?.acknowledgedOn, '2026-03-04');
  assert.equal(outside.version, s.case.version);
  assert.equal(withoutUnsent(s.case, []), s.case);
});
