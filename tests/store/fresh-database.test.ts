import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { freshDatabase, testMajor } from '../support/database.js';

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

test('a fresh database is migrated, is its own, and is the version that was asked for', async () => {
  const [one, two] = [await freshDatabase(), await freshDatabase()];
  await ask(one.owner, 'create table mine (n int)');
  assert.deepEqual(await ask(two.owner, `select to_regclass('mine')::text`), [null]);
  assert.deepEqual(await ask(one.app, 'select current_user::text'), ['putright_app']);
  assert.deepEqual(await ask(one.owner, 'select count(*)::int > 0 from migration'), [true]);
  const [version] = await ask(one.admin, `select current_setting('server_version_num')::int / 10000`);
  assert.equal(version, testMajor);
});

test('none of the three roles is a superuser or stands above row security', async () => {
  const { admin } = await freshDatabase();
  const above = await ask(
    admin,
    `select rolname::text from pg_roles where rolname like 'putright%' and (rolsuper or rolbypassrls or rolcreaterole)`,
  );
  assert.deepEqual(above, []);
});

test('words are sorted by the rules of English, whatever the server was made with', async () => {
  const { app } = await freshDatabase();
  const sorted = await ask(
    app,
    `select name from unnest(array['Zoe','anna','Élan','Eve','Bo']) as name order by name collate "en-GB-x-icu"`,
  );
  assert.deepEqual(sorted, ['anna', 'Bo', 'Élan', 'Eve', 'Zoe']);
});
