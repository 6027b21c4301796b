/** Acts on points: done, refused beside the field with what was typed kept, and two people at once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inLandlord } from '../../src/store/database.js';
import { addName } from '../../src/store/teams.js';
import { caseFile, last, newCase } from '../support/cases-for-screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const twoPoints = ['The roof leaks', 'Nobody rang back'] as const;
const pointsOf = async (reference: string) => (await caseFile(web, reference)).case.points;

test('where a further point goes is asked and never guessed; it joins, or is a case of its own with its reason', async () => {
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  const asked = await visitor.get(`/cases/${reference}/raise-point`);
  assert.match(asked.text, /What the 2024 Code asks 6\.8/);
  assert.doesNotMatch(asked.html, /name="goes"[^>]*checked/);
  const unsaid = await visitor.send({ text: 'And the fence is down' });
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.html, /id="goes-error"[\s\S]*?6\.8/);
  assert.match(unsaid.html, />And the fence is down</);
  const noReason = await visitor.send({ goes: 'unrelated' });
  assert.match(noReason.html, /id="reason-error"/);
  assert.equal((await pointsOf(reference)).length, 1);
  const early = await visitor.send({ goes: 'response-issued', reason: 'x' });
  assert.match(early.text, /has not been sent, so that is no reason/);
  const own = await visitor.send({ goes: 'unrelated', reason: 'The fence is the council’s' });
  assert.notEqual(own.path, `/cases/${reference}`);
  assert.match(own.text, /And the fence is down/);
  assert.equal((await pointsOf(reference))[1]?.state, 'split-off');

  await visitor.get(`/cases/${reference}/raise-point`);
  const joined = await visitor.send({ text: 'The ceiling is wet too', goes: 'joins' });
  assert.equal(joined.path, `/cases/${reference}/points`);
  assert.match(joined.text, /The ceiling is wet too/);
});

test('points are defined one after the other', async () => {
  const reference = await newCase(web, { points: twoPoints });
  const [first, second] = await pointsOf(reference);
  const visitor = await web.visitor('officer');
  const page = await visitor.get(`/cases/${reference}/define-point`);
  assert.match(page.text, /Point 1 In the resident’s words The roof leaks/);
  assert.match(page.text, /The other points Point 2 , to define/);
  const refused = await visitor.send({ understanding: 'The roof has leaked since May' });
  assert.match(refused.html, /id="outcomeSought-error"/);
  assert.match(refused.html, />The roof has leaked since May</);
  const next = await visitor.send({ outcomeSought: 'A new roof' });
  assert.equal(next.path, `/cases/${reference}/define-point?point=${second?.id}`);
  assert.match(next.text, /Point 1 is defined\. Now point 2/);
  assert.match(next.text, /Nobody rang back/);
  const done = await visitor.send({ understanding: 'No call was returned', outcomeSought: 'An apology' });
  assert.equal(done.path, `/cases/${reference}/points`);
  const again = await visitor.get(`/cases/${reference}/define-point?point=${first?.id}`);
  assert.match(again.html, />The roof has leaked since May</);
});

test('an area and a category are chosen from the lists: a name typed past the form never stands in the history', async () => {
  await inLandlord(web.db, web.landlordId, (trx) => addName(trx, 'area', 'Northfield'));
  const reference = await newCase(web, { kind: null });
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/log`);
  const logged = { kind: 'complaint', dissatisfied: 'yes', complexity: 'simple' } as const;
  assert.match((await visitor.send({ ...logged, area: 'Flat of Mary Shaw' })).html, /id="area-error"/);
  const done = await visitor.send({ ...logged, area: 'Northfield' });
  assert.equal((await caseFile(web, reference)).case.area, 'Northfield', done.text);
  await visitor.get(`/cases/${reference}/define-point`);
  const defined = { understanding: 'It leaks', outcomeSought: 'A new roof' };
  assert.match((await visitor.send({ ...defined, category: 'Mary Shaw' })).html, /id="category-error"/);
  await visitor.send({ ...defined, category: '' });
  assert.equal((await pointsOf(reference))[0]?.definition?.category, null);
});

test('two people define one point: the second sees what came in between and keeps what was typed', async () => {
  const reference = await newCase(web);
  const [one, two] = [await web.visitor('officer'), await web.visitor('investigator')];
  await one.get(`/cases/${reference}/define-point`);
  await two.get(`/cases/${reference}/define-point`);
  await one.send({ understanding: 'First', outcomeSought: 'First' });
  const told = await two.send({ understanding: 'Second understanding', outcomeSought: 'Second' });
  assert.equal(told.status, 422);
  assert.match(told.text, /What changed meanwhile/);
  assert.match(told.html, />Second understanding</);
  const sent = await two.send({});
  assert.equal(sent.path, `/cases/${reference}/points`);
  assert.match(sent.text, /Second understanding/);
});

test('what was made clear stands with its point', async () => {
  const reference = await newCase(web, { points: twoPoints });
  const second = (await pointsOf(reference))[1];
  const visitor = await web.visitor('officer');
  const page = await visitor.get(`/cases/${reference}/clarify-point?point=${second?.id}`);
  assert.match(page.html, new RegExp(`value="${second?.id}" checked`));
  assert.match((await visitor.send({ text: '' })).html, /id="text-error"/);
  const done = await visitor.send({ text: 'It was the 3rd of May' });
  assert.match(done.text, /Made clear since It was the 3rd of May/);
});

test('a point that is not ours says whose it is and where to take it', async () => {
  const reference = await newCase(web, { points: twoPoints });
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/find-not-ours`);
  const none = await visitor.send({ text: 'The council empties the bins' });
  assert.match(none.html, /id="point-error"/);
  assert.match(none.html, /id="whose-error"/);
  assert.match(none.html, />The council empties the bins</);
  const done = await visitor.send({ point: (await pointsOf(reference))[0]?.id ?? '', whose: 'lgsco' });
  assert.match(done.text, /For the Local Government and Social Care Ombudsman\. The council empties the bins/);
});

test('points are joined; the one that stays may be ticked with the others', async () => {
  const reference = await newCase(web, { points: ['One', 'Two', 'Three'] });
  const [one, two] = await pointsOf(reference);
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/join-points`);
  const alone = await visitor.send({ joined: [one?.id ?? ''], into: one?.id ?? '', reason: 'the same' });
  assert.match(alone.html, /id="joined-error"/);
  assert.match(alone.html, />the same</);
  await visitor.send({ joined: [one?.id ?? '', two?.id ?? ''], into: one?.id ?? '' });
  assert.deepEqual(
    (await pointsOf(reference)).map(({ state }) => state),
    ['raised', 'joined', 'raised'],
  );
});

test('a point is split into at least two', async () => {
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/split-point`);
  const one = await visitor.send({ part1: 'The damp', reason: 'two matters' });
  assert.equal(one.status, 422);
  assert.match(one.html, /id="part2-error"/);
  assert.match(one.html, />The damp</);
  const done = await visitor.send({ part2: 'The missed visit' });
  assert.equal(done.path, `/cases/${reference}/points`);
  assert.deepEqual(
    (await pointsOf(reference)).map(({ state }) => state),
    ['split', 'raised', 'raised'],
  );
});

test('a point becomes a case of its own and its page opens; the only point can’t', async () => {
  const reference = await newCase(web, { points: twoPoints });
  const second = (await pointsOf(reference))[1];
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/split-off-point?point=${second?.id}`);
  assert.match((await visitor.send({ reason: 'why' })).html, /id="because-error"/);
  const done = await visitor.send({ because: 'unrelated' });
  assert.match(done.text, /Nobody rang back/);
  assert.notEqual(done.path, `/cases/${reference}`);
  assert.equal((await visitor.get(`/cases/${reference}/split-off-point`)).status, 409);
});

test('a point is withdrawn by the resident; the last one is not withdrawn alone', async () => {
  const reference = await newCase(web, { points: twoPoints });
  const [first, second] = await pointsOf(reference);
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/withdraw-point`);
  const empty = await visitor.send({ point: second?.id ?? '' });
  assert.match(empty.html, /id="text-error"/);
  await visitor.send({ text: 'They rang since' });
  const entry = await last(web, reference);
  assert.ok(entry.what.type === 'PointWithdrawn' && entry.what.point === second?.id);
  await visitor.get(`/cases/${reference}/withdraw-point`);
  const only = await visitor.send({ point: first?.id ?? '', text: 'and this' });
  assert.equal(only.status, 422);
  assert.match(only.text, /This is the last point/);
});
