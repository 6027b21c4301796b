/** A report from its beginning to its publication, by the people who make it; what each may and may not; and every screen. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { provisionsOf } from '../../src/assess/answers.js';
import { day } from '../../src/facts/days.js';
import { nothingWritten, saveAnswer } from '../../src/store/assessment-answers.js';
import { beginAssessment } from '../../src/store/assessments.js';
import { inLandlord } from '../../src/store/database.js';
import { listReports } from '../../src/store/reports.js';
import { londonDay } from '../../src/store/today.js';
import { clerk, complaintOf2024, record } from '../reports/cases.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { foundIn } from '../support/found-in.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
let reference: string;
let home: string;
const today = londonDay(new Date());

before(async () => {
  web = await startWeb();
  browser = await openBrowser();
  const who = clerk(web.landlordId, web.staff.officer);
  ({ reference } = await complaintOf2024(web.db, who, { taught: 'Mrs Okafor taught us to ring back.' }));
  await complaintOf2024(web.db, who);
});
after(async () => {
  await browser.close();
  await web.close();
});

test('a report is begun by a manager, for a year that has something in it', async () => {
  const manager = await web.visitor('manager');
  await manager.get('/reports');
  assert.match((await manager.send({ year: '2012' })).text, /Nothing of 2012-13 is recorded/);
  assert.match((await manager.post('/reports', { _csrf: manager.token(), year: '2150' })).text, /has not begun/);
  const member = await web.visitor('member-responsible');
  await member.get('/reports');
  assert.equal((await member.knock('POST', '/reports', { year: '2024' })).status, 422);
  await manager.get('/reports');
  const begun = await manager.send({ year: '2024' });
  assert.match(begun.text, /Report begun/);
  assert.match(begun.text, /Still missing.*governing body/i);
  home = begun.path;
  assert.match((await manager.get('/reports')).text, /Annual report 2024-25.*Being written/);
});

test('every screen of a draft is a good one', async () => {
  for (const below of [
    '',
    '/draft',
    '/words',
    '/words/performance',
    '/ask',
    '/learning',
    '/learning/new',
    '/items',
    '/comments',
    '/approve',
    '/freeze',
    '/published',
  ])
    await assertGoodScreen(browser, web, 'manager', `${home}${below}`);
  await assertGoodScreen(browser, web, 'manager', '/reports');
});

test('whoever is asked finds it on their first page, writes it, and is asked no more', async () => {
  const officer = await web.visitor('officer');
  assert.equal((await officer.get(`${home}/words/timeliness`)).status, 404);
  const manager = await web.visitor('manager');
  await manager.get(`${home}/ask`);
  const again = { place: 'timeliness', whom: web.staff.officer };
  assert.match(
    (await manager.send({ ...again, note: 'Say why July was slow' })).text,
    /Asked: it stands on their home page/,
  );
  await manager.get(`${home}/ask`);
  assert.match((await manager.send(again)).text, /asked for that already/);
  assert.match((await officer.get('/')).text, /Words for the annual report 2024-25: How soon we answered/);
  assert.match((await officer.get(`${home}/words/timeliness`)).text, /Say why July was slow/);
  assert.match(
    (await officer.send({ text: 'July was slow.\n\n<script>alert(1)</script>', office: 'Officer' })).text,
    /Saved/,
  );
  assert.doesNotMatch((await officer.get('/')).text, /Words for the annual report/);
  // What they were not asked for is not theirs to write, nor is the rest of the report theirs to read.
  assert.equal((await officer.get(`${home}/words/performance`)).status, 404);
  assert.equal((await officer.get(`${home}/draft`)).status, 403);
  const draft = await manager.get(`${home}/draft`);
  assert.match(draft.html, /&lt;script/);
  assert.doesNotMatch(draft.html, /<script>alert/);
});

test('two who write at once see both texts, and nothing is lost', async () => {
  const [one, two] = [await web.visitor('manager'), await web.visitor('manager')];
  await one.get(`${home}/words/performance`);
  await two.get(`${home}/words/performance`);
  assert.match((await one.send({ text: 'The first text' })).text, /Saved/);
  const conflict = await two.send({ text: 'The second text' });
  assert.equal(conflict.status, 422);
  assert.match(conflict.text, /The first text/);
  assert.match(conflict.text, /The second text/);
  assert.match((await two.send({ text: 'The first text and the second' })).text, /Saved/);
  assert.match((await two.get(`${home}/words/performance`)).text, /Earlier versions \(1\)/);
});

test('learning is gathered, what might name somebody is pointed at, and only a person takes it in', async () => {
  const manager = await web.visitor('manager');
  await manager.get(`${home}/learning`);
  assert.match((await manager.send({})).text, /1 found: none is in the report/);
  const member = await web.visitor('member-responsible');
  assert.doesNotMatch((await member.get(`${home}/learning`)).text, /Okafor/);
  const list = await manager.get(`${home}/learning`);
  const path = foundIn(/href="([^"]*\/learning\/[0-9a-f-]{36})"/, list.html);
  await manager.get(path);
  const words = { outline: 'A roof leaked.', response: 'We mended it.', included: 'yes' };
  assert.match((await manager.send(words)).text, /might tell who somebody is: ‘Mrs Okafor’/);
  assert.match((await manager.send({ ...words, learning: 'We ring back.' })).text, /Saved/);
  assert.match((await manager.get(`${home}/draft`)).text, /We ring back/);
  assert.doesNotMatch((await manager.get(`${home}/draft`)).text, /Okafor/);
});

test('what the Ombudsman published is put down with its address, which has to be one', async () => {
  const manager = await web.visitor('manager');
  await manager.get(`${home}/items`);
  const item = { part: 'f', title: 'Spotlight', words: 'Read by all', address: 'javascript:alert(1)' };
  assert.match((await manager.send(item)).text, /begins with https/);
  assert.match((await manager.send({ ...item, address: 'https://ombudsman.example/s' })).text, /Added/);
  const seen = await manager.get(`${home}/items`);
  const remove = foundIn(/action="([^"]*\/items\/[^"]*\/remove)"/, seen.html);
  assert.match((await manager.post(remove, { _csrf: manager.token() })).text, /Taken out/);
});

test('approval is by two people, after every challenge is answered', async () => {
  const manager = await web.visitor('manager');
  await manager.get(`${home}/words/governing-body`);
  assert.match((await manager.send({ text: 'The board notes it.', saidBy: 'The Board' })).text, /Saved/);
  await manager.get(home);
  assert.match((await manager.send({})).text, /Out for comment and approval/);
  const member = await web.visitor('member-responsible');
  await member.get(`${home}/comments`);
  assert.match((await member.send({ kind: 'challenge', text: 'Why so late?' })).text, /On record/);
  const approval = { office: 'Chair', minutes: '5.2', read: 'yes' };
  await member.get(`${home}/approve`);
  assert.match((await member.send(approval)).text, /A challenge waits for its answer/);
  const comments = await manager.get(`${home}/comments`);
  await manager.get(foundIn(/href="([^"]*\/comments\/[0-9a-f-]{36})"/, comments.html));
  assert.match((await manager.send({ answer: 'The contractor was.' })).text, /Answered/);
  await member.get(`${home}/approve`);
  assert.match((await member.send(approval)).text, /One more person has to approve/);
  await member.get(`${home}/approve`);
  assert.match((await member.send(approval)).text, /You have approved it already/);
  await manager.get(`${home}/approve`);
  assert.match((await manager.send({ ...approval, office: 'Head of housing' })).text, /it can be frozen/);
});

test('only a whole report is frozen; then nothing in it moves, and what changed since is told', async () => {
  const manager = await web.visitor('manager');
  await manager.get(`${home}/freeze`);
  assert.match((await manager.send({})).text, /Still missing: The self-assessment for 2024-25/);
  await inLandlord(web.db, web.landlordId, async (trx) => {
    const by = { id: web.staff.manager, name: 'Manager' };
    const about = { trigger: 'yearly', triggerNote: null, carriedFrom: null, by: by.id, today } as const;
    const assessment = await beginAssessment(trx, { edition: '2024', year: 2024, ...about });
    for (const { number } of provisionsOf('2024'))
      await saveAnswer(
        trx,
        { assessment, provision: number, expected: 0, by, today },
        { ...nothingWritten, answer: 'yes' },
      );
  });
  await manager.get(`${home}/freeze`);
  assert.match((await manager.send({})).text, /Frozen: it can be published/);
  assert.equal((await manager.get(`${home}/words/performance`)).status, 200);
  assert.match((await manager.get(`${home}/compare`)).text, /Every figure is the same/);
  await record(web.db, clerk(web.landlordId, web.staff.officer), reference, () => [
    { on: day('2024-07-08'), what: { type: 'Withdrawn', how: 'email', words: null, confirmed: true } },
  ]);
  await complaintOf2024(web.db, clerk(web.landlordId, web.staff.officer));
  const compared = await manager.get(`${home}/compare`);
  assert.match(compared.text, /Stage 1 complaints 2 3/);
  assert.match(compared.text, new RegExp(reference));
  await assertGoodScreen(browser, web, 'manager', `${home}/compare`);
  const pdf = await fetch(`${web.url}${home}/file/pdf`, {
    headers: { cookie: `putright-session=${await web.session('manager')}` },
  });
  assert.equal(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  );
});

test('published for anybody, noted where else, taken down with its reason', async () => {
  const manager = await web.visitor('manager');
  await manager.get(`${home}/published`);
  assert.match((await manager.send({ which: 'publish' })).text, /Published/);
  const address = '/published/meadow-homes/annual-report/2024-25';
  const anybody = await web.visitor(null);
  const seen = await anybody.get(address);
  assert.equal(seen.status, 200);
  assert.match(seen.text, /The board notes it/);
  assert.doesNotMatch(seen.text, /Okafor|CMP-/);
  await manager.get(`${home}/published`);
  assert.match(
    (await manager.send({ which: 'place', address: 'https://meadow.example/complaints' })).text,
    /On record/,
  );
  await assertGoodScreen(browser, web, 'manager', `${home}/published`);
  await assertGoodScreen(browser, web, null, address);
  await manager.get(`${home}/take-down`);
  assert.match((await manager.send({ because: 'A table was wrong' })).text, /Taken down/);
  assert.match((await anybody.get(address)).text, /A table was wrong/);
});

test('a forged form, a wrong role and another’s report change nothing', async () => {
  const manager = await web.visitor('manager');
  assert.equal((await manager.knock('POST', `${home}/freeze`, {}, 'x'.repeat(43))).status, 403);
  for (const role of ['officer', 'investigator', 'reviewer', 'administrator'] as const) {
    const visitor = await web.visitor(role);
    assert.equal((await visitor.get('/reports')).status, 403, role);
    assert.equal((await visitor.knock('POST', `${home}/published`, { which: 'publish' })).status, 403, role);
  }
  const member = await web.visitor('member-responsible');
  await member.get(home);
  assert.equal((await member.knock('POST', home, { to: 'draft' })).status, 404);
  assert.equal((await member.knock('POST', `${home}/freeze`)).status, 403);
  assert.equal((await manager.get('/reports/annual/none')).status, 404);
  assert.equal((await inLandlord(web.db, web.landlordId, listReports))[0]?.state, 'published');
});
