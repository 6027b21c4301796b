/** Which remedies are late: the list says of every case, whatever happened to it, what the rule of owed remedies says. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { replay } from '../../src/complaint/case.js';
import { owedRemedies } from '../../src/complaint/remedies-owed.js';
import { addDays, day } from '../../src/facts/days.js';
import type { CaseId, Happened, Happening, RecordedBy, RemedyId } from '../../src/facts/happened.js';
import { readHistories } from '../../src/store/case-file.js';
import { append } from '../../src/store/case-store.js';
import { inLandlord } from '../../src/store/database.js';
import { takeReferences } from '../../src/store/references.js';
import { remediesLate } from '../../src/store/remedies-late.js';
import { freshSetting, joel, logged, maya, monday, received } from './landlord.js';

const { db, ours } = await freshSetting();
const today = day('2026-06-01');

const remedy = fc.constantFrom('x1', 'x2') as fc.Arbitrary<RemedyId>;
const due = fc.option(fc.integer({ min: -20, max: 20 }).map((n) => addDays(today, n)));
const stage = fc.constantFrom(1, 2) as fc.Arbitrary<1 | 2>;
const words = fc.constant('w' as never);
const pence = fc.option(fc.constant(5_000));
const of = <T extends Happening['type']>(type: T, fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ type: fc.constant(type), ...fields }) as unknown as fc.Arbitrary<Happening>;
const offer = fc.option(fc.record({ stage, points: fc.constant([]), words, dueOn: due }));
const offered = of('RemedyOffered', {
  remedy,
  stage,
  kind: fc.constantFrom('financial', 'apology'),
  points: fc.constant([]),
  words,
  pence,
  dueOn: due,
});
const happening = fc.oneof(
  offered,
  of('RemedyAccepted', { remedy, note: fc.constant(null) }),
  of('RemedyDeclined', { remedy, note: fc.constant(null) }),
  of('RemedyDone', { remedy, proof: fc.constant(null), files: fc.constant([]) }),
  of('CompensationWorkedOut', {
    remedy,
    heads: fc.constant([]),
    totalPence: fc.constant(5_000),
    borneBy: fc.constant(null),
    offer,
    setOff: fc.constant(null),
    files: fc.constant([]),
  }),
  of('CompensationApproved', { remedy, by: fc.constant(joel), totalPence: fc.constant(5_000) }),
  of('ResponseSent', {
    stage,
    how: fc.constant('post'),
    letter: fc.constant(null),
    involved: fc.constant([]),
    outcome: fc.constant('upheld'),
  }),
);
const by = fc.constantFrom<RecordedBy>({ staff: maya }, { staff: maya }, { system: 'import' });
const acknowledged = { type: 'Acknowledged', stage: 1, how: 'post', letter: null, note: null, ombudsmanDetails: true };
/** A remedy is offered once. */
const onceOffered = (all: readonly Happening[]): Happening[] => {
  const seen = new Set<RemedyId>();
  return all.filter((what) => {
    if (what.type !== 'RemedyOffered' && (what.type !== 'CompensationWorkedOut' || what.offer === null)) return true;
    return !seen.has(what.remedy) && seen.add(what.remedy);
  });
};
/** What a register or a person told first, and what staff did after. */
const told = fc.record({
  before: offered,
  by,
  after: fc.array(happening, { minLength: 1, maxLength: 8 }),
  takenBack: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

test('the list of remedies that are late holds what the rule says of each case, and no more', async () => {
  const cases = fc.sample(told, { numRuns: 120, seed: 7 }).map((one) => {
    const all = onceOffered([one.before, ...one.after]);
    const end: readonly Happening[] = one.takenBack ? [{ type: 'ImportTakenBack', reason: 'w' as never }] : [];
    return { ...one, id: randomUUID() as CaseId, before: all.slice(0, 1), after: [...all.slice(1), ...end] };
  });
  await inLandlord(db, ours, async (trx) => {
    const references = await takeReferences(trx, monday, cases.length);
    const write = async (
      piece: (one: (typeof cases)[number]) => readonly [number, readonly Happened[], RecordedBy],
    ) => {
      const writes = cases.map((one, i) => {
        const [expectedVersion, happened, recordedBy] = piece(one);
        const reference = references[i] ?? '';
        return {
          caseId: one.id,
          reference,
          expectedVersion,
          happened,
          recordedBy,
          recordedAt: '2026-03-02T10:00:00.000Z',
        };
      });
      assert.ok(
        (
          await append(
            trx,
            ours,
            writes.filter(({ happened }) => happened.length > 0),
          )
        ).ok,
      );
    };
    const first = [received('w' as never), logged(), { on: monday, what: acknowledged as Happening }];
    const onMonday = (what: Happening): Happened => ({ on: monday, what });
    await write(() => [0, first, { staff: maya }]);
    await write(({ before, by }) => [3, before.map(onMonday), by]);
    await write(({ before, after }) => [3 + before.length, after.map(onMonday), { staff: maya }]);

    const histories = await readHistories(
      trx,
      cases.map(({ id }) => id),
    );
    const late = histories.flatMap(({ id, reference, entries }) =>
      owedRemedies(replay(id, reference, entries)).flatMap(({ remedy, due, approved }) =>
        due !== null && due < today ? [[id, remedy.id, due, approved].join(' ')] : [],
      ),
    );
    const listed = await remediesLate(trx, today, { hidden: [], most: 1_000 });
    assert.ok(late.length > 10, String(late.length));
    assert.deepEqual(
      listed.rows.map((row) => [row.caseId, row.remedyId, row.dueOn, row.approved].join(' ')).sort(),
      late.sort(),
    );
    const [oldest] = listed.rows;
    const others = listed.rows.filter(({ caseId }) => caseId !== oldest?.caseId);
    assert.deepEqual(await remediesLate(trx, today, { hidden: oldest === undefined ? [] : [oldest.caseId], most: 5 }), {
      rows: others.slice(0, 5),
      total: others.length,
    });
  });
});
