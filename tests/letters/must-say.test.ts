import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, day, inWords } from '../../src/facts/days.js';
import type { PromiseId } from '../../src/facts/happened.js';
import { editions } from '../../src/law/words.js';
import { askedOf } from '../../src/letters/asked-of-letters.js';
import { everyBlock } from '../../src/letters/blocks.js';
import { compose } from '../../src/letters/compose.js';
import { editsFrom, overtaken, placesOf, withEdits } from '../../src/letters/edits.js';
import { inBrief, type Missing, missing } from '../../src/letters/must-say.js';
import type { Letter, LetterBlock, LetterInput, Saying } from '../../src/letters/words.js';
import { clock, decided, defined, found, input, lookedInto, matters, point, raised, received, w } from './sample.js';

const cases = editions.flatMap((edition) =>
  matters(edition).map(({ matter, steps, today }) => {
    const about = input(matter, steps, edition, { today });
    return { name: `${matter.kind} of ${edition}`, edition, about, letter: compose(about) };
  }),
);
const of = (name: string): { about: LetterInput; letter: Letter } => {
  const one = cases.find((c) => c.name === name);
  assert.ok(one);
  return one;
};
const written = (letter: Letter, place: string, text: string): Letter =>
  withEdits(letter, { [place]: { text, was: '' } });
const shape = (all: readonly Missing[]): string[] => all.map((m) => `${m.element} ${m.point?.number ?? '-'}`);
const without = (blocks: readonly LetterBlock[], gone: (says: Saying) => boolean): LetterBlock[] =>
  blocks
    .filter((b) => b.says === null || !gone(b.says))
    .map((b) => (b.block === 'point' ? { ...b, blocks: without(b.blocks, gone) } : b));

test('whatever one element is taken out of a letter, exactly that one is named', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (which, what) => {
      const one = cases[which % cases.length];
      assert.ok(one);
      const { letter, about } = one;
      const asked = askedOf(letter.kind, about.case.edition, letter.stage);
      const sayings = everyBlock(letter.body).flatMap((b) => {
        const a = b.says && asked.find((x) => x.element === b.says?.element);
        return a && b.says ? [{ ...b.says, of: a.of }] : [];
      });
      const taken = sayings[what % sayings.length];
      assert.ok(taken);
      const rest = {
        ...letter,
        body: without(letter.body, (s) => s.element === taken.element && s.point === taken.point),
      };
      const number = taken.of === 'each-point' ? about.case.points.find((p) => p.id === taken.point)?.number : '-';
      assert.deepEqual(shape(missing(rest, about)), [`${taken.element} ${number}`], one.name);
    }),
    { numRuns: 400 },
  );
});

test('a letter of which nothing is taken lacks nothing, also with any harmless words in its free places', () => {
  fc.assert(
    fc.property(fc.nat(), fc.string({ unit: 'grapheme', maxLength: 80 }), (which, words) => {
      const one = cases[which % cases.length];
      assert.ok(one);
      fc.pre(!/\d|stage|formal|designated/i.test(words));
      assert.deepEqual(missing(written(one.letter, 'opening', words), one.about), []);
    }),
  );
});

test('what became of a restriction says what holds and how to challenge it, until it is lifted', () => {
  const { letter, about } = of('restriction-outcome of 2024');
  const open = { ...letter, body: without(letter.body, ({ element }) => element === 'right-to-challenge') };
  assert.deepEqual(shape(missing(open, about)), ['right-to-challenge -']);
  const { matter } = about;
  assert.ok(matter.kind === 'restriction-outcome');
  const lifted = { ...about, matter: { ...matter, outcome: 'lifted', reviewOn: null } as const };
  assert.deepEqual(missing(compose(lifted), lifted), []);
});

const fillers = [
  '',
  '   \n\t ',
  '\u200b\u200b \u00a0',
  'See above.',
  'as above',
  'See our letter above',
  'N/A',
  'TBC',
  '[say why]',
  '...',
  'to be confirmed',
  'Please see attached report.',
  'xxxx',
  '—',
  'Ditto',
  '1234 5678',
  'As discussed.',
  'Refer to point 1',
];

for (const filler of fillers) {
  test(`reasons of ${JSON.stringify(filler)} are no reasons`, () => {
    const { letter, about } = of('stage-1-response of 2024');
    const all = missing(written(letter, `reasons:${point(2)}`, filler), about);
    assert.deepEqual(shape(all), ['reasons 2']);
    assert.equal(all[0]?.provision, '6.9');
    assert.equal(inBrief(all[0] as Missing), '6.9 reasons, point 2');
  });
}

test('reasons in any script are reasons', () => {
  const { letter, about } = of('stage-1-response of 2024');
  for (const text of [
    '我们没有及时修理您家的墙壁，所以认定投诉成立。',
    'لم نصلح الجدار في الوقت المناسب',
    'Ми не відремонтували стіну вчасно',
  ]) {
    assert.deepEqual(missing(written(letter, `reasons:${point(2)}`, text), about), []);
  }
});

test('a blanked apology, question, reason for delay or reason for refusal is named', () => {
  for (const [name, place, element] of [
    ['stage-1-response of 2024', 'sorry', 'what-went-wrong'],
    ['final-response of 2022', 'sorry', 'what-went-wrong'],
    ['clarification of 2024', 'question', 'question'],
    ['extension of 2024', 'reason', 'reason-for-delay'],
    ['refusal of 2024', 'reasons', 'reasons-for-refusal'],
    ['refusal-to-escalate of 2020', 'reasons', 'reasons-for-refusal'],
    ['promise-kept of 2024', 'how', 'how-it-was-kept'],
    ['update of 2022', 'progress', 'progress'],
    ['hazard-summary of 2024', 'found', 'hazard-found'],
    ['hazard-summary of 2024', 'safety', 'safety-work'],
    ['hazard-summary of 2024', 'further', 'further-work'],
    ['hazard-summary of 2024', 'meanwhile', 'meanwhile'],
  ] as const) {
    const { letter, about } = of(name);
    assert.deepEqual(shape(missing(written(letter, place, ' '), about)), [`${element} -`], name);
  }
});

test('what went wrong without an apology in it is named, whatever stands over it', () => {
  const { letter, about } = of('stage-1-response of 2024');
  const wrong = (text: string) => shape(missing(written(letter, 'sorry', text), about));
  assert.deepEqual(wrong('The roof leaked and our surveyor did not pass on what he saw.'), ['what-went-wrong -']);
  assert.deepEqual(wrong('The roof leaked for weeks. We apologise for that.'), []);
  assert.deepEqual(wrong('Дах протікав, і нам дуже шкода, що ми не подзвонили.'), []);
});

test('a stage 1 response under 2022 needs six items and no definition; under 2024 seven', () => {
  const dropped = (name: string): string[] => {
    const { letter, about } = of(name);
    return shape(missing({ ...letter, body: without(letter.body, (s) => s.element === 'definition') }, about));
  };
  assert.deepEqual(dropped('stage-1-response of 2022'), []);
  assert.deepEqual(dropped('stage-1-response of 2020'), []);
  assert.deepEqual(dropped('stage-1-response of 2024'), ['definition 1', 'definition 2', 'definition 3']);
  assert.deepEqual(dropped('final-response of 2022'), ['definition 1']);
});

test('a point that was defined anew since, a new point and a new finding are each named', () => {
  const { letter } = of('stage-1-response of 2024');
  const now = (steps: Parameters<typeof input>[1]) =>
    input({ kind: 'stage-1-response' }, [...found('2024'), ...steps], '2024', { today: day('2026-03-25') });
  assert.deepEqual(
    shape(
      missing(
        letter,
        now([
          ['2026-03-24', defined(2, 'Nobody answered five calls', 'An apology, and one person to talk to', 'ours')],
        ]),
      ),
    ),
    ['definition 2'],
  );
  assert.deepEqual(shape(missing(letter, now([['2026-03-24', raised(4, 'The bin store is locked.')]]))), [
    'definition 4',
    'decision 4',
  ]);
  assert.deepEqual(
    shape(missing(letter, now([['2026-03-24', decided(2, 1, 'upheld', 'We did not ring at all', null)]]))),
    ['decision 2'],
  );
  assert.deepEqual(
    shape(
      missing(
        letter,
        now([
          [
            '2026-03-24',
            {
              type: 'ActionPromised',
              promise: 'a2' as PromiseId,
              stage: 1,
              points: [point(2)],
              words: w('Ring every Monday'),
              owner: null,
              team: null,
              dueOn: day('2026-04-06'),
              agreedWithResident: false,
            },
          ],
        ]),
      ),
    ),
    ['actions -'],
  );
});

test('words that were erased are missing, never a letter without them', () => {
  const { letter, about } = of('acknowledgement of 2024');
  const gone = { ...about, say: (words: string) => (words.startsWith('A higher') ? null : words) };
  assert.deepEqual(shape(missing(letter, gone)), ['outcome-sought 3']);
});

test('a letter that gives another date for the answer than the live one is stopped', () => {
  const { letter, about } = of('acknowledgement of 2024');
  for (const text of [
    'We will answer you by Friday 27 March 2026.',
    'You can expect our response by 27/03/2026.',
    'Our reply will be with you on 2026-04-01.',
    'We will get back to you with our decision by 30th March.',
    'Your response will be with you no later than the 2nd of April 2026.',
  ]) {
    assert.deepEqual(shape(missing(written(letter, 'next', text), about)), ['wrong-date -'], text);
  }
  for (const text of [
    'We will answer you by Thursday 26 March 2026.',
    'Our surveyor will visit on Friday 20 March 2026.',
    'We told you on 9 March 2026 that we would reply.',
    'Please have your photos ready for Tuesday 17 March.',
  ]) {
    assert.deepEqual(missing(written(letter, 'next', text), about), [], text);
  }
});

test('when the live date moves, a letter composed before is stopped', () => {
  const { letter, about } = of('acknowledgement of 2024');
  const moved = { ...about, clocks: [clock('stage-1-response', 1, addDays(day('2026-03-26'), 1))] };
  assert.ok(shape(missing(letter, moved)).includes('due-date -'));
});

test('a date that does not exist, or with the wrong weekday, is named', () => {
  const { letter, about } = of('update of 2024');
  assert.deepEqual(
    shape(missing(written(letter, 'progress', 'The plumber comes on Friday 24 March 2026 at noon.'), about)),
    ['no-such-date -'],
  );
  assert.deepEqual(shape(missing(written(letter, 'progress', 'The plumber comes on 31 April 2026 at noon.'), about)), [
    'no-such-date -',
  ]);
});

test('the abolished routes, a stage 3 and an informal complaint may not be named, but the resident may', () => {
  const { letter, about } = of('stage-1-response of 2024');
  for (const [text, element] of [
    ['You can ask a designated person, such as your MP, to help.', 'abolished'],
    ['We pay this in full and final settlement of your complaint.', 'legal-words'],
    ['We pay this in full & final settlement of your complaint.', 'legal-words'],
    ['This letter is written without prejudice to our position.', 'legal-words'],
    ['You must wait eight weeks before you go to the Housing Ombudsman.', 'abolished'],
    ['The Ombudsman can look at it after 8 weeks.', 'abolished'],
    ['You can then go to stage 3.', 'stage-names'],
    ['You can ask for a Stage Three panel.', 'stage-names'],
    ['We dealt with this as an informal complaint.', 'stage-names'],
    ['We treated this at Stage 0.', 'stage-names'],
  ] as const) {
    assert.deepEqual(shape(missing(written(letter, 'closing', text), about)), [`${element} -`], text);
  }
  for (const text of [
    'The works will take eight weeks.',
    'Your informal carer rang us.',
    'I was informally told that it was fine.',
  ]) {
    assert.deepEqual(missing(written(letter, 'closing', text), about), [], text);
  }
  // The sample's point 1 quotes 'formal complaint' and 'stage 3' from the resident.
  assert.ok(everyBlock(letter.body).some((b) => b.block === 'quote' && b.text.includes('stage 3')));
});

test('a promise of this response whose date is past is named', () => {
  const late = input({ kind: 'stage-1-response' }, found('2024'), '2024', { today: day('2026-04-20') });
  assert.deepEqual(shape(missing(compose(late), late)), ['past-date -']);
});

test('a response without any point or finding says what to do first', () => {
  const bare = input({ kind: 'stage-1-response' }, received('2024').slice(0, 2), '2024');
  assert.deepEqual(shape(missing(compose(bare), bare)).slice(0, 2), ['definition -', 'decision -']);
  const undecided = input({ kind: 'stage-1-response' }, received('2024'), '2024');
  assert.deepEqual(shape(missing(compose(undecided), undecided)), ['decision 1', 'decision 2']);
});

test('every sentence for the writer is plain: no codes, no jargon', () => {
  const { letter, about } = of('stage-1-response of 2024');
  for (const m of missing({ ...letter, body: [] }, about)) {
    assert.match(m.words, /^[A-Z0-9'].*[.]$/);
    assert.doesNotMatch(m.words, /undefined|null|must-say|SLA|customer/);
  }
});

test('what a person wrote stays when the facts under it change, and they are told', () => {
  const { letter, about } = of('stage-1-response of 2024');
  const place = `reasons:${point(2)}`;
  const edits = editsFrom(letter, {
    [place]: 'We rang once. We are sorry for the other two days.',
    opening: placesOf(letter)[0]?.text ?? '',
  });
  assert.deepEqual(Object.keys(edits), [place]);
  assert.deepEqual(overtaken(letter, edits), []);
  const now = compose({
    ...about,
    case: input(
      { kind: 'stage-1-response' },
      [...found('2024'), ['2026-03-24', decided(2, 1, 'upheld', 'We did not ring at all', null)]],
      '2024',
    ).case,
  });
  assert.deepEqual(
    overtaken(now, edits).map((o) => [o.place, o.now]),
    [[place, 'We did not ring at all']],
  );
  const gone = compose({
    ...about,
    case: input(
      { kind: 'stage-1-response' },
      [...found('2024'), ['2026-03-24', { type: 'PointWithdrawn', point: point(2), words: w('Drop it') }]],
      '2024',
    ).case,
  });
  assert.deepEqual(
    overtaken(gone, edits).map((o) => o.now),
    [null],
  );
  assert.ok(JSON.stringify(gone.body).includes('Point 2: you asked us to take this out of your complaint'));
  assert.equal(inWords(letter.on), 'Wednesday 25 March 2026');
});

test('a summary of a hazard follows what the case says now, and its days must be days to come', () => {
  const { about } = of('hazard-summary of 2024');
  assert.ok(about.matter.kind === 'hazard-summary');
  const { matter } = about;
  const words = (matterNow: typeof matter, today = about.today, steps = lookedInto('2024')) => {
    const now = input(matterNow, steps, '2024', { today });
    return missing(compose(now), now).map((one) => one.words);
  };
  const undated = { ...matter, plan: { ...matter.plan, safeBy: null, furtherFrom: null } };
  assert.match(
    words(undated).join(' '),
    /doesn’t say by when the home is made safe.+doesn’t say when the further work/,
  );
  assert.match(words(matter, day('2026-03-26')).join(' '), /Wednesday 25 March 2026 for by when the home.+is past/);
  // Looked into again since, and found harmless: no work is owed, so no day is asked for; the letter says what was found.
  const harmless = lookedInto('2024', 'none');
  assert.deepEqual(words(undated, about.today, harmless), []);
  const again = compose(input(undated, harmless, '2024', { today: about.today }));
  assert.match(JSON.stringify(again.body), /We found no significant hazard and no emergency/);
  assert.doesNotMatch(JSON.stringify(again.body), /somewhere suitable to live/);
  const emergency = compose(input(matter, lookedInto('2024', 'emergency'), '2024', { today: about.today }));
  assert.match(JSON.stringify(emergency.body), /We found an emergency hazard/);
  assert.match(words(matter, about.today, received('2024')).join(' '), /no longer on record/);
});
