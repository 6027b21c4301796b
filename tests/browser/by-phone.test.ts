/** By phone and in person: what to say beside the form, what was told aside, calls that are owed until they are made. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contactScripts, scriptLines } from '../../src/complaint/contact-scripts.js';
import { addDays } from '../../src/facts/days.js';
import { hazardKinds } from '../../src/facts/happened.js';
import { callsOwed } from '../../src/store/call-backs.js';
import { inLandlord } from '../../src/store/database.js';
import { findPeopleByWay } from '../../src/store/people.js';
import { londonDay } from '../../src/store/today.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { newCase } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { assertGoodScreen } from '../support/screens.js';
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

test('there is a script for every hazard and for the choice to complain, and safety comes first in each call', () => {
  const scripts = contactScripts();
  for (const kind of hazardKinds) assert.ok(scripts.some(({ name }) => name === `hazard-${kind}`));
  for (const name of ['complaint', 'adjustments', 'someone-else', 'in-person']) {
    assert.ok(scripts.some((script) => script.name === name));
  }
  const asks = scriptLines(scripts[0]?.words ?? '').filter(({ is }) => is === 'ask');
  assert.match(asks[0]?.words ?? '', /danger now/);
  for (const { words } of scripts) assert.doesNotMatch(words, /informal|SLA|ticket|customer/i);
});

test('a landlord writes a script in its own words, and takes the usual ones again by emptying it', async () => {
  const administrator = await web.visitor('administrator');
  await administrator.get('/settings/scripts/complaint');
  await administrator.send({ words: 'Say: Shall I make this a complaint for you, duck?\n<b>Then</b> write.' });
  const officer = await web.visitor('officer');
  const log = await officer.get('/log');
  assert.match(log.text, /Shall I make this a complaint for you, duck\?/);
  assert.ok(!log.html.includes('<b>Then'));
  await administrator.get('/settings/scripts/complaint');
  await administrator.send({ words: '' });
  assert.doesNotMatch((await officer.get('/log')).text, /duck/);
  assert.equal((await administrator.get('/settings/scripts/none')).status, 404);
});

test('what is told aside goes on the case, an unsafe number is never shown to be rung, and the call is owed', async () => {
  const officer = await web.visitor('officer');
  await officer.get('/log');
  const logged = await officer.send({
    text: 'Nobody has come about the lock and I am afraid.',
    name: 'Dora Quill',
    phone: '01632 960111',
    email: 'dora@example.org',
    channel: 'phone',
    firstHeardBy: 'complaints-team',
    choice: 'not-complain',
    adjustments: 'A woman to talk to',
    reachSafely: 'E-mail only; he reads the texts',
    atRisk: 'She and two children',
    unsafePhone: 'yes',
    ...dayBoxes('callBackOn', today),
    callBackTime: 'When he is at work, before 4',
  });
  assert.match(logged.path, /^\/cases\//);
  assert.match(logged.text, /Call back/);
  for (const told of ['A woman to talk to', 'E-mail only; he reads the texts', 'She and two children']) {
    assert.ok(logged.text.includes(told), told);
  }
  assert.match((await officer.get(`${logged.path}/history`)).text, /[Cc]hoice to complain/);
  const [known] = await store((trx) => findPeopleByWay(trx, 'phone', '01632 960111'));
  assert.equal(known?.ways.find(({ kind }) => kind === 'phone')?.standing, 'unsafe');

  const home = await officer.get('/');
  assert.match(home.text, /1 To call back/);
  const list = await officer.get('/call-backs');
  assert.match(list.text, /Dora Quill .*Due today.*Nobody yet Not tried yet/);
  const [owed] = await store((trx) => callsOwed(trx));
  const one = await officer.get(`/call-backs/${owed?.id}`);
  assert.match(one.text, /must never be used/);
  assert.ok(!one.text.includes('960111'));
});

test('a call is tried, put off, made, and what was said is the resident’s message', async () => {
  const reference = await newCase(web, { name: 'Rosa Whitby' });
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/call-back`);
  const late = await officer.send({ ...dayBoxes('dueOn', addDays(today, -1)), staff: web.staff.officer });
  assert.equal(late.status, 422, 'no call is promised for a day that is gone');
  await officer.send({ ...dayBoxes('dueOn', today), staff: web.staff.officer, bestTime: 'After school' });
  const call = (await store((trx) => callsOwed(trx, web.staff.officer))).find((one) => one.reference === reference);
  const path = `/call-backs/${call?.id}`;
  assert.match((await officer.get(path)).text, /After school/);
  await officer.send({ result: 'no-answer' });
  await officer.get(path);
  assert.equal((await officer.send({ result: 'asked-for-later' })).status, 422);
  await officer.send({ result: 'asked-for-later', ...dayBoxes('again', addDays(today, 1)) });
  const shown = await officer.get(path);
  assert.match(shown.text, /No answer.*asked to be rung later/);
  assert.equal((await officer.send({ result: 'spoken' })).status, 422, 'what was said is written down');
  const made = await officer.send({ result: 'spoken', said: 'It is still dripping, and I am not happy.' });
  assert.equal(made.path, `/cases/${reference}`);
  assert.match((await officer.get(`/cases/${reference}/messages`)).text, /It is still dripping/);
  assert.match((await officer.get(path)).text, /Spoken with/);
  // Nobody makes it twice.
  const twice = await officer.post(path, { _csrf: officer.token(), result: 'spoken', said: 'Again' });
  assert.doesNotMatch((await officer.get(`/cases/${reference}/messages`)).text, /Again/);
  assert.ok(twice.status < 500);
  const other = await store((trx) => callsOwed(trx, web.staff.officer));
  assert.ok(!other.some((one) => one.reference === reference));
});

test('our understanding is read back by phone, point by point; the call acknowledges on its day', async () => {
  const reference = await newCase(web, { defined: true, points: ['The boiler is off', 'Nobody rang'] });
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/read-back`);
  const half = await officer.send({ 'said-1': 'right', 'said-2': 'wrong' });
  assert.equal(half.status, 422);
  assert.match(half.text, /Write down what they said of point 2/);
  const done = await officer.send({
    'text-2': 'They rang the wrong number',
    acknowledges: 'yes',
    ombudsmanDetails: 'yes',
  });
  assert.equal(done.path, `/cases/${reference}/points`, done.text.slice(0, 600));
  assert.match(done.text, /in writing by/);
  assert.match(done.text, /Read back on the phone on .* they said that it is right/);
  assert.match(done.text, /they said that it is not right/);
  assert.match(done.text, /They rang the wrong number/);
  const clock = await officer.get(`/cases/${reference}/clock`);
  assert.match(clock.text, /[Aa]cknowledged/);
});

test('the screens are good to everybody', async () => {
  const reference = await newCase(web, { name: 'Rosa Whitby' });
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/call-back`);
  await officer.send({ ...dayBoxes('dueOn', today) });
  const [owed] = await store((trx) => callsOwed(trx));
  for (const path of ['/log', `/call-backs/${owed?.id}`]) {
    await assertGoodScreen(browser, web, 'officer', path);
  }
  await assertGoodScreen(browser, web, 'administrator', '/settings/sources');
});
