import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { allow, refuse } from '../../src/complaint/refusals.js';
import type { CaseId } from '../../src/facts/happened.js';
import { act, openCase } from '../../src/store/act.js';
import { readCase } from '../../src/store/case-file.js';
import { append } from '../../src/store/case-store.js';
import { inLandlord, together } from '../../src/store/database.js';
import { caseRows } from '../../src/store/register.js';
import { newKeeper } from '../../src/store/words.js';
import { acknowledged, freshSetting, joel, logged, maya, note, officer, pointRaised, received } from './landlord.js';

const { db, ours, admin } = await freshSetting();
const now = new Date('2026-03-02T10:00:00.000Z');
const who = officer(ours);

async function aCase(text = 'The boiler has been cold for nine days.') {
  const opened = await openCase(db, who, { now }, (context) =>
    allow([received(context.keep(text)), logged(), pointRaised(context.keep('No heating'))]),
  );
  assert.equal(opened.is, 'done');
  if (opened.is !== 'done') throw new Error('not opened');
  return opened;
}

test('a contact becomes a case with a reference that can be said, its words beside it', async () => {
  const opened = await aCase();
  assert.match(opened.reference, /^CMP-26-\d{5}$/);
  const file = await inLandlord(db, ours, (trx) => readCase(trx, opened.reference.toLowerCase().replaceAll('-', ' ')));
  assert.ok(file);
  assert.equal(file.case.version, 3);
  assert.equal(file.say(file.case.words), 'The boiler has been cold for nine days.');
  assert.deepEqual(
    file.entries.map((entry) => entry.what.type),
    ['Received', 'Logged', 'PointRaised'],
  );
  assert.equal(file.entries[0]?.recordedAt, '2026-03-02T10:00:00.000Z');
  assert.deepEqual(file.entries[0]?.recordedBy, { staff: maya });
});

test('the register says what the history says in the same transaction', async () => {
  const opened = await aCase();
  const before = await inLandlord(db, ours, (trx) => caseRows(trx, [opened.caseId]));
  assert.equal(before.get(opened.caseId)?.standing, 'to-acknowledge');
  const done = await act(db, who, { ref: opened.reference, expectedVersion: 3, now }, () => allow([acknowledged()]));
  assert.equal(done.is, 'done');
  const after = await inLandlord(db, ours, (trx) => caseRows(trx, [opened.caseId]));
  assert.equal(after.get(opened.caseId)?.standing, 'investigating');
});

test('two people on one case: the second is told what came in between, and nothing of theirs is recorded', async () => {
  const opened = await aCase();
  const request = { ref: opened.caseId, expectedVersion: 3, now };
  const [a, b] = await Promise.all([
    act(db, who, request, (_, context) => allow([note(context.keep('Called the contractor'))])),
    act(db, officer(ours, joel), request, (_, context) => allow([note(context.keep('Wrote to the resident'))])),
  ]);
  assert.deepEqual([a.is, b.is].sort(), ['conflict', 'done']);
  const lost = a.is === 'conflict' ? a : b;
  assert.ok(lost.is === 'conflict');
  assert.deepEqual(
    lost.since.map((entry) => entry.what.type),
    ['NoteMade'],
  );
  const file = await inLandlord(db, ours, (trx) => readCase(trx, opened.caseId));
  assert.equal(file?.case.version, 4);
  const words = await admin.query('select count(*)::int as n from words where case_id = $1', [opened.caseId]);
  assert.equal(words.rows[0]?.n, 3);
});

test('forty people who write at once to one case without having seen it all get in, in an unbroken chain', async () => {
  const opened = await aCase();
  await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      act(db, who, { ref: opened.caseId, expectedVersion: null, now }, (_file, context) =>
        allow([note(context.keep(`Note ${i}`))]),
      ),
    ),
  );
  const file = await inLandlord(db, ours, (trx) => readCase(trx, opened.caseId));
  assert.equal(file?.case.version, 43);
  const chain = await admin.query('select seq, prev, hash from case_event where case_id = $1 order by seq', [
    opened.caseId,
  ]);
  for (let i = 1; i < chain.rows.length; i += 1) assert.deepEqual(chain.rows[i]?.prev, chain.rows[i - 1]?.hash);
});

test('contacts logged at the same time each have their own reference', async () => {
  const opened = await Promise.all(Array.from({ length: 30 }, () => aCase('At once')));
  assert.equal(new Set(opened.map((one) => one.reference)).size, 30);
});

test('a refusal records nothing, not even what the decision wrote on the way', async () => {
  const opened = await aCase();
  const refused = await act(db, who, { ref: opened.caseId, expectedVersion: 3, now }, async (_file, context, trx) => {
    context.keep('Never stored');
    await sql`insert into holiday (landlord_id, day, name) values (${ours}, '2027-05-05', 'never')`.execute(trx);
    return refuse('no', 'No.');
  });
  assert.equal(refused.is, 'refused');
  const holidays = await admin.query(`select count(*)::int as n from holiday where name = 'never'`);
  assert.equal(holidays.rows[0]?.n, 0);
});

test('an act can open further cases, each with its own reference, or none of it happens', async () => {
  const opened = await aCase();
  const done = await act(db, who, { ref: opened.caseId, expectedVersion: 3, now }, (file, context) => {
    const id = context.newId<CaseId>();
    return allow([{ on: context.today, what: { type: 'CaseLinked', to: id, relation: 'split-from', reason: null } }], {
      opens: [{ id, happened: [received(file.case.words), logged()] }],
    });
  });
  assert.ok(done.is === 'done');
  const [other] = done.opened;
  assert.ok(other);
  assert.notEqual(other.reference, opened.reference);
  const file = await inLandlord(db, ours, (trx) => readCase(trx, other.caseId));
  assert.equal(file?.say(file.case.words), 'The boiler has been cold for nine days.');
});

test('a transaction that is killed leaves nothing', async () => {
  const before = await admin.query('select count(*)::int as n from case_head');
  const failed = openCase(
    db,
    who,
    {
      now,
      also: async (trx) => {
        const pid = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
        await admin.query('select pg_terminate_backend($1)', [pid.rows[0]?.pid]);
        await sql`select pg_sleep(1)`.execute(trx);
      },
    },
    (context) => allow([received(context.keep('Gone'))]),
  );
  await assert.rejects(failed);
  const left = await admin.query('select count(*)::int as n from case_head');
  assert.equal(left.rows[0]?.n, before.rows[0]?.n);
  const words = await admin.query(`select count(*)::int as n from words where text = 'Gone'`);
  assert.equal(words.rows[0]?.n, 0);
});

test('work that swallows a database error is not taken for done', async () => {
  await assert.rejects(
    inLandlord(db, ours, async (trx) => {
      await sql`select 1 / 0`.execute(trx).catch(() => {});
    }),
    /rolled back/,
  );
});

test('a thousand new cases of twenty entries go in as a batch within seconds', async () => {
  const { generate } = await import('../../bench/generate.js');
  const started = performance.now();
  await generate(db, ours, { cases: 1_000, today: '2026-03-02' as never, seed: 7 });
  const took = performance.now() - started;
  assert.ok(took < 15_000, `took ${took} ms`);
});

test('a batch writes to several cases or to none', async () => {
  const [one, two] = [await aCase(), await aCase()];
  const answer = await inLandlord(db, ours, (trx) => {
    const keeper = newKeeper();
    const base = { recordedBy: { staff: maya }, recordedAt: now.toISOString(), words: keeper.kept } as const;
    return append(trx, ours, [
      { ...base, caseId: one.caseId, expectedVersion: 3, happened: [note(keeper.keep('a'))] },
      { ...base, caseId: two.caseId, expectedVersion: 2, happened: [note(keeper.keep('b'))] },
    ]);
  });
  assert.ok(!answer.ok);
  assert.equal(answer.conflict.caseId, two.caseId);
  assert.deepEqual(
    answer.conflict.since.map((entry) => entry.what.type),
    ['PointRaised'],
  );
});

test('words with signs that no database holds are kept as what can be held', async () => {
  const opened = await aCase('half \uD83D a smile, and nothing \0 at all');
  const file = await inLandlord(db, ours, (trx) => readCase(trx, opened.caseId));
  assert.equal(file?.say(file.case.words), 'half \uFFFD a smile, and nothing \uFFFD at all');
});

test('reads that travel together have all ended when one of them fails', async () => {
  let slow = 'not asked';
  await assert.rejects(
    inLandlord(db, ours, (trx) =>
      together(
        trx.client.query('select 1 / 0'),
        (async () => {
          await new Promise((resolve) => setTimeout(resolve, 30));
          slow = 'ended';
        })(),
      ),
    ),
    /division by zero/,
  );
  assert.equal(slow, 'ended');
  const [one, two] = await inLandlord(db, ours, (trx) =>
    together(Promise.resolve('a'), trx.client.query('select 2 as n')),
  );
  assert.deepEqual([one, two.rows], ['a', [{ n: 2 }]]);
});
