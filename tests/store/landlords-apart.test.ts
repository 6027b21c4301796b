/** Landlords never cross: what one of them can neither read, nor write, nor guess of the other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type pg from 'pg';
import { allow } from '../../src/complaint/refusals.js';
import { act, openCase } from '../../src/store/act.js';
import { readCase } from '../../src/store/case-file.js';
import { acrossLandlords, inLandlord } from '../../src/store/database.js';
import { findPeople, makePerson } from '../../src/store/people.js';
import { readQueue } from '../../src/store/queue.js';
import { search } from '../../src/store/search.js';
import { freshSetting, logged, note, officer, received } from './landlord.js';

const { db, owner, ours, theirs, admin } = await freshSetting();
const now = new Date('2026-03-02T10:00:00.000Z');

const person = await inLandlord(db, theirs, (trx) =>
  makePerson(trx, { name: 'Quentin Quarrington', ways: [{ kind: 'email', value: 'quentin@example.org' }] }),
);
const opened = await openCase(db, officer(theirs), { now }, (context) => {
  const first = received(context.keep('Xylophone is the word'));
  return allow([first.what.type === 'Received' ? { ...first, what: { ...first.what, person } } : first, logged()]);
});
assert.ok(opened.is === 'done');
const theirCase = opened;

/** Tables that belong to no landlord. */
const exempt = ['landlord', 'migration', 'first_link'];
/** Row security without force: nobody but the owner can reach them, and search goes through functions that know one landlord. */
const behindDoors = ['search_case', 'search_name'];

test('every table leads its keys with the landlord and has row security, save a known few', async () => {
  const tables = await admin.query<{
    name: string;
    secured: boolean;
    forced: boolean;
    policies: number;
    lead: string | null;
  }>(`
    select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as lead
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`);
  for (const table of tables.rows) {
    if (exempt.includes(table.name)) continue;
    assert.equal(table.lead, 'landlord_id', table.name);
    assert.ok(table.secured, table.name);
    if (behindDoors.includes(table.name)) continue;
    assert.equal(table.policies, 1, table.name);
    assert.ok(table.forced, table.name);
  }
  const keys = await admin.query<{ name: string; lead: string }>(`
    select k.conname as name, a.attname as lead
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace`);
  for (const key of keys.rows) assert.equal(key.lead, 'landlord_id', key.name);
});

test('views look with the rights and the row security of whoever asks, and none is materialised', async () => {
  const views = await admin.query<{ name: string; kind: string; options: string[] | null }>(`
    select relname as name, relkind as kind, reloptions as options from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`);
  for (const view of views.rows) {
    assert.equal(view.kind, 'v', view.name);
    assert.ok(
      view.options?.some((option) => /^security_invoker=(true|on)$/.test(option)),
      view.name,
    );
  }
});

test('no role of the product is above row security', async () => {
  const roles = await admin.query<{ rolname: string; rolsuper: boolean; rolbypassrls: boolean }>(
    `select rolname, rolsuper, rolbypassrls from pg_roles where rolname like 'putright%'`,
  );
  assert.equal(roles.rows.length, 3);
  for (const role of roles.rows) assert.ok(!role.rolsuper && !role.rolbypassrls, role.rolname);
});

test('another landlord’s rows do not exist, in any table, for the application', async () => {
  const tables = await admin.query<{ name: string }>(`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'landlord_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
  await inLandlord(db, ours, async (trx) => {
    for (const { name } of tables.rows) {
      if (behindDoors.includes(name)) continue;
      const seen = await sql<{
        n: number;
      }>`select count(*)::int as n from ${sql.table(name)} where landlord_id <> ${ours}`.execute(trx);
      assert.equal(seen.rows[0]?.n, 0, name);
    }
  });
});

test('outside any landlord there is nothing to see', async () => {
  const seen = await acrossLandlords(db, (trx) =>
    sql<{ n: number }>`
    select (select count(*) from case_event) + (select count(*) from words) + (select count(*) from complaint) as n`.execute(
      trx,
    ),
  );
  assert.equal(seen.rows[0]?.n, 0);
});

test('neither id nor reference opens another landlord’s case', async () => {
  for (const ref of [theirCase.caseId, theirCase.reference]) {
    assert.equal(await inLandlord(db, ours, (trx) => readCase(trx, ref)), null);
    const outcome = await act(db, officer(ours), { ref, expectedVersion: null, now }, (_, context) =>
      allow([note(context.keep('x'))]),
    );
    assert.equal(outcome.is, 'no-such-case');
  }
});

test('the queue and every way of searching stay within the landlord', async () => {
  await inLandlord(db, theirs, async (trx) => {
    assert.equal((await search(trx, 'xylophone')).found.length, 1);
    assert.equal((await search(trx, 'quarrington')).found.length, 1);
    assert.equal((await findPeople(trx, 'quentin@example')).length, 1);
    assert.equal((await readQueue(trx)).total, 1);
  });
  await inLandlord(db, ours, async (trx) => {
    assert.equal((await search(trx, 'xylophone')).found.length, 0);
    assert.equal((await search(trx, 'quarrington')).found.length, 0);
    assert.equal((await search(trx, theirCase.reference)).found.length, 0);
    assert.equal((await findPeople(trx, 'quentin@example')).length, 0);
    assert.equal((await readQueue(trx, { filter: { show: 'all' } })).total, 0);
  });
});

test('rows can’t be put into, moved to, or pointed at another landlord', async () => {
  const tries = [
    sql`insert into person (landlord_id, id, name) values (${theirs}, gen_random_uuid(), 'x')`,
    sql`insert into words (landlord_id, digest, case_id, salt, text) values (${theirs}, sha256('x'), ${theirCase.caseId}, substring(sha256('x') for 16), 'x')`,
    sql`insert into words (landlord_id, digest, case_id, salt, text) values (${ours}, sha256('x'), ${theirCase.caseId}, substring(sha256('x') for 16), 'x')`,
    sql`insert into case_event select ${theirs}, ${theirCase.caseId}, 9, 'NoteMade', 1, '{}', '2026-01-01', '2026-01-01', '{}', sha256('x'), sha256('x')`,
  ];
  for (const attempt of tries) {
    await assert.rejects(inLandlord(db, ours, (trx) => attempt.execute(trx)));
  }
  const moved = await inLandlord(db, ours, (trx) =>
    sql`update person set name = 'x' where landlord_id = ${theirs}`.execute(trx),
  );
  assert.equal(moved.numAffectedRows, 0n);
});

test('a filter that fails on the values it sees sees no values of another landlord', async () => {
  // A condition with a side effect would show in its error what row security hides, were it tried first.
  await inLandlord(db, ours, async (trx) => {
    const seen = await sql`select 1 from words where (text || 'x')::int > 0`.execute(trx);
    assert.equal(seen.rows.length, 0);
    const people = await sql`select 1 from person where 1 / (length(name) - 19) > 5`.execute(trx);
    assert.equal(people.rows.length, 0);
  });
});

test('the application can’t change, take away or empty the history, nor can its owner while it is locked', async () => {
  const attempts = [
    'update case_event set type = type',
    'delete from case_event',
    'truncate case_event cascade',
    'update anchor set heads = 0',
    'delete from case_head',
    'update words set text = text',
    'alter table case_event disable trigger all',
    'drop trigger history_stands on case_event',
    'set session_replication_role = replica',
    'set role putright_owner',
    'set row_security = off; select * from words',
    'select * from search_case',
    'select * from search_name',
    'copy case_event from stdin',
  ];
  for (const attempt of attempts) {
    await assert.rejects(
      inLandlord(db, theirs, (trx) => trx.client.query(attempt)),
      attempt,
    );
  }
  for (const attempt of [
    'update case_event set type = type',
    'delete from case_event',
    'truncate case_event cascade',
  ]) {
    await assert.rejects(
      inLandlord(owner, theirs, (trx) => trx.client.query(attempt)),
      /never changed/,
      attempt,
    );
  }
});

test('the owner sees one landlord at a time too', async () => {
  const seen = await inLandlord(owner, ours, (trx) =>
    sql<{ n: number }>`select count(*)::int as n from words`.execute(trx),
  );
  assert.equal(seen.rows[0]?.n, 0);
});

test('functions that run with the owner’s rights have a pinned search path and are nobody else’s to call', async () => {
  const found = await admin.query<{ name: string; config: string[] | null; public: boolean }>(`
    select p.proname as name, p.proconfig as config,
      p.prorettype <> 'trigger'::regtype and has_function_privilege('public', p.oid, 'execute') as public
    from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace`);
  assert.ok(found.rows.length >= 3);
  for (const { name, config, public: open } of found.rows) {
    assert.ok(
      config?.some((setting) => /^search_path=.*pg_temp/.test(setting)),
      name,
    );
    assert.equal(open, false, name);
  }
});

test('a landlord set by one transaction does not linger on its connection for the next', async () => {
  await inLandlord(db, theirs, async (trx) => sql`select 1`.execute(trx));
  const client: pg.PoolClient = await db.pool.connect();
  try {
    const seen = await client.query<{ n: number }>('select count(*)::int as n from case_head');
    assert.equal(seen.rows[0]?.n, 0);
  } finally {
    client.release();
  }
});
