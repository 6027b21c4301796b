/** The self-assessments of five landlords, read from their own documents. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromText } from '../../src/assess/read/from-text.js';
import { readForm } from '../../src/assess/read/read-form.js';
import type { FormReading, GivenAnswer } from '../../src/assess/read/shape.js';
import type { Edition } from '../../src/law/words.js';
import { type Seed, seedText, skipSeeds } from './seeds.js';

const skip = { skip: skipSeeds };

function read(seed: Seed, edition: Edition, year: string | null = null): FormReading {
  return readForm(fromText(seedText(seed)), edition, year);
}

function rowOf(reading: FormReading, provision: string) {
  const row = reading.rows.find((one) => one.provision === provision);
  assert.ok(row !== undefined, provision);
  return row;
}

function withAnswer(reading: FormReading, answer: GivenAnswer): string[] {
  return reading.rows.filter((row) => row.answer === answer).map(({ provision }) => provision);
}

test('Cambridge: 36 answers, 9 notes joined to them, and the plan of 14 rows with lead and dates', skip, () => {
  const reading = read('000', '2020');
  assert.equal(reading.rows.length, 36);
  assert.deepEqual(reading.missing, []);
  assert.deepEqual(withAnswer(reading, 'no'), ['5.1']);
  assert.deepEqual(withAnswer(reading, 'na'), ['3.4', '3.5', '6.4']);
  assert.deepEqual(withAnswer(reading, 'text'), [
    '1.3',
    '3.8',
    '4.5',
    '4.6',
    '4.7',
    '4.10',
    '6.3',
    '8.1',
    '8.2',
    '8.4',
  ]);
  assert.equal(reading.counts.byAnswer.yes, 22);
  assert.equal(reading.counts.byAnswer.unknown, 0);
  assert.equal(reading.notes.length, 9);
  assert.match(rowOf(reading, '4.5').evidence, /91% are resolved at stage one/);
  assert.match(rowOf(reading, '1.3').evidence, /fair and equal access/);
  assert.match(rowOf(reading, '8.2').evidence, /Residents' Panel/);

  assert.equal(reading.actions.length, 14);
  assert.deepEqual(
    reading.actions.map(({ provision }) => provision),
    ['1.2', '2.3', '2.1', '2.1', '2.1', '2.4', '2.4', '3.6', '', '3.6; 6.1; 6.2', '4.10', '5.1', '8.3', '8.3'],
  );
  assert.deepEqual(
    reading.actions.filter(({ mandatory }) => mandatory).map(({ provision }) => provision),
    ['2.3', '4.10', '5.1'],
  );
  const of = (n: number) => reading.actions[n];
  assert.equal(of(2)?.target, 'December 2021 (tbc)');
  assert.equal(of(2)?.targetOn, null);
  assert.equal(of(5)?.targetOn, '2021-09-30');
  assert.deepEqual(of(9)?.provisions, ['3.6', '6.1', '6.2']);
  assert.equal(of(11)?.target, 'TBC');
  assert.match(of(11)?.progress ?? '', /Microsoft Teams/, 'the footnote that the date points to');
  assert.equal(of(12)?.lead, 'Business Development Manager; Housing Services Manager (Supported Housing)');
  assert.ok(reading.actions.every(({ lead, target }) => lead !== '' && target !== ''));
  // Yes, and a mandatory action for it.
  assert.ok(rowOf(reading, '2.3').needsPerson);
});

test('livin: rows without numbers find their questions, with their figures', skip, () => {
  const reading = read('002', '2020');
  assert.equal(reading.rows.length, 36);
  assert.deepEqual(reading.missing, []);
  assert.deepEqual(reading.warnings, []);
  const figures = {
    '3.8': '95.2% Informal/ 4.8% stage 1',
    '4.5': '100% Upheld',
    '4.6': 'No stage 2 complaints',
    '4.7': '0% 100% N/A N/A',
    '4.10': '99.28%',
    '8.1': '113 in 2019/20',
  };
  for (const [provision, figure] of Object.entries(figures)) {
    assert.equal(rowOf(reading, provision).answer, 'text', provision);
    assert.ok(
      rowOf(reading, provision).evidence.includes(figure),
      `${provision}: ${rowOf(reading, provision).evidence}`,
    );
  }
  assert.deepEqual(withAnswer(reading, 'no'), ['3.4', '3.5']);
  assert.deepEqual(withAnswer(reading, 'na'), ['5.1', '5.2']);
  assert.match(rowOf(reading, '6.3').evidence, /^One\nUpheld at Stage 1 and compensation offered/);
  assert.match(rowOf(reading, '2.1').evidence, /In person[\s\S]+Social media/, 'the list is broken over two pages');
  assert.match(rowOf(reading, '8.2').evidence, /Annual Report to tenants[\s\S]+Housing & Assets Committee/);
  assert.ok(rowOf(reading, '1.1').needsPerson, 'the policy is only proposed');
});

test('Charnwood: 72 rows, 45 + 27 computed against the printed 44, and the year before in the same file', skip, () => {
  const reading = read('003', '2022', '2023');
  assert.equal(reading.year, '2023');
  assert.deepEqual([reading.counts.must, reading.counts.should, reading.counts.total], [45, 27, 72]);
  assert.deepEqual([reading.printed.must, reading.printed.should, reading.printed.total], [44, 27, 72]);
  assert.deepEqual(
    reading.disagreements.map(({ what, printed, computed }) => [what, printed, computed]),
    [
      ['must', 44, 45],
      ['must + should', 72, 71],
    ],
  );
  // An empty cell, and a scanner's 'I TAC'.
  assert.deepEqual(withAnswer(reading, 'unknown'), ['3.2', '5.8']);
  assert.equal(reading.counts.byAnswer.yes, 70);
  assert.match(rowOf(reading, '5.16').evidence, /^Established within the policy and practice$/);
  assert.match(rowOf(reading, '5.1').why.join(' '), /does not manage to meet these deadlines at times/);
  for (const provision of ['1.2', '2.1', '2.6', '4.4', '4.16', '5.1', '5.17'])
    assert.ok(rowOf(reading, provision).needsPerson, `${provision} says yes and that something must change`);
  assert.deepEqual(
    reading.earlier.map(({ year, provision, answer, now }) => [year, provision, answer, now]),
    [
      ['2022', '4.1', 'partly', 'yes'],
      ['2022', '4.11', 'partly', 'yes'],
      ['2022', '5.1', 'partly', 'yes'],
      ['2022', '5.5', 'partly', 'yes'],
      ['2022', '5.15', 'no', 'yes'],
    ],
  );
  assert.match(reading.earlier[0]?.evidence ?? '', /Stage 0 is an informal process/);
  assert.match(reading.earlier[0]?.change ?? '', /^the complaints policy has been amended/);
});

test('Charnwood read as another edition says so', skip, () => {
  assert.match(read('003', '2024').warnings.join(' '), /more like those of the Code of 2022 than of 2024/);
});

test('Cannock Chase: the three provisions that are not met, with reasons and what is proposed', skip, () => {
  const reading = read('001', '2024');
  assert.equal(reading.form, 'list-of-unmet');
  assert.deepEqual(withAnswer(reading, 'no'), ['9.3', '9.6', '9.7']);
  assert.deepEqual(withAnswer(reading, 'yes'), [], 'what it does not answer row by row is no yes');
  assert.match(rowOf(reading, '9.3').evidence, /not reported on corporately/);
  assert.match(rowOf(reading, '9.6').evidence, /^New requirement/);
  assert.deepEqual(
    reading.actions.map(({ provision, mandatory }) => [provision, mandatory]),
    [
      ['9.3', true],
      ['9.6', true],
      ['9.7', true],
    ],
  );
  assert.match(reading.actions[0]?.action ?? '', /new Housing Board/);
  assert.equal(reading.missing.length, 65);
});

test('Medway: eight sections that are told and not filled in, each for a person to judge', skip, () => {
  const reading = read('004', '2020');
  assert.equal(reading.form, 'narrative');
  assert.deepEqual(
    reading.sections.map(({ section }) => section),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
  assert.ok(reading.rows.every(({ needsPerson, confidence }) => needsPerson && confidence <= 0.6));
  assert.deepEqual(withAnswer(reading, 'yes'), []);
  assert.match(rowOf(reading, '4.7').evidence, /97\.3% of Stage 1/);
  assert.match(rowOf(reading, '4.10').evidence, /94\.8%/);
  assert.match(rowOf(reading, '3.5').evidence, /designated person/);
});
