import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { HappeningType } from '../../src/facts/happened.js';
import { canonical } from '../../src/store/chain.js';
import { root } from '../../src/store/config.js';
import { currentVersion, upcast } from '../../src/store/upcast.js';
import { readAs } from './golden/samples.js';

/**
 * Samples as they were stored, by version: golden/version-1.json holds one of each type that the first release knew. Never
 * edited; a type that came later has its sample in a file of its own, version-1-NAME.json.
 */
const folder = join(root, 'tests', 'store', 'golden');
const first = join(folder, 'version-1.json');
const firstDigest = '104abf48fa252e5fa64431da7f8a4f76d23ecbd43c5259f6b142a24194d7cb4b';

type Samples = Record<string, Record<string, unknown>>;

const versions = readdirSync(folder)
  .filter((name) => /^version-\d+(-[a-z]+)*\.json$/.test(name))
  .map((name) => ({
    version: Number(/\d+/.exec(name)?.[0]),
    samples: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Samples,
  }));

test('every stored shape that ever was is read as today’s', () => {
  for (const { version, samples } of versions) {
    for (const [type, body] of Object.entries(samples)) {
      assert.deepEqual(
        upcast(type, version, body),
        { type, ...readAs[type as HappeningType] },
        `${type} of version ${version}`,
      );
    }
  }
});

test('every type has a sample of each of its versions', () => {
  for (const type of Object.keys(readAs) as HappeningType[]) {
    for (let version = 1; version <= currentVersion(type); version += 1) {
      const found = versions.some((one) => one.version === version && one.samples[type]);
      assert.ok(found, `${type} of version ${version}`);
    }
  }
});

test('the first samples are as they were stored', () => {
  const digest = createHash('sha256')
    .update(canonical(JSON.parse(readFileSync(first, 'utf8'))))
    .digest('hex');
  assert.equal(digest, firstDigest);
});

test('what a newer release wrote is not guessed at', () => {
  assert.throws(() => upcast('NoteMade', 99, {}), /newer release/);
});
