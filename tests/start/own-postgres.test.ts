/** `start` on a PostgreSQL of the customer's own. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { freePort, processesOf, putright, putrightStart, temporaryFolder } from '../support/command-line.js';
import { freshDatabase } from '../support/database.js';
import { ownServer, rows } from '../support/own-server.js';

test('start takes a database of one’s own, starts none of its own, and loads no demonstration there', async () => {
  const database = await freshDatabase({ migrated: false });
  const data = temporaryFolder('own');
  const port = await freePort();
  const settings = { DATABASE_URL: await ownServer(database), PUTRIGHT_DATA: data, PORT: String(port) };
  const started = await putrightStart([], settings);
  try {
    assert.match(started.said.out, /Putright is ready/, started.said.err);
    assert.match(started.said.out, /There is no landlord yet/);
    assert.deepEqual(
      processesOf(data)
        .map(({ what }) => what)
        .filter((what) => what === 'postgres'),
      [],
    );
    assert.ok(!existsSync(join(data, 'postgres')));
    const answer = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' });
    assert.ok(answer.status < 500);
    assert.deepEqual(await rows(database.owner, 'select count(*)::int as n from landlord'), [{ n: 0 }]);
  } finally {
    started.child.kill('SIGTERM');
    assert.equal(await started.ended, 0);
  }
});

test('start refuses a superuser’s login in one plain sentence', async () => {
  const { admin } = await freshDatabase();
  const refused = await putright(['start'], {
    DATABASE_URL: admin,
    PUTRIGHT_DATA: temporaryFolder('own'),
    PORT: String(await freePort()),
  });
  assert.equal(refused.code, 1);
  assert.match(refused.err, /^The login "postgres" is a superuser[^\n]*\.\n$/);
});
