/** Registers full of faults, two at once, one cut off by force, and what people have worked on since. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { linesOf, mapOf } from '../../bench/register-file.js';
import { allow } from '../../src/complaint/refusals.js';
import { act } from '../../src/store/act.js';
import { inLandlord, type LandlordId } from '../../src/store/database.js';
import { beginImport, readImport, takeImport, undoImport } from '../../src/store/imports.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { search } from '../../src/store/search.js';
import { verify } from '../../src/store/verify.js';
import { freshSetting, note, officer } from '../store/landlord.js';
import { until } from '../support/command-line.js';
import { bringIn, fileWith, now, rowsOf } from './bringing-in.js';

const { admin, db, files, urls } = await freshSetting();
let made = 0;
async function landlord(): Promise<LandlordId> {
  made += 1;
  return makeLandlord(db, { name: `Landlord ${made}` });
}

const howMany = (ours: LandlordId, table: 'case_head' | 'person' | 'home' | 'complaint') =>
  inLandlord(db, ours, async (trx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(trx);
    return rows[0]?.n ?? 0;
  });

const faulty = { rows: 2_500, faultyPercent: 30, people: true };
const csv = [...linesOf(faulty)].join('\n');

test('a register with faults in 30 of 100 rows comes in but for the rows that nobody can tell, each fault with its line', async () => {
  const ours = await landlord();
  const file = fileWith(csv);
  const taken = await bringIn(db, ours, file, mapOf(faulty));
  assert.equal(taken.rows, 2_500);
  assert.equal(taken.taken + taken.already + taken.refused, 2_500);
  assert.ok(taken.refused > 40 && taken.refused < 150, `${taken.refused}`);
  assert.ok(taken.warned > 300, `${taken.warned}`);
  assert.equal(await howMany(ours, 'case_head'), taken.cases);
  for (const { line, problems } of await rowsOf(db, ours, taken.id, 'refused')) {
    assert.ok(line > 1);
    assert.match(problems[0]?.reason ?? '', /stays untold/);
  }
  // Spellings that differ in case and spaces alone are one area.
  const areas = await inLandlord(db, ours, (trx) =>
    sql<{ n: number }>`select count(*)::integer as n from area`.execute(trx),
  );
  assert.equal(areas.rows[0]?.n, 5);
  const again = await bringIn(db, ours, file, mapOf(faulty));
  assert.deepEqual([again.taken, again.changed, again.refused], [0, 0, taken.refused]);
  const verified = await verify(db, { files, landlordId: ours });
  assert.deepEqual(verified.broken, []);
  const found = await inLandlord(db, ours, (trx) => search(trx, 'boiler'));
  assert.ok(found.found.length > 10);
});

test('all or none takes nothing when one row must be refused', async () => {
  const ours = await landlord();
  const refused = await bringIn(db, ours, fileWith(csv), mapOf(faulty), { mode: 'all-or-none' });
  assert.deepEqual([refused.state, refused.taken, refused.rows], ['refused', 0, 2_500]);
  assert.equal((await rowsOf(db, ours, refused.id, 'refused')).length, refused.refused);
  assert.equal(await howMany(ours, 'case_head'), 0);
});

test('two imports of one register at once take each row once', async () => {
  const ours = await landlord();
  const file = fileWith(csv);
  const [a, b] = await Promise.all([
    bringIn(db, ours, file, mapOf(faulty)),
    bringIn(db, ours, fileWith(`${csv}\n`), mapOf(faulty)),
  ]);
  const alone = a.taken + b.taken;
  assert.equal(await howMany(ours, 'case_head'), a.cases + b.cases);
  assert.equal(alone, a.cases + b.cases);
  assert.equal(a.taken + a.already + a.refused, 2_500);
  assert.equal(b.taken + b.already + b.refused, 2_500);
  // People and homes are made once too.
  assert.ok((await howMany(ours, 'home')) <= 2_500);
});

const killed = `
  const [, importId, path, landlordId, url] = process.argv;
  const { openDatabase } = await import(${JSON.stringify(new URL('../../src/store/database.js', import.meta.url).href)});
  const { takeImport } = await import(${JSON.stringify(new URL('../../src/store/imports.js', import.meta.url).href)});
  const db = openDatabase(url, 'app');
  const file = { path, name: 'register.csv' };
  await takeImport(db, landlordId, { importId, file, now: new Date('2026-03-02T10:00:00.000Z'), told: () => console.log('some') });
  console.log('all');
`;

test('killed in the middle, it goes on where it was, and nothing is there twice', async () => {
  const ours = await landlord();
  const file = fileWith(csv);
  const begun = await beginImport(db, ours, {
    file,
    map: mapOf(faulty),
    source: 'register',
    mode: 'good-rows',
    by: null,
    now,
  });
  assert.ok(begun.ok);
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', killed, '--', begun.importId, file.path, ours, urls.app],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
  });
  await until(() => said.includes('some'), 60_000);
  child.kill('SIGKILL');
  await once(child, 'close');
  assert.ok(!said.includes('all'));
  const before = await inLandlord(db, ours, (trx) => readImport(trx, begun.importId));
  assert.equal(before?.state, 'taking');
  assert.ok((before?.rows ?? 0) >= 2_000 && (before?.rows ?? 0) < 2_500);
  assert.equal(await howMany(ours, 'case_head'), before?.cases);
  // Begun again, it is the same import.
  const again = await beginImport(db, ours, {
    file,
    map: mapOf(faulty),
    source: 'register',
    mode: 'good-rows',
    by: null,
    now,
  });
  assert.deepEqual(again, begun);
  const taken = await takeImport(db, ours, { importId: begun.importId, file, now });
  assert.ok(taken.ok);
  assert.deepEqual([taken.state, taken.rows], ['taken', 2_500]);
  assert.equal(taken.taken + taken.already + taken.refused, 2_500);
  assert.equal(await howMany(ours, 'case_head'), taken.cases);
  assert.equal(taken.taken, taken.cases);
});

test('a case that people have worked on stays when the import is taken back, and is named', async () => {
  const ours = await landlord();
  const file = fileWith('Ref,Type,Date received\nA1,Complaint,02/05/2023\nA2,Complaint,03/05/2023\n');
  const map = {
    columns: { reference: 'Ref', kind: 'Type', receivedOn: 'Date received' },
    values: {},
    dates: 'dmy',
    rows: 'case',
  } as const;
  const taken = await bringIn(db, ours, file, map);
  const [, second] = await rowsOf(db, ours, taken.id);
  const reference = second?.caseReference ?? '';
  const noted = await act(db, officer(ours), { ref: reference, expectedVersion: null, now }, (_, context) =>
    allow([note(context.keep('Looked at it'))]),
  );
  assert.equal(noted.is, 'done');
  const undone = await undoImport(db, ours, { importId: taken.id, by: officer(ours).staff, now, reason: 'Wrong file' });
  assert.ok(undone.ok);
  assert.deepEqual([undone.takenBack, undone.kept], [1, [reference]]);
  const again = await bringIn(db, ours, file, map);
  assert.deepEqual([again.taken, again.already], [1, 1]);
});

test('nothing is enqueued, and nobody is written to', async () => {
  const ours = await landlord();
  await bringIn(db, ours, fileWith('Type,Date received\nComplaint,02/05/2023\n'), {
    columns: { kind: 'Type', receivedOn: 'Date received' },
    values: {},
    dates: 'dmy',
    rows: 'case',
  });
  const jobs = await admin.query<{ n: number }>('select count(*)::integer as n from graphile_worker.jobs');
  const letters = await inLandlord(db, ours, (trx) =>
    sql<{ n: number }>`select count(*)::integer as n from letter`.execute(trx),
  );
  assert.deepEqual([jobs.rows[0]?.n, letters.rows[0]?.n], [0, 0]);
});

test('any register taken twice adds nothing the second time', async () => {
  const cell = fc.constantFrom(
    '',
    'A1',
    'A2',
    'Complaint',
    'Stage 2',
    '02/05/2023',
    '30/02/2023',
    'Upheld',
    '=cmd()',
    '"x',
    'é',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
      async (table) => {
        const ours = await landlord();
        const text = [
          'Ref,Type,Received,Responded,Outcome,Before',
          ...table.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')),
        ].join('\n');
        const map = {
          columns: {
            reference: 'Ref',
            kind: 'Type',
            receivedOn: 'Received',
            respondedOn: 'Responded',
            outcome: 'Outcome',
            previousReference: 'Before',
          },
          values: {},
          dates: 'dmy',
          rows: 'stage',
        } as const;
        const first = await bringIn(db, ours, fileWith(text), map);
        const second = await bringIn(db, ours, fileWith(text), map);
        assert.equal(first.taken + first.already + first.changed + first.refused, first.rows);
        assert.deepEqual([second.taken, second.changed, second.cases, second.rows], [0, 0, 0, first.rows]);
        const undone = await undoImport(db, ours, { importId: first.id, by: null, now, reason: 'Once more' });
        assert.ok(undone.ok && undone.kept.length === 0);
        const third = await bringIn(db, ours, fileWith(text), map);
        assert.equal(third.taken + third.changed, first.taken + first.changed);
      },
    ),
    { numRuns: 12 },
  );
});
