import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type pg from 'pg';
import { generate } from '../../bench/generate.js';
import { clocks } from '../../src/complaint/clocks.js';
import { allow } from '../../src/complaint/refusals.js';
import { nothingTold } from '../../src/complaint/telling/told.js';
import { day } from '../../src/facts/days.js';
import { act, openCase } from '../../src/store/act.js';
import { takeAnchor } from '../../src/store/anchors.js';
import { backupTo } from '../../src/store/backup.js';
import { readCase } from '../../src/store/case-file.js';
import { addDraftFile, beginDraft } from '../../src/store/complaint-drafts.js';
import { type Database, inLandlord, type LandlordId, openDatabase } from '../../src/store/database.js';
import { keepFile, receiveFile } from '../../src/store/documents.js';
import { listLandlords } from '../../src/store/landlords.js';
import { readQueue } from '../../src/store/queue.js';
import { restoreFrom } from '../../src/store/restore.js';
import { addHoliday, readRules } from '../../src/store/rules.js';
import { search } from '../../src/store/search.js';
import { freshSetting, monday, officer, received } from './landlord.js';

const { db, owner, urls, ours, theirs, files } = await freshSetting();
const now = new Date('2026-03-02T10:00:00.000Z');
const today = day('2026-03-20');
const folder = mkdtempSync(join(tmpdir(), 'putright-backup-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const archive = join(folder, 'all.tar.gz');

await generate(db, ours, { cases: 60, today, openPercent: 50 });
await generate(db, theirs, { cases: 20, today, seed: 2 });
await inLandlord(db, ours, (trx) => addHoliday(trx, day('2026-03-11'), 'A funeral'));
await inLandlord(db, ours, (trx) => takeAnchor(trx, today, now));
const big = Buffer.alloc(3_000_000, 'photograph ');
const kept = await receiveFile(files, ours, big, { name: 'bad\tname\n\\ with "everything".jpg' });
assert.ok(kept.ok);
const opened = await openCase(db, officer(ours), { now }, async (context, trx) => {
  const file = await keepFile(trx, files, kept.stored);
  return allow([
    received(context.keep('Tab\there, line\nbreak, backslash \\N, and ‘quotes’ — Żółw 🏚')),
    { on: monday, what: { type: 'DocumentAdded', file, title: context.keep('Photo'), from: 'resident', points: [] } },
  ]);
});
assert.ok(opened.is === 'done');
const begun = await receiveFile(files, ours, Buffer.from('what somebody has not sent'), { name: 'draft.txt' });
assert.ok(begun.ok);
await inLandlord(db, ours, async (trx) => {
  const draft = await beginDraft(trx, nothingTold);
  await addDraftFile(trx, draft, await keepFile(trx, files, begun.stored));
});

await inLandlord(db, ours, (trx) =>
  sql`insert into letter_sending (landlord_id, case_id, seq, letter_id, how, address, recipient, subject, body, state)
    values (${ours}, ${opened.caseId}, 1, gen_random_uuid(), 'email', 'a@example.org', 'A', 'S', 'B', 'waiting')`.execute(
    trx,
  ),
);

/** What every case says of itself, and the state of the whole. */
async function everything(of: Database, landlordId: LandlordId) {
  return inLandlord(of, landlordId, async (trx) => {
    const ids = await sql<{ case_id: string }>`select case_id from case_head order by case_id`.execute(trx);
    const rules = await readRules(trx);
    const cases = [];
    for (const { case_id } of ids.rows) {
      const file = await readCase(trx, case_id);
      assert.ok(file);
      cases.push({ entries: file.entries, said: file.say(file.case.words), clocks: clocks(file.case, rules, today) });
    }
    return {
      cases,
      queue: await readQueue(trx, { size: 200, filter: { show: 'all' } }),
      found: await search(trx, 'boiler', 200),
    };
  });
}

test('an installation that was destroyed and restored verifies, and every case explains the same', async () => {
  const before = [await everything(db, ours), await everything(db, theirs)];
  const done = await backupTo(archive, owner, files, now);
  assert.equal(done.landlords, 2);
  assert.equal(done.files, 1);
  assert.deepEqual(done.missing, []);

  const fresh = await freshSetting();
  await emptied(fresh.admin);
  const restored = await restoreFrom(archive, { owner: fresh.owner, app: fresh.db, files: fresh.files });
  assert.deepEqual(restored.verified.broken, []);
  assert.equal(restored.verified.cases, 81);
  assert.equal(restored.rows, done.rows);
  assert.deepEqual([await everything(fresh.db, ours), await everything(fresh.db, theirs)], before);

  const drafts = await fresh.admin.query(`select id::text from complaint_draft
    union all select file::text from complaint_draft_file union all select name from file where name = 'draft.txt'`);
  assert.deepEqual(drafts.rows, [], 'what was begun and not sent is in no backup');
  const going = await act(fresh.db, officer(ours), { ref: opened.caseId, expectedVersion: 2, now }, (_, context) =>
    allow([{ on: monday, what: { type: 'NoteMade', words: context.keep('Life goes on'), files: [] } }]),
  );
  assert.equal(going.is, 'done');
  const waiting = await fresh.admin.query('select state, trouble from letter_sending');
  assert.equal(waiting.rows[0].state, 'unsure', 'a letter that waited is a person’s to decide');
  const jobs = await fresh.admin.query('select count(*)::int as n from graphile_worker._private_jobs');
  assert.equal(jobs.rows[0].n, 0, 'nothing is enqueued');
  const forced = await fresh.admin.query(
    `select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace and relname in ('case_event', 'words', 'complaint') and relforcerowsecurity`,
  );
  assert.equal(forced.rows[0].n, 3, 'row security stands again');
});

async function emptied(of: pg.Pool): Promise<void> {
  await of.query('delete from landlord_setting');
  await of.query('delete from landlord');
}

test('the application can take a backup too, and nothing of it is lost', async () => {
  const path = join(folder, 'by-app.tar.gz');
  const app = openDatabase(urls.app, 'app', { copies: true });
  const done = await backupTo(path, app, files, now);
  await app.close();
  assert.equal(done.landlords, 2);
  assert.ok(done.rows > 2_000);
});

test('a backup never writes over a file', async () => {
  await assert.rejects(backupTo(archive, owner, files, now), /already/);
});

test('a place where no backup can be written is named in one sentence', async () => {
  await assert.rejects(backupTo(join(folder, 'none', 'all.tar.gz'), db, files, now), {
    name: 'Stop',
    message: /^There is no folder for \S+all\.tar\.gz\.$/,
  });
  const begun = join(folder, 'begun.tar.gz');
  writeFileSync(`${begun}.partial`, '');
  await assert.rejects(backupTo(begun, db, files, now), {
    name: 'Stop',
    message: /is being written, or was interrupted/,
  });
});

test('a backup goes only into an empty installation', async () => {
  await assert.rejects(restoreFrom(archive, { owner, app: db, files }), /into an empty one/);
});

test('an archive that was cut short or altered is refused, and leaves nothing behind', async () => {
  const whole = readFileSync(archive);
  const fresh = await freshSetting();
  await emptied(fresh.admin);
  const damaged = join(folder, 'damaged.tar.gz');
  for (const [i, bytes] of [
    whole.subarray(0, whole.length - 2_000),
    whole.subarray(0, Math.floor(whole.length / 2)),
    Buffer.concat([whole.subarray(0, 9_000), Buffer.from([(whole[9_000] ?? 0) ^ 4]), whole.subarray(9_001)]),
    Buffer.from('not an archive at all'),
  ].entries()) {
    writeFileSync(damaged, bytes);
    await assert.rejects(
      restoreFrom(damaged, { owner: fresh.owner, app: fresh.db, files: fresh.files }),
      { name: 'Stop' },
      `damage ${i}`,
    );
    const left = await inLandlord(fresh.db, ours, listLandlords);
    assert.deepEqual(left, []);
  }
  assert.deepEqual(
    readdirSync(fresh.files, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()),
    [],
  );
  truncateSync(damaged, 0);
});
