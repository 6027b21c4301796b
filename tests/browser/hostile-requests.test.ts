/** Requests that no browser of ours makes: each has an answer in words, and none reaches what it was after. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { inLandlord } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { openSession } from '../../src/store/sessions.js';
import { addStaff, newSecret, roles } from '../../src/store/staff.js';
import { addTeam } from '../../src/store/teams.js';
import { isMachine } from '../../src/web/machine.js';
import { routes as everyRoute } from '../../src/web/routes.js';
import { asTyped, mostFields } from '../../src/web/sent.js';
import type { Route } from '../../src/web/visit.js';
import { newCase } from '../support/cases-for-screens.js';
import { startWeb, type TestWeb, testPassword } from '../support/web.js';

/** Those that a browser asks for; tests/browser/machines.test.ts tries the rest. */
const routes = everyRoute.filter((route) => !isMachine(route)) as readonly Route[];

let web: TestWeb;
let folder = '';
const lines: string[] = [];
before(async () => {
  web = await startWeb({ logger: { level: 'debug', stream: { write: (line: string) => lines.push(line) } } });
  // A temporary folder of its own: others lay files down meanwhile.
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  process.env.TMPDIR = folder;
});
after(async () => {
  await web.close();
  rmSync(folder, { recursive: true });
});

const cookieOf = (visitor: { cookies: Map<string, string> }) =>
  [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** Bytes as they are, for what `fetch` would tidy up. */
function bytes(text: string): Promise<string> {
  const { hostname, port } = new URL(web.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8').on('data', (piece: string) => {
      answer += piece;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

describe('an address', () => {
  test('with a null byte in any of its parts is answered, and not by an error', async () => {
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const visitor = await web.visitor(typeof route.access === 'string' ? 'officer' : route.access[0]);
      const path = route.path.replace(/:\w+/g, '%00');
      for (const query of [
        '',
        '?kept=%00',
        '?point=%00&person=%00&promise=%00&text=%00&area=%00&entry=%00&request=%00',
      ]) {
        const { status } = await visitor.knock('GET', path + query);
        assert.ok(status < 500, `${route.path}${query} answers ${status}`);
      }
    }
  });

  test('that cannot be read, or is far too long, gets the page for what is not there, as strict as any', async () => {
    for (const path of ['/cases/%zz', '/cases/%E0%A4', `/cases/${'x'.repeat(300)}`]) {
      const response = await fetch(web.url + path);
      assert.equal(response.status, 404, path);
      assert.match(response.headers.get('content-type') ?? '', /text\/html/);
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.ok(!(await response.text()).includes('xxxxx'), 'the address is not repeated');
    }
    assert.ok(!lines.join('').includes('xxxxx') && !lines.join('').includes('%zz'), 'nor logged');
  });

  test('leads to no file outside the assets', async () => {
    for (const path of [
      '/assets/../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
    ]) {
      const answer = await bytes(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      assert.match(answer, /^HTTP\/1\.1 40[034]/, path);
      assert.ok(!answer.includes('"dependencies"'), path);
    }
  });

  test('is never made from the Host header', async () => {
    const answer = await bytes(
      'GET /cases HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n',
    );
    assert.match(answer, /^HTTP\/1\.1 303/);
    assert.ok(!answer.includes('evil.example'));
  });
});

describe('a method', () => {
  test('that no page has does nothing, and a method in a header or a field is no method', async () => {
    const visitor = await web.visitor('administrator');
    const headers = { cookie: cookieOf(visitor) };
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const response = await fetch(`${web.url}/settings/areas`, { method, headers });
      assert.equal(response.status, 404, method);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
    }
    const before = await fetch(`${web.url}/settings/areas?what=add&name=Planted&_method=POST`, {
      headers: { ...headers, 'x-http-method-override': 'POST' },
    });
    assert.equal(before.status, 200);
    assert.ok(!(await (await fetch(`${web.url}/settings/areas`, { headers })).text()).includes('Planted'));
  });
});

describe('a body', () => {
  test('that is no form is not taken', async () => {
    const visitor = await web.visitor('administrator');
    for (const [type, body] of [
      ['application/json', JSON.stringify({ _csrf: visitor.token(), name: 'Planted', what: 'add' })],
      ['application/json', '{"__proto__":{"x":1}}'],
      ['text/plain', `_csrf=${visitor.token()}&name=Planted&what=add`],
      ['text/xml', '<a/>'],
    ] as const) {
      const response = await fetch(`${web.url}/settings/areas`, {
        method: 'POST',
        body,
        headers: { cookie: cookieOf(visitor), 'content-type': type },
      });
      assert.equal(response.status, 400, type);
    }
    assert.ok(!(await visitor.get('/settings/areas')).text.includes('Planted'));
  });

  test('with thousands of fields, or megabytes of text in many fields, is too large', async () => {
    const visitor = await web.visitor('officer');
    const many = new URLSearchParams({ _csrf: visitor.token() });
    for (let n = 0; n <= mostFields; n++) many.append(n % 2 === 0 ? 'hazards' : `f${n}`, 'x');
    const long = new FormData();
    long.set('_csrf', visitor.token());
    for (let n = 0; n < 20; n++) long.set(`f${n}`, 'x'.repeat(200_000));
    for (const body of [many, long]) {
      const response = await fetch(`${web.url}/log`, {
        method: 'POST',
        body,
        headers: { cookie: cookieOf(visitor) },
      });
      assert.equal(response.status, 413);
    }
  });

  test('with fields named like the insides of an object is a form like any other', async () => {
    const visitor = await web.visitor('officer');
    const names = ['__proto__', '__proto__', 'constructor', 'constructor', 'toString', 'hasOwnProperty'];
    const body = [`_csrf=${visitor.token()}`, ...names.map((name) => `${name}=x`), 'text=damp'].join('&');
    const response = await fetch(`${web.url}/search`, {
      method: 'POST',
      body,
      headers: { cookie: cookieOf(visitor), 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(response.status, 200);
    assert.equal(({} as Record<string, unknown>).x, undefined);
  });

  test('holds no control characters and no halves of characters by the time a screen sees it', () => {
    assert.equal(asTyped('a\0b\u0007c\u001bd\u007f'), 'abcd');
    assert.equal(asTyped('line\r\nline\ttab'), 'line\r\nline\ttab');
    assert.equal(asTyped('half \ud83d whole 😀 مرحبا'), 'half \ufffd whole 😀 مرحبا');
  });
});

describe('files', () => {
  const laidDown = () => readdirSync(folder).filter((name) => name.startsWith('putright-sent-'));

  /** Sends the beginning of a form with a file and never its end, and looks at what lies on the disk meanwhile. */
  async function halfSent(path: string, cookie: string, token: string | null, patience = 400): Promise<string[]> {
    const before = laidDown();
    const { hostname, port } = new URL(web.url);
    const part = (disposition: string, value: string) =>
      `--cut\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${value}`;
    const body =
      (token === null ? '' : `${part('name="_csrf"', token)}\r\n`) +
      part('name="files"; filename="a.bin"', 'x'.repeat(300_000));
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: 999999\r\n\r\n${body}`,
    );
    const made = () => laidDown().filter((name) => !before.includes(name));
    for (let waited = 0; made().length === 0 && waited < patience; waited += 10) await pause(10);
    const all = made();
    socket.destroy();
    // What was laid down of a form that never ended is taken away.
    while (made().length > 0) await pause(10);
    return all;
  }

  test('are laid down for nobody, for no wrong role, and for no form without its token', {
    timeout: 60_000,
  }, async () => {
    const stranger = await web.visitor(null);
    await stranger.get('/sign-in');
    const administrator = await web.visitor('administrator');
    const officer = await web.visitor('officer');
    const never = [
      ['/sign-in', stranger, stranger.token()],
      ['/log', stranger, stranger.token()],
      ['/log', administrator, administrator.token()],
      ['/log', officer, 'x'.repeat(43)],
      ['/log', officer, null],
    ] as const;
    for (const [path, who, token] of never) assert.deepEqual(await halfSent(path, cookieOf(who), token), [], path);
    assert.equal((await halfSent('/log', cookieOf(officer), officer.token(), 30_000)).length, 1);
  });
});

describe('guessing', () => {
  test('many passwords at once counts as many', async () => {
    const guess = async () => {
      const visitor = await web.visitor(null);
      await visitor.get('/sign-in');
      return (await visitor.send({ email: 'manager@example.org', password: 'not this one' })).text;
    };
    const answers = await Promise.all(Array.from({ length: 12 }, guess));
    assert.equal(answers.filter((text) => /is not right/.test(text)).length, 5);
    assert.equal(answers.filter((text) => /Too many attempts/.test(text)).length, 7);
  });

  test('a right password leaves no wrong one behind', async () => {
    await inLandlord(web.db, web.landlordId, (trx) => sql`delete from sign_in_attempt`.execute(trx));
    for (let n = 0; n < 7; n++) {
      const visitor = await web.visitor(null);
      await visitor.get('/sign-in');
      assert.equal((await visitor.send({ email: 'reviewer@example.org', password: testPassword })).path, '/');
    }
    const { rows } = await inLandlord(web.db, web.landlordId, (trx) =>
      sql<{ n: number }>`select count(*)::int as n from sign_in_attempt where not succeeded`.execute(trx),
    );
    assert.equal(rows[0]?.n, 0);
  });

  test('from behind an address that the visitor made up is guessing from where it comes', async () => {
    await inLandlord(web.db, web.landlordId, (trx) => sql`delete from sign_in_attempt`.execute(trx));
    const visitor = await web.visitor(null);
    await visitor.get('/sign-in');
    for (let n = 0; n < 6; n++) {
      const body = new URLSearchParams({ _csrf: visitor.token(), email: 'officer@example.org', password: 'wrong' });
      const headers = { cookie: cookieOf(visitor), 'x-forwarded-for': `198.51.${n}.1` };
      const text = await (await fetch(`${web.url}/sign-in`, { method: 'POST', body, headers })).text();
      assert.match(text, n < 5 ? /is not right/ : /Too many attempts/);
    }
  });
});

describe('a session', () => {
  test('ends on the server when its holder signs in anew', async () => {
    const visitor = await web.visitor('investigator');
    const old = visitor.cookies.get('putright-session') ?? '';
    await visitor.knock('POST', '/sign-in', { email: 'investigator@example.org', password: testPassword });
    const thief = await web.visitor(null);
    thief.cookies.set('putright-session', old);
    assert.equal((await thief.knock('GET', '/')).status, 303);
  });

  test('cannot be chosen by whoever makes somebody else sign in', async () => {
    const visitor = await web.visitor(null);
    const chosen = `${web.landlordId}.${'A'.repeat(43)}`;
    visitor.cookies.set('putright-session', chosen);
    await visitor.get('/sign-in');
    await visitor.send({ email: 'investigator@example.org', password: testPassword }, '/sign-in');
    assert.notEqual(visitor.cookies.get('putright-session'), chosen);
    const other = await web.visitor(null);
    other.cookies.set('putright-session', chosen);
    assert.equal((await other.knock('GET', '/')).status, 303);
  });

  test('of one landlord is none of another’s, and its token is good for itself alone', async () => {
    const [one, two] = [await web.visitor('administrator'), await web.visitor('administrator')];
    assert.equal((await one.knock('POST', '/settings/areas', { name: 'X', what: 'add' }, two.token())).status, 403);
    assert.equal((await one.knock('POST', '/settings/areas', { name: 'X', what: 'add' }, '')).status, 403);
    const moved = await web.visitor(null);
    const secret = one.cookies.get('putright-session')?.split('.')[1];
    moved.cookies.set('putright-session', `00000000-0000-4000-8000-000000000000.${secret}`);
    assert.equal((await moved.knock('GET', '/settings')).status, 303);
  });

  test('comes in a cookie that no script reads and that https alone carries, where there is https', async () => {
    const secure = await startWeb({ address: 'https://complaints.example.org' });
    try {
      const response = await fetch(`${secure.url}/sign-in`);
      const cookies = response.headers.getSetCookie();
      assert.ok(cookies.length > 0);
      for (const cookie of cookies)
        assert.match(cookie, /^__Host-putright-\w+=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      assert.match(response.headers.get('strict-transport-security') ?? '', /max-age=31536000/);
    } finally {
      await secure.close();
    }
  });

  test('that was lost keeps nine forms at most', async () => {
    const visitor = await web.visitor('officer');
    const token = visitor.token();
    await inLandlord(web.db, web.landlordId, (trx) =>
      sql`update staff_session set last_seen_at = now() - interval '2 hours'`.execute(trx),
    );
    for (let n = 0; n < 14; n++) await visitor.knock('POST', '/search', { text: `damp ${n}` }, token);
    const { rows } = await inLandlord(web.db, web.landlordId, (trx) =>
      sql<{ n: number }>`select count(*)::int as n from kept_form`.execute(trx),
    );
    assert.ok((rows[0]?.n ?? 0) <= 10, `${rows[0]?.n} kept`);
  });
});

// Last: from here on, signing in asks for which of two landlords.
describe('another landlord', () => {
  test('finds nothing under the addresses of ours, on any page and by any form', async () => {
    const reference = await newCase(web, { defined: true, name: 'Wilhelmina Ourresident' });
    const team = await inLandlord(web.db, web.landlordId, (trx) =>
      addTeam(trx, { name: 'Ourteam', contractor: false, email: null }),
    );
    const theirs = await makeLandlord(web.db, { id: randomUUID(), name: 'Brookside Housing' });
    const secret = newSecret();
    await inLandlord(web.db, theirs, async (trx) => {
      const id = await addStaff(trx, { name: 'Theirs', email: 'officer@example.org', roles });
      assert.ok(id !== null);
      await openSession(trx, id, secret);
    });
    const them = await web.visitor(null);
    them.cookies.set('putright-session', `${theirs}.${secret}`);
    for (const route of routes.filter(({ path }) => /:(reference|id)/.test(path))) {
      const path = route.path
        .replace(':reference', reference)
        .replace(':id', route.path.includes('teams') ? String(team) : web.staff.officer)
        .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
      const seen =
        route.method === 'GET' ? await them.get(path) : await them.post(path, { _csrf: them.token(), version: '1' });
      assert.equal(seen.status, 404, `${route.method} ${route.path} answers ${seen.status}`);
      assert.ok(!/Ourresident|Ourteam|Officer/.test(seen.text), route.path);
    }
    for (const text of [reference, 'Ourresident', 'damp']) {
      await them.get('/search');
      assert.match((await them.send({ text }, '/search')).text, /Nothing was found/);
    }
    for (const path of ['/', '/cases?show=all', '/settings/people', '/settings/teams', '/settings/changes', '/post']) {
      const { html, status } = await them.get(path);
      assert.equal(status, 200, path);
      assert.ok(!/Ourresident|Ourteam|Officer<|Meadow/.test(html), path);
    }
  });
});
