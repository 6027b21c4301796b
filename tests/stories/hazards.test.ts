/** Hazards: known on a day of their own, counted in a way of their own, and never waiting for the complaint. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HazardPlan, mayPlanHazardSummary } from '../../src/complaint/hazard-plan.js';
import { fitsHazard, hazardActs, possibleHazards, waitsForAct, waitsForHandOver } from '../../src/complaint/hazards.js';
import type { LetterOut } from '../../src/complaint/letter-out.js';
import { mayBeginHazardWork } from '../../src/complaint/may/begin-hazard-work.js';
import { mayCorrect } from '../../src/complaint/may/correct.js';
import { mayHandOverHazard } from '../../src/complaint/may/hand-over-hazard.js';
import { mayIdentifyHome } from '../../src/complaint/may/identify-home.js';
import { mayInvestigateHazard } from '../../src/complaint/may/investigate-hazard.js';
import { mayMakeHazardSafe } from '../../src/complaint/may/make-hazard-safe.js';
import { mayNoticeHazard } from '../../src/complaint/may/notice-hazard.js';
import { mayOfferAccommodation } from '../../src/complaint/may/offer-accommodation.js';
import { mayPutOffHazardWork } from '../../src/complaint/may/put-off-hazard-work.js';
import { mayRuleOutHazard } from '../../src/complaint/may/rule-out-hazard.js';
import { maySendLetter } from '../../src/complaint/may/send-letter.js';
import { maySummariseHazard } from '../../src/complaint/may/summarise-hazard.js';
import { actsPossible } from '../../src/complaint/permitted.js';
import { entriesOfSending, lastSendingOf, sendingTakenBack } from '../../src/complaint/sending.js';
import { mayDoWithLetter } from '../../src/complaint/with-letter.js';
import { type Day, day } from '../../src/facts/days.js';
import type { HazardId, HomeId, LetterId, Tenure } from '../../src/facts/happened.js';
import { clockOf, clocksOf, firstHazard, noticed } from './hazard-clocks-of.js';
import { aComplaint, aContact, aLetter, noBehaviour, repairs, type Story } from './story.js';

const nextActs = (s: Story) =>
  actsPossible(s.case, s.context())
    .filter(({ next }) => next)
    .map(({ act }) => act);

test('damp goes from its awareness through investigation, summary, safety work and further work, each with its regulation', () => {
  const s = aComplaint({ received: '2026-03-13' });
  // Known on a Saturday: nothing rolls, so Monday is working day one.
  s.does(mayNoticeHazard, { ...noticed, on: '2026-03-07', kind: 'damp-and-mould' }).warns(/knew of this before/);
  const investigate = clockOf(s, 'investigate');
  assert.equal(investigate.due, '2026-03-20');
  assert.equal(investigate.regulation, 'regulation 6 of SI 2025/1042');
  assert.match(investigate.because.join(' '), /Working day one is Monday 9 March 2026/);
  assert.deepEqual(nextActs(s)[0], 'hand-over-hazard');
  s.does(mayHandOverHazard, { hazard: firstHazard(s), to: repairs, at: null, job: 'J-1', text: null });
  assert.equal(s.case.hazards.some(waitsForHandOver), false);

  s.cannot(
    maySummariseHazard,
    { on: '2026-03-13' as Day, hazard: firstHazard(s), how: 'email', text: 'Early', letter: null },
    'not-investigated',
  );
  s.on('2026-03-23').does(mayInvestigateHazard, {
    hazard: firstHazard(s),
    at: null,
    found: 'significant',
    furtherWork: true,
    text: 'Mould in two rooms',
  });
  assert.equal(clockOf(s, 'investigate').state, 'late');
  assert.equal(clockOf(s, 'investigate').lateBy, '1 working day');
  assert.equal(clockOf(s, 'summary').due, '2026-03-26');
  assert.equal(clockOf(s, 'make-safe').due, '2026-03-30');
  assert.equal(clockOf(s, 'further-work').due, '2026-03-30');
  s.cannot(
    maySummariseHazard,
    { on: '2026-03-23' as Day, hazard: firstHazard(s), how: 'phone', text: 'By phone', letter: null },
    'not-in-writing',
  );
  s.on('2026-03-26').does(maySummariseHazard, {
    hazard: firstHazard(s),
    how: 'email',
    text: 'What we found',
    letter: null,
  });
  assert.equal(clockOf(s, 'summary').state, 'met');
  s.does(mayPutOffHazardWork, { hazard: firstHazard(s), text: 'A surveyor is asked' });
  // Twelve weeks are calendar weeks, bank holidays and all.
  assert.equal(clockOf(s, 'further-work').due, '2026-06-15');
  s.on('2026-03-31');
  assert.equal(clockOf(s, 'make-safe').state, 'overdue');
  assert.match(clockOf(s, 'make-safe').otherwise ?? '', /alternative accommodation/);
  s.does(mayOfferAccommodation, { hazard: firstHazard(s), at: null, answer: 'moved', text: 'A flat nearby' });
  assert.equal(clockOf(s, 'make-safe').otherwise, null);
  s.on('2026-04-01').does(mayMakeHazardSafe, { hazard: firstHazard(s), at: null, text: 'Treated' });
  assert.equal(clockOf(s, 'make-safe').lateBy, '2 working days');
  s.on('2026-05-11').does(mayBeginHazardWork, { hazard: firstHazard(s), text: 'Gutters' });
  assert.deepEqual(
    clocksOf(s).filter(({ state }) => state === 'running' || state === 'overdue'),
    [],
  );
});

test('what can be recorded of a hazard, and what it waits for, is said in one place for menu, links and forms', () => {
  const s = aComplaint({ received: '2026-03-02' }).does(mayNoticeHazard, { ...noticed, kind: 'damp-and-mould' });
  const ofHazard = (asks: typeof fitsHazard) =>
    hazardActs.filter((act) => s.case.hazards.some((one) => asks(act, one)));
  const possible = () => actsPossible(s.case, s.context()).map(({ act }) => act);
  assert.deepEqual(ofHazard(waitsForAct), [
    'hand-over-hazard',
    'investigate-hazard',
    'make-hazard-safe',
    'offer-accommodation',
  ]);
  s.does(mayInvestigateHazard, {
    hazard: firstHazard(s),
    at: null,
    found: 'significant',
    furtherWork: false,
    text: 'Mould',
  });
  assert.ok(!ofHazard(fitsHazard).includes('put-off-hazard-work') && !possible().includes('put-off-hazard-work'));
  assert.ok(ofHazard(fitsHazard).includes('begin-hazard-work') && !ofHazard(waitsForAct).includes('begin-hazard-work'));
  s.cannot(mayPutOffHazardWork, { on: s.today, hazard: firstHazard(s), text: 'No part' }, 'no-work-owed');
  s.does(mayInvestigateHazard, {
    hazard: firstHazard(s),
    at: null,
    found: 'significant',
    furtherWork: true,
    text: 'Mould',
  });
  assert.ok(ofHazard(waitsForAct).includes('put-off-hazard-work') && possible().includes('put-off-hazard-work'));
  s.does(mayMakeHazardSafe, { hazard: firstHazard(s), at: null, text: 'Treated' });
  assert.ok(
    !ofHazard(fitsHazard).some((act) => ['hand-over-hazard', 'make-hazard-safe', 'offer-accommodation'].includes(act)),
  );
});

test('why work can’t begin yet, told after its day, moves nothing', () => {
  const s = aComplaint({ received: '2026-03-02' }).does(mayNoticeHazard, { ...noticed, kind: 'damp-and-mould' });
  s.does(mayInvestigateHazard, {
    hazard: firstHazard(s),
    at: null,
    found: 'significant',
    furtherWork: true,
    text: 'Mould',
  });
  s.on('2026-03-10')
    .does(mayPutOffHazardWork, { hazard: firstHazard(s), text: 'Late' })
    .warns(/moves nothing/);
  assert.equal(clockOf(s, 'further-work').due, '2026-03-09');
  assert.equal(clockOf(s, 'further-work').state, 'overdue');
});

test('an emergency has 24 hours to the minute, also over the nights on which the clocks change', () => {
  const s = aContact({ received: '2026-03-28' });
  s.does(mayNoticeHazard, { ...noticed, kind: 'gas', emergency: true, awareAt: '2026-03-28T14:30:00.000Z' });
  // The clocks go forward that night: 24 hours on, they show an hour more.
  assert.equal(clockOf(s, 'emergency-make-safe').dueAt, '2026-03-29T14:30:00.000Z');
  assert.match(clockOf(s, 'emergency-make-safe').because.join(' '), /end on Sunday 29 March 2026 at 15:30/);
  assert.equal(clockOf(s, 'emergency-make-safe', '2026-03-29T14:30:59.000Z').state, 'running');
  assert.equal(clockOf(s, 'emergency-make-safe', '2026-03-29T14:31:00.000Z').lateBy, '1 minute');
  s.on('2026-03-29').cannot(
    mayMakeHazardSafe,
    { on: '2026-03-29' as Day, hazard: firstHazard(s), at: null, text: 'Capped' },
    'time-missing',
  );
  // What is still to come has not happened, be it later the same day.
  const early = { on: '2026-03-29' as Day, hazard: firstHazard(s), at: '2026-03-29T14:30:00.000Z', text: 'Capped' };
  s.at('2026-03-29T09:00:30.000Z').cannot(mayMakeHazardSafe, early, 'time-to-come');
  s.cannot(
    mayNoticeHazard,
    { ...noticed, on: '2026-03-29' as Day, kind: 'gas', awareAt: '2026-03-29T09:01:00.000Z' },
    'time-to-come',
  );
  s.at('2026-03-29T14:30:30.000Z').does(mayMakeHazardSafe, early).at('2026-03-29T18:00:00.000Z');
  assert.equal(clockOf(s, 'emergency-make-safe').state, 'met');
  s.does(mayInvestigateHazard, {
    hazard: firstHazard(s),
    at: '2026-03-29T17:31:00.000Z',
    found: 'emergency',
    furtherWork: false,
    text: 'A loose joint',
  });
  assert.equal(clockOf(s, 'emergency-investigate').lateBy, '3 hours');
  assert.equal(clockOf(s, 'summary').due, '2026-04-01');
});

test('an emergency of unknown time is counted from the beginning of its day, and says so', () => {
  const s = aContact({ received: '2026-06-03' }).does(mayNoticeHazard, { ...noticed, kind: 'emergency' });
  const made = clockOf(s, 'emergency-make-safe');
  assert.equal(made.dueAt, '2026-06-03T23:00:00.000Z');
  assert.match(made.because.join(' '), /The time is not known, so the hours run from 00:00/);
});

test('looked into and found to be no emergency, the hours end and the days of a significant hazard begin', () => {
  const s = aContact({ received: '2026-06-03' });
  s.does(mayNoticeHazard, {
    ...noticed,
    kind: 'damp-and-mould',
    emergency: true,
    awareAt: '2026-06-03T08:00:00.000Z',
  }).does(mayInvestigateHazard, {
    hazard: firstHazard(s),
    at: '2026-06-03T10:00:00.000Z',
    found: 'significant',
    furtherWork: false,
    text: 'Mould, no danger at once',
  });
  assert.equal(clockOf(s, 'emergency-make-safe').state, 'ended');
  assert.equal(clockOf(s, 'make-safe').due, '2026-06-10');
  // And what nobody took for an emergency: the hours run from when that was found.
  const t = aContact({ received: '2026-06-03' }).does(mayNoticeHazard, { ...noticed, kind: 'damp-and-mould' });
  t.does(mayInvestigateHazard, {
    hazard: firstHazard(t),
    at: '2026-06-03T10:00:00.000Z',
    found: 'emergency',
    furtherWork: false,
    text: 'The ceiling is about to fall',
  });
  assert.equal(clockOf(t, 'emergency-make-safe').dueAt, '2026-06-04T10:00:00.000Z');
});

test('a hazard found harmless owes only the summary', () => {
  const s = aContact({ received: '2026-06-03' }).does(mayNoticeHazard, { ...noticed, kind: 'damp-and-mould' });
  s.does(mayInvestigateHazard, {
    hazard: firstHazard(s),
    at: null,
    found: 'none',
    furtherWork: true,
    text: 'A wet towel',
  });
  assert.deepEqual(
    clocksOf(s).map(({ duty, state }) => [duty, state]),
    [
      ['investigate', 'met'],
      ['summary', 'running'],
    ],
  );
});

test('the time set by law is for rented homes, by kind and date; everything else is flagged', () => {
  const of = (kind: 'damp-and-mould' | 'fire' | 'security', on: string, tenure: Tenure) => {
    const s = aComplaint({ received: on }).does(mayIdentifyHome, {
      home: 'a-home' as HomeId,
      tenure,
    } as never);
    return s.does(mayNoticeHazard, { ...noticed, kind });
  };
  assert.equal(clocksOf(of('damp-and-mould', '2026-03-02', 'LCRA')).length, 1);
  assert.equal(clocksOf(of('damp-and-mould', '2026-03-02', 'unknown')).length, 1);
  for (const tenure of ['LCHO', 'leasehold', 'other'] as const) {
    const flagged = of('damp-and-mould', '2026-03-02', tenure);
    assert.deepEqual(clocksOf(flagged), []);
    assert.ok(flagged.case.hazards.some(waitsForHandOver), 'it is handed over all the same');
  }
  assert.deepEqual(clocksOf(of('damp-and-mould', '2025-10-24', 'LCRA')), []);
  assert.deepEqual(clocksOf(of('fire', '2026-03-02', 'LCRA')), []);
  // No day of the second phase stands in a text of the law that we have read.
  assert.deepEqual(clocksOf(of('fire', '2026-12-01', 'LCRA')), []);
  assert.deepEqual(clocksOf(of('security', '2026-12-01', 'LCRA')), []);
  // Until a landlord records it.
  const second = { from: '2026-05-01' as Day, source: 'SI 2026/1' };
  const fires = [
    of('fire', '2026-04-30', 'LCRA'),
    of('fire', '2026-05-01', 'LCRA'),
    of('security', '2026-05-01', 'LCRA'),
  ];
  const counted = fires.map((s) => clocksOf(s.withRules({ hazardPhases: { second, third: null } })));
  assert.deepEqual(
    counted.map((all) => all.map(({ duty }) => duty)),
    [[], ['investigate'], []],
  );
  assert.match(counted[1]?.[0]?.because.join(' ') ?? '', /from Friday 1 May 2026, as your landlord recorded/);
});

test('a hazard runs on when the complaint is refused or withdrawn, and on a request for a service alike', () => {
  const refused = aContact({ received: '2026-03-02' }).does(mayNoticeHazard, { ...noticed, kind: 'damp-and-mould' });
  refused.refuses({ letter: aLetter() });
  assert.equal(clockOf(refused, 'investigate').state, 'running');
  assert.deepEqual(nextActs(refused), ['hand-over-hazard']);
  const request = aContact({ received: '2026-03-02' }).logs({
    kind: 'service-request',
    triage: null,
    voicesDissatisfaction: false,
  });
  request.does(mayNoticeHazard, { ...noticed, kind: 'damp-and-mould' });
  assert.equal(clockOf(request, 'investigate').due, '2026-03-16');
  request.does(mayHandOverHazard, { hazard: firstHazard(request), to: repairs, at: null, job: null, text: null });
});

test('what the first words seemed to tell of is recorded or ruled out with a reason, and until then waits on top', () => {
  const s = aContact({ received: '2026-03-02', hazards: ['water', 'emergency'] });
  assert.deepEqual(nextActs(s).slice(0, 2), ['notice-hazard', 'rule-out-hazard']);
  s.cannot(mayRuleOutHazard, { on: '2026-03-02' as Day, kinds: ['gas'], text: 'No' }, 'not-suggested');
  s.on('2026-03-03').does(mayRuleOutHazard, { kinds: ['emergency'], text: 'She is safe' });
  assert.deepEqual(possibleHazards(s.case), ['water']);
  s.does(mayNoticeHazard, { ...noticed, kind: 'water' }).warns(/first words/);
  assert.deepEqual(possibleHazards(s.case), []);
});

test('a day corrected takes a time of another day away with it', () => {
  const s = aContact({ received: '2026-06-03' }).does(mayNoticeHazard, {
    ...noticed,
    kind: 'emergency',
    awareAt: '2026-06-03T08:00:00.000Z',
  });
  const entry = s.case.history.findLast(({ what }) => what.type === 'HazardNoticed');
  assert.ok(entry && entry.what.type === 'HazardNoticed');
  const happenedOn = day('2026-06-02');
  s.does(mayCorrect, { seq: entry.seq, reason: 'A slip', becomes: { what: entry.what, happenedOn } });
  assert.equal(clockOf(s, 'emergency-make-safe').dueAt, '2026-06-02T23:00:00.000Z');
});

const plan: HazardPlan = {
  found: 'Mould in two rooms',
  safety: 'It is washed off',
  safeBy: day('2026-03-20'),
  further: 'A new gutter',
  furtherFrom: day('2026-03-23'),
  furtherBy: day('2026-04-10'),
  meanwhile: 'Keep out of the small room',
};

test('the summary goes as a letter of the case: its plan is whole first, its sending is the duty done, and not sent it is not', () => {
  const s = aComplaint({ received: '2026-03-13' });
  s.does(mayNoticeHazard, { ...noticed, on: '2026-03-13', kind: 'damp-and-mould' });
  s.cannot(mayPlanHazardSummary, { hazard: firstHazard(s), plan }, 'not-investigated');
  s.on('2026-03-17').does(mayInvestigateHazard, {
    hazard: firstHazard(s),
    at: null,
    found: 'significant',
    furtherWork: true,
    text: 'Mould in two rooms',
  });
  const planned = (more: Partial<HazardPlan>) => ({ hazard: firstHazard(s), plan: { ...plan, ...more } });
  s.does(mayPlanHazardSummary, planned({}))
    .cannot(mayPlanHazardSummary, planned({ safeBy: null }), 'day-missing')
    .cannot(mayPlanHazardSummary, planned({ safeBy: day('2026-03-16') }), 'day-past')
    .cannot(mayPlanHazardSummary, planned({ further: ' ' }), 'further-missing')
    .cannot(mayPlanHazardSummary, planned({ furtherBy: day('2026-03-22') }), 'ends-before-it-begins')
    .cannot(mayPlanHazardSummary, planned({ meanwhile: '' }), 'meanwhile-missing')
    .cannot(mayPlanHazardSummary, { hazard: 'another' as HazardId, plan }, 'no-such-hazard');

  const matter = { kind: 'hazard-summary', hazard: firstHazard(s) } as const;
  const request = (letter: LetterOut) => ({
    matter,
    letter,
    involved: [],
    approvalNeeded: false,
    wordsApproved: false,
    goodReason: null,
    agreed: null,
    behaviour: noBehaviour,
  });
  const letter = aLetter({ id: 'the-summary' as LetterId, how: 'post' });
  s.cannot(mayDoWithLetter, request({ ...letter, missing: ['It doesn’t say what was found.'] }), 'letter-misses')
    .cannot(maySendLetter, { kind: 'hazard-summary', stage: null, letter }, 'goes-with-its-act')
    .on('2026-03-20')
    .does(mayDoWithLetter, request(letter));
  assert.equal(clockOf(s, 'summary').state, 'met');
  const sent = lastSendingOf(s.case, letter.id);
  assert.ok(sent !== null);
  assert.deepEqual(
    entriesOfSending(s.case, sent).map(({ what }) => what.type),
    ['HazardSummaryGiven', 'LetterSent'],
  );
  // It did not leave: nothing was given.
  const taken = sendingTakenBack(s.case, sent, 'It could not be delivered', s.context());
  assert.equal(taken.length, 2);
});

test('an emergency that is found to be a significant hazard has days to be made safe from there, and the look has its time', () => {
  const s = aComplaint({ received: '2026-03-13' });
  s.does(mayNoticeHazard, { ...noticed, kind: 'damp-and-mould', awareAt: '2026-03-13T09:00:00.000Z' });
  const look = { hazard: firstHazard(s), furtherWork: false, text: 'Water runs into the lights' } as const;
  s.does(mayInvestigateHazard, { ...look, at: '2026-03-13T11:00:00.000Z', found: 'emergency' });
  assert.equal(clockOf(s, 'emergency-make-safe').state, 'running');
  const again = { ...look, found: 'significant', text: 'Switched off; the leak goes on' } as const;
  s.cannot(mayInvestigateHazard, { ...again, at: null }, 'time-missing');
  s.does(mayInvestigateHazard, { ...again, at: '2026-03-13T15:00:00.000Z' });
  assert.equal(clockOf(s, 'emergency-make-safe').state, 'ended');
  assert.equal(clockOf(s, 'make-safe').due, '2026-03-20');
  s.on('2026-03-23');
  assert.equal(clockOf(s, 'make-safe').state, 'overdue');
});

test('an emergency that was made safe before somebody looked again owes nothing more to make it safe', () => {
  const s = aComplaint({ received: '2026-03-13' });
  s.does(mayNoticeHazard, { ...noticed, kind: 'damp-and-mould', awareAt: '2026-03-13T09:00:00.000Z' });
  const look = { hazard: firstHazard(s), furtherWork: true, text: 'Water runs into the lights' } as const;
  s.does(mayInvestigateHazard, { ...look, at: '2026-03-13T11:00:00.000Z', found: 'emergency' });
  s.does(mayMakeHazardSafe, { hazard: firstHazard(s), at: '2026-03-13T12:00:00.000Z', text: 'Isolated and dried' });
  s.does(mayInvestigateHazard, { ...look, at: '2026-03-13T15:00:00.000Z', found: 'significant' });
  assert.equal(clockOf(s, 'emergency-make-safe').state, 'met');
  assert.equal(
    clocksOf(s).some(({ duty }) => duty === 'make-safe'),
    false,
  );
});
