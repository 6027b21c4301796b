/** Run apart by a test: tries everything that a document which took over its reader would try. */
import '../../src/post/no-network.js';
import { execFileSync } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';

async function tried(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'read';
  } catch {
    return 'refused';
  }
}

const own = process.argv[2] ?? '';
process.send?.({
  own: await tried(() => readFileSync(own)),
  other: await tried(() => readFileSync('/etc/hostname')),
  write: await tried(() => writeFileSync(`${own}.mine`, 'x')),
  program: await tried(() => execFileSync('true')),
  net: await tried(() => connect(80, '127.0.0.1')),
  http: await tried(() => request('http://127.0.0.1/').end()),
  dns: await tried(() => lookup('localhost')),
  fetch: await tried(() => fetch('http://127.0.0.1/')),
});
process.send?.('done', () => process.disconnect?.());
