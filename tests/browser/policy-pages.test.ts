import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { definitions } from '../../src/assess/policy/definition.js';
import { inLandlord } from '../../src/store/database.js';
import { publicSlug } from '../../src/store/publications.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb, Visitor } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
let base: string;
before(async () => {
  web = await startWeb();
  browser = await openBrowser();
  base = `/residents/${await inLandlord(web.db, web.landlordId, publicSlug)}`;
});
after(async () => {
  await browser.close();
  await web.close();
});

test('a page is written, checked, published, changed and stays readable as it was', async () => {
  const resident = new Visitor(web.url);
  assert.equal((await resident.get(`${base}/policies/policy`)).status, 404);
  assert.doesNotMatch((await resident.get(`${base}/policies`)).text, /When behaviour/);

  const visitor = await web.visitor('manager');
  const list = await visitor.get('/policy-pages');
  assert.match(list.text, /Our complaints policy \(the Code, 1\.2, 2\.1/);
  const start = await visitor.get('/policy-pages/policy');
  assert.match(start.text, /What counts as a complaint/);
  const body = '# Ours\n\nTell us. See https://example.org/x.\n\n- [who]\n- <script>alert(1)</script>';
  const preview = await visitor.send({ body });
  assert.equal(preview.path, '/policy-pages/policy/preview');
  assert.match(preview.text, /The two stages|stage/i);
  assert.match(preview.text, /Missing/);
  assert.doesNotMatch(preview.html, /<script>alert/);
  assert.match((await visitor.send({})).text, /Tick that you publish it/);
  assert.match((await visitor.send({ sure: 'yes' })).text, /square brackets first: \[who\]/);

  await visitor.get('/policy-pages/policy');
  await visitor.send({ body: body.replace('[who]', 'Anybody') });
  assert.match((await visitor.send({ sure: 'yes' })).text, /Published: \/residents\//);
  const page = await resident.get(`${base}/policies/policy`);
  assert.match(page.text, new RegExp(definitions['2024']));
  assert.match(page.html, /<a class="govuk-link" href="https:\/\/example.org\/x" rel="noreferrer">/);
  assert.match(page.text, /Version 1, published on/);

  await visitor.get('/policy-pages/policy');
  await visitor.send({ body: '# Ours\n\nTell us anything.' });
  assert.match((await visitor.send({ sure: 'yes' })).text, /Say in a few words what has changed/);
  await visitor.send({ sure: 'yes', because: 'Plainer words' });
  assert.match((await resident.get(`${base}/policies/policy`)).text, /Tell us anything/);
  const old = await resident.get(`${base}/policies/policy/versions/1`);
  assert.match(old.text, /A later one has taken its place/);
  assert.match(old.text, /Anybody/);
  const written = await visitor.get('/policy-pages/policy');
  assert.match(written.text, /Version 2 , published on .* by Manager|Version 2, published on .* by Manager/);
  assert.match(written.text, /Plainer words/);
});

test('of two who write at once the second is told, and keeps what was typed', async () => {
  const [one, two] = [await web.visitor('manager'), await web.visitor('administrator')];
  await one.get('/policy-pages/behaviour');
  await two.get('/policy-pages/behaviour');
  await one.send({ body: 'First' });
  const second = await two.send({ body: 'Second' });
  assert.match(second.text, /Manager has saved this page since you opened it/);
  assert.match(second.html, />\s*Second<\/textarea>/);
  await one.get('/policy-pages/behaviour/preview');
  assert.match(
    (await one.post('/policy-pages/behaviour/preview', { _csrf: one.token(), next: 'drop' })).text,
    /thrown away/,
  );
});

test('the stages’ page works the dates out for any day, and says what is wrong with one', async () => {
  const resident = new Visitor(web.url);
  assert.match((await resident.get(`${base}/policies/stages`)).text, /If you complain today/);
  const asked = await resident.get(`${base}/policies/stages?on-day=28&on-month=3&on-year=2026`);
  assert.match(asked.text, /If you complain on Saturday 28 March 2026/);
  assert.match(asked.text, /By Wednesday 22 April 2026 at the latest/);
  const wrong = await resident.get(`${base}/policies/stages?on-day=31&on-month=2&on-year=2026`);
  assert.match(wrong.text, /Enter a day from 1 April 2024 on/);
  for (const page of ['adjustments', 'ombudsman', 'code'])
    assert.equal((await resident.get(`${base}/policies/${page}`)).status, 200, page);
  assert.equal((await resident.get(`${base}/policies/nonsense`)).status, 404);
});

test('the screens of staff are good ones: what is written, its preview with what is missing, and the languages', async () => {
  const visitor = await web.visitor('administrator');
  await visitor.get('/policy-pages/stages');
  await visitor.send({ body: '# Here\n\nWe speak with you first.' });
  for (const path of ['/policy-pages', '/policy-pages/stages/preview', '/settings/languages/ur'])
    await assertGoodScreen(browser, web, 'administrator', path);
});
