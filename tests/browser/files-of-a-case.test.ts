/** What staff see of files that were sent: waiting, previews, copies, originals after a warning, and the infected sealed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { lookAtFiles, waysOf } from '../../src/post/look-at-files.js';
import { inLandlord } from '../../src/store/database.js';
import { noteScan } from '../../src/store/file-looking.js';
import { scanStateOf } from '../../src/store/file-scans.js';
import { londonDay } from '../../src/store/today.js';
import { pagesOf, photograph } from '../files/makings.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { caseFile, newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { foundIn } from '../support/found-in.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
let officer: Visitor;
let reference: string;
let paths: Readonly<Record<string, string>> = {};

before(async () => {
  [web, browser] = await Promise.all([startWeb(), openBrowser()]);
  officer = await web.visitor('officer');
  reference = await newCase(web);
  const form = await officer.get(`/cases/${reference}/add-document`);
  assert.match(form.text, /Up to 52 MB each\. Files are looked at before anybody can open them/);
  const version = foundIn(/name="version" value="(\d+)"/, form.html);
  const sent = await sendWithFiles(
    web,
    officer,
    `/cases/${reference}/add-document`,
    { from: 'resident', version, ...dayBoxes('on', londonDay(new Date())) },
    [
      { field: 'files', name: 'mould.jpg', content: new Uint8Array(await photograph()) },
      { field: 'files', name: 'report.pdf', content: new Uint8Array(pagesOf(3)) },
      { field: 'files', name: 'page.html', content: '<html><script>steal()</script><p>Damp again</p></html>' },
    ],
  );
  assert.equal(sent.status, 303, sent.html.slice(0, 2_000));
  const { case: c } = await caseFile(web, reference);
  const files = c.history.flatMap(({ what }) => (what.type === 'DocumentAdded' ? [what.file] : []));
  const found = await inLandlord(web.db, web.landlordId, (trx) =>
    Promise.all(files.map((file) => scanStateOf(trx, file))),
  );
  paths = Object.fromEntries(found.map((look) => [look?.name ?? '', `/cases/${reference}/documents/${look?.file}`]));
});
after(async () => {
  await browser?.close();
  await web?.close();
});

const look = () => lookAtFiles({ db: web.db, files: web.files, landlordId: web.landlordId }, waysOf({ scanner: null }));
const at = (name: string, more = '') => `${paths[name]}${more}`;
async function bytes(path: string): Promise<Buffer> {
  const cookie = [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return Buffer.from(await (await fetch(web.url + path, { headers: { cookie } })).arrayBuffer());
}

test('nothing of a file is served until it has been looked at', async () => {
  const page = await officer.get(at('mould.jpg'));
  assert.match(page.text, /Waiting It waits to be looked at/);
  for (const more of ['/pictures/1', '/copy'])
    assert.equal((await officer.get(at('mould.jpg', more))).status, 404, more);
  assert.match((await officer.get(at('mould.jpg', '/original'))).text, /It waits to be looked at/);
  assert.match((await officer.get(`/cases/${reference}/evidence`)).text, /mould\.jpg .*? Waiting/);
});

test('then staff see what was made of it, without where it was taken, and the original stays sealed', async () => {
  await look();
  const tab = await officer.get(`/cases/${reference}/evidence`);
  assert.match(tab.html, /<img[^>]+alt="Preview of mould\.jpg"/);
  assert.match(tab.html, /<img[^>]+alt="Page 1 of 3 of report\.pdf"/);
  assert.match(tab.text, /report\.pdf [\d.]+ kB, 3 pages Not scanned/);
  assert.match(tab.text, /mould\.jpg [\d.]+ kB, taken on 4 March 2026 at 05:06/);
  const page = await officer.get(at('mould.jpg'));
  assert.match(page.text, /The file itself stays sealed\. An administrator can allow originals/);
  for (const more of ['/pictures/1', '/copy']) {
    const served = await bytes(at('mould.jpg', more));
    assert.equal((await sharp(served).metadata()).exif, undefined);
    assert.ok(!served.includes('GPS') && !served.includes('Exif'), more);
  }
  const { headers } = await officer.get(at('mould.jpg', '/pictures/1'));
  assert.equal(headers.get('content-type'), 'image/webp');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'; sandbox/);
  assert.equal((await officer.get(at('report.pdf', '/pictures/4'))).status, 404);
  const html = await officer.get(at('page.html'));
  assert.match(html.text, /What it says Damp again/);
  assert.ok(!html.html.includes('steal'));
  assert.match((await officer.get(at('report.pdf', '/original'))).text, /stays sealed/);
  assert.equal((await officer.knock('POST', at('report.pdf', '/original'), { understood: 'yes' })).status, 404);
  for (const path of [`/cases/${reference}/evidence`, at('report.pdf')])
    await assertGoodScreen(browser, web, 'officer', path);
});

test('an administrator may allow originals after a warning, and each opening is recorded', async () => {
  const administrator = await web.visitor('administrator');
  await administrator.get('/settings/files');
  assert.match((await administrator.send({ originals: 'after-warning' })).text, /Saved/);
  await assertGoodScreen(browser, web, 'administrator', '/settings/files');
  const warning = await officer.get(at('report.pdf', '/original'));
  assert.match(warning.text, /No virus scanner has found this file clean/);
  const unread = await officer.send({});
  assert.equal(unread.status, 422);
  assert.match(unread.text, /Tick the box/);
  const opened = await officer.send({ understood: 'yes' });
  assert.match(opened.headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''report\.pdf/);
  assert.match(opened.headers.get('content-security-policy') ?? '', /sandbox/);
  const rows = await inLandlord(web.db, web.landlordId, (trx) =>
    trx.selectFrom('file_warning').select(['scan', 'staff_id']).execute(),
  );
  assert.deepEqual(rows, [{ scan: 'not-scanned', staff_id: web.staff.officer }]);
});

test('what is infected stands where the file would be, and nobody gets it', async () => {
  await inLandlord(web.db, web.landlordId, async (trx) => {
    const report = await scanStateOf(trx, at('report.pdf').slice(-64));
    await noteScan(trx, report?.content ?? '', 'infected', { found: 'Some.Malware', at: new Date() });
  });
  assert.match(
    (await officer.get(`/cases/${reference}/evidence`)).text,
    /report\.pdf .*?Infected The virus scanner found Some\.Malware in it\. It is sealed/,
  );
  for (const more of ['/pictures/1', '/copy'])
    assert.equal((await officer.get(at('report.pdf', more))).status, 404, more);
  assert.match((await officer.get(at('report.pdf', '/original'))).text, /Infected/);
  assert.equal((await officer.knock('POST', at('report.pdf', '/original'), { understood: 'yes' })).status, 404);
});
