/** What speaks against a letter's leaving: each rule in one sentence, and nothing else stands in its way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Case } from '../../src/complaint/case.js';
import { type Leaving, objectionsToLeaving, tasksBeforeLeaving } from '../../src/complaint/leaving.js';
import { day } from '../../src/facts/days.js';
import type { AdjustmentKind, Authority, PersonId } from '../../src/facts/happened.js';

const today = day('2026-03-04');
const [amina, bola] = ['amina' as PersonId, 'bola' as PersonId];

function told(more: { adjustments?: readonly AdjustmentKind[]; authority?: Authority; until?: string } = {}): Case {
  const { adjustments = [], authority, until } = more;
  return {
    person: amina,
    group: [],
    adjustments: adjustments.map((kind) => ({ kind, endedOn: null })),
    representatives:
      authority === undefined
        ? []
        : [{ person: bola, authority, endedOn: null, until: until === undefined ? null : day(until) }],
  } as unknown as Case;
}
const email: Leaving = {
  to: amina,
  by: 'email',
  carries: 'paper',
  address: 'Amina@example.org',
  ways: [{ kind: 'email', value: 'amina@example.org', standing: 'ordinary' }],
};
const codes = (c: Case, leaving: Leaving) => objectionsToLeaving(c, leaving, today).map(({ code }) => code);

test('no letter to somebody without authority: asked for, run out, or never there', () => {
  const toBola = { ...email, to: bola };
  assert.deepEqual(codes(told(), email), []);
  assert.deepEqual(codes(told(), toBola), ['no-authority']);
  assert.deepEqual(codes(told({ authority: 'asked' }), toBola), ['no-authority']);
  assert.deepEqual(codes(told({ authority: 'signed-form', until: '2026-03-03' }), toBola), ['no-authority']);
  assert.deepEqual(codes(told({ authority: 'signed-form', until: '2026-03-04' }), toBola), []);
});

test('no letter to an address that is unsafe, or is not on record any more', () => {
  const unsafe = { kind: 'email', value: 'amina@example.org', standing: 'unsafe' } as const;
  assert.deepEqual(codes(told(), { ...email, ways: [unsafe] }), ['unsafe']);
  assert.deepEqual(codes(told(), { ...email, ways: [] }), ['not-on-record']);
  const post = (standing: 'ordinary' | 'unsafe') => ({ kind: 'post', value: '2 Low Road', standing });
  const byPost: Leaving = { ...email, by: 'post', address: null };
  assert.deepEqual(codes(told(), { ...byPost, ways: [post('unsafe')] }), ['unsafe']);
  assert.deepEqual(codes(told(), { ...byPost, ways: [post('unsafe'), post('ordinary')] }), []);
  assert.deepEqual(codes(told(), { ...byPost, by: 'by-hand', ways: [post('unsafe')] }), []);
});

test('no letter in a way against what was agreed: how it looks does not go as text alone', () => {
  const text: Leaving = { ...email, carries: 'text' };
  for (const kind of ['large-print', 'coloured-background'] as const) {
    assert.deepEqual(codes(told({ adjustments: [kind] }), text), ['against-adjustment']);
    assert.deepEqual(codes(told({ adjustments: [kind] }), email), []);
  }
  assert.deepEqual(codes(told({ adjustments: ['plain-text'] }), text), []);
  // Plain text is agreed by e-mail: paper goes against it as long as an e-mail may go.
  const paper: Leaving = { ...email, by: 'post', address: null };
  const unsafe: Leaving = { ...paper, ways: [{ kind: 'email', value: 'amina@example.org', standing: 'unsafe' }] };
  const plain = told({ adjustments: ['plain-text'] });
  assert.deepEqual(codes(plain, paper), ['against-adjustment']);
  for (const may of [email, { ...paper, by: 'by-hand' as const }, { ...paper, ways: [] }, unsafe])
    assert.deepEqual(codes(plain, may), []);
  // Whoever asked to be rung is written to all the same: the Code asks for it in writing.
  assert.deepEqual(codes(told({ adjustments: ['phone-not-letter'] }), paper), []);
  const white: Leaving = { ...email, by: 'post', carries: 'white-paper' };
  assert.deepEqual(codes(told({ adjustments: ['coloured-background'] }), white), ['against-adjustment']);
  assert.deepEqual(codes(told({ adjustments: ['large-print'] }), white), []);
});

test('what a person makes first is for the resident, and not for who acts for them', () => {
  const adjustments = ['large-print', 'bsl', 'easy-read', 'plain-text', 'interpreter'] as const;
  const c = told({ adjustments, authority: 'signed-form' });
  assert.deepEqual(tasksBeforeLeaving(c, amina), ['easy-read', 'bsl', 'interpreter']);
  assert.deepEqual(tasksBeforeLeaving(c, bola), []);
  // Somebody else in the group has needs of their own.
  const group = { ...told({ adjustments: ['bsl', 'large-print'] }), group: [bola] } as Case;
  const text: Leaving = { ...email, carries: 'text' };
  assert.deepEqual(tasksBeforeLeaving(group, bola), []);
  assert.deepEqual(codes(group, { ...text, to: bola }), []);
  assert.deepEqual(codes(group, text), ['against-adjustment']);
});
