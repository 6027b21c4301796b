import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayAgreeAdjustment } from '../../src/complaint/may/agree-adjustment.js';
import { mayAuthorise } from '../../src/complaint/may/authorise.js';
import { mayEndAuthority } from '../../src/complaint/may/end-authority.js';
import { mayJoinGroup } from '../../src/complaint/may/join-group.js';
import { mayLeaveGroup } from '../../src/complaint/may/leave-group.js';
import { mayRaiseAgain } from '../../src/complaint/may/raise-again.js';
import { mayReviewAdjustment } from '../../src/complaint/may/review-adjustment.js';
import { mayTellVulnerability } from '../../src/complaint/may/tell-vulnerability.js';
import { mayWithdraw } from '../../src/complaint/may/withdraw.js';
import { actingFor, residentsOf } from '../../src/complaint/who.js';
import { type Day, day } from '../../src/facts/days.js';
import type { AdjustmentId, PersonId } from '../../src/facts/happened.js';
import { aComplaint, aContact, aLetter, resident } from './story.js';

const [ann, bo, daughter] = ['ann', 'bo', 'daughter'] as PersonId[] as [PersonId, PersonId, PersonId];

test('a group complaint is one case; residents join and leave, and it goes on for the others', () => {
  const s = aComplaint({ received: '2026-03-02', group: [ann] });
  s.does(mayJoinGroup, { person: bo })
    .cannot(mayJoinGroup, { person: bo }, 'already-in-the-group')
    .acknowledges(1, { letter: aLetter({ to: [resident, ann, bo] }) })
    .noWarning()
    .does(mayLeaveGroup, { person: resident, text: 'I have moved' });
  assert.deepEqual(residentsOf(s.case), [ann, bo]);
  s.does(mayLeaveGroup, { person: bo, text: null })
    .cannot(mayLeaveGroup, { person: ann, text: null }, 'last-of-the-group')
    .cannot(mayLeaveGroup, { person: bo, text: null }, 'not-in-the-group')
    .answers()
    .stands('answered', 1);
});

test('a representative is received at once; authority is asked meanwhile, given, and ended', () => {
  const s = aComplaint({
    received: '2026-03-02',
    sender: { person: daughter, role: 'family-or-friend', authority: 'asked' },
  });
  s.stands('to-acknowledge', 1);
  assert.deepEqual(actingFor(s.case, s.today), []);
  s.on('2026-03-04').does(mayAuthorise, {
    person: daughter,
    role: 'family-or-friend',
    authority: 'resident-told-us',
    evidence: null,
    until: null,
    note: 'She said so on the phone',
  });
  assert.equal(actingFor(s.case, s.today).length, 1);
  s.does(mayEndAuthority, { person: daughter, reason: 'They fell out' }).cannot(
    mayEndAuthority,
    { person: daughter, reason: 'Again' },
    'not-a-representative',
  );
  assert.deepEqual(actingFor(s.case, s.today), []);
});

test('authority that rests on a document names it, and only a member acts as a member', () => {
  const who = { person: daughter, role: 'family-or-friend', evidence: null, until: null, note: null } as const;
  aContact({ received: '2026-03-02' })
    .cannot(mayAuthorise, { ...who, authority: 'power-of-attorney' }, 'evidence-missing')
    .cannot(mayAuthorise, { ...who, authority: 'elected-member' }, 'not-a-member')
    .cannot(mayAuthorise, { ...who, person: resident, authority: 'signed-form' }, 'is-the-resident');
});

test('an adjustment is agreed with a day of review, reviewed and ended', () => {
  const s = aContact({ received: '2026-03-02' });
  s.does(mayTellVulnerability, { text: 'I cannot see well' }).warns(/done differently/);
  s.cannot(mayAgreeAdjustment, { kind: 'large-print', reviewOn: day('2026-03-02'), text: null }, 'review-past')
    .cannot(mayAgreeAdjustment, { kind: 'other', reviewOn: day('2026-09-01'), text: null }, 'text-missing')
    .does(mayAgreeAdjustment, { kind: 'large-print', reviewOn: day('2026-09-01'), text: null })
    .cannot(mayAgreeAdjustment, { kind: 'large-print', reviewOn: day('2026-09-01'), text: null }, 'already-agreed');
  const adjustment = s.case.adjustments[0]?.id as AdjustmentId;
  s.cannot(mayReviewAdjustment, { adjustment, outcome: 'kept', reviewOn: null, text: null }, 'review-missing')
    .does(mayReviewAdjustment, { adjustment, outcome: 'kept', reviewOn: '2027-03-01' as Day, text: null })
    .does(mayReviewAdjustment, { adjustment, outcome: 'ended', reviewOn: null, text: 'She has new glasses' });
  assert.equal(s.case.adjustments[0]?.endedOn, '2026-03-02');
});

test('a complaint withdrawn and raised again is a new linked case of the day it is raised again', () => {
  const again = { channel: 'phone', firstHeardBy: 'other-staff', text: 'It broke again', files: [] } as const;
  const s = aComplaint({
    received: '2026-03-02',
    sender: { person: daughter, role: 'family-or-friend', authority: 'signed-form' },
  })
    .acknowledges()
    .cannot(mayRaiseAgain, again, 'not-withdrawn')
    .does(mayAgreeAdjustment, { kind: 'no-phone', reviewOn: day('2026-09-01'), text: null })
    .on('2026-03-10')
    .does(mayWithdraw, { how: 'phone', text: 'It is fixed', confirmed: false })
    .warns(/confirm/)
    .stands('withdrawn')
    .state('stage-1-response', 'ended')
    .cannot(mayWithdraw, { how: 'phone', text: null, confirmed: true }, 'already-withdrawn')
    .on('2026-04-08')
    .does(mayRaiseAgain, again);
  const opened = s.opened();
  assert.equal(opened.case.receivedOn, '2026-04-08');
  assert.equal(opened.case.adjustments[0]?.kind, 'no-phone');
  assert.equal(actingFor(opened.case, opened.today)[0]?.person, daughter);
  opened.logs().due('stage-1-acknowledgement', '2026-04-15');
  s.stands('withdrawn');
});

test('a withdrawal on the due date ends the clock in time, a later one ends it late', () => {
  const s = aComplaint({ received: '2026-03-02' })
    .on('2026-03-09')
    .does(mayWithdraw, { how: 'phone', text: null, confirmed: true });
  s.state('stage-1-acknowledgement', 'ended');
  aComplaint({ received: '2026-03-02' })
    .on('2026-03-10')
    .does(mayWithdraw, { how: 'phone', text: null, confirmed: true })
    .state('stage-1-acknowledgement', 'late');
});
