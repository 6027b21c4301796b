/** The screens of the self-assessment in a real browser: each passes axe, works without JavaScript and at 320 pixels. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '../../src/facts/days.js';
import { addAction } from '../../src/store/assessment-actions.js';
import { nothingWritten, saveAnswer } from '../../src/store/assessment-answers.js';
import { moveAssessment, noteStep } from '../../src/store/assessment-steps.js';
import { beginAssessment, takeReading } from '../../src/store/assessments.js';
import { inLandlord } from '../../src/store/database.js';
import { addPiece, addVersion, linkEvidence } from '../../src/store/evidence-library.js';
import { type Browser, mainText, openBrowser } from '../support/browser.js';
import { assertGoodScreen, openAs } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
let draft = '';
let put = '';
let piece = '';
let action = '';
before(async () => {
  web = await startWeb();
  browser = await openBrowser();
  await inLandlord(web.db, web.landlordId, async (trx) => {
    const by = web.staff.manager;
    const today = day('2026-04-10');
    const old = await takeReading(
      trx,
      {
        edition: '2022',
        rows: [
          {
            provision: '5.1',
            answer: 'yes',
            evidence: 'Training was given; it has to be repeated',
            confidence: 0.9,
            needsPerson: false,
            place: 'page 3',
            why: ['Its own evidence says that something must change'],
          },
        ],
        actions: [{ provision: '5.1', action: 'Train', lead: 'HR', target: 'tbc', progress: '', mandatory: true }],
        printed: { Compliant: 44 },
        disagreements: [{ what: 'Compliant', printed: 44, computed: 45, words: 'Printed 44; its rows give 45.' }],
      },
      {
        year: 2023,
        source: 'Board report.pdf',
        file: null,
        by,
        today,
        rows: new Map([['5.1', {}]]),
        actions: 'all',
        publishedOn: day('2023-09-06'),
      },
    );
    const begin = (year: number, carriedFrom: string | null) =>
      beginAssessment(trx, { edition: '2024', year, trigger: 'yearly', triggerNote: null, carriedFrom, by, today });
    draft = await begin(2024, old);
    put = await begin(2025, draft);
    const answer = (assessment: string, provision: string, more: Partial<typeof nothingWritten>) =>
      saveAnswer(
        trx,
        { assessment, provision, expected: 0, by: { id: by, name: 'Manager' }, today },
        { ...nothingWritten, ...more },
      );
    await answer(draft, '1.2', {
      answer: 'yes',
      evidence: 'Complaints policy, section 2',
      commentary: 'Word for word',
    });
    await answer(draft, '9.3', { answer: 'no', reason: 'No committee yet', intendedOn: day('2027-03-31') });
    piece = await addPiece(
      trx,
      {
        kind: 'policy',
        title: 'Complaints policy 2025',
        role: null,
        holder: null,
        ownerId: by,
        ownerWords: '',
        effectiveOn: day('2025-04-01'),
        expiresOn: null,
        reviewOn: day('2026-05-01'),
      },
      by,
    );
    await addVersion(trx, piece, { link: 'https://example.org/policy', note: 'The first' }, by);
    await linkEvidence(trx, { assessment: draft, provision: '1.2' }, [piece], by);
    action = await addAction(
      trx,
      draft,
      {
        provisions: ['9.3'],
        action: 'Form a Housing Board',
        lead: 'Head of Housing',
        targetOn: day('2026-05-01'),
        targetWords: '1 May 2026',
        progress: 'Begun',
        mandatory: true,
      },
      by,
    );
    await moveAssessment(trx, put, {
      from: 'draft',
      state: 'put',
      step: { did: 'put', on: today, by, body: 'Cabinet', outstanding: ['Not answered: 1.2'] },
    });
    await noteStep(trx, put, { did: 'responded', on: today, by, words: 'Well done', saidBy: 'Councillor Example' });
  });
});
after(async () => {
  await browser?.close();
  await web?.close();
});

test('the list, the beginning and what stands beside are good screens', { timeout: 300_000 }, async () => {
  for (const path of [
    '/self-assessment',
    '/self-assessment/begin',
    '/self-assessment/actions',
    '/self-assessment/evidence',
    '/self-assessment/evidence/add',
    '/self-assessment/wording',
  ])
    await assertGoodScreen(browser, web, 'manager', path);
});

test('one assessment with its provisions is good screens', { timeout: 300_000 }, async () => {
  for (const below of ['', '/provisions/1.2', '/provisions/6.3', '/provisions/9.3', '/check', '/compare', '/new'])
    await assertGoodScreen(browser, web, 'manager', `/self-assessment/${draft}${below}`);
});

test('action plan, governing body and publication are good screens', { timeout: 300_000 }, async () => {
  for (const below of ['/actions', '/actions/add', '/governing-body', '/put', '/publication'])
    await assertGoodScreen(browser, web, 'manager', `/self-assessment/${draft}${below}`);
  for (const below of ['/governing-body', '/approve', '/respond'])
    await assertGoodScreen(browser, web, 'member-responsible', `/self-assessment/${put}${below}`);
  await assertGoodScreen(browser, web, 'manager', `/self-assessment/${put}/take-back`);
});

test('a piece of evidence and an action are good screens', { timeout: 300_000 }, async () => {
  for (const below of ['', '/change', '/version', '/review'])
    await assertGoodScreen(browser, web, 'manager', `/self-assessment/evidence/${piece}${below}`);
  for (const below of ['', '/change', '/end'])
    await assertGoodScreen(browser, web, 'manager', `/self-assessment/actions/${action}${below}`);
  await assertGoodScreen(browser, web, 'officer', `/self-assessment/${draft}/provisions/9.3`);
});

test('without JavaScript a provision is answered no with its reason and day, and the next one comes', async () => {
  const page = await openAs(browser, web, 'manager', { javaScriptEnabled: false });
  await page.goto(`/self-assessment/${draft}/provisions/9.6`);
  await page.getByLabel('No', { exact: true }).check();
  await page.getByLabel('Why is it not met?').fill('New requirement');
  await page.getByLabel('Day').fill('31');
  await page.getByLabel('Month').fill('12');
  await page.getByLabel('Year').fill('2026');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  assert.match(await page.locator('h1').innerText(), /Provision 9\.7/);
  await page.goto(`/self-assessment/${draft}/check`);
  assert.match(await mainText(page), /Why: New requirement By: 31 December 2026/);
  await page.context().close();
});
