/** Each screen in a real browser: axe, keyboard, 320 pixels, with and without JavaScript. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '../../src/complaint/refusals.js';
import { assertAccessible, assertFits, type Browser, openBrowser, zoomed } from '../support/browser.js';
import { assertGoodScreen, openAs } from '../support/screens.js';
import { startWeb, type TestWeb, testPassword } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
before(async () => {
  web = await startWeb({ landlord: { demonstration: true } });
  browser = await openBrowser();
  const visitor = await web.visitor('administrator');
  await visitor.get('/settings/teams');
  await visitor.send({ name: 'Repairs', kind: 'team' }, '/settings/teams');
  await visitor.get('/settings/areas');
  await visitor.send({ name: 'North', what: 'add' });
});
after(async () => {
  await browser.close();
  await web.close();
});

const facts =
  'received-day=7&received-month=3&received-year=2026&acknowledged-day=16&acknowledged-month=3&acknowledged-year=2026';
const screens: readonly (readonly [Role | null, string])[] = [
  [null, '/sign-in'],
  [null, '/deadlines'],
  [null, `/deadlines?${facts}`],
  [null, '/deadlines?received-day=1&received-month=13&received-year=2026'],
  [null, '/accessibility'],
  ['administrator', '/settings'],
  ['administrator', '/settings/people'],
  ['administrator', '/settings/people/invite'],
  ['administrator', '/settings/teams'],
  ['administrator', '/settings/areas'],
  ['administrator', '/settings/targets'],
  ['administrator', '/settings/holidays'],
  ['administrator', '/settings/counting'],
  ['administrator', '/settings/hazards'],
  ['administrator', '/settings/approval'],
  ['administrator', '/settings/letterhead'],
  ['administrator', '/settings/changes'],
];

for (const [who, path] of screens) {
  test(`${path} for ${who ?? 'anybody'}`, () => assertGoodScreen(browser, web, who, path));
}

for (const javaScriptEnabled of [true, false]) {
  test(`signing in by keyboard alone, ${javaScriptEnabled ? 'with' : 'without'} JavaScript, at 400% zoom`, async () => {
    const page = await openAs(browser, web, null, { javaScriptEnabled, ...zoomed });
    await page.goto('/sign-in');
    await page.locator('#email').focus();
    await page.keyboard.type('administrator@example.org');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.govuk-error-summary');
    assert.match(await page.title(), /^Error: /);
    await assertAccessible(page);
    await assertFits(page);
    await page.locator('#password').focus();
    await page.keyboard.type(testPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/');
    await assertFits(page);
    await page.context().close();
  });
}

test('a landlord’s colour is on the page without a style in it', async () => {
  const page = await openAs(browser, web, null);
  await page.goto('/deadlines');
  const colour = () => page.evaluate(`getComputedStyle(document.querySelector('.app-header')).backgroundColor`);
  assert.equal(await colour(), 'rgb(35, 86, 107)');
  assert.match(
    String(
      await page.evaluate(
        'getComputedStyle(document.body).fontFamily + getComputedStyle(document.querySelector("h1")).fontFamily',
      ),
    ),
    /Atkinson Hyperlegible Next/,
  );
  assert.equal(await page.evaluate('document.fonts.check("16px Atkinson Hyperlegible Next")'), true);
  await page.context().close();
});

test('everything on the page is there in forced colours and on paper', async () => {
  const page = await openAs(browser, web, 'administrator', { forcedColors: 'active' });
  await page.goto('/settings/people');
  await assertAccessible(page);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.app-footer').isVisible(), false);
  assert.equal(await page.locator('table').isVisible(), true);
  await page.context().close();
});
