/** Behaviour: no step can be left out, a restriction has its review, and nothing keeps a complaint from going on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clocksOfRestriction, datesNow, restrictionClocks } from '../../src/complaint/behaviour/restriction-clocks.js';
import { type BehaviourRecord, usualPolicy as policy } from '../../src/complaint/behaviour/rules.js';
import { behaviourIn, holdsOn } from '../../src/complaint/behaviour/steps.js';
import { mayAppealRestriction } from '../../src/complaint/may/appeal-restriction.js';
import { mayDecideRestriction } from '../../src/complaint/may/decide-restriction.js';
import { mayEscalate } from '../../src/complaint/may/escalate.js';
import { mayProposeRestriction } from '../../src/complaint/may/propose-restriction.js';
import { mayRaisePoint } from '../../src/complaint/may/raise-point.js';
import { mayReceiveMessage } from '../../src/complaint/may/receive-message.js';
import { mayRecordIncident } from '../../src/complaint/may/record-incident.js';
import { mayRestrictContact } from '../../src/complaint/may/restrict-contact.js';
import { mayReviewRestriction } from '../../src/complaint/may/review-restriction.js';
import { maySendLetter } from '../../src/complaint/may/send-letter.js';
import { mayWarn } from '../../src/complaint/may/warn.js';
import { day } from '../../src/facts/days.js';
import type { RestrictionId, StaffId } from '../../src/facts/happened.js';
import { aComplaint, aLetter, amir, kim, resident, type Story, usualRules } from './story.js';

const noor = 'noor' as StaffId;
const dana = 'dana' as StaffId;
const incident = { person: resident, text: 'Called a colleague names.', files: [] };

/** What the register would tell of this one case. */
function record(s: Story): BehaviourRecord {
  const told = behaviourIn(s.case);
  return {
    incidents: told.incidents.map(({ on }) => on),
    warnings: told.warnings.map(({ on }) => on),
    restrictions: told.restrictions.flatMap(({ state }) =>
      state === 'proposed' || state === 'agreed' || state === 'in-force'
        ? [{ state, reference: s.case.reference }]
        : [],
    ),
  };
}

const proposal = (s: Story) => ({
  person: resident,
  kinds: ['single-contact', 'times'] as const,
  contact: kim,
  channels: [],
  how: 'Ring Kim on Tuesdays between 10 and 12.',
  until: day('2026-09-30'),
  reasons: 'It went on after the warning.',
  equality: 'No disability told; asked on 9 March.',
  adjustments: 'Large print, kept.',
  reviewOn: day('2026-06-30') as ReturnType<typeof day> | null,
  record: record(s),
  policy,
});

const only = (s: Story): RestrictionId => behaviourIn(s.case).restrictions.at(-1)?.id ?? ('none' as RestrictionId);

function warned(): Story {
  const s = aComplaint({ received: '2026-03-02' }).on('2026-03-09').does(mayRecordIncident, incident);
  return s.does(mayWarn, { person: resident, text: 'Please stop.', record: record(s), letter: aLetter() });
}

function restricted(): Story {
  const s = warned().on('2026-03-23').does(mayRecordIncident, incident).as(amir, 'reviewer');
  s.does(mayProposeRestriction, proposal(s)).as(noor, 'manager');
  return s
    .does(mayDecideRestriction, { restriction: only(s), agreed: true, text: 'In proportion.', policy })
    .does(mayRestrictContact, { restriction: only(s), letter: aLetter() });
}

test('a warning needs an incident, a restriction a warning and something since, a second person and a letter', () => {
  const s = aComplaint({ received: '2026-03-02' }).on('2026-03-09');
  s.cannot(mayWarn, { person: resident, text: 'Stop', record: record(s), letter: null }, 'no-incident');
  s.as(amir, 'reviewer').cannot(mayProposeRestriction, proposal(s), 'not-warned');
  const t = warned().on('2026-03-23').as(amir, 'reviewer');
  t.on('2026-03-24').cannot(
    mayProposeRestriction,
    { ...proposal(t), record: { ...record(t), incidents: [day('2026-03-08')] } },
    'nothing-since-the-warning',
  );
  t.does(mayRecordIncident, incident)
    .as(kim, 'officer')
    .cannot(mayProposeRestriction, proposal(t), 'role-not-named')
    .as(amir, 'reviewer', 'manager')
    .does(mayProposeRestriction, proposal(t));
  const restriction = only(t);
  t.cannot(mayProposeRestriction, proposal(t), 'restriction-already')
    .cannot(mayRestrictContact, { restriction, letter: aLetter() }, 'not-agreed')
    .cannot(mayDecideRestriction, { restriction, agreed: true, text: 'Yes', policy }, 'proposed-it')
    .as(noor, 'manager')
    .does(mayDecideRestriction, { restriction, agreed: true, text: 'Yes', policy })
    .cannot(maySendLetter, { kind: 'contact-restriction', stage: null, letter: aLetter() }, 'goes-with-its-act')
    .cannot(mayRestrictContact, { restriction, letter: aLetter({ to: [] }) }, 'not-to-them');
  assert.equal(behaviourIn(t.case).restrictions[0]?.state, 'agreed');
  t.does(mayRestrictContact, { restriction, letter: aLetter() });
  const [held] = behaviourIn(t.case).restrictions;
  assert.ok(held !== undefined && holdsOn(held, day('2026-09-30')) && !holdsOn(held, day('2026-10-01')));
  assert.equal(held.agreedBy, noor);
});

test('a restriction without a review, without an end, without reasons or what was weighed is refused in plain words', () => {
  const s = warned().on('2026-03-23').does(mayRecordIncident, incident).as(amir, 'reviewer');
  const whole = proposal(s);
  s.cannot(mayProposeRestriction, { ...whole, reviewOn: null }, 'review-missing')
    .cannot(
      mayProposeRestriction,
      { ...whole, until: day('2027-03-23'), reviewOn: day('2027-03-24') },
      'review-too-late',
    )
    .cannot(mayProposeRestriction, { ...whole, reviewOn: day('2026-10-01') }, 'review-after-the-end')
    .cannot(mayProposeRestriction, { ...whole, until: null }, 'until-missing')
    .cannot(mayProposeRestriction, { ...whole, until: day('2027-03-24') }, 'until-too-late')
    .cannot(mayProposeRestriction, { ...whole, reasons: ' ' }, 'reasons-missing')
    .cannot(mayProposeRestriction, { ...whole, equality: '' }, 'equality-missing')
    .cannot(mayProposeRestriction, { ...whole, adjustments: '' }, 'adjustments-missing')
    .cannot(mayProposeRestriction, { ...whole, kinds: [] }, 'kinds-missing')
    .cannot(mayProposeRestriction, { ...whole, contact: null }, 'contact-missing')
    .cannot(mayProposeRestriction, { ...whole, kinds: ['channels'], channels: [] }, 'channels-missing');
  const refused = mayProposeRestriction(s.case, { ...whole, on: s.today, reviewOn: null }, s.context());
  assert.match(refused.ok ? '' : (refused.refusals[0]?.words ?? ''), /^A restriction without a review can’t be made\./);
});

test('a proposal that is not agreed restricts nothing, and another may be made', () => {
  const s = warned().on('2026-03-23').does(mayRecordIncident, incident).as(amir, 'reviewer');
  s.does(mayProposeRestriction, proposal(s))
    .as(noor, 'manager')
    .does(mayDecideRestriction, { restriction: only(s), agreed: false, text: 'A call would do.', policy });
  s.cannot(mayRestrictContact, { restriction: only(s), letter: aLetter() }, 'not-agreed');
  s.as(amir, 'reviewer').does(mayProposeRestriction, proposal(s));
});

test('an appeal is answered by somebody who had no part, in a letter; a review keeps, changes or lifts', () => {
  const s = restricted();
  const review = {
    restriction: only(s),
    outcome: 'changed' as const,
    terms: { kinds: ['times'] as const, contact: null, channels: [], how: 'Any morning.', until: day('2026-12-31') },
    reviewOn: day('2026-11-30') as ReturnType<typeof day> | null,
    text: 'It has gone better.',
    policy,
    letter: aLetter(),
  };
  s.on('2026-04-01')
    .does(mayAppealRestriction, { from: null, restriction: only(s), text: 'I work on Tuesdays.' })
    .cannot(mayAppealRestriction, { from: null, restriction: only(s), text: 'Again' }, 'appealed-already')
    .cannot(mayReviewRestriction, review, 'had-a-part')
    .as(dana, 'manager')
    .cannot(mayReviewRestriction, { ...review, reviewOn: null }, 'review-missing')
    .cannot(
      mayReviewRestriction,
      { ...review, terms: { ...review.terms, kinds: ['times', 'channels'], channels: ['letter'] } },
      'restricts-more',
    )
    .does(mayReviewRestriction, review);
  const [changed] = behaviourIn(s.case).restrictions;
  assert.deepEqual(
    [changed?.how, changed?.until, changed?.reviewOn, changed?.appealedOn],
    ['Any morning.', '2026-12-31', '2026-11-30', null],
  );
  // Whoever changed it had a part too, when that is appealed.
  s.on('2026-05-20')
    .does(mayAppealRestriction, { from: null, restriction: only(s), text: 'Mornings are bad too.' })
    .cannot(mayReviewRestriction, { ...review, letter: aLetter() }, 'had-a-part')
    .as('ines' as StaffId, 'manager');
  s.on('2026-06-01').does(mayReviewRestriction, {
    ...review,
    outcome: 'lifted',
    reviewOn: null,
    letter: aLetter(),
  });
  assert.equal(behaviourIn(s.case).restrictions[0]?.state, 'lifted');
  s.cannot(mayReviewRestriction, { ...review, letter: aLetter() }, 'not-in-force');
});

test('a review and an appeal have a date, its reasons, and are late in public; the register tells the same', () => {
  const s = restricted();
  const rules = { calendar: usualRules.calendar, appealDays: 10 as number | null };
  const now = () => restrictionClocks(s.case, rules, s.today);
  assert.deepEqual(
    now().map(({ due, state, rests }) => [due, state, rests]),
    [['2026-06-30', 'running', 'Provision 5.14 of the Code']],
  );
  assert.match(
    now()[0]?.because.join(' ') ?? '',
    /told of the restriction on Monday 23 March 2026.*not after Tuesday 23 March 2027.*its last day, Wednesday 30 September 2026, ends it/,
  );
  s.on('2026-04-02').does(mayAppealRestriction, { from: null, restriction: only(s), text: 'I work on Tuesdays.' });
  // Ten working days, without Easter's two bank holidays.
  assert.deepEqual(
    now().map(({ due, state }) => [due, state]),
    [
      ['2026-06-30', 'running'],
      ['2026-04-20', 'running'],
    ],
  );
  s.on('2026-04-22');
  assert.deepEqual([now()[1]?.state, now()[1]?.workingDaysLate], ['overdue', 2]);
  const [row] = behaviourIn(s.case).restrictions;
  assert.ok(row?.decidedOn);
  const told = clocksOfRestriction(datesNow({ ...row, decidedOn: row.decidedOn }), s.case.edition, rules, s.today);
  assert.deepEqual(told, now());
  rules.appealDays = null;
  assert.match(now()[0]?.because.at(-1) ?? '', /An appeal of Thursday 2 April 2026 waits/);
  assert.equal(now().length, 1);
  rules.appealDays = 10;
  const kept = { kinds: ['times'] as const, contact: null, channels: [], how: 'As before.', until: day('2026-09-30') };
  const review = { restriction: only(s), terms: kept, text: 'As before.', policy, letter: aLetter() };
  s.as(dana, 'manager').does(mayReviewRestriction, { ...review, outcome: 'kept', reviewOn: day('2026-09-01') });
  assert.deepEqual(
    now().map(({ due, state, doneOn }) => [due, state, doneOn]),
    [
      ['2026-06-30', 'met', '2026-04-22'],
      ['2026-09-01', 'running', null],
      ['2026-04-20', 'late', '2026-04-22'],
    ],
  );
  // Nobody looked at it, and it ended by itself.
  s.on('2026-10-05');
  assert.deepEqual([now()[1]?.state, now()[1]?.endedOn], ['late', '2026-09-30']);
});

test('whoever is restricted is heard as before: messages, new points and stage 2 come in', () => {
  restricted()
    .as(kim, 'officer')
    .does(mayReceiveMessage, { channel: 'email', from: resident, text: 'A new leak', files: [] })
    .does(mayRaisePoint, {
      text: 'A new leak',
      since: null,
      by: resident,
      channel: 'phone',
      firstHeardBy: 'complaints-team',
      goes: { where: 'joins' },
    })
    .acknowledges()
    .answers()
    .does(mayEscalate, { channel: 'phone', from: resident, points: 'all', text: null });
});
