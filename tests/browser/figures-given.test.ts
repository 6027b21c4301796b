/** Figures that are given: entered, replaced, removed, with a trail; read by the member responsible; wrong input said plainly. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '../../src/facts/days.js';
import { inLandlord } from '../../src/store/database.js';
import { pastTotals } from '../../src/store/past-totals.js';
import { stockAt } from '../../src/store/stock.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { dayBoxes } from '../support/day-boxes.js';
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

test('homes are entered by kind, 0 is kept as a number, and what is left empty stays unknown', async () => {
  const visitor = await web.visitor('manager');
  await visitor.get('/figures/given/stock/enter');
  const wrong = await visitor.send({ ...dayBoxes('yearEnd', '2024-03-31'), LCRA: 'many', source: '' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /href="#LCRA">Enter a whole number/);
  assert.match(wrong.html, /href="#source">Say where the numbers come from/);
  assert.match(wrong.html, /value="many"/);
  const none = await visitor.send({ ...dayBoxes('yearEnd', '2024-03-31'), LCRA: '', source: 'Return' });
  assert.match(none.text, /Enter at least one number of homes/);
  const future = await visitor.send({ ...dayBoxes('yearEnd', '2090-03-31'), LCRA: '1', source: 'Return' });
  assert.match(future.text, /The last day of the year must be on or before/);
  const saved = await visitor.send({
    ...dayBoxes('yearEnd', '2024-03-31'),
    LCRA: '5,035',
    LCHO: '0',
    source: 'Return',
  });
  assert.match(saved.text, /Saved/);
  assert.match(saved.text, /Sunday 31 March 2024 Low cost rental \(LCRA\) 5,035 Return Manager/);
  assert.match(saved.text, /Entered 5,035 homes, Low cost rental \(LCRA\), on Sunday 31 March 2024 \(Return\) Manager/);
  const at = await inLandlord(web.db, web.landlordId, (trx) => stockAt(trx, day('2024-03-31')));
  assert.deepEqual([at.homes.LCRA, at.homes.LCHO, at.homes.other], [5035, 0, null]);
  await visitor.get('/figures/given/stock/enter');
  const again = await visitor.send({ ...dayBoxes('yearEnd', '2024-03-31'), LCRA: '5036', source: 'Correction' });
  assert.match(again.text, /What stood there before Low cost rental \(LCRA\), Sunday 31 March 2024: 5,035 homes/);
});

test('a past total is worked out from its counts, or taken as printed, always with its source', async () => {
  const visitor = await web.visitor('administrator');
  await visitor.get('/figures/given/totals/enter');
  const total = { measure: 'stage1.count', time: 'year', year: '2022-23', numerator: '29', source: 'Report 2022-23' };
  assert.match((await visitor.send({ ...total, year: '2022-24' })).text, /Enter a year like 2022-23/);
  assert.match((await visitor.send({ ...total, year: '2089-90' })).text, /has not ended/);
  assert.match((await visitor.send({ ...total, numerator: '' })).text, /Enter the number/);
  assert.match((await visitor.send(total)).text, /Stage 1 complaints 2022-23 29 Report 2022-23 Administrator/);
  const share = { ...total, measure: 'ch02.1', reading: 'base' };
  const send = async (fields: Record<string, string>) => {
    await visitor.get('/figures/given/totals/enter');
    return (await visitor.send({ ...share, ...fields })).text;
  };
  assert.match(await send({ numerator: '30', denominator: '29' }), /cannot be more than what it is a part of/);
  assert.match(await send({ numerator: '30', denominator: '' }), /Enter of how many/);
  assert.match(await send({ numerator: '', printed: '183%' }), /cannot be more than 100%/);
  assert.match(await send({ numerator: '', printed: 'most' }), /Enter the figure as it was printed/);
  assert.match(await send({ reading: 'median', printed: '83', numerator: '' }), /is not read that way/);
  assert.match(await send({ numerator: '0', denominator: '0' }), /without extensions 2022-23 none 0 of 0/);
  assert.match(await send({ numerator: '24', denominator: '29' }), /82\.8% 24 of 29/);
  const found = await inLandlord(web.db, web.landlordId, (trx) => pastTotals(trx, { id: 'ch02.1' }));
  assert.deepEqual(
    found.map(({ value, numerator, denominator }) => [value, numerator, denominator]),
    [[24 / 29, 24, 29]],
  );
  await visitor.get('/figures/given/totals');
  assert.match((await visitor.send({}, '/figures/given/totals/remove')).text, /Removed/);
});

test('a survey’s result says its counts and how people were asked', async () => {
  const visitor = await web.visitor('manager');
  await visitor.get('/figures/given/surveys/enter');
  const result = {
    year: '2023-24',
    tenure: 'LCRA',
    satisfied: '27',
    answered: '80',
    method: 'By telephone',
    ...dayBoxes('askedFrom', '2024-01-08'),
    ...dayBoxes('askedUntil', '2024-02-29'),
    source: 'Survey report',
  };
  assert.match((await visitor.send({ ...result, satisfied: '81' })).text, /No more can be satisfied than answered/);
  assert.match(
    (await visitor.send({ ...result, ...dayBoxes('askedUntil', '2023-02-29') })).text,
    /must be a real date/,
  );
  assert.match((await visitor.send(result)).text, /33\.8% \(27 of 80\) By telephone/);
  await visitor.get('/figures/given/surveys/enter');
  const nobody = await visitor.send({ ...result, tenure: 'LCHO', satisfied: '0', answered: '0' });
  assert.match(nobody.text, /none \(0 of 0\)/);
});

const answers = [
  'Id,Stock type,How satisfied are you with complaints handling?',
  ...Array.from({ length: 6 }, (_, i) => `${i},LCRA,Very satisfied`),
  ...Array.from({ length: 3 }, (_, i) => `${i},LCRA,Fairly dissatisfied`),
  '20,LCRA,Maybe',
  '21,LCHO,Fairly satisfied',
  '22,LCHO,Not applicable',
].join('\n');

test('a survey’s answers are counted from a sheet, by wording and kind of home, and no answer is kept', async () => {
  const visitor = await web.visitor('manager');
  const sheet = { field: 'sheet', name: 'tp09.csv', bytes: answers };
  const seen = await upload(visitor, '/figures/given/surveys/load', {}, sheet);
  assert.match(seen.text, /Low cost rental \(LCRA\) 6 9 66\.7%/);
  assert.match(seen.text, /Low cost home ownership \(LCHO\) 1 1 100\.0%/);
  assert.match(seen.text, /Maybe 1 person Check this/);
  const maybe = [...seen.html.matchAll(/What ‘([^’]*)’ counts as/g)].findIndex(([, text]) => text === 'Maybe');
  const about = {
    year: '2024-25',
    method: 'Online',
    ...dayBoxes('askedFrom', '2025-01-06'),
    ...dayBoxes('askedUntil', '2025-02-28'),
    source: 'Survey file',
  };
  const counted = await visitor.send({ [`wording-${maybe}`]: 'not-satisfied', what: 'look' });
  assert.match(counted.text, /Low cost rental \(LCRA\) 6 10 60\.0%/);
  assert.match((await visitor.send({ what: 'load' })).text, /Enter the reporting year/);
  await assertGoodScreen(browser, web, 'manager', seen.path);
  await visitor.get(seen.path);
  const done = await visitor.send({ ...about, [`wording-${maybe}`]: 'not-satisfied', what: 'load' });
  assert.match(done.text, /2024-25 Low cost rental \(LCRA\) 60\.0% \(6 of 10\) Few answers Online/);
  assert.match(done.text, /from tp09\.csv: 1 of 1/);
  assert.equal((await visitor.knock('GET', seen.path)).status, 404);
});

test('the member responsible reads what is given and can change nothing; an officer sees none of it', async () => {
  const member = await web.visitor('member-responsible');
  const page = await member.get('/figures/given/stock');
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.html, /Remove|stock\/enter/);
  assert.equal((await member.knock('GET', '/figures/given/stock/enter')).status, 403);
  assert.equal((await member.knock('POST', '/figures/given/stock/remove', { id: 'x' })).status, 403);
  assert.equal((await (await web.visitor('officer')).knock('GET', '/figures/given')).status, 403);
});

test('every screen of given figures is good to look at, to hear and to use by keyboard', async () => {
  for (const path of [
    '/figures/given',
    '/figures/given/stock',
    '/figures/given/stock/enter',
    '/figures/given/totals',
    '/figures/given/totals/enter',
    '/figures/given/surveys',
    '/figures/given/surveys/enter',
    '/figures/given/surveys/load',
  ])
    await assertGoodScreen(browser, web, 'manager', path);
});
