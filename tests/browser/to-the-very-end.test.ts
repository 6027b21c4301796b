/**
 * What happens after the finding, played in a browser to its very end: a leak of three points, compensation of two heads
 * approved by a second person and paid, two promises of which the resident says that one was not kept, a cause and an
 * improvement whose effect is measured later; the Ombudsman asks for evidence in fifteen working days and gets a bundle with
 * a neighbour's paper in confidence, the resident gets what is held of her with the neighbour painted over, and a
 * determination of two findings and three orders is complied with. The persistent complainant is in behaviour.test.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { sql } from 'kysely';
import { extractText } from 'unpdf';
import { ombudsmanCasesOf } from '../../src/complaint/ombudsman-case.js';
import { englandAndWales } from '../../src/facts/calendar.js';
import { addDays } from '../../src/facts/days.js';
import type { PersonId } from '../../src/facts/happened.js';
import { askResidents } from '../../src/post/ask-residents.js';
import { makeBundle } from '../../src/post/bundle/make-bundle.js';
import { lookAtFiles, waysOf } from '../../src/post/look-at-files.js';
import { madeOf } from '../../src/store/bundle-making.js';
import { readBundle } from '../../src/store/bundles.js';
import { inLandlord, type Trx } from '../../src/store/database.js';
import { pathOf } from '../../src/store/documents.js';
import { addWay } from '../../src/store/people.js';
import { publicSlug } from '../../src/store/publications.js';
import { mintLink } from '../../src/store/resident-links.js';
import { londonDay } from '../../src/store/today.js';
import { verify } from '../../src/store/verify.js';
import {
  assertAccessible,
  assertFits,
  type Browser,
  mainText,
  openBrowser,
  openPage,
  type Page,
  phone,
} from '../support/browser.js';
import { caseFile, newCase } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { act, fill, send, sendLetter } from '../support/play.js';
import { openAs } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
before(async () => {
  [web, browser] = await Promise.all([startWeb({ landlord: { demonstration: true } }), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await web?.close();
});

const today = londonDay(new Date());
const store = <T>(work: (trx: Trx) => Promise<T>) => inLandlord(web.db, web.landlordId, work);
const place = () => ({ db: web.db, files: web.files, landlordId: web.landlordId });

const idIn = (page: Page) => /\/bundles\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? assert.fail(page.url());

/** The words of a volume that was made. */
async function volumeOf(id: string): Promise<string> {
  const all = await store(async (trx) => madeOf(trx, id, (await readBundle(trx, id))?.madeVersion ?? 0));
  const texts = [];
  for (const { content } of all.filter(({ what }) => what === 'volume')) {
    const bytes = await readFile(pathOf(web.files, web.landlordId, content));
    texts.push((await extractText(new Uint8Array(bytes), { mergePages: true })).text);
  }
  return texts.join('\n');
}

const neighbour = 'Omar Dean of number 9 says that it runs down his wall too';

async function paperThatSays(words: string): Promise<Buffer> {
  const paper = await PDFDocument.create();
  paper.addPage([595, 842]).drawText(words, { x: 60, y: 700, size: 12 });
  return Buffer.from(await paper.save());
}

let reference: string;
const at = (rest = '') => `/cases/${reference}${rest}`;
const theCase = async () => (await caseFile(web, reference)).case;

test('the answer pays for what happened and promises what will: two heads, a second person, two promises, a cause', async () => {
  reference = await newCase(web, {
    text: 'Water comes through the ceiling of my bathroom. It has ruined the carpet. Nobody rings back.',
    points: ['Water comes through the bathroom ceiling', 'The carpet is ruined', 'Nobody rings back'],
    defined: true,
    on: addDays(today, -60),
  });
  const { person } = await theCase();
  await store((trx) => addWay(trx, person as PersonId, { kind: 'email', value: 'rosa@example.org' }));
  const officer = await openAs(browser, web, 'officer');
  await act(officer, at('/acknowledge'), { way: 'write' });
  await sendLetter(officer, 'by-hand');
  await act(officer, at('/assign'), { to: web.staff.officer });
  for (const point of (await theCase()).points)
    await act(officer, at(`/decide-point?point=${point.id}`), {
      finding: point.number === 3 ? 'partly-upheld' : 'upheld',
      reasons: 'The job of 3 March was closed without a visit, and nobody looked at the tank above.',
    });
  const waits = await act(officer, at('/work-out-compensation'), {
    text: 'You were without a dry bathroom for six weeks and lost a carpet',
    distressPence: '200',
    distressNote: 'Six weeks of buckets',
    receipts: 'Carpet in the hall 120.00',
    ...dayBoxes('dueOn', addDays(today, 14)),
  });
  assert.match(waits, /Waiting for approval/);
  const sum = (await theCase()).worksheets[0]?.remedy ?? '';
  const manager = await openAs(browser, web, 'manager');
  await manager.goto('/compensation');
  await assertAccessible(manager);
  assert.match(await mainText(manager), new RegExp(reference));
  await act(manager, at(`/approve-compensation?remedy=${sum}`), { answer: 'approved' });
  for (const what of ['Renew the tank above the bathroom', 'Plaster and paint the ceiling'])
    await act(officer, at('/promise-action'), {
      text: what,
      owner: web.staff.officer,
      agreedWithResident: true,
      ...dayBoxes('dueOn', addDays(today, 5)),
    });
  await act(officer, at('/offer-remedy'), { kind: 'apology', text: 'We are sorry that nobody came.', points: true });
  await act(officer, at('/record-learning'), {
    cause: true,
    learnt: 'yes',
    theme: true,
    text: 'A leak from above is two jobs, and the second is booked with the first.',
  });
  await officer.goto(at('/respond'));
  await send(officer);
  const letter = await mainText(officer);
  assert.match(letter, /£320/, 'the sum stands in the answer');
  await sendLetter(officer, 'by-hand');
  assert.match(await act(officer, at('/pay-compensation'), { how: 'bank-transfer', reference: 'FIN-42' }), /paid/);
  await manager.goto('/compensation?list=paid');
  assert.match(await mainText(manager), /£320/);
  await manager.context().close();
  await officer.context().close();
});

test('one promise is kept; of the other the resident says on her phone that it was not, and it is open again', async () => {
  const officer = await openAs(browser, web, 'officer', { javaScriptEnabled: false });
  const before = await theCase();
  const [tank, ceiling] = before.promises.map(({ id }) => id);
  for (const promise of [tank, ceiling])
    await act(officer, at(`/keep-promise?promise=${promise}`), {
      job: `R-10${promise?.slice(0, 4)}`,
      proof: 'Job sheet',
    });
  const later = addDays(today, 14);
  const { promises } = await askResidents(web.db, web.landlordId, later, new Date(`${later}T10:00:00Z`));
  assert.equal(promises, 2);
  const site = `/residents/${await store(publicSlug)}`;
  const her = await openPage(browser, { baseURL: web.url, javaScriptEnabled: false, ...phone });
  for (const [promise, answer] of [
    [tank, 'yes'],
    [ceiling, 'no'],
  ] as const) {
    const secret = await store((trx) =>
      mintLink(trx, {
        purpose: 'promise',
        caseId: before.id,
        person: before.person as PersonId,
        about: promise ?? '',
        until: addDays(later, 14),
      }),
    );
    await her.goto(`${site}/link/${secret}`);
    await send(her);
    await assertAccessible(her);
    await assertFits(her);
    await her.check(`[name=answer][value=${answer}]`);
    if (answer === 'no') await her.fill('[name=text]', 'They painted over it wet and it has come through again');
    await send(her);
  }
  assert.deepEqual(
    (await theCase()).promises.map(({ residentSays }) => residentSays),
    ['done', 'not-done'],
  );
  const manager = await openAs(browser, web, 'manager', { javaScriptEnabled: false });
  await manager.goto('/promises?state=not-done');
  await assertAccessible(manager);
  assert.match(await mainText(manager), new RegExp(`${reference}[\\s\\S]*Plaster and paint`));
  for (const page of [her, officer, manager]) await page.context().close();
});

test('what lay behind it becomes an improvement, and whether it worked is asked of the complaints that came after', async () => {
  const officer = await openAs(browser, web, 'officer');
  const cause = (await theCase()).stages[1]?.causes[0]?.cause ?? '';
  await act(officer, at('/open-improvement'), {
    title: 'A leak from above is booked as two jobs',
    aim: 'Both visits stand in the diary before the call ends.',
    kind: 'corrective',
    owner: web.staff.officer,
    cause,
    weeks: '4',
    ...dayBoxes('dueOn', addDays(today, 30)),
  });
  const { rows } = await store((trx) => sql<{ id: string }>`select id from improvement_plan`.execute(trx));
  const path = `/improvements/${rows[0]?.id}`;
  await act(officer, `${path}/done`, { proof: 'The desk’s script asks for it.' });
  await store((trx) =>
    sql`update improvement_plan set opened_on = opened_on - 40, done_on = done_on - 40
      where landlord_id = ${web.landlordId}`.execute(trx),
  );
  const reviewer = await openAs(browser, web, 'reviewer');
  await reviewer.goto(`${path}/review`);
  assert.match(await mainText(reviewer), /1 such complaint in the 4 weeks before, 0 in the 4 weeks after/);
  await act(reviewer, `${path}/review`, { worked: 'yes', words: 'None but the one that it came from.' });
  await act(reviewer, `${path}/close`, { words: 'The script stays as it is.' });
  await reviewer.goto('/improvements?show=closed');
  await assertAccessible(reviewer);
  assert.match(await mainText(reviewer), /booked as two jobs/);
  for (const page of [officer, reviewer]) await page.context().close();
});

test('the Ombudsman asks, and gets everything, the neighbour’s letter in confidence; the resident gets hers, painted over', async () => {
  const officer = await openAs(browser, web, 'officer');
  for (const name of ['neighbour-letter.pdf', 'repair-log.pdf']) {
    await officer.goto(at('/add-document'));
    await fill(officer, { from: 'other', title: name });
    await officer.setInputFiles('input[type=file]', {
      name,
      mimeType: 'application/pdf',
      buffer: await paperThatSays(name === 'repair-log.pdf' ? 'Job 4471: the tank was not looked at' : neighbour),
    });
    await send(officer);
  }
  await lookAtFiles(place(), waysOf({ scanner: null }));
  const dueOn = englandAndWales.addWorkingDays(today, 15);
  await act(officer, at('/take-evidence-request'), {
    text: 'The whole file, with the policy of then',
    caseNumber: '202700123',
    ...dayBoxes('dueOn', dueOn),
  });
  await officer.goto('/ombudsman');
  await assertAccessible(officer);
  assert.match(await mainText(officer), new RegExp(`${reference}[\\s\\S]*202700123`));

  await officer.goto(at('/bundle'));
  await assertAccessible(officer);
  await send(officer);
  const bundle = idIn(officer);
  await makeBundle(place(), bundle);
  await officer.goto(`/bundles/${bundle}`);
  await assertAccessible(officer);
  await officer
    .getByRole('link', { name: /neighbour-letter/ })
    .first()
    .click();
  await assertAccessible(officer);
  await fill(officer, { standing: 'confidence' });
  await send(officer);
  await send(officer);
  await makeBundle(place(), bundle);
  await act(officer, `/bundles/${bundle}/check`, { others: true, privilege: true });
  const volume = await volumeOf(bundle);
  assert.match(volume, /In confidence: not for the resident/);
  assert.match(volume, /Water comes through the ceiling of my bathroom/);
  assert.ok(volume.includes(neighbour), 'the Ombudsman gets it whole');
  await officer.goto(`/bundles/${bundle}/hand-over`);
  await assertAccessible(officer);
  await fill(officer, { name: 'Ines Caseworker', how: 'archive' });
  await send(officer);
  assert.equal((await theCase()).history.at(-1)?.what.type, 'BundleSent');

  await act(officer, '/subject-requests/new', { reference });
  await officer.locator('form:has([name=do][value=make]) button').last().click();
  const own = idIn(officer);
  await makeBundle(place(), own);
  await officer.goto(`/bundles/${own}`);
  await officer
    .getByRole('link', { name: /neighbour-letter/ })
    .first()
    .click();
  const paper = new URL(officer.url()).pathname;
  await officer.goto(`${paper}/pages/1`);
  await assertAccessible(officer);
  await fill(officer, { left: '0', top: '0', right: '100', bottom: '100', reason: 'another-person' });
  await officer
    .locator('form:has([name=left]) button[value=add], form:has([name=left]):has([name=do][value=add]) button')
    .last()
    .click();
  assert.match(await mainText(officer), /It is about somebody else, by Officer/);
  await officer.goto(`/bundles/${own}`);
  await send(officer);
  await makeBundle(place(), own);
  await officer.goto(`/bundles/${own}`);
  for (const one of await officer.locator('input[name=looked]').all()) await one.check();
  await officer.locator('form:has([name=do][value=looked]) button, button[name=do][value=looked]').last().click();
  await act(officer, `/bundles/${own}/check`, { others: true, privilege: true });
  const hers = await volumeOf(own);
  assert.match(hers, /Water comes through the ceiling of my bathroom/);
  assert.match(hers, /Job 4471/);
  assert.doesNotMatch(hers, /Omar|number 9/);
  await officer.context().close();
});

test('two findings and three orders are complied with, and the history of it all proves itself', async () => {
  const officer = await openAs(browser, web, 'officer', { javaScriptEnabled: false });
  await act(officer, at('/begin-investigation'));
  await act(officer, at('/take-determination'), { finding1: 'maladministration', otherFinding1: 'redress' });
  const orders = [
    ['order', 'Pay £200 more for the delay'],
    ['order', 'Write to say sorry for what was not answered'],
    ['recommendation', 'Train the desk in booking two jobs'],
  ] as const;
  for (const [kind, text] of orders)
    await act(officer, at('/take-order'), { kind, text, ...dayBoxes('dueOn', addDays(today, 28)) });
  const of = async () => ombudsmanCasesOf(await theCase())[0];
  for (const { id } of (await of())?.orders ?? []) {
    await act(officer, at(`/comply-with-order?order=${id}`), { proof: 'Done, and the receipt is with us' });
    await act(officer, at(`/send-order-proof?order=${id}`), { text: 'The receipt' });
    await act(officer, at(`/answer-on-order?order=${id}`), { accepted: 'yes' });
  }
  const told = await of();
  assert.deepEqual([told?.determinations[0]?.issues.length, told?.orders.length], [2, 3]);
  await officer.goto(at('/ombudsman'));
  await assertAccessible(officer);
  assert.equal((await officer.getByText('The Ombudsman is satisfied').all()).length >= 3, true);
  await officer.setViewportSize(phone.viewport);
  for (const tab of ['/ombudsman', '/promises', '/history']) {
    await officer.goto(at(tab));
    await assertAccessible(officer);
    await assertFits(officer);
  }
  await officer.context().close();
  const { broken } = await verify(web.db, { files: web.files });
  assert.deepEqual(broken, []);
});
