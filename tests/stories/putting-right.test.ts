import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closedOn } from '../../src/complaint/asking/when-closed.js';
import { mayAnswerRemedy } from '../../src/complaint/may/answer-remedy.js';
import { mayAskIfDone } from '../../src/complaint/may/ask-if-done.js';
import { mayAskInformation } from '../../src/complaint/may/ask-information.js';
import { mayChaseInformation } from '../../src/complaint/may/chase-information.js';
import { mayCompleteRemedy } from '../../src/complaint/may/complete-remedy.js';
import { mayDecideEnd } from '../../src/complaint/may/decide-end.js';
import { mayEndPromise } from '../../src/complaint/may/end-promise.js';
import { mayFindCause } from '../../src/complaint/may/find-cause.js';
import { mayKeepPromise } from '../../src/complaint/may/keep-promise.js';
import { mayMovePromise } from '../../src/complaint/may/move-promise.js';
import { mayOfferRemedy } from '../../src/complaint/may/offer-remedy.js';
import { mayPayCompensation } from '../../src/complaint/may/pay-compensation.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { mayReceiveInformation } from '../../src/complaint/may/receive-information.js';
import { maySayIfDone } from '../../src/complaint/may/say-if-done.js';
import { day } from '../../src/facts/days.js';
import type { PromiseId, RemedyId, RequestId } from '../../src/facts/happened.js';
import { rowsOf } from '../../src/store/project.js';
import { aComplaint, amir, repairs, type Story } from './story.js';

const promised = (s: Story) => s.case.promises[0]?.id as PromiseId;

test('a promise lives on after the stage has ended, is done with proof, asked about, and opened again if it was not done', () => {
  const s = aComplaint({ received: '2026-03-02' })
    .acknowledges()
    .promises('A new boiler', '2026-04-14')
    .answers()
    .stands('answered', 1)
    .due('promise', '2026-04-14')
    .on('2026-04-10');
  const promise = promised(s);
  s.does(mayMovePromise, { promise, newDate: day('2026-04-21'), reason: 'The part is late', residentTold: false })
    .warns(/Tell the resident/)
    .due('promise', '2026-04-21')
    .on('2026-04-21')
    .cannot(mayKeepPromise, { promise, proof: '', files: [] }, 'proof-missing')
    .does(mayKeepPromise, { promise, proof: 'Job 4711 closed with a photograph', files: [] })
    .state('promise', 'met')
    .cannot(
      mayMovePromise,
      { promise, newDate: day('2026-05-01'), reason: 'The part is late', residentTold: true },
      'already-done',
    )
    .on('2026-04-24')
    .does(mayAskIfDone, { promise, how: 'phone', letter: null })
    .does(maySayIfDone, { promise, done: false, text: 'It still leaks' })
    .warns(/open again/);
  assert.equal(s.case.promises[0]?.state, 'open');
  assert.equal(s.case.promises[0]?.firstDueOn, '2026-04-14');
  const asked = {
    promise,
    ground: 'moved',
    reason: 'The home is being sold',
    replacedBy: null,
  } as const;
  s.does(mayEndPromise, asked).stands('answered', 1);
  assert.equal(s.case.promises[0]?.state, 'open');
  s.as(amir, 'manager')
    .does(mayDecideEnd, { promise, agreed: true, reason: null, residentTold: true })
    .stands('answered', 1);
  assert.equal(s.case.promises[0]?.state, 'ended');
});

test('a promise has an owner and a day still to come', () => {
  const promise = {
    stage: 1,
    points: [],
    text: 'A visit',
    owner: null,
    team: repairs,
    agreedWithResident: true,
  } as const;
  aComplaint({ received: '2026-03-02' })
    .on('2026-03-05')
    .cannot(mayPromiseAction, { ...promise, team: null, dueOn: day('2026-03-20') }, 'owner-missing')
    .cannot(mayPromiseAction, { ...promise, dueOn: day('2026-03-04') }, 'in-the-past')
    .does(mayPromiseAction, { ...promise, dueOn: day('2026-03-07') });
});

test('a promise recorded late keeps the date that was promised, also when it has passed', () => {
  const promise = {
    stage: 1,
    points: [],
    text: 'A visit',
    owner: null,
    team: repairs,
    agreedWithResident: true,
    dueOn: day('2026-03-06'),
  } as const;
  const s = aComplaint({ received: '2026-03-02' }).on('2026-03-12');
  s.cannot(mayPromiseAction, promise, 'in-the-past')
    .cannot(mayPromiseAction, { ...promise, on: '2026-03-09' }, 'in-the-past')
    .does(mayPromiseAction, { ...promise, on: '2026-03-04' });
  const made = s.case.promises[0]?.id as PromiseId;
  const moved = { promise: made, newDate: day('2026-03-11'), reason: 'The part is late', residentTold: true } as const;
  s.cannot(mayMovePromise, moved, 'in-the-past').does(mayMovePromise, { ...moved, on: '2026-03-06' });
  assert.equal(s.case.promises[0]?.dueOn, '2026-03-11');
});

test('a remedy is offered at stage 1 without asking for stage 2, accepted, and carried through', () => {
  const s = aComplaint({ received: '2026-03-02' }).does(mayOfferRemedy, {
    stage: 1,
    kind: 'financial',
    points: [],
    text: 'For six weeks without heating',
    pence: 25_000,
    dueOn: day('2026-03-20'),
  });
  const remedy = s.case.remedies[0]?.id as RemedyId;
  s.does(mayAnswerRemedy, { remedy, answer: 'declined', note: 'Not enough' })
    .does(mayAnswerRemedy, { remedy, answer: 'accepted', note: null })
    .cannot(mayCompleteRemedy, { remedy, proof: 'Paid by bank transfer', files: [] }, 'paid-instead')
    .cannot(mayPayCompensation, { remedy, how: 'bank-transfer', reference: ' ' }, 'reference-missing')
    .cannot(mayPayCompensation, { remedy, how: 'rent-account', reference: 'BACS 4711' }, 'not-to-rent-account')
    .does(mayPayCompensation, { remedy, how: 'bank-transfer', reference: 'BACS 4711' })
    .cannot(mayPayCompensation, { remedy, how: 'bank-transfer', reference: 'BACS 4711' }, 'paid-already')
    .cannot(mayAnswerRemedy, { remedy, answer: 'declined', note: null }, 'already-done');
  assert.equal(s.case.remedies[0]?.state, 'done');
  const [row] = rowsOf(s.case, s.rules).compensation ?? [];
  assert.deepEqual([row?.state, row?.paid_pence, row?.paid_how], ['paid', 25_000, 'bank-transfer']);
});

test('what is no money is done with something that shows it', () => {
  const offer = { stage: 1, kind: 'record-amended', points: [], text: 'Your name', pence: null, dueOn: null } as const;
  const s = aComplaint({ received: '2026-03-02' }).does(mayOfferRemedy, offer);
  const remedy = s.case.remedies[0]?.id as RemedyId;
  s.cannot(mayCompleteRemedy, { remedy, proof: null, files: [] }, 'proof-missing')
    .cannot(mayCompleteRemedy, { remedy, proof: ' . ', files: [] }, 'proof-missing')
    .cannot(mayPayCompensation, { remedy, how: 'cheque', reference: 'C 1' }, 'no-such-sum')
    .does(mayCompleteRemedy, { remedy, proof: 'The register was corrected', files: [] });
  assert.equal(s.case.remedies[0]?.state, 'done');
});

test('a remedy with a date, and money, keeps an answered case on the list until it is done or declined', () => {
  const row = (s: Story) => {
    const [one] = rowsOf(s.case, s.rules).complaint ?? [];
    return [one?.live, one?.next_kind, one?.next_due_on];
  };
  const offer = { stage: 1, points: [], text: 'For six weeks without heating', pence: null, dueOn: null } as const;
  const s = aComplaint({ received: '2026-03-02' })
    .acknowledges()
    .does(mayOfferRemedy, { ...offer, kind: 'apology' })
    .does(mayOfferRemedy, { ...offer, kind: 'financial', pence: 5_000, dueOn: day('2026-03-30') })
    .answers();
  const remedy = s.case.remedies[1]?.id as RemedyId;
  assert.deepEqual(row(s), [true, 'remedy', '2026-03-30']);
  s.does(mayAnswerRemedy, { remedy, answer: 'declined', note: null });
  assert.deepEqual(row(s), [false, null, null]);
  s.does(mayAnswerRemedy, { remedy, answer: 'accepted', note: null });
  assert.deepEqual(row(s), [true, 'remedy', '2026-03-30']);
  s.on('2026-06-01');
  assert.equal(closedOn(s.case, s.today, s.rules.calendar), null);
  s.does(mayPayCompensation, { remedy, how: 'bank-transfer', reference: 'BACS 4711' });
  assert.deepEqual(row(s), [false, null, null]);
  assert.ok(closedOn(s.case, s.today, s.rules.calendar));
});

test('a contractor is asked, chased and answers; the clock of the request is the landlord’s own', () => {
  const s = aComplaint({ received: '2026-03-02' }).acknowledges();
  const ask = { stage: 1, of: repairs, contractor: true, text: 'When did you visit?' } as const;
  s.cannot(mayAskInformation, { ...ask, dueOn: day('2026-03-07') }, 'not-a-working-day').does(mayAskInformation, {
    ...ask,
    dueOn: day('2026-03-05'),
  });
  const request = s.case.requests[0]?.id as RequestId;
  s.on('2026-03-06')
    .state('request', 'overdue')
    .does(mayChaseInformation, { request, text: null })
    .on('2026-03-09')
    .does(mayReceiveInformation, { request, text: 'On 3 February', files: [] })
    .state('request', 'late')
    .cannot(mayChaseInformation, { request, text: null }, 'already-received');
});

test('a cause and what was learnt are kept by stage', () => {
  const s = aComplaint({ received: '2026-03-02' });
  s.cannot(mayFindCause, { stage: 2, points: [], cause: 'Delay', text: null }, 'no-such-stage')
    .does(mayFindCause, { stage: 1, points: [], cause: 'Delay', text: null })
    .learns();
  assert.equal(s.case.stages[1]?.causes[0]?.cause, 'Delay');
  assert.equal(s.case.stages[1]?.learning, 'recorded');
});
