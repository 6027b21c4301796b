/** What comes out of turn is refused, each with its reason: twice, too early, of something that is not there, or no sum at all. */
import { test } from 'node:test';
import { usualPolicy as policy } from '../../src/complaint/behaviour/rules.js';
import { behaviourIn } from '../../src/complaint/behaviour/steps.js';
import { mayAnswerOnOrder } from '../../src/complaint/may/answer-on-order.js';
import { mayAnswerRemedy } from '../../src/complaint/may/answer-remedy.js';
import { mayAnswerReview } from '../../src/complaint/may/answer-review.js';
import { mayAppealRestriction } from '../../src/complaint/may/appeal-restriction.js';
import { mayApproveCompensation } from '../../src/complaint/may/approve-compensation.js';
import { mayAskIfDone } from '../../src/complaint/may/ask-if-done.js';
import { mayAskReview } from '../../src/complaint/may/ask-review.js';
import { mayBeginHazardWork } from '../../src/complaint/may/begin-hazard-work.js';
import { mayBeginInvestigation } from '../../src/complaint/may/begin-investigation.js';
import { mayComplyWithOrder } from '../../src/complaint/may/comply-with-order.js';
import { mayDecideEnd } from '../../src/complaint/may/decide-end.js';
import { mayDecideRestriction } from '../../src/complaint/may/decide-restriction.js';
import { mayEndOmbudsmanCase } from '../../src/complaint/may/end-ombudsman-case.js';
import { mayEndPromise } from '../../src/complaint/may/end-promise.js';
import { mayGiveOrder } from '../../src/complaint/may/give-order.js';
import { mayInvestigateHazard } from '../../src/complaint/may/investigate-hazard.js';
import { mayKeepPromise } from '../../src/complaint/may/keep-promise.js';
import { mayMakeHazardSafe } from '../../src/complaint/may/make-hazard-safe.js';
import { mayMovePromise } from '../../src/complaint/may/move-promise.js';
import { mayNoticeHazard } from '../../src/complaint/may/notice-hazard.js';
import { mayOfferRemedy } from '../../src/complaint/may/offer-remedy.js';
import { mayOrderWork } from '../../src/complaint/may/order-work.js';
import { mayPayCompensation } from '../../src/complaint/may/pay-compensation.js';
import { mayProposeRestriction } from '../../src/complaint/may/propose-restriction.js';
import { mayRecordIncident } from '../../src/complaint/may/record-incident.js';
import { mayRestrictContact } from '../../src/complaint/may/restrict-contact.js';
import { mayReviewRestriction } from '../../src/complaint/may/review-restriction.js';
import { maySayIfDone } from '../../src/complaint/may/say-if-done.js';
import { maySendOrderProof } from '../../src/complaint/may/send-order-proof.js';
import { mayTakeDetermination } from '../../src/complaint/may/take-determination.js';
import { mayTakeOrder } from '../../src/complaint/may/take-order.js';
import { mayTellChange } from '../../src/complaint/may/tell-change.js';
import { mayWarn } from '../../src/complaint/may/warn.js';
import { mayWorkOutCompensation } from '../../src/complaint/may/work-out-compensation.js';
import { ordersOf } from '../../src/complaint/ombudsman-case.js';
import { day } from '../../src/facts/days.js';
import {
  channels,
  type OrderId,
  type PointId,
  type PromiseId,
  type RemedyId,
  type RestrictionId,
} from '../../src/facts/happened.js';
import { firstHazard, noticed } from './hazard-clocks-of.js';
import { aComplaint, aLetter, amir, kim, resident } from './story.js';

const none = 'none';

test('a promise is moved, done, asked about and ended in its turn, and on days on which it stood', () => {
  const s = aComplaint({ received: '2026-03-02' })
    .acknowledges()
    .on('2026-03-10')
    .promises('A new boiler', '2026-04-14')
    .on('2026-04-10');
  const promise = s.case.promises[0]?.id as PromiseId;
  const before = { promise, on: '2026-03-05' };
  const moves = { promise, newDate: day('2026-04-30'), reason: 'The part is late', residentTold: false };
  const other = { promise: none as PromiseId };
  s.cannot(mayMovePromise, { ...moves, ...other }, 'no-such-promise')
    .cannot(mayMovePromise, { ...moves, newDate: day('2026-04-14') }, 'same-date')
    .cannot(mayMovePromise, { ...moves, ...before }, 'before-promised')
    .cannot(mayOrderWork, { ...other, job: 'R-1' }, 'no-such-promise')
    .cannot(mayOrderWork, { ...before, job: 'R-1' }, 'before-promised')
    .cannot(mayKeepPromise, { promise, proof: '', files: [], job: '9'.repeat(61) }, 'job-too-long')
    .cannot(mayAskIfDone, { ...other, how: 'phone', letter: null }, 'no-such-promise')
    .cannot(maySayIfDone, { ...other, done: true, text: null }, 'no-such-promise')
    .cannot(mayTellChange, { ...other, how: 'phone' }, 'no-such-promise');
  s.does(mayMovePromise, moves).cannot(mayTellChange, { promise, how: 'phone', on: '2026-04-09' }, 'before-change');
  const agrees = { promise, agreed: true, reason: null, residentTold: true };
  s.as(kim)
    .does(mayEndPromise, { promise, ground: 'declined', reason: 'They said no', replacedBy: null })
    .as(amir, 'manager')
    .cannot(mayDecideEnd, { ...agrees, on: '2026-04-09' }, 'before-asked')
    .does(mayDecideEnd, agrees)
    .cannot(mayMovePromise, { ...moves, newDate: day('2026-05-11') }, 'already-ended')
    .cannot(mayOrderWork, { promise, job: 'R-1' }, 'already-ended')
    .cannot(mayAskIfDone, { promise, how: 'phone', letter: null }, 'already-ended');
});

test('money is worked out, approved and paid for something that is there, on days that can be', () => {
  const s = aComplaint({ received: '2026-03-02' }).acknowledges().decides('upheld').on('2026-03-10');
  const offer = { stage: 1, kind: 'financial', points: [], text: 'For the wait', pence: 5_000, dueOn: null } as const;
  s.cannot(mayOfferRemedy, { ...offer, stage: 2 }, 'no-such-stage')
    .cannot(mayOfferRemedy, { ...offer, pence: null }, 'pence-missing')
    .cannot(mayOfferRemedy, { ...offer, kind: 'apology' }, 'pence-not-financial')
    .cannot(mayOfferRemedy, { ...offer, dueOn: day('2026-03-09') }, 'due-past')
    .does(mayOfferRemedy, { ...offer, kind: 'apology', pence: null });
  const apology = s.case.remedies[0]?.id as RemedyId;
  s.cannot(mayAnswerRemedy, { remedy: none as RemedyId, answer: 'accepted', note: null }, 'no-such-remedy').cannot(
    mayAnswerRemedy,
    { remedy: apology, answer: 'accepted', note: null, on: '2026-03-09' },
    'before-offered',
  );
  const head = (pence: number) =>
    ({ head: 'distress', working: { is: 'sum', pence }, note: 'Six weeks without a bath' }) as const;
  const sum = {
    remedy: null,
    stage: 1,
    points: [],
    landlord: null,
    text: 'You were without a bath',
    heads: [head(20_000)],
    borneBy: 'landlord',
    dueOn: day('2026-04-20'),
    setOff: null,
    files: [],
  } as const;
  s.as(kim)
    .cannot(mayWorkOutCompensation, { ...sum, stage: 2 }, 'no-such-stage')
    .cannot(mayWorkOutCompensation, { ...sum, dueOn: day('2026-03-09') }, 'due-past')
    .cannot(mayWorkOutCompensation, { ...sum, heads: [head(6_000_000), head(6_000_000)] }, 'sum-too-large')
    .cannot(mayWorkOutCompensation, { ...sum, remedy: none as RemedyId }, 'no-such-sum')
    .cannot(mayWorkOutCompensation, { ...sum, remedy: apology }, 'not-money')
    .does(mayWorkOutCompensation, sum);
  const remedy = s.case.worksheets[0]?.remedy as RemedyId;
  const yes = { remedy, answer: 'approved', reason: null, limits: { manager: null } } as const;
  const pays = { remedy, how: 'bank-transfer', reference: 'FIN-0042' } as const;
  s.on('2026-03-16')
    .as(amir, 'manager')
    .cannot(mayApproveCompensation, { ...yes, remedy: none as RemedyId }, 'no-such-sum')
    .cannot(mayApproveCompensation, { ...yes, on: '2026-03-09' }, 'before-worked-out')
    .does(mayApproveCompensation, yes)
    .cannot(mayPayCompensation, { ...pays, remedy: none as RemedyId }, 'no-such-sum')
    .cannot(mayPayCompensation, { ...pays, on: '2026-03-12' }, 'before-approved')
    .does(mayAnswerRemedy, { remedy, answer: 'declined', note: null })
    .cannot(mayPayCompensation, pays, 'declined')
    .does(mayAnswerRemedy, { remedy, answer: 'accepted', note: null })
    .does(mayPayCompensation, pays)
    .cannot(mayApproveCompensation, yes, 'paid-already');
});

test('a restriction is of somebody, leaves a way open, ends on a day to come and is told to whom it is about', () => {
  const record = { incidents: [day('2026-03-09'), day('2026-03-16')], warnings: [day('2026-03-10')], restrictions: [] };
  const incident = { person: resident, text: 'Called a colleague names.', files: [] };
  const s = aComplaint({ received: '2026-03-02' }).on('2026-03-09').does(mayRecordIncident, incident);
  const warning = { person: resident, text: 'Please stop.', record, letter: aLetter() };
  s.on('2026-03-10')
    .cannot(mayWarn, { ...warning, person: null }, 'person-missing')
    .cannot(mayWarn, { ...warning, letter: aLetter({ to: [] }) }, 'not-to-them')
    .does(mayWarn, warning)
    .on('2026-03-16')
    .does(mayRecordIncident, incident)
    .as(amir, 'reviewer');
  const proposal = {
    person: resident,
    kinds: ['channels'] as const,
    contact: null,
    channels: ['letter'] as const,
    how: 'Letters only.',
    until: day('2026-09-30'),
    reasons: 'It went on after the warning.',
    equality: 'Asked; nothing told.',
    adjustments: 'None are agreed.',
    reviewOn: day('2026-06-30'),
    record,
    policy,
  };
  s.cannot(mayProposeRestriction, { ...proposal, reviewOn: day('2026-03-16') }, 'review-past')
    .cannot(mayProposeRestriction, { ...proposal, until: day('2026-03-16') }, 'until-past', 'review-after-the-end')
    .cannot(mayProposeRestriction, { ...proposal, how: ' ' }, 'how-missing')
    .cannot(mayProposeRestriction, { ...proposal, channels }, 'channels-all')
    .does(mayProposeRestriction, proposal)
    .as('noor' as never, 'manager')
    .cannot(
      mayDecideRestriction,
      { restriction: none as RestrictionId, agreed: true, text: 'x', policy },
      'nothing-proposed',
    );
  const restriction = behaviourIn(s.case).restrictions[0]?.id as RestrictionId;
  s.cannot(mayAppealRestriction, { from: null, restriction, text: 'I work on Tuesdays.' }, 'not-in-force')
    .does(mayDecideRestriction, { restriction, agreed: true, text: 'In proportion.', policy })
    .does(mayRestrictContact, { restriction, letter: aLetter() })
    .on('2026-04-01')
    .cannot(
      mayReviewRestriction,
      {
        restriction,
        outcome: 'lifted',
        terms: proposal,
        reviewOn: null,
        text: 'It has gone well.',
        policy,
        letter: aLetter({ to: [] }),
      },
      'not-to-them',
    );
});

test('what is recorded of a hazard lies between the day it was known and now, at a time where hours count, and once', () => {
  const s = aComplaint({ received: '2026-03-13' });
  s.cannot(mayNoticeHazard, { ...noticed, kind: 'gas', emergency: true, on: '2026-03-14' }, 'in-the-future')
    .does(mayNoticeHazard, { ...noticed, kind: 'gas', emergency: true, awareAt: '2026-03-13T10:00:00.000Z' })
    .on('2026-03-20');
  const hazard = firstHazard(s);
  const found = { hazard, at: '2026-03-14T09:00:00.000Z', found: 'emergency', furtherWork: true, text: 'x' } as const;
  s.cannot(mayInvestigateHazard, { ...found, on: '2026-03-21' }, 'in-the-future')
    .cannot(mayInvestigateHazard, { ...found, on: '2026-03-12' }, 'before-it-was-known')
    .cannot(mayInvestigateHazard, { ...found, on: '2026-03-13', at: '2026-03-13T09:00:00.000Z' }, 'before-it-was-known')
    .cannot(mayInvestigateHazard, { ...found, on: '2026-03-15' }, 'time-unreadable')
    .cannot(mayInvestigateHazard, { ...found, on: '2026-03-14', at: null }, 'time-missing')
    .does(mayInvestigateHazard, { ...found, on: '2026-03-14' });
  const safe = { hazard, at: '2026-03-14T11:00:00.000Z', text: 'Capped', on: '2026-03-14' };
  s.does(mayMakeHazardSafe, safe).cannot(mayMakeHazardSafe, safe, 'safe-already');
  s.does(mayBeginHazardWork, { hazard, text: 'Pipes' }).cannot(
    mayBeginHazardWork,
    { hazard, text: 'Pipes' },
    'begun-already',
  );
});

test('an Ombudsman’s case goes step by step: no answer before its question, nothing twice, no end with orders open', () => {
  const s = aComplaint({ received: '2026-03-02' }, 'The roof leaks').on('2026-09-03');
  const its = { ombudsman: 'HOS', caseNumber: '202612345' } as const;
  const begins = { ...its, text: null, files: [] };
  s.does(mayBeginInvestigation, begins).cannot(mayBeginInvestigation, begins, 'begun-already');
  const [leak] = s.case.points;
  const issue = { points: [leak?.id as PointId], finding: 'maladministration', text: null };
  const decides = { ...its, issues: [issue], files: [] };
  s.cannot(mayTakeDetermination, { ...decides, issues: [] }, 'issues-missing')
    .cannot(mayTakeDetermination, { ...decides, issues: [{ ...issue, points: [] }] }, 'issue-unnamed')
    .cannot(mayTakeDetermination, { ...decides, issues: [{ ...issue, points: [none as PointId] }] }, 'no-such-point')
    .does(mayTakeDetermination, decides);
  const asks = { ombudsman: 'HOS', by: 'resident', text: 'The heating' } as const;
  s.on('2026-09-10')
    .cannot(mayAskReview, { ...asks, on: '2026-09-02' }, 'before-the-determination')
    .cannot(mayAnswerReview, { ombudsman: 'HOS', changed: false, text: 'It stands' }, 'no-review-asked');
  const order = { kind: 'order', text: 'Pay', dueOn: day('2026-10-01'), statesNoDate: false, pence: null } as const;
  s.does(mayTakeOrder, { ombudsman: 'HOS', ...order, owner: kim }).cannot(
    mayComplyWithOrder,
    { order: none as OrderId, proof: 'Paid', payment: { how: 'cheque', reference: 'C 1' }, files: [] },
    'no-such-order',
  );
  const id = ordersOf(s.case)[0]?.id as OrderId;
  const ends = { ombudsman: 'HOS', text: 'Not for it' } as const;
  s.cannot(mayGiveOrder, { order: id, owner: kim }, 'owner-already')
    .cannot(mayAnswerOnOrder, { order: id, accepted: true, text: null }, 'not-complied')
    .cannot(mayEndOmbudsmanCase, ends, 'orders-open')
    .cannot(
      mayComplyWithOrder,
      { order: id, proof: 'Paid', payment: { how: 'cheque', reference: 'C 1' }, files: [], on: '2026-09-09' },
      'before-the-order',
    )
    .does(mayComplyWithOrder, { order: id, proof: 'Paid', payment: { how: 'cheque', reference: 'C 1' }, files: [] })
    .cannot(
      mayComplyWithOrder,
      { order: id, proof: 'Paid', payment: { how: 'cheque', reference: 'C 1' }, files: [] },
      'complied-already',
    )
    .does(maySendOrderProof, { order: id, text: 'The receipt', files: [] })
    .cannot(maySendOrderProof, { order: id, text: 'The receipt', files: [] }, 'sent-already')
    .does(mayAnswerOnOrder, { order: id, accepted: true, text: null })
    .does(mayEndOmbudsmanCase, ends)
    .cannot(mayEndOmbudsmanCase, ends, 'ended-already');
});
