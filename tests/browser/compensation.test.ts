/** Compensation in the browser: worked out by head, approved by a second person, paid, listed, exported, set. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays } from '../../src/facts/days.js';
import { financialYear, yearOf } from '../../src/reports/period.js';
import { inLandlord } from '../../src/store/database.js';
import { measure } from '../../src/store/measures.js';
import { londonDay } from '../../src/store/today.js';
import { openBrowser } from '../support/browser.js';
import { caseFile, newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const today = londonDay(new Date());

test('compensation of two heads goes from the sum to the payment, by two people, and is counted by head', async () => {
  const reference = await newCase(web, { defined: true });
  const officer = await web.visitor('officer');
  const path = `/cases/${reference}/work-out-compensation`;
  const form = await officer.get(path);
  assert.match(form.text, /Right to repair\./);
  assert.match(form.text, /never an answer/);
  const typed = {
    text: 'You were without a bath for six weeks',
    distressPence: '200',
    distressNote: 'Six weeks',
    receipts: 'Carpet in the bedroom 120.00\n=HYPERLINK("x") 3.49',
    ...dayBoxes('dueOn', addDays(today, 14)),
  };
  const negative = await officer.send({ ...typed, distressPence: '-5', rentPence: '112.34' });
  assert.equal(negative.status, 422);
  assert.match(negative.text, /Enter an amount in pounds, like 150 or 12\.50/);
  const unread = await officer.send({ ...typed, receipts: 'Carpet -120.00' });
  assert.match(unread.text, /End each line with its amount/);
  const half = await officer.send({ ...typed, rentPence: '112.34' });
  assert.match(half.text, /enter the rent, the share, the first day and the last day/);
  const noAmount = await officer.send({
    ...typed,
    rentPence: '',
    troubleTimes: '3',
    troubleNote: 'Three missed visits',
  });
  assert.match(noAmount.text, /Time and trouble: enter the amount, or take out what you wrote beside it/);
  const noTick = await officer.send({ ...typed, rentPence: '', troubleTimes: '', troubleNote: '', setOffPence: '5' });
  assert.match(noTick.text, /Tick that some of it goes against what the resident owes/);
  await officer.get(path);
  const doubted = await officer.send({ ...typed, repairDays: '3', do: 'look-up' });
  assert.match(doubted.text, /Right to repair is for [^.]*\. Check that the tenancy agreement gives it/);
  await officer.get(path);
  const unclear = await officer.send({ do: 'look-up', troublePence: '12,50' });
  assert.match(unclear.text, /It can’t be worked out yet Enter an amount in pounds/);
  await officer.get(path);
  const shown = await officer.send({ ...typed, do: 'look-up' });
  assert.match(shown.text, /£120 \+ £3\.49 = £123\.49/);
  assert.match(shown.text, /Together £323\.49/);
  await officer.get(path);
  const waiting = await officer.send(typed);
  assert.equal(waiting.path, `/cases/${reference}/promises`, waiting.text);
  assert.match(waiting.text, /Waiting for approval/);
  const remedy = (await caseFile(web, reference)).case.worksheets[0]?.remedy ?? '';

  // The same person, then a role that does not reach it, then one that does.
  const approve = `/cases/${reference}/approve-compensation?remedy=${remedy}`;
  await officer.get(approve);
  const own = await officer.send({ answer: 'approved' });
  assert.match(own.text, /You worked this sum out yourself/);
  const investigator = await web.visitor('investigator');
  await investigator.get(approve);
  assert.match((await investigator.send({ answer: 'approved' })).text, /your role approves up to £100/);
  const manager = await web.visitor('manager');
  const list = await manager.get('/compensation');
  assert.match(list.text, new RegExp(`${reference}.*£323\\.49`, 's'));
  await manager.get(approve);
  const approved = await manager.send({ answer: 'approved' });
  assert.match(approved.text, /Approved, not paid yet/);

  await officer.get(`/cases/${reference}/pay-compensation`);
  const paid = await officer.send({ how: 'bank-transfer', reference: '=FIN+42' });
  assert.match(paid.text, /Recorded as paid/);
  const listed = await manager.get('/compensation?list=paid');
  assert.match(listed.text, /One sum, together £323\.49/);
  const file = await manager.get('/compensation/export?list=paid');
  assert.match(file.html, /'=FIN\+42/);
  assert.match(
    file.html,
    new RegExp(`${reference},.*,323\\.49,0\\.00,123\\.49,0\\.00,0\\.00,200\\.00,0\\.00,Us,0\\.00,`),
  );

  const figures = await inLandlord(web.db, web.landlordId, (trx) => measure(trx, financialYear(yearOf(today)), today));
  const of = (id: string, group: string) => figures.find((one) => one.id === id && one.group === group)?.value;
  assert.equal(of('compensation', 'offered'), 32_349);
  assert.equal(of('compensation', 'paid'), 32_349);
  // What each case adds to a sum stands beside it, on the screen and in the file.
  const behind = await manager.get('/figures/measures/compensation/cases?group=paid');
  assert.match(behind.text, new RegExp(`Amount.*${reference}.*£323\\.49`, 's'));
  const behindFile = await manager.get('/figures/measures/compensation/csv?group=paid');
  assert.match(behindFile.html, new RegExp(`numerator,${reference},.*,323\\.49`));
  assert.equal(of('compensation.heads', 'distress'), 20_000);
  assert.equal(of('compensation.heads', 'loss'), 12_349);
});

test('the screens of compensation are good ones, also on a phone and without JavaScript', async () => {
  const browser = await openBrowser();
  const reference = await newCase(web, { defined: true });
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/work-out-compensation`);
  await officer.send({
    text: 'You waited',
    distressPence: '60',
    distressNote: 'Three weeks',
    ...dayBoxes('dueOn', today),
  });
  await assertGoodScreen(browser, web, 'officer', `/cases/${reference}/work-out-compensation`);
  await assertGoodScreen(browser, web, 'manager', `/cases/${reference}/approve-compensation`);
  await assertGoodScreen(browser, web, 'manager', '/compensation');
  await browser.close();
  assert.match((await (await web.visitor('manager')).get('/')).text, /A sum of compensation waits for approval/);
});

test('a sum worked out anew begins with its set-off and keeps its receipts', async () => {
  const reference = await newCase(web, { defined: true });
  const officer = await web.visitor('officer');
  const path = `/cases/${reference}/work-out-compensation`;
  await officer.get(path);
  const typed = {
    text: 'You waited',
    distressPence: '60',
    distressNote: 'Three weeks',
    setOff: 'yes',
    setOffPence: '10',
    setOffDisputed: 'no',
    setOffOrdered: 'no',
    setOffReason: 'They asked for it',
    setOffImpact: 'Less to pay back',
    setOffConsent: 'By phone today',
    ...dayBoxes('dueOn', today),
  };
  const rest = { remedy: '', stage: '1', borneBy: 'landlord', ...dayBoxes('on', today) };
  const file = { field: 'files', name: 'receipt.txt', content: 'Carpet 120.00' };
  const first = await sendWithFiles(web, officer, path, { ...typed, ...rest }, [file]);
  assert.equal(first.status, 303, first.html);
  const before = (await caseFile(web, reference)).case.worksheets[0];
  assert.equal(before?.files.length, 1);
  const again = await officer.get(`${path}?remedy=${before?.remedy}`);
  assert.match(again.text, /The file added before stays with the sum/);
  assert.match(again.text, /They asked for it.*Less to pay back.*By phone today/);
  const unsaid = await officer.send({ distressPence: '70' });
  assert.match(unsaid.text, /Say whether the resident disputes the debt\./);
  await officer.send({ setOffDisputed: 'no', setOffOrdered: 'no' });
  const anew = (await caseFile(web, reference)).case.worksheets[0];
  assert.equal(anew?.totalPence, 7_000);
  assert.equal(anew?.setOff?.pence, 1_000);
  assert.deepEqual(anew?.files, before?.files);
});

test('an administrator sets limits and tariff; one person alone offers no more than what is set', async () => {
  const admin = await web.visitor('administrator');
  await admin.get('/settings/compensation');
  const backwards = await admin.send({ 'from-distress': '100', 'to-distress': '50' });
  assert.match(backwards.text, /no less than the one it begins with/);
  const far = await admin.send({ 'from-distress': '', 'to-distress': '', 'limit-manager': '100000.01' });
  assert.match(far.text, /Enter an amount up to £100,000: no compensation for a complaint can be more/);
  await admin.get('/settings/compensation');
  const saved = await admin.send({
    'limit-officer': '50',
    'limit-investigator': '',
    aloneUpTo: '25',
    landlord: 'other',
    'from-distress': '50',
    'to-distress': '250',
    'words-distress': 'By how long it lasted',
  });
  assert.match(
    saved.text,
    /approved by officer up to £50, reviewer up to £500, manager up to £5,000; one person alone/,
  );
  const reference = await newCase(web, { defined: true });
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/offer-remedy`);
  const more = await officer.send({ kind: 'financial', text: 'For the wait', pence: '30' });
  assert.match(more.text, /One person may offer up to £25/);
  await officer.get(`/cases/${reference}/offer-remedy`);
  const done = await officer.send({ kind: 'financial', text: 'For the wait', pence: '25' });
  assert.equal(done.path, `/cases/${reference}/promises`);
  const form = await officer.get(`/cases/${reference}/work-out-compensation`);
  assert.match(form.text, /£50 to £250\. By how long it lasted/);
  assert.doesNotMatch(form.text, /Right to repair\./);
});
