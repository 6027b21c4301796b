/** No point of a case may be left out of its letters, whatever became of it; and each letter goes to the right person. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../src/facts/days.js';
import type { CaseId, PersonId, PromiseId, RemedyId } from '../../src/facts/happened.js';
import { editions } from '../../src/law/words.js';
import { compose } from '../../src/letters/compose.js';
import { whoIsWrittenTo } from '../../src/letters/frame.js';
import { missing } from '../../src/letters/must-say.js';
import { plainText } from '../../src/letters/plain-text.js';
import type { LetterInput } from '../../src/letters/words.js';
import {
  acknowledged,
  amina,
  decided,
  defined,
  escalated,
  found,
  foundAgain,
  input,
  largePrint,
  point,
  raised,
  received,
  type Step,
  told,
  w,
} from './sample.js';

const textOf = (
  kind: 'acknowledgement' | 'stage-1-response' | 'final-response',
  steps: readonly Step[],
  today = '2026-03-25',
): string => plainText(compose(input({ kind }, steps, '2024', { today: day(today) })));
const on = '2026-03-19';

test('each point that is not ours names the right body', () => {
  const text = (whose: 'lgsco' | 'ico' | 'tribunal'): string =>
    textOf('acknowledgement', [...received('2024'), [on, defined(3, 'The rent rose too much', 'A lower rent', whose)]]);
  assert.match(text('lgsco'), /Local Government and Social Care Ombudsman\nPhone: 0300 061 0614/);
  assert.match(text('tribunal'), /First-tier Tribunal \(Property Chamber\)\nWebsite: www.gov.uk\/housing-tribunals/);
  assert.match(text('ico'), /you can also go to the Information Commissioner's Office/);
  const other = textOf('acknowledgement', [
    ...received('2024'),
    [
      on,
      { type: 'PointFoundNotOurs', point: point(3), whose: 'another', words: w('Your energy company owns the meter') },
    ],
  ]);
  assert.match(other, /not something that we are responsible for\. Your energy company owns the meter\./);
});

test('an answer that leaves out a body that can look at one of its points is stopped, in every edition', () => {
  for (const edition of editions) {
    for (const [kind, before] of [
      ['stage-1-response', found(edition)],
      ['final-response', foundAgain(edition)],
    ] as const) {
      const since: readonly Step[] = [
        [
          before.at(-1)?.[0] ?? '',
          { type: 'PointRoutesFound', point: point(1), about: 'transfer-both', routes: ['hos', 'lgsco', 'ico'] },
        ],
      ];
      const composed = compose(input({ kind }, before, edition));
      const about = input({ kind }, [...before, ...since], edition);
      assert.deepEqual(
        missing(composed, about).map(({ element, provision, point: about }) => [element, provision, about?.number]),
        [['further-routes', edition === '2024' ? '5.7' : null, 1]],
        `${kind} of ${edition}`,
      );
      const anew = compose(about);
      assert.deepEqual(missing(anew, about), []);
      const text = plainText(anew);
      for (const body of [
        'Housing Ombudsman Service',
        'Local Government and Social Care Ombudsman\nPhone',
        'www.ico.org.uk',
      ])
        assert.ok(text.includes(body), `${kind} of ${edition}: ${body}`);
    }
  }
});

test('a mixed point that is another’s to answer keeps the Housing Ombudsman for our part of it', () => {
  const mixed: readonly Step[] = [
    ...found('2024'),
    [on, { type: 'PointRoutesFound', point: point(3), about: 'transfer-both', routes: ['hos', 'lgsco'] }],
  ];
  const about = input({ kind: 'stage-1-response' }, mixed, '2024');
  const before = compose(input({ kind: 'stage-1-response' }, found('2024'), '2024'));
  assert.match(missing(before, about)[0]?.words ?? '', /Point 3 doesn't say that the Housing Ombudsman can look at it/);
  assert.deepEqual(missing(compose(about), about), []);
});

test('a point that was withdrawn, joined, split or split off is said to be so', () => {
  const text = textOf('stage-1-response', [
    ...found('2024'),
    [on, raised(4, 'The lift')],
    [on, raised(5, 'The lift again')],
    [on, raised(6, 'The bins and the parking')],
    [on, raised(7, 'The fence')],
    [on, { type: 'PointWithdrawn', point: point(4), words: w('Never mind') }],
    [on, { type: 'PointsJoined', into: point(1), joined: [point(5)], reason: w('Same') }],
    [
      on,
      {
        type: 'PointSplit',
        point: point(6),
        into: [
          { point: point(8), words: w('The bins') },
          { point: point(9), words: w('The parking') },
        ],
        reason: w('Two things'),
      },
    ],
    [on, { type: 'PointSplitOff', point: point(7), to: 'c2' as CaseId, because: 'unrelated', reason: w('Other') }],
  ]);
  assert.match(text, /Point 4: you asked us to take this out/);
  assert.match(text, /Point 5: this is about the same thing as point 1/);
  assert.match(text, /Point 6: this was about more than one thing/);
  assert.match(text, /Point 7: we have opened a new complaint for this/);
  for (const n of [1, 2, 3, 8, 9]) assert.match(text, new RegExp(`POINT ${n}\\n`));
});

test('a remedy for the whole complaint and a promise for two points are each said once, and counted', () => {
  const steps: readonly Step[] = [
    ...acknowledged('2024'),
    ['2026-03-20', decided(1, 1, 'upheld', 'The gutter above the bedroom leaks into the wall.', null)],
    ['2026-03-20', decided(2, 1, 'not-upheld', 'We rang on all three days and left messages.', null)],
    [
      '2026-03-20',
      {
        type: 'RemedyOffered',
        remedy: 'r9' as RemedyId,
        stage: 1,
        kind: 'financial',
        points: [],
        words: w('For your time and trouble'),
        pence: 125_000,
        dueOn: day('2026-04-20'),
      },
    ],
    [
      '2026-03-20',
      {
        type: 'ActionPromised',
        promise: 'a9' as PromiseId,
        stage: 1,
        points: [point(1), point(2)],
        words: w('Ring you every Monday until it is done'),
        owner: null,
        team: null,
        dueOn: day('2026-04-13'),
        agreedWithResident: true,
      },
    ],
  ];
  const about = input({ kind: 'stage-1-response' }, steps, '2024', { today: day('2026-03-25') });
  const text = plainText(compose(about));
  assert.deepEqual(missing(compose(about), about), []);
  assert.equal(text.split('We offer you £1,250 and will pay it by Monday 20 April 2026.').length, 2);
  assert.match(text, /until it is done\. By Monday 13 April 2026\. This is for point 2 too\./);
  assert.match(text, /1 upheld, 1 not upheld\./);
});

test('an answer that offers several sums says what they come to, to the penny, without what was declined or paid', () => {
  const offered = (id: string, points: readonly number[], pence: number, stage: 1 | 2 = 1): Step => [
    stage === 1 ? '2026-03-20' : '2026-04-20',
    {
      type: 'RemedyOffered',
      remedy: id as RemedyId,
      stage,
      kind: 'financial',
      points: points.map(point),
      words: w(`For what went wrong, part ${id}`),
      pence,
      dueOn: day(stage === 1 ? '2026-04-17' : '2026-05-15'),
    },
  ];
  const declined = (id: string, on: string): Step => [
    on,
    { type: 'RemedyDeclined', remedy: id as RemedyId, note: null },
  ];
  const first = (more: readonly Step[]) =>
    input({ kind: 'stage-1-response' }, [...found('2024'), ...more], '2024', { today: day('2026-03-25') });
  const inAll = (about: LetterInput): string | undefined => {
    assert.deepEqual(missing(compose(about), about), []);
    return /comes to (£[\d,.]*\d)\.\n/.exec(plainText(compose(about)))?.[1];
  };
  // £250 is offered for point 1 already: one sum is its own total.
  assert.equal(inAll(first([])), undefined);
  assert.equal(inAll(first([offered('r5', [2], 105_075)])), '£1,300.75');
  const three = [offered('r5', [2], 105_075), offered('r6', [], 1_001)];
  assert.equal(inAll(first(three)), '£1,310.76');
  assert.equal(inAll(first([...three, declined('r5', '2026-03-21')])), '£260.01');
  assert.equal(inAll(first([...three, declined('r5', '2026-03-21'), declined('r6', '2026-03-21')])), undefined);
  // Before stage 2 is answered, £250 of stage 1 is paid: £450.50 is offered alone, or with one sum more.
  const again = (more: readonly Step[]) =>
    input({ kind: 'final-response' }, [...foundAgain('2024'), ...more], '2024', { today: day('2026-04-21') });
  assert.equal(inAll(again([])), undefined);
  assert.equal(inAll(again([offered('r5', [1], 1, 2)])), '£450.51');
  // A letter of before the third sum lacks it, and its total is no longer right.
  const [two, now] = [first(three.slice(0, 1)), first(three)];
  assert.deepEqual(
    missing(compose(two), now).map(({ element }) => element),
    ['remedy'],
  );
  const silent = compose(now);
  const body = silent.body.filter((b) => b.block !== 'paragraph' || !b.text.includes('comes to'));
  assert.deepEqual(
    missing({ ...silent, body }, now).map(({ words }) => words),
    [
      "The letter offers several sums and doesn't say what they come to. Put this sentence in: All the money that we offer you in this letter comes to £1,310.76.",
    ],
  );
});

test('an answer that offers a sum without a day to pay it by is stopped until the day is given, or it is paid or declined', () => {
  const sum = (dueOn: string | null): Step => [
    '2026-03-20',
    {
      type: 'RemedyOffered',
      remedy: 'r7' as RemedyId,
      stage: 1,
      kind: 'financial',
      points: [point(2)],
      words: w('For the calls that nobody made'),
      pence: 4_000,
      dueOn: dueOn === null ? null : day(dueOn),
    },
  ];
  const lacks = (kind: 'stage-1-response' | 'final-response', steps: readonly Step[], today: string): string[] => {
    const about = input({ kind }, steps, '2024', { today: day(today) });
    return missing(compose(about), about).map(({ words }) => words);
  };
  const why = [
    "The letter offers money without a day to pay it by: 'For the calls that nobody made'. Correct the offer in the history and give the day.",
  ];
  const first = (...steps: readonly Step[]) => lacks('stage-1-response', [...found('2024'), ...steps], '2026-03-25');
  assert.deepEqual(first(sum(null)), why);
  assert.deepEqual(first(sum('2026-04-17')), []);
  const settled = (what: 'RemedyDone' | 'RemedyDeclined'): Step => [
    '2026-03-21',
    what === 'RemedyDone'
      ? { type: what, remedy: 'r7' as RemedyId, proof: null, files: [] }
      : { type: what, remedy: 'r7' as RemedyId, note: null },
  ];
  assert.deepEqual(first(sum(null), settled('RemedyDone')), []);
  assert.deepEqual(first(sum(null), settled('RemedyDeclined')), []);
  // What stage 1 offered without a day and has not paid is offered again at stage 2.
  assert.deepEqual(lacks('final-response', [...foundAgain('2024'), sum(null)], '2026-04-21'), why);
});

test('what stage 1 promised and has not kept is owned up to in the final response', () => {
  const about = input({ kind: 'final-response' }, foundAgain('2024'), '2024', { today: day('2026-04-28') });
  const letter = compose(about);
  assert.match(plainText(letter), /This was due by Friday 24 April 2026\. It is late, and we are sorry\./);
  assert.deepEqual(missing(letter, about), []);
});

test('everything not upheld: no apology is made up, and nothing is offered', () => {
  const steps: readonly Step[] = [
    ...acknowledged('2024'),
    ['2026-03-20', decided(1, 1, 'not-upheld', 'The wall was dry when our surveyor came.', null)],
    ['2026-03-20', decided(2, 1, 'not-upheld', 'We rang on all three days and left messages.', null)],
  ];
  const about = input({ kind: 'stage-1-response' }, steps, '2024', { today: day('2026-03-25') });
  assert.deepEqual(missing(compose(about), about), []);
  assert.match(
    plainText(compose(about)),
    /2 points we can decide: 2 not upheld.*not offering anything.*nothing left for us to do/s,
  );
  assert.doesNotMatch(plainText(compose(about)), /WE ARE SORRY/);
});

test('no letter has a heading with nothing under it', () => {
  for (const text of [
    textOf('acknowledgement', received('2024').slice(0, 2)),
    textOf('stage-1-response', received('2024').slice(0, 3)),
    textOf('final-response', escalated('2024'), '2026-04-21'),
  ]) {
    assert.doesNotMatch(text, /\n\n\n/);
    assert.doesNotMatch(
      text,
      /(What we understand|What you want to happen|Our decision|What we found and why)\n\n(What|Our|Who|How|POINT)/,
    );
  }
});

test('letters go to the resident while authority is only asked for, then to whoever has it, and to each of a group', () => {
  const daughter = 'daughter' as PersonId;
  const acts = (authority: 'asked' | 'signed-form', until: string | null = null): Step => [
    on,
    {
      type: 'RepresentativeAuthorised',
      person: daughter,
      role: 'family-or-friend',
      authority,
      evidence: null,
      until: until === null ? null : day(until),
      note: null,
    },
  ];
  const who = (steps: readonly Step[]) =>
    whoIsWrittenTo(told([...received('2024'), largePrint('2024'), ...steps]), day('2026-03-25')).map((p) => [
      p.person,
      p.as,
      p.adjustments.join(),
    ]);
  assert.deepEqual(who([]), [[amina, 'resident', 'large-print']]);
  assert.deepEqual(who([acts('asked')]), [[amina, 'resident', 'large-print']]);
  assert.deepEqual(who([acts('signed-form')]), [[daughter, 'representative', '']]);
  assert.deepEqual(who([acts('signed-form', '2026-03-24')]), [[amina, 'resident', 'large-print']]);
  assert.deepEqual(
    who([acts('signed-form'), ['2026-03-20', { type: 'AuthorityEnded', person: daughter, reason: w('x') }]]),
    [[amina, 'resident', 'large-print']],
  );
  const neighbour = 'neighbour' as PersonId;
  assert.deepEqual(who([[on, { type: 'GroupMemberJoined', person: neighbour }]]), [
    [amina, 'resident', 'large-print'],
    [neighbour, 'group-member', ''],
  ]);
});
