/** A register by the screens: sent, its columns, words and dates said, looked at, confirmed, taken by a job, and taken back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { day } from '../../src/facts/days.js';
import { inLandlord } from '../../src/store/database.js';
import { measure } from '../../src/store/measures.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { cannockPublished, cannockYear } from '../support/cannock-year.js';
import { bringIn, confirm, idIn, runImport, runTakingBack, sendRegister, toPreview } from '../support/registers.js';
import { assertGoodScreen, openAs } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { workbookBomb } from '../support/zips.js';

let web: TestWeb;
let browser: Browser;
before(async () => {
  web = await startWeb();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await web?.close();
});

const count = async (table: string) => {
  const { rows } = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(trx),
  );
  return rows[0]?.n ?? 0;
};

const figures = async () => {
  const all = await inLandlord(web.db, web.landlordId, (trx) => measure(trx, cannockPublished.year, day('2024-06-13')));
  return (id: string, group: string | null = null) =>
    all.find((one) => one.id === id && one.group === group)?.value ?? null;
};

test('Cannock Chase’s year comes in by the screens, and nothing is taken or sent before it is confirmed', async () => {
  const visitor = await web.visitor('manager');
  assert.match((await visitor.get('/imports')).text, /None yet/);
  const columns = await sendRegister(visitor, { bytes: cannockYear('stage').csv });
  assert.match(columns.path, /\/columns$/);
  assert.match(columns.text, /259 rows under the headings/);
  assert.match(columns.text, /a row for each stage/);
  assert.match((await visitor.get('/imports')).text, /Sent, and not taken yet Complaints register: register.csv/);
  await visitor.get(columns.path);
  const values = await visitor.send({});
  assert.match(values.path, /\/values$/);
  assert.match(values.text, /MP Enquiry 113 rows/);
  const dates = await visitor.send({});
  assert.match(dates.path, /\/dates$/);
  const preview = await visitor.send({ dates: 'dmy' });
  assert.match(preview.path, /\/preview$/);
  assert.match(preview.text, /Rows in the register 259 rows/);
  assert.match(preview.text, /Would be taken 259 rows/);
  assert.match(preview.text, /2023-24 259/);
  assert.equal(await count('complaint'), 0);
  const card = await visitor.send({});
  assert.match(card.text, /Nothing is sent to anybody/);
  const waiting = await visitor.send({});
  assert.match(waiting.text, /You can leave this page/);
  assert.equal(await count('complaint'), 0);
  await runImport(web, idIn(waiting.path));
  const done = await visitor.get(waiting.path);
  assert.match(done.text, /The register was taken/);
  assert.match(done.text, /Rows taken 259 rows/);
  const { rows } = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ n: number }>`select count(*)::int as n from letter`.execute(trx),
  );
  assert.equal(rows[0]?.n, 0, 'no letter is written about what was brought in');
  assert.equal(await count('file'), 0, 'the file is gone when it has been taken');
  assert.equal(await count('register_sent'), 0);
  const of = await figures();
  assert.equal(of('contacts', 'stage-1'), cannockPublished.stage1);
  assert.equal(of('contacts', 'stage-2'), cannockPublished.stage2);
  assert.equal(of('contacts', 'mp-enquiry'), cannockPublished.mpEnquiries);
  assert.equal(of('contacts', 'service-request'), cannockPublished.serviceRequests);
});

test('the same register again adds nothing', async () => {
  const visitor = await web.visitor('administrator');
  const before = await count('case_event');
  const columns = await sendRegister(visitor, { bytes: cannockYear('stage').csv });
  assert.match(columns.text, /A register with these headings was brought in before/);
  const preview = await toPreview(visitor);
  assert.match(preview.text, /Taken before, and the same 259 rows/);
  assert.match(preview.text, /There is nothing to take/);
  assert.equal((await visitor.post(`${preview.path.replace('/preview', '')}/remove`, tokenOf(visitor))).status, 200);
  assert.equal(await count('case_event'), before);
  assert.equal(await count('file'), 0);
});

function tokenOf(visitor: { token(): string }): Record<string, string> {
  return { _csrf: visitor.token() };
}

const small = (rows: readonly string[]) =>
  ['Ref,Type,Date received,Date of response,Outcome,Area,Compensation', ...rows].join('\n');

test('every row’s problem is named with its line, and the file of them holds no formula', async () => {
  const visitor = await web.visitor('manager');
  await sendRegister(visitor, {
    source: 'Small register',
    bytes: small([
      'A1,Stage 1,03/04/2025,14/04/2025,Upheld,Repairs,50',
      'A2,Stage 1,31/02/2025,14/04/2025,Upheld,Repairs,',
      'A3,Stage 1,04/04/2025,=cmd|calc,Partially,Repairs,',
      'A4,,,,,,',
    ]),
  });
  const preview = await toPreview(visitor);
  assert.match(preview.text, /5 Type What this row is stays untold/);
  const unknown = await visitor.get(`${preview.path}?which=warnings`);
  assert.match(unknown.text, /3 Date received .*31\/02\/2025/);
  const file = await visitor.get(`${preview.path.replace('/preview', '')}/problems.csv`);
  assert.match(file.headers.get('content-type') ?? '', /text\/csv/);
  assert.match(file.html, /Line,What,Column,Problem/);
  assert.doesNotMatch(file.html, /(^|,)[=+@]/m);
  assert.match(file.html, /^3,/m);
  await visitor.post(`${preview.path.replace('/preview', '')}/remove`, tokenOf(visitor));
});

test('all or none takes nothing while a row can’t be taken; the good rows are taken without it', async () => {
  const visitor = await web.visitor('manager');
  const bytes = small(['B1,Stage 1,03/04/2025,14/04/2025,Upheld,Repairs,', 'B2,Banana,05/04/2025,,,Repairs,']);
  await sendRegister(visitor, { source: 'Two rows', bytes });
  const first = await toPreview(visitor);
  assert.match(first.text, /Can’t be taken 1 row/);
  const unsaid = await visitor.send({});
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.text, /Choose which rows are taken/);
  const before = await count('complaint');
  const none = await confirm(visitor, 'all-or-none');
  await runImport(web, idIn(none.path));
  assert.match((await visitor.get(none.path)).text, /Nothing was taken/);
  assert.equal(await count('complaint'), before);
  await sendRegister(visitor, { source: 'Two rows', bytes });
  await toPreview(visitor);
  const good = await confirm(visitor, 'good-rows');
  await runImport(web, idIn(good.path));
  const done = await visitor.get(good.path);
  assert.match(done.text, /1 row that could not be taken/);
  const rows = await visitor.get(`${good.path}/rows?which=refused`);
  assert.match(rows.text, /B2 Not taken/);
  assert.match((await visitor.get(`${good.path}/rows.csv`)).html, /B1,Taken,/);
  assert.equal(await count('complaint'), before + 1);
});

test('an import is taken back with a reason, after a last look, and its cases count nowhere', async () => {
  const visitor = await web.visitor('manager');
  const done = await bringIn(web, visitor, {
    source: 'To be taken back',
    bytes: small(['C1,Stage 1,03/04/2025,14/04/2025,Upheld,Repairs,', 'C2,Stage 1,04/04/2025,,,Repairs,']),
  });
  assert.match(done.text, /Cases made 2 cases/);
  await visitor.get(`${done.path}/undo`);
  assert.match((await visitor.send({ reason: '' })).text, /Say why it is taken back/);
  const look = await visitor.send({ reason: 'The wrong year' });
  assert.match(look.text, /Take this import back\?/);
  const asked = await visitor.send({});
  assert.match(asked.text, /being taken back/);
  await runTakingBack(web, idIn(done.path));
  const back = await visitor.get(done.path);
  assert.match(back.text, /2 cases taken back/);
  assert.match((await visitor.get('/imports')).text, /To be taken back: register.csv Taken back/);
});

test('the same file under another name is warned about: its rows would not be known again', async () => {
  const visitor = await web.visitor('manager');
  const bytes = small(['H1,Stage 1,03/04/2025,14/04/2025,Upheld,Repairs,']);
  await bringIn(web, visitor, { source: 'First name', bytes });
  await sendRegister(visitor, { source: 'Second name', bytes });
  const preview = await toPreview(visitor);
  assert.match(preview.text, /This very file was taken before as ‘First name’/);
  await visitor.post(`${preview.path.replace('/preview', '')}/remove`, tokenOf(visitor));
});

test('two imports at once, and two looks at the same file, take every row once', async () => {
  const [one, two] = await Promise.all([web.visitor('manager'), web.visitor('administrator')]);
  const rows = Array.from({ length: 40 }, (_, i) => `D${i},Stage 1,03/04/2025,14/04/2025,Upheld,Repairs,`);
  const register = { source: 'At once', bytes: small(rows) };
  await Promise.all([sendRegister(one, register), sendRegister(two, register)]);
  await Promise.all([toPreview(one), toPreview(two)]);
  const before = await count('complaint');
  const [first, second] = [await confirm(one), await confirm(two)];
  await Promise.all([runImport(web, idIn(first.path)), runImport(web, idIn(second.path))]);
  assert.equal((await count('complaint')) - before, 40);
});

test('what is no register is refused in a sentence, and is not kept', async () => {
  const visitor = await web.visitor('manager');
  const why = async (bytes: string | Uint8Array, name = 'register.csv') => {
    const seen = await sendRegister(visitor, { bytes, name });
    assert.equal(seen.status, 422, seen.path);
    assert.match(seen.html, /href="#register">/);
    return seen.text;
  };
  assert.match(await why(''), /is empty/);
  assert.match(await why('%PDF-1.7\n%âãÏÓ\n1 0 obj'), /This is a PDF/);
  assert.match(
    await why(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old.xls'),
    /old Excel file/,
  );
  await why(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'broken.xlsx');
  assert.match(await why(workbookBomb(), 'bomb.xlsx'), /unpacks to more than a register can hold/);
  const files = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ n: number }>`select count(*)::int as n from file where case_id is null`.execute(trx),
  );
  assert.equal(files.rows[0]?.n, 0);
});

test('a workbook with macros and formulas: the macros never run, a formula gives the value that was kept', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Cover').addRow(['Complaints 2025/26']);
  const log = book.addWorksheet('Log');
  log.addRow(['Ref', 'Type', 'Date received', 'Date of response', 'Outcome']);
  log.addRow(['J1', 'Stage 1', new Date('2025-04-03T00:00:00Z'), { formula: 'C2+7', result: 45757 }, '=1+1']);
  log.addRow(['J2', { formula: 'HYPERLINK("http://example.org")', result: 'Stage 1' }, '04/04/2025', '', 'Upheld']);
  const visitor = await web.visitor('manager');
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const columns = await sendRegister(visitor, { source: 'Workbook', name: 'log.xlsx', bytes });
  assert.match(columns.text, /sheet ‘Log’/);
  const sheet = await visitor.get(columns.path.replace('columns', 'sheet'));
  assert.match(sheet.text, /Which sheet holds the register Cover Log/);
  assert.match((await visitor.send({ sheet: 'Cover', rows: 'case' })).text, /cover|heading|register/i);
  await visitor.get(columns.path.replace('columns', 'sheet'));
  await visitor.send({ sheet: 'Log', rows: 'case', headerRow: '1' });
  const preview = await toPreview(visitor);
  assert.match(preview.text, /Rows in the register 2 rows/);
  assert.match(preview.text, /April 2025 2/);
  await visitor.post(`${preview.path.replace('/preview', '')}/remove`, tokenOf(visitor));
});

test('what was begun is left and come back to, at the step where it was', async () => {
  const visitor = await web.visitor('manager');
  const { path } = await sendRegister(visitor, {
    source: 'Left alone',
    bytes: small(['K1,Stage 1,03/04/2025,14/04/2025,Upheld,Repairs,']),
  });
  await visitor.send({ 'column-6': '' });
  const another = await web.visitor('administrator');
  assert.match((await another.get('/imports')).text, /Left alone: register.csv , sent by Manager/);
  // Somebody else goes on: the column that was left out still is.
  assert.match((await another.get(path)).text, /Left out until you say what they mean: Compensation/);
  const preview = await toPreview(another);
  assert.match(preview.text, /Would be taken 1 row/);
  assert.match((await visitor.get(path.replace('/columns', ''))).path, /\/preview$/);
  const sent = path.replace('/columns', '');
  assert.equal((await visitor.post(`${sent}/remove`, tokenOf(visitor))).status, 200);
  assert.equal((await another.knock('GET', sent)).status, 404);
});

test('only managers and administrators of the same landlord come near', async () => {
  const manager = await web.visitor('manager');
  const sent = await sendRegister(manager, { source: 'Private', bytes: small(['E1,Stage 1,03/04/2025,,,,']) });
  for (const role of ['officer', 'investigator', 'reviewer', 'member-responsible'] as const) {
    const visitor = await web.visitor(role);
    assert.equal((await visitor.knock('GET', sent.path)).status, 403, role);
    assert.equal((await visitor.knock('POST', sent.path)).status, 403, role);
  }
  assert.equal((await manager.knock('POST', sent.path, { 'column-0': 'reference' }, 'x'.repeat(43))).status, 403);
  const other = await startWeb({ landlord: { name: 'Brookside Housing' } });
  try {
    const stranger = await other.visitor('administrator');
    assert.equal((await stranger.knock('GET', sent.path)).status, 404);
    assert.equal((await stranger.knock('GET', `/imports/${idIn(sent.path)}`)).status, 404);
  } finally {
    await other.close();
  }
  assert.match((await manager.post(`/imports/sent/${idIn(sent.path)}/remove`, tokenOf(manager))).text, /thrown away/);
});

test('a column that is said twice, or nothing said at all, is asked about again with what was chosen', async () => {
  const visitor = await web.visitor('manager');
  const sent = await sendRegister(visitor, { source: 'Columns', bytes: small(['F1,Stage 1,03/04/2025,,,,']) });
  const twice = await visitor.send({ 'column-2': 'receivedOn', 'column-3': 'receivedOn' });
  assert.equal(twice.status, 422);
  assert.match(twice.text, /‘Date received’ and ‘Date of response’ are both/);
  const none = await visitor.send(Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`column-${i}`, ''])));
  assert.match(none.text, /Say of at least one column/);
  await visitor.post(`/imports/sent/${idIn(sent.path)}/remove`, tokenOf(visitor));
});

test('every step is a good screen, with and without JavaScript', async () => {
  const visitor = await web.visitor('manager');
  const bytes = small([
    'G1,Stage 1,03/04/2025,14/04/2025,Upheld,Repairs,50',
    'G2,Stage 1,31/02/2025,14/04/2025,Upheld in part,Repairs,',
    'G3,Banana,05/04/2025,,,Housing,',
  ]);
  const { path } = await sendRegister(visitor, { source: 'Screens', bytes });
  const sent = path.replace('/columns', '');
  await toPreview(visitor);
  for (const at of [
    '/imports/new',
    `${sent}/sheet`,
    `${sent}/columns`,
    `${sent}/values`,
    `${sent}/dates`,
    `${sent}/preview`,
    `${sent}/confirm?mode=good-rows`,
  ])
    await assertGoodScreen(browser, web, 'manager', at);
  await visitor.get(`${sent}/preview`);
  const waiting = await confirm(visitor);
  const page = await openAs(browser, web, 'manager');
  await page.goto(waiting.path);
  await page.getByText('You can leave this page').waitFor();
  await runImport(web, idIn(waiting.path));
  // The page goes on by itself.
  await page.getByRole('heading', { name: 'The register was taken' }).waitFor();
  await page.context().close();
  for (const at of ['/imports', waiting.path, `${waiting.path}/rows`, `${waiting.path}/undo`])
    await assertGoodScreen(browser, web, 'manager', at);
});
