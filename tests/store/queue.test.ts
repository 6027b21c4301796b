import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate } from '../../bench/generate.js';
import { allow } from '../../src/complaint/refusals.js';
import { addDays, day } from '../../src/facts/days.js';
import type { Happened, HomeId, PersonId } from '../../src/facts/happened.js';
import { act, openCase } from '../../src/store/act.js';
import { inLandlord } from '../../src/store/database.js';
import {
  adjustmentsOf,
  changePerson,
  findHomes,
  findPeople,
  findPeopleByWay,
  makeHome,
  makePerson,
  readPerson,
  wayFor,
} from '../../src/store/people.js';
import { homeCounts, type QueueRequest, readQueue } from '../../src/store/queue.js';
import { readingsOf, recordReading } from '../../src/store/reads.js';
import { casesOfHome, casesOfPerson, earlierCases } from '../../src/store/register.js';
import { search } from '../../src/store/search.js';
import { freshSetting, logged, maya, monday, officer, received } from './landlord.js';

const { db, ours, theirs } = await freshSetting();
const today = day('2026-03-20');
const { staff, teams } = await generate(db, ours, { cases: 200, today, openPercent: 50 });
const now = new Date('2026-03-20T10:00:00.000Z');

const queue = (request: QueueRequest) => inLandlord(db, ours, (trx) => readQueue(trx, request));

test('the queue begins with what is due first and pages through every live case once', async () => {
  const first = await queue({ size: 30 });
  assert.equal(first.rows.length, 30);
  const seen = new Set<string>();
  let last = '';
  for (let page = 1; page <= first.pages; page += 1) {
    for (const row of (await queue({ page, size: 30 })).rows) {
      seen.add(row.caseId);
      assert.ok(row.live);
      const next = row.nextDueOn ?? '9999';
      assert.ok(next >= last, `${next} after ${last}`);
      last = next;
    }
  }
  assert.equal(seen.size, first.total);
});

test('each filter gives exactly the cases it names, and its total', async () => {
  const all = (await queue({ filter: { show: 'all' }, size: 500 })).rows;
  assert.equal(all.length, 200);
  const handler = staff[3];
  const team = teams[1];
  assert.ok(handler && team);
  const checks: [QueueRequest['filter'], (row: (typeof all)[number]) => boolean][] = [
    [{ show: 'open' }, (row) => row.open],
    [{ show: 'promises' }, (row) => row.live && !row.open],
    [{ show: 'closed' }, (row) => !row.live],
    [{ handler }, (row) => row.live && row.handler === handler],
    [{ handler: 'nobody' }, (row) => row.live && row.handler === null],
    [{ team, show: 'all' }, (row) => row.team === team],
    [{ area: 'North' }, (row) => row.live && row.area === 'North'],
    [{ kind: 'undecided' }, (row) => row.live && row.kind === null],
    [{ standing: 'to-acknowledge' }, (row) => row.live && row.standing === 'to-acknowledge'],
    [{ stage: 1 }, (row) => row.live && row.stage === 1],
    [{ dueUntil: addDays(today, -1) }, (row) => row.live && row.nextDueOn !== null && row.nextDueOn < today],
    [{ flag: 'at-risk' }, (row) => row.live && row.atRisk],
  ];
  for (const [filter, fits] of checks) {
    const found = await queue({ filter: filter ?? {}, size: 500 });
    const expected = all
      .filter(fits)
      .map((row) => row.caseId)
      .sort();
    assert.deepEqual(found.rows.map((row) => row.caseId).sort(), expected, JSON.stringify(filter));
    assert.equal(found.total, expected.length);
  }
});

test('the counts of an officer’s first page are the totals of the lists they lead to', async () => {
  const handler = staff[0];
  assert.ok(handler);
  for (const whose of [handler, null]) {
    const counts = await inLandlord(db, ours, (trx) =>
      homeCounts(trx, { handler: whose, today, weekEnds: addDays(today, 2) }),
    );
    const mine = whose === null ? {} : { handler: whose };
    assert.equal(counts.live, (await queue({ filter: mine })).total);
    assert.equal(counts.overdue, (await queue({ filter: { ...mine, dueUntil: addDays(today, -1) } })).total);
    assert.equal(counts.toAcknowledge, (await queue({ filter: { ...mine, standing: 'to-acknowledge' } })).total);
    assert.equal(
      counts.dueThisWeek,
      (await queue({ filter: { ...mine, dueFrom: today, dueUntil: addDays(today, 2) } })).total,
    );
    assert.equal(counts.promisesLate, (await queue({ filter: { ...mine, promiseLateOn: today } })).total);
    assert.equal(counts.unassigned, (await queue({ filter: { handler: 'nobody', show: 'open' } })).total);
  }
});

test('people are found by part of a name, by a name a little wrong, and by address or number', async () => {
  await inLandlord(db, ours, async (trx) => {
    const id = await makePerson(trx, {
      name: 'Oluwaseun Adébáyò',
      language: 'yo',
      ways: [
        { kind: 'email', value: 'Seun@Example.org', preferred: true },
        { kind: 'phone', value: '07700 900123', standing: 'unsafe' },
        { kind: 'post', value: 'c/o 4 Mill Lane', standing: 'safe' },
      ],
    });
    assert.equal((await findPeople(trx, 'seun ad'))[0]?.person.id, id);
    assert.equal((await findPeople(trx, 'oluwasuen'))[0]?.person.id, id);
    assert.equal((await findPeople(trx, '900123'))[0]?.person.id, id);
    assert.equal((await findPeopleByWay(trx, 'email', 'seun@example.ORG'))[0]?.id, id);
    const person = await readPerson(trx, id);
    assert.ok(person);
    assert.equal(wayFor(person, 'phone'), null, 'an unsafe way is never used');
    assert.equal(wayFor(person, 'post')?.value, 'c/o 4 Mill Lane');
    await changePerson(trx, id, { name: 'Seun Bello', language: null });
    assert.equal((await findPeople(trx, 'adébáyò')).length, 0);
    assert.equal((await findPeople(trx, 'bello'))[0]?.person.id, id);
  });
});

async function caseOf(person: PersonId | null, home: HomeId | null, text: string) {
  const opened = await openCase(db, officer(ours), { now }, (context) => {
    const first = received(context.keep(text)) as Happened & { what: { type: 'Received' } };
    return allow([{ on: monday, what: { ...first.what, person, home } } as Happened, logged()]);
  });
  assert.ok(opened.is === 'done');
  return opened;
}

test('a case is found by its reference, its person, its address, its words and its documents’ names', async () => {
  const { person, home } = await inLandlord(db, ours, async (trx) => ({
    person: await makePerson(trx, { name: 'Bartholomew Fitzwarren' }),
    home: await makeHome(trx, { address: '99 Zephyr Terrace', postcode: 'QX9 9ZZ', uprn: '100012345678' }),
  }));
  const made = await caseOf(person, home, 'The chandelier and the bannisters are wobbling');
  await inLandlord(db, ours, async (trx) => {
    for (const [asked, by] of [
      [made.reference, 'reference'],
      [made.reference.toLowerCase(), 'reference'],
      ['fitzwarr', 'person'],
      ['zephyr ter', 'home'],
      ['qx9 9zz', 'home'],
      ['bannister', 'words'],
      ['chandeliers wobble', 'words'],
      ['fitzwarren chandelier', 'words'],
    ] as const) {
      const { found } = await search(trx, asked);
      assert.equal(found[0]?.row.caseId, made.caseId, asked);
      assert.equal(found[0]?.by, by, asked);
    }
    for (const odd of ['', '  ', "'", '%', '_', '\\', '"unclosed', '-', 'a'.repeat(5_000), '!!! & | <->', '(((', 'x:*'])
      await search(trx, odd);
    assert.equal((await search(trx, 'nobodysaidthis')).found.length, 0);
    assert.equal((await readQueue(trx, { filter: { text: 'chandelier' } })).total, 1);
    assert.equal((await readQueue(trx, { filter: { text: 'nobodysaidthis' } })).total, 0);
    assert.equal((await casesOfPerson(trx, person)).length, 1);
  });
  const second = await caseOf(null, home, 'Again');
  await inLandlord(db, ours, async (trx) => {
    assert.deepEqual(
      (await earlierCases(trx, second.caseId)).map((row) => row.caseId),
      [made.caseId],
    );
    assert.equal((await casesOfHome(trx, home)).length, 2);
    assert.equal((await findHomes(trx, 'zephyr'))[0]?.id, home);
  });
  await inLandlord(db, theirs, async (trx) => assert.equal((await search(trx, 'chandelier')).found.length, 0));
});

test('an adjustment that was agreed in one case is known of the person', async () => {
  const person = await inLandlord(db, ours, (trx) => makePerson(trx, { name: 'Ines Vidal' }));
  const made = await caseOf(person, null, 'Letters are too small');
  await act(db, officer(ours), { ref: made.caseId, expectedVersion: 2, now }, (_, context) =>
    allow([
      {
        on: monday,
        what: {
          type: 'AdjustmentAgreed',
          adjustment: context.newId(),
          kind: 'large-print',
          reviewOn: day('2027-03-02'),
          words: null,
        },
      },
    ]),
  );
  const known = await inLandlord(db, ours, (trx) => adjustmentsOf(trx, person));
  assert.deepEqual(
    known.map((one) => one.kind),
    ['large-print'],
  );
});

test('who read a case is on record', async () => {
  const made = await caseOf(null, null, 'Private');
  await inLandlord(db, ours, (trx) => recordReading(trx, { staff: maya, what: 'case', caseId: made.caseId }));
  const readings = await inLandlord(db, ours, (trx) => readingsOf(trx, made.caseId));
  assert.deepEqual(
    readings.map(({ staff, what }) => ({ staff, what })),
    [{ staff: maya, what: 'case' }],
  );
});
