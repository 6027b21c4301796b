/** What a resident does with their own case, and what an officer makes of it: told as stories, and of any history. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { whatFollows } from '../../src/complaint/arrival-follows.js';
import { kindOfMessage } from '../../src/complaint/arriving.js';
import { type Case, replay } from '../../src/complaint/case.js';
import { mayChooseToComplain } from '../../src/complaint/following/choose-to-complain.js';
import { seenByResident } from '../../src/complaint/following/seen-by-resident.js';
import { nextStep, stepsOf } from '../../src/complaint/following/steps.js';
import { waysOn } from '../../src/complaint/following/ways-on.js';
import { mayAgreeUpdates } from '../../src/complaint/may/agree-updates.js';
import { mayCorrect } from '../../src/complaint/may/correct.js';
import { mayDateFromFirstWords } from '../../src/complaint/may/date-from-first-words.js';
import { mayLog } from '../../src/complaint/may/log.js';
import { mayOfferChoice } from '../../src/complaint/may/offer-choice.js';
import { mayTakeLegalAdvice } from '../../src/complaint/may/take-legal-advice.js';
import { mayWithdraw } from '../../src/complaint/may/withdraw.js';
import { mayWriteToResident } from '../../src/complaint/may/write-to-resident.js';
import { day } from '../../src/facts/days.js';
import type { CaseId, Entry, PersonId } from '../../src/facts/happened.js';
import { aHistory } from '../complaint/any-history.js';
import { aComplaint, aContact, aLog, aRefusal, resident, type Story, usualRules } from './story.js';

const stranger = 'stranger' as PersonId;

/** As it stands when the resident themself recorded it. */
function byResident(story: Story): Story {
  story.entries = story.entries.map((e) => ({ ...e, recordedBy: { person: resident } }));
  story.case = replay(story.case.id, story.case.reference, story.entries);
  return story;
}

const ways = (story: Story) => {
  const seen = seenByResident(story.case, resident, usualRules, story.today);
  assert.ok(seen);
  return { seen, ...waysOn(story.case, seen) };
};

test('a resident who says that a request was a complaint has one: the request runs on, its points go along', () => {
  const request = aComplaint({ received: '2026-03-02' }).on('2026-03-04');
  const asRequest = aContact({ received: '2026-03-02' })
    .happens({
      type: 'PointRaised',
      point: 'p' as never,
      words: 'The tap' as never,
      since: null,
      by: resident,
      stage: 1,
    })
    .logs({ ...aLog, kind: 'service-request', triage: null, voicesDissatisfaction: false })
    .on('2026-03-06');
  request.cannot(mayChooseToComplain, { from: resident, text: 'No', files: [] }, 'already-a-complaint');
  asRequest.cannot(mayChooseToComplain, { from: stranger, text: 'No', files: [] }, 'not-a-party');
  asRequest.cannot(mayChooseToComplain, { from: resident, text: ' ', files: [] }, 'text-missing');
  assert.equal(ways(asRequest).saysItIsWrong, true);
  asRequest.does(mayChooseToComplain, { from: resident, text: 'You never came', files: [] }).stands('request-open');
  const complaint = byResident(asRequest.opened());
  assert.equal(complaint.case.receivedOn, '2026-03-06');
  assert.deepEqual(
    complaint.case.points.map((p) => p.words),
    ['The tap'],
  );
  byResident(asRequest).cannot(mayChooseToComplain, { from: resident, text: 'Again', files: [] }, 'already-chosen');
  assert.equal(ways(asRequest).saysItIsWrong, false);
});

test('it can be logged as nothing but a complaint, by no way round, and refused only with a letter', () => {
  const request = aContact({ received: '2026-03-02' }).logs({
    ...aLog,
    kind: 'service-request',
    triage: null,
    voicesDissatisfaction: false,
  });
  request.on('2026-03-06').does(mayChooseToComplain, { from: resident, text: 'You never came', files: [] });
  const complaint = byResident(request.opened());
  complaint.cannot(
    mayLog,
    { ...aLog, kind: 'service-request', triage: null, voicesDissatisfaction: false },
    'chose-to-complain',
  );
  complaint.cannot(mayOfferChoice, { answer: 'not-complain', how: 'phone', note: null }, 'chose-themself');
  const chosen = complaint.case.history.find(({ what }) => what.type === 'ChoiceToComplainOffered') as Entry;
  complaint.cannot(mayCorrect, { seq: chosen.seq, reason: 'slip', becomes: null }, 'chose-themself');
  complaint.logs();
  const logged = complaint.case.history.find(({ what }) => what.type === 'Logged') as Entry;
  const what = { ...logged.what, kind: 'service-request' } as Entry['what'];
  complaint.cannot(
    mayCorrect,
    { seq: logged.seq, reason: 'slip', becomes: { what, happenedOn: logged.happenedOn } },
    'chose-themself',
  );
  complaint.refuses(aRefusal).stands('refused');
});

test('voiced in the first words, the complaint was received that day and its dates follow; else it stays today’s', () => {
  const opened = () => {
    const request = aContact({ received: '2026-03-02' }).logs({
      ...aLog,
      kind: 'service-request',
      triage: null,
      voicesDissatisfaction: false,
    });
    request.on('2026-03-06').does(mayChooseToComplain, { from: resident, text: 'You never came', files: [] });
    return byResident(request.opened());
  };
  const voiced = opened();
  voiced.due('stage-1-acknowledgement', '2026-03-13');
  voiced.does(mayDateFromFirstWords, { voiced: true, firstWordsOn: day('2026-03-02'), reason: 'Fed up' });
  assert.equal(voiced.case.receivedOn, '2026-03-02');
  voiced.due('stage-1-acknowledgement', '2026-03-09');
  const not = opened();
  not.cannot(mayDateFromFirstWords, { voiced: false, firstWordsOn: day('2026-03-02'), reason: '' }, 'reason-missing');
  not.does(mayDateFromFirstWords, { voiced: false, firstWordsOn: day('2026-03-02'), reason: 'Only a report' });
  assert.equal(not.case.receivedOn, '2026-03-06');
  aComplaint({ received: '2026-03-02' }).cannot(
    mayDateFromFirstWords,
    { voiced: true, firstWordsOn: day('2026-03-02'), reason: 'x' },
    'no-request-behind-it',
  );
});

test('staff write to those who may read the case, and to nobody whose authority is only asked for', () => {
  const story = aComplaint({ received: '2026-03-02' });
  const says = (to: readonly PersonId[]) => ({ to, text: 'On Monday', files: [] });
  story.cannot(mayWriteToResident, says([]), 'to-missing');
  story.cannot(mayWriteToResident, says([stranger]), 'not-theirs-to-read');
  story.does(mayWriteToResident, says([resident])).recorded('MessageSent');
  for (const text of [
    'In full & final settlement',
    'Full and final',
    'full\u2011and\u2013final',
    'Full, and \ufb01nal',
    'Final and full',
    '\uff26\uff35\uff2c\uff2c + FINAL',
    'Without prejudice: we offer £50',
    'with\u00adout\u00a0preju\u200bdice',
  ])
    story.cannot(mayWriteToResident, { ...says([resident]), text }, 'legal-words');
  story
    .does(mayTakeLegalAdvice, { about: ['without-prejudice'], adviser: 'Ms Shah', reason: 'A claim is in court' })
    .does(mayWriteToResident, { ...says([resident]), text: 'Without prejudice: we offer £50' })
    .does(mayWriteToResident, { ...says([resident]), text: 'You are paid in full. And final checks follow.' });
});

test('dissatisfaction is what the stage makes of it: after the answer perhaps stage 2, of a request perhaps a complaint', () => {
  const story = aComplaint({ received: '2026-03-02' }).acknowledges();
  assert.equal(kindOfMessage(story.case, true), 'message');
  story.on('2026-03-12').answers();
  assert.equal(kindOfMessage(story.case, false), 'message');
  assert.equal(kindOfMessage(story.case, true), 'possible-stage-2');
  // 6.11: received on a Friday, and counted from it.
  assert.equal(
    whatFollows('possible-stage-2', story.case, day('2026-03-20'), usualRules),
    'If they ask for stage 2, it was received on Friday 20 March 2026: acknowledge by Friday 27 March 2026.',
  );
  story.on('2026-03-20').escalates();
  assert.equal(kindOfMessage(story.case, true), 'message');
  const request = aContact({ received: '2026-03-02' }).logs({
    ...aLog,
    kind: 'service-request',
    triage: null,
    voicesDissatisfaction: false,
  });
  assert.equal(kindOfMessage(request.case, true), 'possible-complaint');
  assert.match(
    whatFollows('possible-complaint', request.case, day('2026-03-07'), usualRules) ?? '',
    /received on Saturday 7 March 2026: acknowledge by Monday 16 March 2026/,
  );
});

test('the steps say what is late, what is being done and what is to come; the Ombudsman is named when we are late', () => {
  const story = aComplaint({ received: '2026-03-02' });
  const steps = () => stepsOf(ways(story).seen).map(({ name, state }) => [name, state]);
  assert.deepEqual(steps(), [
    ['received', 'done'],
    ['decided', 'done'],
    ['acknowledged', 'now'],
    ['answered', 'to-come'],
  ]);
  assert.equal(ways(story).stage2, 'early');
  story.on('2026-03-11');
  assert.equal(nextStep(stepsOf(ways(story).seen))?.state, 'late');
  assert.equal(ways(story).ombudsman, 'late');
  story.acknowledges().does(mayAgreeUpdates, { stage: 1, everyWorkingDays: 5, agreedWithResident: true, note: null });
  story.extends(1, '2026-04-01').on('2026-03-20').answers();
  assert.deepEqual(steps().at(-1), ['answered', 'done']);
  assert.deepEqual([ways(story).stage2, ways(story).withdraws, ways(story).updates], ['now', false, null]);
  story.escalates();
  assert.deepEqual(steps().slice(-3), [
    ['stage-2-asked', 'done'],
    ['stage-2-acknowledged', 'now'],
    ['stage-2-answered', 'to-come'],
  ]);
  story.does(mayWithdraw, { how: 'portal', text: null, confirmed: true });
  assert.deepEqual(steps().at(-1), ['withdrawn', 'done']);
});

test('whatever the history, at most one step is being done and what stands after it is to come', () => {
  fc.assert(
    fc.property(aHistory, (entries) => {
      const c: Case = replay('c' as CaseId, 'CMP-26-00001', entries);
      for (const person of ['ann', 'bo', 'cy'] as PersonId[]) {
        const seen = seenByResident(c, person, usualRules, day('2026-11-20'));
        if (seen === null) continue;
        const steps = stepsOf(seen);
        assert.equal(steps[0]?.name, 'received');
        assert.ok(steps.filter(({ state }) => state === 'now').length <= 1);
        const next = steps.findIndex(({ state }) => state === 'now' || state === 'late');
        for (const [i, step] of steps.entries()) {
          if (step.state === 'done') assert.ok(step.on !== null, step.name);
          if (step.state === 'to-come') assert.ok(next >= 0 && i > next, step.name);
        }
        waysOn(c, seen);
      }
    }),
    { numRuns: 200 },
  );
});
