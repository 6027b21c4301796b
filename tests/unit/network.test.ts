/** Attempts are counted by the neighbourhood that they come from, however its address is written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from '../../src/web/network.js';

test('an address is known by its neighbourhood, however it is written', () => {
  assert.equal(networkOf('203.0.113.77'), '203.0.113');
  assert.equal(networkOf('::ffff:203.0.113.77'), '203.0.113');
  assert.equal(networkOf('2001:db8:1:2:a:b:c:d'), '2001:db8:1:2');
  assert.equal(networkOf('2001:0db8:0001:0002::1'), '2001:db8:1:2');
  // What the caller chooses freely does not move it to another neighbourhood.
  for (const last of ['1', 'e:1', 'e:f:1:2']) assert.equal(networkOf(`2001:db8::${last}`), '2001:db8:0:0');
  assert.equal(networkOf('::1'), '0:0:0:0');
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0');
  assert.equal(networkOf('no address'), 'unknown');
});
