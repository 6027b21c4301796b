import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognise } from '../../src/reports/benchmarks/recognise.js';
import { headingLine, meaningsOf, readBenchmarkSheet } from '../../src/reports/benchmarks/sheet.js';

test('a measure is recognised by its code or by the words of those who publish', () => {
  const known: readonly (readonly [string, string, string | null])[] = [
    ['CH01 (1)', 'ch01.1', null],
    ['CH01(2) LCHO', 'ch01.2', 'LCHO'],
    ['Complaints responded to within Complaint Handling Code timescales: stage one (CH02)', 'ch02.1', null],
    ['Stage two complaints relative to the size of the landlord (LCRA)', 'ch01.2', 'LCRA'],
    ['Number of stage one complaints received per 1,000 homes', 'ch01.1', null],
    ['TP09 - Satisfaction with approach to complaints handling', 'tp09', null],
    ['Satisfaction with the landlord’s approach to handling complaints', 'tp09', null],
    ['ch02.2', 'ch02.2', null],
    ['Working days to answer', 'working-days-to-answer', null],
  ];
  for (const [text, measure, group] of known) assert.deepEqual(recognise(text), { measure, group }, text);
  for (const text of ['TP01', 'Overall satisfaction', 'RP01 (1) Homes that do not meet the standard', 'CH01', ''])
    assert.equal(recognise(text), null, text);
});

const sheet = [
  ['Tenant satisfaction measures 2024/25', '', '', '', '', ''],
  ['', '', '', '', '', ''],
  ['Measure', 'Stock', 'Lower quartile', 'Median', 'Upper quartile', 'Number of landlords'],
  ['CH01 (1) Stage one complaints per 1,000', 'LCRA', '34.3', '45.1', '61', '352'],
  ['CH02 (1)', 'LCRA', '72.0%', '84.6%', '93.1%', '352'],
  ['TP09', 'LCRA', '0.29', '0.36', '0.43', '350'],
  ['TP01 Overall satisfaction', 'LCRA', '66%', '72%', '79%', '350'],
  ['CH02 (2)', 'LCHO', '', '80', '', 'n/a'],
];

test('a sheet with a row for each measure is read under its title, shares as percentages or as parts of one', () => {
  const heading = headingLine(sheet);
  assert.equal(heading, 2);
  const by = meaningsOf(sheet[2] ?? []);
  assert.deepEqual(by, ['measure', 'homes', 'lower', 'median', 'upper', 'landlords']);
  const { figures, problems, leftOut } = readBenchmarkSheet(sheet, heading, by);
  assert.deepEqual(problems, []);
  assert.deepEqual(leftOut, ['TP01 Overall satisfaction']);
  assert.deepEqual(
    figures.map((one) => [one.measure, one.group, one.lower, one.median, one.upper, one.landlords, one.better]),
    [
      ['ch01.1', 'LCRA', 34.3, 45.1, 61, 352, null],
      ['ch02.1', 'LCRA', 0.72, 84.6 / 100, 93.1 / 100, 352, 'higher'],
      ['tp09', 'LCRA', 0.29, 0.36, 0.43, 350, 'higher'],
      ['ch02.2', 'LCHO', null, 0.8, null, null, 'higher'],
    ],
  );
});

test('what is wrong is named by its line and column, and what it is a problem of is not taken', () => {
  const wrong = [
    ['Measure', 'Lower', 'Median', 'Upper', 'n'],
    ['TP09', 'about 30', '36%', '43%', '10'],
    ['CH02 (1)', '72%', '184%', '', ''],
    ['CH01 (1)', '34', '20', '61', ''],
    ['CH01 (2)', '', '', '', '12'],
    ['CH02 (2)', '70%', '80%', '90%', ''],
    ['CH02 stage 2', '70%', '80%', '90%', ''],
    ['CH01 (2)', '5%', '6%', '7%', '12'],
    // The better end is called upper: turned round.
    ['Working days to answer', '14', '11', '8', '1.5'],
  ];
  const { figures, problems } = readBenchmarkSheet(wrong, 0, meaningsOf(wrong[0] ?? []));
  assert.deepEqual(
    problems.map(({ line, column }) => [line, column]),
    [
      [2, 'Lower'],
      [3, null],
      [4, 'Median'],
      [5, null],
      [7, 'Measure'],
      [8, null],
      [9, 'n'],
    ],
  );
  assert.deepEqual(
    figures.map(({ measure }) => measure),
    ['ch02.2'],
  );
});

test('of a sheet with a row for each landlord the quartiles are worked out', () => {
  const peers = [
    ['Landlord', 'CH01 (1) LCRA', 'TP09'],
    ['A', '10', '30%'],
    ['B', '20', '40%'],
    ['C', '30', 'n/a'],
    ['D', '40', '20%'],
    ['E', '50', '50%'],
    ['Total', 'many', ''],
  ];
  const by = meaningsOf(peers[0] ?? []);
  assert.deepEqual(by, ['', 'of:ch01.1:LCRA', 'of:tp09']);
  const { figures, problems } = readBenchmarkSheet(peers, 0, by);
  assert.deepEqual(
    figures.map(({ measure, group, lower, median, upper, landlords }) => [
      measure,
      group,
      lower,
      median,
      upper,
      landlords,
    ]),
    [
      ['ch01.1', 'LCRA', 20, 30, 40, 5],
      ['tp09', null, 0.275, 0.35, 0.425, 4],
    ],
  );
  assert.deepEqual(
    problems.map(({ line, column }) => [line, column]),
    [[7, 'CH01 (1) LCRA']],
  );
});

test('a sheet in which no column means anything says what is missing', () => {
  const { figures, problems } = readBenchmarkSheet([['a', 'b']], 0, ['', '']);
  assert.equal(figures.length, 0);
  assert.equal(problems.length, 2);
});
