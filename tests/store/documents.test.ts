import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { inLandlord } from '../../src/store/database.js';
import {
  findFile,
  keepFile,
  pathOf,
  readFileBytes,
  receiveFile,
  removeFiles,
  sizeOnDisk,
  sweepFiles,
} from '../../src/store/documents.js';
import { sweepUnnamed } from '../../src/store/sweep-unnamed.js';
import { freshSetting } from './landlord.js';

const { db, ours, theirs, files } = await freshSetting();

test('bytes are streamed to the landlord’s folder and known by what they are', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const kept = await receiveFile(files, ours, Readable.from([png.subarray(0, 10), png.subarray(10)]), {
    name: 'C:\\photos\\kitchen.exe',
  });
  assert.ok(kept.ok);
  assert.equal(kept.stored.type, 'image/png');
  assert.equal(kept.stored.name, 'kitchen.exe');
  assert.equal(statSync(pathOf(files, ours, kept.stored.content)).size, png.length);
  const pieces = [];
  for await (const piece of readFileBytes(files, ours, kept.stored.content)) pieces.push(piece as Buffer);
  assert.deepEqual(Buffer.concat(pieces), png);
});

test('a page or a drawing that could carry a script is never known as one', async () => {
  for (const [name, text] of [
    ['a.html', '<html><script>alert(1)</script>'],
    ['b.svg', '<svg onload="x"/>'],
  ] as const) {
    const kept = await receiveFile(files, ours, Buffer.from(text), { name });
    assert.ok(kept.ok);
    assert.ok(!/html|svg/.test(kept.stored.type), kept.stored.type);
  }
});

test('what is larger than the limit, or empty, leaves nothing on the disk', async () => {
  const before = readdirSync(join(files, ours), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  ).length;
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(64 * 1024, 1);
    })(),
  );
  assert.deepEqual(await receiveFile(files, ours, endless, { name: 'big', largest: 1_000_000 }), {
    ok: false,
    why: 'too-large',
  });
  assert.deepEqual(await receiveFile(files, ours, Buffer.alloc(0), { name: 'nothing' }), { ok: false, why: 'empty' });
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('begun');
      throw new Error('the line went dead');
    })(),
  );
  await assert.rejects(receiveFile(files, ours, broken, { name: 'half' }), /line went dead/);
  const after = readdirSync(join(files, ours), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  ).length;
  assert.equal(after, before);
});

test('the same bytes lie once on the disk, have a digest of their own each time, and go with the last row', async () => {
  const one = await receiveFile(files, ours, Buffer.from('the same'), { name: 'a.txt' });
  const two = await receiveFile(files, ours, Buffer.from('the same'), { name: 'b.txt' });
  assert.ok(one.ok && two.ok);
  assert.equal(one.stored.content, two.stored.content);
  const [a, b] = await inLandlord(
    db,
    ours,
    async (trx) => [await keepFile(trx, files, one.stored), await keepFile(trx, files, two.stored)] as const,
  );
  assert.notEqual(a, b);
  const { content } = one.stored;

  await inLandlord(db, ours, (trx) => removeFiles(trx, [a]));
  assert.equal(await sweepFiles(db, files, ours), 0);
  assert.notEqual(await sizeOnDisk(files, ours, content), null);
  assert.equal(await inLandlord(db, theirs, (trx) => findFile(trx, b)), null, 'another landlord has no such file');
  assert.equal((await inLandlord(db, ours, (trx) => findFile(trx, b)))?.name, 'b.txt');

  await inLandlord(db, ours, (trx) => removeFiles(trx, [b]));
  assert.equal(await sweepFiles(db, files, ours), 1);
  assert.equal(await sizeOnDisk(files, ours, content), null);
});

test('bytes that come again before the sweep stay', async () => {
  const first = await receiveFile(files, ours, Buffer.from('gone and back'), { name: 'a.txt' });
  assert.ok(first.ok);
  const digest = await inLandlord(db, ours, (trx) => keepFile(trx, files, first.stored));
  await inLandlord(db, ours, (trx) => removeFiles(trx, [digest]));
  const again = await receiveFile(files, ours, Buffer.from('gone and back'), { name: 'c.txt' });
  assert.ok(again.ok);
  await inLandlord(db, ours, (trx) => keepFile(trx, files, again.stored));
  assert.equal(await sweepFiles(db, files, ours), 0);
  assert.notEqual(await sizeOnDisk(files, ours, first.stored.content), null);
});

test('bytes that came and that no row ever named go after a week; what is named, or came again, stays', async () => {
  const bring = async (words: string) => {
    const came = await receiveFile(files, ours, Buffer.from(words), { name: 'a.txt' });
    assert.ok(came.ok);
    return came.stored;
  };
  const [refused, named, again] = [await bring('refused'), await bring('named'), await bring('again')];
  await inLandlord(db, ours, (trx) => keepFile(trx, files, named));
  const dead = join(files, ours, 'arriving', 'something-died');
  writeFileSync(dead, 'half');
  const there = () =>
    Promise.all([refused, named, again].map(async ({ content }) => (await sizeOnDisk(files, ours, content)) !== null));
  await sweepUnnamed(db, files, ours, new Date());
  assert.deepEqual(await there(), [true, true, true], 'somebody may be about to name them');
  const longAgo = new Date(Date.now() - 8 * 86_400_000);
  for (const path of [dead, ...[refused, named, again].map(({ content }) => pathOf(files, ours, content))])
    utimesSync(path, longAgo, longAgo);
  await bring('again');
  assert.equal(await sweepUnnamed(db, files, ours, new Date()), 2);
  assert.deepEqual(await there(), [false, true, true]);
  assert.ok(!existsSync(dead));
});

test('a name that is cut through a character stays well formed', async () => {
  const came = await receiveFile(files, ours, Buffer.from('x'), { name: `${'🏚'.repeat(90)}${'b'.repeat(196)}.txt` });
  assert.ok(came.ok);
  const cut = await receiveFile(files, ours, Buffer.from('x'), { name: `🏚${'b'.repeat(195)}.txt` });
  assert.ok(cut.ok);
  for (const { stored } of [came, cut]) assert.ok(stored.name.isWellFormed(), stored.name);
});
