/** Figures that are given and not counted: homes, past totals, benchmarks, surveys. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { day } from '../../src/facts/days.js';
import type { StaffId } from '../../src/facts/happened.js';
import { financialYear } from '../../src/reports/period.js';
import {
  benchmarks,
  endedBenchmarkSets,
  listBenchmarkSets,
  loadBenchmarks,
  readBenchmarkSet,
  removeBenchmarks,
} from '../../src/store/benchmarks.js';
import { inLandlord, type Trx } from '../../src/store/database.js';
import { keepFile, receiveFile, sweepFiles } from '../../src/store/documents.js';
import {
  endedTotals,
  endPastTotal,
  givePastTotal,
  type PastTotalGiven,
  pastTotals,
} from '../../src/store/past-totals.js';
import {
  endedPerception,
  endPerception,
  givePerception,
  type PerceptionGiven,
  perceptionResults,
} from '../../src/store/perception.js';
import { forgetOldRegisters, keepRegister, readRegisterSent } from '../../src/store/registers-sent.js';
import { addStaff } from '../../src/store/staff.js';
import { endedStock, endStock, giveStock, listStock, stockAt } from '../../src/store/stock.js';
import { freshSetting } from './landlord.js';

const { db, ours, theirs, admin, files } = await freshSetting();
const add = (trx: Trx) =>
  addStaff(trx, { name: 'Maya Osei', email: 'maya@example.org', roles: ['manager'], passwordHash: 'none' });
const maya = (await inLandlord(db, ours, add)) as StaffId;
const inOurs = <T>(work: (trx: Trx) => Promise<T>) => inLandlord(db, ours, work);
const yearEnd = day('2024-03-31');

test('homes are known by kind and year end; 0 is a figure, and what nobody entered is not known', async () => {
  await inOurs(async (trx) => {
    const source = 'Statistical data return 2024';
    assert.equal(await giveStock(trx, { tenure: 'LCRA', yearEnd, homes: 5035, source, by: maya }), 'entered');
    assert.equal(await giveStock(trx, { tenure: 'LCHO', yearEnd, homes: 0, source, by: maya }), 'entered');
    const at = await stockAt(trx, yearEnd);
    assert.deepEqual(at.homes, { LCRA: 5035, LCHO: 0, leasehold: null, other: null });
    assert.deepEqual(at.known, ['LCRA', 'LCHO']);
    assert.deepEqual((await stockAt(trx, day('2023-03-31'))).known, []);
  });
  assert.deepEqual(await inLandlord(db, theirs, (trx) => listStock(trx)), []);
});

test('a figure of homes that was wrong is replaced, and what stood there before stays known', async () => {
  await inOurs(async (trx) => {
    const given = { tenure: 'LCRA', yearEnd, homes: 5036, source: 'Corrected count', by: maya } as const;
    assert.equal(await giveStock(trx, given), 'replaced');
    assert.equal(await giveStock(trx, given), 'same');
  });
  await inOurs(async (trx) => {
    assert.equal((await stockAt(trx, yearEnd)).homes.LCRA, 5036);
    const [was] = await endedStock(trx);
    assert.deepEqual([was?.homes, was?.replaced, was?.endedBy], [5035, true, 'Maya Osei']);
    const standing = (await listStock(trx)).find(({ tenure }) => tenure === 'LCHO');
    assert.equal((await endStock(trx, standing?.id ?? '', maya))?.homes, 0);
    assert.equal(await endStock(trx, standing?.id ?? '', maya), null);
    assert.deepEqual((await stockAt(trx, yearEnd)).known, ['LCRA']);
  });
});

test('a figure that was given is never changed and never deleted', async () => {
  for (const table of ['stock_figure', 'past_total', 'benchmark_set', 'benchmark', 'perception_result'])
    await assert.rejects(
      inOurs((trx) => sql`delete from ${sql.table(table)}`.execute(trx)),
      /denied/,
      table,
    );
  await assert.rejects(
    inOurs((trx) => sql`update stock_figure set homes = 1`.execute(trx)),
    /denied/,
  );
  await assert.rejects(
    inOurs((trx) => giveStock(trx, { tenure: 'other', yearEnd, homes: -1, source: 'x', by: maya })),
    /check/,
  );
});

test('a past total stands by its figure and period with its source, and is replaced, not mixed', async () => {
  const given: PastTotalGiven = {
    id: 'stage1.count',
    group: null,
    reading: null,
    period: financialYear(2022),
    value: 29,
    numerator: 29,
    denominator: null,
    source: 'Annual report 2022-23, page 4',
  };
  await inOurs(async (trx) => {
    assert.equal(await givePastTotal(trx, given, maya), 'entered');
    assert.equal(await givePastTotal(trx, given, maya), 'same');
    assert.equal(await givePastTotal(trx, { ...given, group: 'Repairs', value: 11, numerator: 11 }, maya), 'entered');
    assert.equal(await givePastTotal(trx, { ...given, value: 30, numerator: 30 }, maya), 'replaced');
  });
  await inOurs(async (trx) => {
    const found = await pastTotals(trx, { id: 'stage1.count' });
    assert.deepEqual(
      found.map(({ group, value, period }) => [group, value, period.name]),
      [
        [null, 30, '2022-23'],
        ['Repairs', 11, '2022-23'],
      ],
    );
    assert.deepEqual(await pastTotals(trx, { within: financialYear(2023) }), []);
    assert.equal((await pastTotals(trx, { within: financialYear(2022) })).length, 2);
    assert.equal((await endPastTotal(trx, found[1]?.totalId ?? '', maya))?.value, 11);
    assert.deepEqual(
      (await endedTotals(trx)).map(({ value, replaced }) => [value, replaced]).sort(),
      [
        [11, false],
        [29, true],
      ].sort(),
    );
  });
});

test('benchmarks hold by the name of their set and year, and a new edition takes their place', async () => {
  const set = {
    name: 'RSH 2024/25, all landlords',
    year: '2024-25',
    source: 'Headline report',
    publishedOn: day('2025-11-04'),
    fileName: 'rsh.csv',
  };
  const tp09 = {
    measure: 'tp09',
    group: 'LCRA',
    lower: 0.29,
    median: 0.36,
    upper: 0.43,
    landlords: 300,
    better: 'higher',
  } as const;
  const ch01 = {
    measure: 'ch01.1',
    group: null,
    lower: 34.3,
    median: null,
    upper: null,
    landlords: null,
    better: null,
  };
  const first = await inOurs((trx) => loadBenchmarks(trx, set, [tp09, ch01], maya));
  assert.equal(first.replaced, false);
  const second = await inOurs((trx) => loadBenchmarks(trx, set, [{ ...tp09, median: 0.37 }], maya));
  assert.equal(second.replaced, true);
  await inOurs(async (trx) => {
    const [only, ...others] = await benchmarks(trx, { year: '2024-25', measure: 'tp09' });
    assert.deepEqual([only?.median, only?.set, others.length], [0.37, set.name, 0]);
    assert.deepEqual(await benchmarks(trx, { measure: 'ch01.1' }), []);
    assert.equal((await readBenchmarkSet(trx, first.id))?.ended, true);
    assert.deepEqual((await readBenchmarkSet(trx, first.id))?.figures.length, 2);
    assert.deepEqual(
      (await endedBenchmarkSets(trx)).map(({ figures, replaced }) => [figures, replaced]),
      [[2, true]],
    );
    assert.equal((await removeBenchmarks(trx, second.id, maya))?.name, set.name);
    assert.equal(await removeBenchmarks(trx, second.id, maya), null);
    assert.deepEqual(await listBenchmarkSets(trx), []);
  });
  await assert.rejects(
    inOurs((trx) => loadBenchmarks(trx, set, [{ ...tp09, lower: 0.9 }], maya)),
    /check/,
    'quartiles in the wrong order',
  );
});

test('a survey’s result holds by question, year and kind of home; nobody answered is no division', async () => {
  const given: PerceptionGiven = {
    measure: 'tp09',
    year: '2023-24',
    tenure: 'LCRA',
    satisfied: 27,
    answered: 80,
    method: 'Telephone',
    askedFrom: day('2024-01-08'),
    askedUntil: day('2024-02-29'),
    source: 'Survey report',
  };
  await inOurs(async (trx) => {
    assert.equal(await givePerception(trx, given, maya), 'entered');
    assert.equal(await givePerception(trx, given, maya), 'same');
    assert.equal(await givePerception(trx, { ...given, satisfied: 28 }, maya), 'replaced');
    assert.equal(await givePerception(trx, { ...given, tenure: 'LCHO', satisfied: 0, answered: 0 }, maya), 'entered');
  });
  await inOurs(async (trx) => {
    const found = await perceptionResults(trx, { measure: 'tp09', year: '2023-24' });
    assert.deepEqual(
      found.map(({ tenure, satisfied, answered }) => [tenure, satisfied, answered]),
      [
        ['LCRA', 28, 80],
        ['LCHO', 0, 0],
      ],
    );
    assert.equal((await endPerception(trx, found[1]?.id ?? '', maya))?.tenure, 'LCHO');
    assert.equal((await endedPerception(trx)).length, 2);
  });
  await assert.rejects(
    inOurs((trx) => givePerception(trx, { ...given, satisfied: 81 }, maya)),
    /check/,
  );
});

test('a register that nobody took up for a month is thrown away with its file; a newer one stays', async () => {
  const keep = async (name: string) => {
    const received = await receiveFile(files, ours, Buffer.from(`Ref\n${name}`), { name });
    assert.ok(received.ok);
    return inOurs(async (trx) => {
      const file = await keepFile(trx, files, received.stored);
      return keepRegister(trx, { file, fileName: name, source: 'Register', by: maya });
    });
  };
  const [old, fresh] = [await keep('old.csv'), await keep('fresh.csv')];
  await admin.query(`update register_sent set made_at = '2026-01-01' where id = $1`, [old]);
  await admin.query(`update register_sent set made_at = '2026-02-20' where id = $1`, [fresh]);
  await inOurs((trx) => forgetOldRegisters(trx, day('2026-03-02')));
  const left = await inOurs(async (trx) => [await readRegisterSent(trx, old), await readRegisterSent(trx, fresh)]);
  assert.equal(left[0], null);
  assert.equal(left[1]?.fileName, 'fresh.csv');
  assert.equal(await sweepFiles(db, files, ours), 1);
});
