/** The few functions and tables that row security does not keep, tried with everything that might open them too far. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { allow } from '../../src/complaint/refusals.js';
import { openCase } from '../../src/store/act.js';
import { acrossLandlords, inLandlord } from '../../src/store/database.js';
import { findHomes, findPeople, makePerson } from '../../src/store/people.js';
import { readQueue } from '../../src/store/queue.js';
import { search } from '../../src/store/search.js';
import { freshSetting, logged, officer, received } from './landlord.js';

const { db, ours, theirs, admin } = await freshSetting();
const now = new Date('2026-03-02T10:00:00.000Z');

for (const [landlord, name] of [
  [ours, 'Olive Ourley'],
  [theirs, 'Theo Theirstone'],
] as const) {
  const person = await inLandlord(db, landlord, (trx) => makePerson(trx, { name, ways: [] }));
  const opened = await openCase(db, officer(landlord), { now }, (context) => {
    const first = received(context.keep(`Zebrawood stairs are loose, says ${name}`));
    return allow([first.what.type === 'Received' ? { ...first, what: { ...first.what, person } } : first, logged()]);
  });
  assert.equal(opened.is, 'done');
}

/** What people type by mistake and others on purpose. */
const asked = [
  "'; drop table case_event; --",
  "') or true --",
  '$1',
  '%',
  '%%%',
  '___',
  '\\',
  '\\%',
  '"',
  "'",
  '!',
  '!!',
  '& |',
  ':*',
  '<->',
  'a <2> b',
  '"the of"',
  '-zebrawood',
  'or',
  'or or or',
  '()',
  'zebrawood:*',
  '\u202ezebrawood',
  '😀',
  '\ufffd',
  'x'.repeat(10_000),
  'a '.repeat(5_000),
  '"'.repeat(400),
  '('.repeat(400),
  "landlord_id <> ''",
];

test('nothing that is looked for is a command, and nothing finds another landlord’s case', async () => {
  await inLandlord(db, ours, async (trx) => {
    const mine = (await readQueue(trx, { filter: { show: 'all' } })).rows.map((row) => row.reference);
    for (const text of asked) {
      const names = [
        ...(await search(trx, text)).found.map(({ row }) => row.reference),
        ...(await readQueue(trx, { filter: { show: 'all', text } })).rows.map((row) => row.reference),
      ];
      for (const name of names) assert.ok(mine.includes(name), text);
      for (const { person } of await findPeople(trx, text)) assert.equal(person.name, 'Olive Ourley', text);
      await findHomes(trx, text);
    }
    assert.equal((await search(trx, 'zebrawood')).found.length, 1);
    assert.equal((await search(trx, 'theirstone')).found.length, 0);
  });
});

test('outside any landlord, and with a setting that is no landlord, the doors lead nowhere', async () => {
  for (const landlord of ['', '00000000-0000-4000-8000-000000000000']) {
    await acrossLandlords(db, async (trx) => {
      await sql`select set_config('putright.landlord', ${landlord}, true)`.execute(trx);
      const words = await sql`select * from putright_search_words('zebrawood', 100)`.execute(trx);
      const names = await sql`select * from putright_search_names('theirstone', 100)`.execute(trx);
      assert.equal(words.rows.length + names.rows.length, 0);
      await sql`select putright_index_words(array(select case_id from case_head), null)`.execute(trx);
    });
  }
  for (const landlord of ["' or true", 'x', `${theirs}'`]) {
    const tried = acrossLandlords(db, async (trx) => {
      await sql`select set_config('putright.landlord', ${landlord}, true)`.execute(trx);
      await sql`select count(*) from words`.execute(trx);
    });
    await assert.rejects(tried, /invalid input syntax for type uuid/);
  }
});

test('a job is enqueued for the landlord of the transaction alone, and for no landlord never', async () => {
  const job = (landlord: string | null) =>
    sql`select putright_enqueue('send-letter', ${landlord}::uuid, null, null, '{}')`;
  await assert.rejects(
    inLandlord(db, ours, (trx) => job(theirs).execute(trx)),
    /only for the landlord/,
  );
  await assert.rejects(
    inLandlord(db, ours, (trx) => job(null).execute(trx)),
    /only for the landlord/,
  );
  await assert.rejects(
    acrossLandlords(db, (trx) => job(theirs).execute(trx)),
    /only for the landlord/,
  );
  await assert.rejects(
    acrossLandlords(db, (trx) => job(null).execute(trx)),
    /only for the landlord/,
  );
  const direct = [
    'select * from graphile_worker._private_jobs',
    'select * from graphile_worker.jobs',
    `select graphile_worker.add_job('send-letter', '{}'::json)`,
    'set role putright_jobs',
  ];
  for (const attempt of direct) {
    // A view of the runner's may be there to ask; nothing may be in it.
    const tried = inLandlord(db, ours, (trx) => trx.client.query(attempt)).then(({ rows }) => rows.length);
    assert.equal(await tried.catch(() => 0), 0, attempt);
  }
});

test('one landlord renames no other', async () => {
  const names = () =>
    admin
      .query<{ name: string }>('select name from landlord order by name')
      .then(({ rows }) => rows.map(({ name }) => name));
  const before = await names();
  await inLandlord(db, ours, (trx) => sql`update landlord set name = 'Ours now' where id = ${theirs}`.execute(trx));
  await acrossLandlords(db, (trx) => sql`update landlord set name = name || ' taken'`.execute(trx));
  assert.deepEqual(await names(), before);
  await assert.rejects(
    inLandlord(db, ours, (trx) => sql`update landlord set demonstration = true`.execute(trx)),
    /denied/,
  );
  await assert.rejects(
    inLandlord(db, ours, (trx) => sql`delete from landlord`.execute(trx)),
    /denied/,
  );
});

test('the application makes no function, no table and no schema, and puts nothing before ours', async () => {
  for (const attempt of [
    'create function public.lower(text) returns text language sql as $$ select $1 $$',
    'create table public.words2 (x int)',
    'create schema mine',
    'create extension dblink',
    'alter function putright_search_words(text, integer) reset search_path',
    'alter role putright_app set putright.landlord = x',
    'alter table words no force row level security',
    'copy words to program $$cat$$',
    `select pg_read_file('/etc/passwd')`,
    `select lo_import('/etc/passwd')`,
    'select rolpassword from pg_authid',
  ]) {
    await assert.rejects(
      inLandlord(db, ours, (trx) => trx.client.query(attempt)),
      attempt,
    );
  }
  // A table of the connection's own that is called like ours is not what the doors look into.
  await inLandlord(db, ours, async (trx) => {
    await trx.client.query(
      'create temporary table search_case (landlord_id uuid, case_id uuid, received_on date, found tsvector)',
    );
    await trx.client.query(`insert into search_case values ($1, gen_random_uuid(), now(), to_tsvector('planted'))`, [
      ours,
    ]);
    const found = await sql`select * from putright_search_words('planted', 10)`.execute(trx);
    assert.equal(found.rows.length, 0);
  });
});

test('a query that takes too long is ended, by a limit that a request cannot lift', async () => {
  const { rows } = await inLandlord(db, ours, (trx) =>
    sql<{ limit: string; idle: string }>`
      select current_setting('statement_timeout') as limit, current_setting('idle_in_transaction_session_timeout') as idle`.execute(
      trx,
    ),
  );
  assert.deepEqual(rows, [{ limit: '15s', idle: '1min' }]);
});
