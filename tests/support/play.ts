/** The moves of a person at a screen in a browser: open, fill in, send, and see a letter off. */
import assert from 'node:assert/strict';
import type { Sending } from '../../src/facts/happened.js';
import { assertAccessible, mainText, type Page } from './browser.js';

/** What goes into the fields of a form, by their names; `true` ticks a box, or chooses the first of a list. */
export type Filled = Readonly<Record<string, string | true>>;

/** Fills the fields of the page's form by their names, whatever kind each is. */
export async function fill(page: Page, filled: Filled): Promise<void> {
  for (const [name, value] of Object.entries(filled)) {
    const field = page.locator(`main [name="${name}"]`).first();
    const type = await field.evaluate((element) => element.getAttribute('type') ?? element.tagName.toLowerCase());
    if (type === 'radio') await page.locator(`main [name="${name}"][value="${value}"]`).check();
    else if (type === 'checkbox')
      await (value === true ? field : page.locator(`main [name="${name}"][value="${value}"]`)).check();
    else if (type === 'select') await field.selectOption(value === true ? { index: 1 } : value);
    else await field.fill(String(value));
  }
}

/** Presses the button that sends the form, not one beside it that looks something up; it must not come back with an error. */
export async function send(page: Page): Promise<void> {
  const path = new URL(page.url()).pathname;
  await page
    .locator('main form button.govuk-button[type=submit]:not(.govuk-button--secondary):not([value^="look"])')
    .last()
    .click();
  assert.deepEqual(await page.locator('.govuk-error-summary').allInnerTexts(), [], `${path} is refused`);
}

/** One screen: opened, held by axe, filled in, sent. Answers what stands then. */
export async function act(page: Page, path: string, filled: Filled = {}): Promise<string> {
  const response = await page.goto(path);
  assert.equal(response?.status(), 200, `${path}: ${await mainText(page)}`);
  await assertAccessible(page);
  await fill(page, filled);
  await send(page);
  return mainText(page);
}

/** From the letter's page, where it was just begun, until it is sent or handed over. */
export async function sendLetter(page: Page, how: Sending): Promise<void> {
  await assertAccessible(page);
  await page
    .getByRole('link', { name: 'Go on to send it' })
    .or(page.getByRole('button', { name: 'Go on to send it' }))
    .click();
  await assertAccessible(page);
  await fill(page, { how });
  await send(page);
}
