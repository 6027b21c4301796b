import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { after, type Case, replay } from '../../src/complaint/case.js';
import { clocksOrWhyNot } from '../../src/complaint/clocks.js';
import { type Act, acts, actsPossible, roleMay } from '../../src/complaint/permitted.js';
import type { Context, Decision, Role } from '../../src/complaint/refusals.js';
import { addDays, type Day, day } from '../../src/facts/days.js';
import type { Entry, HappeningType } from '../../src/facts/happened.js';
import { codes } from '../../src/law/in-force.js';
import { aContact, lastMinute, newId, usualRules, words } from '../stories/story.js';
import { type Dice, diceOf, everyAct, staff } from './acts-at-random.js';
import { happeningTypes } from './happening-types.js';

interface Step {
  readonly act: Act;
  readonly decision: Decision;
  readonly before: Case;
  readonly after: Case;
}

const allRoles: readonly Role[] = ['officer', 'investigator', 'reviewer', 'manager', 'administrator'];

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

const fromOutside: ReadonlySet<Act> = new Set(['take-enquiry', 'take-evidence-request', 'take-failure-notice']);

/** A case to which acts are done at random: often what a menu offers, now and then any. */
function walk(seed: number, steps: number, received: Day = day('2026-03-02')): Step[] {
  const dice: Dice = diceOf(seed);
  let today = received;
  let c = aContact({ received, group: dice(4) === 0 ? (['bo'] as never[]) : [] }).case;
  const taken: Step[] = [];
  for (let i = 0; i < steps; i++) {
    today = addDays(today, dice(5) === 0 ? dice(6) : 0);
    const context: Context = {
      today,
      now: lastMinute(today),
      by: { staff: staff[dice(staff.length)] as never, roles: allRoles },
      rules: usualRules,
      keep: words,
      newId,
    };
    // An Ombudsman may write at any time; were it to write as often, little else would happen.
    const offered = actsPossible(c, context).filter(({ act }) => !fromOutside.has(act) || dice(6) === 0);
    const next = offered.filter((o) => o.next);
    const pick = dice(10);
    const from =
      pick < 5 && next.length > 0
        ? next
        : pick < 9
          ? offered
          : (Object.keys(everyAct) as Act[]).map((act) => ({ act }));
    const act = (from[dice(from.length)]?.act ?? 'note') as Exclude<Act, 'receive'>;
    const before = frozen(c);
    const decision = everyAct[act](before, context, dice);
    if (decision.ok)
      for (const h of decision.happened) {
        const entry: Entry = {
          seq: c.version + 1,
          happenedOn: h.on,
          recordedAt: `${today}T12:00:00.000Z`,
          recordedBy: { staff: context.by.staff },
          what: h.what,
        };
        c = after(c, entry);
      }
    taken.push({ act, decision, before, after: c });
  }
  return taken;
}

test('acts at random never throw, a refused one changes nothing, and what happens is told the same at once', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const steps = walk(seed, 60);
      for (const step of steps) if (!step.decision.ok) assert.equal(step.after, step.before);
      const last = steps.at(-1)?.after;
      assert.ok(last);
      assert.deepEqual(replay(last.id, last.reference, last.entries), last);
    }),
    { numRuns: 120 },
  );
});

test('whatever is decided happened between receipt and today, save a hazard known before, and the clocks can be worked out', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      for (const { decision, before, after: now, act } of walk(seed, 40)) {
        if (!decision.ok) continue;
        assert.ok(decision.happened.length > 0, act);
        for (const h of decision.happened) assert.ok(h.on >= before.receivedOn || h.what.type === 'HazardNoticed', act);
        for (const o of decision.opens) assert.equal(o.happened[0]?.what.type, 'Received');
        assert.equal(clocksOrWhyNot(now, usualRules, day('2026-12-01')).ok, true);
      }
    }),
    { numRuns: 60 },
  );
});

test('acts at the end of what the calendar knows never throw', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      walk(seed, 40, day('2028-12-27'));
    }),
    { numRuns: 40 },
  );
});

test('every refusal has a code and one plain sentence', () => {
  for (let seed = 0; seed < 60; seed++)
    for (const { decision } of walk(seed, 60)) {
      if (decision.ok) continue;
      assert.ok(decision.refusals.length > 0);
      for (const r of decision.refusals) {
        assert.match(r.code, /^[a-z0-9]+(-[a-z0-9]+)*$/);
        assert.match(r.words, /^[A-Z0-9].*[.?]$/s);
        assert.doesNotMatch(r.words, /undefined|null|\[object/);
      }
    }
});

/** What no act on one case decides: a register that is brought in or taken back. */
const recordedElsewhere: readonly HappeningType[] = ['Imported', 'ImportTakenBack'];

test('what is refused or warned of names provisions of the case’s own Code alone, and none before there was one', () => {
  const numbersIn = (text: string) => [...text.matchAll(/\((\d\.\d+)\)/g)].map(([, number]) => number ?? '');
  for (const [received, edition] of [
    ['2019-03-01', null],
    ['2021-03-01', '2020'],
    ['2023-03-01', '2022'],
  ] as const) {
    const known = new Set(edition === null ? [] : codes[edition].sections.flatMap((s) => Object.keys(s.provisions)));
    let named = 0;
    for (let seed = 1; seed <= 60; seed++)
      for (const { act, decision } of walk(seed, 40, day(received))) {
        const numbers = decision.ok
          ? decision.warnings.flatMap(numbersIn)
          : // What a letter misses is named by must-say.
            decision.refusals
              .filter((r) => r.code !== 'letter-misses')
              .flatMap((r) => [...(r.provision === null ? [] : [r.provision]), ...numbersIn(r.words)]);
        named += numbers.length;
        for (const number of numbers) assert.ok(known.has(number), `${act} under ${edition ?? 'no Code'}: ${number}`);
      }
    assert.equal(named > 0, edition !== null);
  }
});

test('every event is reached by some act, save what no act decides, and every act is allowed somewhere', () => {
  const unreached = new Set<string>(happeningTypes);
  for (const type of ['Received', ...recordedElsewhere]) unreached.delete(type);
  const never = new Set<string>(Object.keys(everyAct));
  // Walks go on until all is reached: what is left after so many can't be.
  for (let seed = 0; seed < 3000 && unreached.size + never.size > 0; seed++)
    for (const { act, decision } of walk(seed, 90)) {
      if (!decision.ok) continue;
      never.delete(act);
      for (const { what } of decision.happened) {
        unreached.delete(what.type);
        assert.ok(!recordedElsewhere.includes(what.type), `${act} records ${what.type}`);
      }
    }
  assert.deepEqual([[...unreached], [...never]], [[], []]);
});

test('the member responsible for complaints does nothing to cases, and an administrator only erases', () => {
  const of = (role: Role) => (Object.keys(acts) as Act[]).filter((act) => roleMay([role], act));
  assert.deepEqual(of('member-responsible'), []);
  assert.deepEqual(of('administrator'), ['erase-words']);
});
