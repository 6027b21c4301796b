import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { readConfig } from '../../src/store/config.js';
import { inLandlord } from '../../src/store/database.js';
import { keyFor, keyOf, keyOfFolder } from '../../src/store/installation-key.js';
import {
  dropSecret,
  keepSecret,
  openSecret,
  readSecret,
  sealSecret,
  secretState,
} from '../../src/store/landlord-secrets.js';
import { freshSetting } from './landlord.js';

const { db, ours, theirs } = await freshSetting();
const folder = mkdtempSync(join(tmpdir(), 'putright-key-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function withKey<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.PUTRIGHT_KEY;
  process.env.PUTRIGHT_KEY = key;
  try {
    return await work();
  } finally {
    process.env.PUTRIGHT_KEY = before;
  }
}

test('the key is made once, for its owner alone, and is the same for every process that asks', () => {
  const first = keyOfFolder(join(folder, 'data'));
  assert.equal(first.length, 32);
  assert.deepEqual(keyOfFolder(join(folder, 'data')), first);
  const path = join(folder, 'data', 'installation-key');
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.deepEqual(keyOf(readFileSync(path, 'utf8')), first);
  assert.deepEqual(readdirSync(join(folder, 'data')), ['installation-key']);
});

test('a file that is not a key, and a setting that is not a key, stop the start with a sentence', () => {
  writeFileSync(join(folder, 'installation-key'), 'too short');
  assert.throws(() => keyOfFolder(folder), /is not a key/);
  assert.throws(() => readConfig({ PUTRIGHT_KEY: 'too short' }), /PUTRIGHT_KEY cannot be read/);
});

test('a secret opens for what it was sealed for, and for nothing else', () => {
  const sealed = sealSecret('correct horse', 'mailbox 1');
  assert.equal(openSecret(sealed, 'mailbox 1'), 'correct horse');
  assert.equal(openSecret(sealed, 'mailbox 2'), null);
  assert.equal(sealed.includes('correct'), false);
  assert.notDeepEqual(sealSecret('correct horse', 'mailbox 1'), sealed);
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.equal(openSecret(changed, 'mailbox 1'), null, `byte ${at}`);
  }
  for (const short of [0, 1, 13, 28]) assert.equal(openSecret(sealed.subarray(0, short), 'mailbox 1'), null);
});

test('a key for one use is not the key for another', () => {
  assert.notDeepEqual(keyFor('access codes'), keyFor('reply addresses'));
  assert.deepEqual(keyFor('access codes'), keyFor('access codes'));
});

test('a landlord’s secret is kept sealed, replaced, told apart from one that no key opens, and dropped', async () => {
  await inLandlord(db, ours, async (trx) => {
    assert.deepEqual(await secretState(trx, 'mailbox 1'), { is: 'none' });
    await keepSecret(trx, 'mailbox 1', 'first');
    await keepSecret(trx, 'mailbox 1', 'second');
    assert.equal(await readSecret(trx, 'mailbox 1'), 'second');
    const rows = await sql<{ text: string }>`select encode(sealed, 'escape') as text from landlord_secret`.execute(trx);
    assert.equal(rows.rows.length, 1);
    assert.doesNotMatch(rows.rows[0]?.text ?? '', /second/);
  });
  await inLandlord(db, theirs, async (trx) => assert.equal(await readSecret(trx, 'mailbox 1'), null));
  await withKey(Buffer.alloc(32, 7).toString('base64'), () =>
    inLandlord(db, ours, async (trx) => {
      assert.equal(await readSecret(trx, 'mailbox 1'), null);
      assert.equal((await secretState(trx, 'mailbox 1')).is, 'unreadable');
    }),
  );
  await inLandlord(db, ours, async (trx) => {
    assert.equal((await secretState(trx, 'mailbox 1')).is, 'kept');
    await dropSecret(trx, 'mailbox 1');
    assert.equal(await readSecret(trx, 'mailbox 1'), null);
  });
});
