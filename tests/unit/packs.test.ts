import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day, dayFromNumber } from '../../src/facts/days.js';
import type { Block } from '../../src/reports/document.js';
import type { Measured } from '../../src/reports/measured.js';
import { packKinds, packsDue } from '../../src/reports/packs/calendar.js';
import { whatChanged } from '../../src/reports/packs/changes.js';
import { packOf } from '../../src/reports/packs/pack.js';
import type { PackData } from '../../src/reports/packs/pack-data.js';
import { whatToAsk } from '../../src/reports/packs/questions.js';
import { periodBefore, periodHolding } from '../../src/reports/period.js';

const anyDay = fc.integer({ min: 17_000, max: 22_000 }).map(dayFromNumber);

const figure = (id: string, more: Partial<Measured> = {}): Measured => ({
  id,
  group: null,
  reading: null,
  words: id,
  unit: 'count',
  value: 0,
  numerator: null,
  denominator: null,
  none: false,
  unknown: 0,
  notYetDue: 0,
  note: null,
  ...more,
});
const share = (id: string, numerator: number, denominator: number, more: Partial<Measured> = {}): Measured =>
  figure(id, {
    unit: 'proportion',
    numerator,
    denominator,
    value: denominator === 0 ? null : numerator / denominator,
    none: denominator === 0,
    ...more,
  });

const nothingOpen = { overdue: 0, open: 0, promisesLate: 0, promisesOpen: 0, contradicted: [], ombudsmanOrdersLate: 0 };
const quarter = periodHolding('quarter', day('2026-05-01'));

function data(more: Partial<PackData> = {}): PackData {
  return {
    kind: { every: 'quarter', audience: 'member-responsible' },
    landlord: 'Meadow Homes',
    period: quarter,
    before: periodBefore('quarter', quarter),
    madeOn: day('2026-07-03'),
    now: [],
    earlier: [],
    open: nothingOpen,
    trends: [],
    determinations: [],
    orders: [],
    annualReport: null,
    lastTime: [],
    provenance: [],
    ...more,
  };
}

const textOf = (blocks: readonly Block[]): string => JSON.stringify(blocks);
const headings = (blocks: readonly Block[]) => blocks.flatMap((b) => (b.block === 'heading' ? [b.text] : []));

test('a pack is due for the period that ended last, once its day has come, and for none before', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 20 }), (today, after) => {
      for (const due of packsDue(today, after)) {
        assert.ok(due.period.until < today && due.on <= today);
        assert.deepEqual(periodBefore(due.every, periodHolding(due.every, today)), due.period);
      }
    }),
  );
  assert.equal(packsDue(day('2026-07-01'), 1).length, packKinds.length);
  assert.deepEqual(
    packsDue(day('2026-07-01'), 3).map(({ every }) => every),
    ['week', 'year'],
  );
});

test('what changed is said with its counts, and small numbers are said to be small', () => {
  const [change] = whatChanged([share('ch02.1', 30, 36)], [share('ch02.1', 33, 36)]);
  assert.equal(change?.words, '83% (30 of 36), down 9 percentage points from 92% (33 of 36).');
  assert.equal(change?.small, false);
  assert.equal(whatChanged([share('ch02.2', 6, 7)], [share('ch02.2', 7, 7)])[0]?.small, true);
  assert.deepEqual(whatChanged([share('ch02.2', 6, 7)], [share('ch02.2', 6, 7)]), []);
  assert.equal(
    whatChanged([share('ch02.2', 0, 0)], [share('ch02.2', 6, 7)])[0]?.words,
    'There is nothing to count this time; it was 86% (6 of 7).',
  );
});

test('the questions rest on figures: all in time raises none, a late answer raises one', () => {
  assert.deepEqual(
    whatToAsk([share('ch02.1', 7, 7, { group: 'all', reading: 'with-extensions' })], [], nothingOpen),
    [],
  );
  const [question] = whatToAsk(
    [share('ch02.1', 30, 36, { group: 'all', reading: 'with-extensions', words: 'Stage 1 in time' })],
    [],
    nothingOpen,
  );
  assert.match(question?.asks ?? '', /were 6 of 36 stage 1 answers late/);
  assert.equal(question?.because, 'Stage 1 in time: 83% (30 of 36).');
  assert.match(whatToAsk([], [], { ...nothingOpen, contradicted: ['5.1'] })[0]?.because ?? '', /Provision 5\.1/);
});

test('the governing body and the member responsible receive the four parts of 9.7 in their order', () => {
  for (const audience of ['board', 'member-responsible'] as const) {
    const { document } = packOf(data({ kind: { every: 'quarter', audience } }));
    assert.deepEqual(headings(document.blocks), [
      'What changed',
      'How many, how soon, with what end',
      'Issues and trends',
      'The Ombudsman',
      'The annual report',
      'What to ask',
    ]);
  }
});

test('residents of the panel see no number that could be one of their neighbours', () => {
  const now = [
    figure('stage1.count', { group: 'Lettings', words: 'Lettings', value: 2 }),
    figure('stage1.count', { group: 'Repairs', words: 'Repairs', value: 14 }),
  ];
  const panel = textOf(packOf(data({ now, kind: { every: 'quarter', audience: 'panel' } })).document.blocks);
  assert.doesNotMatch(panel, /Lettings/);
  assert.match(panel, /1 with fewer than 5/);
  assert.match(panel, /Repairs/);
  assert.match(textOf(packOf(data({ now })).document.blocks), /Lettings/);
});

test('what was asked last time comes back with its answer, or without', () => {
  const { document } = packOf(
    data({
      lastTime: [{ question: 'Why so many about damp?', by: 'Cllr Hughes', on: day('2026-04-20'), answer: null }],
    }),
  );
  assert.match(textOf(document.blocks), /Why so many about damp\?.*Not answered yet/);
});
