/** The definition is read back: right or wrong point by point, and a call may acknowledge on its day (5.6, 6.2). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayReadBack, readablePoints } from '../../src/complaint/may/read-back.js';
import type { PointId } from '../../src/facts/happened.js';
import { aContact, type Story } from './story.js';

const request = (s: Story, said: 'right' | 'wrong', more: object = {}) => ({
  on: s.context().today,
  stage: 1 as const,
  how: 'phone' as const,
  points: readablePoints(s.case, 1).map(({ id }) => ({ point: id, said, text: 'It is the kitchen' })),
  acknowledges: false,
  ombudsmanDetails: true,
  ...more,
});

test('a call that reads back and acknowledges counts on its day, and the definition still follows in writing', () => {
  const s = aContact({ received: '2026-03-02' }).logs().defines();
  const decision = mayReadBack(s.case, request(s, 'right', { acknowledges: true }), s.context());
  assert.ok(decision.ok);
  assert.deepEqual(
    decision.happened.map(({ what }) => what.type),
    ['Acknowledged', 'NoteMade'],
  );
  const [first] = decision.happened;
  assert.ok(first?.what.type === 'Acknowledged' && first.what.how === 'phone');
  assert.match(decision.warnings.join(' '), /in writing by/);
});

test('what is wrong is kept in their words with the point, which is to be defined anew', () => {
  const s = aContact({ received: '2026-03-02' }).logs().defines();
  const decision = mayReadBack(s.case, request(s, 'wrong'), s.context());
  assert.ok(decision.ok);
  assert.deepEqual(
    decision.happened.map(({ what }) => what.type),
    ['NoteMade', ...readablePoints(s.case, 1).map(() => 'PointClarified')],
  );
  assert.match(decision.warnings.join(' '), /^Define point.* anew/);
});

test('nothing is recorded of a point that was not read, not answered, or is another case’s', () => {
  const s = aContact({ received: '2026-03-02' }).logs().defines();
  const codes = (more: object) => {
    const decision = mayReadBack(s.case, request(s, 'wrong', more), s.context());
    return decision.ok ? [] : decision.refusals.map(({ code, field }) => `${code} ${field}`);
  };
  assert.deepEqual(codes({ points: [] }), ['not-answered said-1']);
  const id = s.case.points[0]?.id as PointId;
  assert.deepEqual(codes({ points: [{ point: id, said: 'wrong', text: ' ' }] }), ['text-missing text-1']);
  assert.ok(codes({ points: [{ point: 'elsewhere', said: 'right', text: null }] }).includes('not-to-be-read null'));
  assert.deepEqual(codes({ how: 'by-hand', acknowledges: true }), ['not-by-phone acknowledges']);
  const raised = aContact({ received: '2026-03-02' }).logs();
  const none = mayReadBack(raised.case, request(raised, 'right'), raised.context());
  assert.ok(!none.ok && none.refusals[0]?.code === 'nothing-defined');
});
