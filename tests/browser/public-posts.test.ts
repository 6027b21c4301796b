/** Social media: logged by link and copy, nobody taken for anybody, nothing revealed in public, then a private way. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { plainPublicAnswer, postLink, whatItReveals } from '../../src/complaint/public-words.js';
import { inLandlord } from '../../src/store/database.js';
import { writeLetterhead } from '../../src/store/landlord-settings.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { caseFile } from '../support/cases-for-screens.js';
import { foundIn } from '../support/found-in.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
before(async () => {
  web = await startWeb();
  browser = await openBrowser();
  await inLandlord(web.db, web.landlordId, (trx) =>
    writeLetterhead(trx, {
      name: 'Meadow Homes',
      team: 'Complaints',
      address: [],
      phone: '01632 960100',
      email: 'hello@meadow.example',
      website: 'meadow.example',
      colour: null,
    }),
  );
});
after(async () => {
  await browser?.close();
  await web?.close();
});

const nobody = { names: [], addresses: [], references: [], ours: ['01632 960100', 'hello@meadow.example'] };

test('what would tell anything of anybody is found, and what the product offers to say tells nothing', () => {
  for (const [text, expected] of [
    ['Thank you Amina, please ring us', /names somebody/],
    ['We know about ME4 4AA', /postcode/],
    ['Please quote CMP-26-00123', /reference/],
    ['We will come to 14 Meadow Row', /address/],
    ['Sorry to hear of your asthma', /health/],
    ['Your repair is booked', /what they came with/],
    ['We visited and nobody was in', /between them and us/],
    ['We wrote on 3 November', /date/],
    ['We offered £150', /sum of money/],
    ['Ring her on 07700 900123', /not one of ours/],
    ['Write to a\u200bmina@example.org', /not one of ours/],
  ] as const) {
    const found = whatItReveals(text, { ...nobody, names: ['Amina Noor'] }).join(' ');
    assert.match(found, expected, `${text}: ${found}`);
  }
  assert.deepEqual(whatItReveals(plainPublicAnswer(nobody.ours), { ...nobody, names: ['Amina Noor'] }), []);
  assert.deepEqual(whatItReveals(plainPublicAnswer([]), nobody), []);
});

test('a name, an address or a reference of the case is found wherever it stands and however it is written', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.constantFrom('Quillfeather', 'quillFEATHER', 'QUILLFEATHER'),
      (a, b, name) => {
        const known = { ...nobody, names: ['Dora Quillfeather'] };
        assert.ok(whatItReveals(`${a} ${name}, ${b}`, known).includes('It names somebody.'));
      },
    ),
    { numRuns: 200 },
  );
});

test('the address of a post is one of the web, and never anything else', () => {
  for (const good of [
    'https://www.facebook.com/groups/1/posts/2?x=y',
    'http://x.com/a/status/1',
    'https://münchen.example/a',
  ]) {
    assert.equal(postLink(good), good);
  }
  for (const bad of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//https://x.com',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'https://x.com@evil.example/',
    'https://x.com/"onmouseover="alert(1)',
    'https://x.com/<script>',
    '//x.com/a',
    'x.com/a',
    'https://',
    `https://x.com/${'a'.repeat(2_000)}`,
  ]) {
    assert.equal(postLink(bad), null, bad);
  }
});

const said = {
  network: 'Facebook',
  link: 'https://www.facebook.com/groups/meadow/posts/991',
  text: 'Meadow Homes are a JOKE. Six weeks of mould in the baby’s room and they do not answer!!',
  author: 'Dora Q',
};

test('a post opens a case that names nobody; it is shown as text, answered without revealing, and named after a private way', async () => {
  const officer = await web.visitor('officer');
  await officer.get('/log/public-post');
  for (const link of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd']) {
    const refused = await officer.send({ ...said, link });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /beginning with https:\/\//);
    assert.ok(refused.html.includes('a JOKE'), 'what was typed stays');
  }
  // A private host is a text like any other: nothing is ever fetched, and nothing leads there.
  const private_ = await officer.send({ ...said, link: 'http://169.254.169.254/latest/meta-data' });
  assert.ok(!private_.html.includes('href="http://169'));
  await officer.get('/log/public-post');
  const logged = await officer.send(said);
  const reference = foundIn(/CMP-\d\d-\d{5}/, logged.path);
  assert.equal(logged.path, `/cases/${reference}/public-post`);
  assert.ok(!logged.html.includes('href="https://www.facebook'));
  assert.match(logged.text, /Not known\. A name on a network proves nobody/);
  assert.match((await officer.get(`/cases/${reference}`)).text, /These words stand in public on Facebook/);

  await officer.get('/log/public-post');
  const again = await officer.send({ ...said, link: `${said.link}/#comment` });
  assert.match(again.text, new RegExp(`was logged as ${reference}`));

  await officer.get(`/cases/${reference}/identify-resident`);
  const named = await officer.send({ person: 'new', newName: 'Dora Quill' });
  assert.equal(named.status, 422);
  assert.match(named.text, /proves nobody/);

  const page = `/cases/${reference}/public-post`;
  const ticked = { nobody: 'yes', nothing: 'yes', invites: 'yes' };
  await officer.get(page);
  const hasty = await officer.send({ words: 'Sorry Dora, your repair is booked for 3 November', ...ticked });
  assert.equal(hasty.status, 422);
  assert.match(hasty.text, /It names somebody\./);
  await officer.get(page);
  assert.equal((await officer.send({})).status, 422, 'nobody says anything in public without confirming');
  await officer.get(page);
  const done = await officer.send(ticked);
  assert.match(done.text, /Recorded. Now post exactly these words/);
  assert.match(done.text, /What we said in public Thank you for raising this.*01632 960100/);
  await officer.post(page, { _csrf: officer.token(), what: 'invitation', invited: 'Could you tell us who you are?' });
  await officer.post(page, {
    _csrf: officer.token(),
    what: 'came',
    way: 'phone',
    'on-day': '1',
    'on-month': '1',
    'on-year': '2026',
  });
  assert.match((await officer.get(page)).text, /What we sent in private Could you tell us who you are\?/);
  assert.match((await officer.get(`/cases/${reference}/messages`)).text, /Said in public on Facebook: Thank you/);
  await officer.get(`/cases/${reference}/identify-resident`);
  const known = await officer.send({ person: 'new', newName: 'Dora Quill' });
  assert.match(known.text, /The resident is recorded/);
  // What is hers now may not be said in public either.
  await officer.get(page);
  assert.equal((await officer.send({ words: 'Hello Quill, ring us', ...ticked })).status, 422);
  await assertGoodScreen(browser, web, 'officer', page);
  await assertGoodScreen(browser, web, 'officer', '/log/public-post');
});

test('erasing the words takes who wrote it, where it stood and what was answered with them', async () => {
  const officer = await web.visitor('officer');
  await officer.get('/log/public-post');
  const link = 'https://x.com/marigold/status/77';
  const logged = await officer.send({ ...said, link, author: 'Marigold Erasable' });
  const reference = foundIn(/CMP-\d\d-\d{5}/, logged.path);
  await officer.send({ nobody: 'yes', nothing: 'yes', invites: 'yes' });
  const { entries } = await caseFile(web, reference);
  const words = entries.flatMap(({ what }) =>
    what.type === 'Received' || what.type === 'NoteMade' ? [what.words] : [],
  );
  assert.equal(words.length, 2);
  const administrator = await web.visitor('administrator');
  await administrator.get(`/cases/${reference}/erase-words`);
  assert.match((await administrator.send({ words, ground: 'mistake', sure: 'yes' })).text, /Erased/);
  const page = await officer.get(`/cases/${reference}/public-post`);
  assert.equal(page.status, 200);
  for (const gone of ['Marigold', 'marigold', 'a JOKE']) assert.ok(!page.text.includes(gone), gone);
  assert.match(page.text, /What we said in public \[erased\]/);
});
