/**
 * Charnwood's published assessment, walked in a browser: it comes in from its document with its wrong sum, a 2024
 * assessment begins beside it, a yes is contradicted by the cases, the governing body approves, and anybody reads it.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { provisionsOf } from '../../src/assess/answers.js';
import { leadBetween } from '../../src/assess/leading.js';
import { addDays, inShortWords } from '../../src/facts/days.js';
import { yearOf } from '../../src/reports/period.js';
import { answersOf, nothingWritten, saveAnswer } from '../../src/store/assessment-answers.js';
import { inLandlord } from '../../src/store/database.js';
import { londonDay } from '../../src/store/today.js';
import { seedPath, skipSeeds as skip } from '../assess/seeds.js';
import { assertAccessible, type Browser, mainText, openBrowser, openPage, type Page } from '../support/browser.js';
import { newCase } from '../support/cases-for-screens.js';
import { foundIn } from '../support/found-in.js';
import { look } from '../support/look.js';
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

const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);
const today = londonDay(new Date());
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

test('from its document to the public', { skip, timeout: 300_000 }, async () => {
  for (let n = 0; n < 3; n += 1) await newCase(web, { on: addDays(today, -60) });
  const year = yearOf(addDays(today, -60));
  const page = await openAs(browser, web, 'manager');

  // 1 The document, with its sum that is wrong.
  await page.goto('/self-assessment/read');
  await page.setInputFiles('input[name=document]', seedPath('003'));
  await page.getByLabel('2022', { exact: true }).check();
  await page.getByLabel('Which year does it look at?').selectOption('2023');
  await press(page, 'Read it');
  assert.match(await mainText(page), /44/);
  await press(page, /that are sure/);
  await look(page, 'read');
  await press(page, 'Take what is confirmed');
  await press(page, 'Take it');
  const old = foundIn(/self-assessment\/([0-9a-f-]{36})/, page.url());
  await page.getByRole('link', { name: 'Check answers' }).click();
  assert.match(await mainText(page), /its rows give 45/);
  await look(page, 'charnwood');

  // 2 The new one, without an answer, last year's beside each.
  await page.goto('/self-assessment/begin');
  await page.getByLabel('Which year does it look at?').selectOption(String(year));
  await press(page, 'Begin');
  assert.match(await mainText(page), /Not answered: 72 of 72/);
  const id = foundIn(/self-assessment\/([0-9a-f-]{36})/, page.url());
  const before = await store(async (trx) => (await answersOf(trx, old)).find(({ answer }) => answer === 'yes'));
  const led = provisionsOf('2024').find(({ number }) =>
    leadBetween('2022', '2024')(number).includes(before?.provision ?? ''),
  );
  await page.goto(`/self-assessment/${id}/provisions/${led?.number}`);
  assert.match(await mainText(page), new RegExp(`${before?.provision} of the 2022 Code: yes`));
  assert.equal(await page.locator('input[name=answer]:checked').count(), 0);
  await look(page, 'last-year');
  await page.goto(`/self-assessment/${id}/provisions/6.2`);
  assert.match(await mainText(page), /Last year’s answer/);
  assert.equal(await page.locator('input[name=answer]:checked').count(), 0);
  await page.getByLabel('Yes', { exact: true }).check();
  await page.getByLabel('Evidence, as it will be published').fill('Weekly report of dates');
  await press(page, 'Save and go on');
  await page.goto(`/self-assessment/${id}/provisions/6.2`);
  assert.match(await mainText(page), /Contradicted/);
  await assertAccessible(page);
  await look(page, 'contradicted');

  // 3 The other answers, as people would give them.
  await store(async (trx) => {
    const given = new Set((await answersOf(trx, id)).map(({ provision }) => provision));
    for (const { number } of provisionsOf('2024'))
      if (!given.has(number))
        await saveAnswer(
          trx,
          { assessment: id, provision: number, expected: 0, by: { id: web.staff.manager, name: 'Manager' }, today },
          {
            ...nothingWritten,
            answer: 'yes',
            evidence: 'Complaints policy',
            commentary: 'As published on the website',
          },
        );
  });

  // 4 The governing body is told what the cases contradict, and approves.
  await page.goto(`/self-assessment/${id}/governing-body`);
  await page.getByRole('button', { name: 'Put it to the governing body' }).click();
  await page.getByLabel('What is the governing body called?').fill('Cabinet');
  await press(page, 'Put it to the governing body');
  assert.match(await mainText(page), /Contradicted by the cases: .*6\.2/);
  const member = await openAs(browser, web, 'member-responsible');
  await member.goto(`/self-assessment/${id}/respond`);
  await member
    .getByLabel('The response', { exact: true })
    .fill('Cabinet asks for a monthly report on acknowledgements.');
  await press(member, 'Record the response');
  await member.goto(`/self-assessment/${id}/approve`);
  await member.getByLabel('Where do its minutes record it?').fill('CAB/26/41');
  await press(member, 'Record the approval');
  assert.match(await mainText(member), /Confirm that the governing body was told/);
  await member.getByLabel(/was told that the cases contradict/).check();
  await press(member, 'Record the approval');
  assert.match(await mainText(member), /Approval recorded/);
  await look(member, 'approved');

  // 5 Published, and read by anybody.
  await page.goto(`/self-assessment/${id}/publication`);
  await press(page, 'Publish for everybody');
  assert.match(await mainText(page), new RegExp(`version 1 .*${inShortWords(today)}`));
  await look(page, 'published');
  const address = await page.locator('a[href^="/published/"]').first().getAttribute('href');
  const anybody = await openPage(browser, { baseURL: web.url });
  await anybody.goto(address ?? '');
  assert.match(await anybody.locator('body').innerText(), /Cabinet asks for a monthly report/);
  await assertAccessible(anybody);
  await look(anybody, 'public');
  for (const one of [page, member, anybody]) await one.context().close();
});
