/** What a person sees when something goes wrong around `start`, and what is left when something is killed. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { runningCluster } from '../../src/store/embedded.js';
import {
  freePort,
  processesOf,
  putright,
  putrightStart,
  type Running,
  type Started,
  temporaryFolder,
  until,
} from '../support/command-line.js';

const root = process.getuid?.() === 0;

function pidOf(data: string, what: Running['what']): number | undefined {
  return processesOf(data).find((one) => one.what === what)?.pid;
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' })).status < 500;
  } catch {
    return false;
  }
}

async function ask(data: string, text: string): Promise<unknown> {
  const cluster = await runningCluster(join(data, 'postgres'));
  assert.ok(cluster !== undefined);
  const client = new pg.Client({ connectionString: cluster.url('postgres', 'putright') });
  await client.connect();
  try {
    return (await client.query(text)).rows[0];
  } finally {
    await client.end();
  }
}

function plain(sentence: string): void {
  assert.match(sentence, /^[A-Z][^\n]*\.\n$/, 'one plain sentence');
}

describe('a Putright that runs', () => {
  const data = temporaryFolder('running');
  let port: number;
  let running: Started;
  let settings: Record<string, string>;

  before(async () => {
    port = await freePort();
    settings = { PUTRIGHT_DATA: data, PORT: String(port) };
    running = await putrightStart(['--empty'], settings);
  });
  after(async () => {
    running.child.kill('SIGTERM');
    await running.ended;
  });

  test('prints its address and a link that makes the first landlord', async () => {
    assert.match(running.said.out, new RegExp(`Putright is ready: http://127.0.0.1:${port}\n`), running.said.err);
    assert.match(running.said.out, new RegExp(`http://127.0.0.1:${port}/set-up/\\S+\n`));
    assert.ok(await answers(port));
  });

  test('is not joined by a second one on the same data folder', async () => {
    const second = await putright(['start'], { ...settings, PORT: String(await freePort()) });
    assert.equal(second.code, 1);
    assert.match(second.err, /already running on the data folder/);
    plain(second.err);
  });

  test('holds its port against another one on another data folder', async () => {
    const other = temporaryFolder('other');
    const second = await putright(['start'], { PUTRIGHT_DATA: other, PORT: String(port) });
    assert.equal(second.code, 1);
    assert.match(second.err, new RegExp(`Port ${port} is taken`));
    plain(second.err);
  });

  for (const what of ['web', 'worker'] as const) {
    test(`starts its ${what} process again when that is killed`, async () => {
      const before = pidOf(data, what);
      assert.ok(before !== undefined);
      process.kill(before, 'SIGKILL');
      await until(() => ![undefined, before].includes(pidOf(data, what)));
      await until(() => answers(port));
    });
  }

  for (const what of ['postgres', 'keeper'] as const) {
    test(`starts its database again when the ${what} is killed, and loses no acknowledged act`, async () => {
      await ask(data, 'create table if not exists kept (what text)');
      await ask(data, `insert into kept values ('${what}')`);
      const before = pidOf(data, 'postgres');
      const killed = pidOf(data, what);
      assert.ok(killed !== undefined);
      process.kill(killed, 'SIGKILL');
      await until(() => ![undefined, before].includes(pidOf(data, 'postgres')));
      await until(() => answers(port));
      await until(() => running.said.out.includes('was started again'));
      assert.deepEqual(await ask(data, `select what from kept where what = '${what}'`), { what });
      await until(() => pidOf(data, 'worker') !== undefined);
    });
  }

  test('leaves no process when it is killed itself, and starts again by itself', async () => {
    running.child.kill('SIGKILL');
    await until(() => processesOf(data).length === 0);
    running = await putrightStart([], settings);
    assert.ok(await answers(port), running.said.err);
    assert.deepEqual(await ask(data, 'select count(*)::int as n from kept'), { n: 2 });
  });

  test('starts again at once after it was killed, while its database is still letting go', async () => {
    running.child.kill('SIGKILL');
    running = await putrightStart([], settings);
    assert.ok(await answers(port), running.said.err);
  });

  test('ends in order when it is told to, and leaves nothing', async () => {
    running.child.kill('SIGINT');
    assert.equal(await running.ended, 0, running.said.err);
    await until(() => processesOf(data).length === 0, 2000);
    assert.ok(!(await answers(port)));
  });

  test('refuses a database that a newer release has written', async () => {
    running = await putrightStart([], settings);
    await ask(data, `insert into migration (number, name, checksum) values (9999, '9999_later', 'x')`);
    running.child.kill('SIGTERM');
    await running.ended;
    const older = await putright(['start'], settings);
    assert.equal(older.code, 1);
    assert.match(older.err, /written by a newer release/);
    plain(older.err);
    assert.deepEqual(processesOf(data), []);
  });
});

test('a data folder that may not be written is named in one sentence', async () => {
  const folder = temporaryFolder('closed');
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o711 });
  chmodSync(folder, root ? 0o700 : 0o711);
  // Root may write everywhere, but the user as which PostgreSQL then runs may not pass.
  if (!root) chmodSync(data, 0o500);
  const refused = await putright(['start'], { PUTRIGHT_DATA: data, PORT: String(await freePort()) });
  assert.equal(refused.code, 1);
  assert.match(refused.err, new RegExp(data));
  plain(refused.err);
});

test('a file where the data folder should be is named in one sentence', async () => {
  const file = join(temporaryFolder('file'), 'data');
  writeFileSync(file, '');
  const refused = await putright(['start'], { PUTRIGHT_DATA: file, PORT: String(await freePort()) });
  assert.equal(refused.code, 1);
  assert.match(refused.err, /is not a folder/);
  plain(refused.err);
});

test('a setting that cannot be read is named in one sentence', async () => {
  const refused = await putright(['start'], { PORT: 'eighty' });
  assert.equal(refused.code, 1);
  assert.match(refused.err, /The setting PORT/);
  plain(refused.err);
});

test('a full disk is told in one sentence, and nothing is left running', async (t) => {
  const data = temporaryFolder('full');
  if (!root || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=0700', 'putright-test', data]).status !== 0) {
    t.skip('only root can make a small disk here');
    return;
  }
  try {
    const refused = await putright(['start'], { PUTRIGHT_DATA: data, PORT: String(await freePort()) });
    assert.equal(refused.code, 1);
    assert.match(refused.err, /^The disk is full/);
    plain(refused.err);
    await until(() => processesOf(data).length === 0);
  } finally {
    spawnSync('umount', ['-l', data]);
  }
});

test('a database of one’s own that does not answer is named in one sentence', async () => {
  const server = createServer().listen(0);
  const port = await freePort();
  server.close();
  const refused = await putright(['start'], {
    DATABASE_URL: `postgres://someone:secret@127.0.0.1:${port}/putright`,
    PUTRIGHT_DATA: temporaryFolder('own'),
    PORT: String(await freePort()),
  });
  assert.equal(refused.code, 1);
  assert.match(refused.err, /does not answer/);
  assert.doesNotMatch(refused.err, /secret/);
  plain(refused.err);
});
