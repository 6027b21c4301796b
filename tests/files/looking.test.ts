/** What becomes of files that strangers send, good and bad, when an installation has no scanner. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { runApart, wallHere } from '../../src/post/apart.js';
import { lookAtFiles, waysOf } from '../../src/post/look-at-files.js';
import { answersHeard } from '../../src/post/looking/answers.js';
import { lookLimits } from '../../src/post/looking/limits.js';
import { root } from '../../src/store/config.js';
import { inLandlord } from '../../src/store/database.js';
import { pathOf, removeFiles, sweepFiles } from '../../src/store/documents.js';
import { type FileLook, originalsSetting, previewFolder, serveable, servingOf } from '../../src/store/file-scans.js';
import { writeSetting } from '../../src/store/rules.js';
import { freshSetting } from '../store/landlord.js';
import { zipOf } from '../support/zips.js';
import { bring, lookOf } from './kept.js';
import { encryptedZip, outlookMessage, pagesOf, photograph, whitePng } from './makings.js';

const { db, ours, theirs, files } = await freshSetting();
const place = { db, files, landlordId: ours };
const ways = waysOf({ scanner: null });

async function lookedAt(name: string, bytes: Uint8Array | string): Promise<FileLook> {
  const file = await bring(place, name, bytes);
  await lookAtFiles(place, ways);
  return lookOf(place, file);
}

const madeOf = (look: FileLook, piece: string) => join(files, previewFolder(ours, look.content), piece);

test('a photograph is served as a copy without what the camera wrote; when it was taken is told apart', async () => {
  const original = await photograph();
  assert.ok((await sharp(original).metadata()).exif?.includes('Putright tests'));
  const look = await lookedAt('kitchen.jpg', original);
  assert.equal(look.state, 'not-scanned');
  assert.equal(look.preview, 'made');
  assert.equal(look.takenAt, '2026-03-04T05:06:07');
  assert.equal(look.located, true);
  for (const piece of ['1.webp', 'copy']) {
    const served = readFileSync(madeOf(look, piece));
    const about = await sharp(served).metadata();
    assert.deepEqual([about.exif, about.xmp, about.iptc, about.icc], [undefined, undefined, undefined, undefined]);
    assert.equal(about.width, 320);
    for (const words of ['Exif', 'GPS', 'Putright tests', '2026:03:04']) assert.ok(!served.includes(words), words);
  }
  // The original lies there as it was received, to the byte.
  assert.deepEqual(readFileSync(pathOf(files, ours, look.content)), original);
});

test('a HEIC photograph is shown', async () => {
  const look = await lookedAt('IMG_1.HEIC', readFileSync(join(root, 'tests/files/fixtures/photo.heic')));
  assert.equal(look.preview, 'made');
  assert.equal(look.copyType, 'image/jpeg');
  const { width, height } = await sharp(readFileSync(madeOf(look, '1.webp'))).metadata();
  assert.deepEqual([width, height], [320, 240]);
});

test('a photograph that was cut short is shown as far as it goes', async () => {
  const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, i) => (i * 7919) % 251));
  const whole = await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
    .jpeg()
    .toBuffer();
  const look = await lookedAt('cut.jpg', whole.subarray(0, whole.length * 0.6));
  assert.deepEqual([look.preview, look.previewBecause], ['made', 'damaged']);
});

test('a picture of 40,000 by 40,000 dots is never unpacked', async () => {
  const look = await lookedAt('huge.png', whitePng(40_000));
  assert.deepEqual([look.preview, look.previewBecause, look.width], ['failed', 'too-large', 40_000]);
});

test('a PDF of 5,000 pages is counted, and its first pages are shown', async () => {
  const look = await lookedAt('long.pdf', pagesOf(5_000));
  assert.equal(look.pages, 5_000);
  assert.deepEqual([look.preview, look.previewBecause, look.pictures], ['made', 'too-many', 12]);
  assert.ok((await sharp(readFileSync(madeOf(look, '12.webp'))).metadata()).width);
});

test('a page, a drawing and files that are two things at once are served as none of them', async () => {
  const html = await lookedAt('page.html', '<html><body><script>steal()</script><p>The roof leaks</p></body></html>');
  assert.equal(html.preview, 'made');
  assert.equal(readFileSync(madeOf(html, 'text.txt'), 'utf8').trim(), 'The roof leaks');
  const svg = await lookedAt('plan.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>steal()</script></svg>');
  assert.deepEqual([svg.preview, svg.previewBecause], ['none', 'unsafe-kind']);
  const gif = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .gif()
    .toBuffer();
  const script = await lookedAt('a.gif', Buffer.concat([gif, Buffer.from('*/=1;steal()//')]));
  assert.ok(!readFileSync(madeOf(script, '1.webp')).includes('steal'));
  assert.ok(!readFileSync(madeOf(script, 'copy')).includes('steal'));
  const both = await lookedAt(
    'b.pdf',
    Buffer.concat([pagesOf(1), Buffer.from('\n<html><script>steal()</script></html>')]),
  );
  assert.equal(both.type, 'application/pdf');
  assert.ok(!readFileSync(madeOf(both, '1.webp')).includes('steal'));
});

test('archives that no scanner can be sure of say that they can’t be scanned', async () => {
  const plain = zipOf([['letter.txt', Buffer.from('Dear all')]]);
  const look = await lookedAt('good.zip', plain);
  assert.deepEqual([look.state, look.preview], ['not-scanned', 'made']);
  assert.match(readFileSync(madeOf(look, 'text.txt'), 'utf8'), /one entry:\nletter\.txt \(8 bytes\)/);
  const nested = [1, 2, 3, 4].reduce((inner) => zipOf([['inner.zip', inner]]), plain);
  const nothing = Buffer.alloc(70_000_000);
  for (const [name, bytes, because] of [
    ['nested.zip', nested, 'over-limit'],
    ['bomb.zip', zipOf([1, 2, 3].map((n) => [`${n}`, nothing] as const)), 'over-limit'],
    ['many.zip', zipOf(Array.from({ length: 3_001 }, (_, n) => [`${n}`, Buffer.from('x')] as const)), 'over-limit'],
    ['locked.zip', encryptedZip(), 'encrypted'],
    [
      'locked.docx',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(1024),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'encrypted',
    ],
    ['old.rar', Buffer.concat([Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), Buffer.alloc(64)]), 'closed-kind'],
  ] as const) {
    const one = await lookedAt(name, bytes);
    assert.deepEqual([one.state, one.because], ['cannot', because], name);
    assert.notEqual(one.preview, 'made', name);
  }
});

test('messages and documents are shown as their words', async () => {
  const words = async (name: string, bytes: Uint8Array | string) => {
    const look = await lookedAt(name, bytes);
    assert.equal(look.preview, 'made', `${name}: ${look.previewBecause}`);
    return readFileSync(madeOf(look, 'text.txt'), 'utf8');
  };
  const msg = await words(
    'from outlook.msg',
    outlookMessage({ subject: 'Boiler', from: 'Ada', text: 'No heat since May.' }),
  );
  assert.match(msg, /From: Ada\nSubject: Boiler\n\nNo heat since May\./);
  const html = '<p>Seen by <img src="https://tracker.example/1.gif">nobody</p><script>steal()</script>';
  const eml = await words('m.eml', `From: a@example.org\r\nSubject: Damp\r\nContent-Type: text/html\r\n\r\n${html}`);
  assert.match(eml, /Subject: Damp\n\nSeen by nobody/);
  assert.ok(!/tracker|steal/.test(eml));
});

test('a child that is killed costs nothing: the file is taken again', async () => {
  const file = await bring(place, 'again.pdf', pagesOf(3));
  const path = pathOf(files, ours, (await lookOf(place, file)).content);
  const looking = { path, told: ['application/pdf', ''], child: 'look-apart', heard: () => {} };
  const limits = { milliseconds: 20_000, megabytes: 900 };
  const killed = new AbortController();
  const run = runApart({ ...looking, limits, stop: killed.signal });
  killed.abort();
  assert.equal(await run, 'failed');
  assert.equal(await runApart({ ...looking, limits: { milliseconds: 1, megabytes: 900 } }), 'too-long');
  assert.equal(await runApart({ ...looking, limits: { milliseconds: 20_000, megabytes: 20 } }), 'too-large');
  await lookAtFiles(place, ways);
  assert.equal((await lookOf(place, file)).pictures, 3);
});

test('the process that opens files reaches no network and no other file', async () => {
  assert.match(wallHere(), /own-network|modules-only/);
  const tried: unknown[] = [];
  const path = pathOf(files, ours, (await lookOf(place, await bring(place, 'x.txt', 'x'))).content);
  const end = await runApart({
    child: '../../tests/files/break-out',
    path,
    told: [],
    limits: { milliseconds: 20_000, megabytes: 400 },
    heard: (message) => void tried.push(message),
  });
  assert.equal(end, 'done');
  assert.deepEqual(tried, [
    {
      own: 'read',
      other: 'refused',
      write: 'refused',
      program: 'refused',
      net: 'refused',
      http: 'refused',
      dns: 'refused',
      fetch: 'refused',
    },
  ]);
});

test('what may be served follows from what is known, for staff and for a resident', async () => {
  const look = await lookedAt('once.jpg', await photograph(40));
  const rule = (state: FileLook['state'], opened = false) => {
    const { pictures, copy, original } = servingOf({ ...look, state }, 'staff', opened);
    return [pictures, copy, original];
  };
  assert.deepEqual(rule('waiting', true), [0, false, 'no']);
  assert.deepEqual(rule('infected', true), [0, false, 'no']);
  assert.deepEqual(rule('clean'), [1, true, 'no']);
  assert.deepEqual(rule('not-scanned'), [1, true, 'no']);
  assert.deepEqual(rule('not-scanned', true), [1, true, 'after-warning']);
  const clean = (change: Partial<FileLook>) =>
    servingOf({ ...look, state: 'clean', copyType: null, ...change }, 'staff', false).original;
  assert.equal(clean({ type: 'application/pdf' }), 'free');
  for (const type of ['image/jpeg', 'video/mp4', 'audio/mpeg'])
    assert.equal(clean({ type }), 'after-warning', 'it says where it was taken, and there is no copy that does not');
  for (const state of ['clean', 'not-scanned', 'cannot'] as const) {
    const early = servingOf({ ...look, state, type: 'application/pdf', preview: 'waiting' }, 'staff', true);
    assert.deepEqual(
      [early.pictures, early.text, early.copy, early.original],
      [0, false, false, 'no'],
      'not opened yet',
    );
  }
  for (const state of ['clean', 'not-scanned', 'cannot'] as const) {
    const { copy, original, pictures } = servingOf({ ...look, state }, 'resident', true);
    assert.deepEqual([pictures, copy, original], [1, false, 'no']);
  }
  await inLandlord(db, ours, (trx) => writeSetting(trx, originalsSetting, true));
  const served = (landlord: typeof ours) => inLandlord(db, landlord, (trx) => serveable(trx, look.file, 'staff'));
  assert.equal((await served(ours))?.original, 'after-warning');
  assert.equal(await served(theirs), null);
});

test('what was made of a file goes with its bytes', async () => {
  const look = await lookedAt('gone.jpg', await photograph(50));
  assert.ok(existsSync(madeOf(look, '1.webp')));
  await inLandlord(db, ours, (trx) => removeFiles(trx, [look.file]));
  await sweepFiles(db, files, ours);
  assert.ok(!existsSync(madeOf(look, '1.webp')));
  const left = await inLandlord(db, ours, (trx) => trx.selectFrom('file_look').selectAll().execute());
  assert.ok(!left.some((row) => Buffer.from(row.content as never).toString('hex') === look.content));
});

test('what the process says that opens files is believed only in its own shape, and only so much of it', () => {
  const hear = (...messages: unknown[]) => {
    const heard = answersHeard();
    return messages.map((message) => heard(message)?.is ?? null);
  };
  const bytes = new Uint8Array(10);
  assert.deepEqual(
    hear(
      { is: 'picture', bytes },
      { is: 'copy', type: 'image/png', bytes },
      { is: 'text', text: 'words' },
      { is: 'told', told: { because: 'damaged', takenAt: '2026-05-01T10:20:30+01:00', located: true, pages: 3 } },
    ),
    ['picture', 'copy', 'text', 'told'],
  );
  for (const bad of [
    null,
    'picture',
    { is: 'picture', bytes: 'a string' },
    { is: 'picture', bytes: new Uint8Array() },
    { is: 'copy', type: 'text/html', bytes },
    { is: 'text', text: 'x'.repeat(lookLimits.text + 1) },
    { is: 'told', told: { sealed: 'by nobody' } },
    { is: 'told', told: { width: -1 } },
    { is: 'told', told: { takenAt: '<script>' } },
  ])
    assert.deepEqual(hear(bad), [null], JSON.stringify(bad)?.slice(0, 60));
  const many = Array.from({ length: lookLimits.pages + 1 }, () => ({ is: 'picture', bytes }));
  assert.equal(hear(...many).at(-1), null);
  const copy = { is: 'copy', type: 'image/png', bytes };
  assert.deepEqual(hear(copy, copy), ['copy', null]);
  assert.deepEqual(hear({ is: 'picture', bytes: new Uint8Array(lookLimits.answerBytes + 1) }), [null]);
});
