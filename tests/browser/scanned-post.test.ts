/** Post on paper: scanned, taken out of the folder, read, split, and made a contact or a part of a case by a person. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { code128 } from '../../src/post/code-128.js';
import { lookAtFiles, waysOf } from '../../src/post/look-at-files.js';
import { pickUpScans } from '../../src/post/pick-up-scans.js';
import { readScans, separatorText } from '../../src/post/read-scans.js';
import { typeset } from '../../src/post/typesetter.js';
import { waitingArrivals } from '../../src/store/arrivals.js';
import { inLandlord } from '../../src/store/database.js';
import { noteScan } from '../../src/store/file-looking.js';
import { looksAt } from '../../src/store/file-scans.js';
import { forgetPostScans } from '../../src/store/post-letters.js';
import { listScans } from '../../src/store/post-scans.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { caseFile, newCase } from '../support/cases-for-screens.js';
import { look } from '../support/look.js';
import { assertGoodScreen, openAs } from '../support/screens.js';
import { upload } from '../support/uploads.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
let officer: Visitor;
let reference: string;
const folder = mkdtempSync(join(tmpdir(), 'putright-post-in-'));

before(async () => {
  [web, browser] = await Promise.all([startWeb(), openBrowser()]);
  officer = await web.visitor('officer');
  reference = await newCase(web);
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser?.close();
  await web?.close();
});

const place = () => ({ db: web.db, files: web.files, landlordId: web.landlordId });
const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);

/** Pages as a scanner would give them: words, and where there is one, a barcode. */
function scanOf(pages: readonly { readonly words: string; readonly barcode?: string }[]): Buffer {
  const template = `
#let all = json(bytes(sys.inputs.document))
#set document(title: "Scan")
#set text(font: "Atkinson Hyperlegible Next", size: 14pt, lang: "en", region: "GB")
#set page(paper: "a4")
#for (i, p) in all.pages.enumerate() {
  if i > 0 { pagebreak() }
  if p.bars != none { pdf.artifact(box(width: 80mm, height: 9mm, for bar in p.bars.bars {
    place(top + left, dx: bar.at * 0.4mm, rect(width: bar.width * 0.4mm, height: 9mm, fill: black, stroke: none))
  })) }
  par(p.words)
}`;
  const data = pages.map(({ words, barcode }) => ({ words, bars: barcode === undefined ? null : code128(barcode) }));
  return typeset(template, 'document', { pages: data }).bytes;
}

function putIn(name: string, bytes: Buffer): void {
  writeFileSync(join(folder, name), bytes);
  const then = new Date(Date.now() - 60_000);
  utimesSync(join(folder, name), then, then);
}

test('a finished scan is taken out of the folder, read, split at the sheets and matched; nothing is a contact yet', async () => {
  const bytes = scanOf([
    { words: 'I have your answer. I am not satisfied with it: the damp is still there.', barcode: reference },
    { words: 'Next letter', barcode: separatorText },
    { words: 'The lift in Ash House is broken again and nobody came.' },
    { words: '' },
  ]);
  mkdirSync(join(folder, 'taken'));
  putIn('morning.pdf', bytes);
  writeFileSync(join(folder, 'still-growing.pdf'), bytes.subarray(0, 900));
  const now = () => new Date();
  assert.equal(await pickUpScans(place(), folder, now()), 1);
  // The same bytes once more, under a name that is taken there: known, and moved away all the same.
  putIn('morning.pdf', bytes);
  assert.equal(await pickUpScans(place(), folder, now()), 1);
  assert.deepEqual(readdirSync(folder).sort(), ['still-growing.pdf', 'taken']);
  assert.deepEqual(readdirSync(join(folder, 'taken')).sort(), ['morning (2).pdf', 'morning.pdf']);

  assert.equal(await readScans(place(), now), 0, 'nothing is opened before the virus scan has spoken');
  assert.match((await officer.get('/post/scans')).text, /Waiting to be read morning\.pdf/);
  await lookAtFiles(place(), waysOf({ scanner: null }));
  assert.equal(await readScans(place(), now), 1);
  const [scan] = await store((trx) => listScans(trx));
  assert.deepEqual([scan?.state, scan?.pages, scan?.letters, scan?.lettersWaiting], ['split', 4, 2, 2]);
  const page = await officer.get(`/post/scans/${scan?.id}`);
  assert.match(page.text, /2 letters .*?Page 1 To look at .*?Page 3 To look at/);
  assert.match(page.text, new RegExp(`Page 1, which names ${reference}`));
  await assertGoodScreen(browser, web, 'officer', `/post/scans/${scan?.id}`);
});

test('the pages of each letter can be chosen by hand', async () => {
  const [scan] = await store((trx) => listScans(trx));
  const here = `/post/scans/${scan?.id}`;
  await officer.get(here);
  const one = await officer.send({ 'page-1': 'begins', 'page-2': 'none', 'page-3': 'goes-on', 'page-4': 'none' });
  assert.match(one.text, /It is one letter .*?Pages 1, 3 To look at/);
  const two = await officer.send({ 'page-1': 'begins', 'page-2': 'none', 'page-3': 'begins', 'page-4': 'none' });
  assert.match(two.text, /It is 2 letters/);
});

test('a person confirms each letter: one joins the case whose barcode it bears, one is a new contact', async () => {
  const [scan] = await store((trx) => listScans(trx));
  const [first = '', second = ''] = [
    ...(await officer.get(`/post/scans/${scan?.id}`)).html.matchAll(/\/post\/letters\/[0-9a-f-]{36}/g),
  ].map(([path]) => path);
  const letter = await officer.get(first);
  assert.match(letter.text, new RegExp(`The barcode of one of our letters was found on it: ${reference}`));
  assert.match(letter.html, /not satisfied with it/);
  assert.match(letter.html, new RegExp(`name="reference"[^>]*value="${reference}"`));
  await assertGoodScreen(browser, web, 'officer', first);
  const seen = await openAs(browser, web, 'officer');
  await seen.goto(first);
  await look(seen, 'scanned-letter');
  await seen.context().close();
  await officer.get(first);
  const nowhere = await officer.send({ what: 'case', reference: 'CMP-01-99999' });
  assert.match(nowhere.text, /There is no case with that reference/);
  const joined = await officer.send({ what: 'case', reference });
  assert.match(joined.text, new RegExp(`It joined ${reference}, received on`));
  const { case: c, documents } = await caseFile(web, reference);
  const message = c.history.map(({ what }) => what).find((what) => what.type === 'MessageReceived');
  assert.equal(message?.type === 'MessageReceived' && message.channel, 'letter');
  const [file] = message?.type === 'MessageReceived' ? message.files : [];
  assert.match(documents.get(file as never)?.name ?? '', /^Letter received \d{4}-\d\d-\d\d\.pdf$/);
  // The letter alone, made anew: one page of the four, shown in the browser as our own.
  const looks = await store((trx) => looksAt(trx, [file ?? '']));
  assert.equal(looks.get(file as never)?.state, 'ours');
  const served = await officer.get(`/cases/${reference}/documents/${file}`);
  assert.match(served.headers.get('content-disposition') ?? '', /^inline/);
  assert.equal(served.html.match(/\/Type \/Page /g)?.length, 1);

  assert.match((await officer.get(second)).text, /No reference of ours was found on it/);
  const wrong = await officer.send({ what: 'aside' });
  assert.match(wrong.text, /Say why it is set aside/);
  const contact = await officer.send({
    what: 'contact',
    text: 'The lift in Ash House is broken again and nobody came.',
  });
  assert.match(contact.path, /^\/cases\/CMP-/);
  const opened = await caseFile(web, contact.path.split('/')[2] ?? '');
  const begun = opened.case.history[0]?.what;
  assert.equal(begun?.type === 'Received' && begun.channel, 'letter');
  assert.equal(opened.case.receivedOn, scan?.scannedOn);
  assert.match((await officer.get(second)).text, /Became CMP-/);
  const texts = await store((trx) => trx.selectFrom('post_page').select('text').where('n', 'in', [1, 3]).execute());
  assert.deepEqual(texts, [{ text: '' }, { text: '' }], 'what was recognised is in the cases now');
});

test('when the words of a letter’s case are erased, the scan goes too, once nothing in it waits', async () => {
  const [scan] = await store((trx) => listScans(trx));
  const { case: c } = await caseFile(web, reference);
  await store((trx) => forgetPostScans(trx, c.id));
  assert.deepEqual(await store((trx) => listScans(trx)), []);
  assert.equal((await store((trx) => looksAt(trx, [scan?.file ?? '']))).size, 0);
});

test('what is no PDF, and what is infected, says so and is never opened', async () => {
  const no = await upload(officer, '/post/scans/upload', {}, { field: 'scan', name: 'a.pdf', bytes: '<html></html>' });
  assert.match(no.text, /a\.pdf is no PDF/);
  const sent = await upload(
    officer,
    '/post/scans/upload',
    {},
    { field: 'scan', name: 'bad.pdf', bytes: scanOf([{ words: 'Nothing good' }]) },
  );
  assert.match(sent.text, /Its pages are being read/);
  const [scan] = await store((trx) => listScans(trx));
  await store((trx) => noteScan(trx, scan?.content ?? '', 'infected', { found: 'Some.Malware', at: new Date() }));
  await readScans(place());
  assert.match((await officer.get(sent.path)).text, /Can’t be read The virus scanner found something in it/);
  assert.equal((await officer.get(`${sent.path}/pages/1`)).status, 404);
  const sheet = await officer.get('/post/scans/separator');
  assert.equal(sheet.headers.get('content-type'), 'application/pdf');
});

test('a scan that is too large is put aside, told once and read by nobody', async () => {
  const apart = join(folder, 'another-landlord');
  mkdirSync(apart);
  const path = join(apart, 'archive.pdf');
  writeFileSync(path, '%PDF-1.7');
  truncateSync(path, 500_000_001);
  const then = new Date(Date.now() - 60_000);
  utimesSync(path, then, then);
  const bytes = () => readdirSync(join(web.files, web.landlordId), { recursive: true }).length;
  const before = bytes();
  for (let n = 0; n < 2; n++) assert.equal(await pickUpScans(place(), apart, new Date()), 0);
  assert.equal(bytes(), before, 'it was not copied');
  assert.deepEqual(readdirSync(join(apart, 'not-taken')), ['archive.pdf']);
  const told = (await store((trx) => waitingArrivals(trx, {}))).filter(({ note }) =>
    /A scan of 501 MB/.test(note ?? ''),
  );
  assert.equal(told.length, 1);
  assert.match((await officer.get('/arrivals')).text, /A scan of 501 MB was not taken in/);
});
