import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { day } from '../../src/facts/days.js';
import type {
  CaseId,
  Happening,
  ImprovementId,
  OrderId,
  PersonId,
  PointId,
  PromiseId,
  RemedyId,
  RestrictionId,
} from '../../src/facts/happened.js';
import { suppressed } from '../../src/reports/measures/equality.js';
import { valueInWords } from '../../src/reports/rounding.js';
import { readHistories } from '../../src/store/case-file.js';
import { append } from '../../src/store/case-store.js';
import { inLandlord } from '../../src/store/database.js';
import { type Facts, figure, newLandlord, said, staff, words } from './told.js';

const today = '2026-06-01';
const base: Facts = { received: '2025-06-02', acknowledged: '2025-06-04', responded: '2025-06-16' };
const at = (on: string, what: Happening) => ({ on, what });

async function given(more: readonly { on: string; what: Happening }[], seen = today, facts: Facts = base) {
  const landlord = await newLandlord();
  await landlord.tell([{ ...facts, more }]);
  const figures = await landlord.figures(2025, seen);
  return (id: string, group: string | null = null) => said(figure(figures, id, group));
}

test('extensions are counted by reason and by the length that counts', async () => {
  const landlord = await newLandlord();
  await landlord.tell([
    {
      received: '2025-06-02',
      acknowledged: '2025-06-04',
      extensions: [
        { toldOn: '2025-06-16', newDate: '2025-06-25', because: 'waiting-for-contractor' },
        { toldOn: '2025-06-27', newDate: '2025-07-04', because: 'complex' },
      ],
    },
    {
      received: '2025-06-02',
      acknowledged: '2025-06-04',
      extensions: [{ toldOn: '2025-06-16', newDate: '2025-07-02' }],
    },
  ]);
  const figures = await landlord.figures(2025, today);
  const of = (id: string, group: string) => said(figure(figures, id, group));
  assert.equal(of('extensions', 'stage1'), '3');
  assert.equal(of('extensions.reason', 'waiting-for-contractor'), '1');
  assert.equal(of('extensions.reason', 'not-recorded'), '1');
  assert.equal(of('extensions.reason', 'staff-absence'), '0');
  assert.equal(of('extensions.length', '1-5'), '1');
  assert.equal(of('extensions.length', '6-10'), '1');
  assert.equal(of('extensions.length', 'does-not-count'), '1');
});

test('compensation is pence, offered and paid each by its own day', async () => {
  const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()] as [RemedyId, RemedyId, RemedyId];
  const offered = (remedy: RemedyId, pence: number | null): Happening => ({
    type: 'RemedyOffered',
    remedy,
    stage: 1,
    kind: 'financial',
    points: [],
    words,
    pence,
    dueOn: null,
  });
  const of = await given([
    at('2025-06-16', offered(one, 12_050)),
    at('2025-06-17', offered(two, null)),
    at('2025-06-20', { type: 'CompensationPaid', remedy: one, pence: 12_000, how: 'bank', proof: null }),
    // Carried through, without a payment recorded apart.
    at('2025-06-18', offered(three, 2_500)),
    at('2025-06-21', { type: 'RemedyDone', remedy: three, proof: words, files: [] }),
    at('2026-04-02', { type: 'CompensationPaid', remedy: two, pence: 5_000, how: 'bank', proof: null }),
  ]);
  assert.equal(of('compensation', 'offered'), '14550 unknown 1');
  assert.equal(of('compensation', 'paid'), '14500');
  assert.equal(of('compensation.cases', 'offered'), '3');
});

test('a promise is kept in time by its first date, whatever date it was moved to', async () => {
  const promised = (promise: string, dueOn: string): Happening => ({
    type: 'ActionPromised',
    promise: promise as PromiseId,
    stage: 1,
    points: [],
    words,
    owner: staff,
    team: null,
    dueOn: day(dueOn),
    agreedWithResident: true,
  });
  const done = (promise: string): Happening => ({
    type: 'ActionDone',
    promise: promise as PromiseId,
    proof: words,
    files: [],
  });
  const [a, b, c, d] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const of = await given(
    [
      ...[a, b, c].map((id) => at('2025-06-16', promised(id as string, '2025-07-01'))),
      at('2025-06-16', promised(d as string, '2026-03-01')),
      at('2025-06-30', done(a as string)),
      at('2025-07-01', {
        type: 'ActionMoved',
        promise: b as PromiseId,
        newDate: day('2025-08-01'),
        reason: words,
        residentTold: true,
      }),
      at('2025-08-01', done(b as string)),
    ],
    '2025-09-01',
  );
  assert.equal(of('promises', 'on-time'), '1/3 not yet due 1');
  assert.equal(of('promises', 'late'), '1/3 not yet due 1');
  assert.equal(of('promises', 'open'), '1/3 not yet due 1');
  assert.equal(of('promises.moved'), '1/4');
});

test('what residents answer after their case is a figure of its own, and TP09 is none until a survey is entered', async () => {
  const of = await given([
    at('2025-07-01', {
      type: 'SurveyAnswered',
      answers: [
        { question: 'Easy to complain', answer: 5 },
        { question: 'Kept informed', answer: null },
      ],
      words: null,
    }),
    at('2025-07-02', { type: 'SurveyAnswered', answers: [{ question: 'Easy to complain', answer: 3 }], words: null }),
  ]);
  assert.equal(of('satisfaction', 'Easy to complain'), '1/2');
  assert.equal(of('tp09', 'LCRA'), 'none');
});

test('the maladministration rate leaves out what was outside jurisdiction or withdrawn', async () => {
  const issue = (finding: string) => ({ points: [] as PointId[], finding, words: null });
  const of = await given([
    at('2025-12-01', {
      type: 'OmbudsmanDetermined',
      ombudsman: 'HOS',
      caseNumber: '1',
      issues: ['maladministration', 'service failure', 'no maladministration', 'outside jurisdiction', 'withdrawn'].map(
        issue,
      ),
      files: [],
    }),
    at('2025-12-01', {
      type: 'OrderMade',
      ombudsman: 'HOS',
      wider: false,
      owner: null,
      order: 'o1' as OrderId,
      binding: true,
      dueOn: day('2026-01-05'),
      pence: null,
      words,
    }),
    at('2025-12-20', { type: 'OrderCompliedWith', order: 'o1' as OrderId, proof: words, files: [] }),
    // A recommendation binds nobody.
    at('2025-12-01', {
      type: 'OrderMade',
      ombudsman: 'HOS',
      wider: false,
      owner: null,
      order: 'o3' as OrderId,
      binding: false,
      dueOn: day('2026-01-05'),
      pence: null,
      words,
    }),
    at('2025-12-01', {
      type: 'OrderMade',
      ombudsman: 'HOS',
      wider: false,
      owner: null,
      order: 'o2' as OrderId,
      binding: true,
      dueOn: day('2026-01-05'),
      pence: null,
      words,
    }),
  ]);
  assert.equal(of('ombudsman.maladministration-rate'), '2/3');
  assert.equal(of('ombudsman.findings', 'service-failure'), '1');
  assert.equal(of('ombudsman.findings', 'redress'), '0');
  assert.equal(of('ombudsman.orders'), '1/2');
});

test('learning, improvements and restrictions are counted by the day on which each was', async () => {
  const improvement = 'i1' as ImprovementId;
  const restriction = 'r1' as RestrictionId;
  const of = await given([
    at('2025-06-16', { type: 'LearningRecorded', stage: 1, learning: 'Training', words }),
    at('2025-06-16', { type: 'CauseFound', stage: 1, points: [], cause: 'Delay', words: null }),
    at('2025-06-20', { type: 'ImprovementOpened', improvement, owner: staff, dueOn: null, words }),
    at('2025-08-20', { type: 'ImprovementClosed', improvement, words }),
    at('2025-09-01', {
      type: 'ContactRestricted',
      restriction,
      by: null,
      how: words,
      reasons: words,
      equality: words,
      reviewOn: day('2026-03-01'),
      until: null,
      decidedBy: staff,
    }),
    at('2026-03-01', { type: 'RestrictionReviewed', restriction, outcome: 'lifted', reviewOn: null, words }),
  ]);
  assert.equal(of('learning', 'learning'), '1');
  assert.equal(of('learning.causes', 'Delay'), '1');
  assert.equal(of('improvements', 'improvement-opened'), '1');
  assert.equal(of('improvements', 'improvement-closed'), '1');
  assert.equal(of('restrictions', 'decided'), '1');
  assert.equal(of('restrictions', 'lifted'), '1');
});

test('steps about behaviour are counted by their day, and reviews of restrictions by the day on which they were due', async () => {
  const [kept, left] = ['r1', 'r2'] as [RestrictionId, RestrictionId];
  const restricts = (restriction: RestrictionId, on: string, reviewOn: string) =>
    at(on, {
      type: 'ContactRestricted',
      restriction,
      by: null,
      how: words,
      reasons: words,
      equality: words,
      reviewOn: day(reviewOn),
      until: null,
      decidedBy: staff,
    });
  const of = await given([
    at('2025-07-01', { type: 'BehaviourIncidentRecorded', words, by: null, files: [] }),
    at('2025-07-02', { type: 'BehaviourWarned', words, letter: null, by: null }),
    at('2025-07-09', { type: 'BehaviourIncidentRecorded', words, by: null, files: [] }),
    restricts(kept, '2025-07-10', '2025-12-01'),
    restricts(left, '2025-07-11', '2026-01-11'),
    at('2025-08-01', { type: 'RestrictionAppealed', restriction: kept, words }),
    at('2025-11-28', {
      type: 'RestrictionReviewed',
      restriction: kept,
      outcome: 'kept',
      reviewOn: day('2026-05-01'),
      words,
    }),
  ]);
  assert.deepEqual(
    ['incident', 'warned', 'not-agreed', 'appealed', 'reviewed'].map((step) => of('behaviour', step)),
    ['2', '1', '0', '1', '1'],
  );
  // One of the two that fell due in the year was reviewed by its day; the other never was.
  assert.equal(of('restrictions.reviewed-in-time'), '1/2');
});

test('a count under five is hidden, and never alone, nor where the rest would give it away', () => {
  const of = (parts: Record<string, number>) => Object.fromEntries(suppressed(new Map(Object.entries(parts))));
  assert.deepEqual(of({ a: 10, b: 20 }), { a: 10, b: 20 });
  assert.deepEqual(of({ a: 3, b: 20, c: 9 }), { a: null, b: 20, c: null });
  assert.deepEqual(of({ a: 1, b: 0, c: 9, d: 30 }), { a: null, b: null, c: null, d: 30 });
  assert.deepEqual(of({ a: 4, b: 3, c: 9 }), { a: null, b: null, c: 9 });
  assert.deepEqual(of({ a: 2 }), { a: null });
});

test('who complains is counted for a whole year of the whole landlord, and a small number reads “not shown”', async () => {
  const landlord = await newLandlord();
  const people = Array.from({ length: 12 }, () => randomUUID() as PersonId);
  await inLandlord(landlord.db, landlord.landlordId, async (trx) => {
    for (const [i, id] of people.entries()) {
      await sql`insert into person (id, name) values (${id}, 'Somebody')`.execute(trx);
      await sql`insert into person_equality (person_id, characteristic, answer, given_on)
        values (${id}, 'disability', ${i < 3 ? 'yes' : 'no'}, '2025-06-01')`.execute(trx);
    }
  });
  await landlord.tell([...people.map((person) => ({ ...base, person })), ...Array.from({ length: 7 }, () => base)]);
  const figures = await landlord.figures(2025, today);
  assert.equal(valueInWords(figure(figures, 'equality.disability', 'yes')), 'not shown');
  assert.equal(figure(figures, 'equality.disability', 'no').value, 9);
  assert.equal(figure(figures, 'equality.disability', 'not-told').value, null);
  assert.equal(
    figures.some(({ id }) => id === 'equality.age'),
    false,
  );
  const ofArea = await landlord.figures(2025, today, { area: 'North' });
  assert.equal(
    ofArea.some(({ id }) => id.startsWith('equality.')),
    false,
  );
});

test('an extension that was taken back is counted no more, also when the correction comes as an act of its own', async () => {
  const landlord = await newLandlord();
  const [caseId] = await landlord.tell([
    {
      received: '2025-06-02',
      acknowledged: '2025-06-04',
      extensions: [{ toldOn: '2025-06-16', newDate: '2025-06-25', because: 'complex' }],
    },
  ]);
  const counted = async () => figure(await landlord.figures(2025, today), 'extensions.reason', 'complex').value;
  assert.equal(await counted(), 1);
  await inLandlord(landlord.db, landlord.landlordId, async (trx) => {
    const [history] = await readHistories(trx, [caseId as CaseId]);
    const seq = history?.entries.find(({ what }) => what.type === 'Extended')?.seq ?? 0;
    await append(trx, landlord.landlordId, [
      {
        caseId: caseId as CaseId,
        expectedVersion: history?.entries.length ?? 0,
        happened: [{ on: day('2025-06-20'), what: { type: 'EntryCorrected', seq, reason: words, becomes: null } }],
        recordedBy: { staff },
        recordedAt: '2026-03-02T10:00:00.000Z',
      },
    ]);
  });
  assert.equal(await counted(), 0);
});
