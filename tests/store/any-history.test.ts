/** Any history at all, also one that nobody would decide: it is stored, read back as it was, and its tables rebuilt the same. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { replay } from '../../src/complaint/case.js';
import { addDays } from '../../src/facts/days.js';
import type { CaseId, Entry, Happening, Words } from '../../src/facts/happened.js';
import { readHistory } from '../../src/store/case-file.js';
import { append } from '../../src/store/case-store.js';
import { inLandlord } from '../../src/store/database.js';
import { rebuild } from '../../src/store/rebuild.js';
import { takeReferences } from '../../src/store/references.js';
import { verify } from '../../src/store/verify.js';
import { aHistory } from '../complaint/any-history.js';
import { freshSetting, logged, maya, monday, received } from './landlord.js';

const { db, ours, files } = await freshSetting();

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Short ids as the store takes them: people, homes, staff and teams are uuids. */
function stored<T>(value: T): T {
  if (typeof value === 'string') {
    if (/^(ann|bo|cy|kim|amir|repairs|x\d|another)$/.test(value)) {
      return `${hash(value).slice(0, 8)}-0000-4000-8000-${hash(value).slice(8, 20)}` as T;
    }
    return value;
  }
  if (Array.isArray(value)) return value.map(stored) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, stored(item)])) as T;
  }
  return value;
}

test('a history appended in pieces reads as it was told, and its tables are those that a rebuild makes', async () => {
  await fc.assert(
    fc.asyncProperty(aHistory, fc.integer({ min: 1, max: 7 }), async (told, piece) => {
      const entries = told.map((entry) => stored(entry));
      const caseId = randomUUID() as CaseId;
      const [reference = ''] = await inLandlord(db, ours, (trx) => takeReferences(trx, monday));
      for (let from = 0; from < entries.length; from += piece) {
        const happened = entries.slice(from, from + piece).map(({ what, happenedOn }) => ({ what, on: happenedOn }));
        const done = await inLandlord(db, ours, (trx) =>
          append(trx, ours, [
            {
              caseId,
              reference,
              expectedVersion: from,
              happened,
              recordedBy: { staff: maya },
              recordedAt: '2026-03-02T10:00:00.000Z',
            },
          ]),
        );
        assert.ok(done.ok);
      }
      const history = await inLandlord(db, ours, (trx) => readHistory(trx, caseId));
      const shape = ({ what, happenedOn, seq }: Entry) => ({ what, happenedOn, seq });
      assert.deepEqual(
        history?.entries.map(shape),
        entries.map((entry, i) => ({ ...shape(entry), seq: i + 1 })),
      );
      replay(caseId, reference, history?.entries ?? []);
    }),
    { numRuns: 60 },
  );
  assert.deepEqual((await rebuild(db, ours, { compareOnly: true })).different, []);
  const { broken } = await verify(db, { files });
  assert.deepEqual(broken, []);
});

test('an extension of what triage finds to be no complaint goes from the tables with its stage', async () => {
  const caseId = randomUUID() as CaseId;
  const [reference = ''] = await inLandlord(db, ours, (trx) => takeReferences(trx, monday));
  const reason = 'w1' as Words;
  const extended: Happening = {
    type: 'Extended',
    stage: 1,
    newDate: addDays(monday, 30),
    reason,
    goodReason: null,
    agreed: null,
    ombudsmanDetails: true,
    inWriting: true,
    letter: null,
    because: null,
  };
  const noComplaint = { ...logged().what, kind: 'service-request' } as Happening;
  for (const [expectedVersion, what] of [received(reason).what, extended, noComplaint].entries()) {
    const write = {
      caseId,
      reference,
      expectedVersion,
      happened: [{ what, on: monday }],
      recordedBy: { staff: maya },
      recordedAt: `${monday}T10:00:00.000Z`,
    };
    assert.ok((await inLandlord(db, ours, (trx) => append(trx, ours, [write]))).ok);
    const { rows } = await inLandlord(db, ours, (trx) =>
      trx.client.query('select 1 from extension where case_id = $1', [caseId]),
    );
    assert.equal(rows.length, what === extended ? 1 : 0, what.type);
  }
});
