/** What was read from an older document becomes an assessment only as far as a person confirmed it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { countsOf } from '../../src/assess/answers.js';
import type { FormRead, RowRead } from '../../src/assess/form-read.js';
import { targetFrom } from '../../src/assess/targets.js';
import { day } from '../../src/facts/days.js';
import type { StaffId } from '../../src/facts/happened.js';
import { stepsOf } from '../../src/store/assessment-steps.js';
import { findAssessment, listAssessments, takeReading } from '../../src/store/assessments.js';
import { inLandlord } from '../../src/store/database.js';
import { addStaff } from '../../src/store/staff.js';
import { freshSetting } from '../store/landlord.js';

const { db, ours, theirs } = await freshSetting();
const by = (await inLandlord(db, ours, (trx) =>
  addStaff(trx, { name: 'Maya', email: 'maya@example.org', roles: ['manager'] }),
)) as StaffId;

const row = (provision: string, more: Partial<RowRead> = {}): RowRead => ({
  provision,
  answer: 'yes',
  evidence: 'Our policy',
  confidence: 0.9,
  needsPerson: false,
  place: 'line 1',
  ...more,
});

const reading: FormRead = {
  edition: '2022',
  rows: [row('1.2'), row('1.3', { answer: 'unknown', needsPerson: true }), row('5.1'), row('5.2')],
  actions: [
    { provision: '3.6; 6.1', action: 'Write it down', lead: 'Officers', target: 'TBC', progress: '', mandatory: true },
    { provision: '', action: 'Track', lead: '', target: 'March 31 2021', progress: 'Begun', mandatory: null },
  ],
  printed: { 'Mandatory requirements: compliant': 44 },
  disagreements: [
    { what: 'Mandatory requirements: compliant', printed: 44, computed: 45, words: 'Printed 44, counted 45' },
  ],
};

test('only confirmed rows are taken, a lost answer stays unknown, and printed sums stand beside the counted ones', async () => {
  const id = await inLandlord(db, ours, (trx) =>
    takeReading(trx, reading, {
      year: 2023,
      source: 'Board report.pdf',
      file: null,
      by,
      today: day('2026-03-02'),
      rows: new Map([
        ['1.2', {}],
        ['1.3', {}],
        ['5.1', { answer: 'no', reason: 'Eleven were late' }],
      ]),
      actions: 'all',
      publishedOn: day('2023-09-06'),
    }),
  );
  await inLandlord(db, ours, async (trx) => {
    const found = await findAssessment(trx, id);
    assert.deepEqual([found?.state, found?.year, found?.readFrom], ['published', 2023, 'Board report.pdf']);
    assert.equal(found?.disagreements?.[0]?.computed, 45);
    const { rows } = await sql<{
      provision: string;
      answer: 'yes';
    }>`select provision, answer from assessment_answer order by 1`.execute(trx);
    assert.deepEqual(rows, [
      { provision: '1.2', answer: 'yes' },
      { provision: '1.3', answer: 'unknown' },
      { provision: '5.1', answer: 'no' },
    ]);
    const { byAnswer, must, should, total } = countsOf('2022', rows);
    assert.deepEqual([must, should, total], [45, 27, 72]);
    assert.deepEqual([byAnswer.yes, byAnswer.no, byAnswer.unknown], [1, 1, 70]);
    const actions =
      await sql`select provisions, question, target_on, target_words from assessment_action order by place`.execute(
        trx,
      );
    assert.deepEqual(actions.rows, [
      { provisions: ['3.6', '6.1'], question: '3.6; 6.1', target_on: null, target_words: 'TBC' },
      { provisions: [], question: '', target_on: '2021-03-31', target_words: 'March 31 2021' },
    ]);
    assert.deepEqual(
      (await stepsOf(trx, id)).map(({ did, on }) => [did, on]),
      [
        ['read', '2026-03-02'],
        ['published', '2023-09-06'],
      ],
    );
  });
  assert.deepEqual(await inLandlord(db, theirs, listAssessments), []);
});

test('‘partially’ is a no under 2024, and says so', async () => {
  const id = await inLandlord(db, ours, (trx) =>
    takeReading(
      trx,
      { ...reading, edition: '2024', rows: [row('6.1', { answer: 'partly' })], actions: [] },
      {
        year: 2024,
        source: 'Form',
        file: null,
        by,
        today: day('2026-03-02'),
        rows: new Map([['6.1', {}]]),
        actions: [],
      },
    ),
  );
  const { rows } = await inLandlord(db, ours, (trx) =>
    sql<{
      answer: string;
      noticed: string[];
    }>`select answer, noticed from assessment_answer where assessment_id = ${id}`.execute(trx),
  );
  assert.equal(rows[0]?.answer, 'no');
  assert.match(rows[0]?.noticed[0] ?? '', /partially/);
});

test('an answer that nobody gave can’t be stored', async () => {
  const id = (await inLandlord(db, ours, listAssessments))[0]?.id ?? '';
  for (const answer of ['yes', 'no', 'na', 'text', 'partly'])
    await assert.rejects(
      inLandlord(db, ours, (trx) =>
        sql`insert into assessment_answer (landlord_id, assessment_id, provision, answer)
          values (${ours}, ${id}, '9.9', ${answer})`.execute(trx),
      ),
      answer,
    );
});

test('a target is a day when it names one, and its own words when it does not', () => {
  for (const [words, on] of [
    ['June 1 2021', '2021-06-01'],
    ['31 March 2021', '2021-03-31'],
    ['Sept 30 2021', '2021-09-30'],
    ['31/3/2021', '2021-03-31'],
    ['December 2021', '2021-12-31'],
    ['December 2021 (tbc)', null],
    ['TBC', null],
    ['Next committee meeting (July 2021)', null],
    ['31 February 2021', null],
    ['', null],
  ] as const)
    assert.equal(targetFrom(words), on, words);
});
