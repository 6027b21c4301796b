/** The complaints policy is pasted or sent, held against the Code, kept, and compared with the check before. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fromText } from '../../src/assess/read/from-text.js';
import { asPdf } from '../assess/as-files.js';
import { badPolicy, goodPolicy } from '../assess/policies.js';
import { mainText, openBrowser } from '../support/browser.js';
import { assertGoodScreen, openAs } from '../support/screens.js';
import { startWeb } from '../support/web.js';

const web = await startWeb();
const browser = await openBrowser();
const folder = await mkdtemp(join(tmpdir(), 'putright-policies-'));
after(async () => {
  await browser.close();
  await web.close();
  await rm(folder, { recursive: true, force: true });
});

test('a bad policy is checked, then a better one, and what became better is told', async () => {
  const page = await openAs(browser, web, 'manager', { javaScriptEnabled: false });
  await page.goto('/self-assessment');
  await page.getByRole('link', { name: 'Check the complaints policy' }).click();
  await page.getByRole('button', { name: 'Check it' }).click();
  assert.match(await page.locator('.govuk-error-summary').innerText(), /Enter what the policy is called/);
  await page.fill('input[name=title]', 'Complaints policy, version 1');
  await page.getByRole('button', { name: 'Check it' }).click();
  assert.match(await page.locator('.govuk-error-summary').innerText(), /Paste the policy, or choose its file/);
  await page.fill('textarea[name=text]', badPolicy);
  await page.getByRole('button', { name: 'Check it' }).click();
  const bad = await mainText(page);
  assert.match(bad, /A stage before the first.*Must go/);
  assert.match(bad, /Under “Stage 0 - Informal resolution”/);
  assert.match(bad, /5\.2: /, 'the provision, in our own words');
  assert.match(bad, /“Stage 0”, “stage zero”/, 'what was looked for');
  assert.match(bad, /left out:\s*however made,/);
  const first = new URL(page.url()).pathname;

  const file = join(folder, 'policy-2.pdf');
  await writeFile(file, asPdf(fromText(goodPolicy)));
  await page.goto('/self-assessment/policy-check');
  await page.fill('input[name=title]', 'Complaints policy, version 2');
  await page.setInputFiles('input[name=document]', file);
  await page.getByRole('button', { name: 'Check it' }).click();
  const good = await mainText(page);
  assert.match(good, /Everything that was looked for is there/);
  assert.match(good, /Since Complaints policy, version 1/);
  assert.match(good, /Better: A stage before the first/);
  assert.match(good, /read from policy-2\.pdf/);
  const second = new URL(page.url()).pathname;

  await page.goto('/self-assessment/policy-check');
  assert.match(await mainText(page), /Complaints policy, version 2\s+2024[\s\S]+Complaints policy, version 1/);
  await page.context().close();
  for (const path of ['/self-assessment/policy-check', first, second])
    await assertGoodScreen(browser, web, 'manager', path);
});

test('what can’t be read, and what is sent twice over, is said with what was typed kept', async () => {
  const file = join(folder, 'policy.docx');
  await writeFile(file, 'PK\u0003\u0004 nothing of one');
  const page = await openAs(browser, web, 'manager', { javaScriptEnabled: false });
  await page.goto('/self-assessment/policy-check');
  await page.fill('input[name=title]', 'Draft');
  await page.setInputFiles('input[name=document]', file);
  await page.getByRole('button', { name: 'Check it' }).click();
  assert.match(await page.locator('.govuk-error-summary').innerText(), /policy\.docx is damaged/);
  assert.equal(await page.inputValue('input[name=title]'), 'Draft');
  await page.setInputFiles('input[name=document]', file);
  await page.fill('textarea[name=text]', 'Some words');
  await page.getByRole('button', { name: 'Check it' }).click();
  assert.match(await page.locator('.govuk-error-summary').innerText(), /not both/);
  await page.context().close();
});
