/** The web process itself: it says when it is ready, ends in order when told to, and says plainly why it cannot start. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freshDatabase } from '../support/database.js';

const entry = fileURLToPath(new URL('../../src/web/server.js', import.meta.url));

function start(environment: Record<string, string>): ChildProcess {
  const env = { PATH: process.env.PATH ?? '', HOME: '/nowhere', LOG_LEVEL: 'silent', ...environment };
  return spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('the web process says that it is ready, answers, and ends at once and cleanly on SIGTERM', async () => {
  const { app } = await freshDatabase();
  const port = await freePort();
  const child = start({ PUTRIGHT_APP_URL: app, PORT: String(port) });
  const [ready] = (await once(child, 'message')) as [{ ready: string }];
  assert.equal(ready.ready, `http://127.0.0.1:${port}`);
  const page = await fetch(`${ready.ready}/sign-in`);
  assert.match(await page.text(), /Nothing here yet/);
  const asked = performance.now();
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
  assert.ok(performance.now() - asked < 3000);
});

test('a taken port is said in one sentence', async () => {
  const { app } = await freshDatabase();
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const child = start({ PUTRIGHT_APP_URL: app, PORT: String(port) });
  let said = '';
  child.stderr?.on('data', (piece) => {
    said += String(piece);
  });
  const [code] = await once(child, 'exit');
  taken.close();
  assert.equal(code, 1);
  assert.equal(said, `Port ${port} is taken: set PORT to another.\n`);
});
