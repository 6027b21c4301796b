/** The queue: what fits the filters, in the order asked, page by page; words that somebody typed stay out of addresses. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { inLandlord } from '../../src/store/database.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;

before(async () => {
  web = await startWeb();
  browser = await openBrowser();
  const visitor = await web.visitor('officer');
  for (let n = 1; n <= 30; n += 1) {
    await visitor.get('/log');
    const name = n === 7 ? 'Zebedee Quill' : `Resident ${n}`;
    const logged = await visitor.send({ text: `The gutter leaks over door ${n}.`, name });
    assert.equal(logged.status, 200);
  }
});
after(async () => {
  await browser?.close();
  await web?.close();
});

test('shows a page at a time, with the total', async () => {
  const visitor = await web.visitor('officer');
  const first = await visitor.get('/cases');
  assert.match(first.text, /30 cases/);
  assert.equal(first.html.match(/href="\/cases\/CMP-/g)?.length, 25);
  const second = await visitor.get('/cases?page=2');
  assert.equal(second.html.match(/href="\/cases\/CMP-/g)?.length, 5);
  assert.equal((await visitor.get('/cases?page=99999')).status, 200);
});

test('filters by what is chosen, and the address keeps it', async () => {
  const visitor = await web.visitor('officer');
  await visitor.get('/cases');
  const filtered = await visitor.send({ standing: 'to-triage', handler: 'nobody' });
  assert.match(filtered.path, /standing=to-triage/);
  assert.match(filtered.text, /30 cases/);
  assert.match((await visitor.get('/cases?standing=investigating')).text, /No cases fit/);
  assert.match((await visitor.get('/cases?handler=me')).text, /No cases fit/);
  assert.match((await visitor.get('/cases?sort=reference&order=desc')).html, /aria-sort="descending"/);
  for (const nonsense of [
    '?standing=x',
    '?team=1',
    '?page=-3',
    '?sort=;drop',
    '?stage=9&kind=[]',
    '?area=%F0%9F%92%A9',
  ])
    assert.equal((await visitor.get(`/cases${nonsense}`)).status, 200, nonsense);
});

test('finds a name together with the filters, and no address holds it', async () => {
  const visitor = await web.visitor('officer');
  await visitor.get('/cases?standing=to-triage');
  const found = await visitor.send({ text: 'Zebedee' });
  assert.match(found.text, /1 case,/);
  assert.match(found.text, /Zebedee Quill/);
  assert.equal(found.path, '/cases');
  assert.doesNotMatch(found.html.replace(/<input[^>]*>|<textarea[\s\S]*?<\/textarea>/g, ''), /href="[^"]*Zebedee/);
  const searches = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ n: number }>`select count(*)::int as n from reading where what = 'search'`.execute(trx),
  );
  assert.equal(searches.rows[0]?.n, 1);
  await visitor.get('/cases?standing=refused');
  assert.match((await visitor.send({ text: 'Zebedee', standing: 'refused' })).text, /No cases fit/);
});

test('is a good screen', { timeout: 120_000 }, async () => {
  await assertGoodScreen(browser, web, 'officer', '/cases');
  await assertGoodScreen(browser, web, 'officer', '/cases?standing=refused');
});
