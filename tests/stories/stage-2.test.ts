import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayApprove } from '../../src/complaint/may/approve.js';
import { mayAssign } from '../../src/complaint/may/assign.js';
import { mayAuthorise } from '../../src/complaint/may/authorise.js';
import { mayDecidePoint } from '../../src/complaint/may/decide-point.js';
import { mayDeclareConflict } from '../../src/complaint/may/declare-conflict.js';
import { mayEscalate } from '../../src/complaint/may/escalate.js';
import { mayFindNotOurs } from '../../src/complaint/may/find-not-ours.js';
import { mayRaisePoint } from '../../src/complaint/may/raise-point.js';
import { mayRespond } from '../../src/complaint/may/respond.js';
import { mayRespondFinally } from '../../src/complaint/may/respond-finally.js';
import { mayWidenEscalation } from '../../src/complaint/may/widen-escalation.js';
import type { PersonId, PointId, StaffId } from '../../src/facts/happened.js';
import { aComplaint, amir, aResponse, kim, resident, type Story } from './story.js';

/** Three points, answered at stage 1 by Kim on 16 March 2026. */
const answered = (): Story =>
  aComplaint({ received: '2026-03-02' }, 'The boiler is broken', 'Nobody calls back', 'The bill is wrong')
    .assigns(1, kim)
    .on('2026-03-04')
    .acknowledges()
    .on('2026-03-16')
    .answers('not-upheld');

const asked = { channel: 'social-media', from: resident, text: null } as const;

test('stage 2 on one of three points: the others keep their decisions, and only that one is answered', () => {
  const s = answered().on('2026-03-20');
  s.escalates([s.point(2)], { channel: 'social-media' })
    .warns(/Ask, where you can, why/)
    .stands('to-acknowledge', 2)
    .due('stage-2-acknowledgement', '2026-03-27')
    .due('stage-2-response', '2026-04-28')
    .assigns(2, amir)
    .as(amir, 'reviewer')
    .on('2026-03-25')
    .acknowledges(2)
    .due('stage-2-response', '2026-04-24')
    .cannot(
      mayDecidePoint,
      { stage: 2, point: s.point(1), finding: 'upheld', reasons: 'x', reliedOn: [] },
      'not-escalated-point',
    )
    .on('2026-04-20')
    .decides('upheld', 2)
    .learns(2)
    .respondsFinally()
    .stands('answered', 2)
    .state('stage-2-response', 'met');
  assert.equal(s.case.stages[2]?.outcome, 'upheld');
  assert.equal(s.case.stages[1]?.outcome, 'not-upheld');
  assert.deepEqual(
    s.case.points.map((p) => p.decisions.map((d) => `${d.stage} ${d.finding}`)),
    [['1 not-upheld'], ['1 not-upheld', '2 upheld'], ['1 not-upheld']],
  );
});

test('a request for stage 2 by someone whose authority is only asked for stands, and the resident is asked', () => {
  const daughter = 'daughter' as PersonId;
  const who = { person: daughter, role: 'family-or-friend', evidence: null, until: null, note: null } as const;
  const s = answered()
    .does(mayAuthorise, { ...who, authority: 'asked' })
    .on('2026-03-20');
  s.does(mayEscalate, { ...asked, from: daughter, points: 'all' })
    .warns(/ask the resident \(3\.6\)/)
    .stands('to-acknowledge', 2);
  const known = answered()
    .does(mayAuthorise, { ...who, authority: 'resident-told-us' })
    .on('2026-03-20');
  known.does(mayEscalate, { ...asked, from: daughter, points: 'all', text: 'She is not satisfied' }).noWarning();
});

test('further points of stage 1 join stage 2 before its answer, and its date stands', () => {
  const s = answered().on('2026-03-20');
  s.escalates([s.point(1)])
    .on('2026-03-24')
    .acknowledges(2)
    .due('stage-2-response', '2026-04-23')
    .on('2026-04-10')
    .cannot(mayWidenEscalation, { points: [s.point(1)], text: null }, 'already-escalated')
    .does(mayWidenEscalation, { points: [s.point(3)], text: null })
    .due('stage-2-response', '2026-04-23');
  assert.deepEqual(s.case.escalation?.points, [s.point(1), s.point(3)]);
});

test('a point that was answered at stage 1 and not taken further stays answered: it is not found to be another’s later', () => {
  const s = answered().on('2026-03-20');
  const lgsco = { whose: 'lgsco', text: 'It is the council’s' } as const;
  s.escalates([s.point(1)])
    .on('2026-03-24')
    .cannot(mayFindNotOurs, { ...lgsco, point: s.point(2) }, 'stage-1-answered', 'already-decided')
    .does(mayFindNotOurs, { ...lgsco, point: s.point(1) });
  assert.equal(s.case.points[1]?.state, 'defined');
});

test('after the final response there is no further stage', () => {
  const s = answered()
    .escalates()
    .as(amir, 'reviewer')
    .acknowledges(2)
    .decides('not-upheld', 2)
    .learns(2)
    .respondsFinally();
  s.on('2026-04-20')
    .cannot(mayEscalate, { ...asked, points: 'all' }, 'stage-2-answered')
    .cannot(mayWidenEscalation, { points: [s.point(1)], text: null }, 'stage-2-answered', 'already-escalated')
    .cannot(mayRespondFinally, { ...aResponse(), involved: [amir] }, 'stage-2-answered');
});

test('whoever considered stage 1 neither gets stage 2 nor decides, approves or sends it', () => {
  const s = answered().escalates();
  s.cannot(mayAssign, { stage: 2, to: kim, team: null }, 'considered-stage-1')
    .assigns(2, amir)
    .acknowledges(2)
    .cannot(
      mayDecidePoint,
      { stage: 2, point: s.point(1), finding: 'upheld', reasons: 'x', reliedOn: [] },
      'considered-stage-1',
    )
    .as(amir, 'reviewer')
    .decides('upheld', 2)
    .learns(2)
    .as(kim)
    .cannot(mayApprove, { stage: 2, letter: 'l' as never, missing: [] }, 'considered-stage-1')
    .cannot(mayRespondFinally, { ...aResponse(), involved: [amir] }, 'considered-stage-1')
    .as(amir, 'reviewer')
    .respondsFinally();
});

test('an approver of stage 1 considered it too', () => {
  const s = aComplaint({ received: '2026-03-02' }).assigns(1, kim).acknowledges().decides('not-upheld').learns();
  const letter = 'letter-1' as never;
  s.as('lee' as StaffId, 'manager')
    .does(mayApprove, { stage: 1, letter, missing: [] })
    .as(kim)
    .responds()
    .escalates()
    .cannot(mayAssign, { stage: 2, to: 'lee' as StaffId, team: null }, 'considered-stage-1');
});

test('a person with a declared conflict can’t go on, and is not given the case', () => {
  const s = answered().escalates().assigns(2, amir).as(amir, 'reviewer').acknowledges(2);
  s.does(mayDeclareConflict, { stage: 2, staff: amir, conflict: true, text: 'She is my neighbour' })
    .warns(/Assign it to someone else/)
    .cannot(
      mayDecidePoint,
      { stage: 2, point: s.point(1), finding: 'upheld', reasons: 'x', reliedOn: [] },
      'conflict-declared',
    )
    .as(kim)
    .cannot(mayAssign, { stage: 2, to: amir, team: null }, 'conflict-declared', 'already-assigned')
    .assigns(2, 'noor' as StaffId)
    .as('noor' as StaffId, 'reviewer')
    .decides('upheld', 2);
});

test('stage 2 can be asked for before stage 1 is answered, and stage 1 is still owed', () => {
  aComplaint({ received: '2026-03-02' })
    .on('2026-03-04')
    .acknowledges()
    .on('2026-03-25')
    .escalates()
    .warns(/stage 1 answer is still owed/)
    .stands('to-acknowledge', 2)
    .state('stage-1-response', 'overdue')
    .due('stage-2-acknowledgement', '2026-04-01')
    .on('2026-03-26')
    .decides('upheld')
    .learns()
    .responds()
    .warns(/asked for stage 2 already/)
    .stands('to-acknowledge', 2);
});

test('there is no second answer at stage 1', () => {
  answered().on('2026-03-18').cannot(mayRespond, aResponse(), 'stage-1-answered');
});

test('stage 2 names points of this case, or all of them', () => {
  answered()
    .cannot(mayEscalate, { ...asked, points: [] }, 'points-missing')
    .cannot(mayEscalate, { ...asked, points: ['elsewhere' as PointId] }, 'no-such-point')
    .escalates()
    .cannot(mayEscalate, { ...asked, points: 'all' }, 'already-escalated');
});

test('the final response names who was needed for it', () => {
  answered()
    .escalates()
    .as(amir, 'reviewer')
    .acknowledges(2)
    .decides('partly-upheld', 2)
    .learns(2)
    .cannot(mayRespondFinally, { ...aResponse(), involved: [] }, 'involved-missing')
    .respondsFinally({ involved: [amir, 'surveyor' as StaffId] })
    .stands('answered', 2);
});

test('what is new since stage 1 was answered becomes a case of its own, received when it was raised', () => {
  const s = answered().on('2026-04-01');
  const point = {
    text: 'The lift is broken too',
    since: null,
    by: resident,
    channel: 'phone',
    firstHeardBy: 'other-staff',
  } as const;
  s.cannot(mayRaisePoint, { ...point, goes: null }, 'where-it-goes')
    .cannot(mayRaisePoint, { ...point, goes: { where: 'joins' } }, 'response-issued')
    .does(mayRaisePoint, {
      ...point,
      goes: { where: 'new-case', because: 'response-issued', reason: 'Stage 1 was answered' },
    });
  const opened = s.opened();
  opened.stands('to-triage').logs().due('stage-1-acknowledgement', '2026-04-10');
  assert.equal(opened.case.receivedOn, '2026-04-01');
  assert.deepEqual(
    opened.case.links.map((l) => [l.to, l.relation]),
    [[s.case.id, 'split-from']],
  );
  assert.equal(s.case.points.at(-1)?.movedTo, opened.case.id);
});

test('one resident of a group takes it to stage 2, and it is the one case', () => {
  const second = 'second-resident' as PersonId;
  aComplaint({ received: '2026-03-02', group: [second] })
    .acknowledges()
    .warns(/1 of its residents is not written to/)
    .answers()
    .on('2026-03-10')
    .escalates('all', { from: second })
    .stands('to-acknowledge', 2);
});
