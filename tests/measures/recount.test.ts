import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, day } from '../../src/facts/days.js';
import { financialYear } from '../../src/reports/period.js';
import { inLandlord } from '../../src/store/database.js';
import { queryOf } from '../../src/store/measures/behind.js';
import { countings } from '../../src/store/measures/countings.js';
import { casesBehind } from '../../src/store/measures.js';
import { couldBeComplaint, daysTaken, in2025, isComplaint, type Reading, verdict } from './recount.js';
import { type Facts, figure, newLandlord, said } from './told.js';

const readings: readonly Reading[] = ['base', 'with-extensions', 'receipt-base', 'receipt-with-extensions'];
const findings = ['upheld', 'partly-upheld', 'not-upheld'] as const;

const after = (from: string, days: number) => addDays(day(from), days) as string;
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 3 });

/** Complaints around the year 2025-26, most of them ordinary, some with facts missing. */
const anyCase: fc.Arbitrary<Facts> = fc
  .record({
    received: fc.integer({ min: 0, max: 430 }).map((n) => after('2025-02-20', n)),
    kind: fc.constantFrom('complaint', 'complaint', 'complaint', 'complaint', 'service-request', null),
    acknowledged: maybe(fc.integer({ min: 0, max: 12 })),
    responded: maybe(fc.integer({ min: 0, max: 45 })),
    outcome: maybe(fc.constantFrom(...findings)),
    extension: maybe(fc.record({ told: fc.integer({ min: 0, max: 25 }), by: fc.integer({ min: 1, max: 20 }) })),
    escalated: maybe(fc.integer({ min: 1, max: 30 })),
    acknowledged2: maybe(fc.integer({ min: 0, max: 9 })),
    responded2: maybe(fc.integer({ min: 0, max: 60 })),
    end: fc.constantFrom('none', 'none', 'none', 'none', 'withdrawn', 'refused', 'overturned'),
    unknown: fc.constantFrom(
      null,
      null,
      null,
      ['acknowledged'],
      ['stage-1-extension'],
      ['stage-1-response'],
      ['stage-2-acknowledged'],
      ['stage-2-extension'],
    ),
    takenBack: fc.constantFrom(false, false, false, false, true),
    area: fc.constantFrom('North', 'South', null),
  })
  .map((r): Facts => {
    const whole = r.kind === 'complaint' && r.end !== 'refused';
    const unknown = whole ? (r.unknown as NonNullable<Facts['unknown']> | null) : null;
    const lacks = (fact: string) => (unknown as readonly string[] | null)?.includes(fact) ?? false;
    const acknowledged =
      !whole || lacks('acknowledged') || r.acknowledged === null ? null : after(r.received, r.acknowledged);
    const responded =
      !whole || lacks('stage-1-response') || r.responded === null
        ? null
        : after(acknowledged ?? r.received, r.responded);
    const escalated = responded === null || r.escalated === null ? null : after(responded, r.escalated);
    const acknowledged2 =
      escalated === null || lacks('stage-2-acknowledged') || r.acknowledged2 === null
        ? null
        : after(escalated, r.acknowledged2);
    const responded2 =
      escalated === null || r.responded2 === null ? null : after(acknowledged2 ?? escalated, r.responded2);
    const told =
      r.extension === null || !whole || lacks('stage-1-extension') ? null : after(r.received, r.extension.told);
    return {
      received: r.received,
      kind: r.end === 'refused' || r.end === 'overturned' ? 'complaint' : r.kind,
      area: r.area,
      acknowledged,
      responded,
      outcome: r.outcome,
      escalated,
      acknowledged2,
      responded2,
      outcome2: r.outcome,
      extensions: told === null || r.extension === null ? [] : [{ toldOn: told, newDate: after(told, r.extension.by) }],
      ...(r.end === 'refused' ? { refused: after(r.received, 1) } : {}),
      ...(r.end === 'overturned' && whole ? { refused: r.received, overturned: r.received } : {}),
      ...(r.end === 'withdrawn' && escalated === null
        ? { withdrawn: after(responded ?? acknowledged ?? r.received, 2) }
        : {}),
      ...(unknown === null ? (r.takenBack ? { unknown: [] } : {}) : { unknown }),
      takenBack: r.takenBack,
    };
  });

function expected(cases: readonly Facts[], today: string): Record<string, string> {
  const told: Record<string, string> = {};
  const share = (n: number, of: number) => (of === 0 ? 'none' : `${n}/${of}`);
  const left = (unknown: number, notYetDue = 0) =>
    `${unknown > 0 ? ` unknown ${unknown}` : ''}${notYetDue > 0 ? ` not yet due ${notYetDue}` : ''}`;
  const first = cases.filter((f) => couldBeComplaint(f) && in2025(f.received));
  const second = cases.filter((f) => isComplaint(f) && in2025(f.escalated));
  const undecided = first.filter((f) => !isComplaint(f)).length;
  told['stage1.count'] = `${first.length - undecided}${left(undecided)}`;
  told['stage2.count'] = String(second.length);
  told['escalation-rate'] = `${share(second.length, first.length - undecided)}${left(undecided)}`;
  for (const [stage, cohort] of [
    [1, first],
    [2, second],
  ] as const)
    for (const reading of readings) {
      const verdicts = cohort.map((f) => verdict(f, stage, reading, today));
      const n = (wanted: string) => verdicts.filter((one) => one === wanted).length;
      told[`ch02.${stage}/all/${reading}`] =
        `${share(n('met'), n('met') + n('late'))}${left(n('unknown'), n('not yet due'))}`;
    }
  for (const stage of [1, 2] as const) {
    const answered = cases.filter((f) => isComplaint(f) && in2025(stage === 1 ? f.responded : f.responded2));
    const known = answered.filter((f) => f.outcome !== null);
    for (const finding of findings)
      told[`stage${stage}.outcome/${finding}`] =
        `${share(known.filter((f) => f.outcome === finding).length, known.length)}${left(answered.length - known.length)}`;
    const days = answered.map((f) => daysTaken(f, stage)).sort((a, b) => a - b);
    const middle = (days.length - 1) / 2;
    const at = (i: number) => days[i] ?? Number.NaN;
    told[`working-days-to-answer/stage${stage}/median`] =
      days.length === 0 ? 'none' : String((at(Math.floor(middle)) + at(Math.ceil(middle))) / 2);
    told[`working-days-to-answer/stage${stage}/p90`] =
      days.length === 0 ? 'none' : String(at(Math.ceil(days.length * 0.9) - 1));
  }
  const came = cases.filter((f) => !f.takenBack && in2025(f.received));
  told['contacts/stage-1'] = String(came.filter((f) => f.kind === 'complaint').length);
  told['contacts/service-request'] = String(came.filter((f) => f.kind === 'service-request').length);
  told['contacts/stage-2'] = String(cases.filter((f) => !f.takenBack && in2025(f.escalated)).length);
  told['refused/other'] = String(cases.filter((f) => !f.takenBack && in2025(f.refused) && !f.overturned).length);
  return told;
}

test('whatever happened, the figures are those of a recount case by case', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCase, { minLength: 1, maxLength: 14 }),
      fc.integer({ min: 0, max: 120 }).map((n) => after('2026-02-01', n)),
      async (all, today) => {
        // Nothing is told that lies after the day of the calculation.
        const cases = all.filter((f) =>
          [f.received, f.acknowledged, f.responded, f.escalated, f.acknowledged2, f.responded2, f.withdrawn, f.refused]
            .concat((f.extensions ?? []).map((e) => e.toldOn))
            .every((on) => !on || on <= today),
        );
        const landlord = await newLandlord();
        if (cases.length > 0) await landlord.tell(cases);
        const figures = await landlord.figures(2025, today);
        const wanted = expected(cases, today);
        const found = Object.fromEntries(
          Object.keys(wanted).map((name) => {
            const [id, group, reading] = name.split('/');
            return [name, said(figure(figures, id as string, group ?? null, reading ?? null))];
          }),
        );
        assert.deepEqual(found, wanted);
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 25) },
  );
});

test('the cases behind a figure are as many as it says, for every part of every figure', async () => {
  const landlord = await newLandlord();
  const cases = fc.sample(anyCase, { numRuns: 120, seed: 7 });
  await landlord.tell(cases);
  const today = '2026-03-01';
  const figures = await landlord.figures(2025, today);
  const counted = new Set(countings.filter(({ sum }) => sum === null).map(({ id }) => id));
  let compared = 0;
  await inLandlord(landlord.db, landlord.landlordId, async (trx) => {
    for (const one of figures) {
      if (!counted.has(one.id)) continue;
      const parts = [
        ['numerator', one.numerator],
        ['denominator', one.unit === 'per-1,000-homes' ? null : one.denominator],
        ['unknown', one.unknown],
        ['not-yet-due', one.notYetDue],
      ] as const;
      for (const [part, n] of parts) {
        if (n === null) continue;
        const behind = await casesBehind(trx, one, part, {
          period: financialYear(2025),
          today: day(today),
          size: 1_000,
        });
        const times = behind?.rows.reduce((sum, row) => sum + row.times, 0);
        assert.equal(times, n, `${one.words}, ${part}`);
        compared += 1;
        const [first] = behind?.rows ?? [];
        if (part !== 'numerator' || first === undefined) continue;
        const kept = await casesBehind(trx, one, part, {
          period: financialYear(2025),
          today: day(today),
          size: 1_000,
          hidden: [first.caseId],
        });
        assert.deepEqual(kept, { rows: behind?.rows.slice(1), total: (behind?.total ?? 0) - 1 }, one.words);
      }
      // The query that is shown, run as it stands, gives the same counts.
      const query = queryOf(one, { period: financialYear(2025), today: day(today) }, false) ?? '';
      const { rows } = await trx.client.query<Record<string, number>>(query);
      assert.equal(rows[0]?.numerator ?? 0, one.numerator, query);
      if (one.unit === 'proportion') assert.equal(rows[0]?.denominator, one.denominator, query);
    }
  });
  assert.ok(compared > 200);
});
