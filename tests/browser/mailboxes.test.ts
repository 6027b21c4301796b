/** Setting up a mailbox: tried against a real mail server, refused where it must be, its secret never shown again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { inLandlord } from '../../src/store/database.js';
import { readSecret } from '../../src/store/landlord-secrets.js';
import { listMailboxes, secretOf } from '../../src/store/mailboxes.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { dovecot, missing } from '../support/debian.js';
import { type MailServer, startMailServer } from '../support/dovecot.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

const skip = missing(dovecot);
let web: TestWeb;
let browser: Browser;
let server: MailServer | undefined;
let visitor: Visitor;

before(async () => {
  if (skip === false) server = await startMailServer();
  process.env.PUTRIGHT_ALLOW_HOSTS = `127.0.0.1:${server?.port ?? 1}`;
  web = await startWeb();
  browser = await openBrowser();
  visitor = await web.visitor('administrator');
});
after(async () => {
  delete process.env.PUTRIGHT_ALLOW_HOSTS;
  await browser.close();
  await web.close();
  await server?.stop();
});

const typed = (wish: Readonly<Record<string, string>> = {}) => ({
  name: 'Complaints',
  host: '127.0.0.1',
  port: String(server?.port ?? 143),
  security: 'none',
  folder: 'INBOX',
  userName: 'complaints@ashdown.example',
  signIn: 'password',
  password: 'pass-the-salt',
  tokenUrl: '',
  clientId: '',
  clientSecret: '',
  refreshToken: '',
  scope: '',
  replyAddress: 'complaints+{code}@ashdown.example',
  authservId: 'mx.ashdown.example',
  pollSeconds: '60',
  reads: 'yes',
  beginning: 'new',
  ...wish,
});
const fill = (path: string, fields: Readonly<Record<string, string>>) =>
  visitor.post(path, { _csrf: visitor.token(), ...fields });
const add = async (wish: Readonly<Record<string, string>>) => {
  await visitor.get('/settings/mailboxes/new');
  return fill('/settings/mailboxes/new', typed(wish));
};
const boxes = () => inLandlord(web.db, web.landlordId, listMailboxes);

test('the screens of mailboxes are good screens', async () => {
  await assertGoodScreen(browser, web, 'administrator', '/settings/mailboxes');
  await assertGoodScreen(browser, web, 'administrator', '/settings/mailboxes/new');
});

test('what can’t be a mailbox is refused beside its field, and nothing is kept of it', async () => {
  for (const [wish, says] of [
    [{ host: '10.0.0.5' }, /inside this network, which is not allowed/],
    [{ host: 'localhost', port: '25' }, /inside this network, which is not allowed/],
    [{ host: '169.254.169.254' }, /inside this network/],
    [{ host: 'mail example' }, /not the name of a server/],
    [{ host: 'no-such-host.invalid' }, /No server of the name/],
    [{ port: '0' }, /port/i],
    [{ password: '' }, /Enter the password/],
    [{ signIn: 'oauth-client' }, /Enter the client ID/],
    [
      { signIn: 'oauth-client', clientId: 'a', clientSecret: 'b', tokenUrl: 'https://192.168.0.1/token' },
      /inside this network/,
    ],
    [{ replyAddress: 'complaints@ashdown.example' }, /\{code\} once before the @/],
    [{ replyAddress: `${'c'.repeat(50)}+{code}@ashdown.example` }, /63 are the most/],
  ] as const) {
    const answer = await add(wish);
    assert.equal(answer.status, 422, JSON.stringify(wish));
    assert.match(answer.text, says, JSON.stringify(wish));
    assert.doesNotMatch(answer.html, /pass-the-salt/);
  }
  assert.deepEqual(await boxes(), []);
});

test('a mailbox is set up, tried, changed and forgotten; its password is sealed and shown to nobody', {
  skip,
}, async () => {
  const saved = await add({});
  assert.match(saved.text, /Saved/);
  const [box] = await boxes();
  assert.ok(box && server);
  const path = `/settings/mailboxes/${box.id}`;
  assert.equal(
    await inLandlord(web.db, web.landlordId, (trx) => readSecret(trx, secretOf(box.id, 'password'))),
    server.password,
  );

  const tried = await fill(path, { what: 'try' });
  assert.match(tried.text, /It works: the folder can be read, and 0 messages lie in it/);
  // Left empty, the password stays.
  await visitor.get(path);
  await fill(path, typed({ password: '', name: 'Complaints and thanks' }));
  assert.match((await fill(path, { what: 'try' })).text, /It works/);
  await fill(path, typed({ password: 'wrong', name: 'Complaints and thanks' }));
  assert.match((await fill(path, { what: 'try' })).text, /did not accept the user name and password/);
  const page = await visitor.get(path);
  assert.match(page.text, /its password given/);
  assert.doesNotMatch(page.html, /pass-the-salt|value="wrong"/);

  await inLandlord(web.db, web.landlordId, (trx) =>
    sql`update mailbox_reading set trouble = 'The mail server did not answer in time: check the host and the port.',
      read_at = now(), taken = 1204, waiting = 3`.execute(trx),
  );
  const list = await visitor.get('/settings/mailboxes');
  assert.match(list.text, /Trouble/);
  assert.match(list.text, /1,204 emails taken in, 3 emails waiting/);
  const post = await (await web.visitor('officer')).get('/post');
  assert.match(post.text, /The mailbox Complaints and thanks can’t be read/);

  assert.equal((await fill(path, { what: 'remove' })).status, 422);
  await fill(path, { what: 'remove', sure: 'yes' });
  assert.deepEqual(await boxes(), []);
  assert.equal(await inLandlord(web.db, web.landlordId, (trx) => readSecret(trx, secretOf(box.id, 'password'))), null);
});

test('receipts are switched and limited by an administrator alone', async () => {
  await visitor.get('/settings/mailboxes');
  assert.equal((await fill('/settings/mailboxes', { send: 'yes', mostADay: '0' })).status, 422);
  await fill('/settings/mailboxes', { send: 'no', mostADay: '20' });
  assert.match((await visitor.get('/settings/mailboxes')).text, /Receipts for e-mail are not sent/);
  const officer = await web.visitor('officer');
  assert.equal((await officer.get('/settings/mailboxes')).status, 403);
});
