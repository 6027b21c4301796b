import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../src/facts/days.js';
import type { CaseId, Happened } from '../../src/facts/happened.js';
import { financialYear } from '../../src/reports/period.js';
import { readHistories } from '../../src/store/case-file.js';
import { append } from '../../src/store/case-store.js';
import { inLandlord } from '../../src/store/database.js';
import { again } from '../../src/store/measures/again.js';
import { keepFigure, keptFigure } from '../../src/store/measures/kept.js';
import { addHoliday } from '../../src/store/rules.js';
import { type Facts, newLandlord, staff, type Told, words } from './told.js';

const answered: Facts = { received: '2025-06-02', acknowledged: '2025-06-04', responded: '2025-06-18' };
const late: Facts = { ...answered, responded: '2025-06-19' };
const key = { id: 'ch02.1', group: 'all', reading: 'base' } as const;

async function kept(landlord: Told): Promise<string> {
  const id = await inLandlord(landlord.db, landlord.landlordId, (trx) =>
    keepFigure(trx, {
      key,
      period: financialYear(2025),
      today: day('2026-04-01'),
      area: null,
      by: staff,
      at: '2026-04-01T09:00:00.000Z',
    }),
  );
  assert.ok(id);
  return id;
}

async function derived(landlord: Told, id: string) {
  return inLandlord(landlord.db, landlord.landlordId, async (trx) => {
    const found = await keptFigure(trx, id);
    assert.ok(found);
    return again(trx, found);
  });
}

async function add(landlord: Told, caseId: CaseId, happened: Happened, recordedAt: string): Promise<void> {
  await inLandlord(landlord.db, landlord.landlordId, async (trx) => {
    const [history] = await readHistories(trx, [caseId]);
    await append(trx, landlord.landlordId, [
      {
        caseId,
        expectedVersion: history?.entries.length ?? 0,
        happened: [happened],
        recordedBy: { staff },
        recordedAt,
      },
    ]);
  });
}

test('what is recorded later changes today’s figure and not the kept one, also where it tells of long ago', async () => {
  const landlord = await newLandlord();
  const [first] = await landlord.tell([answered, late]);
  const id = await kept(landlord);
  // It turns out that the first answer went out a month later than was recorded.
  const response = await inLandlord(landlord.db, landlord.landlordId, async (trx) => {
    const [history] = await readHistories(trx, [first as CaseId]);
    return history?.entries.find(({ what }) => what.type === 'ResponseSent');
  });
  assert.ok(response);
  const corrected: Happened = {
    on: day('2026-04-10'),
    what: {
      type: 'EntryCorrected',
      seq: response.seq,
      reason: words,
      becomes: { what: response.what as never, happenedOn: day('2025-07-18') },
    },
  };
  await add(landlord, first as CaseId, corrected, '2026-04-10T09:00:00.000Z');
  const { figure, same, sameHistory, now, entriesSince, wentOut } = await derived(landlord, id);
  assert.deepEqual([figure?.numerator, figure?.denominator, same, sameHistory], [1, 2, true, true]);
  assert.deepEqual([now?.numerator, now?.denominator], [0, 2]);
  assert.equal(entriesSince, 1);
  assert.equal(wentOut.length, 1);
  const still = await landlord.figures(2025, '2026-04-01');
  assert.equal(still.find((m) => m.id === 'ch02.1' && m.group === 'all' && m.reading === 'base')?.numerator, 0);
});

test('an entry that carries an earlier time and came later is seen', async () => {
  const landlord = await newLandlord();
  const [first] = await landlord.tell([answered]);
  const id = await kept(landlord);
  const note: Happened = { on: day('2025-06-20'), what: { type: 'NoteMade', words, files: [] } };
  await add(landlord, first as CaseId, note, '2026-03-20T09:00:00.000Z');
  const { same, sameHistory } = await derived(landlord, id);
  assert.deepEqual([same, sameHistory], [true, false]);
});

test('a bank holiday entered since moves today’s figure and not the kept one', async () => {
  const landlord = await newLandlord();
  await landlord.tell([answered, late]);
  const id = await kept(landlord);
  await inLandlord(landlord.db, landlord.landlordId, (trx) => addHoliday(trx, day('2025-06-10'), 'A day of mourning'));
  const { figure, same, now } = await derived(landlord, id);
  assert.deepEqual([figure?.numerator, same, now?.numerator], [1, true, 2]);
});

test('what is given and not counted from cases can’t be kept', async () => {
  const landlord = await newLandlord();
  const id = await inLandlord(landlord.db, landlord.landlordId, (trx) =>
    keepFigure(trx, {
      key: { id: 'tp09', group: 'all', reading: null },
      period: financialYear(2025),
      today: day('2026-04-01'),
      area: null,
      by: staff,
      at: '2026-04-01T09:00:00.000Z',
    }),
  );
  assert.equal(id, null);
});
