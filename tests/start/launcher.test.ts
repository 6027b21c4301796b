/** The launcher itself: the Node it hands over to, and what becomes of the rest when it is killed. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../src/store/config.js';
import { freePort, processesOf, temporaryFolder, until } from '../support/command-line.js';

const launcher = join(root, 'bin', 'putright.mjs');
const prepared = existsSync(join(root, 'dist', '.built'));

/** A Node that is too old for Putright itself, if this machine has one, and has fetched the right one. */
function olderNode(): string | undefined {
  if (!existsSync(join(root, '.tools'))) return undefined;
  return ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
    const said = existsSync(path) ? spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout : '';
    const major = Number(/^v(\d+)/.exec(said)?.[1] ?? 0);
    return major >= 20 && major < 24;
  });
}

test('the launcher gives back the exit code and keeps standard output for the command', (t) => {
  if (!prepared) return t.skip('the product is not compiled into dist');
  const help = spawnSync(process.execPath, [launcher, '--help'], { encoding: 'utf8' });
  assert.equal(help.status, 0, help.stderr);
  assert.match(help.stdout, /^Putright: /);
  const unknown = spawnSync(process.execPath, [launcher, 'no-such-thing'], { encoding: 'utf8' });
  assert.equal(unknown.status, 2);
  assert.equal(unknown.stdout, '');
  assert.match(unknown.stderr, /^There is no command "no-such-thing"/m);
});

test('an older Node hands over to a newer one, and its being killed leaves nothing running', async (t) => {
  const old = olderNode();
  if (!prepared || old === undefined) return t.skip('no older Node here, or the product is not compiled into dist');
  const data = temporaryFolder('launched');
  const child = spawn(old, [launcher, 'start', '--empty'], {
    env: { ...process.env, PUTRIGHT_DATA: data, PORT: String(await freePort()), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece;
  });
  await until(() => out.includes('Putright is ready'), 60_000);
  child.kill('SIGKILL');
  await once(child, 'close');
  await until(() => processesOf(data).length === 0);
});
