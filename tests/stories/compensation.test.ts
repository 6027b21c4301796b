import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { objectionsToAmountsSet } from '../../src/complaint/amounts-set.js';
import { limitFor, mostPence, penceOf, sumInWords } from '../../src/complaint/compensation.js';
import { seenByResident } from '../../src/complaint/following/seen-by-resident.js';
import { mayAnswerRemedy } from '../../src/complaint/may/answer-remedy.js';
import {
  type ApproveCompensationRequest,
  mayApproveCompensation,
} from '../../src/complaint/may/approve-compensation.js';
import { mayCompleteRemedy } from '../../src/complaint/may/complete-remedy.js';
import { mayCorrect } from '../../src/complaint/may/correct.js';
import { mayEndPromise } from '../../src/complaint/may/end-promise.js';
import { mayMovePromise } from '../../src/complaint/may/move-promise.js';
import { mayNoticeClaim } from '../../src/complaint/may/notice-claim.js';
import { mayOfferRemedy } from '../../src/complaint/may/offer-remedy.js';
import { mayPayCompensation } from '../../src/complaint/may/pay-compensation.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { mayRespond } from '../../src/complaint/may/respond.js';
import { mayTakeLegalAdvice } from '../../src/complaint/may/take-legal-advice.js';
import {
  type HeadWorkedOut,
  mayWorkOutCompensation,
  type WorkOutCompensationRequest,
} from '../../src/complaint/may/work-out-compensation.js';
import { actsPossible } from '../../src/complaint/permitted.js';
import { beyondStage1 } from '../../src/complaint/remedies.js';
import { owedRemedies } from '../../src/complaint/remedies-owed.js';
import { type SetOffAsked, whySetOffAsked } from '../../src/complaint/setting-off.js';
import { addDays, day } from '../../src/facts/days.js';
import type { PromiseId, RemedyId, Working } from '../../src/facts/happened.js';
import { claimWords, remedyWords } from '../../src/letters/putting-right.js';
import { remedyRows } from '../../src/store/project-remedies.js';
import { receiptsIn } from '../../src/web/cases/putting-right/compensation-form.js';
import { aComplaint, aLetter, amir, kim, repairs, resident, type Story, type Told, usualRules } from './story.js';

const limits: ApproveCompensationRequest['limits'] = { officer: 10_000, manager: null };

const distress: HeadWorkedOut = {
  head: 'distress',
  working: { is: 'sum', pence: 20_000 },
  note: 'Six weeks without a bath',
};
const rent: HeadWorkedOut = {
  head: 'loss-of-use',
  working: {
    is: 'share-of-rent',
    rentPence: 11_234,
    every: 'week',
    percent: 25,
    from: day('2026-01-05'),
    until: day('2026-02-18'),
  },
  note: 'The bathroom',
};
const carpet: HeadWorkedOut = {
  head: 'loss',
  working: { is: 'receipts', pence: [12_000, 349] },
  note: 'Carpet 120.00',
};

const sum = (more: Partial<Told<WorkOutCompensationRequest>> = {}): Told<WorkOutCompensationRequest> => ({
  remedy: null,
  stage: 1,
  points: [],
  text: 'You were without a bath for six weeks',
  heads: [distress, rent],
  borneBy: 'landlord',
  dueOn: day('2026-04-20'),
  setOff: null,
  files: [],
  landlord: null,
  ...more,
});

const upheld = (): Story => aComplaint({ received: '2026-03-02' }).acknowledges().decides('upheld').learns();
const theSum = (s: Story) => s.case.worksheets[0]?.remedy as RemedyId;

test('a sum of two heads is worked out, not approved by the same person, approved by a second, told by head, paid, counted', () => {
  const s = upheld().as(kim, 'officer', 'manager').does(mayWorkOutCompensation, sum());
  const remedy = theSum(s);
  assert.equal(s.case.worksheets[0]?.totalPence, 20_000 + 18_055);
  assert.equal(s.case.remedies.length, 0, 'nothing is offered before it is approved');
  const yes = { remedy, answer: 'approved', reason: null, limits } as const;
  s.cannot(mayPayCompensation, { remedy, how: 'cheque', reference: 'C1' }, 'not-approved-yet')
    .cannot(mayRespond, { how: 'post', letter: aLetter(), approvalNeeded: false } as never, 'compensation-waiting')
    .cannot(mayApproveCompensation, yes, 'own-sum')
    .as(amir, 'officer')
    .cannot(mayApproveCompensation, yes, 'above-your-limit')
    .cannot(mayApproveCompensation, { ...yes, answer: 'sent-back', reason: ' ' }, 'reason-missing')
    .as(amir, 'manager')
    .does(mayApproveCompensation, yes)
    .cannot(mayApproveCompensation, yes, 'approved-by-you')
    .as('noor' as never, 'manager')
    .cannot(mayApproveCompensation, yes, 'approved-already');
  const [offered] = s.case.remedies;
  assert.ok(offered);
  assert.equal(offered.pence, 38_055);
  const letter = remedyWords(offered, { case: s.case, say: (words) => words, today: s.today });
  assert.match(
    letter,
    /You were without a bath for six weeks\. We offer you £380\.55 and will pay it by Monday 20 April 2026\./,
  );
  assert.match(
    letter,
    /£200 for the distress and inconvenience this caused you and £180\.55 because you could not fully use your home\./,
  );
  s.answers()
    .on('2026-03-20')
    // Accepting ends nothing: stage 2 stays open to them.
    .does(mayAnswerRemedy, { remedy, answer: 'accepted', note: null })
    .cannot(mayCompleteRemedy, { remedy, proof: 'paid', files: [] }, 'paid-instead')
    .cannot(mayPayCompensation, { remedy, how: 'rent-account', reference: 'R1' }, 'not-to-rent-account')
    .cannot(mayPayCompensation, { remedy, how: 'cheque', reference: '' }, 'reference-missing')
    .does(mayPayCompensation, { remedy, how: 'bank-transfer', reference: 'FIN-0042' })
    .cannot(mayPayCompensation, { remedy, how: 'bank-transfer', reference: 'FIN-0042' }, 'paid-already')
    .cannot(mayWorkOutCompensation, sum({ remedy }), 'paid-already');
  assert.equal(s.case.remedies[0]?.state, 'done');
  const [paid] = s.case.remedies;
  assert.ok(paid);
  assert.match(
    remedyWords(paid, { case: s.case, say: (words) => words, today: s.today }),
    /We paid you £380\.55 on Friday 20 March 2026\./,
  );
  // The resident sees the same parts beside the offer.
  assert.deepEqual(seenByResident(s.case, s.case.person ?? resident, usualRules, s.today)?.remedies[0]?.parts, [
    { head: 'distress', pence: 20_000 },
    { head: 'loss-of-use', pence: 18_055 },
  ]);
  const { compensation, compensation_head } = remedyRows(s.case);
  assert.deepEqual(
    compensation.map(({ state, total_pence, paid_pence, paid_on }) => [state, total_pence, paid_pence, paid_on]),
    [['paid', 38_055, 38_055, '2026-03-20']],
  );
  assert.deepEqual(
    compensation_head.map(({ head, pence }) => [head, pence]),
    [
      ['distress', 20_000],
      ['loss-of-use', 18_055],
    ],
  );
});

test('a sum that is sent back is worked out anew, waits again, and whoever did either version does not approve it', () => {
  const s = upheld().does(mayWorkOutCompensation, sum({ heads: [distress] }));
  const remedy = theSum(s);
  const yes = { remedy, answer: 'approved', reason: null, limits } as const;
  s.as(amir, 'manager')
    .does(mayApproveCompensation, { ...yes, answer: 'sent-back', reason: 'The receipts are missing' })
    .cannot(mayApproveCompensation, yes, 'sent-back')
    .does(mayWorkOutCompensation, sum({ remedy, heads: [distress, carpet] }))
    .warns(/Ask for the receipts/)
    .cannot(mayApproveCompensation, yes, 'own-sum')
    .as(kim, 'manager')
    .cannot(mayApproveCompensation, yes, 'own-sum')
    .as('noor' as never, 'manager')
    .does(mayApproveCompensation, yes);
  assert.equal(s.case.worksheets.length, 1);
  assert.equal(s.case.remedies[0]?.pence, 32_349);
  // What two people saw is not changed by one.
  const offer = s.case.history.find(({ what }) => what.type === 'RemedyOffered');
  assert.ok(offer?.what.type === 'RemedyOffered');
  s.as(kim).cannot(
    mayCorrect,
    {
      seq: offer.seq,
      reason: 'Typed wrongly',
      becomes: { what: { ...offer.what, pence: 900_000 }, happenedOn: offer.happenedOn },
    },
    'sum-stands',
  );
  for (const type of ['CompensationWorkedOut', 'CompensationApproved'] as const) {
    const entry = s.case.history.find(({ what }) => what.type === type);
    assert.ok(entry !== undefined);
    s.cannot(mayCorrect, { seq: entry.seq, reason: 'A slip', becomes: null }, 'sum-stands');
    s.cannot(mayCorrect, { seq: entry.seq, reason: 'A slip', becomes: entry }, 'sum-stands');
  }
  s.does(mayAnswerRemedy, { remedy, answer: 'declined', note: null });
  // An approved sum that changes is approved again, and the offer that stands takes the new amount then.
  s.as(kim)
    .does(mayWorkOutCompensation, sum({ remedy, heads: [carpet] }))
    .as(amir, 'manager');
  assert.equal(s.case.remedies[0]?.pence, 32_349);
  s.as('noor' as never, 'manager').does(mayApproveCompensation, yes);
  // Another amount is another offer.
  assert.deepEqual(
    s.case.remedies.map(({ pence, state }) => [pence, state]),
    [[12_349, 'offered']],
  );
});

test('an approved sum stays approved, and is paid, when what was worked out after it is sent back', () => {
  const s = upheld().does(mayWorkOutCompensation, sum({ heads: [distress] }));
  const remedy = theSum(s);
  const yes = { remedy, answer: 'approved', reason: null, limits } as const;
  s.as(amir, 'manager')
    .does(mayApproveCompensation, yes)
    .does(mayWorkOutCompensation, sum({ remedy, heads: [carpet] }))
    .does(mayWorkOutCompensation, sum({ remedy, heads: [carpet, rent] }))
    .as('noor' as never, 'manager')
    .cannot(mayPayCompensation, { remedy, how: 'cheque', reference: 'C1' }, 'not-approved-yet')
    .does(mayApproveCompensation, { ...yes, answer: 'sent-back', reason: 'No receipts' });
  const [stands] = s.case.worksheets;
  assert.equal(stands?.state, 'approved');
  assert.equal(stands?.approved?.by, amir);
  assert.deepEqual(stands?.workedOutBy, [amir, kim], 'the last is who worked out what stands');
  assert.ok(stands?.sentBack);
  assert.equal(remedyRows(s.case).compensation[0]?.total_pence, 20_000);
  s.does(mayPayCompensation, { remedy, how: 'cheque', reference: 'C1' });
  assert.equal(s.case.worksheets[0]?.paid?.pence, 20_000);
});

test('what the resident declined is neither paid nor held out to be paid until they accept it, worked out or offered alone', () => {
  const workedOut = upheld().does(mayWorkOutCompensation, sum());
  workedOut
    .as(amir, 'manager')
    .does(mayApproveCompensation, { remedy: theSum(workedOut), answer: 'approved', reason: null, limits });
  const offeredAlone = upheld().does(mayOfferRemedy, {
    stage: 1,
    kind: 'financial',
    points: [],
    text: 'For the wait',
    pence: 2_000,
    dueOn: null,
    aloneUpTo: 2_500,
  });
  for (const s of [workedOut, offeredAlone]) {
    const remedy = s.case.remedies[0]?.id as RemedyId;
    const isHeldOut = () => actsPossible(s.case, s.context()).some(({ act }) => act === 'pay-compensation');
    assert.ok(isHeldOut());
    s.does(mayAnswerRemedy, { remedy, answer: 'declined', note: null });
    assert.ok(!isHeldOut());
    s.cannot(mayPayCompensation, { remedy, how: 'cheque', reference: 'C1' }, 'declined');
    s.does(mayAnswerRemedy, { remedy, answer: 'accepted', note: null });
    assert.ok(isHeldOut());
    s.does(mayPayCompensation, { remedy, how: 'cheque', reference: 'C1' });
    assert.ok(!isHeldOut());
  }
});

test('negative, absurd and half-told amounts are refused in plain words, and money alone is not offered past the limit', () => {
  const tries: readonly (readonly [Working, string])[] = [
    [{ is: 'sum', pence: -500 }, 'amount-absurd'],
    [{ is: 'sum', pence: 0 }, 'amount-absurd'],
    [{ is: 'sum', pence: 999_999_999 }, 'amount-absurd'],
    [{ is: 'times', pence: 1_000, times: -2 }, 'times-absurd'],
    [{ is: 'receipts', pence: [100, -100] }, 'amount-absurd'],
    [{ is: 'right-to-repair', days: -1 }, 'days-absurd'],
    [{ ...rent.working, percent: 250 } as Working, 'percent-absurd'],
    [{ ...rent.working, until: day('2025-12-31') } as Working, 'period-backwards'],
  ];
  const s = upheld();
  for (const [working, code] of tries) {
    const decision = mayWorkOutCompensation(
      s.case,
      { ...sum({ heads: [{ head: 'distress', working, note: 'Why' }] }), on: s.today },
      s.context(),
    );
    assert.ok(!decision.ok && decision.refusals.some((one) => one.code === code), JSON.stringify(working));
  }
  s.cannot(mayWorkOutCompensation, sum({ heads: [] }), 'heads-missing')
    .cannot(mayWorkOutCompensation, sum({ heads: [{ ...distress, note: null }] }), 'why-missing')
    .cannot(mayWorkOutCompensation, sum({ text: ' ' }), 'text-missing')
    .cannot(
      mayOfferRemedy,
      { stage: 1, kind: 'financial', points: [], text: 'For the wait', pence: 15_000, dueOn: null, aloneUpTo: 2_500 },
      'above-the-limit',
    );
});

test('a limit is for a case: a sum in parts does not pass it, neither approved nor offered alone', () => {
  const s = upheld().as(kim, 'officer').does(mayWorkOutCompensation, sum()).does(mayWorkOutCompensation, sum());
  const [one, two] = s.case.worksheets.map(({ remedy }) => remedy as RemedyId);
  const yes = { answer: 'approved', reason: null, limits: { manager: 50_000 } } as const;
  s.as(amir, 'manager')
    .does(mayApproveCompensation, { ...yes, remedy: one as RemedyId })
    .cannot(mayApproveCompensation, { ...yes, remedy: two as RemedyId }, 'above-your-limit')
    .as('noor' as never, 'manager')
    .does(mayApproveCompensation, { ...yes, remedy: two as RemedyId });

  const alone = {
    stage: 1,
    kind: 'financial',
    points: [],
    text: 'For the wait',
    dueOn: null,
    aloneUpTo: 5_000,
  } as const;
  const t = upheld()
    .does(mayOfferRemedy, { ...alone, pence: 3_000 })
    .cannot(mayOfferRemedy, { ...alone, pence: 3_000 }, 'above-the-limit')
    .does(mayOfferRemedy, { ...alone, pence: 2_000 });
  const [first, second] = t.case.remedies.map(({ id }) => id);
  // Declined, it can still be accepted; worked out, it waits: neither makes room.
  t.does(mayAnswerRemedy, { remedy: first as RemedyId, answer: 'declined', note: null })
    .cannot(mayOfferRemedy, { ...alone, pence: 3_000 }, 'above-the-limit')
    .does(mayWorkOutCompensation, sum({ remedy: second as RemedyId }))
    .cannot(mayOfferRemedy, { ...alone, pence: 2_000 }, 'above-the-limit');
  assert.equal(t.case.remedies.length, 2);
});

test('an offer of money is of a sum that can be meant, whatever one person may offer alone', () => {
  const offer = { stage: 1, kind: 'financial', points: [], text: 'For the wait', dueOn: null } as const;
  const s = upheld();
  for (const aloneUpTo of [Number.MAX_SAFE_INTEGER, 0])
    for (const pence of [0, -1, 0.5, Number.NaN, mostPence + 1])
      s.cannot(mayOfferRemedy, { ...offer, pence, aloneUpTo }, 'amount-absurd');
  s.does(mayOfferRemedy, { ...offer, pence: mostPence, aloneUpTo: mostPence });
  assert.equal(s.case.remedies[0]?.pence, mostPence);
});

test('a landlord sets no limit and no tariff beyond what can be paid, and each line of its tariff in order', () => {
  const codes = (more: Partial<Parameters<typeof objectionsToAmountsSet>[0]>) =>
    objectionsToAmountsSet({ limits: {}, aloneUpTo: 0, tariff: {}, ...more }).map(({ field, code }) => [field, code]);
  const far = mostPence + 1;
  assert.deepEqual(codes({ limits: { officer: 0, reviewer: mostPence, manager: null }, aloneUpTo: mostPence }), []);
  assert.deepEqual(codes({ limits: { officer: far }, aloneUpTo: far }), [
    ['limit-officer', 'amount-absurd'],
    ['aloneUpTo', 'amount-absurd'],
  ]);
  assert.deepEqual(
    codes({ tariff: { distress: { fromPence: far, toPence: far }, loss: { fromPence: 2, toPence: 1 } } }),
    [
      ['from-distress', 'amount-absurd'],
      ['to-distress', 'amount-absurd'],
      ['to-loss', 'tariff-backwards'],
    ],
  );
  assert.deepEqual(
    codes({ tariff: { distress: { fromPence: 0, toPence: null }, loss: { fromPence: 2, toPence: 2 } } }),
    [],
  );
});

test('one person does not raise a sum that they offered alone by correcting it', () => {
  const s = upheld();
  s.does(mayOfferRemedy, {
    stage: 1,
    kind: 'financial',
    points: [],
    text: 'For the wait',
    pence: 2_000,
    dueOn: null,
    aloneUpTo: 2_500,
  });
  const offer = s.case.history.find(({ what }) => what.type === 'RemedyOffered');
  assert.ok(offer?.what.type === 'RemedyOffered');
  const { seq, what, happenedOn } = offer;
  const to = (pence: number) => ({
    seq,
    reason: 'Typed wrongly',
    becomes: { what: { ...what, pence }, happenedOn },
    aloneUpTo: 2_500,
  });
  s.cannot(mayCorrect, to(90_000), 'above-the-limit');
  for (const pence of [0, 0.5, mostPence + 1])
    s.cannot(mayCorrect, { ...to(pence), aloneUpTo: Number.MAX_SAFE_INTEGER }, 'amount-absurd');
  s.does(mayCorrect, to(2_500));
  assert.equal(s.case.remedies[0]?.pence, 2_500);
});

test('a sum that is worked out anew with a day to pay by is due by that day, in its letter and in every list', () => {
  const s = upheld()
    .as(kim)
    .does(mayWorkOutCompensation, sum({ dueOn: null }));
  const remedy = s.case.worksheets[0]?.remedy ?? assert.fail('nothing was worked out');
  const yes = { remedy, answer: 'approved', reason: null, limits } as const;
  s.as(amir, 'manager').does(mayApproveCompensation, yes);
  s.as(kim).does(mayWorkOutCompensation, sum({ remedy }));
  assert.equal(s.case.remedies[0]?.dueOn, null, 'it is not approved yet');
  s.as(amir, 'manager').does(mayApproveCompensation, yes);
  assert.equal(s.case.remedies[0]?.dueOn, '2026-04-20');
  assert.equal(owedRemedies(s.case)[0]?.due, '2026-04-20');
});

test('an offer can be taken back until an answer has told it', () => {
  const s = upheld().does(mayOfferRemedy, {
    stage: 1,
    kind: 'apology',
    points: [],
    text: 'An apology from the head of repairs',
    pence: null,
    dueOn: null,
  });
  const entry = s.case.history.find(({ what }) => what.type === 'RemedyOffered');
  assert.ok(entry !== undefined);
  const back = { seq: entry.seq, reason: 'Meant for another case', becomes: null };
  s.answers().cannot(mayCorrect, back, 'offer-stands');
});

test('right to repair is doubted where the landlord is no council or the home is not rented', () => {
  const repair: HeadWorkedOut = { head: 'statutory', working: { is: 'right-to-repair', days: 3 }, note: null };
  const by = (landlord: WorkOutCompensationRequest['landlord']) => sum({ heads: [repair], landlord });
  upheld().does(mayWorkOutCompensation, by('council')).noWarning();
  upheld()
    .does(mayWorkOutCompensation, by('other'))
    .warns(/for tenants of councils\. Check that the tenancy/);
  upheld()
    .does(mayWorkOutCompensation, by(null))
    .warns(/nobody has set what kind of landlord/);
  aComplaint({ received: '2026-03-02', tenure: 'leasehold' })
    .acknowledges()
    .does(mayWorkOutCompensation, by('council'))
    .warns(/not recorded as rented from us/);
});

test('nothing goes against a debt that gives back their own money, is disputed, or was ordered; the rest needs reasons and consent', () => {
  const asked: SetOffAsked = {
    pence: 5_000,
    disputed: false,
    ordered: false,
    orderSaysSo: false,
    notOrdered: null,
    reason: 'They asked for it',
    impact: 'No court costs',
    consent: 'By phone on 3 March',
  };
  const s = upheld();
  const may = (more: Partial<SetOffAsked>) => sum({ heads: [distress, carpet], setOff: { ...asked, ...more } });
  for (const pence of [0, -1, 0.5, Number.NaN, mostPence + 1])
    s.cannot(mayWorkOutCompensation, may({ pence }), 'set-off-absurd');
  s.cannot(mayWorkOutCompensation, may({ pence: 20_001 }), 'set-off-own-money')
    .cannot(mayWorkOutCompensation, may({ disputed: true }), 'set-off-disputed')
    .cannot(mayWorkOutCompensation, may({ ordered: true }), 'set-off-ordered')
    .cannot(
      mayWorkOutCompensation,
      may({ reason: null, impact: '', consent: null }),
      'set-off-reason-missing',
      'set-off-impact-missing',
      'set-off-consent-missing',
    )
    .cannot(
      mayWorkOutCompensation,
      may({ disputed: null, ordered: null }),
      'set-off-disputed-missing',
      'set-off-ordered-missing',
    )
    .does(mayWorkOutCompensation, may({ ordered: true, orderSaysSo: true }));
  s.as(amir, 'manager').does(mayApproveCompensation, { remedy: theSum(s), answer: 'approved', reason: null, limits });
  const [offered] = s.case.remedies;
  assert.ok(offered);
  assert.match(
    remedyWords(offered, { case: s.case, say: (words) => words, today: s.today }),
    /£50 of it goes towards what you owe us, and we pay you £273\.49\./,
  );
  // While the Ombudsman's order to pay is open, another sum is set off only with a reason why it is another.
  const told = upheld().happens({
    type: 'OrderMade',
    ombudsman: 'HOS',
    order: 'order-1' as never,
    binding: true,
    wider: false,
    dueOn: null,
    pence: 20_000,
    owner: null,
    words: 'Pay £200' as never,
  });
  const why = 'It is for the carpet alone';
  told
    .cannot(mayWorkOutCompensation, may({}), 'set-off-not-ordered-missing')
    .does(mayWorkOutCompensation, may({ notOrdered: why }));
  assert.deepEqual(whySetOffAsked(told.case.worksheets[0]?.setOff?.reason ?? ''), {
    reason: 'They asked for it',
    notOrdered: why,
  });
});

test('what is no plain amount at the end of a line is not read as one', () => {
  for (const line of [
    'Carpet -£120.00',
    'Carpet - 120.00',
    '−£50',
    '– £ 50',
    'Sofa 1 200.00',
    'Sofa 1\u00a0200',
    'Carpet',
    'Carpet 3 x £120.00',
    'Carpets, 3 at £120',
    'Bus 2026',
    'Curtains 12,50',
  ])
    assert.equal(receiptsIn(line), null, line);
  assert.deepEqual(
    receiptsIn('Carpet 120.00\nSofa 1,200.00\n\nRoom 2 £150\nTwo-seater 80'),
    [12_000, 120_000, 15_000, 8_000],
  );
});

test('arithmetic is exact in pence, half up, and shown', () => {
  assert.equal(
    sumInWords(rent.working),
    '£112.34 a week ÷ 7 × 25% × 45 days, from 5 January 2026 to 18 February 2026 = £180.55',
  );
  assert.equal(sumInWords({ is: 'right-to-repair', days: 30 }), '£10 + 30 days × £2, at most £50 = £50');
  assert.equal(sumInWords({ is: 'times', pence: 1_050, times: 3 }), '3 × £10.50 = £31.50');
  const from = day('2025-01-01');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200_000 }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 0, max: 3_000 }),
      fc.constantFrom('week', 'month'),
      (rentPence, percent, n, every) => {
        const got = penceOf({
          is: 'share-of-rent',
          rentPence,
          every,
          percent,
          from,
          until: addDays(from, n),
        } as Working);
        const [top, bottom] =
          every === 'week'
            ? [BigInt(rentPence) * BigInt(percent) * BigInt(n + 1), 700n]
            : [BigInt(rentPence) * 12n * BigInt(percent) * BigInt(n + 1), 36_500n];
        assert.equal(BigInt(got), (2n * top + bottom) / (2n * bottom));
      },
    ),
  );
  assert.equal(limitFor(['officer', 'manager'], limits), null);
  assert.equal(limitFor(['officer', 'reviewer'], limits), 10_000);
  assert.equal(limitFor(['reviewer'], limits), 0);
});

test('every kind of remedy says what it answers; what stage 2 gives and stage 1 did not is seen', () => {
  const s = aComplaint({ received: '2026-03-02' }).acknowledges().decides('not-upheld').learns();
  const offer = { stage: 1, kind: 'apology', points: [], text: 'We are sorry', pence: null, dueOn: null } as const;
  s.does(mayOfferRemedy, { ...offer, impact: 'You slept in the living room' }).recorded('ImpactFound');
  const [first] = s.case.remedies;
  assert.ok(first);
  assert.equal(beyondStage1(s.case, first), null);
  assert.match(
    remedyWords(first, { case: s.case, say: (words) => words, today: s.today }),
    /We are sorry\. It answers what this meant for you: You slept in the living room\./,
  );
  s.answers().on('2026-04-01').escalates().acknowledges(2).as(amir, 'reviewer');
  s.does(mayOfferRemedy, { ...offer, stage: 2, kind: 'policy-changed', text: 'We will ring first' });
  s.does(mayOfferRemedy, { ...offer, stage: 2 });
  assert.deepEqual(
    s.case.remedies.map((one) => beyondStage1(s.case, one)),
    [null, 'not-offered', null],
  );
});

test('an injury is flagged and told, and the complaint goes on; words that close a door need a named adviser', () => {
  const s = upheld();
  s.cannot(mayNoticeClaim, { claim: 'injury', text: '', handedTo: null }, 'text-missing')
    .does(mayNoticeClaim, { claim: 'injury', text: 'She fell on the stairs', handedTo: 'Northern Insurance' })
    .warns(/The complaint goes on/)
    .stands('investigating', 1);
  const [claim] = s.case.claims;
  assert.ok(claim);
  assert.match(claimWords(claim, { say: (words) => words }), /It is with Northern Insurance.*takes nothing from it\./);
  s.cannot(
    mayTakeLegalAdvice,
    { about: [], adviser: '', reason: '' },
    'about-missing',
    'adviser-missing',
    'reason-missing',
  ).does(mayTakeLegalAdvice, { about: ['full-and-final'], adviser: 'Ms Shah', reason: 'A claim is in court' });
  assert.deepEqual(s.case.legalPhrases, ['full-and-final']);
});

test('words that close a door stand in no offer, promise or reason either, unless a named adviser said why', () => {
  const promised = { stage: 1, points: [], owner: null, team: repairs, agreedWithResident: true } as const;
  const dueOn = day('2026-04-20');
  const text = 'A new boiler, in full and final settlement';
  const s = upheld().does(mayPromiseAction, { ...promised, text: 'A new boiler', dueOn });
  const promise = s.case.promises[0]?.id as PromiseId;
  const offer = { stage: 1, kind: 'explanation', points: [], text: 'What went wrong', pence: null, dueOn } as const;
  const moves = { promise, newDate: day('2026-04-24'), reason: text, residentTold: true };
  const ends = { promise, ground: 'moved', reason: text, replacedBy: null } as const;
  s.cannot(mayOfferRemedy, { ...offer, text }, 'legal-words')
    .cannot(mayOfferRemedy, { ...offer, impact: text }, 'legal-words')
    .cannot(mayWorkOutCompensation, sum({ text }), 'legal-words')
    .cannot(mayPromiseAction, { ...promised, text, dueOn }, 'legal-words')
    .cannot(mayMovePromise, moves, 'legal-words')
    .cannot(mayEndPromise, ends, 'legal-words')
    .does(mayTakeLegalAdvice, { about: ['full-and-final'], adviser: 'Ms Shah', reason: 'A claim is in court' })
    .does(mayOfferRemedy, { ...offer, text, impact: text })
    .does(mayWorkOutCompensation, sum({ text }))
    .does(mayPromiseAction, { ...promised, text, dueOn })
    .does(mayMovePromise, moves)
    .does(mayEndPromise, ends);
});
