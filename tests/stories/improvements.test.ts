/** What lies behind complaints and what is changed because of them: the list of causes, improvements, before and after. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  anyOf,
  causeListText,
  causesMeant,
  causesUnlessSet,
  noFailing,
  readCauseList,
} from '../../src/complaint/cause-list.js';
import { distinctiveWords } from '../../src/complaint/distinctive-words.js';
import { mostProofFiles, objectionToProof } from '../../src/complaint/improvement-proof.js';
import { improvementsOf, objectionToReview } from '../../src/complaint/improvements.js';
import { mayCloseImprovement } from '../../src/complaint/may/close-improvement.js';
import { mayFindCause } from '../../src/complaint/may/find-cause.js';
import { mayOpenImprovement } from '../../src/complaint/may/open-improvement.js';
import { mayRespond } from '../../src/complaint/may/respond.js';
import { mayTestImprovement } from '../../src/complaint/may/test-improvement.js';
import { addDays, day, dayNumber } from '../../src/facts/days.js';
import type { ImprovementId, StaffId } from '../../src/facts/happened.js';
import { effectSentence, effectSpans, weeksToLook } from '../../src/reports/improvement-effect.js';
import { aComplaint, aContact, amir, aResponse, kim } from './story.js';

const improvement = 'improvement' as ImprovementId;
const opens = { improvement, owner: kim, dueOn: day('2026-06-01'), text: 'Every damp report is surveyed' };

test('an improvement comes of a complaint once, is tested as often as need be, and closed once', () => {
  const s = aComplaint({ received: '2026-03-02' });
  s.cannot(mayTestImprovement, { improvement, worked: true, text: 'Fewer' }, 'no-such-improvement');
  s.cannot(mayOpenImprovement, { ...opens, text: ' ' }, 'text-missing');
  s.does(mayOpenImprovement, opens).cannot(mayOpenImprovement, opens, 'improvement-there-already');
  s.on('2026-07-01').does(mayTestImprovement, { improvement, worked: false, text: 'As many' });
  s.on('2026-09-01').does(mayTestImprovement, { improvement, worked: true, text: 'Fewer' });
  s.does(mayCloseImprovement, { improvement, text: 'The diary stays' });
  s.cannot(mayTestImprovement, { improvement, worked: true, text: 'Fewer' }, 'improvement-closed');
  assert.deepEqual(improvementsOf(s.case), [
    { id: improvement, openedOn: '2026-03-02', tested: { on: '2026-09-01', worked: true }, closedOn: '2026-09-01' },
  ]);
  aContact({ received: '2026-03-02' }).cannot(mayOpenImprovement, opens, 'not-logged');
});

test('neither who saw to an improvement nor who recorded it as done judges it, and nobody before two weeks are over', () => {
  const plan = { owner: kim, doneBy: amir, doneOn: day('2026-06-01') };
  const against = (staff: StaffId, on: string, more: Partial<typeof plan> | { doneBy: null } = {}) =>
    objectionToReview({ ...plan, ...more }, staff, day(on))?.code ?? null;
  assert.equal(against(kim, '2026-07-01'), 'saw-to-it');
  assert.equal(against(amir, '2026-07-01'), 'saw-to-it');
  assert.equal(against(amir, '2026-07-01', { doneBy: null }), null);
  const noor = 'noor' as StaffId;
  assert.equal(against(noor, '2026-06-14'), 'too-soon-to-review');
  assert.equal(against(noor, '2026-06-15'), null);
});

test('no failing found is said with its reason, and never where a point is upheld, not even when it was said before', () => {
  const s = aComplaint({ received: '2026-03-02' }).acknowledges();
  const none = { stage: 1, points: [], cause: noFailing, text: null } as const;
  s.cannot(mayFindCause, none, 'cause-text-missing').does(mayFindCause, { ...none, text: 'Each call was returned' });
  s.decides('upheld').does(mayFindCause, { ...none, cause: 'Delay by us' });
  s.cannot(mayRespond, aResponse(), 'learning-missing');
  const t = aComplaint({ received: '2026-03-02' }).acknowledges();
  t.does(mayFindCause, { ...none, text: 'Each call was returned' })
    .decides('upheld')
    .learns();
  t.responds();
  const u = aComplaint({ received: '2026-03-02' }).acknowledges();
  u.happens({ type: 'CauseFound', stage: 1, points: [], cause: noFailing, words: null }).decides('upheld');
  u.happens({ type: 'NoLearningFound', stage: 1, reason: 'none' as never });
  u.cannot(mayRespond, aResponse(), 'cause-contradicts');
});

test('a list of causes is read as it is written, and every cause has one group', () => {
  assert.deepEqual(readCauseList(causeListText(causesUnlessSet)), causesUnlessSet);
  assert.deepEqual(readCauseList(' \n'), []);
  const [work] = causesUnlessSet;
  assert.ok(work);
  assert.deepEqual(causesMeant(causesUnlessSet, anyOf(work)), work.causes);
  assert.deepEqual(causesMeant(causesUnlessSet, 'Delay by us'), ['Delay by us']);
  for (const [text, says] of [
    ['- Delay', /Begin with a group/],
    ['Gas\nGas', /‘Gas’ stands there twice/],
    ['Gas\n- Leak\n- leak', /‘leak’ stands there twice/],
    ['Gas\n\nWater\n- Leak', /‘Gas’ has no causes/],
    ['Gas\n- Leak', /Keep ‘No failing found’/],
    [`Gas\n- ${'x'.repeat(121)}`, /too long/],
  ] as const)
    assert.match(String(readCauseList(text)), says);
});

test('before and after are equally long, meet on the day, and count no day twice', () => {
  fc.assert(
    fc.property(fc.nat(600), fc.constantFrom(...weeksToLook), (gone, weeks) => {
      const done = day('2025-03-03');
      const spans = effectSpans(done, weeks, addDays(done, gone));
      if (gone === 0) return assert.equal(spans, null);
      assert.ok(spans);
      const length = (s: { from: string; until: string }) => dayNumber(day(s.until)) - dayNumber(day(s.from)) + 1;
      assert.equal(length(spans.before), spans.days);
      assert.equal(length(spans.after), spans.days);
      assert.equal(addDays(spans.before.until, 1), spans.after.from);
      assert.ok(spans.days <= weeks * 7 && spans.after.until < addDays(done, gone));
      for (const [i, part] of spans.parts.entries())
        if (i > 0) assert.equal(addDays(spans.parts[i - 1]?.until ?? done, 1), part.from);
    }),
    { numRuns: 200 },
  );
  const counts = { before: { n: 1, all: 9 }, after: { n: 0, all: 4 }, parts: [] };
  assert.equal(
    effectSentence({ days: 28, whole: true }, counts),
    '1 such complaint in the 4 weeks before, 0 in the 4 weeks after. Fewer than before; all complaints went from 9 to 4.',
  );
});

test('the words by which cases are found alike are the rare and long ones', () => {
  assert.deepEqual(distinctiveWords('Nobody came about the guttering, and the ceiling is black with mould'), [
    'guttering',
    'ceiling',
    'black',
    'mould',
    'came',
  ]);
});

test('files show an improvement until it is closed, and not more than anybody looks at', () => {
  const code = (state: 'open' | 'closed', files: number, adding: number) =>
    objectionToProof({ state, files }, adding)?.code ?? null;
  assert.equal(code('open', 0, mostProofFiles), null);
  assert.equal(code('open', 1, mostProofFiles), 'too-many-files');
  assert.equal(code('open', 0, 0), 'file-missing');
  assert.equal(code('closed', 0, 1), 'closed');
});
