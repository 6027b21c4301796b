/** The clocks of whole cases, as their history tells them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Case, replay } from '../../src/complaint/case.js';
import {
  type Clock,
  type ClockKind,
  type ClockRules,
  clocks,
  clocksOrWhyNot,
  noTargets,
} from '../../src/complaint/clocks.js';
import { englandAndWales } from '../../src/facts/calendar.js';
import { day } from '../../src/facts/days.js';
import type {
  CaseId,
  Entry,
  Happening,
  HappeningOf,
  LetterId,
  PromiseId,
  RequestId,
  StaffId,
  TeamId,
  Words,
} from '../../src/facts/happened.js';

const rules: ClockRules = { calendar: englandAndWales, startOnDayOff: 'rolls', targets: noTargets };
const words = 'w' as Words;
const letter = 'l' as LetterId;

function told(...happened: readonly (readonly [string, Happening])[]): Case {
  const entries = happened.map(
    ([on, what], i): Entry => ({
      seq: i + 1,
      happenedOn: day(on),
      recordedAt: `${on}T12:00:00.000Z`,
      recordedBy: { staff: 'kim' as StaffId },
      what,
    }),
  );
  return replay('case' as CaseId, 'PR-1', entries);
}

function clock(c: Case, kind: ClockKind, today: string, by = rules): Clock {
  const found = clocks(c, by, day(today)).filter((k) => k.kind === kind);
  assert.equal(found.length, 1, `${found.length} clocks of ${kind}`);
  return found[0] as Clock;
}

const received: Happening = {
  type: 'Received',
  channel: 'phone',
  firstHeardBy: 'contractor',
  words,
  files: [],
  person: null,
  home: null,
  tenure: 'LCRA',
  group: [],
  hazards: [],
};
const logged: Happening = { type: 'Logged', kind: 'complaint', area: null, category: null, hazards: [], triage: null };
const acknowledged = (stage: 1 | 2, how: 'phone' | 'post' = 'post'): Happening => ({
  type: 'Acknowledged',
  stage,
  how,
  letter: null,
  note: null,
  ombudsmanDetails: true,
});
const definition = (stage: 1 | 2): Happening => ({ type: 'DefinitionSetOut', stage, points: [], letter });
const answered = (stage: 1 | 2): Happening => ({
  type: 'ResponseSent',
  stage,
  how: 'post',
  letter,
  involved: [],
  outcome: 'upheld',
});
const extended = (stage: 1 | 2, newDate: string): HappeningOf<'Extended'> => ({
  type: 'Extended',
  stage,
  newDate: day(newDate),
  reason: words,
  goodReason: null,
  agreed: null,
  ombudsmanDetails: true,
  inWriting: true,
  letter,
  because: null,
});

test('a contact that no one has logged yet runs as a complaint, and says so', () => {
  const c = told(['2026-03-02', received]);
  const acknowledge = clock(c, 'stage-1-acknowledgement', '2026-03-03');
  assert.equal(acknowledge.due, '2026-03-09');
  assert.match(acknowledge.because[0] ?? '', /has not been logged yet/);
});

test('what is logged as something else has no clocks of the Code', () => {
  const c = told(['2026-03-02', received], ['2026-03-03', { ...logged, kind: 'service-request' } as Happening]);
  assert.deepEqual(clocks(c, rules, day('2026-03-20')), []);
});

test('a call acknowledges on its day; defined after the fifth day, 6.2 is late, and 6.3 runs from the call', () => {
  const c = told(['2026-03-02', received], ['2026-03-03', logged], ['2026-03-04', acknowledged(1, 'phone')]);
  assert.equal(clock(c, 'stage-1-acknowledgement', '2026-03-06').state, 'running');
  assert.equal(clock(c, 'stage-1-acknowledgement', '2026-03-10').state, 'overdue');
  assert.equal(clock(c, 'stage-1-response', '2026-03-10').due, '2026-03-18');
  const defined = told(
    ['2026-03-02', received],
    ['2026-03-03', logged],
    ['2026-03-04', acknowledged(1, 'phone')],
    ['2026-03-11', definition(1)],
  );
  const acknowledge = clock(defined, 'stage-1-acknowledgement', '2026-03-12');
  assert.deepEqual([acknowledge.state, acknowledge.doneOn, acknowledge.workingDaysLate], ['late', '2026-03-11', 2]);
});

test('an imported case has one date for the acknowledgement, which stands for all three', () => {
  const c = told(
    ['2026-03-02', received],
    ['2026-03-02', { type: 'Imported', source: 'register', rowDigest: 'x', kindAsWritten: null, unknown: [] }],
    ['2026-03-20', logged],
    ['2026-03-05', acknowledged(1)],
  );
  const acknowledge = clock(c, 'stage-1-acknowledgement', '2026-03-20');
  assert.deepEqual([acknowledge.state, acknowledge.doneOn], ['met', '2026-03-05']);
});

const refused: Happening = {
  type: 'ComplaintRefused',
  ground: 'already-considered',
  filedOn: null,
  issueOn: null,
  circumstances: words,
  discretion: null,
  reasons: words,
  letter: null,
};

test('a refusal ends the clocks; overturned by the Ombudsman, 6.2 starts again that day and the interval is shown', () => {
  const before = [
    ['2026-03-02', received],
    ['2026-03-03', logged],
    ['2026-03-04', acknowledged(1)],
    ['2026-03-04', definition(1)],
    ['2026-03-06', refused],
  ] as const;
  const c = told(...before);
  assert.equal(clock(c, 'stage-1-response', '2026-05-01').state, 'ended');
  const again = told(...before, ['2026-05-01', { type: 'RefusalOverturned', by: 'ombudsman', reasons: words }]);
  const acknowledge = clock(again, 'stage-1-acknowledgement', '2026-05-05');
  assert.deepEqual([acknowledge.from, acknowledge.due, acknowledge.state], ['2026-05-01', '2026-05-11', 'running']);
  assert.match(
    acknowledge.because[0] ?? '',
    /refused on Friday 6 March 2026 and the refusal was overturned on Friday 1 May 2026/,
  );
  assert.equal(clock(again, 'stage-1-response', '2026-05-05').provisional, true);
});

test('a refused request for stage 2 ends the clocks of stage 2 and leaves stage 1 as it was', () => {
  const c = told(
    ['2026-03-02', received],
    ['2026-03-03', logged],
    ['2026-03-04', acknowledged(1)],
    ['2026-03-16', answered(1)],
    ['2026-03-20', { type: 'EscalationRequested', channel: 'phone', from: null, points: 'all', words: null }],
    [
      '2026-03-24',
      {
        type: 'EscalationRefused',
        ground: 'legal-proceedings',
        filedOn: day('2026-03-19'),
        circumstances: words,
        reasons: words,
        letter: null,
      },
    ],
  );
  assert.equal(clock(c, 'stage-1-response', '2026-06-01').state, 'met');
  assert.equal(clock(c, 'stage-2-acknowledgement', '2026-06-01').state, 'ended');
  assert.equal(clock(c, 'stage-2-response', '2026-06-01').state, 'ended');
});

test('an update is due by the agreed interval from the last one, until the answer is sent', () => {
  const interval: Happening = {
    type: 'UpdateIntervalAgreed',
    stage: 1,
    everyWorkingDays: 5,
    agreedWithResident: true,
    note: null,
  };
  const update: Happening = { type: 'UpdateGiven', stage: 1, how: 'phone', words, letter: null };
  const begun = [
    ['2026-03-02', received],
    ['2026-03-02', logged],
    ['2026-03-04', acknowledged(1)],
    ['2026-03-18', interval],
  ] as const;
  assert.equal(clock(told(...begun), 'update', '2026-03-19').due, '2026-03-25');
  const updated = clock(told(...begun, ['2026-03-27', update]), 'update', '2026-04-13');
  assert.deepEqual(
    [updated.provision, updated.due, updated.state, updated.workingDaysLate],
    ['5.9', '2026-04-07', 'overdue', 4],
  );
  const over = clocks(told(...begun, ['2026-03-27', answered(1)]), rules, day('2026-04-13'));
  assert.equal(
    over.some((k) => k.kind === 'update'),
    false,
  );
});

test('a promise runs on after its stage, moves when it is moved, and is done on its day', () => {
  const promise = 'p' as PromiseId;
  const promised: Happening = {
    type: 'ActionPromised',
    promise,
    stage: 1,
    points: [],
    words,
    owner: null,
    team: null,
    dueOn: day('2026-04-11'),
    agreedWithResident: true,
  };
  const begun = [
    ['2026-03-02', received],
    ['2026-03-02', logged],
    ['2026-03-10', promised],
    ['2026-03-10', answered(1)],
  ] as const;
  const running = clock(told(...begun), 'promise', '2026-04-11');
  assert.deepEqual(
    [running.provision, running.due, running.state, running.about],
    ['6.6', '2026-04-11', 'running', promise],
  );
  const moved: Happening = {
    type: 'ActionMoved',
    promise,
    newDate: day('2026-05-01'),
    reason: words,
    residentTold: true,
  };
  const done: Happening = { type: 'ActionDone', promise, proof: words, files: [] };
  const late = clock(told(...begun, ['2026-04-10', moved], ['2026-05-02', done]), 'promise', '2026-06-01');
  assert.deepEqual([late.due, late.state, late.workingDaysLate], ['2026-05-01', 'late', 1]);
  assert.equal(
    clock(
      told(...begun, ['2026-04-12', { type: 'ActionEnded', promise, reason: words, residentTold: true }]),
      'promise',
      '2026-06-01',
    ).state,
    'late',
  );
});

test('a request to a team runs to the day asked for, and ends with its stage', () => {
  const asked: Happening = {
    type: 'InformationAsked',
    request: 'r' as RequestId,
    stage: 1,
    of: 'repairs' as TeamId,
    contractor: false,
    dueOn: day('2026-03-12'),
    words,
  };
  const begun = [
    ['2026-03-02', received],
    ['2026-03-02', logged],
    ['2026-03-05', asked],
  ] as const;
  assert.deepEqual(
    [clock(told(...begun), 'request', '2026-03-13').state, clock(told(...begun), 'request', '2026-03-13').provision],
    ['overdue', null],
  );
  assert.equal(clock(told(...begun, ['2026-03-10', answered(1)]), 'request', '2026-03-20').state, 'ended');
});

test("the landlord's stricter aim stands beside the Code's date, and a laxer one is no aim", () => {
  const by: ClockRules = { ...rules, targets: { ...noTargets, stage1Acknowledgement: 2, stage1Response: 15 } };
  const c = told(
    ['2026-03-02', received],
    ['2026-03-02', logged],
    ['2026-03-05', acknowledged(1)],
    ['2026-03-05', definition(1)],
  );
  assert.deepEqual(clock(c, 'stage-1-acknowledgement', '2026-03-06', by).target, { due: '2026-03-04', met: false });
  assert.equal(clock(c, 'stage-1-response', '2026-03-06', by).target, null);
});

test('a case that runs past the known calendar is a sentence, not a fault', () => {
  const c = told(['2028-12-20', received], ['2028-12-20', logged]);
  const answer = clocksOrWhyNot(c, rules, day('2028-12-21'));
  assert.ok(!answer.ok && answer.words.startsWith('The calendar of working days is known from'));
});

test('an event that a clock ignores never moves it', () => {
  const ignored: readonly Happening[] = [
    { type: 'NoteMade', words, files: [] },
    { type: 'VulnerabilityTold', words },
    { type: 'MessageReceived', channel: 'email', from: null, words, files: [] },
    { type: 'Assigned', stage: 1, to: 'amir' as StaffId, team: null },
    { type: 'PositionHeard', stage: 1, from: { person: null }, words },
    { type: 'UpdateGiven', stage: 1, how: 'email', words, letter: null },
    { type: 'CauseFound', stage: 1, points: [], cause: 'delay', words: null },
    {
      type: 'RepresentativeAuthorised',
      person: 'p' as never,
      role: 'mp',
      authority: 'elected-member',
      evidence: null,
      until: null,
      note: null,
    },
    { type: 'SurveyAnswered', answers: [], words: null },
    { type: 'OmbudsmanEnquired', ombudsman: 'HOS', caseNumber: null, words, files: [] },
    { type: 'LetterDrafted', letter, kind: 'update', stage: 1 },
  ];
  const story = [
    ['2026-03-02', received],
    ['2026-03-03', logged],
    ['2026-03-05', acknowledged(1)],
    ['2026-03-06', definition(1)],
    ['2026-03-18', extended(1, '2026-03-30')],
    ['2026-03-27', answered(1)],
    [
      '2026-04-02',
      { type: 'EscalationRequested', channel: 'phone', from: null, points: 'all', words: null } as Happening,
    ],
    ['2026-04-09', acknowledged(2)],
    ['2026-04-09', definition(2)],
  ] as const;
  const today = day('2026-04-20');
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: story.length }),
      fc.array(fc.record({ what: fc.constantFrom(...ignored), after: fc.nat(100) }), { minLength: 1, maxLength: 6 }),
      (length, added) => {
        const plain = story.slice(0, length);
        const mixed: (readonly [string, Happening])[] = [...plain];
        for (const { what, after } of added) {
          const at = 1 + (after % mixed.length);
          mixed.splice(at, 0, [mixed[at - 1]?.[0] ?? '2026-03-02', what]);
        }
        assert.deepEqual(clocks(told(...mixed), rules, today), clocks(told(...plain), rules, today));
      },
    ),
  );
});
