/** Sheets of repairs systems as they are written, and what is certain enough to follow from them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  guessJobColumns,
  headingsSeem,
  jobMeanings,
  proposeJobColumns,
  readJobRows,
  seemsToMean,
  statesOf,
  whyNoJobs,
} from '../../src/complaint/job-rows.js';
import { speaksAgainst } from '../../src/complaint/jobs-contradicted.js';
import { day } from '../../src/facts/days.js';

const today = day('2026-11-22');

test('columns are known by their headings, whatever the repairs system calls them', () => {
  for (const [headings, found] of [
    [
      ['Job No', 'Address', 'Job Status', 'Completed Date'],
      [0, 2, 3],
    ],
    [
      ['Works order number', 'Trade', 'Status', 'Date raised'],
      [0, 2, 3],
    ],
    [
      ['WO', 'Stage', 'Finished'],
      [0, 1, 2],
    ],
    [
      ['Reference', 'Notes'],
      [null, null, null],
    ],
  ] as const) {
    const { job, state, on } = proposeJobColumns([['Jobs of November'], headings, ['1']], {});
    assert.deepEqual([job, state, on], found, headings.join());
  }
  const again = proposeJobColumns([['Reference', 'Status', 'Job no']], { job: ' reference ' });
  assert.equal(again.job, 0);
});

test('whether a sheet has headings is known from them, likely without a number, and never where a job seems to stand', () => {
  for (const [first, seem] of [
    [['Job No', 'Address 1', 'Status'], 'there'],
    [['Auftrag', 'Zustand', 'Erledigt'], 'likely'],
    [['R-1001', 'Completed', '12/11/2026'], 'missing'],
    [['R-1001', 'Repair no access', ''], 'missing'],
    [['12', 'Completed'], 'missing'],
    [['Repair 12/11', 'no', 'Completed'], 'missing'],
  ] as const)
    assert.equal(headingsSeem([['Jobs of November'], first, ['R-1002', 'Completed']], {}), seem, first.join());
  assert.equal(headingsSeem([['Column 2026', 'Status']], { job: 'column 2026' }), 'there');
});

test('where there are no headings, the cells of the first job tell which columns are which, or none', () => {
  for (const [first, found] of [
    [
      ['R-1001', '12 Low Road', 'Completed', '12/11/2026'],
      [0, 2, 3],
    ],
    [
      ['No access', '12/11/2026', '46347'],
      [2, 0, 1],
    ],
    [
      ['Ann', 'red'],
      [null, null, null],
    ],
  ] as const) {
    const { job, state, on } = guessJobColumns(first, 'dmy', today);
    assert.deepEqual([job, state, on], found, first.join());
  }
});

test('a sheet without a table, or with headings alone, can’t be one of jobs; one row without headings can', () => {
  assert.match(whyNoJobs([['MZ'], ['nothing'], []]) ?? '', /holds no table/);
  assert.match(whyNoJobs([['Jobs'], ['Job no', 'Status'], ['', ' ']]) ?? '', /headings and no job below/);
  assert.equal(whyNoJobs([['R-1001', 'Completed']]), null);
});

test('what is finished is told from what is not, and what nobody can tell means nothing', () => {
  for (const [word, meaning] of [
    ['Completed', 'done'],
    ['COMPLETE - INVOICED', 'done'],
    ['Not complete', 'under-way'],
    ['Part complete', 'under-way'],
    ['Awaiting materials', 'under-way'],
    ['No access', 'no-access'],
    ['No Access - carded', 'no-access'],
    ['Cancelled by tenant', 'cancelled'],
    ['XJ7', null],
    ['', null],
  ] as const)
    assert.equal(seemsToMean(word), meaning, word);
});

test('a job is not done against a later word of it, nor when it was cancelled that day or on a day that nobody tells', () => {
  const done = day('2026-11-20');
  const [before, after] = [day('2026-11-19'), day('2026-11-21')];
  for (const [meaning, on, speaks] of [
    ['cancelled', after, true],
    ['no-access', after, true],
    ['under-way', after, true],
    ['cancelled', done, true],
    ['cancelled', null, true],
    ['no-access', done, false],
    ['under-way', null, false],
    ['cancelled', before, false],
    ['done', after, false],
  ] as const)
    assert.equal(speaksAgainst({ meaning, on }, done), speaks, `${meaning} ${on}`);
});

test('any sheet is read without a fault: each row names a job, and a day is a day or has a reason', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('=1+1', '22/11/2026', '46347', '2026-13-40', '\u202e', '"', 'done'),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), fc.boolean(), (rows, headed) => {
      const columns = proposeJobColumns(rows, {});
      for (const row of readJobRows(rows, { ...columns, job: columns.job ?? 0 }, { headed, order: 'dmy', today })) {
        assert.notEqual(row.job, '');
        assert.ok(row.on === null || row.badDay === null);
      }
      for (const state of statesOf(readJobRows(rows, columns, { headed, order: 'dmy', today })))
        assert.ok([null, ...jobMeanings].includes(seemsToMean(state)));
    }),
    { numRuns: 200 },
  );
});
