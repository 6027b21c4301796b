import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { type Act, acts, actsPossible } from '../../src/complaint/permitted.js';
import type { StaffId } from '../../src/facts/happened.js';
import { aComplaint, aContact, amir, kim, type Story } from '../stories/story.js';

const offered = (s: Story) => actsPossible(s.case, s.context()).map((a) => a.act);
const next = (s: Story) =>
  actsPossible(s.case, s.context())
    .filter((a) => a.next)
    .map((a) => a.act);

test('every act has its file, and every file its act', () => {
  const files = readdirSync(new URL('../../../src/complaint/may/', import.meta.url)).map((name) =>
    name.replace('.ts', ''),
  );
  assert.deepEqual(Object.keys(acts).sort(), files.sort());
});

test('a menu leads a complaint from its receipt to the final response', () => {
  const s = aContact({ received: '2026-03-02' });
  assert.deepEqual(next(s), ['offer-choice', 'log']);
  s.logs();
  assert.deepEqual(next(s), ['define-point']);
  s.defines();
  assert.deepEqual(next(s), ['assign', 'acknowledge']);
  s.acknowledges();
  assert.deepEqual(next(s), ['assign']);
  s.assigns(1, kim);
  assert.deepEqual(next(s), ['hear-position', 'decide-point']);
  s.decides('upheld');
  assert.deepEqual(next(s), ['record-learning']);
  s.learns();
  assert.deepEqual(next(s), ['respond']);
  s.responds();
  assert.deepEqual(next(s), []);
  assert.ok(offered(s).includes('escalate'));
  s.escalates().assigns(2, amir).as(amir, 'reviewer').acknowledges(2).decides('upheld', 2).learns(2);
  assert.deepEqual(next(s), ['respond-finally']);
  s.respondsFinally();
  assert.ok(!offered(s).includes('escalate'));
  assert.ok(!offered(s).includes('respond-finally'));
});

test('whoever considered stage 1, or declared a conflict, is not offered to decide', () => {
  const s = aComplaint({ received: '2026-03-02' }).assigns(1, kim).acknowledges().answers().escalates().acknowledges(2);
  assert.ok(!offered(s).includes('decide-point'));
  s.as('noor' as StaffId, 'reviewer');
  assert.ok(offered(s).includes('decide-point'));
});

test('a refused or withdrawn case offers little, and its way on', () => {
  const refused = aContact({ received: '2026-03-02' }).refuses();
  assert.ok(offered(refused).includes('overturn'));
  const no: Act[] = ['acknowledge', 'respond', 'escalate', 'log', 'refuse', 'withdraw'];
  for (const act of no) assert.ok(!offered(refused).includes(act), act);
});
