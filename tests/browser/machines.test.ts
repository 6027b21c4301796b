/** Programs that send contacts: what they may, what they may not, and what hostile ones try. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { root } from '../../src/store/config.js';
import { endSource, makeSource } from '../../src/store/contact-sources.js';
import { inLandlord } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { addStaff } from '../../src/store/staff.js';
import { foundIn } from '../support/found-in.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let token = '';
const lines: string[] = [];
before(async () => {
  web = await startWeb({ logger: { level: 'debug', stream: { write: (line: string) => lines.push(line) } } });
  token = await newSource('Web chat');
});
after(() => web.close());

async function newSource(name: string, perHour = 1_000): Promise<string> {
  const about = { name, channel: 'web-chat' as const, perHour, by: web.staff.administrator };
  const made = await inLandlord(web.db, web.landlordId, (trx) => makeSource(trx, about));
  assert.ok(made);
  return made.token;
}

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { receipt?: string; reference?: string; takenAt?: string; error?: { code: string; words: string } };
}

async function call(body: unknown, more: { key?: string; token?: string; headers?: Record<string, string> } = {}) {
  const response = await fetch(`${web.url}/api/v1/contacts`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${more.token ?? token}`,
      'content-type': 'application/json',
      'idempotency-key': more.key ?? randomUUID(),
      ...more.headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() } as Answered;
}

const said = {
  words: 'The boiler has been off since Monday and nobody rings back.',
  saidAt: new Date(Date.now() - 3_600_000).toISOString(),
  who: { name: 'Amina Noor', email: 'amina@example.org', phone: '07700 900123', postcode: 'ME4 4AA' },
  adjustments: 'Large print, please',
  reachSafely: 'Never ring after six',
  transcript: [
    { from: 'robot', words: 'How can we help?' },
    { from: 'resident', at: new Date(Date.now() - 3_600_000).toISOString(), words: 'The boiler is off.' },
  ],
  files: [{ name: '../../boiler.txt', content: Buffer.from('E119').toString('base64') }],
};

async function cases(): Promise<number> {
  const { rows } = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ n: number }>`select count(*)::int as n from case_head where landlord_id = ${web.landlordId}`.execute(trx),
  );
  return rows[0]?.n ?? 0;
}

describe('a source', () => {
  test('sends a contact with its transcript and files, and gets a receipt and a reference, and no more', async () => {
    const { status, body, headers } = await call(said);
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(Object.keys(body).sort(), ['receipt', 'reference', 'takenAt']);
    assert.equal(headers.get('set-cookie'), null);
    assert.equal(headers.get('cache-control'), 'no-store');
    const officer = await web.visitor('officer');
    const page = await officer.get(`/cases/${body.reference}`);
    assert.match(page.text, /Amina Noor/);
    const history = await officer.get(`/cases/${body.reference}/history`);
    assert.match(history.text, /Web chat, app or another program/);
    const { rows } = await inLandlord(web.db, web.landlordId, (trx) =>
      sql<{ name: string }>`select name from file where landlord_id = ${web.landlordId} order by name`.execute(trx),
    );
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['boiler.txt', 'transcript.txt'],
    );
  });

  test('that sends the same again, even twice at once, gets the same answer, and one case is there', async () => {
    const key = randomUUID();
    const before = await cases();
    const answers = await Promise.all([1, 2, 3].map(() => call(said, { key })));
    answers.push(await call(said, { key }));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 201]);
    assert.equal(new Set(answers.map(({ body }) => `${body.receipt} ${body.reference} ${body.takenAt}`)).size, 1);
    assert.equal(await cases(), before + 1);
  });

  test('that uses a key for another contact is told so, and nothing is taken', async () => {
    const key = randomUUID();
    await call(said, { key });
    const before = await cases();
    const { status, body } = await call({ ...said, words: 'Something else' }, { key });
    assert.equal(status, 409);
    assert.equal(body.error?.code, 'key-used');
    assert.equal(await cases(), before);
  });

  test('whose clock runs ahead has heard it today; what is older than a month is for staff', async () => {
    const ahead = await call({ words: 'Damp again', saidAt: new Date(Date.now() + 172_800_000).toISOString() });
    assert.equal(ahead.status, 201);
    const old = await call({ words: 'Damp again', saidAt: new Date(Date.now() - 40 * 86_400_000).toISOString() });
    assert.equal(old.status, 422);
  });

  test('that says, or tells in words, that somebody is in danger now wakes whoever is on call; what was mended wakes nobody', async () => {
    const count = async (table: string) => {
      const { rows } = await inLandlord(web.db, web.landlordId, (trx) =>
        sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(trx),
      );
      return rows[0]?.n ?? 0;
    };
    const [alarms, arrived] = [await count('alarm'), await count('arrival')];
    const key = randomUUID();
    const body = { words: 'There is a smell of gas on the stairs', hazards: ['emergency', 'gas'] };
    for (const _ of [1, 2]) assert.ok((await call(body, { key })).status < 300);
    assert.deepEqual([await count('alarm'), await count('arrival')], [alarms + 1, arrived + 1]);
    assert.equal((await call({ words: 'The smell of gas was mended last year' })).status, 201);
    assert.deepEqual([await count('alarm'), await count('arrival')], [alarms + 1, arrived + 1]);
    assert.equal((await call({ words: 'I can smell gas in the kitchen' })).status, 201);
    assert.deepEqual([await count('alarm'), await count('arrival')], [alarms + 2, arrived + 2]);
  });

  test('learns nothing of a case that it names: the answer is alike whether it is there or not', async () => {
    const { body } = await call(said);
    const there = await call({ words: 'About my case', about: body.reference });
    const not = await call({ words: 'About my case', about: 'CMP-99-99999' });
    assert.equal(there.status, not.status);
    assert.deepEqual(Object.keys(there.body), Object.keys(not.body));
    assert.notEqual(there.body.reference, body.reference);
    const officer = await web.visitor('officer');
    assert.match((await officer.get(`/cases/${there.body.reference}`)).text, new RegExp(body.reference ?? 'none'));
  });
});

describe('a token', () => {
  test('that has ended, was changed, or is another landlord’s by its look, lets nobody in', async () => {
    const ended = await newSource('Ended');
    const [, , secret = ''] = ended.split('.');
    const id = await inLandlord(web.db, web.landlordId, async (trx) => {
      const { rows } = await sql<{ id: string }>`select id from contact_source where name = 'Ended'`.execute(trx);
      const found = rows[0]?.id ?? '';
      assert.ok(await endSource(trx, found, web.staff.administrator));
      return found;
    });
    assert.ok(id);
    const other = await makeLandlord(web.db, { id: randomUUID(), name: 'Brookside' });
    const theirs = await inLandlord(web.db, other, async (trx) => {
      const by = await addStaff(trx, { name: 'Theirs', email: 'them@example.org', roles: ['administrator'] });
      assert.ok(by !== null);
      return makeSource(trx, { name: 'Chat', channel: 'web-chat', perHour: 10, by });
    });
    const [, theirPart = ''] = theirs?.token.split('.') ?? [];
    const [, ourPart = '', ourSecret = ''] = token.split('.');
    const before = await cases();
    for (const wrong of [
      ended,
      `putright.${theirPart}.${ourSecret}`,
      `putright.${ourPart}.${theirs?.token.split('.')[2]}`,
      `putright.${'A'.repeat(22)}.${secret}`,
      token.slice(0, -1),
      'x',
    ]) {
      const { status, body, headers } = await call(said, { token: wrong });
      assert.equal(status, 401);
      assert.equal(headers.get('www-authenticate'), 'Bearer');
      assert.match(body.error?.words ?? '', /^The token is not known here, or it has ended/);
    }
    assert.equal((await call(said, { token: theirs?.token ?? '' })).status, 201);
    assert.equal(await cases(), before, 'what another landlord’s source sends is not ours');
  });

  test('reads nothing, anywhere', async () => {
    const { body } = await call(said);
    for (const path of [
      '/api/v1/contacts',
      `/api/v1/contacts/${body.receipt}`,
      `/cases/${body.reference}`,
      '/search',
    ]) {
      for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
        const response = await fetch(web.url + path, {
          method,
          redirect: 'manual',
          headers: { authorization: `Bearer ${token}`, cookie: `putright-session=${token}` },
        });
        assert.ok([303, 404].includes(response.status), `${method} ${path} answers ${response.status}`);
        assert.ok(!(await response.text()).includes('boiler'));
      }
    }
  });

  test('is not in the log, and neither is what was said', () => {
    const log = lines.join('');
    assert.ok(log.includes('/api/v1/contacts'));
    for (const secret of [token, token.slice(-20), 'boiler', 'amina'])
      assert.ok(!log.toLowerCase().includes(secret.toLowerCase()));
  });
});

describe('a body', () => {
  test('that is no JSON, too deep, too large or not asked for is refused in one sentence, and nothing is taken', async () => {
    const before = await cases();
    const deep = `{"words":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const tries: [unknown, number][] = [
      ['{ not json', 400],
      ['', 400],
      [deep, 400],
      ['[1,2]', 422],
      ['null', 422],
      ['{"__proto__":{"words":"x"}}', 422],
      [{ words: 7 }, 422],
      [{ words: '  ' }, 422],
      [{ words: 'x', hazards: ['the moon'] }, 422],
      [{ words: 'x', secret: 'please' }, 422],
      [{ words: 'x', files: [{ name: 'a', content: 'not base64!' }] }, 422],
      [{ words: 'x', files: Array(11).fill({ name: 'a', content: 'YQ==' }) }, 422],
      [{ words: 'x', files: Array(3).fill({ name: 'a', content: 'A'.repeat(4_900_000) }) }, 422],
      [{ words: 'x'.repeat(100_001) }, 422],
      [{ words: 'x'.repeat(16 * 1_048_576) }, 413],
    ];
    for (const [body, expected] of tries) {
      const answer = await call(body);
      assert.equal(answer.status, expected, `${JSON.stringify(body).slice(0, 60)} ${JSON.stringify(answer.body)}`);
      assert.match(answer.body.error?.words ?? '', /^[^{}<>]{10,200}\.$/);
      assert.ok(!answer.body.error?.words.includes('please'), 'nothing that was sent comes back');
    }
    for (const headers of [{ 'content-type': 'text/plain' }, { 'content-type': 'application/x-www-form-urlencoded' }]) {
      assert.equal((await call(said, { headers })).status, 415);
    }
    for (const key of ['', ' ', 'x'.repeat(201)]) assert.equal((await call(said, { key })).status, 400);
    assert.equal(await cases(), before);
  });

  test('with control characters, halves of characters and script is kept as text', async () => {
    const words = 'no\u0000thing \ud83d <script>alert(1)</script> {{code}}';
    const { status, body } = await call({ words, who: { name: 'Bcc: x\r\nTo: y' } });
    assert.equal(status, 201);
    const { rows } = await inLandlord(web.db, web.landlordId, (trx) =>
      sql<{ name: string }>`select name from person where name like 'Bcc%'`.execute(trx),
    );
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['Bcc: x To: y'],
    );
    const bad = await call({ words: 'x', who: { email: 'a@example.org\r\nBcc: b@example.org' } });
    assert.equal(bad.status, 422);
    assert.match(bad.body.error?.words ?? '', /no e-mail address/);
    const officer = await web.visitor('officer');
    const page = await officer.get(`/cases/${body.reference}`);
    assert.equal(page.status, 200);
    assert.ok(page.text.includes('nothing'));
    assert.ok(!page.html.includes('<script>alert'));
  });
});

test('a source that floods is stopped at its own limit, and no other source with it', async () => {
  const flooding = await newSource('Flooding', 5);
  const answers: number[] = [];
  for (let n = 0; n < 8; n++) answers.push((await call({ words: `again ${n}` }, { token: flooding })).status);
  assert.deepEqual(answers, [201, 201, 201, 201, 201, 429, 429, 429]);
  const before = readdirSync(join(web.files, web.landlordId), { recursive: true }).length;
  const files = [{ name: 'flood.txt', content: Buffer.from('nobody keeps this').toString('base64') }];
  assert.equal((await call({ words: 'again', files }, { token: flooding })).status, 429);
  const after = readdirSync(join(web.files, web.landlordId), { recursive: true }).length;
  assert.equal(after, before, 'what is not taken fills no disk');
  const full = await call({ words: 'again' }, { token: flooding });
  assert.equal(full.headers.get('retry-after'), '600');
  assert.equal((await call({ words: 'not flooding' })).status, 201);
});

test('calls by the hundred from one place are slowed before a token is looked at', async () => {
  const small = await startWeb({ publicPerMinute: 3 });
  try {
    const statuses: number[] = [];
    let words = '';
    for (let n = 0; n < 5; n++) {
      const response = await fetch(`${small.url}/api/v1/contacts`, { method: 'POST' });
      statuses.push(response.status);
      words = ((await response.json()) as Answered['body']).error?.words ?? '';
    }
    assert.deepEqual(statuses, [401, 401, 401, 429, 429]);
    assert.match(words, /^Too many calls/);
  } finally {
    await small.close();
  }
});

describe('whoever writes a program', () => {
  test('finds every call described, and the examples of the documentation are taken as they stand', async () => {
    const response = await fetch(`${web.url}/api/v1/openapi.json`);
    assert.equal(response.status, 200);
    const described = (await response.json()) as { paths: Record<string, unknown>; openapi: string };
    assert.deepEqual(Object.keys(described.paths), ['/api/v1/contacts']);
    const text = readFileSync(join(root, 'docs/api.md'), 'utf8');
    const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, body]) => body ?? '');
    assert.ok(examples.length > 0);
    for (const body of examples) {
      const said = { ...(JSON.parse(body) as object), saidAt: new Date().toISOString() };
      assert.equal((await call(said)).status, 201);
    }
    const words = JSON.stringify(described);
    for (const status of ['400', '401', '409', '413', '415', '422', '429', '503']) {
      assert.ok(text.includes(status) && words.includes(`"${status}"`), status);
    }
  });

  test('gets a token from an administrator once; it works until it is ended', async () => {
    const administrator = await web.visitor('administrator');
    await administrator.get('/settings/sources');
    const made = await administrator.send(
      { name: 'Residents’ app', channel: 'app', perHour: '20' },
      '/settings/sources',
    );
    const shown = foundIn(/putright\.[\w-]{22}\.[\w-]{43}/, made.text);
    assert.equal((await call({ words: 'From the app' }, { token: shown })).status, 201);
    const again = await administrator.post('/settings/sources', {
      _csrf: administrator.token(),
      name: 'residents’ app',
      channel: 'app',
      perHour: '20',
    });
    assert.equal(again.status, 422);
    const list = await administrator.get('/settings/sources');
    assert.ok(!list.html.includes(shown.slice(-43)), 'it is not shown again');
    const href = foundIn(/href="(\/settings\/sources\/[0-9a-f-]{36})">Residents’ app/, list.html);
    await administrator.get(href);
    assert.match((await administrator.send({ sure: 'yes' })).text, /Residents’ app has ended/);
    assert.equal((await call({ words: 'From the app' }, { token: shown })).status, 401);
    const { rows } = await inLandlord(web.db, web.landlordId, (trx) =>
      sql<{ n: number }>`
        select count(*)::int as n from contact_source
        where encode(token_digest, 'escape') like ${`%${shown.slice(-43)}%`}`.execute(trx),
    );
    assert.equal(rows[0]?.n, 0);
  });
});
