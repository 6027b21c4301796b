/** Every act on people, points, a stage and evidence in Chromium: axe, keyboard, 320 pixels, with and without JavaScript. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { mayAgreeAdjustment } from '../../src/complaint/may/agree-adjustment.js';
import { mayAskInformation } from '../../src/complaint/may/ask-information.js';
import { mayAuthorise } from '../../src/complaint/may/authorise.js';
import { mayJoinGroup } from '../../src/complaint/may/join-group.js';
import { mayShareFindings } from '../../src/complaint/may/share-findings.js';
import { addDays } from '../../src/facts/days.js';
import { inLandlord } from '../../src/store/database.js';
import { addWay, makePerson } from '../../src/store/people.js';
import { addTeam } from '../../src/store/teams.js';
import { assertAccessible, assertFits, type Browser, mainText, openBrowser, phone } from '../support/browser.js';
import { did, last, newCase } from '../support/cases-for-screens.js';
import { assertGoodScreen, openAs } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
let reference: string;
before(async () => {
  web = await startWeb({ landlord: { demonstration: true } });
  browser = await openBrowser();
  reference = await newCase(web, {
    text: 'Water comes through the bedroom ceiling whenever it rains. I have rung nine times.',
    points: [
      'Water comes through the bedroom ceiling whenever it rains',
      'I have rung nine times and nobody rang back',
    ],
    defined: true,
  });
  const { team, neighbour, niece } = await inLandlord(web.db, web.landlordId, async (trx) => ({
    team: (await addTeam(trx, { name: 'Pikeholm Roofing', contractor: true, email: null })) ?? assert.fail('a team'),
    neighbour: await makePerson(trx, { name: 'Omar Neighbour' }),
    niece: await makePerson(trx, { name: 'Dora Niece', ways: [{ kind: 'email', value: 'dora@example.org' }] }),
  }));
  const person = (await last(web, reference)).case.person ?? assert.fail('a resident');
  await inLandlord(web.db, web.landlordId, async (trx) => {
    await addWay(trx, person, { kind: 'phone', value: '01632 960777', standing: 'unsafe' });
    await addWay(trx, person, { kind: 'email', value: 'rosa@example.org', standing: 'safe', preferred: true });
  });
  await did(web, reference, (c, { today: on, ...context }) =>
    mayJoinGroup(c, { on, person: neighbour }, { today: on, ...context }),
  );
  await did(web, reference, (c, context) =>
    mayAuthorise(
      c,
      {
        on: context.today,
        person: niece,
        role: 'family-or-friend',
        authority: 'resident-told-us',
        evidence: null,
        until: null,
        note: null,
      },
      context,
    ),
  );
  await did(web, reference, (c, context) =>
    mayAgreeAdjustment(
      c,
      { on: context.today, kind: 'large-print', reviewOn: addDays(context.today, 90), text: null },
      context,
    ),
  );
  await did(web, reference, (c, context) =>
    mayAskInformation(
      c,
      {
        on: context.today,
        stage: 1,
        of: team,
        contractor: true,
        dueOn: context.rules.calendar.addWorkingDays(context.today, 3),
        text: 'On which days did you visit?',
      },
      context,
    ),
  );
  await did(web, reference, (c, context) =>
    mayShareFindings(
      c,
      {
        on: context.today,
        stage: 1,
        with: { person },
        points: c.points.map(({ id }) => id),
        text: 'Two visits were missed',
        commentsBy: null,
      },
      context,
    ),
  );
});
after(async () => {
  await browser.close();
  await web.close();
});

const screens = [
  'identify-resident',
  'person',
  'identify-home',
  'join-group',
  'leave-group',
  'authorise',
  'end-authority',
  'agree-adjustment',
  'review-adjustment',
  'tell-vulnerability',
  'raise-point',
  'define-point',
  'clarify-point',
  'find-not-ours',
  'join-points',
  'split-point',
  'split-off-point',
  'withdraw-point',
  'assign',
  'declare-conflict',
  'agree-updates',
  'find-cause',
  'record-learning',
  'open-improvement',
  'decide-point',
  'hear-position',
  'share-findings',
  'take-comments',
  'ask-information',
  'chase-information',
  'receive-information',
  'add-document',
  'notice-hazard',
  'note',
  'receive-message',
] as const;

for (const name of screens) {
  test(`${name} is a good screen`, () => assertGoodScreen(browser, web, 'manager', `/cases/${reference}/${name}`));
}

test('sent empty, each says what is missing where it is, on a phone too', async () => {
  const page = await openAs(browser, web, 'manager', phone);
  for (const name of [
    'identify-resident',
    'raise-point',
    'authorise',
    'hear-position',
    'add-document',
    'find-not-ours',
  ]) {
    await page.goto(`/cases/${reference}/${name}`);
    // The last button sends; the first may only look something up.
    await page.locator('main form#form button[type=submit]').last().click();
    await page.waitForSelector('.govuk-error-summary');
    assert.match(await page.title(), /^Error: /);
    await assertAccessible(page);
    await assertFits(page);
    await page.locator('.govuk-error-summary a').first().click();
    assert.match(await page.evaluate('document.activeElement.tagName'), /INPUT|TEXTAREA|SELECT/, name);
  }
  await page.context().close();
});

test('files chosen one after the other gather, one is left out, and they arrive', async () => {
  const page = await openAs(browser, web, 'manager');
  const file = (name: string) => {
    const path = join(tmpdir(), `putright-${process.pid}-${name}`);
    writeFileSync(path, name);
    return path;
  };
  await page.goto(`/cases/${reference}/add-document`);
  await page.locator('#files').setInputFiles(file('one.txt'));
  await page.locator('#files').setInputFiles([file('two.txt'), file('three.txt')]);
  assert.equal(await page.locator('.app-gathered li').count(), 3);
  await page.getByRole('button', { name: /Leave out .*two\.txt/ }).click();
  await assertAccessible(page);
  await page.getByLabel('A contractor').check();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.waitForURL('**/evidence');
  const text = await mainText(page);
  assert.match(text, /one\.txt/);
  assert.match(text, /three\.txt/);
  assert.doesNotMatch(text, /two\.txt/);
  await page.context().close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`what is needed of somebody new shows when it is chosen, ${javaScriptEnabled ? 'with' : 'without'} JavaScript, and stays through a look-up`, async () => {
    const page = await openAs(browser, web, 'manager', { javaScriptEnabled });
    await page.goto(`/cases/${reference}/join-group`);
    assert.equal(await page.locator('#newName').isVisible(), false);
    await page.getByLabel('Somebody new').check();
    assert.equal(await page.locator('#newName').isVisible(), true);
    await page.locator('#newName').fill('Perhaps Dora');
    await page.locator('#find').fill('dora');
    await page.keyboard.press('Enter');
    await page.getByLabel('Dora Niece').waitFor();
    assert.equal(await page.getByLabel('Somebody new').isChecked(), true);
    assert.equal(await page.locator('#newName').inputValue(), 'Perhaps Dora');
    assert.ok(!page.url().includes('dora'));
    await page.context().close();
  });
}
