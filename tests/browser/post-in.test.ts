/** Email in the browser: taken in by hand, looked at, set aside, and made a contact after all. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { allow } from '../../src/complaint/refusals.js';
import { lookAtFiles, waysOf } from '../../src/post/look-at-files.js';
import { takeIn } from '../../src/post/take-in.js';
import { root } from '../../src/store/config.js';
import { inLandlord } from '../../src/store/database.js';
import { noteScan } from '../../src/store/file-looking.js';
import { scanStateOf } from '../../src/store/file-scans.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { listSetAside, listToLookAt } from '../../src/store/mail.js';
import { addWay } from '../../src/store/people.js';
import { caseFile, did, newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const fixtures = join(root, 'tests', 'mail', 'fixtures');
const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);

async function upload(names: readonly string[], contents?: readonly string[]) {
  const visitor = await web.visitor('officer');
  await visitor.get('/post/take-in');
  const sent = await sendWithFiles(
    web,
    visitor,
    '/post/take-in',
    {},
    names.map((name, i) => ({
      field: 'message',
      name,
      content: contents?.[i] ?? new Uint8Array(readFileSync(join(fixtures, name))),
    })),
  );
  return { ...sent, visitor };
}

const mail = (id: string, more: string, text: string) =>
  [
    'Received: from a by mx.example.org; Mon, 16 Nov 2026 10:00:00 +0000',
    'From: Rosa <rosa@example.net>',
    'To: complaints@meadow.example.org',
    `Message-ID: <${id}@example.net>`,
    more,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
  ]
    .filter((line, i) => line !== '' || i > 4)
    .join('\r\n');

test('an email file opens a case in the browser and goes on to it; the same file again leads to the same case', async () => {
  const { status, visitor, to } = await upload(['01-plain-complaint.eml']);
  assert.equal(status, 303);
  assert.match(to, /^\/cases\/CMP-/);
  const shown = await visitor.get(to);
  assert.equal(shown.status, 200);
  assert.match(shown.text, /To triage/);
  const again = await upload(['01-plain-complaint.eml']);
  assert.equal(again.to, to);
});

test('what is no email file is refused with why, and nothing is taken in', async () => {
  const before = await store((trx) => listSetAside(trx));
  for (const [names, contents, words] of [
    [[], [], /Choose the email file/],
    [['letter.pdf'], ['%PDF-1.7'], /is not an email file/],
    [['empty.eml'], [''], /is empty|Choose the email file/],
    [['01-plain-complaint.eml', 'photo.jpg'], ['x', 'y'], /photo\.jpg is not an email file/],
  ] as const) {
    const { status, html } = await upload(names, contents);
    assert.equal(status, 422, names.join());
    assert.match(html, words);
  }
  assert.equal((await store((trx) => listSetAside(trx))).length, before.length);
});

test('every odd message there is can be taken in by hand: each comes to something, and its page opens', async () => {
  const names = readdirSync(fixtures).filter((name) => !name.startsWith('27-'));
  for (const name of names) {
    const { status, to, visitor } = await upload([name]);
    assert.equal(status, 303, name);
    assert.equal((await visitor.get(to)).status, 200, name);
  }
  const officer = await web.visitor('officer');
  for (const path of ['/post', '/post/set-aside']) {
    const list = await officer.get(path);
    assert.equal(list.status, 200);
    for (const [, id] of list.html.matchAll(/href="\/post\/([0-9a-f-]{36})"/g)) {
      const one = await officer.get(`/post/${id}`);
      assert.equal(one.status, 200, id);
      assert.doesNotMatch(one.html, /<script>alert|<img[^>]+onerror|javascript:alert/i);
    }
  }
});

test('an automatic reply is set aside; made a contact it opens a case of the day it arrived, once', async () => {
  const { to } = await upload(
    ['auto.eml'],
    [
      mail(
        'auto-1',
        'Subject: Automatic reply: away\r\nAuto-Submitted: auto-replied',
        'I am away, and the damp is worse',
      ),
    ],
  );
  assert.equal(to, '/post/set-aside');
  const officer = await web.visitor('officer');
  const list = await officer.get('/post/set-aside');
  const id =
    (await store((trx) => listSetAside(trx))).find(({ preview }) => preview.includes('damp is worse'))?.id ?? '';
  assert.match(list.html, new RegExp(`/post/${id}`));
  const shown = await officer.get(`/post/${id}`);
  assert.match(shown.text, /Make it a contact/);
  const done = await officer.send({ what: 'contact' });
  assert.match(done.path, /^\/cases\/CMP-/);
  assert.match(done.text, /the damp is worse/);
  const reference = done.path.split('/')[2] ?? '';
  assert.equal((await caseFile(web, reference)).case.receivedOn, '2026-11-16');
  await officer.get(`/post/${id}`);
  const again = await officer.post(`/post/${id}`, { _csrf: officer.token(), what: 'contact' });
  assert.equal(again.path, `/post/${id}`);
  assert.match(again.text, /It is a contact already/);
});

test('dissatisfaction after a stage 1 answer waits on the home page, and leads to the request for stage 2', async () => {
  const reference = await newCase(web, { defined: true });
  await did(web, reference, (_, context) =>
    allow([
      {
        on: context.today,
        what: { type: 'ResponseSent', stage: 1, how: 'post', letter: null, involved: [], outcome: 'upheld' },
      },
    ]),
  );
  const { person } = (await caseFile(web, reference)).case;
  assert.ok(person);
  await store((trx) => addWay(trx, person, { kind: 'email', value: 'rosa@example.net' }));
  const { to } = await upload(
    ['reply.eml'],
    [mail('reply-1', `Subject: Re: ${reference}`, 'I am not happy with your answer, nobody has repaired it.')],
  );
  assert.equal(to, `/cases/${reference}`);
  const officer = await web.visitor('officer');
  const home = await officer.get('/');
  assert.match(home.text, /[1-9]\d* Email to look at/);
  const list = await officer.get('/post');
  assert.match(list.text, /Possible stage 2/);
  const id = (await store((trx) => listToLookAt(trx))).find((one) => one.reference === reference)?.id ?? '';
  const shown = await officer.get(`/post/${id}`);
  assert.match(shown.html, new RegExp(`/cases/${reference}/escalate`));
  const done = await officer.send({ what: 'looked' });
  assert.match(done.text, /Marked as looked at/);
  await officer.get(`/post/${id}`);
  const again = await officer.post(`/post/${id}`, { _csrf: officer.token(), what: 'looked' });
  assert.match(again.text, /Somebody had looked at it already/);
  assert.match((await officer.get(`/post/${id}`)).text, /Looked at Officer/);
});

test('the whole message is shown as its words, and downloaded as it came once a scanner found it clean', async () => {
  const [first] = await store((trx) => listSetAside(trx));
  const officer = await web.visitor('officer');
  const waiting = await officer.get(`/post/${first?.id}/message`);
  assert.match(waiting.text, /Waiting/);
  const raw = Buffer.from((await store((trx) => scanStateOf(trx, first?.raw ?? '')))?.content ?? '', 'hex');
  await store((trx) => trx.deleteFrom('file_look').where('content', '<>', raw).execute());
  await lookAtFiles({ db: web.db, files: web.files, landlordId: web.landlordId }, waysOf({ scanner: null }));
  const shown = await officer.get(`/post/${first?.id}/message`);
  assert.match(shown.text, /Not scanned .* What it says From:/);
  const look = await store((trx) => scanStateOf(trx, first?.raw ?? ''));
  await store((trx) => noteScan(trx, look?.content ?? '', 'clean', { at: new Date() }));
  const whole = await officer.get(`/post/${first?.id}/message/original`);
  assert.equal(whole.status, 200);
  assert.match(whole.headers.get('content-disposition') ?? '', /^attachment/);
  assert.match(whole.headers.get('content-type') ?? '', /message\/rfc822/);
});

test('mail of another landlord, and what is no message, is not found; others than the desk see none', async () => {
  const theirs = await makeLandlord(web.db, { name: 'Brookside Housing' });
  await takeIn(
    { db: web.db, files: web.files, landlordId: theirs },
    {
      name: 'x.eml',
      bytes: Buffer.from(mail('theirs-1', 'Subject: Automatic reply: x\r\nAuto-Submitted: auto-replied', 'x')),
    },
    new Date(),
  );
  const [other] = await inLandlord(web.db, theirs, (trx) => listSetAside(trx));
  const officer = await web.visitor('officer');
  for (const id of [other?.id ?? '', 'x', '00000000-0000-4000-8000-000000000000', "'--"]) {
    assert.equal((await officer.get(`/post/${encodeURIComponent(id)}`)).status, 404, id);
    assert.equal((await officer.get(`/post/${encodeURIComponent(id)}/message`)).status, 404, id);
    const { status } = await officer.knock('POST', `/post/${encodeURIComponent(id)}`, { what: 'contact' });
    assert.equal(status, 404, id);
  }
  for (const role of ['investigator', 'reviewer', 'administrator', 'member-responsible'] as const) {
    const visitor = await web.visitor(role);
    for (const path of ['/post', '/post/set-aside', '/post/take-in', `/post/${other?.id}`])
      assert.equal((await visitor.knock('GET', path)).status, 403, `${role} ${path}`);
  }
});
