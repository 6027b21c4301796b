/** What cases show is kept current with the history: every sum is what a recount gives, landlords apart, nothing by today. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate } from '../../bench/generate.js';
import { ruleOf, rulesOf } from '../../src/assess/shown/rules.js';
import { read } from '../../src/assess/shown/shown-by.js';
import { addDays, day } from '../../src/facts/days.js';
import type { Edition } from '../../src/law/words.js';
import type { Period } from '../../src/reports/measured.js';
import { exceptionsOf, type Sighting, sampleOf } from '../../src/store/cases-that-show.js';
import { inLandlord, type LandlordId } from '../../src/store/database.js';
import { evidenceOf } from '../../src/store/evidence-of-cases.js';
import { rebuild } from '../../src/store/rebuild.js';
import { casesRunningLate } from '../../src/store/running-late.js';
import { foldTally } from '../../src/store/shown-tally.js';
import { freshSetting } from './landlord.js';

const { db, admin, ours, theirs } = await freshSetting();
const today = day('2026-03-20');
await generate(db, ours, { cases: 300, today, openPercent: 20, batch: 40 });
await generate(db, theirs, { cases: 12, today, seed: 9 });

const year: Period = { name: '2025-26', from: day('2025-04-01'), until: day('2026-03-31') };
const oddDays: Period = { name: 'some days', from: day('2025-04-10'), until: day('2026-02-11') };

const look = (landlord: LandlordId, edition: Edition, period: Period) =>
  inLandlord(db, landlord, (trx) => evidenceOf(trx, edition, period, today));

/** Counted from the rows of the cases themselves, one mark at a time. */
async function recount(landlord: LandlordId, edition: Edition, period: Period) {
  const rows = await admin.query<{ marks: string }>('select marks from shown where landlord_id = $1 and edition = $2', [
    landlord,
    edition,
  ]);
  const found = new Map<string, { met: number; exceptions: number; unknown: number }>();
  for (const [provision] of rulesOf(edition)) found.set(provision, { met: 0, exceptions: 0, unknown: 0 });
  for (const { marks } of rows.rows)
    for (const mark of read(marks)) {
      if (mark.on < period.from || mark.on > period.until) continue;
      const sums = found.get(mark.provision);
      assert.ok(sums, mark.provision);
      if (mark.verdict === 'met') sums.met += 1;
      else if (mark.verdict === 'exception') sums.exceptions += 1;
      else sums.unknown += 1;
    }
  return found;
}

async function assertCounts(landlord: LandlordId, edition: Edition, period: Period): Promise<number> {
  const evidence = await look(landlord, edition, period);
  const should = await recount(landlord, edition, period);
  let all = 0;
  for (const [provision, sums] of should) {
    const is = evidence.byProvision.get(provision);
    assert.ok(is, provision);
    assert.deepEqual({ met: is.met, exceptions: is.exceptions, unknown: is.unknown }, sums, `${edition} ${provision}`);
    assert.equal(
      is.whys.reduce((n, { cases }) => n + cases, 0),
      is.exceptions,
      `${provision} by reason`,
    );
    all += sums.met + sums.exceptions;
  }
  return all;
}

test('every sum of a year is what its cases add up to, in whole months and in odd days, before folding and after', async () => {
  assert.ok((await assertCounts(ours, '2024', year)) > 500);
  await assertCounts(ours, '2022', year);
  await assertCounts(ours, '2024', oddDays);
  await assertCounts(theirs, '2024', year);
  const before = await admin.query('select count(*)::int as n from shown_tally where landlord_id = $1', [ours]);
  await inLandlord(db, ours, (trx) => foldTally(trx));
  const after = await admin.query('select count(*)::int as n from shown_tally where landlord_id = $1', [ours]);
  assert.ok(after.rows[0].n < before.rows[0].n);
  await assertCounts(ours, '2024', year);
  const theirsStill = await admin.query('select count(*)::int as n from shown_tally where landlord_id = $1', [theirs]);
  assert.ok(theirsStill.rows[0].n > 0);
});

test('a rebuild finds nothing to mend, and mends what was altered, the sums too', async () => {
  assert.deepEqual((await rebuild(db, ours)).different, []);
  await admin.query(`update shown set marks = replace(marks, '+', '?') where landlord_id = $1`, [ours]);
  await admin.query(`delete from shown_tally where landlord_id = $1 and provision = '6.2'`, [ours]);
  await admin.query(
    `insert into shown_tally (landlord_id, edition, month, provision, verdict, why, n) values ($1, '2024', '202506', '6.3', '-', 'late', 7)`,
    [theirs],
  );
  const compared = await rebuild(db, ours, { compareOnly: true });
  assert.ok(compared.different.some((d) => d.table === 'shown'));
  assert.ok(compared.different.some((d) => d.table === 'shown_tally'));
  await rebuild(db, ours);
  assert.deepEqual((await rebuild(db, ours)).different, []);
  await assertCounts(ours, '2024', year);
  const other = await rebuild(db, theirs);
  assert.equal(other.different.length, 1);
  assert.match(other.different[0]?.ref ?? '', /6\.3/);
  await assertCounts(theirs, '2024', year);
});

test('exceptions come in pages that hold each once, and each is an exception of that provision', async () => {
  const evidence = await look(ours, '2024', year);
  const [provision, most] = [...evidence.byProvision].sort((a, b) => b[1].exceptions - a[1].exceptions)[0] ?? [];
  assert.ok(provision && most && most.exceptions > 3, 'the generated cases have exceptions');
  const seen: string[] = [];
  for (let page = 1; ; page += 1) {
    const rows: readonly Sighting[] = await inLandlord(db, ours, (trx) =>
      exceptionsOf(trx, '2024', provision, year, { page, each: 3 }),
    );
    if (rows.length === 0) break;
    for (const row of rows) {
      assert.equal(row.verdict, 'exception');
      assert.ok(row.why !== null && ruleOf('2024', provision)?.whys.includes(row.why), `${provision} ${row.why}`);
      seen.push(row.reference);
    }
  }
  assert.equal(seen.length, most.exceptions);
  assert.equal(new Set(seen).size, seen.length);
});

test('a sample is drawn the same by the same seed, otherwise by another, and never from another landlord', async () => {
  const draw = (seed: string, landlord = ours) =>
    inLandlord(db, landlord, (trx) => sampleOf(trx, '2024', '6.2', year, seed, 10));
  const first = await draw('autumn');
  assert.equal(first.length, 10);
  assert.deepEqual(await draw('autumn'), first);
  assert.notDeepEqual(await draw('winter'), first);
  const mine = new Set(
    (await admin.query('select case_id from complaint where landlord_id = $1', [ours])).rows.map((r) => r.case_id),
  );
  for (const row of first) assert.ok(mine.has(row.caseId));
  for (const row of await draw('autumn', theirs)) assert.ok(!mine.has(row.caseId));
});

test('what runs late today is counted from its clock, and stored nowhere', async () => {
  const now = await look(ours, '2024', year);
  const later = await inLandlord(db, ours, (trx) => evidenceOf(trx, '2024', year, addDays(today, 60)));
  const lateOf = (evidence: typeof now) =>
    [...evidence.byProvision.values()].reduce((n, { lateNow }) => n + lateNow, 0);
  assert.ok(lateOf(later) >= lateOf(now));
  assert.ok(lateOf(later) > 0);
  for (const { provision, rule, lateNow } of later.byProvision.values()) {
    const asked = { edition: '2024', period: year, today: addDays(today, 60) } as const;
    const cases = await inLandlord(db, ours, (trx) => casesRunningLate(trx, asked, rule.late, 500));
    assert.equal(cases.length, lateNow, provision);
    for (const { dueOn } of cases) assert.ok(dueOn <= year.until && dueOn < addDays(today, 60));
  }
  await admin.query(`update complaint set standing = 'import-taken-back' where landlord_id = $1`, [ours]);
  const none = await inLandlord(db, ours, (trx) => evidenceOf(trx, '2024', year, addDays(today, 60)));
  assert.equal(lateOf(none), 0, 'what was taken back runs late no more');
});
