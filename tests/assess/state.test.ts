/** Where a provision stands: the answer stays a person’s, and a yes that the cases speak against is said to be contradicted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answers } from '../../src/assess/answers.js';
import { type CasesShow, stateOf } from '../../src/assess/state.js';
import { editions } from '../../src/law/words.js';

const show = (met: number, exceptions = 0, lateNow = 0, unknown = 0): CasesShow => ({
  met,
  exceptions,
  lateNow,
  unknown,
});
const yes = (cases: CasesShow | null, documentsHold = false) =>
  stateOf({ edition: '2024', answer: 'yes', cases, documentsHold });

test('a yes with late cases like Charnwood’s 5.1 is contradicted, whatever documents say', () => {
  const found = stateOf({ edition: '2022', answer: 'yes', cases: show(38, 6), documentsHold: true });
  assert.equal(found.state, 'contradicted');
  assert.match(found.because, /6 of 44 cases/);
});

test('one in twenty is named and not held against the answer; more than that is', () => {
  assert.equal(yes(show(19, 1)).state, 'met');
  assert.match(yes(show(19, 1)).because, /1 of 20 cases show otherwise/);
  assert.equal(yes(show(18, 1)).state, 'contradicted');
  assert.equal(yes(show(2, 1)).state, 'contradicted');
  assert.equal(yes(show(95, 3, 2)).state, 'met');
  assert.equal(yes(show(95, 3, 3)).state, 'contradicted', 'what runs late today counts too');
  assert.equal(yes(show(0, 0, 1)).state, 'contradicted');
});

test('nothing that shows it and no document: not shown, and never met', () => {
  assert.equal(yes(show(0)).state, 'not-shown');
  assert.equal(yes(null).state, 'not-shown');
  assert.match(yes(show(0, 0, 0, 12)).because, /12 could have/);
  assert.equal(yes(null, true).state, 'met');
});

test('partly is an answer of 2022 alone; under 2024 and 2020 it is not met', () => {
  for (const edition of editions)
    assert.equal(
      stateOf({ edition, answer: 'partly', cases: show(9), documentsHold: true }).state,
      edition === '2022' ? 'partly' : 'not-met',
    );
});

test('whatever the cases show, nothing but a yes or an answer in words is ever met', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...editions),
      fc.constantFrom(...answers),
      fc.nat(500),
      fc.nat(500),
      fc.nat(50),
      fc.boolean(),
      (edition, answer, met, exceptions, lateNow, documentsHold) => {
        const { state, because } = stateOf({ edition, answer, cases: show(met, exceptions, lateNow), documentsHold });
        if (state === 'met' || state === 'contradicted') assert.ok(answer === 'yes' || answer === 'text');
        if (state === 'contradicted') assert.equal(answer, 'yes');
        assert.match(because, /^[A-Z0-9].*\.$/);
      },
    ),
  );
});
