import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.js';

const landlord = '00000000-0000-4000-8000-000000000001';
const other = '00000000-0000-4000-8000-000000000002';
const caseId = '00000000-0000-4000-8000-0000000000c1';

let database: TestDatabase;
let app: pg.Client;
let jobs: pg.Client;

before(async () => {
  database = await freshDatabase();
  app = new pg.Client({ connectionString: database.app });
  jobs = new pg.Client({ connectionString: database.jobs });
  await Promise.all([app.connect(), jobs.connect()]);
});
after(() => Promise.all([app.end(), jobs.end()]));

async function enqueue(as: string, seq: number | null, about: string | null = caseId): Promise<void> {
  await app.query('begin');
  try {
    await app.query(`select set_config('putright.landlord', $1, true)`, [landlord]);
    await app.query('select putright_enqueue($1, $2, $3, $4, $5)', ['send-letter', as, about, seq, { letter: 'x' }]);
    await app.query('commit');
  } catch (error) {
    await app.query('rollback');
    throw error;
  }
}

test('a job enters through the door, once for each entry that it is about', async () => {
  await enqueue(landlord, 3);
  await enqueue(landlord, 3);
  await enqueue(landlord, 4);
  const { rows } = await jobs.query('select task_identifier, key from graphile_worker.jobs order by key');
  assert.equal(rows.length, 2);
  const payloads = await jobs.query('select payload from graphile_worker._private_jobs order by key');
  assert.deepEqual(payloads.rows[0].payload, { landlord, caseId, seq: 3, asked: { letter: 'x' } });
});

test('no job can be enqueued in the name of another landlord', async () => {
  await assert.rejects(enqueue(other, 5), /only for the landlord of the transaction/);
});

test('a job about a case says which entry', async () => {
  await assert.rejects(enqueue(landlord, null), /names the entry/);
});

test('the application cannot reach the tables behind the door', async () => {
  await assert.rejects(app.query('select * from graphile_worker._private_jobs'), /permission denied/);
  await assert.rejects(app.query(`select graphile_worker.add_job('send-letter')`), /permission denied/);
});

test('the door belongs to the role that owns the tables, and its search path is pinned', async () => {
  const { rows } = await app.query(
    `select pg_get_userbyid(proowner) as owner, prosecdef, proconfig from pg_proc where proname = 'putright_enqueue'`,
  );
  assert.deepEqual(rows, [{ owner: 'putright_jobs', prosecdef: true, proconfig: ['search_path=pg_catalog, pg_temp'] }]);
  const may = await app.query(`select has_schema_privilege('putright_jobs', 'public', 'create') as may`);
  assert.equal(may.rows[0].may, false);
});
