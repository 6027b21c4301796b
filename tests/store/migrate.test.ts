import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { openDatabase } from '../../src/store/database.js';
import { becomeTheWorker } from '../../src/store/job-runner.js';
import { migrate, migrationsIn } from '../../src/store/migrate.js';
import { checkOwnPostgres } from '../../src/store/own-postgres.js';
import { Stop } from '../../src/store/stop.js';
import { freshDatabase } from '../support/database.js';
import { ownServer, rows } from '../support/own-server.js';

const folder = mkdtempSync(join(tmpdir(), 'putright-migrations-'));
after(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  for (const { name } of migrationsIn(folder)) rmSync(join(folder, `${name}.sql`));
  write('0001_first.sql', 'create table one (n int)');
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function sentence(words: RegExp) {
  return (error: unknown) => error instanceof Stop && words.test(error.message);
}

test('migrations run once, in order, and what is new is told before it runs', async () => {
  const { owner, jobs } = await freshDatabase({ migrated: false });
  const told: string[][] = [];
  const before = async (pending: readonly { name: string }[]) => {
    told.push(pending.map(({ name }) => name));
  };
  assert.deepEqual(await migrate({ owner, jobs, folder, before }), ['0001_first']);
  write('0010_tenth.sql', 'alter table one add m int');
  write('0002_second.sql', 'insert into one values (2)');
  assert.deepEqual(await migrate({ owner, jobs, folder, before }), ['0002_second', '0010_tenth']);
  assert.deepEqual(await migrate({ owner, jobs, folder, before }), []);
  assert.deepEqual(told, [['0002_second', '0010_tenth']], 'a new database has nothing to back up');
  assert.deepEqual(await rows(owner, 'select n, m from one'), [{ n: 2, m: null }]);
});

test('a migration that fails leaves nothing of itself, and its name is in the fault', async () => {
  const { owner, jobs } = await freshDatabase({ migrated: false });
  write('0002_second.sql', 'create table two (n int); select no_such_thing()');
  await assert.rejects(migrate({ owner, jobs, folder }), /0002_second: function no_such_thing/);
  assert.deepEqual(await rows(owner, `select to_regclass('two')::text as two`), [{ two: null }]);
  assert.deepEqual(await rows(owner, 'select number from migration where number > 0'), [{ number: 1 }]);
});

test('a migration that was changed after it ran is refused, and so is a newer database', async () => {
  const { owner, jobs } = await freshDatabase({ migrated: false });
  write('0002_second.sql', 'select 2');
  await migrate({ owner, jobs, folder });
  write('0002_second.sql', 'select 3');
  await assert.rejects(migrate({ owner, jobs, folder }), sentence(/0002_second is not the one/));
  rmSync(join(folder, '0002_second.sql'));
  await assert.rejects(migrate({ owner, jobs, folder }), sentence(/newer release \(it has 0002_second\)/));
});

/** What a migration does, in order: what stands in a function, of this one or an earlier, runs where it is called. */
function stepsOf(number: number): string {
  const bodies = new Map<string, string>();
  const known = migrationsIn().filter((one) => one.number <= number);
  const runs = known.map(({ text }) =>
    text
      .replaceAll(/--.*/g, '')
      .replaceAll(
        /create (?:or replace )?function (\w+)[\s\S]*?\$\$([\s\S]*?)\$\$;/g,
        (_, name: string, body: string) => {
          bodies.set(name, body);
          return '';
        },
      )
      .replaceAll(/\b(?:select|perform) (\w+)\(/g, (call, name: string) => bodies.get(name) ?? call),
  );
  return runs.at(-1) ?? assert.fail(`there is no migration ${number}`);
}

/** Which of these tables a migration writes while their row security is forced. What it lifts it forces again. */
function writtenUnseen(number: number, secured: readonly string[]): string[] {
  const steps = stepsOf(number);
  const made = new Set([...steps.matchAll(/create table (\w+)/g)].map(([, table]) => table));
  const forced = new Set(secured.filter((table) => !made.has(table)));
  const lifted = new Set<string>();
  const unseen = new Set<string>();
  const kinds =
    /alter table (\w+|%I) (no )?force row level security|\b(?:update|insert into|delete from) (?:only )?(\w+)/g;
  for (const [, table, no, written] of steps.matchAll(kinds)) {
    if (written !== undefined && forced.has(written)) unseen.add(written);
    for (const one of secured.filter((name) => table === '%I' || table === name)) {
      (no === undefined ? lifted : forced).delete(one);
      (no === undefined ? forced : lifted).add(one);
    }
  }
  assert.deepEqual([...lifted], [], `migration ${number} forces row security again`);
  return [...unseen].sort();
}

test('a migration that changes rows lifts row security from them, which hides them from the owner too', async () => {
  const { admin } = await freshDatabase();
  const tables = await rows<{ name: string }>(
    admin,
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  );
  const secured = tables.map(({ name }) => name);
  // 0033 does what 0031 left undone.
  assert.deepEqual(writtenUnseen(31, secured), ['cause_choice', 'landlord_setting']);
  for (const { number, name } of migrationsIn().filter((one) => one.number > 31))
    assert.deepEqual(writtenUnseen(number, secured), [], name);
});

test('two processes that start together take turns', async () => {
  const { owner, jobs } = await freshDatabase({ migrated: false });
  write('0002_second.sql', 'select pg_sleep(0.1)');
  const ran = await Promise.all([migrate({ owner, jobs, folder }), migrate({ owner, jobs, folder })]);
  assert.deepEqual(ran.flat().sort(), ['0001_first', '0002_second']);
});

test('one login that is a member of the three roles can run a database of the customer’s own', async () => {
  const database = await freshDatabase({ migrated: false });
  const url = await ownServer(database);
  await checkOwnPostgres({ owner: url, app: url, jobs: url });
  const ran = await migrate({ owner: url, jobs: url });
  assert.equal(ran.length, migrationsIn().length);
  const app = openDatabase(url, 'app');
  try {
    const { rows: who } = await app.pool.query('select current_user::text as acts');
    assert.deepEqual(who, [{ acts: 'putright_app' }]);
    await assert.rejects(app.pool.query('delete from case_event'), /permission denied/);
    await assert.rejects(app.pool.query('select * from graphile_worker._private_jobs'), /permission denied/);
  } finally {
    await app.close();
  }
  const claim = await becomeTheWorker(url, new AbortController().signal);
  await claim?.release();
});

test('a superuser’s login is refused in one plain sentence', async () => {
  const { admin } = await freshDatabase();
  await assert.rejects(checkOwnPostgres({ owner: admin, app: admin, jobs: admin }), sentence(/is a superuser/));
});

test('a login that may not act as the role is refused in one plain sentence', async () => {
  const { app } = await freshDatabase();
  await assert.rejects(checkOwnPostgres({ owner: app, app, jobs: app }), sentence(/may not act as putright_owner/));
});

test('logins of their own for the three roles are taken', async () => {
  const { owner, app, jobs } = await freshDatabase();
  await checkOwnPostgres({ owner, app, jobs });
});
