/**
 * A bundle for the Ombudsman: two clicks, volumes with their numbers, index, digests, and what is finished stays finished.
 *
 * This file is longer than 250 lines because one bundle goes through it from its first making to its last.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { extractText } from 'unpdf';
import { bundleKinds } from '../../src/complaint/bundle/kinds.js';
import { makeBundle } from '../../src/post/bundle/make-bundle.js';
import { lookAtFiles, waysOf } from '../../src/post/look-at-files.js';
import { addBox } from '../../src/store/bundle-boxes.js';
import { addPieces } from '../../src/store/bundle-gather.js';
import { askToMake, madeOf } from '../../src/store/bundle-making.js';
import { askKinds, type Piece, piecesOf, readBundle } from '../../src/store/bundles.js';
import { inLandlord } from '../../src/store/database.js';
import { pathOf, sizeOnDisk, sweepFiles } from '../../src/store/documents.js';
import { londonDay } from '../../src/store/today.js';
import { pagesOf, photograph } from '../files/makings.js';
import { openBrowser } from '../support/browser.js';
import { newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { foundIn } from '../support/found-in.js';
import { programOnPath } from '../support/program-on-path.js';
import { assertGoodScreen, openAs } from '../support/screens.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

let web: TestWeb;
let officer: Visitor;
let reference: string;
let id: string;
let takeAway: () => void;

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
  const version = foundIn(/name="version" value="(\d+)"/, form.html);
  const path = `/cases/${reference}/add-document`;
  const sent = await sendWithFiles(
    web,
    officer,
    path,
    { from: 'staff', version, ...dayBoxes('on', londonDay(new Date())) },
    files.map((file) => ({ field: 'files', ...file })),
  );
  assert.equal(sent.status, 303);
}

before(async () => {
  web = await startWeb();
  // As far as it mends anything it is a machine's own qpdf; here it hands on what it was given.
  takeAway = await programOnPath(
    web.files,
    'qpdf',
    'case "$1" in --version) echo "qpdf version 11.9.0";; *) cp "$2" "$3";; esac',
  );
  officer = await web.visitor('officer');
  reference = await newCase(web, { text: 'The boiler has been broken since March' });
  await addDocuments([
    { name: 'tenancy-agreement.pdf', content: new Uint8Array(pagesOf(3)) },
    { name: 'mould.jpg', content: new Uint8Array(await photograph()) },
    { name: 'about-noel-abbot.txt', content: new Uint8Array(Buffer.from('He was at home on that day.')) },
    { name: 'broken.pdf', content: new Uint8Array(pagesOf(2).subarray(0, -20)) },
    { name: 'recording.bin', content: new Uint8Array([0, 1, 2, 3, 0, 255]) },
  ]);
});
after(async () => {
  takeAway();
  await web.close();
});

test('while documents are still being looked at nothing is bound, and a sentence says why', async () => {
  await officer.get(`/cases/${reference}/bundle`);
  const page = await officer.send({});
  id = page.path.split('/').at(-1) ?? '';
  await makeBundle(place(), id);
  assert.equal((await read())?.state, 'stopped');
  assert.match((await officer.get(`/bundles/${id}`)).text, /still being looked at: scanned for viruses/);
  const again = await officer.send({}, `/bundles/${id}`);
  assert.equal(again.status, 422);
  assert.match(again.text, /5 papers of this bundle are still being looked at: wait until that is done/);
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
  const called = async (name: string) => (await pieces()).find(({ title }) => title === name);
  assert.equal((await called('tenancy-agreement.pdf'))?.kind, 'tenancy');
  assert.equal((await called('tenancy-agreement.pdf'))?.madeFile, null, 'what is whole is bound as it is');
  const broken = await called('broken.pdf');
  assert.deepEqual([broken?.pages, broken?.trouble, broken?.madeFile === null], [2, null, false], 'mended first');
  const { text } = await extractText(new Uint8Array(await bytes('volume-01.pdf')), { mergePages: true });
  const [, ofTheFile = ''] = text.split('Words of a file\n');
  assert.match(ofTheFile, /He was at home on that day/);
  assert.doesNotMatch(ofTheFile, /noel-abbot/i, 'a file’s own name stands on none of its pages');
});

test('what is hidden is painted over, held back is listed without its name, and nothing says what the file was called', async () => {
  const [tenancy, photo] = ['tenancy-agreement.pdf', 'mould.jpg'].map(
    (name) => async () => (await pieces()).find(({ title }) => title === name),
  );
  const paper = `/bundles/${id}/pieces/${(await tenancy?.())?.id}`;
  assert.match((await officer.get(`${paper}/pages/2`)).text, /Page 2 of 3 .* Nothing on this page is hidden/);
  // Two clicks on the picture, which is 720 dots wide and of a page of 300 by 200.
  const first = await officer.send({ 'at.x': '72', 'at.y': '96' });
  assert.match(first.html, /name="left"[^>]*value="10"/);
  assert.match(first.html, /name="top"[^>]*value="20(\.\d+)?"/);
  assert.match(first.text, /Now click the corner across/);
  const second = await officer.send({ 'at.x': '360', 'at.y': '240' });
  assert.match(second.html, /name="bottom"[^>]*value="(49|50)(\.\d+)?"/);
  const without = await officer.send({ do: 'add' });
  assert.match(without.text, /Choose why it is hidden/);
  assert.match(without.html, /name="right"[^>]*value="(49|50)(\.\d+)?"/);
  const added = await officer.send({ do: 'add', reason: 'another-person' });
  assert.match(added.text, /Place 1 It is about somebody else, by Officer/);
  const image = await officer.knock('GET', `${paper}/pages/2/picture`);
  assert.equal(image.status, 200);

  await officer.get(`/bundles/${id}/pieces/${(await photo?.())?.id}`);
  const unexplained = await officer.send({ standing: 'privileged' });
  assert.match(unexplained.text, /Say why: the reason stands with your name beside the paper/);
  await officer.send({ standing: 'privileged', reason: 'Advice from our solicitor' });
  assert.match((await officer.get(`/bundles/${id}`)).text, /Changed since made/);
  const text = (await pieces()).find(({ title }) => title === 'about-noel-abbot.txt');
  await officer.get(`/bundles/${id}/pieces/${text?.id}`);
  await officer.send({ standing: 'in', asPictures: 'yes' });
  assert.match((await officer.get(`/bundles/${id}`)).text, /Goes in, as pictures of what is seen/);
  await officer.get(`/bundles/${id}/pieces/${text?.id}`);
  await officer.send({ standing: 'in', asPictures: [] });
  assert.equal((await pieces()).find((piece) => piece.id === text?.id)?.asPictures, false);
  const recording = (await pieces()).find(({ title }) => title === 'recording.bin');
  assert.equal(recording?.kind, 'calls');
  await officer.get(`/bundles/${id}/pieces/${recording?.id}`);
  await officer.send({ standing: 'out', reason: 'It is of another case' });
  const one = (await tenancy?.()) as Piece;
  await inLandlord(web.db, web.landlordId, async (trx) => {
    const goes = async () =>
      (await piecesOf(trx, id)).filter(({ standing }) => standing === 'in').map(({ kind }) => kind);
    const before = await goes();
    await askKinds(trx, id, ['complaint'], { by: web.staff.officer, now: new Date() });
    // Papers of other kinds are left out when that is said, save those about which somebody has decided.
    assert.deepEqual(new Set(await goes()), new Set(['complaint', text?.kind]));
    await askKinds(trx, id, bundleKinds);
    assert.deepEqual(await goes(), before, 'and go again when they are asked for');
    await askKinds(trx, id, ['calls', 'surveys']);
    assert.deepEqual(await goes(), before, 'nothing is left out unless that is said');
    await addPieces(trx, id, [{ ...one, key: 'the same once more' }]);
    const copy = (await piecesOf(trx, id)).find(({ key }) => key === 'the same once more');
    await sql`update bundle_piece set pages = 3 where id = ${copy?.id ?? ''}`.execute(trx);
    const box = { page: 1, x: 0, y: 0, w: 900, h: 900, reason: 'another-person', note: null } as const;
    await addBox(trx, id, copy?.id ?? '', { ...box, by: web.staff.officer });
    await askToMake(trx, id, new Date());
  });
  await makeBundle(place(), id);
  assert.equal((await read())?.trouble, 'same-file-twice', 'what one copy hides the other would show');
  await inLandlord(web.db, web.landlordId, (trx) =>
    sql`delete from bundle_piece where bundle_id = ${id} and key = 'the same once more'`.execute(trx),
  );
  const asked = (await officer.get(`/bundles/${id}`)).text;
  assert.match(
    asked,
    /all of it held back or left out\. The index says so: Calls and conversations Asked for, and none/,
  );
  await officer.send({}, `/bundles/${id}`);
  await makeBundle(place(), id);
  assert.equal((await read())?.state, 'made');
  const all = await made();
  const read_ = async (name: string) => {
    const file = await readFile(pathOf(web.files, web.landlordId, all.find((one) => one.name === name)?.content ?? ''));
    return extractText(new Uint8Array(file), { mergePages: true });
  };
  const { text: index } = await read_('index.pdf');
  assert.match(index, /Advice from our solicitor/);
  assert.match(index, /Officer/);
  assert.match(index, /hidden in part/);
  assert.match(index, /Asked for, and not held\s+\S*\s*Surveys and inspections/);
  assert.doesNotMatch(
    index,
    /not held[\s\S]*Calls and conversations[\s\S]*Held back/,
    'a paper that is left out is held',
  );
  assert.match(index, /Not handed over[\s\S]*Calls and conversations\s+It is of another case\s+Officer/);
  const { text: volume } = await read_('volume-01.pdf');
  for (const text of [index, volume]) {
    assert.doesNotMatch(text, /tenancy-agreement|mould\.jpg/);
  }
  assert.match(volume, /The boiler has been broken since March/);
});

test('a finished volume stays when the worker dies, and the making goes on from there', async () => {
  await inLandlord(web.db, web.landlordId, (trx) => askToMake(trx, id, new Date()));
  const before = await made();
  // The second making finds everything made: it would take as long as the first if it did not.
  await makeBundle(place(), id);
  assert.deepEqual(
    (await made()).map(({ file }) => file),
    before.map(({ file }) => file),
  );
});

test('a place is dragged on the page, and the screens hold for everybody', async () => {
  const browser = await openBrowser();
  try {
    const piece = (await pieces()).find(({ source }) => source === 'chronology');
    const path = `/bundles/${id}/pieces/${piece?.id}/pages/1`;
    for (const one of [`/bundles/${id}`, path]) await assertGoodScreen(browser, web, 'officer', one);
    const page = await openAs(browser, web, 'officer');
    await page.goto(web.url + path);
    const picture = page.locator('input[type=image]');
    await picture.scrollIntoViewIfNeeded();
    const box = await picture.boundingBox();
    assert.ok(box !== null);
    await page.mouse.move(box.x + 72, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 360, box.y + 60, { steps: 3 });
    await page.mouse.up();
    assert.deepEqual([await page.inputValue('#left'), await page.inputValue('#right')], ['10', '50']);
    assert.equal(new URL(page.url()).pathname, path, 'nothing was sent yet');
  } finally {
    await browser.close();
  }
});

test('what is erased of the case goes out of its bundles too, with the volumes that were made of it', async () => {
  const manager = await web.visitor('manager');
  const page = await manager.get(`/cases/${reference}/erase-words`);
  const digest = foundIn(/name="files" value="([0-9a-f]{64})"[^>]*>\s*<label[^>]*>File: mould\.jpg/, page.html);
  const contents = (await made()).filter(({ what }) => what === 'volume').map(({ content }) => content);
  await manager.send({ files: digest, ground: 'request', sure: 'yes' });
  assert.deepEqual(await made(), []);
  assert.ok((await pieces()).every(({ title }) => title !== 'mould.jpg'));
  await sweepFiles(web.db, web.files, web.landlordId);
  for (const content of contents) assert.equal(await sizeOnDisk(web.files, web.landlordId, content), null);
});

test('a worker that is killed over a volume loses that one alone', async () => {
  await addDocuments([
    { name: 'repairs-1.pdf', content: new Uint8Array(pagesOf(260)) },
    { name: 'repairs-2.pdf', content: new Uint8Array(pagesOf(270)) },
  ]);
  // Looked at already: previews of so many pages are not what this is about.
  await inLandlord(web.db, web.landlordId, (trx) =>
    sql`update file_look set scan = 'not-scanned', preview = 'none' where preview = 'waiting'`.execute(trx),
  );
  await officer.get(`/bundles/${id}`);
  await officer.send({}, `/bundles/${id}`);
  // The second volume is not kept before the worker is killed.
  const gate = new pg.Client({ connectionString: web.database.admin });
  await gate.connect();
  await gate.query(`
    create function wait_at_gate() returns trigger language plpgsql as
      'begin perform pg_advisory_xact_lock(1); return new; end';
    create trigger gate before insert on bundle_volume for each row when (new.what = 'volume' and new.n > 1)
      execute function wait_at_gate();
    select pg_advisory_lock(1)`);
  const module = (path: string) => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);
  const worker = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { openDatabase } from ${module('store/database.js')};
       import { makeBundle } from ${module('post/bundle/make-bundle.js')};
       const place = { db: openDatabase(${JSON.stringify(web.database.app)}, 'app'), files: ${JSON.stringify(web.files)}, landlordId: ${JSON.stringify(web.landlordId)} };
       await makeBundle(place, ${JSON.stringify(id)});`,
    ],
    { stdio: 'ignore' },
  );
  const volumes = async () =>
    (await inLandlord(web.db, web.landlordId, (trx) => madeOf(trx, id))).filter(({ what }) => what === 'volume');
  let first: Awaited<ReturnType<typeof volumes>> = [];
  while (worker.exitCode === null && first.length === 0) {
    await pause(10);
    first = await volumes();
  }
  worker.kill('SIGKILL');
  await gate.query('select pg_advisory_unlock(1); drop trigger gate on bundle_volume');
  await gate.end();
  assert.equal(first.length, 1);
  assert.equal((await read())?.state, 'making');
  await makeBundle(place(), id);
  assert.equal((await read())?.state, 'made');
  const all = await volumes();
  assert.equal(all.length, 3);
  assert.equal(all[0]?.file, first[0]?.file, 'what was finished is not made again');
  assert.ok(all.every(({ firstPage, lastPage }) => (lastPage ?? 0) - (firstPage ?? 0) < 250));
});
