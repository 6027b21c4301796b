import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { faultOf, Stop } from '../../src/store/stop.js';

test('a fault in a log holds no word of its error, which may be a resident’s', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z ]{8,40}$/), (said) => {
      const words = `a key already exists: ${said} (Zanzibar)\n    at 5 Zanzibar Street`;
      for (const error of [
        new Error(words),
        new Stop(words),
        Object.assign(new Error(words), { code: '23505' }),
        words,
      ])
        assert.doesNotMatch(JSON.stringify(faultOf(error)), /Zanzibar|already exists/);
    }),
  );
});

test('a fault says what it was and where', () => {
  const { name, code, where } = faultOf(Object.assign(new TypeError('x'), { code: 'ECONNREFUSED' }));
  assert.deepEqual([name, code], ['TypeError', 'ECONNREFUSED']);
  assert.match(where[0] ?? '', /faults\.test/);
});
