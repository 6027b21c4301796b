/** A job works once for the entry it is about, however often it runs; and a killed worker's jobs are taken up again. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Logger, runOnce } from 'graphile-worker';
import { daily } from '../../src/jobs/daily.js';
import { runJob } from '../../src/jobs/run-job.js';
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
