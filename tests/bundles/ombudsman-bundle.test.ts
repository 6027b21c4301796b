/** A bundle for the Ombudsman: two clicks, volumes with their numbers, index, digests, and what is finished stays finished. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { makeBundle } from '../../src/post/bundle/make-bundle.js';
import { lookAtFiles, waysOf } from '../../src/post/look-at-files.js';
import { madeOf } from '../../src/store/bundle-making.js';
import { piecesOf, readBundle } from '../../src/store/bundles.js';
import { inLandlord } from '../../src/store/database.js';
import { pathOf } from '../../src/store/documents.js';
import { pagesOf, photograph } from '../files/makings.js';
import { newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

let web: TestWeb;
let officer: Visitor;
let reference: string;
let id: string;

const place = () => ({ db: web.db, files: web.files, landlordId: web.landlordId });
const look = () => lookAtFiles(place(), waysOf({ scanner: null }));
const read = () => inLandlord(web.db, web.landlordId, (trx) => readBundle(trx, id));
const pieces = () => inLandlord(web.db, web.landlordId, (trx) => piecesOf(trx, id));
const made = async () => {
  const bundle = await read();
  return inLandlord(web.db, web.landlordId, (trx) => madeOf(trx, id, bundle?.madeVersion ?? 0));
};

async function addDocuments(files: readonly { name: string; content: Uint8Array<ArrayBuffer> }[]): Promise<void> {
  const form = await officer.get(`/cases/${reference}/add-document`);
  const version = /name="version" value="(\d+)"/.exec(form.html)?.[1] ?? '';
  const [day = '', month = '', year = ''] = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London' })
    .format(new Date())
    .split('/');
  const on = { 'on-day': day, 'on-month': month, 'on-year': year };
  const path = `/cases/${reference}/add-document`;
  const sent = await sendWithFiles(
    web,
    officer,
    path,
    { from: 'staff', version, ...on },
    files.map((file) => ({ field: 'files', ...file })),
  );
  assert.equal(sent.status, 303);
}

before(async () => {
  web = await startWeb();
  officer = await web.visitor('officer');
  reference = await newCase(web, { text: 'The boiler has been broken since March' });
  await addDocuments([
    { name: 'tenancy-agreement.pdf', content: new Uint8Array(pagesOf(3)) },
    { name: 'mould.jpg', content: new Uint8Array(await photograph()) },
    { name: 'recording.bin', content: new Uint8Array([0, 1, 2, 3, 0, 255]) },
  ]);
});
after(() => web.close());

test('while documents are still being looked at nothing is bound, and a sentence says why', async () => {
  await officer.get(`/cases/${reference}/bundle`);
  const page = await officer.send({});
  id = page.path.split('/').at(-1) ?? '';
  await makeBundle(place(), id);
  assert.equal((await read())?.state, 'stopped');
  assert.match((await officer.get(`/bundles/${id}`)).text, /still being looked at: scanned for viruses/);
  const again = await officer.send({}, `/bundles/${id}`);
  assert.equal(again.status, 422);
  assert.match(again.text, /3 papers of this bundle are still being looked at: wait until that is done/);
  assert.equal((await read())?.state, 'stopped');
});

test('two clicks make a draft: volumes numbered through, an index, and the digest of each file', async () => {
  await look();
  await officer.get(`/bundles/${id}`);
  await officer.send({}, `/bundles/${id}`);
  assert.match((await officer.get(`/bundles/${id}`)).text, /of \d+ papers made ready/);
  await makeBundle(place(), id);
  const page = await officer.get(`/bundles/${id}`);
  assert.match(page.text, /Draft \d+ pages in 1 volume/, page.text);
  const all = await made();
  assert.deepEqual(
    all.map(({ name }) => name),
    ['index.pdf', 'volume-01.pdf', 'file-01.bin', 'manifest.txt'],
  );
  const bytes = async (name: string) =>
    readFile(pathOf(web.files, web.landlordId, all.find((one) => one.name === name)?.content ?? ''));
  const lines = (await bytes('manifest.txt')).toString().trim().split('\n');
  assert.equal(lines.length, 3);
  for (const line of lines) {
    const [digest = '', name = ''] = line.split(/ {2}/);
    assert.equal(
      createHash('sha256')
        .update(await bytes(name))
        .digest('hex'),
      digest,
    );
  }
  const bundle = await read();
  const places = (await pieces()).filter(({ firstPage }) => firstPage !== null);
  assert.deepEqual(
    places.flatMap(({ firstPage, lastPage }) =>
      Array.from({ length: (lastPage ?? 0) - (firstPage ?? 0) + 1 }, (_, i) => (firstPage ?? 0) + i),
    ),
    Array.from({ length: bundle?.pages ?? 0 }, (_, i) => i + 1),
  );
  assert.equal((await pieces()).find(({ title }) => title === 'tenancy-agreement.pdf')?.kind, 'tenancy');
});
