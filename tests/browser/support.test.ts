/** The tests' own means must be able to fail, or they prove nothing. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, type Browser, openBrowser, openPage, phone } from '../support/browser.js';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const good = `<!doctype html><html lang="en-GB"><head><title>A page</title><meta name="viewport" content="width=device-width">
  </head><body><main><h1>A page</h1><p>With words.</p></main></body></html>`;

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`axe finds a picture without words, ${how} JavaScript`, async () => {
    const page = await openPage(browser, { javaScriptEnabled });
    await page.setContent(good);
    await assertAccessible(page);
    await page.setContent(good.replace('<p>', '<img src="data:,"><p>'));
    await assert.rejects(assertAccessible(page), /image-alt/);
  });
}

test('a page wider than a telephone is found', async () => {
  const page = await openPage(browser, phone);
  await page.setContent(good);
  await assertFits(page);
  await page.setContent(good.replace('<p>', '<p style="width: 900px">'));
  await assert.rejects(assertFits(page), /pixels wide/);
});
