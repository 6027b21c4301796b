import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countSurvey, surveyColumns, wordingsOf } from '../../src/reports/survey-sheet.js';

const rows = [
  ['Survey of tenants 2023/24', '', ''],
  ['Id', 'Stock type', 'How satisfied are you with the approach to complaints handling?'],
  ['1', 'LCRA', 'Very satisfied'],
  ['2', 'LCRA', 'Fairly satisfied'],
  ['3', 'LCRA', 'Neither satisfied nor dissatisfied'],
  ['4', 'LCHO', 'Very dissatisfied'],
  ['5', 'LCHO', 'very  satisfied'],
  ['6', 'LCRA', 'Not applicable'],
  ['7', 'LCRA', ''],
  ['8', '', 'Maybe'],
  ['', '', ''],
];

test('the columns of answers and homes are found under title and headings', () => {
  assert.deepEqual(surveyColumns(rows), { heading: 1, answers: 2, homes: 1 });
  assert.deepEqual(surveyColumns([['a', 'b']]), { heading: 0, answers: null, homes: null });
  assert.deepEqual(surveyColumns([]), { heading: 0, answers: null, homes: null });
});

test('very and fairly satisfied count as satisfied; neither, dissatisfied as not; no answer is left out', () => {
  const wordings = wordingsOf(rows, 1, 2);
  const of = (text: string) => wordings.find((one) => one.text === text);
  assert.equal(of('Very satisfied')?.counts, 'satisfied');
  assert.equal(of('Fairly satisfied')?.counts, 'satisfied');
  assert.equal(of('Neither satisfied nor dissatisfied')?.counts, 'not-satisfied');
  assert.equal(of('Very dissatisfied')?.counts, 'not-satisfied');
  assert.equal(of('Not applicable')?.counts, 'left-out');
  assert.equal(of('')?.counts, 'left-out');
  assert.deepEqual([of('Maybe')?.counts, of('Maybe')?.sure], ['left-out', false]);
});

test('the counts are by kind of home, and what a person says of a wording goes before', () => {
  const at = { heading: 1, answers: 2, homes: 1 };
  assert.deepEqual(countSurvey(rows, at, wordingsOf(rows, 1, 2)), [
    { homes: 'LCRA', satisfied: 2, answered: 3 },
    { homes: 'LCHO', satisfied: 1, answered: 2 },
  ]);
  const said = wordingsOf(rows, 1, 2, { Maybe: 'not-satisfied' });
  assert.deepEqual(countSurvey(rows, { ...at, homes: null }, said), [{ homes: null, satisfied: 3, answered: 6 }]);
});
