import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { replay } from '../../src/complaint/case.js';
import { mayLog } from '../../src/complaint/may/log.js';
import type { Context, Decision } from '../../src/complaint/refusals.js';
import { toldInWords } from '../../src/complaint/telling/in-words.js';
import {
  before,
  canBeSent,
  firstUnanswered,
  nextAfter,
  type Question,
  questionsFor,
  withAnswer,
} from '../../src/complaint/telling/questions.js';
import { mayReceiveRest, mayReceiveTold, type ReceiveToldRequest } from '../../src/complaint/telling/receive-told.js';
import { adjustmentsToAgree, suggestedKind } from '../../src/complaint/telling/suggested.js';
import {
  choicesToComplain,
  nothingTold,
  risks,
  safeWays,
  type Told,
  tellers,
  wishes,
} from '../../src/complaint/telling/told.js';
import { day as d } from '../../src/facts/days.js';
import type { CaseId, PersonId, StaffId } from '../../src/facts/happened.js';
import { lastMinute, newId, usualRules, words } from './story.js';

const context = (today: string): Context => ({
  today: d(today),
  now: lastMinute(d(today)),
  by: { staff: '' as StaffId, roles: [] },
  rules: usualRules,
  keep: words,
  newId,
});
const point = (what: string, right = '') => ({ what, right, since: null, sinceWords: '' });
const damp: Told = {
  ...nothingTold,
  wish: 'wrong',
  teller: 'resident',
  points: [point('The bedroom is black with mould.', 'Treat it.'), point('Nobody rang back.')],
  choice: 'complain',
};
const told = (change: Partial<Told> = {}, request: Partial<ReceiveToldRequest> = {}): ReceiveToldRequest => ({
  on: d('2026-03-05'),
  told: { ...damp, ...change },
  files: [],
  person: 'rita' as PersonId,
  sender: null,
  home: null,
  tenure: 'unknown',
  group: [],
  reviewOn: d('2027-03-05'),
  ...request,
});

const any: fc.Arbitrary<Told> = fc
  .record({
    wish: fc.constantFrom(...wishes),
    teller: fc.constantFrom(null, ...tellers),
    risk: fc.constantFrom(null, ...risks),
    toldBefore: fc.constantFrom(null, true, false),
    choice: fc.constantFrom(null, ...choicesToComplain),
    phone: fc.constantFrom('', '07700 900123'),
  })
  .map(({ phone, ...rest }) => ({ ...nothingTold, ...rest, you: { ...nothingTold.you, phone } }));

/** Everything of a decision as a case. */
function caseOf(decision: Decision) {
  assert.ok(decision.ok, JSON.stringify(decision));
  return replay(
    'c1' as CaseId,
    'CMP-1',
    decision.happened.map(({ what, on }, i) => ({
      seq: i + 1,
      what,
      happenedOn: on,
      recordedAt: `${on}T10:00:00.000Z`,
      recordedBy: { person: 'rita' as PersonId },
    })),
  );
}

test('whoever answers each question comes to the end, sees each but once, and finds the way back', () => {
  fc.assert(
    fc.property(any, (start) => {
      let now = start;
      let at: Question | 'wish' = 'wish';
      const seen: Question[] = [];
      while (at !== 'check') {
        at = nextAfter(now, at);
        assert.ok(!seen.includes(at), `${at} was asked twice`);
        seen.push(at);
        if (at !== 'check') now = withAnswer(now, at, {});
      }
      assert.deepEqual(seen, questionsFor(start));
      assert.equal(firstUnanswered(now), null);
      assert.equal(before(now, 'check'), seen.at(-2));
    }),
  );
});

test('a changed answer leads back to the end by nothing but what it has made necessary', () => {
  let now: Told = damp;
  for (const question of questionsFor(damp)) now = withAnswer(now, question, {});
  const changed = withAnswer(now, 'who', { teller: 'for-someone' });
  assert.equal(nextAfter(changed, 'who'), 'for');
  assert.equal(nextAfter(withAnswer(changed, 'for', {}), 'for'), 'authority');
  assert.equal(nextAfter(withAnswer(withAnswer(changed, 'for', {}), 'authority', {}), 'authority'), 'check');
  assert.equal(nextAfter(now, 'hazards'), 'check');
});

test('what makes it easier for the resident is agreed at once where the product makes it; for somebody else it is only told', () => {
  const asked = { adjustments: ['large-print', 'bsl'] as const };
  const agreed = (teller: Told['teller']) =>
    caseOf(mayReceiveTold(told({ ...asked, teller }), context('2026-03-05'))).adjustments.map(({ kind }) => kind);
  assert.deepEqual(agreed('resident'), ['large-print']);
  assert.deepEqual(adjustmentsToAgree({ ...damp, ...asked }), ['bsl']);
  assert.deepEqual(agreed('for-someone'), []);
  assert.deepEqual(agreed('member'), []);
  assert.deepEqual(adjustmentsToAgree({ ...damp, ...asked, teller: 'for-someone' }), ['large-print', 'bsl']);
});

test('words are all that is needed: neither a name nor an address nor a way of reaching anybody', () => {
  assert.ok(canBeSent(damp));
  assert.ok(!canBeSent({ ...damp, points: [point('  ')] }));
  const c = caseOf(mayReceiveTold(told({}, { person: null }), context('2026-03-05')));
  assert.equal(c.standing.is, 'to-triage');
  assert.equal(c.channel, 'web-form');
});

test('the points are raised as they were told, and whoever chose to complain can’t be filed as a request', () => {
  const at = context('2026-03-05');
  const c = caseOf(mayReceiveTold(told(), at));
  assert.equal(c.points.length, 2);
  assert.equal(c.choiceToComplain?.answer, 'complain');
  assert.equal(c.kind, null);
  const asRequest = mayLog(
    c,
    {
      on: d('2026-03-05'),
      kind: 'service-request',
      area: null,
      category: null,
      hazards: [],
      triage: null,
      voicesDissatisfaction: false,
      points: [],
    },
    at,
  );
  assert.ok(!asRequest.ok);
  assert.equal(asRequest.refusals[0]?.code, 'chose-to-complain');
});

test('whoever is thanked for is a suggestion, and so is all that was picked at the start', () => {
  assert.equal(suggestedKind({ ...damp, wish: 'thank', choice: null }), 'compliment');
  assert.equal(suggestedKind({ ...damp, wish: 'ask', choice: null }), 'service-request');
  assert.equal(suggestedKind({ ...damp, wish: 'ask', choice: 'complain' }), 'complaint');
  assert.equal(suggestedKind({ ...damp, choice: 'not-complain' }), 'service-request');
  assert.equal(
    suggestedKind({ ...damp, wish: 'ask', teller: 'member', role: 'councillor', choice: null }),
    'councillor-enquiry',
  );
  const thanks = caseOf(mayReceiveTold(told({ wish: 'thank', choice: null }), context('2026-03-05')));
  assert.equal(thanks.points.length, 0);
  assert.equal(thanks.choiceToComplain, null);
});

test('for someone else it is received that day, and what they say of their authority proves nothing', () => {
  const c = caseOf(
    mayReceiveTold(
      told(
        { teller: 'for-someone', role: 'attorney-or-deputy', claim: 'power-of-attorney' },
        { sender: 'dawn' as PersonId },
      ),
      context('2026-03-05'),
    ),
  );
  assert.equal(c.receivedOn, '2026-03-05');
  assert.equal(c.representatives[0]?.authority, 'asked');
  assert.equal(c.person, 'rita');
});

test('a councillor or MP needs no form, and the choice to complain stays the resident’s', () => {
  const c = caseOf(
    mayReceiveTold(told({ teller: 'member', role: 'mp' }, { sender: 'mp' as PersonId }), context('2026-03-05')),
  );
  assert.equal(c.representatives[0]?.authority, 'elected-member');
  assert.equal(c.choiceToComplain, null);
});

test('large print is agreed by itself; what a person has to arrange is not', () => {
  const c = caseOf(mayReceiveTold(told({ adjustments: ['large-print', 'braille'] }), context('2026-03-05')));
  assert.deepEqual(
    c.adjustments.map(({ kind }) => kind),
    ['large-print'],
  );
});

test('the rest of an emergency joins the case that it opened', () => {
  const at = context('2026-03-05');
  const opened = caseOf(
    mayReceiveTold(
      told({ risk: 'now', points: [point('I smell gas')], choice: null, wish: 'ask' }, { person: null }),
      at,
    ),
  );
  assert.deepEqual(opened.hazardsSuggested, ['emergency']);
  const rest = mayReceiveRest(opened, told(), at);
  assert.ok(rest.ok);
  const types = rest.happened.map(({ what }) => what.type);
  assert.deepEqual(types, [
    'MessageReceived',
    'ResidentIdentified',
    'PointRaised',
    'PointRaised',
    'ChoiceToComplainOffered',
  ]);
});

test('an unsafe way is never among those that may be used, and a number that somebody else answers takes no texts', () => {
  const you = { ...nothingTold.you, email: 'rita@example.org', phone: '07700 900123', texts: true, post: '1 Elm Row' };
  assert.deepEqual(
    safeWays({ ...you, unsafe: ['phone'], best: 'post' }).map(({ kind }) => kind),
    ['post', 'email'],
  );
});

test('what was told stands as one text, point by point, without who they are or how they are reached', () => {
  const words = toldInWords({ ...damp, you: { ...damp.you, name: 'Rita Shah', phone: '07700 900123' } });
  assert.match(words, /^1\. The bedroom is black with mould\.\n\nWhat would put it right: Treat it\./);
  assert.match(words, /2\. Nobody rang back\./);
  assert.doesNotMatch(words, /Rita|07700/);
});
