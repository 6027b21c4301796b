/** Answering a self-assessment by its screens: every answer a person's, nothing lost, nothing filled in. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '../../src/facts/days.js';
import { answersOf, versionsOf } from '../../src/store/assessment-answers.js';
import { beginAssessment, listAssessments } from '../../src/store/assessments.js';
import { inLandlord } from '../../src/store/database.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);

async function begun(): Promise<string> {
  return store((trx) =>
    beginAssessment(trx, {
      edition: '2024',
      year: 2025,
      trigger: 'yearly',
      triggerNote: null,
      carriedFrom: null,
      by: web.staff.manager,
      today: day('2026-04-10'),
    }),
  );
}

test('a manager begins one, answers a provision in her name, and goes on to the next', async () => {
  const manager = await web.visitor('manager');
  assert.match((await manager.get('/self-assessment')).text, /There is no self-assessment yet/);
  await manager.get('/self-assessment/begin');
  const overview = await manager.send({ year: '2025', edition: '2024', trigger: 'yearly' });
  assert.match(overview.text, /Self-assessment 2025-26 against the 2024 Code/);
  assert.match(overview.text, /Not answered: 72 of 72/);
  const [{ id } = { id: '' }] = await store(listAssessments);
  const first = await manager.get(`/self-assessment/${id}/provisions/1.2`);
  assert.doesNotMatch(first.html, /type="radio"[^>]* checked/);
  const next = await manager.send({ answer: 'yes', evidence: 'Complaints policy, page 2', onward: 'next' });
  assert.match(next.text, /Provision 1\.3/);
  assert.match(next.text, /1\.2 saved/);
  const [row] = await store((trx) => answersOf(trx, id));
  assert.deepEqual([row?.answer, row?.answeredBy, row?.version], ['yes', 'Manager', 1]);
});

test('a no under 2024 wants a reason and a day, and keeps what was typed', async () => {
  const id = await begun();
  const manager = await web.visitor('manager');
  await manager.get(`/self-assessment/${id}/provisions/9.3`);
  const again = await manager.send({ answer: 'no', commentary: 'Typed and kept' });
  assert.equal(again.status, 422);
  assert.match(again.text, /Say why it is not met/);
  assert.match(again.text, /by which it will be met: the Code asks for one/);
  assert.match(again.html, /Typed and kept/);
  const done = await manager.send({
    answer: 'no',
    reason: 'Learning is not reported corporately',
    'intended-day': '31',
    'intended-month': '3',
    'intended-year': '2027',
    onward: 'stay',
  });
  assert.match(done.text, /9\.3 saved/);
  assert.match(done.text, /Not met/);
});

test('what the form of 2024 does not have is not taken', async () => {
  const id = await begun();
  const manager = await web.visitor('manager');
  for (const answer of ['partly', 'text', 'na']) {
    await manager.get(`/self-assessment/${id}/provisions/1.2`);
    assert.equal((await manager.send({ answer, commentary: 'x' })).status, 422, answer);
  }
  await manager.get(`/self-assessment/${id}/provisions/8.5`);
  assert.equal((await manager.send({ answer: 'na', onward: 'stay' })).status, 200);
});

test('two people on one provision: nothing is lost, and each sees what the other wrote', async () => {
  const id = await begun();
  const [manager, administrator] = [await web.visitor('manager'), await web.visitor('administrator')];
  const path = `/self-assessment/${id}/provisions/5.1`;
  await manager.get(path);
  await administrator.get(path);
  await manager.send({ answer: 'yes', commentary: 'The first one’s words' });
  const second = await administrator.send({ answer: 'yes', commentary: 'The second one’s words' });
  assert.equal(second.status, 422);
  assert.match(second.text, /Manager wrote to this provision while you were writing/);
  assert.match(second.text, /The first one’s words/);
  assert.match(second.html, /The second one’s words<\/textarea>/);
  const both = await administrator.send({ answer: 'yes', commentary: 'Both ones’ words', onward: 'stay' });
  assert.match(both.text, /5\.1 saved/);
  const versions = await store((trx) => versionsOf(trx, id, '5.1'));
  assert.deepEqual(
    versions.map(({ by, written }) => [by, written.commentary]),
    [
      ['Administrator', 'Both ones’ words'],
      ['Manager', 'The first one’s words'],
    ],
  );
  // Mending the words of an answer does not make it somebody else's.
  const [row] = await store((trx) => answersOf(trx, id));
  assert.equal(row?.answeredBy, 'Manager');
});

test('officers and the member responsible read, and write no answer', async () => {
  const id = await begun();
  for (const role of ['officer', 'investigator', 'reviewer', 'member-responsible'] as const) {
    const visitor = await web.visitor(role);
    const seen = await visitor.get(`/self-assessment/${id}/provisions/1.2`);
    assert.equal(seen.status, 200, role);
    assert.doesNotMatch(seen.html, /name="answer"/);
    const { status } = await visitor.knock('POST', `/self-assessment/${id}/provisions/1.2`, {
      version: '0',
      answer: 'yes',
    });
    assert.equal(status, 403, role);
  }
  assert.deepEqual(await store((trx) => answersOf(trx, id)), []);
});

test('another landlord’s assessment, a provision that is none and odd ids are not found', async () => {
  const manager = await web.visitor('manager');
  const id = await begun();
  for (const path of [
    `/self-assessment/${id}/provisions/1.1`,
    `/self-assessment/${id}/provisions/constructor`,
    '/self-assessment/00000000-0000-4000-8000-000000000000',
    '/self-assessment/x',
    `/self-assessment/${encodeURIComponent("' or 1=1")}`,
  ])
    assert.equal((await manager.get(path)).status, 404, path);
});
