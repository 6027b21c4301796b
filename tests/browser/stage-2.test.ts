/** Requests for stage 2 in the browser: recorded without a reason, widened, refused on a ground of the Code alone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayEscalate } from '../../src/complaint/may/escalate.js';
import { addDays } from '../../src/facts/days.js';
import { londonDay } from '../../src/store/today.js';
import { caseFile, did, newCase } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const today = londonDay(new Date());
const points = ['The damp', 'The missed visits', 'The rude call'];

async function escalated(which: 'all' | 'first'): Promise<string> {
  const reference = await newCase(web, { defined: true, points });
  await did(web, reference, (c, context) =>
    mayEscalate(
      c,
      {
        on: context.today,
        channel: 'phone',
        from: c.person,
        points: which === 'all' ? 'all' : c.points.slice(0, 1).map(({ id }) => id),
        text: null,
      },
      context,
    ),
  );
  return reference;
}

test('stage 2 is asked for without any words, by anybody who heard it', async () => {
  for (const role of ['officer', 'investigator', 'reviewer', 'manager'] as const) {
    const reference = await newCase(web, { defined: true });
    const visitor = await web.visitor(role);
    const shown = await visitor.get(`/cases/${reference}/escalate`);
    assert.match(shown.text, /They do not have to give a reason/);
    const done = await visitor.send({});
    assert.equal(done.path, `/cases/${reference}`, done.text);
    assert.match(done.text, /Do not wait for it/);
    const { case: c } = await caseFile(web, reference);
    assert.equal(c.escalation?.requestedOn, today);
    assert.equal(c.escalation?.words, null);
    assert.equal(c.standing.is, 'to-acknowledge');
  }
});

test('some points go to stage 2, from somebody on the case; none chosen is refused with what was typed', async () => {
  const reference = await newCase(web, { defined: true, points });
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/escalate`);
  const none = await visitor.send({ which: 'some', text: 'Nobody rang back' });
  assert.equal(none.status, 422);
  assert.match(none.html, /Choose the points that go to stage 2/);
  assert.match(none.html, /Nobody rang back/);
  const two = (await caseFile(web, reference)).case.points.slice(0, 2).map(({ id }) => id);
  await visitor.send({ which: 'some', points: two, channel: 'social-media' });
  const { case: c } = await caseFile(web, reference);
  assert.deepEqual(
    c.points.map(({ escalated: there }) => there),
    [true, true, false],
  );
  assert.equal(c.escalation?.channel, 'social-media');
});

test('a day in the future or before receipt, and a point of another case, are refused', async () => {
  const [reference, other] = [await newCase(web, { defined: true }), await newCase(web, { defined: true })];
  const theirs = (await caseFile(web, other)).case.points[0]?.id ?? '';
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/escalate`);
  for (const day of [addDays(today, 1), addDays(today, -400)]) {
    const refused = await visitor.send(dayBoxes('on', day));
    assert.equal(refused.status, 422);
    assert.match(refused.html, /id="on-error"/);
  }
  await visitor.get(`/cases/${reference}/escalate`);
  assert.match((await visitor.send({ which: 'some', points: theirs })).html, /id="points-error"/);
  assert.equal((await caseFile(web, reference)).case.escalation, null);
});

test('somebody who is not on the case is not taken as the one who asked', async () => {
  const reference = await newCase(web, { defined: true });
  const other = await caseFile(web, await newCase(web, { name: 'Somebody Else' }));
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/escalate`);
  const refused = await visitor.send({ from: other.case.person ?? '' });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /id="from-error"/);
});

test('further points join the one stage 2; those there already are not offered', async () => {
  const reference = await escalated('first');
  const visitor = await web.visitor('reviewer');
  const shown = await visitor.get(`/cases/${reference}/widen-escalation`);
  assert.doesNotMatch(shown.text, /Point 1: /);
  assert.match(shown.text, /Point 2: /);
  assert.match((await visitor.send({})).html, /id="points-error"/);
  const file = await caseFile(web, reference);
  const [first, second] = file.case.points;
  assert.match((await visitor.send({ points: first?.id ?? '' })).html, /is at stage 2 already/);
  const due = file.case.stages[2]?.startedOn;
  const done = await visitor.send({ points: second?.id ?? '' });
  assert.match(done.text, /The date for the final response stays as it is/);
  const { case: c } = await caseFile(web, reference);
  assert.deepEqual(
    c.points.map(({ escalated: there }) => there),
    [true, true, false],
  );
  assert.equal(c.stages[2]?.startedOn, due);
});

test('a second request is not a second stage 2: the screen says so', async () => {
  const reference = await escalated('all');
  const visitor = await web.visitor('officer');
  assert.equal((await visitor.get(`/cases/${reference}/escalate`)).status, 409);
});

test('stage 2 is refused on a ground of the Code with reasons, warned of the landlord’s own time limit', async () => {
  const reference = await escalated('all');
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/refuse-escalation`);
  const bare = await visitor.send({ ground: 'legal-proceedings', reasons: 'Kept words' });
  assert.match(bare.html, /id="circumstances-error"/);
  assert.match(bare.html, /Kept words/);
  const age = await visitor.send({ ground: 'over-twelve-months', circumstances: 'Considered' });
  assert.match(age.html, /id="ground-error"[\s\S]*?accepted at stage 1/);
  const court = await visitor.send({ ground: 'legal-proceedings' });
  assert.match(court.html, /id="filedOn-error"[\s\S]*?Enter the day/);
  assert.match(court.text, /the Code, 2\.2/);
  const done = await visitor.send({ ground: 'other', lateWindowOnly: 'yes' });
  assert.match(done.text, /does not meet 5\.11/);
  const { case: c } = await caseFile(web, reference);
  assert.equal(c.escalation?.refusedOn, today);
  // Stage 1 has not been answered, so its answer is still owed.
  assert.deepEqual(c.standing, { is: 'to-acknowledge', stage: 1 });
});

test('only the desk refuses stage 2', async () => {
  const reference = await escalated('all');
  for (const role of ['investigator', 'reviewer', 'administrator', 'member-responsible'] as const) {
    const visitor = await web.visitor(role);
    const { status } = await visitor.knock('POST', `/cases/${reference}/refuse-escalation`, { ground: 'other' });
    assert.equal(status, 403, role);
  }
});

test('two people record the same request: the second is told, and there is one stage 2', async () => {
  const reference = await newCase(web, { defined: true });
  const [one, two] = [await web.visitor('officer'), await web.visitor('manager')];
  await one.get(`/cases/${reference}/escalate`);
  await two.get(`/cases/${reference}/escalate`);
  await one.send({});
  const told = await two.send({ text: 'What the second wrote' });
  assert.match(told.text, /Stage 2 asked for/);
  assert.match(told.html, /What the second wrote/);
  assert.equal((await caseFile(web, reference)).entries.filter((e) => e.what.type === 'EscalationRequested').length, 1);
});
