/** `putright import`, called as people and machines call it. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { openDatabase } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { cannockYear } from '../support/cannock-year.js';
import { putright, temporaryFolder } from '../support/command-line.js';
import { freshDatabase } from '../support/database.js';
import { fileWith } from './bringing-in.js';

const folder = temporaryFolder('import-command');
const made = await freshDatabase();
const environment = {
  DATABASE_URL: made.app,
  DATABASE_OWNER_URL: made.owner,
  DATABASE_JOBS_URL: made.jobs,
  PUTRIGHT_DATA: join(folder, 'data'),
};

const db = openDatabase(made.app, 'app', { connections: 1 });
let count = 0;
async function landlord(): Promise<string> {
  count += 1;
  const name = `Landlord ${count}`;
  await makeLandlord(db, { name });
  return name;
}
test.after(() => db.close());

interface Answer {
  rows: number;
  taken: number;
  already: number;
  changed: number;
  refused: { line: number; column: string | null; reason: string }[];
  warnings: { line: number; column: string | null; reason: string }[];
  wouldTake?: number;
  proposed?: { rows: string };
}

async function run(name: string, ...args: string[]) {
  const ran = await putright(['import', ...args, '--json', '--landlord', name], environment);
  return { code: ran.code, err: ran.err, answer: (ran.out === '' ? null : JSON.parse(ran.out)) as Answer | null };
}

function mapFile(map: unknown): string {
  const { path } = fileWith(typeof map === 'string' ? map : JSON.stringify(map), 'map.json');
  return path;
}

test('without a map the headings are proposed and nothing is taken until --yes', async () => {
  const name = await landlord();
  const { path } = fileWith(cannockYear('stage').csv);
  const proposed = await run(name, path);
  assert.equal(proposed.code, 0, proposed.err);
  assert.deepEqual([proposed.answer?.rows, proposed.answer?.taken, proposed.answer?.wouldTake], [259, 0, 259]);
  assert.equal(proposed.answer?.proposed?.rows, 'stage');
  const dry = await run(name, path, '--dry-run');
  assert.deepEqual([dry.code, dry.answer?.taken], [0, 259]);
  const taken = await run(name, path, '--yes');
  assert.deepEqual([taken.code, taken.answer?.taken, taken.answer?.already], [0, 259, 0]);
  const again = await run(name, path, '--columns', mapFile(cannockYear('stage').map));
  assert.deepEqual([again.code, again.answer?.taken, again.answer?.already], [0, 0, 259]);
});

test('a refused row ends with 1, and with --all-or-none nothing is taken', async () => {
  const name = await landlord();
  const map = mapFile({
    columns: { reference: 'Ref', kind: 'Type', receivedOn: 'Date', area: 'Area', stage1Outcome: 'Outcome' },
    values: { kind: { 'formal  one': 'complaint' }, area: { REPAIRS: 'Repairs' } },
    dates: 'dmy',
    rows: 'case',
  });
  const { path } = fileWith(
    'Ref,Type,Date,Area,Outcome\n1,Formal One,02/05/2023,repairs,Upheld\n2,Nonsense,02/05/2023,x,\n3,Complaint,31/02/2023,,\n4,Complaint,02/05/2023,Repairs,maybe\n',
  );
  const none = await run(name, path, '--columns', map, '--all-or-none');
  assert.deepEqual([none.code, none.answer?.taken, none.answer?.refused.length], [1, 0, 1]);
  const good = await run(name, path, '--columns', map);
  assert.deepEqual([good.code, good.answer?.rows, good.answer?.taken], [1, 4, 3]);
  assert.deepEqual(
    good.answer?.refused.map(({ line, column }) => [line, column]),
    [[3, 'Type']],
  );
  assert.ok(good.answer?.warnings.some(({ line, column }) => line === 4 && column === 'Date'));
  assert.ok(
    good.answer?.warnings.some(
      ({ line, column, reason }) => line === 5 && column === 'Outcome' && /no outcome that is known/.test(reason),
    ),
  );
});

test('a workbook with a title, several sheets and a formula comes in; what can’t be read ends with one sentence', async () => {
  const name = await landlord();
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Read me').addRow(['Nothing here']);
  const sheet = book.addWorksheet('Register');
  sheet.addRow(['Complaints 2023-24']);
  sheet.addRow([]);
  sheet.addRow(['Complaint Ref', 'Type', 'Date received', 'S1 response date', 'S1 outcome']);
  sheet.addRow([
    'A1',
    'Complaint',
    new Date(Date.UTC(2023, 4, 2)),
    { formula: 'C4+7', result: new Date(Date.UTC(2023, 4, 9)) },
    'Upheld',
  ]);
  sheet.addRow(['TOTAL', 1]);
  const path = join(folder, 'register.xlsx');
  writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()));
  const shown = await putright(['import', path, '--landlord', name], environment);
  assert.match(shown.out, /Only the sheet “Register” is read; left out: “Read me”\./);
  const taken = await run(name, path, '--yes');
  assert.deepEqual([taken.code, taken.answer?.rows, taken.answer?.taken, taken.err], [0, 1, 1, '']);
  for (const [args, code, why] of [
    [['nowhere.csv'], 1, /^There is no file nowhere\.csv\.\n$/],
    [[], 2, /Say which file/],
    [[path, 'another.csv'], 2, /One file at a time/],
    [[path, '--columns', mapFile('{')], 1, /is not JSON/],
    [[path, '--columns', mapFile({ columns: { colour: 'x' } })], 1, /names “colour”, which is no field/],
    [
      [path, '--columns', mapFile({ columns: { kind: 'Type' }, values: { kind: { Formal: 'grumble' } } })],
      1,
      /takes “Formal” of kind for “grumble”, which is none of ours: there is complaint, /,
    ],
    [[path, '--columns', mapFile({ columns: { kind: 'Type' }, dates: 'ymd' })], 1, /“dates” must be dmy, mdy or iso/],
    [
      [path, '--columns', mapFile({ columns: { kind: 'Type', area: 'Nowhere' }, sheet: 'Register' })],
      1,
      /no column “Nowhere”/,
    ],
    [[fileWith('a,b\n1,2\n').path], 1, /No row of headings/],
  ] as const) {
    const ran = await putright(['import', ...args, '--landlord', name], environment);
    assert.equal(ran.code, code, ran.err);
    assert.match(ran.err, why);
    assert.ok(!ran.err.includes('    at '), ran.err);
  }
});

test('what a file holds steers no terminal', async () => {
  const name = await landlord();
  const { path } = fileWith('Ref,Type,Date\n1,\u001b[31mred,02/05/2023\n2,=1+1,02/05/2023\n');
  const ran = await putright(['import', path, '--landlord', name], environment);
  assert.equal(ran.code, 1);
  assert.ok(!ran.out.includes('\u001b'));
  assert.match(ran.out, /is no kind that is known/);
});
