/** What a row of a register tells: what is refused, what is unknown, what did not happen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field, RegisterMap } from '../../src/complaint/register/fields.js';
import { addedByRow, openedByRow } from '../../src/complaint/register/happenings.js';
import { formOf, proposeColumns } from '../../src/complaint/register/headings.js';
import { readPence } from '../../src/complaint/register/money.js';
import { readRow } from '../../src/complaint/register/row.js';
import { type Cells, readingOf } from '../../src/complaint/register/row-cells.js';
import { findHeadingRow, isTotalRow } from '../../src/complaint/register/rows.js';
import { mergeSpellings } from '../../src/complaint/register/spellings.js';
import { guessValue } from '../../src/complaint/register/values.js';
import { day } from '../../src/facts/days.js';
import type { Words } from '../../src/facts/happened.js';

const today = day('2026-03-02');
const mapWith = (rows: 'case' | 'stage', ...columns: Field[]): RegisterMap => ({
  columns: Object.fromEntries(columns.map((field) => [field, field])),
  values: {},
  dates: 'dmy',
  rows,
});
const whole = mapWith(
  'case',
  'reference',
  'kind',
  'channel',
  'receivedOn',
  'acknowledgedOn',
  'stage1ExtensionToldOn',
  'stage1ExtendedTo',
  'stage1RespondedOn',
  'stage1Outcome',
  'escalationRequestedOn',
  'stage2AcknowledgedOn',
  'stage2RespondedOn',
  'stage2Outcome',
  'refusedOn',
  'refusedGround',
  'withdrawnOn',
  'tenure',
  'area',
  'category',
  'compensationPence',
);

const withoutKinds = mapWith('case', 'reference', 'receivedOn', 'stage1RespondedOn');

function told(cells: Cells, map = whole) {
  const read = readRow(cells, readingOf(map, today));
  assert.ok(read.ok, JSON.stringify(read));
  return read;
}

function whyNot(cells: Cells, map = whole): string {
  const read = readRow(cells, readingOf(map, today));
  assert.ok(!read.ok);
  return read.problem.reason;
}

const complaint: Cells = {
  kind: 'Complaint',
  channel: 'Email',
  receivedOn: '02/05/2023',
  tenure: 'Tenant',
  area: 'North',
  category: 'Damp',
};

test('a row is refused only when nobody can tell what it is', () => {
  assert.match(whyNot({ receivedOn: '02/05/2023' }), /stays untold/);
  assert.match(whyNot({ ...complaint, kind: 'Zebra' }), /“Zebra” is no kind that is known/);
  for (const [receivedOn, why] of [
    ['soon', /taken without one and counts in no year; correct “/],
    ['31/04/2023', /taken without one and counts in no year; correct “/],
    ['', /taken without one and counts in no year; fill in “/],
  ] as const) {
    const { facts, problems } = told({ ...complaint, receivedOn });
    assert.deepEqual([facts.receivedOn, facts.standsOn], [null, today]);
    assert.ok(facts.unknown.includes('received'));
    assert.match(problems.at(-1)?.reason ?? '', why);
  }
  // Between the rows of a register that names no kinds stand remarks.
  const remark = readRow({ receivedOn: 'see the other file' }, readingOf(withoutKinds, today));
  assert.ok(!remark.ok && /No column says what this row is/.test(remark.problem.reason));
  assert.ok(told({ kind: 'Complaint', stage1RespondedOn: '10/05/2023' }).facts.unknown.includes('received'));
});

test('a blank in a column that is there did not happen; a column that is not there is unknown', () => {
  const { facts, problems } = told(complaint);
  assert.deepEqual(facts.unknown, []);
  assert.deepEqual(problems, []);
  const bare = told(complaint, mapWith('case', 'kind', 'receivedOn')).facts.unknown;
  for (const fact of [
    'acknowledged',
    'stage-1-response',
    'stage-1-outcome',
    'stage-1-extension',
    'stage-2-request',
    'refusal',
    'withdrawal',
    'compensation',
  ] as const)
    assert.ok(bare.includes(fact), fact);
});

test('what the row shows to have happened is unknown when its own cell is blank, and said', () => {
  const answered = told({ ...complaint, stage1Outcome: 'Upheld' });
  assert.deepEqual(answered.facts.unknown, ['stage-1-response']);
  assert.equal(answered.problems[0]?.field, 'stage1RespondedOn');
  const escalated = told({
    ...complaint,
    stage1RespondedOn: '10/05/2023',
    stage1Outcome: 'Upheld',
    stage2RespondedOn: '01/07/2023',
    stage2Outcome: 'Not upheld',
  });
  // The map has no column for an extension of stage 2.
  assert.deepEqual(escalated.facts.unknown, ['stage-2-request', 'stage-2-extension']);
  const extended = told({ ...complaint, stage1ExtendedTo: '30/05/2023' });
  assert.deepEqual(extended.facts.unknown, ['stage-1-extension']);
  const refused = told({ ...complaint, refusedGround: 'legal' });
  assert.deepEqual(refused.facts.unknown, ['refusal']);
  assert.deepEqual(refused.facts.refused, { on: '2023-05-02', ground: 'legal-proceedings' });
  assert.match(refused.problems[0]?.reason ?? '', /the day is blank/);
  // Answered too: it may have been the request for stage 2 that was refused, and nobody can tell.
  const either = told({ ...complaint, refusedGround: 'legal', stage1RespondedOn: '10/05/2023' });
  assert.equal(either.facts.refused, null);
});

test('an enquiry stands on any day that its row tells, its receipt unknown', () => {
  const read = told({ kind: 'MP enquiry', receivedOn: 'spring', stage1RespondedOn: '10/05/2023' });
  assert.ok(read.facts.unknown.includes('received'));
  assert.equal(read.facts.standsOn, '2023-05-10');
});

test('impossible dates, dates to come and an order that can’t be leave the fact unknown', () => {
  assert.deepEqual(told({ ...complaint, acknowledgedOn: '31/02/2023' }).facts.unknown, ['acknowledged']);
  assert.deepEqual(told({ ...complaint, stage1RespondedOn: '10/05/2033' }).facts.unknown, ['stage-1-response']);
  assert.deepEqual(told({ ...complaint, stage1RespondedOn: '10/04/2023' }).facts.unknown, ['stage-1-response']);
  const order = told({
    ...complaint,
    acknowledgedOn: '12/05/2023',
    stage1RespondedOn: '10/05/2023',
    stage1Outcome: 'Upheld',
  });
  assert.deepEqual(order.facts.unknown, ['acknowledged']);
  assert.match(order.problems[0]?.reason ?? '', /is after the answer/);
});

test('old words for kinds are kept, and the case is what they stood for', () => {
  for (const [text, kind] of [
    ['Stage 0', 'service-request'],
    ['Informal', 'service-request'],
    ['Informal Resolution', 'service-request'],
  ] as const) {
    const { facts } = told({ ...complaint, kind: text });
    assert.deepEqual([facts.kind, facts.kindAsWritten], [kind, text]);
  }
  const panel = told(
    { kind: 'Stage 3', receivedOn: '02/05/2019', respondedOn: '02/06/2019', outcome: 'Upheld' },
    mapWith('stage', 'kind', 'receivedOn', 'respondedOn', 'outcome'),
  );
  assert.deepEqual(
    [panel.facts.kind, panel.facts.stages[0]?.stage, panel.facts.kindAsWritten],
    ['complaint', 3, 'Stage 3'],
  );
  assert.equal(told({ ...complaint, kind: 'Stage 1' }).facts.kindAsWritten, null);
});

test('nothing that the register does not tell happens to the case', () => {
  const { facts } = told({
    ...complaint,
    acknowledgedOn: '03/05/2023',
    stage1RespondedOn: '10/05/2023',
    stage1Outcome: 'Upheld',
    compensationPence: '£125.00',
  });
  const happened = openedByRow(facts, {
    today,
    source: 'register',
    rowDigest: 'x',
    person: null,
    home: null,
    keep: (text) => text as Words,
    newId: <T>() => 'id' as T,
  });
  assert.deepEqual(
    happened.map(({ what, on }) => [what.type, on]),
    [
      ['Received', '2023-05-02'],
      ['Logged', '2023-05-02'],
      ['PointRaised', '2023-05-02'],
      ['Acknowledged', '2023-05-03'],
      ['ResponseSent', '2023-05-10'],
      ['RemedyOffered', '2023-05-10'],
      ['Imported', '2026-03-02'],
    ],
  );
});

test('what is refused after the answer and the request for stage 2 is the request', () => {
  const refusals = (cells: Cells) =>
    openedByRow(told({ ...complaint, refusedGround: 'Legal proceedings', ...cells }).facts, {
      today,
      source: 'register',
      rowDigest: 'x',
      person: null,
      home: null,
      keep: (text) => text as Words,
      newId: <T>() => 'id' as T,
    })
      .map(({ what }) => what.type)
      .filter((type) => type.endsWith('Refused'));
  const answered = { stage1RespondedOn: '10/05/2023', escalationRequestedOn: '20/05/2023' };
  assert.deepEqual(refusals({ ...answered, refusedOn: '25/05/2023' }), ['EscalationRefused']);
  assert.deepEqual(refusals({ ...answered, refusedOn: '20/05/2023' }), ['EscalationRefused']);
  assert.deepEqual(refusals({ ...answered, refusedOn: '09/05/2023' }), ['ComplaintRefused']);
  assert.deepEqual(refusals({ ...answered, stage1RespondedOn: '', refusedOn: '25/05/2023' }), ['ComplaintRefused']);
  assert.deepEqual(refusals({ stage1RespondedOn: '10/05/2023', refusedOn: '25/05/2023' }), ['ComplaintRefused']);
});

test('landlords’ words for outcomes, kinds, tenures and ways are known', () => {
  assert.equal(guessValue('outcome', 'Partially Upheld'), 'partly-upheld');
  assert.equal(guessValue('outcome', 'NOT UPHELD'), 'not-upheld');
  assert.equal(guessValue('kind', 'MP’s enquiry'), 'mp-enquiry');
  assert.equal(guessValue('kind', 'Stage-2'), 'stage-2');
  assert.equal(guessValue('tenure', 'Shared Owner'), 'LCHO');
  assert.equal(guessValue('channel', 'Telephone'), 'phone');
  assert.equal(guessValue('tenure', ''), null);
});

test('one name in several spellings is proposed as one, and two things stay two', () => {
  const merged = mergeSpellings(
    [
      { text: 'Repairs', rows: 40 },
      { text: 'repairs ', rows: 3 },
      { text: 'REPAIRS / Maintenance', rows: 2 },
      { text: 'Reparis', rows: 1 },
      { text: 'Area 1', rows: 5 },
      { text: 'Area 2', rows: 5 },
      { text: 'Rents', rows: 4 },
    ],
    [],
  );
  const names = Object.fromEntries(merged.map(({ text, name }) => [text, name]));
  assert.deepEqual(names, {
    Repairs: 'Repairs',
    'repairs ': 'Repairs',
    'REPAIRS / Maintenance': 'Repairs',
    Reparis: 'Repairs',
    'Area 1': 'Area 1',
    'Area 2': 'Area 2',
    Rents: 'Rents',
  });
  assert.equal(mergeSpellings([{ text: 'reparis', rows: 1 }], ['Repairs'])[0]?.name, 'Repairs');
});

test('headings are understood as landlords write them', () => {
  const fieldsOf = (...texts: string[]) =>
    proposeColumns(
      texts.map((text) => ({ text, samples: [] })),
      'case',
    ).map(({ field }) => field);
  assert.deepEqual(
    fieldsOf(
      'Complaint Ref',
      'Date Rec’d',
      'Date Ack',
      'S1 due',
      'S1 Response',
      'Outcome S1',
      'Escalated to S2',
      'S2 Response Date',
      'S2 Outcome',
      'UPRN',
      'Lessons learned',
      'Compensation £',
    ),
    [
      'reference',
      'receivedOn',
      'acknowledgedOn',
      null,
      'stage1RespondedOn',
      'stage1Outcome',
      'escalationRequestedOn',
      'stage2RespondedOn',
      'stage2Outcome',
      'uprn',
      'learning',
      'compensationPence',
    ],
  );
  assert.equal(
    formOf([
      { text: 'Type', samples: ['Stage 1', 'Stage 2'] },
      { text: 'Date received', samples: [] },
    ]),
    'stage',
  );
  assert.equal(
    formOf([
      { text: 'Date received', samples: [] },
      { text: 'S2 outcome', samples: [] },
    ]),
    'case',
  );
});

test('titles above, totals below and headings between are known for what they are', () => {
  assert.equal(
    findHeadingRow([['Complaints 2023/24'], [], ['Ref', 'Date received', 'Type'], ['1', '02/05/2023', 'Stage 1']]),
    2,
  );
  assert.equal(
    findHeadingRow([
      ['a', 'b'],
      ['c', 'd'],
    ]),
    -1,
  );
  assert.ok(isTotalRow(['TOTAL', '259', '', '36']));
  assert.ok(isTotalRow(['', 'Grand total', '36']));
  assert.ok(!isTotalRow(['Total loss of heating', 'Stage 1', '02/05/2023']));
});

test('amounts are read in pounds and pence, never guessed', () => {
  assert.equal(readPence('£1,250.50', false), 125_050);
  assert.equal(readPence('125.5', false), 12_550);
  assert.equal(readPence('125', false), 125);
  assert.equal(readPence('125', true), 12_500);
  assert.equal(readPence('50p', true), 50);
  assert.equal(readPence('£50 + £25', true), null);
  assert.equal(readPence('-5', true), null);
});

test('what a row of stage 2 says of its own is kept beside the case that it joins', () => {
  const map = mapWith('stage', 'kind', 'receivedOn', 'respondedOn', 'outcome', 'previousReference', 'summary', 'area');
  const { facts } = told(
    {
      kind: 'Stage 2',
      receivedOn: '02/06/2023',
      respondedOn: '12/06/2023',
      outcome: 'Upheld',
      previousReference: 'C1',
      summary: 'Still cold',
      area: 'Several areas',
    },
    map,
  );
  const added = addedByRow(facts, ['tenure', 'stage-2-request'], null, {
    today,
    source: 'register',
    rowDigest: 'x',
    person: null,
    home: null,
    keep: (text) => text as Words,
    newId: <T>() => 'id' as T,
  });
  const [request, answer, note, imported] = added.map(({ what }) => what);
  assert.ok(request?.type === 'EscalationRequested' && request.words === 'Still cold');
  assert.ok(answer?.type === 'ResponseSent' && answer.stage === 2);
  assert.ok(note?.type === 'NoteMade' && note.words === 'At stage 2 the register names: Several areas');
  assert.ok(imported?.type === 'Imported');
  assert.deepEqual(imported.unknown, ['tenure', 'stage-2-acknowledged', 'stage-2-extension']);
});
