/** What arrived from residents: noted once, seen by an officer with what follows from it, settled by the acts, erased with its words. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayReceiveMessage } from '../../src/complaint/may/receive-message.js';
import { mayWithdraw } from '../../src/complaint/may/withdraw.js';
import { addDays } from '../../src/facts/days.js';
import { noteArrival, readArrival, settleArrival, waitingArrivals } from '../../src/store/arrivals.js';
import { inLandlord } from '../../src/store/database.js';
import { londonDay } from '../../src/store/today.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { answered, caseFile, did, newCase } from '../support/cases-for-screens.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
before(async () => {
  web = await startWeb();
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await web.close();
});

const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);
const today = londonDay(new Date());

/** A message on the case and its arrival, as the resident's page or the mail notes it. */
async function arrives(reference: string, kind: 'possible-stage-2' | 'withdrawal' | 'message', text: string) {
  await did(web, reference, (c, context) =>
    mayReceiveMessage(c, { on: context.today, channel: 'web-form', from: c.person, text, files: [] }, context),
  );
  const { case: c } = await caseFile(web, reference);
  const noted = {
    key: `message:${c.id}:${c.version}`,
    kind,
    caseId: c.id,
    seq: c.version,
    person: c.person,
    channel: 'web-form',
    arrivedOn: today,
    note: text,
  } as const;
  return { id: await store((trx) => noteArrival(trx, noted)), noted };
}

test('told twice by the same key it is one arrival, and nothing but a settling takes it off the list', async () => {
  const reference = await newCase(web);
  const { id, noted } = await arrives(reference, 'message', 'When will somebody come?');
  assert.equal(await store((trx) => noteArrival(trx, { ...noted, note: 'other words' })), id);
  const waiting = await store((trx) => waitingArrivals(trx, { caseId: noted.caseId }));
  assert.deepEqual(
    waiting.map((one) => [one.id, one.note, one.reference, one.personName]),
    [[id, 'When will somebody come?', reference, 'Rosa Whitby']],
  );
  const seen = { by: web.staff.officer, how: 'seen', at: new Date() } as const;
  assert.equal(await store((trx) => settleArrival(trx, id, seen)), true);
  assert.equal(await store((trx) => settleArrival(trx, id, { ...seen, how: 'not-so' })), false);
  assert.equal((await store((trx) => readArrival(trx, id)))?.settled?.how, 'seen');
});

test('the list has emergencies first and then the oldest', async () => {
  const nobody = { caseId: null, seq: null, person: null, channel: 'email', note: null } as const;
  await store(async (trx) => {
    await noteArrival(trx, { ...nobody, key: 'a', kind: 'sender-not-known', arrivedOn: today });
    await noteArrival(trx, { ...nobody, key: 'b', kind: 'sender-not-known', arrivedOn: addDays(today, -9) });
    await noteArrival(trx, { ...nobody, key: 'c', kind: 'emergency', arrivedOn: today });
  });
  const kinds = ['sender-not-known', 'emergency'] as const;
  const waiting = await store((trx) => waitingArrivals(trx, { kinds }));
  assert.deepEqual(
    waiting.map((one) => one.key),
    ['c', 'b', 'a'],
  );
  for (const { id } of waiting)
    await store((trx) => settleArrival(trx, id, { by: web.staff.officer, how: 'seen', at: new Date() }));
});

test('dissatisfaction after the stage 1 answer waits with its date, and the request for stage 2 takes it off', async () => {
  const reference = await newCase(web, { defined: true });
  await answered(web, reference);
  const { id } = await arrives(reference, 'possible-stage-2', 'This is not good enough, nobody came');
  await assertGoodScreen(browser, web, 'officer', '/arrivals');
  await assertGoodScreen(browser, web, 'officer', `/arrivals/${id}`);
  const officer = await web.visitor('officer');
  assert.match((await officer.get('/')).text, /1 From residents/);
  const consequence =
    /If they ask for stage 2, it was received on \w+ \d+ \w+ \d{4}: acknowledge by \w+ \d+ \w+ \d{4}\./;
  for (const path of ['/arrivals', `/arrivals/${id}`, `/cases/${reference}`, `/cases/${reference}/clock`])
    assert.match((await officer.get(path)).text, consequence, path);
  // It can't be waved through: putting it aside needs its reason.
  await officer.get(`/arrivals/${id}`);
  const unsaid = await officer.send({ how: 'not-so' });
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.text, /Write down why nothing follows from it/);
  // The act begins with the day on which it came, and recording it takes it off.
  const form = await officer.get(`/cases/${reference}/escalate?arrival=${id}`);
  assert.match(form.html, /<option value="web-form" selected/);
  const done = await officer.send({});
  assert.equal(done.status, 200, done.text);
  assert.equal((await caseFile(web, reference)).case.escalation?.requestedOn, today);
  assert.equal((await store((trx) => readArrival(trx, id)))?.settled?.how, 'acted');
  assert.match((await officer.get('/arrivals')).text, /Nothing waits for anybody/);
});

test('what the resident does is settled by no act of their own, and an officer’s act settles its own kind alone', async () => {
  const reference = await newCase(web);
  const message = await arrives(reference, 'message', 'Please ring me');
  const withdrawal = await arrives(reference, 'withdrawal', 'I want to withdraw this');
  await did(web, reference, (c, context) =>
    mayWithdraw(c, { on: context.today, how: 'portal', text: null, confirmed: true }, context),
  );
  assert.equal((await store((trx) => readArrival(trx, withdrawal.id)))?.settled?.how, 'acted');
  assert.equal((await store((trx) => readArrival(trx, message.id)))?.settled, null);
  const officer = await web.visitor('officer');
  await officer.get(`/arrivals/${message.id}`);
  assert.equal((await officer.send({ how: 'seen' })).path, '/arrivals');
  assert.equal((await store((trx) => readArrival(trx, message.id)))?.settled?.by, web.staff.officer);
});

test('erasing the words of an entry erases what was noted of it, and it still waits', async () => {
  const reference = await newCase(web);
  const { id } = await arrives(reference, 'message', 'My daughter is called Marigold');
  const { entries } = await caseFile(web, reference);
  const what = entries.at(-1)?.what;
  assert.equal(what?.type, 'MessageReceived');
  const administrator = await web.visitor('administrator');
  await administrator.get(`/cases/${reference}/erase-words`);
  const sent = await administrator.send({
    words: what?.type === 'MessageReceived' ? what.words : '',
    ground: 'mistake',
    sure: 'yes',
  });
  assert.match(sent.text, /Erased/);
  const arrival = await store((trx) => readArrival(trx, id));
  assert.equal(arrival?.note, null);
  assert.equal(arrival?.settled, null);
});
