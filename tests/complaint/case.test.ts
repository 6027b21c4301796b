import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { after, type Case, entriesThatStand, replay } from '../../src/complaint/case.js';
import type { CaseId, Entry, Happening } from '../../src/facts/happened.js';
import { cpuTime } from '../support/cpu-time.js';
import { aHistory } from './any-history.js';

const tellAll = (entries: readonly Entry[]): Case => replay('case' as CaseId, 'PR-1', entries);

test('step by step is the same case as told at once, whatever happened', () => {
  fc.assert(
    fc.property(aHistory, (entries) => {
      const [first, ...rest] = entries;
      assert.ok(first);
      assert.deepEqual(rest.reduce(after, tellAll([first])), tellAll(entries));
    }),
    { numRuns: 300 },
  );
});

test('a step leaves the case before it as it was', () => {
  fc.assert(
    fc.property(aHistory, (entries) => {
      const last = entries.at(-1);
      assert.ok(last);
      if (entries.length < 2) return;
      const before = tellAll(entries.slice(0, -1));
      const copy = structuredClone(before);
      after(before, last);
      assert.deepEqual(before, copy);
    }),
    { numRuns: 200 },
  );
});

test('a correction keeps the rest: every other entry stands as it was, in its place', () => {
  fc.assert(
    fc.property(aHistory, fc.nat(), fc.boolean(), (entries, pick, takesBack) => {
      const plain = entries.filter((e) => e.what.type !== 'EntryCorrected');
      const target = plain[pick % plain.length];
      assert.ok(target);
      const becomes = takesBack
        ? null
        : { what: target.what as Exclude<Happening, { type: 'EntryCorrected' }>, happenedOn: target.happenedOn };
      const correction: Entry = {
        ...target,
        seq: entries.length + 1,
        what: { type: 'EntryCorrected', seq: target.seq, reason: 'slip' as never, becomes },
      };
      const corrected = entriesThatStand([...plain, correction]);
      assert.deepEqual(
        corrected.filter((e) => e.seq !== target.seq && e.seq !== correction.seq),
        plain.filter((e) => e.seq !== target.seq),
      );
      assert.deepEqual(
        corrected.filter((e) => e.seq === target.seq),
        takesBack ? [] : [target],
      );
    }),
  );
});

test('a history without entries is a defect', () => {
  assert.throws(() => tellAll([]), /no history/);
});

test('a case of two hundred entries is told within a few milliseconds, and 20,000 cases of ten within two seconds', () => {
  const [long] = fc.sample(fc.array(aHistory, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 7 });
  const entries = (long ?? [])
    .flat()
    .filter((e) => e.what.type !== 'EntryCorrected')
    .slice(0, 200);
  assert.equal(entries.length, 200);
  const begun = cpuTime();
  for (let i = 0; i < 20; i++) tellAll(entries);
  assert.ok((cpuTime() - begun) / 20 < 20);
  const short = entries.slice(0, 10);
  const again = cpuTime();
  for (let i = 0; i < 20_000; i++) tellAll(short);
  const took = cpuTime() - again;
  assert.ok(took < 2000, `${took} ms`);
});
