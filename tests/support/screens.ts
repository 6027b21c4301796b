/** What every screen has to pass, opened in a real browser. A test of a new screen names its path and the role that sees it. */
import assert from 'node:assert/strict';
import type { Role } from '../../src/complaint/refusals.js';
import { assertAccessible, assertFits, type Browser, openPage, type Page, phone } from './browser.js';
import { walk } from './keyboard.js';
import type { TestWeb } from './web.js';

/** A page of a browser in which that role has signed in; its console must stay silent. */
export async function openAs(
  browser: Browser,
  web: TestWeb,
  who: Role | null,
  options: Parameters<typeof openPage>[1] = {},
): Promise<Page> {
  const cookie =
    who === null ? {} : { cookie: { name: 'putright-session', value: await web.session(who), url: web.url } };
  const page = await openPage(browser, { baseURL: web.url, ...options, ...cookie });
  page.on('console', (message) => {
    // A form with errors answers 422, which browsers report as if something had failed to load.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      said.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`));
  return page;
}

const said: string[] = [];

/** With and without JavaScript: one h1, a title, nothing that axe finds, everything reached by keyboard, 320 pixels wide. */
export async function assertGoodScreen(browser: Browser, web: TestWeb, who: Role | null, path: string): Promise<void> {
  const page = await openAs(browser, web, who);
  await look(page, path);
  await walk(page);
  await page.setViewportSize(phone.viewport);
  await assertFits(page);
  await page.context().close();

  const plain = await openAs(browser, web, who, { javaScriptEnabled: false, ...phone });
  await look(plain, path);
  await assertFits(plain);
  await plain.context().close();
}

async function look(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  assert.equal(response?.status(), 200, `${path} answers ${response?.status()}`);
  assert.equal(await page.locator('h1').count(), 1, `${path} has ${await page.locator('h1').count()} h1`);
  assert.match(await page.title(), /^.+ – .+ complaints$/);
  await assertAccessible(page);
  assert.deepEqual(said.splice(0), [], 'the console stays silent');
}
