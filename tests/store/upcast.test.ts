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

const corrected = (what: Record<string, unknown>) => {
  const entry = upcast('EntryCorrected', 1, { seq: 1, reason: 'r', becomes: { what, happenedOn: '2026-03-02' } });
  assert.ok(entry.type === 'EntryCorrected' && entry.becomes !== null);
  return entry.becomes.what;
};

test('what an old correction puts in the place of an entry is read as an entry of that age is', () => {
  for (const type of ['CompensationWorkedOut', 'HazardNoticed'] as const) {
    const body = versions.find((one) => one.version === 1 && one.samples[type])?.samples[type];
    assert.ok(body !== undefined);
    assert.deepEqual(corrected({ type, ...body }), upcast(type, 1, body), type);
  }
  const paid = corrected({ type: 'CompensationWorkedOut', heads: [{ head: 'distress', pence: 5000, why: 'w' }] });
  assert.ok(paid.type === 'CompensationWorkedOut');
  assert.equal(paid.heads[0]?.working, null);
  const gas = corrected({ type: 'HazardNoticed', kind: 'emergency', words: null });
  assert.ok(gas.type === 'HazardNoticed');
  assert.equal(gas.emergency, true);
});

test('what a correction puts in the place of an entry stays as it was written in today’s shape', () => {
  for (const type of ['CompensationWorkedOut', 'HazardNoticed'] as const) {
    const today: Record<string, unknown> = { type, ...readAs[type] };
    assert.deepEqual(corrected(today), today, type);
  }
  const calm = corrected({ type: 'HazardNoticed', kind: 'emergency', emergency: false, points: [], words: null });
  assert.ok(calm.type === 'HazardNoticed');
  assert.equal(calm.emergency, false);
});
