import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  endDisputed,
  promisesToAskAbout,
  secondAskAfter,
  staleAfter,
} from '../../src/complaint/asking/did-it-happen.js';
import { type PromiseAnswer, toldAs } from '../../src/complaint/asking/told-as.js';
import { noAsksForStage2, wayOn } from '../../src/complaint/asking/what-follows.js';
import { closedOn, keepsOpen, quietAfterStage1, surveyIsDue } from '../../src/complaint/asking/when-closed.js';
import { after, type PromiseMade, replay } from '../../src/complaint/case.js';
import { mayAskIfDone } from '../../src/complaint/may/ask-if-done.js';
import { mayDecideEnd } from '../../src/complaint/may/decide-end.js';
import { mayEndPromise } from '../../src/complaint/may/end-promise.js';
import { mayKeepPromise } from '../../src/complaint/may/keep-promise.js';
import { mayMovePromise } from '../../src/complaint/may/move-promise.js';
import { mayRecordSurvey } from '../../src/complaint/may/record-survey.js';
import { mayRefuseEscalation } from '../../src/complaint/may/refuse-escalation.js';
import { maySayIfDone } from '../../src/complaint/may/say-if-done.js';
import { mayWithdraw } from '../../src/complaint/may/withdraw.js';
import { englandAndWales as calendar } from '../../src/facts/calendar.js';
import { addDays, type Day, day } from '../../src/facts/days.js';
import type { CaseId, Entry, PromiseId, Words } from '../../src/facts/happened.js';
import { aHistory, anyDay } from '../complaint/any-history.js';
import { aComplaint, aContact, amir, kim, type Story } from './story.js';

const promised = (s: Story) => s.case.promises[0]?.id as PromiseId;
const times = (s: Story, today: string) => promisesToAskAbout(s.case, day(today), calendar).map(({ time }) => time);

/** Promised for Tuesday 14 April 2026. */
const answered = () =>
  aComplaint({ received: '2026-03-02' }).acknowledges().promises('A new boiler', '2026-04-14').answers();

test('asked three working days after the promise’s date, once more after five, and then no more: silence is not yes', () => {
  const s = answered();
  const promise = promised(s);
  assert.deepEqual(times(s, '2026-04-16'), []);
  assert.deepEqual(times(s, '2026-04-17'), [1]);
  s.on('2026-04-17').does(mayAskIfDone, { promise, how: 'email', letter: null });
  assert.deepEqual(times(s, '2026-04-23'), []);
  assert.deepEqual(times(s, '2026-04-24'), [2]);
  s.on('2026-04-24').does(mayAskIfDone, { promise, how: 'email', letter: null });
  assert.deepEqual(times(s, '2026-05-22'), []);
  assert.equal(s.case.promises[0]?.residentSays, null);
});

test('a yes ends the asking; a no opens the promise again, and only a new date or doing it anew brings the question back', () => {
  const yes = answered().on('2026-04-17');
  yes.does(maySayIfDone, { promise: promised(yes), done: true, text: null });
  assert.deepEqual(times(yes, '2026-04-24'), []);

  const s = answered().on('2026-04-15');
  const promise = promised(s);
  s.does(mayKeepPromise, { promise, proof: 'Job 4711 closed', files: [] })
    .on('2026-04-17')
    .does(mayAskIfDone, { promise, how: 'email', letter: null })
    .on('2026-04-20')
    .does(maySayIfDone, { promise, done: false, text: 'Nobody came' });
  assert.equal(s.case.promises[0]?.state, 'open');
  assert.deepEqual(times(s, '2026-04-30'), []);
  s.does(mayMovePromise, { promise, newDate: day('2026-05-11'), reason: 'The part', residentTold: true });
  assert.deepEqual(times(s, '2026-05-13'), []);
  assert.deepEqual(times(s, '2026-05-14'), [1]);
  s.on('2026-05-12').does(mayKeepPromise, { promise, proof: 'Job 4712', files: [] });
  assert.deepEqual(times(s, '2026-05-14'), []);
  assert.deepEqual(times(s, '2026-05-15'), [1]);
});

test('nobody is asked long after, nor in a case that was withdrawn', () => {
  const s = answered();
  assert.deepEqual(times(s, '2026-05-18'), [1]);
  assert.deepEqual(times(s, '2026-05-19'), []);
  const gone = aComplaint({ received: '2026-03-02' }).acknowledges().promises('A visit', '2026-03-10').on('2026-03-12');
  gone.does(mayWithdraw, { how: 'email', text: 'Never mind', confirmed: true });
  assert.deepEqual(times(gone, '2026-03-13'), []);
});

test('whatever happened to a case, asking each day as told asks at most twice of each promise, days apart', () => {
  fc.assert(
    fc.property(aHistory, anyDay, (history, from) => {
      let c = replay('c' as CaseId, 'CMP-26-00001', history);
      const asked = new Map<string, Day[]>();
      for (let today = from; today < addDays(from, 70); today = addDays(today, 1)) {
        for (const { promise, time } of promisesToAskAbout(c, today, calendar)) {
          const before = asked.get(promise) ?? [];
          const last = before.at(-1);
          if (time === 2 && last !== undefined) assert.ok(calendar.workingDaysBetween(last, today) >= secondAskAfter);
          asked.set(promise, [...before, today]);
          c = after(c, {
            seq: c.version + 1,
            happenedOn: today,
            recordedAt: `${today}T08:00:00.000Z`,
            recordedBy: { system: 'schedule' },
            what: { type: 'ResidentAskedIfDone', promise, how: 'email' },
          });
        }
      }
      for (const days of asked.values()) assert.ok(days.length <= 2);
      if (c.imported && !history.some(({ recordedBy }) => 'staff' in recordedBy)) assert.equal(asked.size, 0);
    }),
    { numRuns: 60 },
  );
});

test('a stage 1 answer closes after ten working days without a request for stage 2, and the survey is asked then, once', () => {
  const s = aComplaint({ received: '2026-03-02' }).acknowledges().answers();
  const end = s.case.stages[1]?.respondedOn as Day;
  const closes = calendar.addWorkingDays(end, quietAfterStage1);
  assert.equal(closedOn(s.case, calendar.countBack(closes, 1), calendar), null);
  assert.equal(closedOn(s.case, closes, calendar), closes);
  assert.equal(surveyIsDue(s.case, closes, calendar), true);
  assert.equal(surveyIsDue(s.case, calendar.addWorkingDays(closes, staleAfter), calendar), true);
  assert.equal(surveyIsDue(s.case, calendar.addWorkingDays(closes, staleAfter + 1), calendar), false);
  const none = { easy: null, informed: null, fair: null, handled: null, outcome: null };
  s.on(closes)
    .cannot(mayRecordSurvey, { answers: none, text: 'Good' }, 'answers-missing')
    .does(mayRecordSurvey, { answers: { ...none, handled: 2, outcome: 5 }, text: null })
    .warns(/not satisfied/);
  assert.equal(surveyIsDue(s.case, closes, calendar), false);
});

test('a refusal is no answer: nobody is asked as if they had one, and what they can do is told as it is', () => {
  const s = aComplaint({ received: '2026-03-02' }).acknowledges().answers();
  assert.equal(wayOn(s.case), 'stage-2');
  assert.equal(noAsksForStage2(s.case), true);
  const on = calendar.addWorkingDays(s.case.stages[1]?.respondedOn as Day, 3);
  s.on(on).escalates();
  assert.equal(wayOn(s.case), 'with-us');
  s.does(mayRefuseEscalation, {
    ground: 'other',
    filedOn: null,
    circumstances: 'We considered why she asked',
    reasons: 'The court has decided it',
    lateWindowOnly: false,
    letter: null,
  }).stands('escalation-refused');
  const later = calendar.addWorkingDays(on, quietAfterStage1 + 1);
  assert.equal(closedOn(s.case, later, calendar), null);
  assert.equal(surveyIsDue(s.case, later, calendar), false);
  assert.equal(wayOn(s.case), 'stage-2-refused');
  assert.equal(noAsksForStage2(s.case), false);
  assert.equal(wayOn(aContact({ received: '2026-03-02' }).refuses().case), 'refused');
  const gone = aComplaint({ received: '2026-03-02' }).does(mayWithdraw, { how: 'email', text: 'No', confirmed: true });
  assert.equal(wayOn(gone.case), 'withdrawn');
});

test('a case with a promise that is open, or not yet asked about, has not closed', () => {
  const s = answered().on('2026-04-14');
  const promise = promised(s);
  assert.equal(closedOn(s.case, day('2026-06-30'), calendar), null);
  s.does(mayKeepPromise, { promise, proof: 'Job 4711', files: [] });
  const silent = calendar.addWorkingDays(day('2026-04-14'), 3 + 2 * secondAskAfter);
  assert.equal(closedOn(s.case, addDays(silent, -1), calendar), null);
  assert.equal(closedOn(s.case, silent, calendar), silent);
  s.on('2026-04-20').does(maySayIfDone, { promise, done: true, text: null });
  assert.equal(closedOn(s.case, day('2026-04-20'), calendar), '2026-04-20');
});

test('an unanswered complaint has nothing to be asked about', () => {
  const s = aComplaint({ received: '2026-03-02' }).acknowledges().on('2026-03-10');
  assert.equal(surveyIsDue(s.case, day('2026-03-10'), calendar), false);
  const answers = { easy: 5, informed: 5, fair: 5, handled: 5, outcome: 5 } as const;
  s.cannot(mayRecordSurvey, { answers, text: null }, 'not-answered');
});

test('an imported case is silent until somebody here has done something on it, and its old answer is never asked about', () => {
  const end = answered();
  const imported: Entry = {
    seq: end.case.version + 1,
    happenedOn: day('2026-04-10'),
    recordedAt: '2026-04-10T12:00:00.000Z',
    recordedBy: { system: 'import' },
    what: { type: 'Imported', source: 'register', rowDigest: 'd', kindAsWritten: null, unknown: [] },
  };
  const byImport = [...end.case.entries, imported].map((entry) => ({
    ...entry,
    recordedBy: { system: 'import' } as const,
  }));
  const asTold = (more: readonly Entry[] = []) => replay('c' as CaseId, 'CMP-26-00001', [...byImport, ...more]);
  assert.deepEqual(promisesToAskAbout(asTold(), day('2026-04-17'), calendar), []);
  const note: Entry = {
    ...imported,
    seq: imported.seq + 1,
    recordedBy: { staff: kim },
    what: { type: 'NoteMade', words: 'w' as Words, files: [] },
  };
  assert.equal(promisesToAskAbout(asTold([note]), day('2026-04-17'), calendar).length, 1);
  const noPromises = asTold([note]).entries.filter(({ what }) => what.type !== 'ActionPromised');
  const old = replay(
    'c' as CaseId,
    'CMP-26-00001',
    noPromises.map((entry, i) => ({ ...entry, seq: i + 1 })),
  );
  assert.equal(old.standing.is, 'answered');
  assert.ok(closedOn(old, day('2026-05-29'), calendar) !== null);
  assert.equal(surveyIsDue(old, closedOn(old, day('2026-05-29'), calendar) as Day, calendar), false);
});

test('a no is told once; said again it is a message, until a new date or a claim that it is done stands against it', () => {
  const s = answered().on('2026-04-15');
  const promise = promised(s);
  const as = (answer: PromiseAnswer) => toldAs(s.case, s.case.promises[0] as PromiseMade, answer);
  assert.deepEqual([as('yes'), as('no'), as('not-yet')], ['done', 'not-done', 'message']);
  s.does(mayKeepPromise, { promise, proof: 'Job 4711', files: [] });
  assert.deepEqual([as('no'), as('not-yet')], ['not-done', 'not-done']);
  s.on('2026-04-20').does(maySayIfDone, { promise, done: false, text: null });
  assert.deepEqual([as('yes'), as('no'), as('not-yet')], ['done', 'message', 'message']);
  s.does(mayMovePromise, { promise, newDate: day('2026-05-11'), reason: 'The part', residentTold: true });
  assert.deepEqual([as('no'), as('not-yet')], ['not-done', 'message']);
  s.does(maySayIfDone, { promise, done: true, text: null });
  assert.deepEqual([as('yes'), as('no'), as('not-yet')], ['message', 'not-done', 'not-done']);
});

test('an end is disputed by a no, once, whatever was said before it', () => {
  const s = answered().on('2026-04-15');
  const promise = promised(s);
  const as = (answer: PromiseAnswer) => toldAs(s.case, s.case.promises[0] as PromiseMade, answer);
  const disputed = () => s.case.promises.map((p) => endDisputed(s.case, p));
  s.does(maySayIfDone, { promise, done: false, text: null })
    .does(mayEndPromise, { promise, ground: 'moved', reason: 'They moved out', replacedBy: null })
    .as(amir, 'manager')
    .does(mayDecideEnd, { promise, agreed: true, reason: null, residentTold: true });
  assert.deepEqual([as('no'), as('not-yet'), ...disputed()], ['not-done', 'message', false]);
  s.does(maySayIfDone, { promise, done: false, text: 'We live here' }).warns(/stays ended/);
  assert.equal(s.case.promises[0]?.state, 'ended');
  assert.deepEqual([as('yes'), as('no'), ...disputed()], ['done', 'message', true]);
});

test('a yes to what stands open closes nothing until it is recorded as done, and a ‘not yet’ takes it back', () => {
  const s = answered().on('2026-04-14');
  const promise = promised(s);
  const later = day('2026-06-30');
  const keeps = () => s.case.promises.map((p) => keepsOpen(s.case, p, later, calendar));
  s.does(maySayIfDone, { promise, done: false, text: 'Nobody came' })
    .on('2026-04-16')
    .does(maySayIfDone, { promise, done: true, text: null });
  assert.deepEqual(keeps(), ['to-do']);
  assert.equal(closedOn(s.case, later, calendar), null);
  s.on('2026-04-20').does(mayKeepPromise, { promise, proof: 'Job 4711', files: [] });
  assert.deepEqual(keeps(), [null]);
  assert.equal(closedOn(s.case, later, calendar), '2026-04-20');
  s.does(maySayIfDone, { promise, done: false, text: null });
  assert.deepEqual([s.case.promises[0]?.residentSays, ...keeps()], ['not-done', 'to-do']);
});
