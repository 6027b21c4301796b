/** A contact is logged by keyboard alone, with few presses, and waits for neither a name nor an address. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, mainText, openBrowser } from '../support/browser.js';
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

test('a call is logged from the first page by keyboard alone', async () => {
  const page = await openAs(browser, web, 'officer');
  await page.goto('/');
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  while ((await focused()) !== 'Log a contact') {
    await press('Tab');
    assert.ok(presses < 15, 'the way to the form is in the first stops of the page');
  }
  await press('Enter');
  await page.waitForURL('**/log');
  const nameOf = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
  const to = async (name: string) => {
    for (let i = 0; (await nameOf()) !== name; i += 1) {
      await press('Tab');
      assert.ok(i < 30, `${name} is reached by Tab`);
    }
  };
  await to('text');
  await page.keyboard.type('The lift has been out for three days and I am on the sixth floor with a pram.');
  await to('name');
  await page.keyboard.type('Ewa Nowak');
  await to('phone');
  await page.keyboard.type('01632 960200');
  const button = () =>
    page.evaluate(
      () => document.activeElement?.tagName === 'BUTTON' && document.activeElement.textContent?.trim() === 'Log it',
    );
  for (let i = 0; !(await button()); i += 1) {
    await press('Tab');
    assert.ok(i < 30, 'the button is reached by Tab');
  }
  await press('Enter');
  await page.waitForURL('**/cases/**');
  assert.match(await mainText(page), /Ewa Nowak/);
  // At a slow typist's two presses a second, the presses beside the words take half a minute at most.
  assert.ok(presses <= 60, `${presses} presses`);
  await page.context().close();
});

test('words alone are enough, and nothing at all is not', async () => {
  const visitor = await web.visitor('officer');
  await visitor.get('/log');
  const empty = await visitor.send({ text: '   ' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Write down what the resident said or wrote/);
  const done = await visitor.send({ text: 'Somebody rang about the bins and left no name.' });
  assert.match(done.path, /^\/cases\//);
  assert.match(done.text, /Name not known yet/);
});

test('a day in the future is refused, and everything typed stays', async () => {
  const visitor = await web.visitor('officer');
  await visitor.get('/log');
  const seen = await visitor.send({ text: 'Leak through the kitchen ceiling', name: 'Ali', 'on-year': '2099' });
  assert.equal(seen.status, 422);
  assert.match(seen.text, /must be on or before/);
  assert.match(seen.html, /Leak through the kitchen ceiling/);
  assert.match(seen.html, /value="Ali"/);
});
