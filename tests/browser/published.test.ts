/** What a landlord has published: read by anybody, kept by caches, superseded and taken down in the open. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '../../src/facts/days.js';
import { chartSvg } from '../../src/post/charts.js';
import { documentPdf } from '../../src/post/document-pdf.js';
import type { Document } from '../../src/reports/document.js';
import { inLandlord } from '../../src/store/database.js';
import { keepFile, receiveFile } from '../../src/store/documents.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { notePlace, publicSlug, publish, readPublication, takeDown } from '../../src/store/publications.js';
import { sampleDocument } from '../reports/sample-document.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
before(async () => {
  web = await startWeb({ landlord: { name: "St Mary's & Meadow Homes" } });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await web.close();
});

const final: Document = {
  ...sampleDocument,
  title: 'Annual report 2025-26',
  status: 'Approved on 12 June 2026',
  blocks: sampleDocument.blocks.filter((b) => b.block !== 'missing'),
};

async function put(document: Document, because: string | null = null): Promise<string> {
  const { bytes } = documentPdf(document, { draw: chartSvg });
  const received = await receiveFile(web.files, web.landlordId, bytes, { name: 'report.pdf' });
  assert.ok(received.ok);
  return inLandlord(web.db, web.landlordId, async (trx) =>
    publish(trx, {
      kind: 'annual-report',
      period: '2025-26',
      document,
      files: [{ format: 'pdf', name: 'Report.pdf', file: await keepFile(trx, web.files, received.stored) }],
      on: day('2026-06-20'),
      by: web.staff.manager,
      because,
    }),
  );
}

const home = '/published/st-marys-and-meadow-homes';

test('before anything is published, and for a landlord that is not there, there is no such page', async () => {
  const anybody = await web.visitor(null);
  for (const path of [
    home,
    '/published/nobody',
    '/published/%00',
    '/published/a..b',
    `${home}/annual-report/2025-26`,
  ]) {
    assert.equal((await anybody.get(path)).status, 404, path);
  }
});

test('a published document is read by anybody, with its file, and caches may keep it', async () => {
  const id = await put(final);
  await inLandlord(web.db, web.landlordId, (trx) =>
    notePlace(
      trx,
      id,
      { address: 'https://meadow.example/complaints', publishedOn: day('2026-06-21'), evidence: 'seen by two of us' },
      web.staff.manager,
    ),
  );
  const anybody = await web.visitor(null);
  const seen = await anybody.get(`${home}/annual-report/2025-26`);
  assert.equal(seen.status, 200);
  assert.match(seen.headers.get('cache-control') ?? '', /^public, max-age=\d+$/);
  assert.equal(seen.headers.get('set-cookie'), null);
  assert.match(seen.text, /Annual report 2025-26/);
  assert.match(seen.text, /meadow\.example\/complaints/);
  assert.doesNotMatch(seen.text, /seen by two of us/);
  assert.doesNotMatch(seen.html, /<script>alert|href="\/figures/);
  const file = await fetch(`${web.url}${home}/annual-report/2025-26/1/pdf`);
  assert.equal(file.status, 200);
  assert.equal(file.headers.get('content-type'), 'application/pdf');
  assert.equal(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  );
  const list = await anybody.get(home);
  assert.match(list.text, /Annual report 2025-26/);
  // Nobody who is signed in stands on a page that a cache may keep.
  const manager = await web.visitor('manager');
  assert.doesNotMatch((await manager.get(home)).text, /Sign out|Manager/);
});

test('the pages are good screens', async () => {
  await assertGoodScreen(browser, web, null, home);
  await assertGoodScreen(browser, web, null, `${home}/annual-report/2025-26`);
});

test('a second version takes the place of the first, which stays and says so', async () => {
  await put({ ...final, status: 'Mended on 1 July 2026' }, 'A figure was mended');
  const anybody = await web.visitor(null);
  assert.match((await anybody.get(`${home}/annual-report/2025-26`)).text, /A figure was mended/);
  const first = await anybody.get(`${home}/annual-report/2025-26/1`);
  assert.equal(first.status, 200);
  assert.match(first.text, /newer version has taken the place/);
  assert.match(first.text, /Read version 2/);
});

test('what was taken down says why, gives no file, and lets the version before it hold again', async () => {
  await inLandlord(web.db, web.landlordId, async (trx) => {
    const second = await readPublication(trx, { kind: 'annual-report', period: '2025-26', version: 2 });
    assert.ok(second);
    const down = { on: day('2026-07-02'), because: 'A table named somebody', by: web.staff.manager };
    assert.equal(await takeDown(trx, second.id, down), true);
    assert.equal(await takeDown(trx, second.id, down), false);
  });
  const anybody = await web.visitor(null);
  const gone = await anybody.get(`${home}/annual-report/2025-26/2`);
  assert.equal(gone.status, 410);
  assert.match(gone.text, /A table named somebody/);
  assert.doesNotMatch(gone.text, /Kind number 90/);
  assert.equal((await fetch(`${web.url}${home}/annual-report/2025-26/2/pdf`)).status, 404);
  assert.doesNotMatch((await anybody.get(`${home}/annual-report/2025-26`)).text, /newer version/);
});

test('odd addresses are no pages', async () => {
  const anybody = await web.visitor(null);
  for (const rest of [
    'nothing/2025-26',
    'annual-report/2024-25',
    'annual-report/2025-26/0',
    'annual-report/2025-26/9999',
  ]) {
    assert.equal((await anybody.get(`${home}/${rest}`)).status, 404, rest);
  }
  assert.equal((await anybody.get(`${home}/annual-report/2025-26/1/exe`)).status, 404);
});

test('two landlords of nearly one name have addresses of their own, and a new name keeps the old address', async () => {
  const other = await makeLandlord(web.db, { name: 'St Marys and Meadow Homes' });
  assert.equal(await inLandlord(web.db, other, publicSlug), 'st-marys-and-meadow-homes-2');
  assert.equal(await inLandlord(web.db, web.landlordId, publicSlug), 'st-marys-and-meadow-homes');
});
