import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { putright, temporaryFolder } from '../support/command-line.js';
import { made, newLandlord } from './told.js';

const environment = {
  DATABASE_URL: made.app,
  DATABASE_OWNER_URL: made.owner,
  DATABASE_JOBS_URL: made.jobs,
  PUTRIGHT_DATA: join(temporaryFolder('measures'), 'data'),
};
const landlord = await newLandlord('Ashdown Homes');
await landlord.tell([
  { received: '2023-06-01', acknowledged: '2023-06-05', responded: '2023-06-19', area: 'Repairs', tenure: 'unknown' },
  {
    received: '2023-06-01',
    acknowledged: '2023-06-05',
    responded: '2023-07-19',
    outcome: 'not-upheld',
    tenure: 'unknown',
  },
]);
const measures = (...args: string[]) => putright(['measures', ...args], environment);

test('measures prints a year for machines, in the form that is promised', async () => {
  const ran = await measures('--year', '2023-24', '--homes-lcra', '1000', '--homes-lcho', '0', '--json');
  assert.equal(ran.code, 0, ran.err);
  const answer = JSON.parse(ran.out);
  assert.equal(answer.year, '2023-24');
  const of = (id: string, group?: string, reading?: string) =>
    answer.measures.find(
      (m: { id: string; group?: string; reading?: string }) =>
        m.id === id && m.group === group && m.reading === reading,
    );
  const { value, numerator, denominator, none, unknown, notYetDue, words } = of('ch02.1', 'LCRA', 'base');
  assert.deepEqual(
    { value, numerator, denominator, none, unknown, notYetDue },
    { value: 0.5, numerator: 1, denominator: 2, none: false, unknown: 0, notYetDue: 0 },
  );
  assert.match(words, /Stage 1 answered in time/);
  assert.deepEqual([of('ch01.1', 'LCHO').value, of('ch01.1', 'LCHO').none], [null, true]);
  assert.equal(of('ch01.1', 'LCRA').value, 2);
  assert.equal(of('stage1.count').value, 2);
  assert.equal(of('stage1.count', 'Repairs').value, 1);
});

test('measures prints a year for people, and says when it has not ended or nothing is known of it', async () => {
  const text = await measures('--year', '2023-24', '--definitions');
  assert.match(text.out, /without extensions: 50% \(1 of 2\)/);
  assert.match(text.out, /How many homes were owned is not known/);
  const before = await measures('--year', '2019-20');
  assert.equal(before.code, 0);
  assert.match(before.out, /received on Thursday 1 June 2023, after that year: nothing is known of it/);
});

test('a year that is none, homes that are none: one sentence each', async () => {
  for (const [args, words] of [
    [['--year', '2023-25'], /"2023-25" is not a reporting year: write it as 2023-24/],
    [[], /Say which year/],
    [['--year', '2023-24', '--homes-lcra', 'many'], /is a number of homes/],
    [
      ['--year', '2023-24', '--homes-lcra', '-5'],
      /^[^\n]*argument is ambiguous: putright measures --help says how it is called\.\n$/,
    ],
  ] as const) {
    const ran = await measures(...args);
    assert.equal(ran.code, 2);
    assert.match(ran.err, words);
    assert.equal(ran.err.trim().split('\n').length, 1);
  }
});
