/** What every screen has to pass, opened in a real browser. A test of a new screen names its path and the role that sees it. */
import assert from 'node:assert/strict';
import type { Role } from '../../src/complaint/refusals.js';
import { assertAccessible, assertFits, type Browser, openBeside, openPage, type Page, phone } from './browser.js';
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
  listen(page);
  return page;
}

function listen(page: Page): void {
  page.on('console', (message) => {
    // A form with errors answers 422, which browsers report as if something had failed to load.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      said.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`));
}

const said: string[] = [];

/** With and without JavaScript: one h1, a title, nothing that axe finds, everything reached by keyboard, 320 pixels wide. */
export async function assertGoodScreen(browser: Browser, web: TestWeb, who: Role | null, path: string): Promise<void> {
  const page = await pageOf(browser, web, who, true);
  await look(page, path);
  await assertAccessible(page);
  const scripted = await markup(page);
  await walk(page);
  await page.setViewportSize(phone.viewport);
  await assertFits(page);
  await page.close();

  const plain = await pageOf(browser, web, who, false);
  await look(plain, path);
  // Where scripts changed nothing, axe has seen it.
  if (who === null || (await markup(plain)) !== scripted) await assertAccessible(plain);
  await assertFits(plain);
  await plain.close();
}

/** The pages of one role share their session and what the browser keeps of styles and letters, as a person's do. */
const contexts = new WeakMap<Browser, Map<string, Promise<Page>>>();

async function pageOf(browser: Browser, web: TestWeb, who: Role | null, scripts: boolean): Promise<Page> {
  const of = contexts.get(browser) ?? new Map<string, Promise<Page>>();
  contexts.set(browser, of);
  const name = `${web.url} ${who} ${scripts}`;
  const first = of.get(name) ?? openAs(browser, web, who, scripts ? {} : { javaScriptEnabled: false, ...phone });
  of.set(name, first);
  return nextPage(await first);
}

async function nextPage(first: Page): Promise<Page> {
  const page = await openBeside(first);
  listen(page);
  return page;
}

/** What a page says, without its token and the marks by which scripts and components know each other. */
async function markup(page: Page): Promise<string> {
  const html = await page.locator('main').innerHTML();
  return html.replace(/ data-[a-z-]+="[^"]*"/g, '').replace(/(name="_csrf" value=")[^"]*/g, '$1');
}

async function look(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  assert.equal(response?.status(), 200, `${path} answers ${response?.status()}`);
  assert.equal(await page.locator('h1').count(), 1, `${path} has ${await page.locator('h1').count()} h1`);
  assert.match(await page.title(), /^.+ – .+ complaints$/);
  assert.deepEqual(said.splice(0), [], 'the console stays silent');
}
