/** What a new password may be: long, and neither a word that everybody thinks of nor one's own name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, isPassword, weakness } from '../../src/web/passwords.js';

test('a short, common or telling password is refused in words', () => {
  const about = ['Noor', 'Hassan', 'noor', 'example', 'org'];
  for (const one of [
    'short',
    'password12',
    'P4ssword!!!!',
    'Summer2026!',
    'Welcome12345',
    'qwerty123456',
    'aaaaaaaaaaaa',
    '1234567890',
    '0123456789012',
    'abcdefghijkl',
    '          ',
    'noorhassan2026',
    'Hassan-family',
    'housing2026',
    'abababababab',
    '121212121212',
  ])
    assert.ok(weakness(one, about) !== null, one);
  for (const one of [
    'plum river lantern',
    'correct horse battery',
    'гора река солнце',
    'Tr0ub4dor&3xyz',
    'welcome to the jungle 7',
  ])
    assert.equal(weakness(one, about), null, one);
});

test('a password is the same however its letters are put together, and is kept as argon2id', async () => {
  const stored = await hashPassword('caf\u00e9 by the river');
  assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.ok(await isPassword(stored, 'cafe\u0301 by the river'));
  assert.ok(!(await isPassword(stored, 'cafe by the river')));
  assert.ok(!(await isPassword(null, 'nobody has this password')));
});
