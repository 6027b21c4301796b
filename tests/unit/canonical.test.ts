/** The form in which entries are hashed is RFC 8785's, whoever writes it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonical } from '../../src/store/chain.js';
import { arrayOf } from '../../src/store/columns.js';

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

test('a list of values is PostgreSQL’s text of an array', () => {
  assert.equal(
    arrayOf(['a"b', 'c\\d', null, undefined, 3, true, '', 'NULL', '{,}']),
    '{"a\\"b","c\\\\d",NULL,NULL,3,true,"","NULL","{,}"}',
  );
});
