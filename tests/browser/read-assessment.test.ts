/** An older self-assessment is sent, read, confirmed row by row and taken, without JavaScript; nothing counts before. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fromText } from '../../src/assess/read/from-text.js';
import { answersOf } from '../../src/store/assessment-answers.js';
import { listAssessments } from '../../src/store/assessments.js';
import { inLandlord } from '../../src/store/database.js';
import { asDocx, asPdf } from '../assess/as-files.js';
import { seedText, skipSeeds } from '../assess/seeds.js';
import { mainText, openBrowser } from '../support/browser.js';
import { assertGoodScreen, openAs } from '../support/screens.js';
import { startWeb } from '../support/web.js';

const web = await startWeb();
const browser = await openBrowser();
const folder = await mkdtemp(join(tmpdir(), 'putright-forms-'));
after(async () => {
  await browser.close();
  await web.close();
  await rm(folder, { recursive: true, force: true });
});

const form = `Meadow Homes: self-assessment of the complaints policy

We comply with 5 of the 72 provisions.

Section 1 - Definition of a complaint

Code section\tCode requirement\tComply: Yes/No\tEvidence, commentary and any explanations
1.2\tA complaint is defined as the Code defines it\tYes\tPolicy, page 2
1.3\tNobody has to use the word, and a friend may complain for them\tYes\tWe will review our training in the spring
1.7\tComplaints are accepted unless there is a good reason\tYes\tPolicy, page 3
1.9\tA refusal is explained, with the way to the Ombudsman\t\tTemplate letter

Section 5 - Complaint stages

Code section\tCode requirement\tComply: Yes/No\tEvidence, commentary and any explanations
5.1\tAn answer within ten working days of the complaint being logged\tPartially\t83% in time
5.12\tStage two is considered by somebody else\tYes\tHead of Service

Action plan

Provision\tAction\tLead\tTarget date\tNotes on progress
5.1*\tTwo more officers\tHead of Housing\tDecember 2023 (tbc)\tAdvertised
1.9\tA new letter\tComplaints Manager\t1 June 2023\t
`;

async function send(name: string, bytes: Buffer | string, edition = '2022') {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const page = await openAs(browser, web, 'manager', { javaScriptEnabled: false });
  await page.goto('/self-assessment/read');
  await page.setInputFiles('input[name=document]', path);
  await page.check(`input[name=edition][value="${edition}"]`);
  await page.selectOption('select[name=year]', '2023');
  await page.getByRole('button', { name: 'Read it' }).click();
  return page;
}

test('a document is read, confirmed and taken; what the document lost stays unanswered', async () => {
  const page = await send('self-assessment 2023.docx', await asDocx(fromText(form)));
  assert.match(
    await mainText(page),
    /The sums don’t agree\. The document says that 5 are met; 4 of its rows say yes, and 1 answer is lost/,
  );
  assert.match(await mainText(page), /0 of 6 rows are confirmed\. 2 of the rest need a person; 4 are sure/);
  const reading = new URL(page.url()).pathname;

  await page.getByRole('button', { name: 'Confirm the 4 that are sure' }).click();
  assert.match(await mainText(page), /4 of 6 rows are confirmed/);

  // A yes whose own evidence says that something must change begins without a choice.
  await page.getByRole('button', { name: 'Look at 1.3' }).click();
  assert.match(
    await mainText(page),
    /its own evidence says that something must change: “We will review our training in the spring”/,
  );
  assert.equal(await page.locator('input[name=answer]:checked').count(), 0);
  await page.getByRole('button', { name: 'Confirm, and on to the next' }).click();
  assert.match(await page.title(), /^Error: /);
  await page.check('input[name=answer][value=yes]');
  await page.getByRole('button', { name: 'Confirm, and on to the next' }).click();

  assert.match(await page.locator('h1').innerText(), /^1\.9 /, 'on to the next that needs a person');
  await page.check('input[name=answer][value=unknown]');
  await page.getByRole('button', { name: 'Confirm, and on to the next' }).click();
  assert.match(new URL(page.url()).pathname, /read\/[0-9a-f-]+$/, 'under 2022 partly is an answer, and was sure');

  await page.getByRole('button', { name: 'Take what is confirmed' }).click();
  assert.match(await mainText(page), /6 rows are confirmed and will be taken/);
  await page.uncheck('input[name=actions][value="1"]');
  await page.getByRole('button', { name: 'Take it' }).click();
  assert.match(page.url(), /\/self-assessment\/[0-9a-f-]{36}$/);

  const [made] = await inLandlord(web.db, web.landlordId, listAssessments);
  assert.equal(made?.readFrom, 'self-assessment 2023.docx');
  assert.equal(made?.year, 2023);
  const answers = await inLandlord(web.db, web.landlordId, (trx) => answersOf(trx, made?.id ?? ''));
  const given = Object.fromEntries(answers.map(({ provision, answer }) => [provision, answer]));
  assert.deepEqual(given, {
    '1.2': 'yes',
    '1.3': 'yes',
    '1.7': 'yes',
    '1.9': 'unknown',
    '5.1': 'partly',
    '5.12': 'yes',
  });

  await page.goto(reading);
  assert.match(await mainText(page), /What was confirmed is now a self-assessment/);
  await page.goto(`${reading}/take`);
  assert.match(await mainText(page), /What was confirmed is now a self-assessment/, 'it is taken once');
  await page.context().close();
});

test('Charnwood’s assessment comes in from its document, and the wrong sum is shown beside the right one', {
  skip: skipSeeds,
}, async () => {
  const page = await send('charnwood.pdf', asPdf(fromText(seedText('003'))));
  const reading = new URL(page.url()).pathname;
  const shown = await mainText(page);
  assert.match(shown, /The document prints 44 mandatory requirements; its rows are 45, of 45 in the edition/);
  assert.match(shown, /What the document tells of another year/);
  await page.getByRole('button', { name: /^Confirm the \d+ that are sure$/ }).click();
  // What is left is looked at one by one: the document's own answer where it has one.
  for (let left = 0; left < 20; left += 1) {
    const next = page.getByRole('button', { name: /^Look at / });
    if (new URL(page.url()).pathname === reading) {
      if ((await next.count()) === 0) break;
      await next.click();
    }
    const lost = /The document does not say/.test(await page.locator('.govuk-summary-list').innerText());
    await page.check(`input[name=answer][value=${lost ? 'unknown' : 'yes'}]`);
    await page.getByRole('button', { name: 'Confirm, and on to the next' }).click();
  }
  assert.match(await mainText(page), /72 of 72 rows are confirmed/);
  await page.getByRole('button', { name: 'Take what is confirmed' }).click();
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.getByRole('link', { name: 'Check answers' }).first().click();
  const check = await mainText(page);
  assert.match(check, /2 of 72 provisions are not answered/, '3.2 and 5.8, which the document lost');
  assert.match(check, /44: its rows give 45/);
  await page.context().close();
});

test('what can’t be read is said on the form, with what was chosen kept', async () => {
  const page = await send('scan.pdf', Buffer.from('%PDF-1.7\nnothing of one'), '2020');
  assert.match(await page.locator('.govuk-error-summary').innerText(), /scan\.pdf is damaged/);
  assert.ok(await page.locator('input[name=edition][value="2020"]').isChecked());
  assert.equal(await page.locator('select[name=year]').inputValue(), '2023');
  await page.context().close();
});

test('a confirmation is taken back, a reading put aside, and its document read again', async () => {
  const page = await send('form.pdf', asPdf(fromText(form)));
  const reading = new URL(page.url()).pathname;
  await page.goto(`${reading}/rows/1.2`);
  await page.getByRole('button', { name: 'Confirm, and on to the next' }).click();
  await page.goto(`${reading}/rows/1.2`);
  assert.match(await mainText(page), /Confirmed by Manager/);
  await page.getByRole('button', { name: 'Take the confirmation back' }).click();
  assert.match(await mainText(page), /it is to be confirmed again/);
  const visitor = await web.visitor('manager');
  assert.equal((await visitor.get(`${reading}/document`)).status, 200);
  await page.goto(`${reading}/put-aside`);
  await page.getByRole('button', { name: 'Put it aside' }).click();
  assert.match(await mainText(page), /form\.pdf was put aside/);
  await page.context().close();
});

test('the screens are good ones, and another role does not see them', async () => {
  const page = await send('form.md', form);
  const reading = new URL(page.url()).pathname;
  await page.context().close();
  for (const path of [
    '/self-assessment/read',
    reading,
    `${reading}/rows/1.3`,
    `${reading}/take`,
    `${reading}/put-aside`,
  ])
    await assertGoodScreen(browser, web, 'manager', path);
  const officer = await web.visitor('officer');
  assert.equal((await officer.get(reading)).status, 403);
  const manager = await web.visitor('manager');
  assert.equal((await manager.get(`/self-assessment/read/${randomUUID()}`)).status, 404);
  assert.equal((await manager.get('/self-assessment/read/nonsense/rows/1.2')).status, 404);
});
