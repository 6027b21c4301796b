/**
 * Cannock Chase's year, walked in a browser from an empty landlord: its register comes in by the screens, every figure
 * that its report published comes out, and the annual report is written from them with what is not met and the plan.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seedPath, skipSeeds } from '../assess/seeds.js';
import { assertAccessible, type Browser, mainText, openBrowser, type Page } from '../support/browser.js';
import { cannockPublished, cannockYear } from '../support/cannock-year.js';
import { look } from '../support/look.js';
import { idIn, runImport } from '../support/registers.js';
import { openAs } from '../support/screens.js';
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

const main = async (page: Page) => (await mainText(page)).replace(/\s+/g, ' ');
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const { year, homesLcra, lastYearStage1 } = cannockPublished;

test('the register comes in by the screens', async () => {
  const page = await openAs(browser, web, 'manager');
  await page.goto('/imports/new');
  await page.getByLabel('Which register it is').fill('Service Improvement Team register');
  await page.setInputFiles('input[name=register]', {
    name: 'register.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(cannockYear('stage').csv),
  });
  await page.locator('main form button[type=submit]').first().click();
  await look(page, '1-columns');
  for (const step of ['columns', 'values', 'dates']) {
    if (step === 'dates') await page.locator('input[value=dmy]').check();
    await page.locator('main form button[type=submit]').first().click();
    await assertAccessible(page);
    await look(page, `2-after-${step}`);
  }
  assert.match(await main(page), /Would be taken 259 rows/);
  await page.locator('main form button[type=submit]').first().click();
  await press(page, 'Take it');
  await runImport(web, idIn(page.url()));
  await page.reload();
  assert.match(await main(page), /Rows taken 259 rows/);
  await look(page, '3-taken');
  await page.context().close();
});

test('homes and last year’s total are given with their source', async () => {
  const page = await openAs(browser, web, 'manager');
  await page.goto('/figures/given/stock/enter');
  await page.locator('input[name=yearEnd-day]').fill('31');
  await page.locator('input[name=yearEnd-month]').fill('3');
  await page.locator('input[name=yearEnd-year]').fill('2024');
  await page.getByLabel(/LCRA/).first().fill(String(homesLcra));
  await page.getByLabel(/LCHO/).first().fill('0');
  await page.getByLabel('Where the numbers come from').fill('Statistical return');
  await page.locator('main form button[type=submit]').first().click();
  assert.match(await main(page), /5,035/);
  await page.goto('/figures/given/totals/enter');
  await page.locator('select[name=measure]').selectOption('stage1.count');
  await page.locator('input[name=time][value=year]').check();
  await page.locator('input[name=year]').fill('2022-23');
  await page.locator('input[name=numerator]').fill(String(lastYearStage1));
  await page.getByLabel('Where the total comes from').fill('Annual report 2023-24, paragraph 5.9');
  await page.locator('main form button[type=submit]').first().click();
  assert.match(await main(page), /29.*paragraph 5\.9/);
  await look(page, '4-total');
  await page.context().close();
});

test('every figure that was published comes out, each with what it is made of', async () => {
  const page = await openAs(browser, web, 'manager');
  await page.goto(`/figures/measures?year=${year.name}`);
  const text = await main(page);
  await look(page, '5-measures');
  for (const published of [
    /83% \(30 of 36\)/,
    /92% \(33 of 36\)/,
    /86% \(6 of 7\)/,
    /100% \(7 of 7\)/,
    /7\.15 \(36 for 5,035 homes\)/,
    /1\.39 \(7 for 5,035 homes\)/,
    /53% \(19 of 36\)/,
    /19% \(7 of 36\)/,
    /28% \(10 of 36\)/,
  ])
    assert.ok(published.test(text), `${published} is not on the page`);
  await assertAccessible(page);
  await page.goto(`/figures?period=year&year=2023`);
  await look(page, '6-dashboard');
  await page.context().close();
});

test('the annual report has its parts in order, the unmet provisions and the plan', {
  skip: skipSeeds,
  timeout: 300_000,
}, async () => {
  const page = await openAs(browser, web, 'manager');
  await page.goto('/self-assessment/read');
  await page.setInputFiles('input[name=document]', seedPath('001'));
  await page.getByLabel('2024', { exact: true }).check();
  await page.getByLabel('Which year does it look at?').selectOption('2023');
  await press(page, 'Read it');
  await look(page, '7-read');
  await press(page, /that are sure/);
  await page.getByText('Take what is confirmed').click();
  await press(page, 'Take it');
  await page.goto('/reports');
  await page
    .getByLabel(/year/i)
    .first()
    .selectOption('2023')
    .catch(() => page.locator('input[name=year]').fill('2023'));
  await page.locator('main form button[type=submit]').first().click();
  await page.goto(`${page.url().replace(/\?.*/, '')}/draft`);
  const text = await main(page);
  await look(page, '8-draft');
  const inOrder = [
    '(a) Our self-assessment',
    '9.3',
    'Housing Board',
    '9.6',
    '9.7',
    '(b) How we handled complaints',
    '259 contacts',
    'Repairs / Maintenance 14',
    '83% (30 of 36)',
    '92% (33 of 36)',
    '(c) Findings',
    '(d) What we improved',
    '(e) The Ombudsman',
    '(f) Other reports',
    'governing body’s response',
  ];
  let at = text.indexOf('Contents');
  at = text.indexOf('How the figures were worked out', at);
  for (const words of inOrder) {
    const next = text.indexOf(words, at);
    assert.ok(next >= at, `${words} does not follow`);
    at = next;
  }
  assert.match(text, /29/, 'last year’s total stands beside, given as a total');
  await assertAccessible(page);
  await page.context().close();
});
