/** What goes on around a promise: jobs, visits that came to nothing, hand-overs, an ending that a manager agrees to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closedOn, keepsOpen } from '../../src/complaint/asking/when-closed.js';
import { mayAskIfDone } from '../../src/complaint/may/ask-if-done.js';
import { mayCorrect } from '../../src/complaint/may/correct.js';
import { mayDecideEnd } from '../../src/complaint/may/decide-end.js';
import { mayEndPromise } from '../../src/complaint/may/end-promise.js';
import { mayHandOverPromise } from '../../src/complaint/may/hand-over-promise.js';
import { mayKeepPromise } from '../../src/complaint/may/keep-promise.js';
import { mayMovePromise } from '../../src/complaint/may/move-promise.js';
import { mayOfferVisit } from '../../src/complaint/may/offer-visit.js';
import { mayOrderWork } from '../../src/complaint/may/order-work.js';
import { maySayIfDone } from '../../src/complaint/may/say-if-done.js';
import { mayTellChange } from '../../src/complaint/may/tell-change.js';
import { day } from '../../src/facts/days.js';
import type { PromiseId } from '../../src/facts/happened.js';
import { rowsOf } from '../../src/store/project.js';
import { aComplaint, amir, kim, repairs, type Story } from './story.js';

const promised = (s: Story) => s.case.promises.at(-1)?.id as PromiseId;
const answered = () =>
  aComplaint({ received: '2026-03-02' })
    .acknowledges()
    .promises('A new boiler', '2026-04-14')
    .answers()
    .on('2026-04-10');
const visit = { how: 'phone', cameOf: 'nobody-in', text: null } as const;
const ending = { reason: 'Nobody could get in', replacedBy: null } as const;

test('access is given up only after visits were offered on three different days', () => {
  const s = answered();
  const promise = promised(s);
  const asks = { ...ending, promise, ground: 'no-access' } as const;
  s.cannot(mayEndPromise, asks, 'too-few-visits')
    .does(mayOfferVisit, { ...visit, promise, visitOn: day('2026-04-08') })
    .cannot(mayOfferVisit, { ...visit, promise, visitOn: day('2026-04-08') }, 'same-visit')
    .cannot(mayOfferVisit, { ...visit, promise, visitOn: day('2026-04-11') }, 'in-the-future')
    .does(mayOfferVisit, { ...visit, promise, visitOn: day('2026-04-09') })
    .cannot(mayEndPromise, asks, 'too-few-visits')
    .does(mayOfferVisit, { ...visit, promise, visitOn: day('2026-04-10') })
    .does(mayEndPromise, asks);
  assert.equal(s.case.promises[0]?.endAsked?.ground, 'no-access');
  s.due('promise', '2026-04-14');
});

test('what was replaced names what was promised in its place', () => {
  const s = answered();
  const promise = promised(s);
  const asks = { ...ending, promise, ground: 'replaced' } as const;
  s.cannot(mayEndPromise, asks, 'replacement-missing').cannot(
    mayEndPromise,
    { ...asks, replacedBy: promise },
    'replacement-missing',
  );
  s.promises('An electric heater', '2026-04-20');
  const other = promised(s);
  s.does(mayEndPromise, { ...asks, replacedBy: other }).cannot(
    mayEndPromise,
    { ...asks, promise: other, replacedBy: promise },
    'replacement-missing',
  );
  const agrees = { agreed: true, reason: null, residentTold: true } as const;
  s.as(kim)
    .does(mayEndPromise, { ...ending, promise: other, ground: 'declined' })
    .as(amir, 'manager')
    .does(mayDecideEnd, { ...agrees, promise: other })
    .cannot(mayDecideEnd, { ...agrees, promise }, 'replacement-missing')
    .does(mayDecideEnd, { ...agrees, promise, agreed: false, reason: 'The heater was declined' });
  assert.deepEqual(
    s.case.promises.map(({ state }) => state),
    ['open', 'ended'],
  );
});

test('whoever asked does not agree to it, nor does anybody but a manager; a no is told why and the promise goes on', () => {
  const s = answered().as(kim, 'manager');
  const promise = promised(s);
  const asks = { ...ending, promise, ground: 'declined' } as const;
  const agrees = { promise, agreed: true, reason: null, residentTold: false } as const;
  s.cannot(mayDecideEnd, agrees, 'not-asked')
    .does(mayEndPromise, asks)
    .cannot(mayEndPromise, asks, 'already-asked')
    .cannot(mayDecideEnd, agrees, 'own-asking')
    .as(amir, 'officer')
    .cannot(mayDecideEnd, agrees, 'role-may-not')
    .as(amir, 'manager')
    .cannot(mayDecideEnd, { ...agrees, agreed: false }, 'reason-missing')
    .does(mayDecideEnd, { ...agrees, agreed: false, reason: 'Ring once more' });
  assert.equal(s.case.promises[0]?.state, 'open');
  assert.equal(s.case.promises[0]?.endTurnedDown?.reason, 'Ring once more');
  s.as(kim)
    .does(mayEndPromise, asks)
    .does(mayMovePromise, {
      promise,
      newDate: day('2026-04-30'),
      reason: 'They want it after all',
      residentTold: true,
    });
  s.as(amir, 'manager').cannot(mayDecideEnd, agrees, 'not-asked');
});

test('a case with an ended promise closes only once the resident was told why', () => {
  const s = answered();
  const promise = promised(s);
  s.does(mayEndPromise, { ...ending, promise, ground: 'moved' })
    .as(amir, 'manager')
    .does(mayDecideEnd, { promise, agreed: true, reason: null, residentTold: false })
    .warns(/stays open until they know/);
  const { calendar } = s.rules;
  assert.equal(closedOn(s.case, day('2026-08-01'), calendar), null);
  const why = () => s.case.promises.map((p) => keepsOpen(s.case, p, day('2026-08-01'), calendar));
  assert.deepEqual(why(), ['untold']);
  const [row] = rowsOf(s.case, s.rules).complaint ?? [];
  assert.equal(row?.live, true);
  s.on('2026-05-05')
    .does(mayTellChange, { promise, how: 'phone' })
    .cannot(mayTellChange, { promise, how: 'phone' }, 'nothing-to-tell');
  assert.equal(closedOn(s.case, day('2026-08-01'), calendar), '2026-05-05');
  assert.equal(rowsOf(s.case, s.rules).complaint?.[0]?.live, false);
  assert.deepEqual(why(), [null]);
});

test('a date that moved in silence stands as untold until the resident knows', () => {
  const s = answered();
  const promise = promised(s);
  const untold = () => rowsOf(s.case, s.rules).promise?.[0]?.untold;
  s.does(mayMovePromise, { promise, newDate: day('2026-04-21'), reason: 'The part is late', residentTold: false });
  assert.equal(untold(), true);
  s.does(mayTellChange, { promise, how: 'email' });
  assert.equal(untold(), false);
});

test('a promise is handed over, its job has a number, and the number alone shows that it is done', () => {
  const s = answered();
  const promise = promised(s);
  s.cannot(mayHandOverPromise, { promise, owner: null, team: null }, 'owner-missing')
    .cannot(mayHandOverPromise, { promise, owner: null, team: repairs }, 'same-owner')
    .does(mayHandOverPromise, { promise, owner: kim, team: repairs })
    .cannot(mayOrderWork, { promise, job: ' - ' }, 'job-missing')
    .cannot(mayOrderWork, { promise, job: '9'.repeat(61) }, 'job-missing')
    .does(mayOrderWork, { promise, job: 'R-104822' })
    .cannot(mayKeepPromise, { promise, proof: '', files: [], job: ' ' }, 'proof-missing')
    .does(mayKeepPromise, { promise, proof: '', files: [], job: 'R-104999' });
  const [kept] = s.case.promises;
  assert.deepEqual([kept?.owner, kept?.jobs, kept?.proof], [kim, ['R-104822', 'R-104999'], 'Job R-104999.']);
});

test('who was asked before the day and has not said is waited for; a new date takes the question back', () => {
  const s = answered();
  const promise = promised(s);
  const waiting = () => rowsOf(s.case, s.rules).promise?.[0]?.waiting_since;
  s.does(mayKeepPromise, { promise, proof: 'Job 4711', files: [] }).does(mayAskIfDone, {
    promise,
    how: 'phone',
    letter: null,
  });
  assert.equal(waiting(), '2026-04-10');
  s.does(maySayIfDone, { promise, done: false, text: null });
  assert.equal(waiting(), null);
  s.does(mayAskIfDone, { promise, how: 'phone', letter: null });
  s.does(mayMovePromise, { promise, newDate: day('2026-04-21'), reason: 'The part is late', residentTold: true });
  assert.equal(waiting(), null);
});

test('a date that an answer has told is moved, not written over by a correction', () => {
  const s = aComplaint({ received: '2026-03-02' }).acknowledges().promises('A new boiler', '2026-04-14');
  const entry = s.case.history.find(({ what }) => what.type === 'ActionPromised');
  assert.ok(entry?.what.type === 'ActionPromised');
  const { seq, happenedOn, what } = entry;
  const to = (dueOn: string) => ({
    seq,
    reason: 'A slip of the pen',
    becomes: { what: { ...what, dueOn: day(dueOn) }, happenedOn },
  });
  const back = { seq, reason: 'A slip of the pen', becomes: null };
  s.does(mayCorrect, to('2026-04-15')).answers();
  s.cannot(mayCorrect, to('2026-04-16'), 'date-stands');
  // Nor does one person alone take back what the resident was told.
  s.cannot(mayCorrect, back, 'promise-stands');
  assert.equal(s.case.promises[0]?.dueOn, '2026-04-15');
});
