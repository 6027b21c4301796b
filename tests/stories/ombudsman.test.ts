/** Whole cases at the Ombudsman: asked, extended, decided issue by issue, ordered, complied with; and what is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Case } from '../../src/complaint/case.js';
import { mayAnswerMoreTime } from '../../src/complaint/may/answer-more-time.js';
import { mayAnswerOnOrder } from '../../src/complaint/may/answer-on-order.js';
import { mayAnswerReview } from '../../src/complaint/may/answer-review.js';
import { mayAskMoreTime } from '../../src/complaint/may/ask-more-time.js';
import { mayAskReview } from '../../src/complaint/may/ask-review.js';
import { mayBeginInvestigation } from '../../src/complaint/may/begin-investigation.js';
import { mayComplyWithOrder } from '../../src/complaint/may/comply-with-order.js';
import { mayCorrect } from '../../src/complaint/may/correct.js';
import { mayDateOrder } from '../../src/complaint/may/date-order.js';
import { mayEndOmbudsmanCase } from '../../src/complaint/may/end-ombudsman-case.js';
import { mayOfferRemedy } from '../../src/complaint/may/offer-remedy.js';
import { maySendEvidence } from '../../src/complaint/may/send-evidence.js';
import { maySendOrderProof } from '../../src/complaint/may/send-order-proof.js';
import { mayTakeDetermination } from '../../src/complaint/may/take-determination.js';
import { mayTakeEnquiry } from '../../src/complaint/may/take-enquiry.js';
import { mayTakeEvidenceRequest } from '../../src/complaint/may/take-evidence-request.js';
import { mayTakeFailureNotice } from '../../src/complaint/may/take-failure-notice.js';
import { mayTakeOrder, type TakeOrderRequest } from '../../src/complaint/may/take-order.js';
import { mayWorkOutCompensation } from '../../src/complaint/may/work-out-compensation.js';
import { evidenceWaiting, ombudsmanCasesOf, ordersOf } from '../../src/complaint/ombudsman-case.js';
import { ombudsmanClocks } from '../../src/complaint/ombudsman-clocks.js';
import { ombudsmanReminderDue, remindedOf } from '../../src/complaint/ombudsman-reminders.js';
import { promisesRemindedOf, reminderDue } from '../../src/complaint/promise-reminders.js';
import type { Context, Decision } from '../../src/complaint/refusals.js';
import { addDays, day } from '../../src/facts/days.js';
import type { WhichOmbudsman } from '../../src/facts/happened.js';
import {
  findingKinds,
  findingsOf,
  ombudsmanFindingWords,
  overallFinding,
  whoseFinding,
} from '../../src/law/ombudsman-words.js';
import { figureRows } from '../../src/store/project-figures.js';
import { aComplaint, type Story, usualRules } from './story.js';

const received = '2026-03-02';
type May<R> = (c: Case, request: R, context: Context) => Decision;

function done<R extends { on: unknown }>(story: Story, may: May<R>, told: Omit<R, 'on'>): Story {
  const decision = may(story.case, { ...told, on: story.today } as unknown as R, story.context());
  assert.ok(decision.ok, decision.ok ? '' : decision.refusals.map(({ words }) => words).join(' '));
  for (const { what, on } of decision.happened) story.happens(what, on);
  return story;
}

function refused<R extends { on: unknown }>(story: Story, may: May<R>, told: Omit<R, 'on'>): readonly string[] {
  const decision = may(story.case, { ...told, on: story.today } as unknown as R, story.context());
  assert.ok(!decision.ok, 'it was allowed');
  return decision.refusals.map(({ code }) => code);
}

const theirs = (story: Story, ombudsman: WhichOmbudsman = 'HOS') =>
  ombudsmanCasesOf(story.case).find((one) => one.ombudsman === ombudsman);

const enquired = () =>
  done(aComplaint({ received }, 'The roof leaks', 'Nobody rang').on('2026-05-05'), mayTakeEnquiry, {
    ombudsman: 'HOS',
    caseNumber: null,
    text: 'What is happening?',
    files: [],
  });

const asked = () =>
  done(enquired().on('2026-05-11'), mayTakeEvidenceRequest, {
    ombudsman: 'HOS',
    caseNumber: '202612345',
    dueOn: day('2026-06-02'),
    text: 'Everything',
    files: [],
  });

const order = (more: Partial<TakeOrderRequest> = {}): Omit<TakeOrderRequest, 'on'> => ({
  ombudsman: 'HOS',
  kind: 'order',
  text: 'Pay £200',
  dueOn: day('2026-10-01'),
  statesNoDate: false,
  pence: 20_000,
  owner: null,
  ...more,
});

function determined(): Story {
  const story = done(asked().on('2026-05-29'), maySendEvidence, { answers: [], pages: 412, files: [] });
  const [leak] = story.case.points;
  return done(story.on('2026-09-03'), mayTakeDetermination, {
    ombudsman: 'HOS',
    caseNumber: '202612345',
    issues: [
      { points: [leak?.id as never], finding: 'maladministration', text: null },
      { points: [], finding: 'redress', text: 'How the complaint was handled' },
    ],
    files: [],
  });
}

test('most cases have no Ombudsman, and then nothing stands', () => {
  assert.deepEqual(ombudsmanCasesOf(aComplaint({ received }, 'x').case), []);
});

test('an enquiry, a request for evidence, more time asked for and agreed, then sent', () => {
  assert.equal(theirs(enquired())?.state, 'enquiry');
  const story = asked();
  assert.deepEqual(theirs(story)?.next, { what: 'evidence', dueOn: '2026-06-02' });
  assert.equal(theirs(story)?.caseNumber, '202612345');
  done(story.on('2026-05-20'), mayAskMoreTime, { request: null, newDate: day('2026-06-16'), reason: 'Surveys' });
  // Asked for is not agreed: the first day stands.
  assert.equal(theirs(story)?.next?.dueOn, '2026-06-02');
  done(story.on('2026-05-22'), mayAnswerMoreTime, {
    request: null,
    agreed: true,
    newDate: day('2026-06-09'),
    text: 'By e-mail',
  });
  assert.equal(theirs(story)?.next?.dueOn, '2026-06-09');
  assert.equal(theirs(story)?.evidence[0]?.extensions[0]?.to, '2026-06-16');
  const [clock] = ombudsmanClocks(story.case, usualRules, day('2026-06-10'));
  assert.deepEqual([clock?.due, clock?.state, clock?.workingDaysLate], ['2026-06-09', 'overdue', 1]);
  assert.match(
    clock?.because.join(' ') ?? '',
    /asked for by Tuesday 2 June 2026.*we asked for until Tuesday 16 June 2026: agreed on Friday 22 May 2026, so it is due on Tuesday 9 June/,
  );
  done(story.on('2026-06-09'), maySendEvidence, { answers: [], pages: 300, files: [] });
  assert.equal(theirs(story)?.state, 'evidence-sent');
  assert.equal(theirs(story)?.next, null);
});

test('a later request for evidence hides none before it: each has its day, its more time and its answer', () => {
  const recording = { ombudsman: 'HOS', caseNumber: null, text: 'One recording', files: [] } as const;
  const story = done(asked().on('2026-05-12'), mayTakeEvidenceRequest, { ...recording, dueOn: day('2026-06-30') });
  const waiting = () => evidenceWaiting(story.case).map(({ dueOn }) => dueOn);
  assert.deepEqual(theirs(story)?.next, { what: 'evidence', dueOn: '2026-06-02' });
  assert.equal(theirs(story)?.stateOn, '2026-05-11');
  const [all, one] = evidenceWaiting(story.case).map(({ seq }) => seq);
  const longer = { newDate: day('2026-07-07'), reason: 'Surveys' };
  assert.deepEqual(refused(story, mayAskMoreTime, { ...longer, request: null }), ['request-missing']);
  assert.deepEqual(refused(story, maySendEvidence, { answers: [], pages: 3, files: [] }), ['request-missing']);
  done(story, mayAskMoreTime, { ...longer, request: one ?? 0 });
  done(story, mayAnswerMoreTime, { request: one ?? 0, agreed: true, newDate: day('2026-07-03'), text: 'By e-mail' });
  assert.deepEqual(waiting(), ['2026-06-02', '2026-07-03']);
  done(story.on('2026-05-29'), maySendEvidence, { answers: [one ?? 0], pages: 3, files: [] });
  assert.deepEqual(theirs(story)?.next, { what: 'evidence', dueOn: '2026-06-02' });
  assert.deepEqual(refused(story, maySendEvidence, { answers: [one ?? 0], pages: 3, files: [] }), ['request-answered']);
  assert.deepEqual(
    ombudsmanClocks(story.case, usualRules, day('2026-06-03')).map(({ state, because }) => [state, because.length]),
    [
      ['overdue', 2],
      ['met', 3],
    ],
  );
  done(story.on('2026-06-02'), maySendEvidence, { answers: [all ?? 0], pages: 400, files: [] });
  assert.deepEqual([theirs(story)?.state, theirs(story)?.stateOn], ['evidence-sent', '2026-06-02']);
});

test('in older entries what was sent answers the last request, which stood for those before it', () => {
  const story = done(asked().on('2026-05-12'), mayTakeEvidenceRequest, {
    ombudsman: 'HOS',
    caseNumber: null,
    text: 'One recording',
    files: [],
    dueOn: day('2026-06-30'),
  });
  story.on('2026-06-01').happens({ type: 'BundleSent', files: [], pages: 3, answers: null });
  assert.deepEqual(evidenceWaiting(story.case), []);
  assert.equal(theirs(story)?.state, 'evidence-sent');
  assert.deepEqual(
    theirs(story)?.evidence.map(({ sentOn, replacedOn }) => [sentOn, replacedOn]),
    [
      [null, '2026-05-12'],
      ['2026-06-01', null],
    ],
  );
  const [first] = ombudsmanClocks(story.case, usualRules, day('2026-06-05'));
  assert.deepEqual([first?.state, first?.because.at(-1)], ['ended', 'It was asked for anew on Tuesday 12 May 2026.']);
});

test('more time that was refused leaves the date, and nothing is asked for that nobody waits for', () => {
  const story = done(asked(), mayAskMoreTime, { request: null, newDate: day('2026-06-16'), reason: 'Surveys' });
  done(story, mayAnswerMoreTime, { request: null, agreed: false, newDate: null, text: null });
  assert.equal(theirs(story)?.next?.dueOn, '2026-06-02');
  assert.deepEqual(refused(enquired(), mayAskMoreTime, { request: null, newDate: day('2026-06-16'), reason: 'x' }), [
    'no-evidence-asked',
  ]);
  assert.deepEqual(refused(asked(), mayAskMoreTime, { request: null, newDate: day('2026-05-30'), reason: 'x' }), [
    'not-later',
  ]);
  const agreed = { request: null, agreed: true, newDate: day('2026-06-03'), text: 'By e-mail' } as const;
  assert.deepEqual(refused(enquired(), mayAnswerMoreTime, agreed), ['no-evidence-asked']);
  // Until the second of June it has time already.
  for (const newDate of [day('2026-05-01'), day('2026-06-02')])
    assert.deepEqual(refused(asked(), mayAnswerMoreTime, { ...agreed, newDate }), ['not-later']);
  assert.deepEqual(refused(asked(), mayAnswerMoreTime, { ...agreed, newDate: null, text: ' ' }), [
    'new-date-missing',
    'text-missing',
  ]);
  assert.deepEqual(refused(enquired(), maySendEvidence, { answers: [], pages: 0, files: [] }), [
    'no-evidence-asked',
    'pages-unreadable',
  ]);
});

test('a determination has a finding for each issue; orders run until the proof of them was sent', () => {
  const story = determined();
  assert.equal(theirs(story)?.next?.what, 'learning');
  for (const told of [
    order(),
    order({ kind: 'recommendation', text: 'Train', pence: null, dueOn: null, statesNoDate: true }),
  ])
    done(story, mayTakeOrder, told);
  assert.equal(theirs(story)?.state, 'orders');
  assert.deepEqual(theirs(story)?.next, { what: 'order', dueOn: '2026-10-01' });
  const [binding] = ordersOf(story.case);
  const id = binding?.id as never;
  assert.deepEqual(refused(story, maySendOrderProof, { order: id, text: 'Sent', files: [] }), ['not-complied']);
  const paid = { order: id, proof: 'Paid', files: [] };
  assert.deepEqual(refused(story.on('2026-09-20'), mayComplyWithOrder, { ...paid, payment: null }), ['how-missing']);
  const debt = { how: 'rent-account', reference: 'R 1' } as const;
  assert.deepEqual(refused(story, mayComplyWithOrder, { ...paid, payment: debt }), ['not-to-rent-account']);
  done(story.on('2026-09-20'), mayComplyWithOrder, {
    order: id,
    proof: 'Paid',
    payment: { how: 'cheque', reference: 'C 1' },
    files: [],
  });
  assert.equal(theirs(story)?.next?.what, 'proof');
  done(story.on('2026-09-21'), maySendOrderProof, { order: id, text: 'The receipt', files: [] });
  assert.equal(theirs(story)?.state, 'decided');
  // The Ombudsman wants more: it is open again, and then it is satisfied.
  done(story.on('2026-09-25'), mayAnswerOnOrder, { order: id, accepted: false, text: 'Interest too' });
  assert.equal(theirs(story)?.state, 'orders');
  done(story.on('2026-09-26'), mayComplyWithOrder, {
    order: id,
    proof: 'Paid in full',
    payment: { how: 'cheque', reference: 'C 2' },
    files: [],
  });
  done(story.on('2026-09-30'), mayAnswerOnOrder, { order: id, accepted: true, text: null });
  assert.equal(ordersOf(story.case)[0]?.outstanding, false);
});

test('an order without a date is refused, or recorded as one whose date is to be asked', () => {
  const story = determined();
  assert.deepEqual(refused(story, mayTakeOrder, order({ dueOn: null })), ['due-missing']);
  assert.deepEqual(refused(story, mayTakeOrder, order({ statesNoDate: true })), ['due-twice']);
  assert.deepEqual(refused(story, mayTakeOrder, order({ dueOn: day('2026-09-02') })), ['due-before']);
  for (const pence of [-100, 0, 100_000_001, 1.5])
    assert.deepEqual(refused(story, mayTakeOrder, order({ pence })), ['pence-unreadable']);
  done(story, mayTakeOrder, order({ dueOn: null, statesNoDate: true }));
  assert.deepEqual(theirs(story)?.next, { what: 'order-date', dueOn: null });
  const id = ordersOf(story.case)[0]?.id as never;
  done(story.on('2026-09-10'), mayDateOrder, { order: id, dueOn: day('2026-10-08'), text: 'Its e-mail' });
  assert.equal(ordersOf(story.case)[0]?.dated[0]?.because, 'told');
  assert.deepEqual(refused(story, mayDateOrder, { order: id, dueOn: day('2026-10-01'), text: 'x' }), ['not-later']);
  done(story.on('2026-09-29'), mayDateOrder, { order: id, dueOn: day('2026-10-15'), text: 'It agreed' });
  assert.equal(ordersOf(story.case)[0]?.dated[1]?.because, 'extended');
});

test('no day that somebody sets lies past the calendar of working days', () => {
  const story = determined();
  const far = day('2199-12-31');
  const past = ['past-the-calendar'];
  assert.deepEqual(refused(story, mayTakeOrder, order({ dueOn: far })), past);
  done(story, mayTakeOrder, order({ dueOn: null, statesNoDate: true }));
  const id = ordersOf(story.case)[0]?.id as never;
  assert.deepEqual(refused(story, mayDateOrder, { order: id, dueOn: far, text: 'x' }), past);
  const all = { ombudsman: 'HOS', caseNumber: null, text: 'All', files: [] } as const;
  assert.deepEqual(refused(story, mayTakeEvidenceRequest, { ...all, dueOn: far }), past);
  done(story, mayTakeEvidenceRequest, { ...all, dueOn: day('2026-10-01') });
  assert.deepEqual(refused(story, mayAskMoreTime, { request: null, newDate: far, reason: 'x' }), past);
  assert.deepEqual(
    refused(story, mayAnswerMoreTime, { request: null, agreed: true, newDate: far, text: 'By e-mail' }),
    past,
  );
  const offer = { stage: 1, points: [], text: 'Words', dueOn: far } as const;
  assert.deepEqual(refused(story, mayOfferRemedy, { ...offer, kind: 'action-on-delay', pence: null }), past);
  const [remedy] = done(story, mayOfferRemedy, { ...offer, dueOn: null, kind: 'action-on-delay', pence: null }).case
    .remedies;
  const entry = story.case.history.find(({ what }) => what.type === 'RemedyOffered' && what.remedy === remedy?.id);
  assert.ok(entry?.what.type === 'RemedyOffered');
  const { seq, what, happenedOn } = entry;
  story.cannot(
    mayCorrect,
    { seq, reason: 'x', becomes: { what: { ...what, dueOn: far }, happenedOn } },
    'past-the-calendar',
  );
  const heads = [{ head: 'distress', working: { is: 'sum', pence: 100 }, note: 'Why' }] as const;
  assert.deepEqual(
    refused(story, mayWorkOutCompensation, {
      ...offer,
      landlord: null,
      remedy: null,
      heads,
      borneBy: 'landlord',
      setOff: null,
      files: [],
    }),
    past,
  );
});

test('a review waits for its answer, and learning since the determination is what counts', () => {
  const story = determined();
  assert.deepEqual(refused(enquired(), mayAskReview, { ombudsman: 'HOS', by: 'landlord', text: 'x' }), [
    'not-determined',
  ]);
  done(story.on('2026-09-10'), mayAskReview, { ombudsman: 'HOS', by: 'resident', text: 'The heating' });
  assert.equal(theirs(story)?.state, 'review');
  assert.deepEqual(refused(story, mayAskReview, { ombudsman: 'HOS', by: 'landlord', text: 'x' }), ['asked-already']);
  done(story.on('2026-10-10'), mayAnswerReview, { ombudsman: 'HOS', changed: false, text: 'It stands' });
  assert.equal(theirs(story)?.state, 'decided');
  assert.equal(theirs(story)?.learnedOn, null);
  story.happens({ type: 'LearningRecorded', stage: 1, learning: 'records', words: 'w' as never });
  assert.equal(theirs(story)?.learnedOn, '2026-10-10');
  assert.equal(theirs(story)?.next, null);
});

test('one determination counts once, and what a review changed as it stands since', () => {
  const story = determined();
  const decided = (finding: string, other: string, of = story) => ({
    ombudsman: 'HOS' as const,
    caseNumber: '202612345',
    issues: [
      { points: [of.point(1)], finding, text: null },
      { points: [], finding: other, text: 'How the complaint was handled' },
    ],
    files: [],
  });
  const counted = () => figureRows(story.case, []).determination.map(({ finding }) => finding);
  assert.deepEqual(refused(story, mayTakeDetermination, decided('maladministration', 'redress')), [
    'determined-already',
  ]);
  // Before that was refused it could be told twice.
  const [told] = story.case.history.filter(({ what }) => what.type === 'OmbudsmanDetermined');
  assert.ok(told?.what.type === 'OmbudsmanDetermined');
  story.happens(told.what);
  assert.deepEqual(counted(), ['maladministration', 'redress']);
  done(story.on('2026-09-10'), mayAskReview, { ombudsman: 'HOS', by: 'landlord', text: 'The surveyor came' });
  done(story.on('2026-10-10'), mayAnswerReview, { ombudsman: 'HOS', changed: true, text: 'He did' });
  assert.deepEqual(counted(), ['maladministration', 'redress'], 'until the new one is told');
  done(story.on('2026-10-12'), mayTakeDetermination, decided('no-maladministration', 'redress'));
  assert.deepEqual(counted(), ['no-maladministration', 'redress']);
  assert.equal(theirs(story)?.determinations[0]?.replacedOn, '2026-10-12');
  // Another decision, of no review, stands beside it.
  done(story.on('2026-11-02'), mayTakeDetermination, {
    ...decided('service-failure', 'redress'),
    caseNumber: '202699999',
  });
  assert.equal(counted().length, 4);
  // The changed one may be put down before the answer that announces it.
  const early = determined();
  done(early.on('2026-09-10'), mayAskReview, { ombudsman: 'HOS', by: 'resident', text: 'The heating' });
  done(early.on('2026-09-20'), mayTakeDetermination, decided('severe-maladministration', 'redress', early));
  done(early.on('2026-09-21'), mayAnswerReview, { ombudsman: 'HOS', changed: true, text: 'It did' });
  assert.deepEqual(
    theirs(early)?.determinations.map(({ replacedOn }) => replacedOn),
    ['2026-09-20', null],
  );
});

test('two Ombudsmen each have a case of their own, and what ended is not forgotten', () => {
  const story = asked();
  done(story.on('2026-05-12'), mayBeginInvestigation, {
    ombudsman: 'LGSCO',
    caseNumber: '26 000 123',
    text: null,
    files: [],
  });
  assert.deepEqual(
    ombudsmanCasesOf(story.case).map(({ ombudsman, state }) => [ombudsman, state]),
    [
      ['HOS', 'evidence-asked'],
      ['LGSCO', 'investigating'],
    ],
  );
  assert.deepEqual(
    refused(story, mayTakeDetermination, {
      ombudsman: 'LGSCO',
      caseNumber: '26 000 123',
      issues: [{ points: [], finding: 'maladministration', text: 'The register' }],
      files: [],
    }),
    ['not-its-finding'],
  );
  done(story, mayEndOmbudsmanCase, { ombudsman: 'LGSCO', text: 'Not for it' });
  assert.equal(theirs(story, 'LGSCO')?.state, 'ended');
  assert.deepEqual(refused(story, mayEndOmbudsmanCase, { ombudsman: 'joint', text: 'x' }), ['no-ombudsman-case']);
});

test('nothing but a number comes in as a number, and a notice is of a kind that was in use', () => {
  const told = { ombudsman: 'HOS', text: 'What is happening?', files: [] } as const;
  for (const caseNumber of ['Mrs Khan', 'her son is ill', '<b>1</b>', '1'.repeat(31)])
    assert.deepEqual(refused(enquired(), mayTakeEnquiry, { ...told, caseNumber }), ['case-number-unreadable']);
  const noticed = done(aComplaint({ received }, 'x').on('2026-05-05'), mayTakeFailureNotice, {
    kind: 'type-2',
    text: 'Evidence',
    files: [],
  });
  // What it orders by a day is an order like any other.
  done(noticed, mayTakeOrder, order());
  assert.equal(theirs(noticed)?.state, 'orders');
  const early = aComplaint({ received: '2024-06-03' }, 'x').on('2024-06-10');
  assert.deepEqual(refused(early, mayTakeFailureNotice, { kind: 'notice-not-submitted', text: 'x', files: [] }), [
    'kind-unknown',
  ]);
});

test('findings are data: eight of the Housing Ombudsman today, older labels in history, the other Ombudsman’s own', () => {
  const ids = (which: WhichOmbudsman, on: string) => findingsOf(which, day(on)).map(({ id }) => id);
  assert.equal(ids('HOS', '2026-09-03').length, 8);
  assert.ok(ids('HOS', '2022-09-01').includes('resolved-with-intervention'));
  assert.ok(ids('LGSCO', '2026-09-03').every((id) => whoseFinding(id) === 'LGSCO'));
  assert.deepEqual(
    ids('joint', '2026-09-03').length,
    ids('HOS', '2026-09-03').length + ids('LGSCO', '2026-09-03').length,
  );
  assert.equal(new Set(findingKinds.map(({ id }) => id)).size, findingKinds.length);
  assert.equal(overallFinding(['maladministration', 'redress', 'withdrawn']), 'Partial maladministration');
  assert.equal(overallFinding(['maladministration', 'outside-jurisdiction']), null);
  assert.equal(ombudsmanFindingWords('Service failure'), 'Service failure');
  assert.equal(ombudsmanFindingWords('An old one'), 'An old one');
});

test('reminders come a week of working days before, the day before, once late, and to managers a week late', () => {
  const { calendar } = usualRules;
  const due = day('2026-06-16'); // A Tuesday.
  const on = (today: string) => ombudsmanReminderDue(due, day(today), calendar);
  assert.deepEqual(
    [
      '2026-06-08',
      '2026-06-09',
      '2026-06-14',
      '2026-06-15',
      '2026-06-16',
      '2026-06-17',
      '2026-06-23',
      '2026-09-01',
    ].map(on),
    [null, 5, 5, 1, 1, -1, -5, null],
  );
  assert.equal(ombudsmanReminderDue(null, day('2026-06-08'), calendar), 0, 'what states no date is asked for');
});

test('whatever is brought to mind on a day is among what is looked through on that day', () => {
  const told = [0, 0];
  const { calendar } = usualRules;
  const steps = [
    [remindedOf, ombudsmanReminderDue],
    [promisesRemindedOf, reminderDue],
  ] as const;
  for (let today = day('2026-03-01'); today < '2027-03-01'; today = addDays(today, 1))
    for (const [i, [lookedAt, due]] of steps.entries()) {
      const { from, until } = lookedAt(today);
      for (let on = addDays(today, -40); on < addDays(today, 40); on = addDays(on, 1)) {
        if (due(on, today, calendar) === null) continue;
        told[i] = (told[i] ?? 0) + 1;
        assert.ok(from <= on && on <= until, `${on} is brought to mind on ${today}`);
      }
    }
  assert.ok(told.every((n) => n > 365));
});
