/** Registers come into the history: once, whole, joined, and back out again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Case, replay } from '../../src/complaint/case.js';
import type { RegisterMap } from '../../src/complaint/register/fields.js';
import { day } from '../../src/facts/days.js';
import type { CaseId } from '../../src/facts/happened.js';
import { readHistories } from '../../src/store/case-file.js';
import { inLandlord, type LandlordId } from '../../src/store/database.js';
import { previewImport, proposeImport, undoImport } from '../../src/store/imports.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { rebuild } from '../../src/store/rebuild.js';
import { search } from '../../src/store/search.js';
import { verify } from '../../src/store/verify.js';
import { freshSetting } from '../store/landlord.js';
import { cannockPublished, cannockYear } from '../support/cannock-year.js';
import { bringIn, fileWith, now, rowsOf } from './bringing-in.js';

const { db, files } = await freshSetting();

let made = 0;
async function landlord(): Promise<LandlordId> {
  made += 1;
  return makeLandlord(db, { name: `Landlord ${made}` });
}

async function casesOf(landlordId: LandlordId): Promise<Case[]> {
  return inLandlord(db, landlordId, async (trx) => {
    const { rows } = await sql<{ case_id: CaseId }>`select case_id from case_head`.execute(trx);
    const histories = await readHistories(
      trx,
      rows.map((row) => row.case_id),
    );
    return histories.map(({ id, reference, entries }) => replay(id, reference, entries));
  });
}

const counts = (cases: readonly Case[], of: (c: Case) => string | null) => {
  const found: Record<string, number> = {};
  for (const c of cases) {
    const key = of(c);
    if (key !== null) found[key] = (found[key] ?? 0) + 1;
  }
  return found;
};

for (const form of ['stage', 'case'] as const) {
  test(`Cannock’s year comes in from a register with a row for each ${form}, by proposal alone`, async () => {
    const ours = await landlord();
    const register = cannockYear(form);
    const file = fileWith(register.csv);
    const proposal = await proposeImport(db, ours, { file, today: day('2026-03-02') });
    assert.ok(proposal.ok);
    assert.deepEqual(proposal.map.columns, register.map.columns);
    assert.equal(proposal.map.rows, form);
    assert.equal(proposal.map.dates, 'dmy');
    assert.equal(proposal.rows, register.rows.length);
    assert.equal(proposal.remembered, false);
    const preview = await previewImport(db, ours, {
      file,
      map: proposal.map,
      source: 'register',
      today: day('2026-03-02'),
    });
    assert.ok(preview.ok);
    assert.equal(preview.taken, register.rows.length);
    assert.equal(preview.refused + preview.warned, 0, JSON.stringify(preview.warnings.slice(0, 3)));
    const taken = await bringIn(db, ours, file, proposal.map);
    assert.equal(taken.state, 'taken');
    assert.equal(taken.rows, register.rows.length);
    assert.equal(taken.taken, register.rows.length);
    assert.equal(taken.cases, 252);
    const cases = await casesOf(ours);
    const complaints = cases.filter((c) => c.kind === 'complaint');
    assert.equal(complaints.length, cannockPublished.stage1);
    assert.deepEqual(
      counts(complaints, (c) => c.area),
      cannockPublished.stage1Areas,
    );
    assert.deepEqual(
      counts(complaints, (c) => c.stages[1]?.outcome ?? null),
      cannockPublished.stage1Outcomes,
    );
    assert.deepEqual(
      counts(complaints, (c) => c.stages[2]?.outcome ?? null),
      cannockPublished.stage2Outcomes,
    );
    assert.equal(complaints.filter((c) => c.escalation !== null).length, cannockPublished.stage2);
    assert.deepEqual(
      counts(cases, (c) => c.kind),
      { complaint: 36, 'mp-enquiry': 113, 'service-request': 103 },
    );
    assert.deepEqual(
      counts(cases, (c) => c.standing.is),
      { answered: 36, noted: 113, 'request-answered': 103 },
    );
    // Taken again it adds nothing.
    const again = await bringIn(db, ours, file, proposal.map);
    assert.deepEqual([again.taken, again.already, again.changed, again.cases], [0, register.rows.length, 0, 0]);
    const remembered = await proposeImport(db, ours, { file, today: day('2026-03-02') });
    assert.ok(remembered.ok && remembered.remembered);
  });
}

const stageMap: RegisterMap = {
  columns: {
    reference: 'Ref',
    kind: 'Type',
    receivedOn: 'Received',
    acknowledgedOn: 'Ack',
    respondedOn: 'Responded',
    outcome: 'Outcome',
    previousReference: 'Stage 1 ref',
    summary: 'About',
    area: 'Area',
  },
  values: {},
  dates: 'dmy',
  rows: 'stage',
};
const head = 'Ref,Type,Received,Ack,Responded,Outcome,Stage 1 ref,About,Area';

test('a stage 2 joins its stage 1 wherever it stands, and counts when there is none', async () => {
  const ours = await landlord();
  const first = await bringIn(
    db,
    ours,
    fileWith(
      [
        head,
        'C2,Stage 2,01/06/2023,02/06/2023,20/06/2023,Not upheld,C1,Second,Repairs',
        'C1,Stage 1,02/05/2023,03/05/2023,10/05/2023,Upheld,,First,Repairs',
        'C9,Stage 2,01/06/2023,,20/06/2023,Upheld,C8,Alone,repairs ',
        'C5,Stage 1,02/05/2023,03/05/2023,10/05/2023,Upheld,,Later,Repairs',
      ].join('\n'),
    ),
    stageMap,
  );
  assert.deepEqual([first.rows, first.taken, first.cases, first.warned], [4, 4, 3, 1]);
  const [warned] = await rowsOf(db, ours, first.id, 'warned');
  assert.equal(warned?.line, 4);
  assert.match(warned?.problems[0]?.reason ?? '', /counts as a stage 2 all the same/);
  // The stage 2 of another file joins too.
  const second = await bringIn(
    db,
    ours,
    fileWith([head, 'C6,Stage 2,01/07/2023,02/07/2023,20/07/2023,Upheld,c5,,Repairs'].join('\n')),
    stageMap,
  );
  assert.deepEqual([second.taken, second.cases], [1, 0]);
  const cases = await casesOf(ours);
  assert.equal(cases.length, 3);
  assert.equal(cases.filter((c) => c.stages[2]?.respondedOn != null).length, 3);
  const alone = cases.find((c) => c.untold.includes('stage-1-response'));
  assert.deepEqual(alone?.standing, { is: 'answered', stage: 2, on: '2023-06-20' });
  assert.ok(alone?.untold.includes('received'));
  assert.deepEqual(new Set(cases.map((c) => c.area)), new Set(['Repairs']));
});

test('a blank that is filled later is a change, not a second case, and can be taken back alone', async () => {
  const ours = await landlord();
  const row = (ack: string, responded: string, outcome: string) =>
    [head, `C1,Stage 1,02/05/2023,${ack},${responded},${outcome},,It leaks,Repairs`].join('\n');
  const first = await bringIn(db, ours, fileWith(row('', '', 'Upheld')), stageMap);
  assert.deepEqual([first.taken, first.warned], [1, 1]);
  const [before] = await casesOf(ours);
  assert.deepEqual(before?.standing, { is: 'answer-not-told' });
  assert.equal(before?.points[0]?.decisions.length, 1);
  const later = await bringIn(db, ours, fileWith(row('03/05/2023', '10/05/2023', 'Upheld')), stageMap);
  assert.deepEqual([later.taken, later.already, later.changed, later.cases], [0, 0, 1, 0]);
  const [changed, ...others] = await casesOf(ours);
  assert.equal(others.length, 0);
  assert.deepEqual(changed?.standing, { is: 'answered', stage: 1, on: '2023-05-10' });
  assert.equal(changed?.stages[1]?.acknowledgedOn, '2023-05-03');
  assert.equal(changed?.stages[1]?.outcome, 'upheld');
  // The stand-in decision made room for the answer itself.
  assert.equal(changed?.points[0]?.decisions.length, 0);
  assert.ok(!changed?.untold.includes('stage-1-response'));
  // Both rows are known now.
  const again = await bringIn(db, ours, fileWith(row('', '', 'Upheld')), stageMap);
  assert.deepEqual([again.already, again.taken, again.changed], [1, 0, 0]);
  const undone = await undoImport(db, ours, { importId: later.id, by: null, now, reason: 'Wrong file' });
  assert.ok(undone.ok);
  assert.deepEqual([undone.takenBack, undone.kept], [1, []]);
  const [back] = await casesOf(ours);
  assert.deepEqual(back?.standing, { is: 'answer-not-told' });
  assert.equal(back?.points[0]?.decisions.length, 1);
});

test('what was taken back counts nowhere and may be brought in again; what people worked on stays', async () => {
  const ours = await landlord();
  const file = fileWith(cannockYear('case').csv);
  const { map } = cannockYear('case');
  const first = await bringIn(db, ours, file, map);
  const undone = await undoImport(db, ours, { importId: first.id, by: null, now, reason: 'Wrong year' });
  assert.ok(undone.ok && undone.kept.length === 0 && undone.takenBack === 252);
  assert.ok((await casesOf(ours)).every((c) => c.standing.is === 'import-taken-back'));
  const again = await bringIn(db, ours, file, map, { now: new Date('2026-03-03T10:00:00.000Z') });
  assert.deepEqual([again.taken, again.already], [252, 0]);
  assert.equal((await casesOf(ours)).filter((c) => c.standing.is !== 'import-taken-back').length, 252);
});

test('the tables say what the history says, and every chain holds', async () => {
  const ours = await landlord();
  await bringIn(db, ours, fileWith(cannockYear('stage').csv), cannockYear('stage').map);
  const rebuilt = await rebuild(db, ours, { compareOnly: true });
  assert.deepEqual([rebuilt.cases, rebuilt.differences], [252, 0]);
  const verified = await verify(db, { files, landlordId: ours });
  assert.equal(verified.cases, 252);
  assert.deepEqual(verified.broken, []);
});

test('a case is found by the reference that its register gave it', async () => {
  const ours = await landlord();
  await bringIn(db, ours, fileWith(cannockYear('case').csv), cannockYear('case').map);
  const { found } = await inLandlord(db, ours, (trx) => search(trx, ' s1-23-007 '));
  assert.deepEqual(
    found.map(({ by, name }) => [by, name]),
    [['reference', 'S1-23-007']],
  );
});

test('both forms of a register tell alike of a stage 1 whose answer has no day, while stage 2 was answered', async () => {
  const columns = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]));
  const perCase: RegisterMap = {
    columns: columns(
      'reference',
      'kind',
      'receivedOn',
      'stage1RespondedOn',
      'escalationRequestedOn',
      'stage2RespondedOn',
    ),
    values: {},
    dates: 'dmy',
    rows: 'case',
  };
  const perStage: RegisterMap = {
    columns: columns('reference', 'kind', 'receivedOn', 'respondedOn', 'previousReference'),
    values: {},
    dates: 'dmy',
    rows: 'stage',
  };
  const [byCase, byStage] = [await landlord(), await landlord()];
  const whole = `${Object.keys(perCase.columns).join()}\nA1,complaint,02/05/2023,,05/06/2023,20/06/2023`;
  const stages = (answered: string) =>
    `${Object.keys(perStage.columns).join()}\nA1,stage 1,02/05/2023,${answered},\nA1-2,stage 2,05/06/2023,20/06/2023,A1`;
  await bringIn(db, byCase, fileWith(whole), perCase);
  const first = await bringIn(db, byStage, fileWith(stages('')), perStage);
  assert.equal(first.warned, 1);
  const [told] = await casesOf(byCase);
  const [joined] = await casesOf(byStage);
  assert.ok(told?.untold.includes('stage-1-response'));
  assert.ok(joined?.untold.includes('stage-1-response'));
  const counted = (landlordId: LandlordId) =>
    inLandlord(db, landlordId, async (trx) => {
      const { rows } = await sql`
        select stage, answer_untold, due_base_on::text, due_base_latest_on::text from counted_stage
        order by stage`.execute(trx);
      return rows;
    });
  assert.deepEqual(await counted(byStage), await counted(byCase));
  // Filled later, it is known.
  const filled = await bringIn(db, byStage, fileWith(stages('16/05/2023')), perStage);
  assert.deepEqual([filled.changed, filled.already], [1, 1]);
  const [known] = await casesOf(byStage);
  assert.equal(known?.stages[1]?.respondedOn, '2023-05-16');
  assert.ok(!known?.untold.includes('stage-1-response'));
});

test('a row of which no day can be read is taken, said, and counts in no year', async () => {
  const ours = await landlord();
  const map: RegisterMap = {
    columns: { reference: 'reference', kind: 'kind', receivedOn: 'receivedOn' },
    values: {},
    dates: 'dmy',
    rows: 'case',
  };
  const csv = 'reference,kind,receivedOn\nA1,complaint,soon\nA2,complaint,03/02/2026\nA3,compliment,tbc';
  const taken = await bringIn(db, ours, fileWith(csv), map);
  assert.deepEqual([taken.taken, taken.refused, taken.warned], [3, 0, 2]);
  const contacts = await inLandlord(db, ours, async (trx) => {
    const { rows } = await sql<{ day: string }>`select day::text from figure_contact`.execute(trx);
    return rows.map((row) => row.day);
  });
  assert.deepEqual(contacts, ['2026-02-03']);
  const known = await inLandlord(db, ours, async (trx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from counted_stage where not start_untold`.execute(trx);
    return rows[0]?.n;
  });
  assert.equal(known, 1);
});
