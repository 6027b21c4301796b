import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noFailing } from '../../src/complaint/cause-list.js';
import { mayApprove } from '../../src/complaint/may/approve.js';
import { mayDecidePoint } from '../../src/complaint/may/decide-point.js';
import { mayDraftLetter } from '../../src/complaint/may/draft-letter.js';
import { mayHearPosition } from '../../src/complaint/may/hear-position.js';
import { mayOfferRemedy } from '../../src/complaint/may/offer-remedy.js';
import { mayRecordLearning } from '../../src/complaint/may/record-learning.js';
import { mayRespond } from '../../src/complaint/may/respond.js';
import { maySendLetter } from '../../src/complaint/may/send-letter.js';
import { mayShareFindings } from '../../src/complaint/may/share-findings.js';
import { mayTakeComments } from '../../src/complaint/may/take-comments.js';
import { mayDoWithLetter } from '../../src/complaint/with-letter.js';
import type { LetterId, StaffId } from '../../src/facts/happened.js';
import { aComplaint, aLetter, amir, aResponse, kim, noBehaviour, resident } from './story.js';

const twoPoints = () => aComplaint({ received: '2026-03-02' }, 'The boiler is broken', 'Nobody calls back');

test('no answer goes out while a point has none', () => {
  const s = twoPoints().acknowledges().learns();
  s.cannot(mayRespond, aResponse(), 'points-undecided')
    .decides('upheld', 1, [s.point(1)])
    .cannot(mayRespond, aResponse(), 'points-undecided')
    .decides('not-upheld', 1, [s.point(2)])
    .responds();
  assert.equal(s.case.stages[1]?.outcome, 'partly-upheld');
});

test('a decision gives its reasons, on a point that is defined', () => {
  const s = twoPoints();
  s.cannot(
    mayDecidePoint,
    { stage: 1, point: s.point(1), finding: 'upheld', reasons: '', reliedOn: [] },
    'point-not-defined',
    'reasons-missing',
  )
    .acknowledges()
    .does(mayDecidePoint, {
      stage: 1,
      point: s.point(1),
      finding: 'upheld',
      reasons: 'The record shows it',
      reliedOn: [],
    })
    .warns(/No policy/)
    .warns(/position has not been heard/);
});

test('an answer before the definition was set out, or with nothing said of learning, is refused', () => {
  aComplaint({ received: '2026-03-02' })
    .defines()
    .decides('upheld')
    .cannot(mayRespond, aResponse(), 'definition-not-set-out', 'learning-missing')
    .setsOut()
    .cannot(mayRecordLearning, { stage: 1, learning: null, text: '', cause: null }, 'text-missing', 'cause-missing')
    .cannot(
      mayRecordLearning,
      { stage: 1, learning: null, text: 'Nothing', cause: { cause: noFailing, points: [], text: 'We looked' } },
      'cause-contradicts',
    )
    .does(mayRecordLearning, {
      stage: 1,
      learning: null,
      text: 'It was a single slip',
      cause: { cause: 'Appointment missed', points: [], text: null },
    })
    .responds()
    .warns(/never acknowledged/);
});

test('an answer with no acknowledgement before it acknowledges on its own day, and keeps the provisional date', () => {
  aComplaint({ received: '2026-03-02' })
    .setsOut()
    .decides('upheld')
    .learns()
    .on('2026-03-20')
    .responds()
    .state('stage-1-acknowledgement', 'late')
    .due('stage-1-response', '2026-03-23')
    .state('stage-1-response', 'met');
});

test('an answer goes out in writing, and not while its letter misses something', () => {
  aComplaint({ received: '2026-03-02' })
    .acknowledges()
    .decides('upheld')
    .learns()
    .cannot(mayRespond, { ...aResponse(), how: 'phone' }, 'not-in-writing')
    .cannot(
      mayRespond,
      {
        ...aResponse(),
        letter: aLetter({ missing: ['Say how to ask for stage 2 (6.9).', 'Give the reasons on point 1 (6.9).'] }),
      },
      'letter-misses',
      'letter-misses',
    );
});

test('where the landlord asks for it, a second person approves the letter that goes out', () => {
  const id = 'answer' as LetterId;
  const letter = aLetter({ id });
  const s = aComplaint({ received: '2026-03-02' }).assigns(1, kim).acknowledges().decides('upheld').learns();
  s.does(mayDraftLetter, { letter: id, kind: 'stage-1-response', stage: 1 })
    .cannot(mayRespond, { ...aResponse(), letter, approvalNeeded: true }, 'not-approved')
    .cannot(mayApprove, { stage: 1, letter: id, missing: [] }, 'own-answer')
    .as(amir, 'manager')
    .cannot(mayApprove, { stage: 1, letter: id, missing: ['Give the reasons (6.9).'] }, 'letter-misses')
    .does(mayApprove, { stage: 1, letter: id, missing: [] })
    .as(kim)
    .does(mayDraftLetter, { letter: id, kind: 'stage-1-response', stage: 1 })
    .cannot(mayRespond, { ...aResponse(), letter, approvalNeeded: true }, 'changed-since-approval')
    .as(amir, 'manager')
    .does(mayApprove, { stage: 1, letter: id, missing: [] })
    .as(kim)
    .responds({ letter, approvalNeeded: true })
    .stands('answered', 1);
});

test('what the answer is made of can’t change after it was approved: remedies, promises, points', () => {
  const id = 'answer-2' as LetterId;
  const letter = aLetter({ id });
  const s = aComplaint({ received: '2026-03-02' }).assigns(1, kim).acknowledges().decides('upheld').learns();
  s.does(mayDraftLetter, { letter: id, kind: 'stage-1-response', stage: 1 })
    .as(amir, 'manager')
    .does(mayApprove, { stage: 1, letter: id, missing: [] })
    .as(kim)
    .promises('A new boiler', '2026-03-20')
    .cannot(mayRespond, { ...aResponse(), letter, approvalNeeded: true }, 'changed-since-approval');
});

test('a letter goes out as it was approved, by someone whose role may do its act', () => {
  const id = 'answer-3' as LetterId;
  const withLetter = {
    matter: { kind: 'stage-1-response' },
    letter: aLetter({ id }),
    involved: [],
    approvalNeeded: true,
    wordsApproved: true,
    goodReason: null,
    agreed: null,
    behaviour: noBehaviour,
  } as const;
  const s = aComplaint({ received: '2026-03-02' }).assigns(1, kim).acknowledges().decides('upheld').learns();
  s.does(mayDraftLetter, { letter: id, kind: 'stage-1-response', stage: 1 })
    .cannot(mayDoWithLetter, withLetter, 'not-approved')
    .as('noor' as StaffId, 'investigator')
    .cannot(mayApprove, { stage: 1, letter: id, missing: [] }, 'role-may-not')
    .as(amir, 'manager')
    .does(mayApprove, { stage: 1, letter: id, missing: [] })
    .cannot(mayDoWithLetter, { ...withLetter, wordsApproved: false }, 'changed-since-approval')
    .does(mayDoWithLetter, withLetter)
    .escalates()
    .as('noor' as StaffId, 'investigator')
    .cannot(mayDoWithLetter, { ...withLetter, matter: { kind: 'final-response' } }, 'role-may-not');
});

test('both sides are heard, and whoever a finding goes against may comment', () => {
  const s = aComplaint({ received: '2026-03-02' }).acknowledges();
  const staff = 'plumber' as StaffId;
  s.does(mayHearPosition, { stage: 1, from: { person: resident }, text: 'He never came' })
    .does(mayHearPosition, { stage: 1, from: { staff }, text: 'Nobody was in' })
    .cannot(mayTakeComments, { stage: 1, from: { staff }, text: 'No' }, 'nothing-shared')
    .does(mayShareFindings, {
      stage: 1,
      with: { staff },
      points: s.points(),
      text: 'The record shows no visit',
      commentsBy: null,
    })
    .does(mayTakeComments, { stage: 1, from: { staff }, text: 'I was at the wrong block' })
    .decides('upheld')
    .noWarning();
});

test('remedies are of the eight kinds, in whole pence where they are money, and a finding without one is warned of', () => {
  const s = aComplaint({ received: '2026-03-02' }).acknowledges().decides('upheld').learns();
  const remedy = { stage: 1, points: s.points(), text: 'For the weeks without heating', dueOn: null } as const;
  s.cannot(mayOfferRemedy, { ...remedy, kind: 'financial', pence: null }, 'pence-missing')
    .cannot(mayOfferRemedy, { ...remedy, kind: 'financial', pence: 10.5 }, 'amount-absurd')
    .cannot(mayOfferRemedy, { ...remedy, kind: 'apology', pence: 500 }, 'pence-not-financial')
    .responds()
    .warns(/no remedy is offered/)
    .does(mayOfferRemedy, { ...remedy, kind: 'financial', pence: 15_000 });
  assert.equal(s.case.remedies[0]?.pence, 15_000);
});

test('a letter that is an act goes out with its act', () => {
  const s = aComplaint({ received: '2026-03-02' });
  s.cannot(maySendLetter, { kind: 'acknowledgement', stage: 1, letter: aLetter() }, 'goes-with-its-act')
    .acknowledges()
    .does(maySendLetter, { kind: 'acknowledgement', stage: 1, letter: aLetter() })
    .does(maySendLetter, { kind: 'update', stage: 1, letter: aLetter() })
    .cannot(maySendLetter, { kind: 'update', stage: 1, letter: aLetter({ to: [] }) }, 'to-missing');
});
