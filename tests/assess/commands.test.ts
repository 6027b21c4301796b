/** assess show and assess compare as people and machines call them. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RowRead } from '../../src/assess/form-read.js';
import { day } from '../../src/facts/days.js';
import type { StaffId } from '../../src/facts/happened.js';
import { nothingWritten, saveAnswer } from '../../src/store/assessment-answers.js';
import { beginAssessment, takeReading } from '../../src/store/assessments.js';
import { inLandlord, openDatabase } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { addStaff } from '../../src/store/staff.js';
import { putright, temporaryFolder } from '../support/command-line.js';
import { freshDatabase } from '../support/database.js';

const made = await freshDatabase();
const environment = {
  DATABASE_URL: made.app,
  DATABASE_OWNER_URL: made.owner,
  DATABASE_JOBS_URL: made.jobs,
  PUTRIGHT_DATA: join(temporaryFolder('assess'), 'data'),
};
const db = openDatabase(made.app, 'app', { connections: 2 });
const landlord = await makeLandlord(db, { name: 'Ashdown Homes' });
const today = day('2026-03-02');
const row = (provision: string, answer: RowRead['answer']): RowRead => ({
  provision,
  answer,
  evidence: 'Our policy',
  confidence: 1,
  needsPerson: false,
  place: 'line 1',
});
await inLandlord(db, landlord, async (trx) => {
  const by = (await addStaff(trx, { name: 'Maya', email: 'maya@example.org', roles: ['manager'] })) as StaffId;
  const reading = {
    edition: '2022' as const,
    rows: [row('5.1', 'no'), row('1.2', 'yes')],
    actions: [],
    printed: { Compliant: 44 },
    disagreements: [{ what: 'Compliant', printed: 44, computed: 45, words: 'Printed 44; its rows give 45.' }],
  };
  const rows = new Map(reading.rows.map(({ provision }) => [provision, {}]));
  const old = await takeReading(trx, reading, {
    year: 2023,
    source: 'Report.pdf',
    file: null,
    by,
    today,
    rows,
    actions: [],
  });
  const begun = {
    edition: '2024',
    year: 2024,
    trigger: 'yearly',
    triggerNote: null,
    carriedFrom: old,
    by,
    today,
  } as const;
  const id = await beginAssessment(trx, begun);
  for (const [provision, answer] of [
    ['6.3', 'yes'],
    ['1.2', 'no'],
  ] as const)
    await saveAnswer(
      trx,
      { assessment: id, provision, expected: 0, by: { id: by, name: 'Maya' }, today },
      {
        ...nothingWritten,
        answer,
        commentary: 'Training and a weekly list',
        reason: answer === 'no' ? 'Old words' : '',
      },
    );
});
await db.close();

test('assess show prints answers, sums by section, printed sums beside them, and what is not met', async () => {
  const text = await putright(['assess', 'show', '--year', '2023-24'], environment);
  assert.equal(text.code, 0, text.err);
  assert.match(text.out, /Self-assessment 2023-24 against the Code of 2022 \(published\), read from Report\.pdf/);
  assert.match(text.out, /^5\.1 +No /m);
  assert.match(text.out, /All: 72: yes 1, no 1, not answered 70/);
  assert.match(text.out, /Printed 44; its rows give 45/);
  const json = JSON.parse((await putright(['assess', 'show', '--json'], environment)).out);
  assert.deepEqual([json.name, json.rows.length, json.counts.byAnswer.unknown], ['2024/2024-25', 72, 70]);
  assert.equal(json.unmet[0].provision, '1.2');
  assert.equal(json.rows.find((one: { provision: string }) => one.provision === '6.3').answeredBy, 'Maya');
});

test('assess compare says what became met and how, and what fell back, over the mapping of the editions', async () => {
  const ran = await putright(['assess', 'compare', '2022/2023-24', '2024/2024-25', '--json'], environment);
  assert.equal(ran.code, 0, ran.err);
  const { rows, counts, before, after } = JSON.parse(ran.out);
  assert.deepEqual([before, after], ['2022/2023-24', '2024/2024-25']);
  const of = (provision: string) => rows.find((one: { provision: string }) => one.provision === provision);
  assert.equal(of('6.3').change, 'became-met');
  assert.equal(of('6.3').how, 'Training and a weekly list');
  assert.deepEqual(of('6.3').before, [{ provision: '5.1', answer: 'no' }]);
  assert.equal(of('1.2').change, 'fell-back');
  assert.equal(
    Object.values(counts as Record<string, number>).reduce((a, b) => a + b, 0),
    72,
  );
  assert.match((await putright(['assess', 'compare', '2023-24', '2024-25'], environment)).out, /Became met: 1/);
});

test('a call that is not understood, and what is not there, answer in one sentence', async () => {
  for (const [args, code] of [
    [['assess'], 2],
    [['assess', 'nonsense'], 2],
    [['assess', 'show', '--year', '2023-25'], 2],
    [['assess', 'show', '--edition', '2021'], 2],
    [['assess', 'show', '--year', '2011-12'], 1],
    [['assess', 'compare', '2023-24'], 2],
    [['assess', 'compare', '2023-24', '1999-00'], 1],
    [['assess', 'compare', '2023-24', '2030-31'], 1],
  ] as const) {
    const ran = await putright(args, environment);
    assert.equal(ran.code, code, `${args.join(' ')}: ${ran.err}`);
    assert.equal(ran.err.trim().split('\n').length, 1, ran.err);
  }
  for (const name of ['show', 'compare', 'import'])
    assert.match((await putright(['assess', name, '--help'], environment)).out, new RegExp(`putright assess ${name}`));
});
