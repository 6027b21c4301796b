/** A complaint about a member of staff: they are heard, do not handle it, and are offered support. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayAssign } from '../../src/complaint/may/assign.js';
import { mayDecidePoint } from '../../src/complaint/may/decide-point.js';
import { mayHearPosition } from '../../src/complaint/may/hear-position.js';
import { mayNameStaffMember } from '../../src/complaint/may/name-staff-member.js';
import { mayOfferSupport } from '../../src/complaint/may/offer-support.js';
import { staffConcerned } from '../../src/complaint/staff-concerned.js';
import { aComplaint, amir, kim } from './story.js';

test('whom a complaint is about is heard and does not handle it', () => {
  const s = aComplaint({ received: '2026-03-02' }).assigns(1, kim);
  const named = { staff: kim, text: 'That you put the phone down.' };
  s.cannot(mayNameStaffMember, named, 'handles-it')
    .cannot(mayOfferSupport, { staff: kim, text: 'A talk' }, 'not-about-them')
    .assigns(1, amir)
    .cannot(mayNameStaffMember, { ...named, text: ' ' }, 'text-missing')
    .does(mayNameStaffMember, named)
    .cannot(mayNameStaffMember, named, 'named-already')
    .cannot(mayAssign, { stage: 1, to: kim, team: null }, 'concerned')
    .does(mayOfferSupport, { staff: kim, text: 'Somebody to talk to; she wants to think about it.' })
    .acknowledges();
  const warned = () => {
    const decision = mayDecidePoint(
      s.case,
      { on: s.today, stage: 1, point: s.point(1), finding: 'upheld', reasons: 'Because', reliedOn: [] },
      s.context(),
    );
    return (
      decision.ok &&
      decision.warnings.some((words) => /A member of staff whom this is about has not been heard/.test(words))
    );
  };
  assert.equal(warned(), true);
  s.does(mayHearPosition, { stage: 1, from: { staff: kim }, text: 'The line broke.' });
  assert.equal(warned(), false);
  assert.deepEqual(staffConcerned(s.case), [kim]);
});
