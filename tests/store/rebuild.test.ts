import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate } from '../../bench/generate.js';
import { allow } from '../../src/complaint/refusals.js';
import { day } from '../../src/facts/days.js';
import { openCase } from '../../src/store/act.js';
import { readCase } from '../../src/store/case-file.js';
import { inLandlord } from '../../src/store/database.js';
import { rebuild } from '../../src/store/rebuild.js';
import { caseRows } from '../../src/store/register.js';
import { addHoliday, removeHoliday, setStartOnDayOff, setTargets } from '../../src/store/rules.js';
import { search } from '../../src/store/search.js';
import { acknowledged, freshSetting, logged, officer, received } from './landlord.js';

const { db, admin, ours, theirs } = await freshSetting();
const today = day('2026-03-20');
await generate(db, ours, { cases: 120, today, openPercent: 40 });
await generate(db, theirs, { cases: 10, today });
const now = new Date('2026-03-02T10:00:00.000Z');

async function dump(): Promise<string> {
  const tables = [
    'complaint',
    'stage',
    'point',
    'promise',
    'remedy',
    'asked',
    'clock',
    'link',
    'letter',
    'party',
    'adjustment',
    'hazard',
  ];
  const all = [];
  for (const table of tables) {
    const rows = await admin.query(`select to_jsonb(t)::text as row from ${table} t order by 1`);
    all.push([table, rows.rows.length, rows.rows.map((row) => row.row)]);
  }
  return JSON.stringify(all);
}

test('tables that nobody touched say what the history says', async () => {
  const found = await rebuild(db, ours);
  assert.equal(found.cases, 120);
  assert.deepEqual(found.different, []);
});

test('whatever was altered, taken out or put in is told and put right', async () => {
  const before = await dump();
  const words = await inLandlord(db, ours, (trx) => search(trx, 'boiler', 500));
  await admin.query(
    `update complaint set next_due_on = '2030-01-01', standing = 'answered' where case_id in (select case_id from complaint where landlord_id = $1 limit 5)`,
    [ours],
  );
  await admin.query(`delete from clock where case_id in (select case_id from clock where landlord_id = $1 limit 3)`, [
    ours,
  ]);
  await admin.query(`delete from point where landlord_id = $1`, [ours]);
  await admin.query(
    `insert into stage (landlord_id, case_id, stage, started_on) select landlord_id, case_id, 3, '2020-01-01' from complaint where landlord_id = $1 limit 4`,
    [ours],
  );
  await admin.query(
    `delete from complaint where case_id in (select case_id from complaint where landlord_id = $1 order by case_id desc limit 2)`,
    [ours],
  );
  await admin.query('delete from search_case');

  const compared = await rebuild(db, ours, { compareOnly: true });
  assert.ok(compared.differences > 20);
  assert.equal(compared.fixed, false);
  assert.ok(compared.different.some((one) => /next_due_on was 2030-01-01, should be/.test(one.why)));
  assert.notEqual(await dump(), before);

  await rebuild(db, ours);
  assert.equal(await dump(), before);
  const again = await inLandlord(db, ours, (trx) => search(trx, 'boiler', 500));
  assert.deepEqual(again, words);
  assert.equal((await rebuild(db, ours)).differences, 0);
});

async function due(caseId: string) {
  const rows = await admin.query(
    `select kind, due_on::text as due, target_on::text as target from clock where case_id = $1 order by n`,
    [caseId],
  );
  return Object.fromEntries(rows.rows.map((row) => [row.kind, row.due]));
}

test('a bank holiday that is proclaimed moves every open clock at once, and back again when it is not', async () => {
  const opened = await openCase(db, officer(ours), { now }, (context) =>
    allow([received(context.keep('Cold')), logged(), acknowledged()]),
  );
  assert.ok(opened.is === 'done');
  const before = await due(opened.caseId);
  assert.equal(before['stage-1-response'], '2026-03-16');
  const moved = await inLandlord(db, ours, (trx) => addHoliday(trx, day('2026-03-11'), 'A funeral'));
  assert.ok(moved.recomputed > 0);
  assert.equal((await due(opened.caseId))['stage-1-response'], '2026-03-17');
  assert.equal((await rebuild(db, ours)).differences, 0);
  const row = await inLandlord(db, ours, (trx) => caseRows(trx, [opened.caseId]));
  assert.notEqual(row.get(opened.caseId)?.nextDueOn, null);
  await inLandlord(db, ours, (trx) => removeHoliday(trx, day('2026-03-11')));
  assert.deepEqual(await due(opened.caseId), before);
  assert.equal((await rebuild(db, ours)).differences, 0);
});

test('a landlord’s own target stands beside the Code’s date, and a change reaches the open cases', async () => {
  await inLandlord(db, ours, (trx) =>
    setTargets(trx, { stage1Acknowledgement: 2, stage1Response: 8, stage2Acknowledgement: null, stage2Response: null }),
  );
  const set = await admin.query(
    'select count(*)::int as n from clock where landlord_id = $1 and target_on is not null',
    [ours],
  );
  assert.ok(set.rows[0].n > 0);
  assert.equal((await rebuild(db, ours)).differences, 0);
});

test('how a start on a day off counts changes every clock, finished ones too', async () => {
  await inLandlord(db, ours, (trx) => setStartOnDayOff(trx, 'as-it-fell'));
  assert.equal((await rebuild(db, ours)).differences, 0);
  const other = await rebuild(db, theirs);
  assert.equal(other.differences, 0);
});

test('a history that can’t be read is told, its tables are left, and the others are put right', async () => {
  const altered = await admin.query<{ case_id: string; reference: string }>(
    `select case_id, reference from case_head where landlord_id = $1 and seq >= 2 order by case_id limit 2`,
    [ours],
  );
  const [one, two] = altered.rows;
  assert.ok(one && two);
  await admin.query('alter table case_event disable trigger user');
  await admin.query(`update case_event set version = 99 where case_id = $1 and seq = 1`, [one.case_id]);
  await admin.query(`update case_event set type = 'Nothing' where case_id = $1 and seq = 2`, [two.case_id]);
  await admin.query('alter table case_event enable trigger user');
  await admin.query(
    `delete from clock where landlord_id = $1 and case_id in (select case_id from case_head where seq >= 2)`,
    [ours],
  );
  const found = await rebuild(db, ours);
  assert.deepEqual(found.unreadable, [one.reference, two.reference]);
  assert.ok(found.differences > 2);
  assert.equal((await rebuild(db, ours)).differences, 2);
  for (const { reference } of [one, two]) {
    await assert.rejects(
      inLandlord(db, ours, (trx) => readCase(trx, reference)),
      { name: 'Stop', message: `The history of ${reference} can't be read: putright verify says where it is broken.` },
    );
  }
  await inLandlord(db, ours, (trx) => addHoliday(trx, day('2026-03-24'), 'One more'));
});
