/** Whoever sees to an improvement, or reviews it, is reminded of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Refusal, Role } from '../../src/complaint/refusals.js';
import { addDays, day } from '../../src/facts/days.js';
import type { StaffId } from '../../src/facts/happened.js';
import { runJob } from '../../src/jobs/run-job.js';
import { inLandlord } from '../../src/store/database.js';
import { reviewImprovement } from '../../src/store/improve.js';
import { changeImprovement, finishImprovement } from '../../src/store/improvement-changes.js';
import { addImprovement, findImprovement, type ImprovementWritten } from '../../src/store/improvements.js';
import { addStaff } from '../../src/store/staff.js';
import { freshSetting } from './landlord.js';

const { db, ours } = await freshSetting();
const today = day('2026-05-01');
const written = {
  kind: 'corrective',
  title: 'Letters say who comes',
  aim: '',
  dueOn: addDays(today, 7),
  aimed: { cause: 'Appointment missed', category: null, area: null, block: null },
  weeks: 4,
} as const;

async function person(name: string, role: 'officer' | 'manager' | 'reviewer'): Promise<StaffId> {
  const made = await inLandlord(db, ours, (trx) =>
    addStaff(trx, { name, email: `${name}@x.example`, roles: [role], passwordHash: 'none' }),
  );
  return made as StaffId;
}

const unknown = '00000000-0000-4000-8000-000000000000' as StaffId;
const as = (staff: StaffId, role: Role = 'reviewer') => ({ landlordId: ours, staff, roles: [role] });
const finished = (id: string) => ({ id, on: today, proof: 'The letter', piece: null, now: new Date() });

const queued = async () =>
  (
    await inLandlord(db, ours, (trx) =>
      sql<{ to: string; subject: string }>`select s.name as to, m.subject from outgoing_message m
        join staff s on s.landlord_id = m.landlord_id and s.id = m.staff_id
        where starts_with(m.key, 'improvement:') order by m.queued_at, m.key`.execute(trx),
    )
  ).rows;

test('whoever sees to it hears a week before, on the day and each week after; managers when it is to be reviewed', async () => {
  const [owner, manager] = [await person('Olu', 'officer'), await person('Mair', 'manager')];
  const id = await inLandlord(db, ours, (trx) =>
    addImprovement(trx, { ...written, owner }, { by: manager, on: today, at: new Date() }),
  );
  const run = (on: string) =>
    runJob(db, 'remind-improvements', { landlord: ours, caseId: null, seq: null, asked: { day: on } });
  for (const on of [today, today, addDays(today, 3), addDays(today, 7), addDays(today, 9), addDays(today, 14)])
    await run(on);
  assert.deepEqual(
    (await queued()).map(({ to, subject }) => `${to}: ${subject}`),
    [
      'Olu: An improvement is to be done by Friday 8 May 2026',
      'Olu: An improvement is to be done by Friday 8 May 2026',
      'Olu: An improvement is late',
    ],
  );
  await inLandlord(db, ours, async (trx) => {
    assert.deepEqual(await finishImprovement(trx, as(owner), finished(id)), []);
  });
  await run(addDays(today, 28));
  assert.equal((await queued()).at(-1)?.to, 'Mair');
});

test('where the only manager saw to it the reviewers hear, and neither who saw to it nor who recorded it judges it', async () => {
  const [owner, clerk, reviewer] = [
    await person('Ines', 'manager'),
    await person('Cleo', 'reviewer'),
    await person('Rhys', 'reviewer'),
  ];
  const id = await inLandlord(db, ours, async (trx) => {
    await sql`update staff set deactivated_at = now() where name = 'Mair'`.execute(trx);
    return addImprovement(trx, { ...written, owner }, { by: owner, on: today, at: new Date() });
  });
  const stands = await inLandlord(db, ours, async (trx) => {
    const codes = (refusals: readonly Refusal[]) => refusals.map(({ code }) => code);
    const finish = async (staff: StaffId, change: object = {}) =>
      codes(await finishImprovement(trx, as(staff, 'administrator'), { ...finished(id), ...change }));
    assert.deepEqual(await finish(clerk), ['not-their-part']);
    assert.deepEqual(await finish(owner, { on: addDays(today, -1), proof: 'Ring 0161 496 0000' }), [
      'before-it-was-opened',
      'tells-of-somebody',
    ]);
    assert.deepEqual(codes(await finishImprovement(trx, as(clerk), finished(id))), []);
    const done = (await findImprovement(trx, id)) ?? assert.fail();
    const change = async (to: Partial<ImprovementWritten>, why: string | null = null, expected = done.version) => {
      const asked = { id, to: { ...written, owner, ...to }, why, expected, words: 'Handed on', now: new Date() };
      const outcome = await changeImprovement(trx, as(owner), asked);
      return outcome.is === 'refused' ? codes(outcome.refusals) : outcome.is;
    };
    assert.deepEqual(await change({ owner: reviewer }), ['why-missing', 'done-by-another']);
    assert.deepEqual(await change({ dueOn: addDays(today, 8) }), ['why-missing', 'due-past']);
    const nothing = { cause: null, category: null, area: null, block: null };
    assert.deepEqual(await change({ owner: unknown, aimed: nothing, title: 'For Mrs Pratt' }, 'Ill'), [
      'owner-gone',
      'nothing-to-count',
      'tells-of-somebody',
      'done-by-another',
    ]);
    assert.equal(await change({}, null, done.version - 1), 'moved-on');
    return done;
  });
  const day28 = addDays(today, 28);
  await runJob(db, 'remind-improvements', { landlord: ours, caseId: null, seq: null, asked: { day: day28 } });
  assert.deepEqual(
    (await queued())
      .filter(({ subject }) => subject.includes('waits'))
      .map(({ to }) => to)
      .slice(-1),
    ['Rhys'],
  );
  assert.ok(!(await queued()).some(({ to }) => to === 'Ines' || to === 'Cleo'));
  const said = { worked: true, words: 'Fewer', againBy: null };
  const judged = async (staff: StaffId) =>
    reviewImprovement(
      db,
      { landlordId: ours, staff, roles: ['reviewer'] },
      { id, expected: stands.version, said, now: new Date(), on: day28 },
    );
  for (const one of [owner, clerk]) assert.equal((await judged(one)).is, 'refused');
  assert.equal((await judged(reviewer)).is, 'done');
});
