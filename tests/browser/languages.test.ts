import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inLandlord } from '../../src/store/database.js';
import { publicSlug } from '../../src/store/publications.js';
import { allSentences, placesIn } from '../../src/web/public/site/sentences.js';
import { sendWithFiles } from '../support/cases-for-screens.js';
import { startWeb, type TestWeb, Visitor } from '../support/web.js';

let web: TestWeb;
let base: string;
before(async () => {
  web = await startWeb();
  base = `/residents/${await inLandlord(web.db, web.landlordId, publicSlug)}`;
});
after(() => web.close());

const at = '/settings/languages/ur';
/** Any sentence with one place. */
const placed = allSentences().find(({ english }) => /^[^"]*\{\w+\}[^"{]*$/.test(english))?.english ?? '';
const [place] = placesIn(placed);
const load = (visitor: Visitor, rows: string) =>
  sendWithFiles(web, visitor, at, {}, [{ field: 'file', name: 'urdu.csv', content: `English,Translation\n${rows}` }]);

test('a language is offered only when somebody has reviewed it, and what states the law waits for a person', async () => {
  const visitor = await web.visitor('administrator');
  await visitor.get('/settings/languages');
  assert.equal((await visitor.send({ language: 'ur' })).path, at);
  const csv = await fetch(`${web.url}${at}/sentences`, {
    headers: { cookie: [...visitor.cookies].map(([n, v]) => `${n}=${v}`).join('; ') },
  });
  assert.match(await csv.text(), /Make a complaint/);

  await visitor.get(at);
  const wrong = await load(visitor, `"${placed}",فون کریں`);
  assert.match(wrong.html, new RegExp(`Line 2: \\{${place}\\} of`));
  const done = await load(visitor, `Make a complaint,شکایت کریں\n"${placed}",فون کریں {${place}}`);
  assert.equal(done.status, 303);
  assert.match((await visitor.get(at)).text, new RegExp(`${allSentences().length - 2} of ${allSentences().length}`));

  const resident = new Visitor(web.url);
  assert.doesNotMatch((await resident.get(base)).html, /اردو/);
  await visitor.get(at);
  const bare = await visitor.send({ by: '', legal: 'not' }, `${at}/review`);
  assert.match(bare.text, /Enter who has read it/);
  const reviewed = await visitor.send({ by: 'Zara Malik, City Translations', legal: 'not' }, `${at}/review`);
  assert.match(reviewed.text, /Residents are offered Urdu/);

  const offered = await resident.get(base);
  assert.match(offered.text, /Our letters and all other messages come in English/);
  const page = await resident.post(`${base}/language`, { _csrf: resident.token(), language: 'ur', back: base });
  assert.equal(page.path, base);
  assert.match(page.html, /<html lang="ur" dir="rtl"/);
  assert.match(page.html, />شکایت کریں</);
  assert.match(page.html, /<footer[\s\S]*<span lang="en" dir="ltr">[^<]*Ombudsman/);
  assert.doesNotMatch(page.html, /[\uE000\uE001]/);
  // Elsewhere, and to what is not offered, nobody is led.
  const away = await resident.knock('POST', `${base}/language`, { language: 'ur', back: 'https://example.org/' });
  assert.equal(away.to, base);
  await resident.get(base);
  await resident.post(`${base}/language`, { _csrf: resident.token(), language: 'fr', back: base });
  assert.match((await resident.get(base)).html, /lang="ur"/);

  await visitor.get(at);
  assert.match((await visitor.send({}, `${at}/withdraw`)).text, /no longer offered Urdu/);
  assert.match((await resident.get(base)).html, /<html lang="en" dir="ltr"/);
});

test('a version that was not reviewed leaves the one that was as residents see it', async () => {
  const visitor = await web.visitor('administrator');
  await visitor.get(at);
  await load(visitor, 'Make a complaint,شکایت');
  await visitor.get(at);
  await visitor.send({ by: 'Zara Malik', legal: 'person' }, `${at}/review`);
  await load(visitor, 'Make a complaint,دوسرا');
  const resident = new Visitor(web.url);
  await resident.get(base);
  const page = await resident.post(`${base}/language`, { _csrf: resident.token(), language: 'ur', back: base });
  assert.match(page.html, />شکایت</);
  assert.doesNotMatch(page.html, /دوسرا/);
  assert.match((await visitor.get('/settings/languages')).text, /waits for its review/);
});
