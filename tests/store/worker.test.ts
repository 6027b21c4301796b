/** A job works once for the entry it is about, however often it runs; and a killed worker's jobs are taken up again. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger, runOnce } from 'graphile-worker';
import pg from 'pg';
import { daily } from '../../src/jobs/daily.js';
import { runJob } from '../../src/jobs/run-job.js';
import { takeJobs, takesLong } from '../../src/jobs/runners.js';
import { askToSeeToLetters } from '../../src/jobs/see-to-letters.js';
import { type Database, inLandlord, type LandlordId, openDatabase } from '../../src/store/database.js';
import { enqueue } from '../../src/store/enqueue.js';
import { becomeTheWorker, jobPool, noteDone } from '../../src/store/job-runner.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let db: Database;
let landlord: LandlordId;
const never = new AbortController().signal;
const quiet = new Logger(() => () => {});

before(async () => {
  database = await freshDatabase();
  db = openDatabase(database.app, 'app');
  landlord = await makeLandlord(db, { name: 'Meadow Homes' });
});
after(() => db.close());

test('a job about a case is noted in the transaction of its effect, and is not done twice', async () => {
  const caseId = randomUUID();
  const once = () => inLandlord(db, landlord, (trx) => noteDone(trx, 'send-letter', caseId, 4));
  assert.equal(await once(), true);
  assert.equal(await once(), false);
  const undone = inLandlord(db, landlord, async (trx) => {
    assert.equal(await noteDone(trx, 'send-letter', caseId, 5), true);
    throw new Error('its effect failed');
  });
  await assert.rejects(undone, /its effect failed/);
  assert.equal(await inLandlord(db, landlord, (trx) => noteDone(trx, 'send-letter', caseId, 5)), true);
});

test('what would write to a resident is not done for a demonstration', async () => {
  const demonstration = await makeLandlord(db, { name: 'Osier Vale', demonstration: true });
  const told = { landlord: demonstration, caseId: randomUUID(), seq: 1, asked: { letter: 'x' } };
  assert.equal(await runJob(db, 'send-letter', told), 'not-sent');
});

test('every landlord’s anchor is asked for each day, once', async () => {
  await daily(db);
  await daily(db);
  const pool = jobPool(database.jobs);
  try {
    const { rows } = await pool.query(
      `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'take-anchor'`,
    );
    assert.deepEqual(rows, [{ n: 2 }], 'one for each of the two landlords');
  } finally {
    await pool.end();
  }
});

test('one worker works, a second waits, and takes over what the first held when that is gone', async () => {
  const first = await becomeTheWorker(database.jobs, never);
  assert.ok(first !== undefined);
  let secondIs = false;
  const second = becomeTheWorker(database.jobs, never).then((claim) => {
    secondIs = true;
    return claim;
  });
  await inLandlord(db, landlord, (trx) =>
    enqueue(trx, null, null, [{ name: 'take-anchor', payload: { day: '2026-01-05' } }]),
  );
  const pool = jobPool(database.jobs);
  try {
    await pool.query(
      `update graphile_worker._private_jobs set locked_by = 'a worker that was killed', locked_at = now(), attempts = 1`,
    );
    const done: unknown[] = [];
    const take = () =>
      runOnce({
        pgPool: pool,
        logger: quiet,
        noHandleSignals: true,
        taskList: {
          'take-anchor': async (payload) => {
            done.push(await runJob(db, 'take-anchor', payload));
          },
        },
      });
    await take();
    assert.deepEqual(done, [], 'they are locked');
    assert.equal(secondIs, false);
    await first.release();
    const claim = await second;
    assert.ok(claim !== undefined);
    await take();
    assert.deepEqual(done, ['done', 'done', 'done']);
    await claim.release();
  } finally {
    await pool.end();
  }
});

test('a worker that is told to stop while it waits does so', async () => {
  const first = await becomeTheWorker(database.jobs, never);
  const stop = new AbortController();
  const waiting = becomeTheWorker(database.jobs, stop.signal);
  setTimeout(() => stop.abort(), 50);
  assert.equal(await waiting, undefined);
  await first?.release();
});

test('two jobs that take long hold up no short one', { timeout: 60_000 }, async () => {
  const neighbours = await makeLandlord(db, { name: 'Alder Court' });
  const pool = jobPool(database.jobs);
  const client = new pg.Client({ connectionString: database.admin });
  await client.connect();
  const waiting = async (name: string) => {
    const { rows } = await pool.query<{ n: number }>(
      `select count(*)::int as n from graphile_worker.jobs where task_identifier = $1`,
      [name],
    );
    return rows[0]?.n;
  };
  assert.ok((['look-at-files', 'read-scans', 'take-register', 'make-packs'] as const).every(takesLong));
  assert.ok(!(['ring-on-call', 'send-message', 'send-letter', 'answer-code-request'] as const).some(takesLong));
  await pool.query('delete from graphile_worker._private_jobs');
  // As a job that takes very long: it can't go on.
  await client.query('begin; lock table complaint_draft in access exclusive mode');
  let held = true;
  const go = async () => {
    if (held) await client.query('rollback');
    held = false;
  };
  const faults: string[] = [];
  const stop = await takeJobs({ db, pool, onDone: () => {}, onFault: ({ name }) => faults.push(name) });
  try {
    for (const id of [landlord, neighbours])
      await inLandlord(db, id, (trx) =>
        enqueue(trx, null, null, [{ name: 'forget-drafts', payload: { day: '2026-01-06' } }]),
      );
    const alarm = randomUUID();
    await inLandlord(db, landlord, (trx) =>
      enqueue(trx, null, null, [{ name: 'ring-on-call', payload: { alarm, ring: 1 } }]),
    );
    while ((await waiting('ring-on-call')) !== 0) await pause(50);
    assert.equal(await waiting('forget-drafts'), 2, 'both are still at it');
    await go();
    while ((await waiting('forget-drafts')) !== 0) await pause(50);
    assert.deepEqual(faults, []);
  } finally {
    await go();
    await stop();
    await client.end();
    await pool.end();
  }
});

test('an alarm whose job was lost is asked for again by the round of every few minutes', async () => {
  const alarm = randomUUID();
  const client = new pg.Client({ connectionString: database.admin });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into alarm (landlord_id, id, case_id, raised_at, next_at) values ($1, $2, $3, now(), now())`,
      [landlord, alarm, randomUUID()],
    );
    await askToSeeToLetters(db, new Date(Date.now() + 60_000));
    const { rows } = await client.query(
      `select j.payload #>> '{asked,alarm}' as alarm from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'ring-on-call'`,
    );
    assert.deepEqual(rows, [{ alarm }]);
  } finally {
    await client.end();
  }
});
