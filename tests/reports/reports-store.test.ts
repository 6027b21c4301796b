/** A report's life in the database: words that are never lost, two who approve, what was frozen and what has moved since. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { provisionsOf } from '../../src/assess/answers.js';
import { day } from '../../src/facts/days.js';
import type { StaffId } from '../../src/facts/happened.js';
import { freezeReport, publishReport, reportFor } from '../../src/post/freeze-report.js';
import { financialYear } from '../../src/reports/period.js';
import { nothingWritten, saveAnswer } from '../../src/store/assessment-answers.js';
import { beginAssessment } from '../../src/store/assessments.js';
import { inLandlord, type Trx } from '../../src/store/database.js';
import { listPublications } from '../../src/store/publications.js';
import { ask, noteReminder, openAsksOf, remindersDue } from '../../src/store/report-asks.js';
import { answerComment, approvalsOf, approveReport, comment, commentsOf } from '../../src/store/report-comments.js';
import { compareFrozen, readFrozen } from '../../src/store/report-frozen.js';
import { addItem, gatherLessons, lessonsOf, namesBehind, saveLesson } from '../../src/store/report-items.js';
import { beginReport, findReport, moveReport, saveText, textsOf, versionsOf } from '../../src/store/reports.js';
import { addStaff } from '../../src/store/staff.js';
import { verify } from '../../src/store/verify.js';
import { freshSetting } from '../store/landlord.js';
import { clerk, complaintOf2024, record } from './cases.js';

const { db, admin, ours, theirs, files } = await freshSetting();
const today = day('2025-05-01');
const at = <T>(work: (trx: Trx) => Promise<T>) => inLandlord(db, ours, work);
const [maya, joel] = (await at(async (trx) => [
  await addStaff(trx, { name: 'Maya', email: 'maya@example.org', roles: ['manager'], passwordHash: 'none' }),
  await addStaff(trx, { name: 'Joel', email: 'joel@example.org', roles: ['member-responsible'], passwordHash: 'none' }),
])) as [StaffId, StaffId];
const who = clerk(ours, maya);
const first = await complaintOf2024(db, who, { taught: 'Mrs Okafor taught us to ring back.' });
await complaintOf2024(db, who);

const { id } = await at((trx) => beginReport(trx, { year: 2024, by: maya, today }));
const write = (place: string, text: string, expected = 0, by = maya) =>
  at((trx) => saveText(trx, { report: id, place, expected, text, saidBy: 'Maya', office: 'Manager', by, on: today }));

test('a year has one report at a time', async () => {
  assert.deepEqual(await at((trx) => beginReport(trx, { year: 2024, by: joel, today })), { id, begun: false });
});

test('whoever writes over what they have not seen is shown it, and both texts stay', async () => {
  assert.equal((await write('performance', 'Mine')).is, 'saved');
  const conflict = await write('performance', 'Yours', 0, joel);
  assert.ok(conflict.is === 'conflict' && conflict.now.text === 'Mine');
  assert.equal((await write('performance', 'Both', 1, joel)).is, 'saved');
  const versions = await at((trx) => versionsOf(trx, id, 'performance'));
  assert.deepEqual(
    versions.map(({ text }) => text),
    ['Both', 'Mine'],
  );
});

test('two who write at the same moment: one is saved, the other is told, nothing is lost', async () => {
  const both = await Promise.all([write('areas', 'A'), write('areas', 'B', 0, joel)]);
  assert.deepEqual(both.map(({ is }) => is).sort(), ['conflict', 'saved']);
});

test('who was asked is reminded on its days, once each, and no more once it is written', async () => {
  await at((trx) =>
    ask(trx, { report: id, place: 'timeliness', whom: joel, by: maya, on: today, dueOn: day('2025-05-10'), note: '' }),
  );
  const again = { report: id, place: 'timeliness', whom: joel, by: maya, on: today, dueOn: today, note: '' };
  assert.equal(await at((trx) => ask(trx, again)), null);
  assert.equal((await at((trx) => openAsksOf(trx, joel))).length, 1);
  const [atOnce] = await at((trx) => remindersDue(trx, today));
  assert.equal(await at((trx) => noteReminder(trx, atOnce?.id ?? '', today, true)), true);
  assert.equal((await at((trx) => remindersDue(trx, day('2025-05-06')))).length, 0);
  const [due] = await at((trx) => remindersDue(trx, day('2025-05-07')));
  assert.equal(due?.email, 'joel@example.org');
  assert.equal(await at((trx) => noteReminder(trx, due?.id ?? '', day('2025-05-07'), true)), true);
  assert.equal(await at((trx) => noteReminder(trx, due?.id ?? '', day('2025-05-07'), true)), false);
  assert.equal((await at((trx) => remindersDue(trx, day('2025-05-07')))).length, 0);
});

test('what cases taught is gathered once, with the names to look for, and taken in by a person', async () => {
  const year = financialYear(2024);
  assert.equal(await at((trx) => gatherLessons(trx, id, year)), 1);
  assert.equal(await at((trx) => gatherLessons(trx, id, year)), 0);
  const [lesson] = await at((trx) => lessonsOf(trx, id));
  assert.ok(lesson && !lesson.included && lesson.reference === first.reference);
  assert.equal(lesson.learning, 'Mrs Okafor taught us to ring back.');
  assert.deepEqual(await at((trx) => namesBehind(trx, id, lesson.id)), []);
  // Words that are erased in the case are gone here too: nothing of them was copied.
  await assert.rejects(
    at(async (trx) => {
      await sql`delete from words where text like 'Mrs Okafor%'`.execute(trx);
      const [bare] = await lessonsOf(trx, id);
      assert.equal(bare?.learning, '');
      throw new Error('put back');
    }),
    /put back/,
  );
  const mended = {
    area: 'North',
    outline: 'A roof leaked.',
    response: 'We mended it.',
    learning: 'Ring back.',
    included: true,
  };
  const save = (expected: number) => at((trx) => saveLesson(trx, id, { id: lesson.id, expected }, mended));
  assert.equal(await save(1), 'saved');
  assert.equal(await save(1), 'conflict');
});

test('approvals are of one version, by two people; a challenge and its answer stay on record', async () => {
  await write('governing-body', 'The board notes it.');
  await at((trx) => addItem(trx, id, { part: 'f', title: 'Spotlight', address: '', on: null, words: '' }, maya));
  await at((trx) => moveReport(trx, id, ['draft'], 'in-comment'));
  const version = (await at((trx) => findReport(trx, id)))?.version ?? 0;
  const approval = (staff: StaffId) => ({ staff, name: 'N', office: 'Chair', on: today, minutes: '5' });
  assert.equal(await at((trx) => approveReport(trx, id, version, approval(maya))), true);
  assert.equal(await at((trx) => approveReport(trx, id, version, approval(maya))), false);
  await write('performance', 'Changed since', 2);
  assert.equal((await at((trx) => approvalsOf(trx, id))).length, 0);
  assert.equal(await at((trx) => approveReport(trx, id, version, approval(joel))), false);
  await at((trx) => comment(trx, { report: id, kind: 'challenge', text: 'Why so late?', by: joel, on: today }));
  const [challenge] = await at((trx) => commentsOf(trx, id));
  const answer = { text: 'The contractor.', by: maya, on: today };
  assert.equal(await at((trx) => answerComment(trx, id, challenge?.id ?? '', answer)), true);
  assert.equal(await at((trx) => answerComment(trx, id, challenge?.id ?? '', answer)), false);
});

test('frozen once whole; what is recorded later is told beside it and never moves it', async () => {
  const freeze = async () => {
    const report = await at((trx) => findReport(trx, id));
    return freezeReport({
      db,
      files,
      landlordId: ours,
      report: id,
      expected: report?.version ?? 0,
      by: maya,
      today,
      address: '',
    });
  };
  assert.deepEqual(await freeze(), { ok: false, words: ['Only an approved report can be frozen.'] });
  await at((trx) => moveReport(trx, id, ['in-comment'], 'approved'));
  const lacks = await freeze();
  assert.ok(!lacks.ok && lacks.words.some((w) => /self-assessment/.test(w)), JSON.stringify(lacks));
  // A self-assessment whose every provision is answered: the assessment itself is another test's matter.
  await at(async (trx) => {
    const assessment = await beginAssessment(trx, {
      edition: '2024',
      year: 2024,
      trigger: 'yearly',
      triggerNote: null,
      carriedFrom: null,
      by: maya,
      today,
    });
    await answerEverything(trx, assessment);
  });
  // Two press at the same moment: one freezes, the other is told.
  const both = await Promise.all([freeze(), freeze()]);
  assert.equal(both.filter(({ ok }) => ok).length, 1, JSON.stringify(both));
  assert.deepEqual(await freeze(), { ok: false, words: ['Only an approved report can be frozen.'] });
  assert.equal((await write('performance', 'Too late', 3)).is, 'closed');

  const frozen = await at((trx) => readFrozen(trx, id));
  assert.ok(frozen);
  assert.equal(frozen.head.cases, 2);
  const still = await at((trx) => compareFrozen(trx, 2024, frozen));
  assert.deepEqual([still.whole, still.unmoved, still.changes.length], [true, true, 0]);

  await complaintOf2024(db, who);
  await record(db, who, first.reference, () => [
    { on: day('2024-07-08'), what: { type: 'Withdrawn', how: 'email', words: null, confirmed: true } },
  ]);
  const moved = await at((trx) => compareFrozen(trx, 2024, frozen));
  assert.equal(moved.unmoved, false);
  const volume = moved.changes.find(({ words }) => words === 'Stage 1 complaints');
  assert.deepEqual([volume?.was, volume?.now], ['2', '3']);
  assert.ok(moved.because.some(({ reference }) => reference === first.reference));
  const given = await at((trx) => reportFor(trx, { year: 2024, today, address: '' }));
  assert.equal(given.from, 'frozen');
  assert.deepEqual(given.document, frozen.document);
  const current = await at((trx) => reportFor(trx, { year: 2024, today, address: '', current: true }));
  assert.notEqual(current.from, 'frozen');
});

test('published once, with its files, under the landlord’s address; the next round takes its place', async () => {
  const publication = await at((trx) => publishReport(trx, id, { by: maya, today, because: null }));
  assert.ok(publication);
  assert.equal(await at((trx) => publishReport(trx, id, { by: maya, today, because: null })), null);
  const [one] = await at((trx) => listPublications(trx, { kind: 'annual-report' }));
  assert.deepEqual([one?.period, one?.version, one?.title], ['2024-25', 1, 'Annual complaints report 2024-25']);
  const again = await at((trx) => beginReport(trx, { year: 2024, by: maya, today }));
  assert.equal(again.begun, true);
  const carried = await at((trx) => textsOf(trx, again.id));
  assert.deepEqual(carried.map(({ place }) => place).sort(), ['areas', 'performance']);
});

test('verify holds what was frozen against its digest', async () => {
  assert.deepEqual((await verify(db, { files })).broken, []);
  await admin.query(`update report_frozen set document = jsonb_set(document, '{title}', '"Another"')`);
  const { broken } = await verify(db, { files });
  assert.deepEqual(
    broken.map(({ ref, why }) => [ref, why]),
    [['annual report 2024-25', 'what is kept of it is not what was frozen']],
  );
});

test('another landlord sees none of it', async () => {
  const seen = await inLandlord(db, theirs, async (trx) => [
    await findReport(trx, id),
    (await listPublications(trx)).length,
    await readFrozen(trx, id),
    (await textsOf(trx, id)).length,
  ]);
  assert.deepEqual(seen, [null, 0, null, 0]);
});

async function answerEverything(trx: Trx, assessment: string): Promise<void> {
  for (const { number } of provisionsOf('2024')) {
    const saving = { assessment, provision: number, expected: 0, by: { id: maya, name: 'Maya' }, today };
    const unmet = number === '9.3';
    const answer = unmet ? ('no' as const) : ('yes' as const);
    const reason = unmet ? 'Learning is not yet told to members' : '';
    const saved = await saveAnswer(trx, saving, {
      ...nothingWritten,
      answer,
      reason,
      intendedWords: unmet ? 'by Christmas' : '',
    });
    assert.equal(saved.is, 'saved');
  }
}

test('texts and frozen reports cannot be changed, even by the product', async () => {
  for (const statement of [
    sql`update report_text set text = 'x'`,
    sql`delete from report_text`,
    sql`update report_frozen set digest = 'x'`,
    sql`delete from report_frozen`,
    sql`update publication set title = 'x'`,
  ]) {
    await assert.rejects(
      at((trx) => statement.execute(trx)),
      /permission denied/,
    );
  }
});
