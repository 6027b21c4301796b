/** Forms that are forged, too large, or meet a database that is away: nothing typed is lost and nothing is let through. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDatabase } from '../../src/store/database.js';
import { buildApp } from '../../src/web/app.js';
import { page } from '../../src/web/ui/frame.js';
import { type Route, screen, type Visit } from '../../src/web/visit.js';
import { startWeb, type TestWeb, Visitor } from '../support/web.js';

let web: TestWeb;
const lines: string[] = [];
const echo = screen({
  path: '/echo/:secret',
  access: 'signed-in',
  post: async (visit: Visit) => {
    if (visit.fields.fail) throw new Error(`duplicate key: ${String(visit.fields.words)}`);
    return page(
      visit,
      { title: 'Echo' },
      visit.files.map((file) => `${file.field} ${file.name} ${file.size}`).join(', '),
    );
  },
});

before(async () => {
  const { routes } = await import('../../src/web/routes.js');
  web = await startWeb({
    routes: [...routes, ...echo] as Route[],
    largestFile: 1000,
    logger: { level: 'info', stream: { write: (line: string) => lines.push(line) } },
  });
});
after(() => web.close());

test('a form whose token is of another session goes out again with what was typed, and is taken when sent again', async () => {
  const visitor = await web.visitor('administrator');
  await visitor.get('/settings/areas');
  visitor.cookies.set('putright-session', await web.session('administrator'));
  const again = await visitor.send({ name: 'North', what: 'add' });
  assert.equal(again.status, 403);
  assert.match(again.text, /Check that this is what you want to send/);
  const taken = await visitor.send({});
  assert.equal(taken.path, '/settings/areas');
  assert.match(taken.text, /North added/);
});

test('a form from another site is refused and nothing of it is repeated', async () => {
  const session = await web.session('administrator');
  const visitor = await web.visitor('administrator');
  visitor.cookies.set('putright-session', session);
  const response = await fetch(`${web.url}/settings/areas`, {
    method: 'POST',
    body: new URLSearchParams({ _csrf: visitor.token(), name: 'Planted', what: 'add' }),
    headers: { cookie: `putright-session=${session}`, 'sec-fetch-site': 'cross-site' },
  });
  assert.equal(response.status, 403);
  assert.ok(!(await response.text()).includes('Planted'));
});

test('a file arrives with its form; one that is too large is refused in words', async () => {
  const visitor = await web.visitor('officer');
  const send = async (size: number) => {
    const body = new FormData();
    body.set('_csrf', visitor.token());
    body.set('photo', new Blob(['x'.repeat(size)]), 'damp.jpg');
    const cookie = `putright-session=${visitor.cookies.get('putright-session')}`;
    return fetch(`${web.url}/echo/one`, { method: 'POST', body, headers: { cookie } });
  };
  assert.match(await (await send(900)).text(), /photo damp.jpg 900/);
  const large = await send(2000);
  assert.equal(large.status, 413);
  assert.match(await large.text(), /too large/);
});

test('an error says nothing of what was typed, in the page or in the log, and keeps it', async () => {
  lines.length = 0;
  const visitor = await web.visitor('officer');
  const secretWords = 'my neighbour shouts at night and I am afraid';
  const seen = await visitor.post('/echo/mrs-jones', { _csrf: visitor.token(), words: secretWords, fail: 'yes' });
  assert.equal(seen.status, 500);
  assert.match(seen.text, /Something went wrong/);
  assert.ok(seen.html.includes(secretWords), 'what was typed is there to be sent again');
  const log = lines.join('');
  assert.ok(
    !log.includes('neighbour') && !log.includes('mrs-jones'),
    'the log holds neither words nor values of the address',
  );
  assert.match(log, /"route":"\/echo\/:secret"/);
});

test('when the database is away, the page says so and what was typed goes out again', async () => {
  const db = openDatabase('postgres://putright_app@/none?host=/nowhere', 'app', { connectTimeoutMs: 500 });
  const app = await buildApp({ db, address: 'http://127.0.0.1', files: '/nowhere' });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  try {
    const visitor = new Visitor(url);
    visitor.cookies.set('putright-session', await web.session('administrator'));
    const seen = await visitor.post('/settings/areas', {
      _csrf: visitor.token(),
      name: 'The long road by the mill',
      what: 'add',
    });
    assert.equal(seen.status, 503);
    assert.match(seen.text, /cannot reach its database/);
    assert.match(seen.html, /<textarea name="name" hidden>The long road by the mill<\/textarea>/);
  } finally {
    await app.close();
    await db.close();
  }
});

test('public pages are limited by network and say so', async () => {
  const app = await buildApp({ db: web.db, address: 'http://127.0.0.1', files: '/nowhere', publicPerMinute: 3 });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  try {
    const visitor = new Visitor(url);
    const seen = [];
    for (let n = 0; n < 5; n++) seen.push(await visitor.get('/accessibility'));
    assert.deepEqual(
      seen.map(({ status }) => status),
      [200, 200, 200, 429, 429],
    );
    assert.match(seen[4]?.text ?? '', /Too many requests/);
  } finally {
    await app.close();
  }
});

test('pages are kept by nobody, framed by nobody else, and run no script of their own', async () => {
  const seen = await (await web.visitor('officer')).get('/');
  assert.equal(seen.headers.get('cache-control'), 'no-store');
  const policy = seen.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.ok(!policy.includes('unsafe'));
  assert.doesNotMatch(seen.html, /\sstyle="|<style|\son\w+="|<script(?![^>]*src=)/);
});

test('nothing that anybody typed becomes markup', async () => {
  const visitor = await web.visitor('administrator');
  await visitor.get('/settings/teams');
  const name = '<script>alert(1)</script>"\'><b>';
  const made = await visitor.send({ name, kind: 'team' }, '/settings/teams');
  assert.equal(made.status, 200);
  for (const path of [made.path, '/settings/teams', '/settings/changes']) {
    const { html, text } = await visitor.get(path);
    assert.ok(!html.includes('<script>alert') && !html.includes('<b>'), path);
    assert.ok(text.includes('<script>alert(1)</script>'), path);
  }
});
