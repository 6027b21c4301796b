import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measured } from '../../src/reports/measured.js';
import { financialYear } from '../../src/reports/period.js';
import { submissionDue, wrongWithStep } from '../../src/reports/returns/submission.js';
import { tsmList } from '../../src/reports/returns/tsm-list.js';
import { mayNotFreeze, type SheetData, tsmCsv, tsmSheet } from '../../src/reports/returns/tsm-sheet.js';

const figure = (id: string, reading: string | null, numerator: number, denominator: number): Measured => ({
  id,
  group: 'LCRA',
  reading,
  words: id,
  unit: id.startsWith('ch01') ? 'per-1,000-homes' : 'proportion',
  value: numerator / denominator,
  numerator,
  denominator,
  none: false,
  unknown: 0,
  notYetDue: 0,
  note: null,
});

const cannock: SheetData = {
  period: financialYear(2023),
  measured: [
    figure('ch01.1', null, 36, 5035),
    figure('ch01.2', null, 7, 5035),
    figure('ch02.1', 'base', 30, 36),
    figure('ch02.1', 'with-extensions', 33, 36),
    figure('ch02.2', 'base', 6, 7),
    figure('ch02.2', 'with-extensions', 7, 7),
    figure('tp09', null, 41, 100),
  ],
  typed: [],
  homes: { LCRA: 5035, LCHO: 0 },
  reading: 'base',
};

const shown = (data: SheetData, code: string) => tsmSheet(data).find((row) => row.tsm.code === code)?.shown;

test('the list is the 22 measures, some in two parts', () => {
  assert.equal(new Set(tsmList.map(({ code }) => code.slice(0, 4))).size, 22);
  assert.equal(new Set(tsmList.map(({ code }) => code)).size, tsmList.length);
});

test('the sheet gives a year as it was returned, and the other reading of the same cases when that is chosen', () => {
  assert.deepEqual(
    ['CH01 (1)', 'CH01 (2)', 'CH02 (1)', 'CH02 (2)', 'TP09'].map((code) => shown(cannock, code)),
    ['7.15', '1.39', '83.3%', '85.7%', '41.0%'],
  );
  const extended = { ...cannock, reading: 'with-extensions' } as const;
  assert.deepEqual([shown(extended, 'CH02 (1)'), shown(extended, 'CH02 (2)')], ['91.7%', '100.0%']);
});

test('what is not known says what to do, and a kind of home that is not owned has no rows', () => {
  const rows = tsmSheet(cannock);
  assert.ok(rows.every((row) => row.stock === 'LCRA'));
  const gas = rows.find((row) => row.tsm.code === 'BS01');
  assert.deepEqual([gas?.missing, gas?.working], [true, 'Comes from other records: enter it here.']);
  const typed = { code: 'BS01', stock: 'LCRA', numerator: 4999, denominator: 5000, source: 'Gas register' } as const;
  assert.equal(shown({ ...cannock, typed: [typed] }, 'BS01'), '100.0%');
});

test('a figure of 0 homes is none, never a division', () => {
  const typed = { code: 'NM01 (1)', stock: 'LCRA', numerator: 3, denominator: 0, source: 'x' } as const;
  assert.equal(shown({ ...cannock, typed: [typed] }, 'NM01 (1)'), null);
});

test('the file says first what it is and what it was made from', () => {
  const rows = tsmCsv({ landlord: 'Cannock Chase', status: 'Frozen', provenance: ['history head abc'] }, cannock);
  assert.deepEqual(rows[0], ['Landlord', 'Cannock Chase']);
  assert.ok(rows.some((row) => row[0] === 'Made from' && row[1] === 'history head abc'));
  assert.ok(rows.some((row) => row[2] === 'CH02 (1)' && row[4] === '30' && row[5] === '36'));
});

test('the submission is due on 30 September for large landlords, six months after the year for small ones', () => {
  const year = financialYear(2025);
  assert.deepEqual([submissionDue(year, 1000).size, submissionDue(year, 1000).on], ['large', '2026-09-30']);
  assert.deepEqual([submissionDue(year, 999).size, submissionDue(year, 999).on], ['small', '2026-09-30']);
  assert.equal(submissionDue(year, null).size, 'unknown');
  assert.equal(
    submissionDue({ name: '2025', from: year.from, until: '2025-12-31' as typeof year.until }, 500).on,
    '2026-06-30',
  );
});

test('a year that still runs can’t be frozen, and what is published has an address', () => {
  const year = financialYear(2025);
  assert.match(mayNotFreeze(year, year.until) ?? '', /ends on Tuesday 31 March 2026/);
  assert.equal(mayNotFreeze(year, '2026-04-01' as typeof year.until), null);
  const on = year.until;
  assert.match(wrongWithStep('annual-report', { doneOn: on, address: null })?.words ?? '', /Enter the address/);
  assert.match(wrongWithStep('annual-report', { doneOn: on, address: 'javascript:x' })?.words ?? '', /whole address/);
  assert.equal(wrongWithStep('annual-report', { doneOn: on, address: 'https://www.example.org/a' }), null);
  assert.equal(wrongWithStep('submitted', { doneOn: on, address: null }), null);
});
