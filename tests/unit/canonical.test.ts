/** The form in which entries are hashed is RFC 8785's, whoever writes it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import type { Happening } from '../../src/facts/happened.js';
import { bodyOf, canonical, hashAndTexts, hashOf } from '../../src/store/chain.js';

test('what is written here is what the library writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }), (value) => {
      let expected: string | undefined;
      try {
        expected = canonicalize(value);
      } catch {
        // Half a surrogate pair has no canonical form: neither writes it.
        assert.throws(() => canonical(value));
        return;
      }
      assert.equal(canonical(value), expected);
    }),
    { numRuns: 500 },
  );
});

test('keys are sorted by their code units, and what is undefined is left out', () => {
  assert.equal(
    canonical({ b: 1, a: undefined, '\u20ac': [true, null, 'é"\\\n'], B: -0 }),
    canonicalize({ b: 1, '\u20ac': [true, null, 'é"\\\n'], B: -0 }),
  );
});

test('an entry is hashed as its canonical form, however long it is', () => {
  const text = fc.string({ unit: 'binary', maxLength: 9_000 });
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null))), (body) => {
      const link = {
        landlordId: 'a',
        caseId: 'b',
        seq: 3,
        type: 'NoteMade',
        version: 1,
        body,
        happenedOn: '2026-03-02',
        recordedAt: '2026-03-02T10:00:00.000Z',
        recordedBy: { system: 'import' },
      } as const;
      if (!isWellFormed(body)) return;
      const prev = 'ab'.repeat(32);
      const whole = createHash('sha256')
        .update(prev, 'hex')
        .update(canonicalize(link) ?? '')
        .digest('hex');
      assert.equal(hashOf(prev, link), whole);
      assert.equal(hashAndTexts(prev, link).hash, whole);
      assert.deepEqual(JSON.parse(hashAndTexts(prev, link).body), JSON.parse(JSON.stringify(body)));
    }),
    { numRuns: 200 },
  );
});

test('a body is a happening without its type, whatever keys came with the one before', () => {
  const happenings = [
    { type: 'NoteMade', words: 'w', files: [] },
    { type: 'NoteMade', files: [], words: 'v' },
    { type: 'NoteMade', words: 'w', files: [], added: 1 },
    { type: 'NoteMade', words: 'w' },
  ] as unknown as Happening[];
  for (const what of happenings) {
    const { type: _type, ...rest } = what as unknown as Record<string, unknown>;
    assert.deepEqual(bodyOf(what), rest);
  }
});

function isWellFormed(body: object): boolean {
  return JSON.stringify(body) === JSON.stringify(body).toWellFormed() && Object.entries(body).flat().every(wellFormed);
}

function wellFormed(value: unknown): boolean {
  return typeof value !== 'string' || value.isWellFormed();
}
