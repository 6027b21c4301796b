/** explain, verify, rebuild, backup and restore as people and machines call them. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { allow } from '../../src/complaint/refusals.js';
import { openCase } from '../../src/store/act.js';
import { openDatabase } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { type Environment, putright, temporaryFolder } from '../support/command-line.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { logged, officer, pointRaised, received } from './landlord.js';

const folder = temporaryFolder('commands');
const environmentOf = (made: TestDatabase, name: string): Environment => ({
  DATABASE_URL: made.app,
  DATABASE_OWNER_URL: made.owner,
  DATABASE_JOBS_URL: made.jobs,
  PUTRIGHT_DATA: join(folder, name),
});

const made = await freshDatabase();
const environment = environmentOf(made, 'first');
const db = openDatabase(made.app, 'app', { connections: 2 });
const landlordId = await makeLandlord(db, { name: 'Ashdown Homes' });
const now = new Date('2026-03-02T10:00:00.000Z');
const opened = await openCase(db, officer(landlordId), { now }, (context) =>
  allow([received(context.keep('Cold')), logged(), pointRaised(context.keep('No heating'))]),
);
assert.ok(opened.is === 'done');
const { reference, caseId } = opened;
await db.close();

async function tamper(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: made.admin });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(statement);
  await client.end();
}

test('explain prints a case’s clocks with their reasons, for people and for machines', async () => {
  const text = await putright(['explain', reference.toLowerCase()], environment);
  assert.equal(text.code, 0, text.err);
  assert.match(text.out, /The Code of 2024 applies/);
  assert.match(text.out, /due Monday 9 March 2026/);
  assert.match(text.out, /^ {2}- /m);
  const json = JSON.parse((await putright(['explain', reference, '--json'], environment)).out);
  assert.equal(json.reference, reference);
  assert.equal(json.code, '2024');
  const [first] = json.clocks;
  assert.equal(first.provision, '6.2');
  assert.equal(first.due, '2026-03-09');
  assert.ok(first.because.length > 0);
});

test('a case that does not exist, a landlord that does not exist, a call that is not understood: one sentence each', async () => {
  for (const [args, code] of [
    [['explain', 'CMP-26-99999'], 1],
    [['explain', reference, '--landlord', 'Nobody'], 1],
    [['explain'], 2],
    [['verify', '--nonsense'], 2],
    [['backup'], 2],
    [['restore', join(folder, 'nothing.tar.gz')], 1],
  ] as const) {
    const ran = await putright(args, environment);
    assert.equal(ran.code, code, args.join(' '));
    assert.equal(ran.err.trim().split('\n').length, 1, ran.err);
    assert.equal(ran.out, '');
  }
});

test('verify says that the history holds, rebuild that the tables say the same, and both find what is wrong', async () => {
  const holds = await putright(['verify', '--json'], environment);
  assert.deepEqual(JSON.parse(holds.out), { cases: 1, events: 3, broken: [] });
  assert.equal(holds.code, 0);

  await tamper(`update complaint set standing = 'answered' where case_id = '${caseId}'`);
  const compared = await putright(['rebuild', '--compare'], environment);
  assert.equal(compared.code, 1);
  assert.match(compared.out, /standing was answered, should be to-acknowledge/);
  assert.equal((await putright(['rebuild'], environment)).code, 0);
  assert.match((await putright(['rebuild', '--compare'], environment)).out, /the tables say the same/);

  await tamper(`update case_event set happened_on = '2026-02-01' where case_id = '${caseId}' and seq = 1`);
  const broken = await putright(['verify', '--json'], environment);
  assert.equal(broken.code, 1);
  assert.deepEqual(JSON.parse(broken.out).broken, [{ ref: reference, seq: 1, why: 'its content was altered' }]);
  assert.match((await putright(['verify'], environment)).out, /Broken: 1 thing/);
  await tamper(`update case_event set happened_on = '2026-03-02' where case_id = '${caseId}' and seq = 1`);
});

test('a backup goes into an empty installation and nowhere else', async () => {
  const file = join(folder, 'all.tar.gz');
  const backup = await putright(['backup', file], environment);
  assert.equal(backup.code, 0, backup.err);
  assert.ok(existsSync(file));
  const refused = await putright(['restore', file], environment);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /restored into an empty one/);

  const second = environmentOf(await freshDatabase(), 'second');
  const restored = await putright(['restore', file, '--json'], second);
  assert.equal(restored.code, 0, restored.err);
  assert.deepEqual(JSON.parse(restored.out).verified, { cases: 1, events: 3, broken: [] });
  const explained = async (of: Environment) => (await putright(['explain', reference], of)).out;
  assert.equal(await explained(second), await explained(environment));
});
