/** Benchmarks from a sheet: read, looked at, changed, loaded with source and day; replaced by a newer edition; removed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ExcelJS from 'exceljs';
import { benchmarks } from '../../src/store/benchmarks.js';
import { inLandlord } from '../../src/store/database.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { foundIn } from '../support/found-in.js';
import { assertGoodScreen } from '../support/screens.js';
import { upload } from '../support/uploads.js';
import { startWeb, type TestWeb } from '../support/web.js';

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

const csv = [
  'Headline figures 2024/25,,,,,',
  'Measure,Stock,Lower quartile,Median,Upper quartile,Number of landlords',
  'CH01 (1),LCRA,34.3,45.1,61,352',
  'TP09,LCRA,29%,36%,43%,350',
  'TP01 Overall satisfaction,LCRA,66%,72%,79%,350',
  'CH02 (2),LCRA,70%,most,90%,',
].join('\n');
const sheet = { field: 'sheet', name: 'rsh.csv', bytes: csv };
const about = {
  name: 'RSH 2024/25, all landlords',
  year: '2024/25',
  source: 'Regulator of Social Housing, headline report',
  'publishedOn-day': '4',
  'publishedOn-month': '11',
  'publishedOn-year': '2025',
};
const load = '/figures/given/benchmarks/load';
const loaded = () => inLandlord(web.db, web.landlordId, (trx) => benchmarks(trx));

test('a sheet is looked at before it is taken, and what is wrong in it is named by its line', async () => {
  const visitor = await web.visitor('manager');
  const seen = await upload(visitor, load, {}, sheet);
  assert.match(seen.text, /Nothing has been taken yet/);
  assert.match(seen.text, /Satisfaction with how complaints are handled \(TP09\) LCRA 29% 36% 43% 350 higher/);
  assert.match(seen.text, /6 Median ‘most’ is no number/);
  assert.match(seen.text, /Left out, since they are no measures of complaints: 1 TP01 Overall satisfaction/);
  assert.deepEqual(await loaded(), []);
  const unsaid = await visitor.send({ what: 'load' });
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.text, /Enter what the benchmarks are called/);
  assert.match(unsaid.text, /Say who published them, and where/);
  assert.match(unsaid.text, /Enter the day on which they were published/);
  // A column left out: the median is gone from what would be taken.
  const looked = await visitor.send({ ...about, 'column-3': '', what: 'look' });
  assert.match(looked.text, /LCRA 29% 43% 350/);
  const done = await visitor.send({ ...about, 'column-3': 'median', what: 'load' });
  assert.match(done.text, /RSH 2024\/25, all landlords loaded/);
  const [first, second] = await loaded();
  assert.deepEqual(
    [first?.measure, first?.group, first?.median, first?.year, first?.publishedOn],
    ['ch01.1', 'LCRA', 45.1, '2024-25', '2025-11-04'],
  );
  assert.deepEqual([second?.measure, second?.lower, second?.landlords, second?.better], ['tp09', 0.29, 350, 'higher']);
});

test('a newer edition takes the place of the one before, which stays known; and a set can be removed', async () => {
  const visitor = await web.visitor('administrator');
  await upload(visitor, load, {}, { ...sheet, bytes: csv.replace('36%', '37%') });
  const again = await visitor.send({ ...about, what: 'look' });
  assert.match(again.text, /is loaded already. This takes its place/);
  assert.match((await visitor.send({ ...about, what: 'load' })).text, /all landlords replaced/);
  assert.deepEqual(
    (await loaded()).map(({ median }) => median),
    [45.1, 0.37],
  );
  const list = await visitor.get('/figures/given/benchmarks');
  assert.match(list.text, /What stood there before RSH 2024\/25, all landlords, 2024-25 , published on/);
  const href = foundIn(/href="(\/figures\/given\/benchmarks\/[0-9a-f-]{36})"/, list.html);
  await assertGoodScreen(browser, web, 'manager', href);
  await visitor.get(href);
  assert.match((await visitor.send({}, '/figures/given/benchmarks/remove')).text, /all landlords removed/);
  assert.deepEqual(await loaded(), []);
});

test('a workbook with several sheets, each landlord a row: the quartiles are worked out', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Notes').addRow(['Read me first']);
  const peers = book.addWorksheet('Peers');
  peers.addRow(['Landlord', 'CH02 (1)', 'CH01 (1) LCRA']);
  for (const [name, inTime, volume] of [
    ['A', 0.7, 10],
    ['B', 0.8, 20],
    ['C', 0.9, 30],
    ['D', 1, 40],
    ['E', 0.6, 50],
  ])
    peers.addRow([name, inTime, volume]);
  const visitor = await web.visitor('manager');
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const seen = await upload(visitor, load, {}, { field: 'sheet', name: 'peers.xlsx', bytes });
  assert.match(seen.text, /Stage 1 answered in time \(CH02 part 1\) All 70% 80% 90% 5 higher/);
  assert.match(seen.text, /CH01 part 1\) LCRA 20 30 40 5 neither/);
  await assertGoodScreen(browser, web, 'manager', load);
  // What somebody else sent is not there.
  assert.equal((await (await web.visitor('administrator')).knock('GET', seen.path)).status, 404);
});

test('what is no sheet is refused in a sentence: nothing, empty, a PDF under another name, too many sheets', async () => {
  const visitor = await web.visitor('manager');
  const why = async (file: Parameters<typeof upload>[3]) => {
    const seen = await upload(visitor, load, {}, file);
    assert.equal(seen.status, 422);
    return seen.text;
  };
  assert.match(await why(null), /Choose the file/);
  assert.match(await why({ ...sheet, bytes: '' }), /is empty/);
  assert.match(await why({ ...sheet, bytes: '%PDF-1.7 x' }), /This is a PDF/);
  assert.match(await why({ ...sheet, bytes: '\n\n\n' }), /Nothing stands in|is empty|no headings/i);
  const member = await web.visitor('member-responsible');
  assert.equal((await upload(member, load, {}, sheet)).status, 403);
  assert.equal((await upload(visitor, load, {}, sheet, 'x'.repeat(43))).status, 403);
});

test('the screens of benchmarks are good', async () => {
  await assertGoodScreen(browser, web, 'member-responsible', '/figures/given/benchmarks');
});
