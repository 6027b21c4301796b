/** The evidence library: pieces with owner, days and versions; what has run out does not count; owners are told in time. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { addDays } from '../../src/facts/days.js';
import { reminderText } from '../../src/jobs/remind-evidence.js';
import { runJob } from '../../src/jobs/run-job.js';
import { lookAtFiles, waysOf } from '../../src/post/look-at-files.js';
import { beginAssessment } from '../../src/store/assessments.js';
import { inLandlord } from '../../src/store/database.js';
import {
  addPiece,
  addVersion,
  linkEvidence,
  linkedEvidence,
  listPieces,
  type PieceWritten,
} from '../../src/store/evidence-library.js';
import { claimReminder, evidenceDueFor, remindersToSend } from '../../src/store/evidence-reminders.js';
import { noteScan } from '../../src/store/file-looking.js';
import { scanStateOf } from '../../src/store/file-scans.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { londonDay } from '../../src/store/today.js';
import { sendWithFiles } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { foundIn } from '../support/found-in.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);
const today = londonDay(new Date());

async function piece(more: Partial<PieceWritten> & { readonly title: string }): Promise<string> {
  return store(async (trx) => {
    const id = await addPiece(
      trx,
      {
        kind: 'policy',
        role: null,
        holder: null,
        ownerId: null,
        ownerWords: '',
        effectiveOn: null,
        expiresOn: null,
        reviewOn: null,
        ...more,
      },
      web.staff.manager,
    );
    await addVersion(trx, id, { text: `Text of ${more.title}`, note: '' }, web.staff.manager);
    return id;
  });
}

test('a policy is added with its file from a provision, stands behind it at once, and opens as it came', async () => {
  const id = await store((trx) =>
    beginAssessment(trx, {
      edition: '2024',
      year: 2025,
      trigger: 'yearly',
      triggerNote: null,
      carriedFrom: null,
      by: web.staff.manager,
      today,
    }),
  );
  const manager = await web.visitor('manager');
  const from = `/self-assessment/${id}/provisions/1.2`;
  await manager.get(`/self-assessment/evidence/add?for=${encodeURIComponent(from)}`);
  const text = 'A complaint is …';
  const done = await sendWithFiles(
    web,
    manager,
    '/self-assessment/evidence/add',
    { title: 'Complaints policy 2025', kind: 'policy', for: from },
    [{ field: 'file', name: 'policy.txt', content: text }],
  );
  assert.deepEqual([done.status, done.to], [303, from]);
  const seen = await manager.get(from);
  assert.match(seen.html, /value="[0-9a-f-]{36}" checked/);
  const [added] = (await store(listPieces)).filter(({ title }) => title === 'Complaints policy 2025');
  assert.equal(added?.says?.content, createHash('sha256').update(text).digest('hex'));
  const href = `/self-assessment/evidence/${added?.id}/files/${added?.says?.file}`;
  // Whoever uploads it, it is looked at before anybody opens it.
  assert.match((await manager.get(href)).text, /Waiting/);
  const file = added?.says?.file ?? '';
  await lookAtFiles({ db: web.db, files: web.files, landlordId: web.landlordId }, waysOf({ scanner: null }));
  assert.match((await manager.get(href)).text, /Not scanned .*? What it says A complaint is …/);
  const look = await inLandlord(web.db, web.landlordId, (trx) => scanStateOf(trx, file));
  await inLandlord(web.db, web.landlordId, (trx) => noteScan(trx, look?.content ?? '', 'clean', { at: new Date() }));
  const whole = await manager.get(`${href}/original`);
  assert.equal(whole.html, text);
  assert.match(whole.headers.get('content-disposition') ?? '', /^attachment/);
  const other = await piece({ title: 'Another' });
  assert.equal((await manager.get(`/self-assessment/evidence/${other}/files/${added?.says?.file}`)).status, 404);
});

test('what it says is one thing: a file, an address of the web, or a text', async () => {
  const manager = await web.visitor('manager');
  for (const [fields, words] of [
    [{}, /Choose a file, enter an address, or write the text/],
    [{ link: 'javascript:alert(1)' }, /begins with https/],
    [{ link: 'https://example.org', text: 'Both' }, /Give one of the three/],
  ] as const) {
    await manager.get('/self-assessment/evidence/add');
    const again = await manager.send({ title: 'A thing', kind: 'other', ...fields });
    assert.equal(again.status, 422);
    assert.match(again.text, words);
    assert.match(again.html, /A thing/);
  }
  await manager.get('/self-assessment/evidence/add');
  const role = await manager.send({ title: 'MRC', kind: 'role', text: 'x' });
  assert.match(role.text, /Choose which role it is/);
  await manager.get('/self-assessment/evidence/add');
  const days = await manager.send({
    title: 'Days',
    kind: 'other',
    text: 'x',
    ...dayBoxes('effective', '2026-04-02'),
    ...dayBoxes('expires', '2026-04-01'),
  });
  assert.match(days.text, /The last day must be on or after the first day/);
});

test('versions and reviews are added, never changed; what a review found wanting counts no longer', async () => {
  const id = await piece({ title: 'Training register' });
  const manager = await web.visitor('manager');
  await manager.get(`/self-assessment/evidence/${id}/version`);
  assert.match((await manager.send({ text: '44 of 44 trained', note: 'All of them' })).text, /Version 2 added/);
  await manager.get(`/self-assessment/evidence/${id}/review`);
  const reviewed = await manager.send({ holds: 'no', note: 'Names are missing', ...dayBoxes('on', today) });
  assert.match(reviewed.text, /Review found it wanting/);
  assert.match(reviewed.text, /Text of Training register/);
  await manager.get(`/self-assessment/evidence/${id}/review`);
  assert.match((await manager.send({ holds: 'yes', ...dayBoxes('on', today) })).text, /In use/);
});

test('two people on one piece: the second sees that the first was there, and what they typed is kept', async () => {
  const id = await piece({ title: 'Publicity log' });
  const [one, two] = [await web.visitor('manager'), await web.visitor('administrator')];
  await one.get(`/self-assessment/evidence/${id}/change`);
  await two.get(`/self-assessment/evidence/${id}/change`);
  assert.match((await one.send({ title: 'Publicity log 2026' })).text, /Saved/);
  const second = await two.send({ title: 'Log of publicity' });
  assert.equal(second.status, 422);
  assert.match(second.text, /Somebody else changed it/);
  assert.match(second.html, /Log of publicity/);
  assert.match((await two.send({ title: 'Log of publicity' })).text, /Saved/);
  const seen = await two.get(`/self-assessment/evidence/${id}`);
  assert.match(seen.text, /changed from ‘Publicity log’ to ‘Publicity log 2026’/);
});

test('an owner is told thirty days before, on their first page, and each reminder goes out once', async () => {
  await piece({ title: 'Soon over', ownerId: web.staff.officer, expiresOn: addDays(today, 20) });
  await piece({ title: 'Far off', ownerId: web.staff.officer, expiresOn: addDays(today, 200) });
  await piece({ title: 'To review', ownerId: web.staff.officer, reviewOn: addDays(today, -2) });
  await piece({ title: 'Of an office', ownerWords: 'Head of HR', expiresOn: addDays(today, 3) });
  const home = await (await web.visitor('officer')).get('/');
  assert.match(home.text, /Soon over : holds until/);
  assert.match(home.text, /To review : to be reviewed on/);
  assert.doesNotMatch(home.text, /Far off|Of an office/);
  assert.deepEqual(await store((trx) => evidenceDueFor(trx, web.staff.reviewer, today)), []);
  const waiting = await store((trx) => remindersToSend(trx, today));
  assert.deepEqual(waiting.map(({ title }) => title).sort(), ['Soon over', 'To review']);
  for (const one of waiting) {
    assert.equal(await store((trx) => claimReminder(trx, one)), true);
    assert.equal(await store((trx) => claimReminder(trx, one)), false);
    assert.match(reminderText(one, 'https://complaints.example.org'), /‘(Soon over|To review)’/);
  }
  assert.deepEqual(await store((trx) => remindersToSend(trx, today)), []);
  assert.equal((await store((trx) => remindersToSend(trx, addDays(today, 14)))).length, 1, 'seven days before, again');
});

test('a piece that somebody adds while another writes stays behind the answer', async () => {
  const id = await store((trx) =>
    beginAssessment(trx, {
      edition: '2024',
      year: 2018,
      trigger: 'yearly',
      triggerNote: null,
      carriedFrom: null,
      by: web.staff.manager,
      today,
    }),
  );
  const [first, second] = [await piece({ title: 'First' }), await piece({ title: 'Second' })];
  const manager = await web.visitor('manager');
  await manager.get(`/self-assessment/${id}/provisions/4.1`);
  await store((trx) => linkEvidence(trx, { assessment: id, provision: '4.1' }, [first], web.staff.administrator));
  await manager.send({ answer: 'yes', pieces: second, onward: 'stay' });
  const links = async () => (await store((trx) => linkedEvidence(trx, id))).map(({ pieceId }) => pieceId).sort();
  assert.deepEqual(await links(), [first, second].sort());
  await manager.get(`/self-assessment/${id}/provisions/4.1`);
  await manager.send({ pieces: first, onward: 'stay' });
  assert.deepEqual(await links(), [first], 'what was before them and is left out is taken away');
});

test('the daily job writes to nobody without a mail server, and never for a demonstration', async () => {
  await piece({ title: 'Over tomorrow', ownerId: web.staff.officer, expiresOn: addDays(today, 1) });
  const told = (landlord: string) => ({ landlord, caseId: null, seq: null, asked: { day: today } });
  assert.equal(await runJob(web.db, 'remind-evidence', told(web.landlordId)), 'done');
  const waiting = await store((trx) => remindersToSend(trx, today));
  assert.ok(
    waiting.some(({ title }) => title === 'Over tomorrow'),
    'nothing was taken for sent',
  );
  const demonstration = await makeLandlord(web.db, { name: 'Show Homes', demonstration: true });
  assert.equal(await runJob(web.db, 'remind-evidence', told(demonstration)), 'not-sent');
});

test('officers and the member responsible read the library and change nothing; another landlord’s is not there', async () => {
  const id = await piece({ title: 'Minutes of June' });
  for (const role of ['officer', 'member-responsible'] as const) {
    const visitor = await web.visitor(role);
    const seen = await visitor.get(`/self-assessment/evidence/${id}`);
    assert.equal(seen.status, 200);
    assert.doesNotMatch(seen.html, /Take it out of use|Add a version/);
    for (const below of ['', '/change', '/version', '/review'])
      assert.equal((await visitor.knock('POST', `/self-assessment/evidence/${id}${below}`)).status, 403, below);
  }
  const other = await makeLandlord(web.db, { name: 'Brookside Housing' });
  assert.deepEqual(await inLandlord(web.db, other, listPieces), []);
});

test('an action keeps its day as it was written, is overdue only by a day, and ends with what one can see', async () => {
  const id = await store((trx) =>
    beginAssessment(trx, {
      edition: '2024',
      year: 2019,
      trigger: 'yearly',
      triggerNote: null,
      carriedFrom: null,
      by: web.staff.manager,
      today,
    }),
  );
  const manager = await web.visitor('manager');
  const add = `/self-assessment/${id}/actions/add?provision=9.3`;
  await manager.get(add);
  const strange = await manager.send({ provisions: '9.3, 12.4', action: 'A', lead: 'B', target: 'tbc' });
  assert.match(strange.text, /The Code of 2024 has no provision 12\.4/);
  await manager.send({ provisions: '9.3', action: 'Form a Housing Board', lead: 'Head of Housing', target: 'tbc' });
  await manager.get(add);
  await manager.send({ action: 'Report to the panel', lead: 'Officer', target: '31 March 2020' });
  const plan = await manager.get('/self-assessment/actions');
  assert.match(plan.text, /Form a Housing Board .* tbc .*Open, no day/);
  assert.match(plan.text, /Report to the panel .* 31 March 2020 .*Overdue/);
  const overdue = await manager.get('/self-assessment/actions?show=overdue');
  assert.doesNotMatch(overdue.text, /Form a Housing Board/);
  const one = foundIn(/self-assessment\/actions\/([0-9a-f-]{36})/, overdue.html);
  await manager.get(`/self-assessment/actions/${one}/end`);
  const bare = await manager.send({ as: 'done', proof: ' ' });
  assert.match(bare.text, /Say how one can see that it was done/);
  const done = await manager.send({ as: 'done', proof: 'Minutes of the panel, 4 May' });
  assert.match(done.text, /Action done/);
  assert.match(done.text, /Minutes of the panel, 4 May/);
  const changed = await manager.knock('POST', `/self-assessment/actions/${one}/change`, {
    version: '1',
    action: 'Other',
    lead: 'x',
    target: 'x',
  });
  assert.equal(changed.status, 422);
});

test('very long text is refused beside its field and kept; a form without its token is not taken', async () => {
  const manager = await web.visitor('manager');
  await manager.get('/self-assessment/evidence/add');
  const long = await manager.send({ title: 'x'.repeat(300), kind: 'other', text: 'y' });
  assert.equal(long.status, 422);
  assert.match(long.text, /Use 200 characters or fewer/);
  const forged = await manager.knock('POST', '/self-assessment/evidence/add', { title: 'x' }, 'x'.repeat(43));
  assert.equal(forged.status, 403);
});
