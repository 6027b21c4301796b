/** The Ombudsman in the browser: what it asks, decides and orders, kept on the case and listed by date; and refused slips. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ombudsmanCasesOf } from '../../src/complaint/ombudsman-case.js';
import { addDays, type Day } from '../../src/facts/days.js';
import { inLandlord } from '../../src/store/database.js';
import { evidenceRequestOf } from '../../src/store/ombudsman-cases.js';
import { londonDay } from '../../src/store/today.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { caseFile, newCase } from '../support/cases-for-screens.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
before(async () => {
  [web, browser] = await Promise.all([startWeb(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await web.close();
});

const today = londonDay(new Date());

function boxes(name: string, day: Day): Record<string, string> {
  return { [`${name}-day`]: day.slice(8), [`${name}-month`]: day.slice(5, 7), [`${name}-year`]: day.slice(0, 4) };
}

const theirs = async (reference: string) => ombudsmanCasesOf((await caseFile(web, reference)).case);

test('from an enquiry to orders complied with, on the case and in the lists', async () => {
  const on = addDays(today, -40);
  const reference = await newCase(web, { defined: true, on, points: ['The roof leaks', 'Nobody rang'] });
  const visitor = await web.visitor('officer');
  const doing = async (act: string, fields: Record<string, string>, query = '') => {
    await visitor.get(`/cases/${reference}/${act}${query}`);
    const seen = await visitor.send(fields);
    assert.equal(seen.path, `/cases/${reference}/ombudsman`, `${act}: ${seen.text}`);
    return seen;
  };
  await doing('take-enquiry', { text: 'Why has nobody answered?', ...boxes('on', addDays(today, -30)) });
  await visitor.get(`/cases/${reference}/take-evidence-request`);
  const early = await visitor.send({
    text: 'The whole file',
    caseNumber: 'Mrs Khan',
    ...boxes('on', addDays(today, -28)),
    ...boxes('dueOn', addDays(today, -29)),
  });
  assert.equal(early.status, 422);
  assert.match(early.text, /number of the case as it stands/);
  assert.match(early.text, /The date is before the day it was asked/);
  assert.match(early.html, /The whole file/);
  await visitor.send({ caseNumber: '202612345', ...boxes('dueOn', addDays(today, -7)) });

  const { id } = (await caseFile(web, reference)).case;
  assert.deepEqual(await inLandlord(web.db, web.landlordId, (trx) => evidenceRequestOf(trx, id)), {
    dueOn: addDays(today, -7),
    askedOn: addDays(today, -28),
    ombudsman: 'HOS',
    caseNumber: '202612345',
  });
  await doing('ask-more-time', { reason: 'A survey is still to come', ...boxes('newDate', addDays(today, 7)) });
  const agreed = await doing('answer-more-time', {
    agreed: 'yes',
    text: 'By e-mail',
    ...boxes('newDate', addDays(today, 5)),
  });
  assert.match(agreed.text, /Agreed:/);
  const listed = await visitor.get('/ombudsman');
  assert.match(listed.text, new RegExp(`${reference}.*202612345.*Send the evidence`));
  await doing('send-evidence', { pages: '412' });
  assert.equal(await inLandlord(web.db, web.landlordId, (trx) => evidenceRequestOf(trx, id)), null);
  await doing('begin-investigation', {});
  await doing('take-determination', {
    finding1: 'maladministration',
    otherFinding1: 'redress',
    ...boxes('on', addDays(today, -3)),
  });
  const [decided] = await theirs(reference);
  assert.equal(decided?.determinations[0]?.issues.length, 2);

  await visitor.get(`/cases/${reference}/take-order`);
  const undated = await visitor.send({ kind: 'order', text: 'Pay £200' });
  assert.equal(undated.status, 422);
  assert.match(undated.html, /id="dueOn-error"[\s\S]*?Enter the day by which the order says/);
  await visitor.send({ pence: '200', ...boxes('dueOn', addDays(today, -1)), ...boxes('on', addDays(today, -3)) });
  await doing('take-order', { kind: 'order', text: 'Write to say sorry', statesNoDate: 'yes' });
  await doing('take-order', { kind: 'recommendation', text: 'Train the desk', ...boxes('dueOn', addDays(today, 60)) });
  const overdue = await visitor.get('/ombudsman/orders');
  assert.match(overdue.text, new RegExp(`${reference}.*£200.*late`));
  assert.match((await visitor.get('/ombudsman/orders?show=no-date')).text, /Date to be asked/);
  const [pay] = (await theirs(reference))[0]?.orders ?? [];
  const page = await doing('comply-with-order', { proof: 'Paid, reference 77' }, `?order=${pay?.id}`);
  assert.match(page.text, /Done, proof not sent/);
  await doing('send-order-proof', { text: 'The receipt' }, `?order=${pay?.id}`);
  const accepted = await doing('answer-on-order', { accepted: 'yes' }, `?order=${pay?.id}`);
  assert.match(accepted.text, /The Ombudsman is satisfied/);
  assert.doesNotMatch((await visitor.get('/ombudsman/orders')).text, new RegExp(reference));

  const stranger = await web.visitor('administrator');
  for (const path of ['/ombudsman', '/ombudsman/orders', `/cases/${reference}/take-order`])
    assert.notEqual((await stranger.get(path)).status, 200, path);

  for (const path of ['/ombudsman', `/cases/${reference}/ombudsman`, `/cases/${reference}/take-determination`])
    await assertGoodScreen(browser, web, 'manager', path);
});
