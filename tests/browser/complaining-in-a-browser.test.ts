/** Every page of the form in a real browser: at 320 pixels and with JavaScript off, nothing that axe finds, and all within 150 KB. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inLandlord } from '../../src/store/database.js';
import { publicSlug } from '../../src/store/publications.js';
import { assertAccessible, assertFits, type Browser, openBrowser, openPage, phone } from '../support/browser.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
let base: string;

before(async () => {
  web = await startWeb();
  base = `/residents/${await inLandlord(web.db, web.landlordId, publicSlug)}`;
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await web?.close();
});

const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': { wish: 'wrong' },
  who: { teller: 'for-someone' },
  for: { role: 'family-or-friend' },
  authority: { claim: 'not-yet' },
  'points/1': { what: 'The bedroom is black with mould.' },
  points: { more: 'no' },
  risk: { risk: 'no' },
  contact: { email: 'dawn@example.org' },
  choice: { choice: 'complain' },
};

test('on a phone with JavaScript off every page of the form stands by itself, and the first visit is light', async () => {
  const page = await openPage(browser, { baseURL: web.url, javaScriptEnabled: false, ...phone });
  let bytes = 0;
  const elsewhere: string[] = [];
  page.on('requestfinished', async (request) => {
    if (!request.url().startsWith(web.url)) elsewhere.push(request.url());
    bytes += (await request.sizes()).responseBodySize;
  });
  await page.goto(`${base}/complain`);
  await page.waitForLoadState('networkidle');
  assert.ok(bytes < 150_000, `${bytes} bytes on the first visit`);
  assert.deepEqual(elsewhere, [], 'nothing is asked of anybody else');
  const seen: string[] = [];
  for (let n = 0; n < 20; n++) {
    const at = new URL(page.url()).pathname.replace(`${base}/complain`, '').replace(/^\//, '');
    seen.push(at);
    assert.equal(await page.locator('h1').count(), 1, `${at} has one h1`);
    assert.match(await page.title(), /^.+ – Meadow Homes complaints$/);
    await assertAccessible(page);
    await assertFits(page);
    if (at === 'sent') break;
    for (const [name, value] of Object.entries(answers[at] ?? {})) {
      const field = page.locator(`main [name="${name}"]`);
      const radio = page.locator(`main input[type=radio][name="${name}"][value="${value}"]`);
      if ((await radio.count()) > 0) await radio.check();
      else if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await field.selectOption(value);
      else await field.fill(value);
    }
    const form = at === 'files' ? '#go-on' : '#form';
    await page.locator(`main ${form} button:not([name])`).last().click();
  }
  assert.deepEqual(seen, [
    '',
    'who',
    'for',
    'authority',
    'points/1',
    'points',
    'risk',
    'hazards',
    'home',
    'name',
    'contact',
    'safe',
    'adjustments',
    'files',
    'choice',
    'check',
    'sent',
  ]);
  for (const path of ['emergency', 'points/1']) {
    await page.goto(`${base}/complain/${path}`);
    await assertAccessible(page);
    await assertFits(page);
  }
  await page.context().close();
});
