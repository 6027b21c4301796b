import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayAskClarification } from '../../src/complaint/may/ask-clarification.js';
import { mayClarifyPoint } from '../../src/complaint/may/clarify-point.js';
import { mayDecidePoint } from '../../src/complaint/may/decide-point.js';
import { mayDefinePoint } from '../../src/complaint/may/define-point.js';
import { mayFindNotOurs } from '../../src/complaint/may/find-not-ours.js';
import { mayJoinPoints } from '../../src/complaint/may/join-points.js';
import { mayRaisePoint } from '../../src/complaint/may/raise-point.js';
import { mayRespond } from '../../src/complaint/may/respond.js';
import { maySplitOffPoint } from '../../src/complaint/may/split-off-point.js';
import { maySplitPoint } from '../../src/complaint/may/split-point.js';
import { mayWithdrawPoint } from '../../src/complaint/may/withdraw-point.js';
import type { PointId } from '../../src/facts/happened.js';
import { aComplaint, aResponse, resident } from './story.js';

const two = () =>
  aComplaint({ received: '2026-03-02' }, 'The boiler is broken', 'The council put us on the wrong list');
const further = {
  text: 'And now the radiator leaks',
  since: null,
  by: resident,
  channel: 'phone',
  firstHeardBy: 'other-staff',
} as const;

test('a related point raised before the answer joins the complaint, and is answered with it', () => {
  const s = two().acknowledges().on('2026-03-06');
  s.does(mayRaisePoint, { ...further, goes: { where: 'joins' } })
    .warns(/define this point/)
    .decides('upheld', 1, [s.point(1), s.point(2)])
    .learns()
    .cannot(mayRespond, aResponse(), 'points-undecided')
    .setsOut()
    .decides('upheld', 1, [s.point(3)])
    .responds();
});

test('a point that is unrelated, or would delay the answer, becomes a case of its own with its reason', () => {
  const s = two().acknowledges().on('2026-03-06');
  s.cannot(mayRaisePoint, { ...further, goes: null }, 'where-it-goes')
    .cannot(
      mayRaisePoint,
      { ...further, goes: { where: 'new-case', because: 'response-issued', reason: 'x' } },
      'response-not-issued',
    )
    .cannot(
      mayRaisePoint,
      { ...further, goes: { where: 'new-case', because: 'would-delay', reason: ' ' } },
      'reason-missing',
    )
    .does(mayRaisePoint, {
      ...further,
      goes: { where: 'new-case', because: 'would-delay', reason: 'It needs a survey' },
    });
  assert.equal(s.case.points[2]?.state, 'split-off');
  assert.equal(s.opened().case.receivedOn, '2026-03-06');
});

test('a point found not ours is told to the resident and not decided', () => {
  const s = two();
  s.defines()
    .cannot(mayFindNotOurs, { point: s.point(2), whose: 'lgsco', text: '' }, 'text-missing')
    .does(mayFindNotOurs, { point: s.point(2), whose: 'lgsco', text: 'The housing register is the council’s' })
    .acknowledges()
    .cannot(
      mayDecidePoint,
      { stage: 1, point: s.point(2), finding: 'upheld', reasons: 'x', reliedOn: [] },
      'point-not-ours',
    )
    .decides('upheld')
    .learns()
    .responds();
  assert.equal(s.case.stages[1]?.outcome, 'upheld');
});

test('what is unclear is asked, answered and defined; asking stops no clock', () => {
  const s = two();
  s.does(mayAskClarification, { points: [s.point(1)], text: 'Which boiler?', how: 'phone', letter: null })
    .warns(/does not stop the clock/)
    .due('stage-1-acknowledgement', '2026-03-09')
    .does(mayClarifyPoint, { point: s.point(1), text: 'The one in the kitchen' });
  assert.deepEqual(s.case.points[0]?.clarifications, ['The one in the kitchen']);
});

test('a definition names our understanding and the outcome sought', () => {
  const s = two();
  s.cannot(
    mayDefinePoint,
    { stage: 1, point: s.point(1), understanding: '', outcomeSought: '', area: null, category: null, whose: 'ours' },
    'understanding-missing',
    'outcome-sought-missing',
  ).cannot(
    mayDefinePoint,
    { stage: 2, point: s.point(1), understanding: 'a', outcomeSought: 'b', area: null, category: null, whose: 'ours' },
    'not-escalated',
    'not-escalated-point',
  );
});

test('points that say the same are joined, and one that holds several is split', () => {
  const s = aComplaint({ received: '2026-03-02' }, 'No heating', 'Cold rooms', 'Missed visit and rude call');
  s.cannot(mayJoinPoints, { into: s.point(1), joined: [s.point(1)], reason: 'Same' }, 'into-itself')
    .does(mayJoinPoints, { into: s.point(1), joined: [s.point(2)], reason: 'Both are the heating' })
    .cannot(maySplitPoint, { point: s.point(2), into: [{ text: 'a' }, { text: 'b' }], reason: 'x' }, 'point-gone')
    .cannot(maySplitPoint, { point: s.point(3), into: [{ text: 'a' }], reason: 'x' }, 'into-missing')
    .does(maySplitPoint, {
      point: s.point(3),
      into: [{ text: 'Missed visit' }, { text: 'Rude call' }],
      reason: 'Two matters',
    });
  assert.deepEqual(
    s.case.points.map((p) => [p.number, p.state]),
    [
      [1, 'raised'],
      [2, 'joined'],
      [3, 'split'],
      [4, 'raised'],
      [5, 'raised'],
    ],
  );
  assert.equal(s.case.points[1]?.joinedInto, s.point(1));
  s.acknowledges().answers();
});

test('a point that goes its own way was received when it was raised, and the last one stays', () => {
  const s = two().on('2026-03-06');
  s.does(maySplitOffPoint, { point: s.point(2), because: 'unrelated', reason: 'Nothing to do with repairs' });
  s.opened().logs().due('stage-1-acknowledgement', '2026-03-09');
  s.cannot(maySplitOffPoint, { point: s.point(1), because: 'unrelated', reason: 'x' }, 'only-point');
});

test('a point is withdrawn by the resident; the last one only with the whole complaint', () => {
  const s = two();
  s.does(mayWithdrawPoint, { point: s.point(2), text: 'Leave the list out' })
    .cannot(mayWithdrawPoint, { point: s.point(1), text: 'That too' }, 'last-point')
    .cannot(mayWithdrawPoint, { point: 'elsewhere' as PointId, text: 'x' }, 'no-such-point');
});
