/** What answers add up to, and what is led over from an edition before: properties, not examples. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Answer,
  answers,
  answersFor,
  countsOf,
  provisionsOf,
  yearFrom,
  yearName,
} from '../../src/assess/answers.js';
import { compare } from '../../src/assess/comparison.js';
import { type Lasting, pieceState, remindersDue } from '../../src/assess/evidence-pieces.js';
import { leadBetween } from '../../src/assess/leading.js';
import { readWording } from '../../src/assess/wording-read.js';
import { addDays, type Day, day } from '../../src/facts/days.js';
import { type Edition, editions } from '../../src/law/words.js';

const edition = fc.constantFrom<Edition>(...editions);
const given = (of: Edition) =>
  fc
    .uniqueArray(fc.constantFrom(...provisionsOf(of).map(({ number }) => number)))
    .chain((numbers) =>
      fc
        .array(fc.constantFrom<Answer>(...answers), { minLength: numbers.length, maxLength: numbers.length })
        .map((list) => numbers.map((provision, at) => ({ provision, answer: list[at] ?? ('unknown' as const) }))),
    );
const both = edition.chain((of) => given(of).map((rows) => ({ of, rows })));
const sum = (by: Readonly<Record<string, number>>) => Object.values(by).reduce((a, b) => a + b, 0);

test('counts per section add up to the whole, by answer and by what the Code orders', () => {
  fc.assert(
    fc.property(both, ({ of, rows }) => {
      const counts = countsOf(of, rows);
      assert.equal(counts.total, provisionsOf(of).length);
      assert.equal(counts.must + counts.should, counts.total);
      assert.equal(sum(counts.byAnswer), counts.total);
      for (const answer of answers) {
        assert.equal(
          counts.bySection.reduce((n, one) => n + one.byAnswer[answer], 0),
          counts.byAnswer[answer],
        );
        assert.equal(counts.mustByAnswer[answer] + counts.shouldByAnswer[answer], counts.byAnswer[answer]);
      }
      for (const one of counts.bySection) assert.equal(sum(one.byAnswer), one.total);
    }),
  );
});

test('what nobody answered counts as unknown, and never as yes', () => {
  for (const of of editions) {
    const { byAnswer, total } = countsOf(of, []);
    assert.equal(byAnswer.unknown, total);
    assert.equal(byAnswer.yes, 0);
  }
});

test('a comparison of a year with itself has neither gain nor loss, and every provision is in it once', () => {
  fc.assert(
    fc.property(both, ({ of, rows }) => {
      const said = rows.map((row) => ({
        ...row,
        evidence: '',
        commentary: '',
        reason: '',
        answeredBy: null,
        answeredOn: null,
      }));
      const found = compare(said, { edition: of, answers: said }, leadBetween(of, of));
      assert.equal(found.length, provisionsOf(of).length);
      for (const { change } of found) assert.ok(!['became-met', 'fell-back', 'new'].includes(change), change);
    }),
  );
});

test('from one edition to the next nothing becomes met that nobody answered', () => {
  fc.assert(
    fc.property(given('2022'), (rows) => {
      const said = rows.map((row) => ({
        ...row,
        evidence: '',
        commentary: '',
        reason: '',
        answeredBy: null,
        answeredOn: null,
      }));
      const found = compare(said, { edition: '2024', answers: [] }, leadBetween('2022', '2024'));
      for (const { change } of found) assert.ok(change === 'new' || change === 'cannot-tell', change);
    }),
  );
});

test('the form of 2024 knows yes and no; only what binds on an occasion may not apply', () => {
  for (const { number } of provisionsOf('2024'))
    assert.deepEqual(
      answersFor('2024', number),
      number === '8.4' || number === '8.5' ? ['yes', 'no', 'na'] : ['yes', 'no'],
    );
  assert.ok(answersFor('2022', '5.1').includes('partly'));
  assert.ok(!answersFor('2020', '5.1').includes('partly'));
});

const today = day('2026-06-15');
const someDay = fc.option(fc.integer({ min: -400, max: 400 }).map((n) => addDays(today, n)));
const piece: fc.Arbitrary<Lasting> = fc.record({
  effectiveOn: someDay,
  expiresOn: someDay,
  reviewOn: someDay,
  retiredOn: someDay,
  lastReviewHolds: fc.option(fc.boolean()),
});

test('a piece of evidence counts on no day after its last, before its first, or out of use', () => {
  fc.assert(
    fc.property(piece, (one) => {
      if (pieceState(one, today) !== 'holds') return;
      assert.ok(one.expiresOn === null || one.expiresOn >= today);
      assert.ok(one.effectiveOn === null || one.effectiveOn <= today);
      assert.ok(one.retiredOn === null || one.retiredOn > today);
      assert.notEqual(one.lastReviewHolds, false);
    }),
  );
});

test('each day of a piece is reminded of at most once on one day, thirty days before at the earliest', () => {
  fc.assert(
    fc.property(piece, (one) => {
      const due = remindersDue(one, today);
      assert.equal(new Set(due.map(({ about }) => about)).size, due.length);
      for (const { on, daysBefore } of due) assert.ok(addDays(on, -daysBefore) <= today && daysBefore <= 30);
    }),
  );
  const expires = (on: Day) =>
    remindersDue(
      { effectiveOn: null, expiresOn: on, reviewOn: null, retiredOn: null, lastReviewHolds: null },
      today,
    ).map(({ daysBefore }) => daysBefore);
  assert.deepEqual(expires(addDays(today, 31)), []);
  assert.deepEqual(expires(addDays(today, 30)), [30]);
  assert.deepEqual(expires(addDays(today, 7)), [7]);
  assert.deepEqual(expires(today), [0]);
  assert.deepEqual(expires(addDays(today, -3)), [0]);
});

test('the official wording is read from what is pasted: by number, over several lines, out of a table', () => {
  const { texts, strange, missing } = readWording(
    '2024',
    '1.2\tThe words of one two\tYes\tOur policy\n1.3 The words of one three\ngo on here\n| 9.3 | Words in a table | Yes |\n99.9 Not of this Code\nstill not\n',
  );
  assert.equal(texts.get('1.2'), 'The words of one two');
  assert.equal(texts.get('1.3'), 'The words of one three\ngo on here');
  assert.equal(texts.get('9.3'), 'Words in a table');
  assert.deepEqual([texts.size, strange, missing.length], [3, ['99.9'], 69]);
});

test('a year is named as landlords name it, and read as they write it', () => {
  assert.equal(yearName(1999 + 24), '2023-24');
  assert.equal(yearName(2099), '2099-00');
  for (const [text, year] of [
    ['2023-24', 2023],
    ['2023', 2023],
    ['2023-25', null],
    ['23-24', null],
    ['', null],
  ] as const)
    assert.equal(yearFrom(text), year, text);
});
