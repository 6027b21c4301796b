/** The demonstration is a test of its own: every story goes through the decisions, on whatever day it is loaded. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { landlord, staff } from '../../db/demo/landlord.js';
import { demonstrationAge, emptyDemonstration, loadDemonstration } from '../../db/demo/load.js';
import { type Played, plan, play } from '../../db/demo/play.js';
import { stories } from '../../db/demo/stories/all.js';
import { makeWorld } from '../../db/demo/world.js';
import { clocks } from '../../src/complaint/clocks.js';
import { postLink, whatItReveals } from '../../src/complaint/public-words.js';
import { addDays, type Day, day } from '../../src/facts/days.js';
import { acrossLandlords, inLandlord, openDatabase, type Trx } from '../../src/store/database.js';
import { allLandlords, makeLandlord } from '../../src/store/landlords.js';
import { plainRules } from '../../src/store/rules.js';
import { londonDay } from '../../src/store/today.js';
import { verify } from '../../src/store/verify.js';
import { freshDatabase } from '../support/database.js';

function playedOn(loadedOn: Day, hour = 'T15:30:00.000Z'): { played: readonly Played[]; now: number } {
  const now = Date.parse(`${loadedOn}${hour}`);
  const planned = plan(stories, { loadedOn, rules: plainRules });
  const references = new Map(
    planned.map(({ key, on }, i) => [key, `CMP-${on.slice(2, 4)}-${String(i + 1).padStart(5, '0')}`]),
  );
  const reference = (key: string) => references.get(key) ?? '';
  const world = makeWorld({ loadedOn, now, rules: plainRules, newId: randomUUID, reference, layDown: () => null });
  return { played: play(stories, world), now };
}

/** Every sixteenth day of a year and a bit, and the days on which counting is hardest. */
const loadingDays: readonly Day[] = [
  ...Array.from({ length: 28 }, (_, i) => addDays(day('2026-06-01'), i * 16)),
  ...['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-31', '2027-01-01'].map(day),
  ...['2027-03-25', '2027-03-26', '2027-03-28', '2027-03-29', '2027-05-03', '2027-08-30', '2026-10-25'].map(day),
];

for (const loadedOn of loadingDays) {
  test(`the demonstration can be told on ${loadedOn}, with nothing in the future and staff at work on working days`, () => {
    const { played, now } = playedOn(loadedOn);
    assert.equal(played.length, stories.length);
    for (const { key, case: c, recorded } of played) {
      let last = '';
      for (const { what, on, recordedAt, recordedBy } of recorded) {
        const where = `${key}: ${what.type} on ${on}`;
        assert.ok(on <= loadedOn, `${where} is in the future`);
        assert.ok(on >= c.receivedOn, `${where} is before receipt`);
        assert.ok(Date.parse(recordedAt) <= now, `${where} was recorded in the future`);
        assert.ok(on <= londonDay(new Date(recordedAt)), `${where} was recorded before it happened`);
        assert.ok(recordedAt >= last, `${where} was recorded before what came before it`);
        last = recordedAt;
        if (!('staff' in recordedBy)) continue;
        assert.ok(plainRules.calendar.isWorkingDay(londonDay(new Date(recordedAt))), `${where}: not a working day`);
        const [hour] = hourInLondon(recordedAt);
        assert.ok(hour >= 9 && hour < 18, `${where}: recorded at ${recordedAt}`);
      }
      for (const clock of clocks(c, plainRules, loadedOn)) {
        assert.ok(clock.doneOn === null || clock.doneOn <= loadedOn, `${key}: ${clock.kind} done in the future`);
        assert.equal(
          clock.state === 'overdue',
          clock.doneOn === null && clock.due < loadedOn && clock.state !== 'ended',
        );
      }
    }
  });
}

test('what is said in public in the demonstration reveals nothing, and its posts name nobody', () => {
  const { played } = playedOn(day('2026-11-20'));
  const posts = played.flatMap(({ case: c, beside }) => beside.posts.map((post) => ({ post, c })));
  assert.ok(posts.length > 0);
  const ours = [landlord.phone, landlord.email];
  for (const { post, c } of posts) {
    const known = { names: [post.author], addresses: [], references: [c.reference], ours };
    assert.deepEqual(whatItReveals(post.answer, known), []);
    assert.equal(c.person, null);
    assert.ok(postLink(post.link));
  }
});

test('loaded just after midnight, nothing is recorded later than that', () => {
  const { played, now } = playedOn(day('2026-11-20'), 'T00:02:00.000Z');
  for (const { recorded } of played) for (const { recordedAt } of recorded) assert.ok(Date.parse(recordedAt) <= now);
});

test('every state and stage is there on an ordinary working day', () => {
  const { played } = playedOn(day('2026-11-20'));
  const states = new Map<string, number>();
  const grounds = new Set<string>();
  for (const { case: c } of played) {
    const stage = 'stage' in c.standing ? ` ${c.standing.stage}` : '';
    states.set(`${c.standing.is}${stage}`, (states.get(`${c.standing.is}${stage}`) ?? 0) + 1);
    if (c.refusal !== null) grounds.add(c.refusal.ground);
  }
  const least: Readonly<Record<string, number>> = {
    'to-triage': 8,
    'request-open': 5,
    'request-answered': 4,
    noted: 8,
    'to-acknowledge 1': 5,
    'to-acknowledge 2': 2,
    'investigating 1': 15,
    'investigating 2': 4,
    'answered 1': 24,
    'answered 2': 5,
    refused: 5,
    'escalation-refused': 1,
    withdrawn: 2,
  };
  for (const [state, count] of Object.entries(least)) {
    assert.ok((states.get(state) ?? 0) >= count, `${state}: ${states.get(state) ?? 0} of ${count}`);
  }
  assert.equal(grounds.size, 5);

  const cases = played.map(({ case: c }) => c);
  const kinds = cases.flatMap((c) => clocks(c, plainRules, day('2026-11-20')).map((k) => `${k.kind} ${k.state}`));
  for (const kind of [
    'stage-1-acknowledgement overdue',
    'stage-1-acknowledgement late',
    'stage-1-response overdue',
    'stage-1-response late',
    'update running',
    'update overdue',
    'promise running',
    'promise late',
    'promise overdue',
    'promise met',
    'request overdue',
    'request late',
  ]) {
    assert.ok(kinds.includes(kind), `no clock is ${kind}`);
  }
  assert.ok(cases.some((c) => (c.stages[1]?.extensions.length ?? 0) === 2));
  assert.ok(cases.some((c) => c.promises.some((p) => p.residentSays === 'not-done')));
  assert.ok(cases.some((c) => c.promises.some((p) => p.state === 'open' && p.moves.length > 0)));
  assert.ok(cases.some((c) => c.refusal?.overturnedBy === 'ombudsman'));
  assert.ok(cases.some((c) => c.group.length > 3));
  assert.ok(cases.some((c) => c.representatives.some((r) => r.authority === 'asked')));
  assert.ok(cases.some((c) => c.points.some((p) => p.state === 'split-off')));
  for (const whose of ['lgsco', 'tribunal']) assert.ok(cases.some((c) => c.points.some((p) => p.whose === whose)));
  for (const relation of ['raised-again', 'split-from', 'request-behind-this-complaint'])
    assert.ok(cases.some((c) => c.links.some((l) => l.relation === relation)));
});

test('it loads into a real database, verifies, and leaves no job; empty and loaded again it is fresh', async () => {
  const made = await freshDatabase();
  const app = openDatabase(made.app, 'app');
  const owner = openDatabase(made.owner, 'owner', { connections: 1, statementTimeoutMs: 0 });
  const admin = openDatabase(made.admin, 'owner', { connections: 1 });
  const files = mkdtempSync(join(tmpdir(), 'putright-demo-'));
  after(async () => {
    await Promise.all([app.close(), owner.close(), admin.close()]);
    rmSync(files, { recursive: true, force: true });
  });

  const loaded = await loadDemonstration(app, { now: new Date(), files });
  assert.equal(loaded.cases, stories.length);

  const held = await verify(app, { files });
  assert.deepEqual(held.broken, []);
  assert.equal(held.events, loaded.events);

  const count = (table: string) =>
    inLandlord(app, loaded.landlordId, async (trx) => {
      const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(trx);
      return found.rows[0]?.n;
    });
  assert.equal(await count('staff'), Object.keys(staff).length);
  assert.equal(await count('complaint'), stories.length);
  assert.equal(await count('home'), 2412 + 148 + 86);
  assert.equal(await count('letter_draft'), 2);
  // Each screen of what residents say and ask has something to look at, and nothing is written to anybody.
  for (const [table, least] of [
    ['arrival', 7],
    ['call_back', 2],
    ['survey_asked', 2],
    ['read_back', 1],
    ['public_post', 1],
    ['contact_source', 1],
    ['survey_brought_in', 1],
  ] as const) {
    assert.ok(((await count(table)) ?? 0) >= least, table);
  }
  assert.equal(await count('outgoing_message'), 0);
  const sent = await inLandlord(app, loaded.landlordId, async (trx) => {
    const found = await sql<{ state: string; filed: boolean }>`
      select distinct state, file is not null as filed from letter_sending`.execute(trx);
    return found.rows;
  });
  assert.deepEqual(sent, [{ state: 'never', filed: true }]);
  const jobs = await acrossLandlords(admin, (trx: Trx) =>
    sql<{ n: number }>`select count(*)::int as n from graphile_worker._private_jobs`.execute(trx),
  );
  assert.equal(jobs.rows[0]?.n, 0);

  assert.equal(await demonstrationAge(app, new Date()), 0);
  assert.equal(await demonstrationAge(app, new Date(Date.now() + 8 * 86_400_000)), 8);

  await makeLandlord(app, { name: 'A landlord of the customer’s own' });
  await emptyDemonstration(owner);
  assert.equal(await demonstrationAge(app, new Date()), null);
  assert.deepEqual(
    (await allLandlords(app)).map(({ name }) => name),
    ['A landlord of the customer’s own'],
  );
  await loadDemonstration(app, { now: new Date(), files: null });
  assert.deepEqual((await verify(app, { files })).broken, []);
});

const clockTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

function hourInLondon(instant: string): [number, number] {
  const [hour, minute] = clockTime.format(new Date(instant)).split(':').map(Number);
  return [hour ?? 0, minute ?? 0];
}
