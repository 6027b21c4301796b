/** The ways out are set up, letters go by them, and each screen of it is fit for everybody. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { mayAgreeAdjustment } from '../../src/complaint/may/agree-adjustment.js';
import { addDays } from '../../src/facts/days.js';
import { inLandlord } from '../../src/store/database.js';
import { publicSlug } from '../../src/store/publications.js';
import { openBrowser } from '../support/browser.js';
import { caseFile, did, newCase } from '../support/cases-for-screens.js';
import { foundIn } from '../support/found-in.js';
import { type NotifyServer, notifyServer } from '../support/notify-server.js';
import { mailServer } from '../support/outgoing-mail.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

const data = mkdtempSync(join(tmpdir(), 'putright-ways-'));
process.env.PUTRIGHT_DATA = data;
process.env.PUTRIGHT_ALLOW_HOSTS = '127.0.0.1';
let web: TestWeb;
let notify: NotifyServer;
before(async () => {
  web = await startWeb();
  notify = await notifyServer();
});
after(async () => {
  await web.close();
  await notify.close();
  rmSync(data, { recursive: true, force: true });
});

const template = '11111111-1111-4111-8111-111111111111';

test('an administrator sets up GOV.UK Notify; its key is never shown, and nothing reaches residents by a key for trying', async () => {
  const visitor = await web.visitor('administrator');
  await visitor.get('/settings/ways-out/notify');
  const inside = await visitor.send({
    eligible: 'yes',
    address: 'http://10.0.0.8',
    key: 'test',
    apiKey: 'not a key',
    emailTemplate: 'x',
  });
  assert.equal(inside.status, 422);
  assert.match(inside.text, /address inside this network/);
  assert.match(inside.text, /not a key of GOV\.UK Notify/);
  assert.match(inside.text, /not the ID of a template/);

  await visitor.get('/settings/ways-out/notify');
  const saved = await visitor.send({
    eligible: 'yes',
    address: notify.url,
    key: 'test',
    apiKey: notify.apiKey,
    emailTemplate: template,
    textTemplate: template,
    newToken: 'yes',
  });
  const token = foundIn(/<code class="app-quote">([\w-]{43})<\/code>/, saved.html);
  assert.notEqual(token, '', saved.text);
  assert.ok(!saved.html.includes(notify.apiKey));

  const overview = await visitor.get('/settings/ways-out');
  assert.ok(!overview.html.includes(token));
  const refused = await visitor.send({ email: 'notify', texts: 'notify', letters: ['notify', 'supplier'] });
  assert.match(refused.text, /one for trying/);
  assert.match(refused.text, /has set no folder for a supplier/);

  await visitor.get('/settings/ways-out/test');
  assert.match(
    (await visitor.send({ way: 'notify-email', to: 'a@example.org\r\nBcc: b@example.org' })).text,
    /Enter one e-mail address/,
  );
  await visitor.get('/settings/ways-out/test');
  assert.match((await visitor.send({ way: 'notify-email', to: 'me@example.org' })).text, /was accepted/);
  assert.equal(notify.sent.at(-1)?.to, 'me@example.org');
  notify.mood = 'wrong-key';
  await visitor.get('/settings/ways-out/test');
  const wrong = await visitor.send({ way: 'notify-text', to: '07700 900123' });
  assert.match(wrong.text, /check the key/);
  assert.doesNotMatch(wrong.text, /API key not found/, 'never the words of the other side');
  notify.mood = 'well';

  await visitor.get('/settings/ways-out/notify');
  await visitor.send({ key: 'live' });
  await visitor.get('/settings/ways-out');
  assert.match((await visitor.send({ email: 'notify', texts: 'notify', letters: ['notify'] })).text, /Saved/);

  const slug = await inLandlord(web.db, web.landlordId, publicSlug);
  const report = (bearer: string, body: unknown, what = 'delivery') =>
    fetch(`${web.url}/api/v1/notify/${slug}/${what}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then(({ status }) => status);
  const known = { id: notify.sent.at(-1)?.id, status: 'delivered' };
  assert.equal(await report('wrong', known), 401);
  assert.equal(await report(token, known), 200);
  assert.equal(await report(token, { id: 'x' }), 400);
  // What bears a key of ours and is not known here yet is to be reported again; another system's is not ours to refuse.
  const unknown = { id: template, status: 'delivered' };
  assert.equal(await report(token, { ...unknown, reference: `letter-${template}-7` }), 503);
  assert.equal(await report(token, { ...unknown, reference: 'another system' }), 200);
  assert.equal(await report(token, { notification_id: template }, 'returned-letters'), 200);
});

test('the landlord’s own mail server: no host inside the network, no password over an open line, no secret for another host', async () => {
  const box = await mailServer();
  const closed = await mailServer({ signIn: () => false });
  const visitor = await web.visitor('administrator');
  const typed = { port: String(box.port), security: 'none', from: 'complaints@meadow.example', signIn: 'none' };
  const set = async (more: Record<string, string>) => {
    await visitor.get('/settings/ways-out/mail-server');
    return visitor.send({ ...typed, ...more });
  };
  assert.match((await set({ host: '192.168.1.9' })).text, /address inside this network/);
  const open = await set({ host: '127.0.0.1', signIn: 'password', userName: 'me', password: 'a password' });
  assert.match(open.text, /may not go over an open line/);
  assert.ok(!open.html.includes('a password'));
  assert.match((await set({ host: '127.0.0.1' })).text, /Saved/);
  const other = await set({
    host: '127.0.0.1',
    signIn: 'oauth-client',
    userName: 'me',
    clientId: 'c',
    tokenUrl: 'https://10.0.0.1/t',
  });
  assert.match(other.text, /Enter the client secret/);
  await visitor.get('/settings/ways-out');
  assert.match((await visitor.send({ email: 'smtp', texts: 'none', letters: [] })).text, /Saved/);
  await visitor.get('/settings/ways-out/test');
  assert.match((await visitor.send({ way: 'smtp', to: 'me@example.org' })).text, /was accepted/);
  await box.close();
  assert.match(box.messages[0]?.raw ?? '', /^From: Meadow Homes <complaints@meadow\.example>/m);
  await visitor.get('/settings/ways-out/test');
  assert.match((await visitor.send({ way: 'smtp', to: 'me@example.org' })).text, /could not be reached/);
  await set({ host: '127.0.0.1', port: String(closed.port) });
  await visitor.get('/settings/ways-out/test');
  assert.match((await visitor.send({ way: 'smtp', to: 'me@example.org' })).text, /did not let us sign in/);
  await closed.close();
});

async function acknowledgement(officer: Visitor, reference: string): Promise<string> {
  await officer.get(`/cases/${reference}/acknowledge`);
  const { path } = await officer.send({ how: 'letter' });
  assert.match(path, /\/letters\/[0-9a-f-]{36}$/);
  return path;
}

test('what was agreed is made first; a letter that is printed here counts from the day it is posted; a hold is named and reviewed', async () => {
  const reference = await newCase(web, { defined: true });
  const today = (await caseFile(web, reference)).case.receivedOn;
  await did(web, reference, (c, context) =>
    mayAgreeAdjustment(
      c,
      { on: context.today, kind: 'audio', reviewOn: addDays(context.today, 90), text: null },
      context,
    ),
  );
  const officer = await web.visitor('officer');
  const letter = await acknowledgement(officer, reference);
  await officer.get(`${letter}/send`);
  const stopped = await officer.send({ how: 'print' });
  assert.match(stopped.text, /Audio was agreed with the resident/);
  const [task] = /\/cases\/[^"]+\/to-make\/[0-9a-f-]{36}/.exec((await officer.get('/to-make')).html) ?? [''];
  assert.notEqual(task, '');
  await officer.get(task);
  assert.match((await officer.send({})).text, /Choose whether it is made/);
  await officer.get(task);
  await officer.send({ as: 'agreed-otherwise', words: 'Rosa asked to have it read to her on the phone' });
  await officer.get(`${letter}/send`);
  assert.match((await officer.send({ how: 'print' })).text, /On the list to print/);

  const tab = await officer.get(`/cases/${reference}/letters`);
  assert.match(tab.text, /Post, printed here To be printed/);
  assert.match(
    (await officer.get(`${letter}/send`)).path,
    /\/letters\/[0-9a-f-]{36}$/,
    'it can’t be sent a second time',
  );
  // Another way after all: it is open again, and the clock runs until it goes.
  await officer.get(`${letter}/what-became`);
  assert.match((await officer.send({ what: 'not-this-way' })).text, /The letter is open again/);
  assert.equal((await caseFile(web, reference)).case.stages[1]?.acknowledgedOn, null);
  await officer.get(`${letter}/send`);
  assert.match((await officer.send({ how: 'print' })).text, /On the list to print/);
  const browser = await openBrowser();
  try {
    await assertGoodScreen(browser, web, 'officer', '/to-print');
    await assertGoodScreen(browser, web, 'manager', `/cases/${reference}/hold`);
    await assertGoodScreen(browser, web, 'administrator', '/settings/ways-out/notify');
  } finally {
    await browser.close();
  }
  const list = await officer.get('/to-print');
  const id = foundIn(/name="posted"[^>]*value="([^"]+)"/, list.html);
  assert.match((await officer.send({ posted: id })).text, /One letter recorded as posted/);
  const c = (await caseFile(web, reference)).case;
  assert.equal(c.stages[1]?.acknowledgedOn, today);
  assert.match((await officer.get(`/cases/${reference}/letters`)).text, /Posted It left on/);

  const manager = await web.visitor('manager');
  await manager.get(`/cases/${reference}/hold`);
  assert.match((await manager.send({ reason: '' })).text, /Choose who decides what may leave/);
  await manager.get(`/cases/${reference}/hold`);
  const year = Number(today.slice(0, 4)) + 1;
  await manager.send({
    named: web.staff.manager,
    reason: 'A claim is threatened',
    'reviewOn-day': '4',
    'reviewOn-month': '1',
    'reviewOn-year': String(year),
  });
  assert.match((await officer.get(`/cases/${reference}/letters`)).text, /Held while lawyers advise.*Manager decides/);
  await manager.get(`/cases/${reference}/hold`);
  assert.match((await manager.send({ why: 'It was settled' })).text, /The hold has ended/);
});
