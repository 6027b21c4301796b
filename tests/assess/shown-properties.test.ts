/** What holds of every history: marks are written and read the same, what no rule looks at changes nothing, no words get in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawn, lot } from '../../src/assess/sample.js';
import { ruleOf, rulesOf } from '../../src/assess/shown/rules.js';
import { read, shownBy, written } from '../../src/assess/shown/shown-by.js';
import { whyWords } from '../../src/assess/shown/why.js';
import { type Case, replay } from '../../src/complaint/case.js';
import { clocksOrWhyNot } from '../../src/complaint/clocks.js';
import { addDays, type Day } from '../../src/facts/days.js';
import type { CaseId, Entry, Words } from '../../src/facts/happened.js';
import { codes } from '../../src/law/in-force.js';
import { editions } from '../../src/law/words.js';
import { aHistory } from '../complaint/any-history.js';
import { kim, usualRules } from '../stories/story.js';

const lastDay = (c: Case): Day =>
  c.history.reduce((last, e) => (e.happenedOn > last ? e.happenedOn : last), c.receivedOn);

function lineOf(c: Case, today: Day = lastDay(c)): string | null {
  const counted = clocksOrWhyNot(c, usualRules, today);
  const shown = shownBy(c, counted.ok ? counted.clocks : []);
  return shown === null ? null : written(shown.marks);
}

const caseOf = (entries: readonly Entry[]): Case => replay('any' as CaseId, 'PR-1', entries);

test('any history shows something or nothing, once for each provision, with reasons that have words', () => {
  fc.assert(
    fc.property(aHistory, (entries) => {
      const c = caseOf(entries);
      const counted = clocksOrWhyNot(c, usualRules, lastDay(c));
      const shown = shownBy(c, counted.ok ? counted.clocks : []);
      if (shown === null) return;
      const provisions = shown.marks.map((mark) => mark.provision);
      assert.equal(new Set(provisions).size, provisions.length);
      for (const mark of shown.marks) {
        assert.ok(mark.on <= lastDay(c), `${mark.provision} counts by a day that has come`);
        if (mark.why !== null) {
          assert.ok(whyWords[mark.why]);
          assert.ok(ruleOf(shown.edition, mark.provision)?.whys.includes(mark.why), `${mark.provision} ${mark.why}`);
        }
      }
      const line = written(shown.marks);
      assert.equal(written(read(line)), line);
      assert.match(line, /^(\d{8}[-+?][\d.]+(:[a-z0-9-]+)?;)*$/, 'nothing of a person stands in it');
    }),
    { numRuns: 600 },
  );
});

test('a note changes nothing of what a case shows', () => {
  fc.assert(
    fc.property(aHistory, (entries) => {
      const last = entries.at(-1);
      if (last === undefined) return;
      const note: Entry = {
        seq: last.seq + 1,
        happenedOn: lastDay(caseOf(entries)),
        recordedAt: last.recordedAt,
        recordedBy: { staff: kim },
        what: { type: 'NoteMade', words: 'n' as Words, files: [] },
      };
      assert.equal(lineOf(caseOf([...entries, note])), lineOf(caseOf(entries)));
    }),
    { numRuns: 300 },
  );
});

test('what a case shows does not depend on today', () => {
  fc.assert(
    fc.property(aHistory, fc.integer({ min: 0, max: 400 }), (entries, later) => {
      const c = caseOf(entries);
      assert.equal(lineOf(c, addDays(lastDay(c), later)), lineOf(c));
    }),
    { numRuns: 300 },
  );
});

test('every rule belongs to a provision of its edition; at least 45 of the 72 of 2024 can be shown by cases', () => {
  for (const edition of editions) {
    const numbers = new Set(codes[edition].sections.flatMap((s) => Object.keys(s.provisions)));
    for (const [provision, rule] of rulesOf(edition)) {
      assert.ok(numbers.has(provision), `${edition} has no ${provision}`);
      for (const words of [rule.among, rule.did]) assert.match(words, /^[a-z]/, `${provision}: ${words}`);
      if (rule.showsOnly !== null) assert.match(rule.showsOnly, /^Shows .*\.$/);
    }
    for (const [number, p] of codes[edition].sections.flatMap((s) => Object.entries(s.provisions)))
      if (p.judgedBy === 'clock')
        assert.ok(ruleOf(edition, number), `${edition} ${number} is counted, so cases show it`);
    for (const [number, rule] of rulesOf(edition)) {
      const provision = codes[edition].sections
        .flatMap((s) => Object.entries(s.provisions))
        .find(([n]) => n === number)?.[1];
      if (provision?.judgedBy === 'person')
        assert.notEqual(
          rule.showsOnly,
          null,
          `${edition} ${number} is for a person: the rule says what it shows of it`,
        );
    }
  }
  assert.ok(rulesOf('2024').length >= 45, String(rulesOf('2024').length));
});

test('lots are spread evenly, and a sample is the same in whatever order the cases come', () => {
  const ids = Array.from({ length: 4_000 }, (_, i) => `case-${i}`);
  const tenths = new Array<number>(10).fill(0);
  for (const id of ids) {
    const at = Math.floor((lot('seed', id) / 2 ** 53) * 10);
    tenths[at] = (tenths[at] ?? 0) + 1;
  }
  for (const n of tenths) assert.ok(n > 330 && n < 470, tenths.join(' '));
  const sample = drawn('a', ids, 12);
  assert.deepEqual(drawn('a', ids.toReversed(), 12), sample);
  assert.deepEqual(drawn('a', [...ids, ...ids], 12), sample);
  assert.notDeepEqual(drawn('b', ids, 12), sample);
  assert.deepEqual(drawn('a', ids.slice(0, 3), 12).toSorted(), ids.slice(0, 3).toSorted());
  const more = drawn('a', [...ids, 'case-new'], 12);
  assert.ok(more.filter((id) => sample.includes(id)).length >= 11, 'one case more moves at most one out');
});
