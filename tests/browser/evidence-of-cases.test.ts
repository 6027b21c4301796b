/** What the cases show, and the editions, in a real browser: as each role, without JavaScript, at 320 pixels. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { generate } from '../../bench/generate.js';
import { periodHolding } from '../../src/reports/period.js';
import { inLandlord } from '../../src/store/database.js';
import { evidenceOf } from '../../src/store/evidence-of-cases.js';
import { londonDay } from '../../src/store/today.js';
import { type Browser, mainText, openBrowser } from '../support/browser.js';
import { assertGoodScreen, openAs } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

const today = londonDay(new Date());
const year = periodHolding('year', today);
let web: TestWeb;
let browser: Browser;
before(async () => {
  web = await startWeb();
  browser = await openBrowser();
  await generate(web.db, web.landlordId, { cases: 300, today, openPercent: 40, batch: 60 });
});
after(async () => {
  await browser?.close();
  await web?.close();
});

const all = '/self-assessment/evidence-of-cases';

test('every screen of it passes for a manager and for the member responsible', async () => {
  for (const path of [all, `${all}/2024/6.3`, `${all}/2024/3.3`, '/self-assessment/editions'])
    await assertGoodScreen(browser, web, 'manager', path);
  await assertGoodScreen(browser, web, 'member-responsible', `${all}/2024/6.3?seed=autumn`);
});

test('a provision tells what is counted, and a manager goes from an exception to its case', async () => {
  const found = await inLandlord(web.db, web.landlordId, (trx) => evidenceOf(trx, '2024', year, today));
  const one = found.byProvision.get('6.7');
  const [provision, shown] = [...found.byProvision].find(([, { exceptions }]) => exceptions > 0) ?? [];
  assert.ok(one && provision && shown);
  const page = await openAs(browser, web, 'manager', { javaScriptEnabled: false });
  await page.goto(`${all}?edition=2024`);
  await page.getByRole('link', { name: provision, exact: true }).click();
  assert.ok(
    (await mainText(page)).includes(`${shown.met} of ${shown.cases} ${shown.rule.among}`),
    'the counted sentence stands there',
  );
  await page.locator('h3#exceptions ~ * a[href^="/cases/"]').first().click();
  assert.match(page.url(), /\/cases\/[A-Z]+-\d\d-\d+$/);
  await page.context().close();
});

test('the same seed draws the same sample; another is one click away; who may open no case has references without links', async () => {
  const page = await openAs(browser, web, 'member-responsible');
  const sample = async () => (await page.locator('table').last().innerText()).split('\n').filter((t) => /CMP-/.test(t));
  await page.goto(`${all}/2024/6.2`);
  const first = await sample();
  assert.equal(await page.locator('main a[href^="/cases/"]').count(), 0);
  await page.getByRole('link', { name: /Draw another/ }).click();
  assert.match(page.url(), /seed=2/);
  const second = await sample();
  assert.ok(first.length > 3);
  assert.notDeepEqual(second, first);
  await page.goto(`${all}/2024/6.2`);
  assert.deepEqual(await sample(), first);
  await page.context().close();
});

test('a provision or an edition that is none is not found; strange years and pages fall back', async () => {
  const visitor = await web.visitor('manager');
  for (const path of [`${all}/2024/6.99`, `${all}/2023/6.2`]) assert.equal((await visitor.get(path)).status, 404, path);
  for (const path of [`${all}?edition=x&year=1`, `${all}/2024/6.2?page=-3&seed=%3Cb%3E&year=abc`])
    assert.equal((await visitor.get(path)).status, 200, path);
});
