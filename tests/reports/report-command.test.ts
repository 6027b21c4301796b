/** `putright report annual` as people call it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import mammoth from 'mammoth';
import type { StaffId } from '../../src/facts/happened.js';
import { inLandlord, openDatabase } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { addStaff } from '../../src/store/staff.js';
import { type Environment, putright, temporaryFolder } from '../support/command-line.js';
import { freshDatabase } from '../support/database.js';
import { clerk, complaintOf2024 } from './cases.js';

const folder = temporaryFolder('reports');
const made = await freshDatabase();
const environment: Environment = {
  DATABASE_URL: made.app,
  DATABASE_OWNER_URL: made.owner,
  DATABASE_JOBS_URL: made.jobs,
  PUTRIGHT_DATA: join(folder, 'data'),
};
const db = openDatabase(made.app, 'app', { connections: 2 });
const landlordId = await makeLandlord(db, { name: 'Ashdown Homes' });
const staff = (await inLandlord(db, landlordId, (trx) =>
  addStaff(trx, { name: 'Maya', email: 'maya@example.org', roles: ['manager'], passwordHash: 'none' }),
)) as StaffId;
await complaintOf2024(db, clerk(landlordId, staff));
await db.close();

const annual = (...args: string[]) => putright(['report', 'annual', ...args], environment);

test('as text it says from what it was made, and has its six parts', async () => {
  const { code, out, err } = await annual('--year', '2024-25');
  assert.equal(code, 0, err);
  assert.match(out, /^\(from the data as they stand, with nobody’s words\)/);
  for (const part of 'abcdef') assert.match(out, new RegExp(`^## \\(${part}\\) `, 'm'));
  assert.match(out, /STILL MISSING: The self-assessment for 2024-25/);
});

test('as PDF, DOCX and HTML by the ending of the file; a file that is there is left alone', async () => {
  const path = (ending: string) => join(folder, `report.${ending}`);
  for (const ending of ['pdf', 'docx', 'html']) {
    const ran = await annual('--year', '2024-25', '--out', path(ending));
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /from the data as they stand/);
  }
  assert.equal(readFileSync(path('pdf')).subarray(0, 5).toString(), '%PDF-');
  assert.match((await mammoth.extractRawText({ path: path('docx') })).value, /Not the published report/);
  assert.match(readFileSync(path('html'), 'utf8'), /^<!doctype html>/);
  const again = await annual('--year', '2024-25', '--out', path('pdf'));
  assert.equal(again.code, 1);
  assert.match(again.err, /There is a file/);
});

test('for machines it is JSON, with what is missing', async () => {
  const { code, out } = await annual('--year', '2024-25', '--json');
  assert.equal(code, 0);
  const told = JSON.parse(out);
  assert.deepEqual([told.year, told.from], ['2024-25', 'data']);
  assert.ok(told.missing.length > 0 && told.document.blocks.length > 20);
});

test('what is misused or cannot be is one plain sentence', async () => {
  const wrong: readonly (readonly [readonly string[], number, RegExp])[] = [
    [['report'], 2, /Say which report/],
    [['report', 'annual'], 2, /Say which year/],
    [['report', 'annual', '--year', '2024-26'], 2, /no reporting year/],
    [['report', 'annual', '--year', '2024-25', '--format', 'odt'], 2, /no format "odt"/],
    [['report', 'annual', '--year', '2024-25', '--format', 'pdf'], 2, /--out FILE/],
    [['report', 'annual', '--year', '2098-99'], 1, /has not begun/],
    [['report', 'annual', '--year', '2024-25', '--out', join(folder, 'no', 'where.pdf')], 1, /could not be written/],
  ];
  for (const [args, code, words] of wrong) {
    const ran = await putright(args, environment);
    assert.equal(ran.code, code, `${args.join(' ')}: ${ran.err}`);
    assert.match(ran.err, words);
  }
  assert.equal(existsSync(join(folder, 'no')), false);
});

test('a year before any data is a report that says so', async () => {
  const { code, out } = await annual('--year', '2011-12');
  assert.equal(code, 0);
  assert.match(out, /No contact of 2011-12 is recorded here/);
  assert.doesNotMatch(out, /\b0%/);
});
