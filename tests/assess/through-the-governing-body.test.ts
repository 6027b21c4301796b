/** From the last answer to the public: put, taken back, approved knowing what is open, published, repeated. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { provisionsOf } from '../../src/assess/answers.js';
import { addDays, day } from '../../src/facts/days.js';
import { yearOf } from '../../src/reports/period.js';
import { addAction } from '../../src/store/assessment-actions.js';
import { nothingWritten, saveAnswer } from '../../src/store/assessment-answers.js';
import { stepsOf } from '../../src/store/assessment-steps.js';
import { beginAssessment, findAssessment, type Trigger } from '../../src/store/assessments.js';
import { inLandlord } from '../../src/store/database.js';
import { loadWording } from '../../src/store/official-wording.js';
import { publicSlug } from '../../src/store/publications.js';
import { londonDay } from '../../src/store/today.js';
import { unansweredOf, unmetOf } from '../../src/store/unmet.js';
import { newCase } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);
const today = day('2024-06-01');

const unmet: Readonly<Record<string, string>> = {
  '9.3': 'Learning from complaints is not reported on corporately',
  '9.6': 'New requirement',
  '9.7': 'New requirement',
};

/** Every provision answered in Maya's name, save those that are left out; three of them are not met. */
async function answered(year: number, without: readonly string[] = [], trigger: Trigger = 'yearly'): Promise<string> {
  return store(async (trx) => {
    const id = await beginAssessment(trx, {
      edition: '2024',
      year,
      trigger,
      triggerNote: trigger === 'yearly' ? null : 'Two landlords merged',
      carriedFrom: null,
      by: web.staff.manager,
      today,
    });
    for (const { number } of provisionsOf('2024')) {
      if (without.includes(number)) continue;
      const reason = unmet[number] ?? '';
      await saveAnswer(
        trx,
        { assessment: id, provision: number, expected: 0, by: { id: web.staff.manager, name: 'Maya' }, today },
        {
          ...nothingWritten,
          answer: reason === '' ? 'yes' : 'no',
          evidence: reason === '' ? 'Complaints policy' : '',
          reason,
          intendedOn: reason === '' ? null : day('2024-12-31'),
        },
      );
    }
    return id;
  });
}

test('what is not met comes out with why, by when and what is done: Cannock’s three', async () => {
  const id = await answered(2023);
  await store((trx) =>
    addAction(
      trx,
      id,
      {
        provisions: ['9.3'],
        action: 'Form a Housing Board that learning is reported to',
        lead: 'Head of Housing',
        targetOn: null,
        targetWords: 'once established',
        progress: '',
        mandatory: true,
      },
      web.staff.manager,
    ),
  );
  const found = await store((trx) => unmetOf(trx, { id, edition: '2024' }));
  assert.deepEqual(
    found.map(({ provision, reason, intendedOn, actions }) => [provision, reason, intendedOn, actions.length]),
    [
      ['9.3', unmet['9.3'], '2024-12-31', 1],
      ['9.6', unmet['9.6'], '2024-12-31', 0],
      ['9.7', unmet['9.7'], '2024-12-31', 0],
    ],
  );
  assert.deepEqual(await store((trx) => unansweredOf(trx, { id, edition: '2024' })), []);
});

test('put, taken back with a reason, put again: its answers stand while the governing body has it', async () => {
  const id = await answered(2021, ['1.2', '5.1']);
  const manager = await web.visitor('manager');
  const form = await manager.get(`/self-assessment/${id}/put`);
  assert.match(form.text, /Nobody has answered \(2\)/);
  const put = await manager.send({ body: 'Cabinet', ...dayBoxes('on', '2024-06-13') });
  assert.match(put.text, /Put to the governing body/);
  assert.match(put.text, /Not answered: 1\.2, 5\.1/);
  const closed = await manager.knock('POST', `/self-assessment/${id}/provisions/1.2`, { version: '0', answer: 'yes' });
  assert.equal(closed.status, 422);
  const mrc = await web.visitor('member-responsible');
  await mrc.get(`/self-assessment/${id}/approve`);
  const early = await mrc.send({ body: 'Cabinet', minutes: 'CAB/1', ...dayBoxes('on', '2024-06-13') });
  assert.match(early.text, /2 provisions are not answered/);
  assert.equal((await mrc.knock('GET', `/self-assessment/${id}/take-back`)).status, 403);
  await manager.get(`/self-assessment/${id}/take-back`);
  assert.match((await manager.send({ words: 'Two provisions were left out' })).text, /Taken back/);
  assert.equal((await store((trx) => findAssessment(trx, id)))?.state, 'draft');
});

test('approved by the governing body with its response, then published as page, PDF, Word and CSV for anybody', async () => {
  const id = await answered(2023);
  const manager = await web.visitor('manager');
  await manager.get(`/self-assessment/${id}/publication`);
  const tooSoon = await manager.knock('POST', `/self-assessment/${id}/publication`, dayBoxes('on', '2024-06-20'));
  assert.equal(tooSoon.status, 422);
  await manager.get(`/self-assessment/${id}/put`);
  await manager.send({ body: 'Cabinet', ...dayBoxes('on', '2024-06-13') });
  const mrc = await web.visitor('member-responsible');
  await mrc.get(`/self-assessment/${id}/respond`);
  const response = await mrc.send({
    words: 'Cabinet welcomes the report & asks for a Housing Board.',
    ...dayBoxes('on', '2024-06-13'),
  });
  assert.match(response.text, /Response recorded/);
  await mrc.get(`/self-assessment/${id}/approve`);
  const approved = await mrc.send({ body: 'Cabinet', minutes: 'CAB/24/117', ...dayBoxes('on', '2024-06-13') });
  assert.match(approved.text, /Approval recorded/);
  const page = await manager.get(`/self-assessment/${id}/publication`);
  assert.match(page.text, /Approved by Cabinet on Thursday 13 June 2024/);
  for (const format of ['pdf', 'docx', 'csv'] as const) {
    const file = await manager.get(`/self-assessment/${id}/publication/${format}`);
    assert.equal(file.status, 200, format);
  }
  const csv = await manager.get(`/self-assessment/${id}/publication/csv`);
  assert.match(csv.html, /Provision,Requirement,Comply,Evidence,Commentary/);
  assert.match(csv.html, /9\.3,.*No,.*Learning from complaints is not reported on corporately/);
  await manager.get(`/self-assessment/${id}/publication`);
  const published = await manager.send(dayBoxes('on', '2024-06-20'));
  assert.match(published.text, /Published/);
  assert.deepEqual(
    (await store((trx) => stepsOf(trx, id))).map(({ did }) => did),
    ['began', 'put', 'responded', 'approved', 'published'],
  );
  // What was published stays as it was, whatever becomes of the library or of the wording.
  const [first, again] = [
    await manager.get(`/self-assessment/${id}/publication/csv`),
    await store((trx) => loadWording(trx, '2024', new Map([['9.3', 'Other words']]), { source: 'x', by: null })),
  ];
  assert.equal(again, 1);
  assert.equal((await manager.get(`/self-assessment/${id}/publication/csv`)).html, first.html);
  assert.doesNotMatch((await manager.get(`/self-assessment/${id}/publication`)).text, /Other words/);
  const slug = await store(publicSlug);
  const anybody = await web.visitor(null);
  const seen = await anybody.get(`/published/${slug}/self-assessment/2023-24`);
  assert.equal(seen.status, 200);
  assert.match(seen.text, /Self-assessment against the Complaint Handling Code/);
  assert.match(seen.text, /Cabinet welcomes the report & asks for a Housing Board/);
  assert.doesNotMatch(seen.text, /Maya/, 'nobody who answered is named in public');
  for (const role of ['officer', 'member-responsible'] as const)
    assert.equal((await (await web.visitor(role)).knock('POST', `/self-assessment/${id}/publication`)).status, 403);
});

test('a yes that the cases contradict is named before the approval, and approved only by somebody who says it was told', async () => {
  const now = londonDay(new Date());
  for (let n = 0; n < 3; n += 1) await newCase(web, { on: addDays(now, -60) });
  const id = await answered(yearOf(addDays(now, -60)));
  const manager = await web.visitor('manager');
  const seen = await manager.get(`/self-assessment/${id}/provisions/6.2`);
  assert.match(seen.text, /Contradicted/);
  assert.match(seen.text, /What the cases show/);
  const overview = await manager.get(`/self-assessment/${id}`);
  assert.match(overview.text, /Contradicted: [1-9]/);
  await manager.get(`/self-assessment/${id}/put`);
  const put = await manager.send({ body: 'Board', ...dayBoxes('on', now) });
  assert.match(put.text, /Contradicted by the cases: .*6\.2/);
  await manager.get(`/self-assessment/${id}/approve`);
  const untold = await manager.send({ body: 'Board', minutes: '7', ...dayBoxes('on', now) });
  assert.match(untold.text, /Confirm that the governing body was told/);
  const told = await manager.send({ body: 'Board', minutes: '7', ...dayBoxes('on', now), knew: 'yes' });
  assert.match(told.text, /Approval recorded/);
  const step = (await store((trx) => stepsOf(trx, id))).findLast(({ did }) => did === 'approved');
  assert.match(step?.outstanding.join(' ') ?? '', /Contradicted by the cases: .*6\.2/);
});

test('after a restructure it is repeated with its reason, and replaces the one before when it is published', async () => {
  const first = await answered(2020);
  const second = await answered(2020, [], 'restructure');
  const manager = await web.visitor('manager');
  for (const [at, id] of [first, second].entries()) {
    await manager.get(`/self-assessment/${id}/put`);
    await manager.send({ body: 'Board', ...dayBoxes('on', '2024-06-13') });
    await manager.get(`/self-assessment/${id}/approve`);
    await manager.send({ body: 'Board', minutes: '7', ...dayBoxes('on', '2024-06-13') });
    await manager.get(`/self-assessment/${id}/publication`);
    if (at === 1) {
      const bare = await manager.send(dayBoxes('on', '2024-06-20'));
      assert.match(bare.text, /Say why it is published again/);
    }
    const done = await manager.send({ ...dayBoxes('on', '2024-06-20'), because: 'Two landlords merged' });
    assert.match(done.text, /Published/);
  }
  const [one, two] = await store(async (trx) => [await findAssessment(trx, first), await findAssessment(trx, second)]);
  assert.deepEqual([one?.state, two?.state, two?.round], ['superseded', 'published', 2]);
  const seen = await manager.get(`/self-assessment/${second}/publication`);
  assert.match(seen.text, /Repeated after a restructure, merger or change of procedure: Two landlords merged/);
});
