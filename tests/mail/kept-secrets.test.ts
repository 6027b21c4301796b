/** A kept secret stays with the server and the account it was given for, by whichever steps the settings are changed. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inLandlord } from '../../src/store/database.js';
import { readSecret } from '../../src/store/landlord-secrets.js';
import { listMailboxes, secretOf } from '../../src/store/mailboxes.js';
import { waySecrets } from '../../src/store/ways-out.js';
import { foundIn } from '../support/found-in.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

const data = mkdtempSync(join(tmpdir(), 'putright-kept-'));
process.env.PUTRIGHT_DATA = data;
process.env.PUTRIGHT_ALLOW_HOSTS = '127.0.0.1';
let web: TestWeb;
let visitor: Visitor;
before(async () => {
  web = await startWeb();
  visitor = await web.visitor('administrator');
});
after(async () => {
  await web.close();
  rmSync(data, { recursive: true, force: true });
});
const secret = (name: string) => inLandlord(web.db, web.landlordId, (trx) => readSecret(trx, name));

test('the mail server’s password is forgotten when its host, port or user changes, also in two steps', async () => {
  const set = async (more: Record<string, string>) => {
    await visitor.get('/settings/ways-out/mail-server');
    const typed = { host: '127.0.0.1', port: '2525', security: 'starttls', from: 'us@meadow.example' };
    return (await visitor.send({ ...typed, signIn: 'password', userName: 'me', ...more })).text;
  };
  assert.match(await set({ password: 'a password' }), /Saved/);
  assert.match(await set({ password: '', from: 'complaints@meadow.example' }), /Saved/);
  assert.equal(await secret(waySecrets.smtpPassword), 'a password');
  assert.match(await set({ password: '', port: '2526' }), /Enter the password/);
  assert.match(await set({ password: '', userName: 'another' }), /Enter the password/);
  assert.equal(await secret(waySecrets.smtpPassword), 'a password', 'what is refused changes nothing');
  assert.match(await set({ signIn: 'none', host: '8.8.8.8' }), /Saved/);
  assert.equal(await secret(waySecrets.smtpPassword), null);
  assert.match(await set({ host: '8.8.8.8', password: '' }), /Enter the password/);
  assert.match(await set({ host: '8.8.8.8', signIn: 'none', security: 'none' }), /not go over an open line/);
});

test('a mailbox’s secrets are forgotten when its host, port, user or token address changes', async () => {
  const typed = {
    name: 'Complaints',
    host: '127.0.0.1',
    port: '1993',
    security: 'tls',
    folder: 'INBOX',
    userName: 'me',
    signIn: 'password',
    pollSeconds: '120',
    reads: 'no',
    beginning: 'new',
  };
  await visitor.get('/settings/mailboxes/new');
  assert.match((await visitor.send({ ...typed, password: 'a password' })).text, /Saved/);
  const [box] = await inLandlord(web.db, web.landlordId, listMailboxes);
  assert.ok(box);
  const path = `/settings/mailboxes/${box.id}`;
  const change = async (more: Record<string, string>) =>
    (await visitor.post(path, { ...typed, _csrf: token(await visitor.get(path)), ...more })).text;
  assert.match(await change({ password: '', name: 'Complaints and thanks' }), /Saved/);
  assert.equal(await secret(secretOf(box.id, 'password')), 'a password');
  for (const more of [{ host: '8.8.8.8' }, { port: '993' }, { userName: 'another' }])
    assert.match(await change({ password: '', ...more }), /Enter the password/);
  const oauth = { signIn: 'oauth-client', tokenUrl: 'https://127.0.0.1/token', clientId: 'c' };
  assert.match(await change({ ...oauth, clientSecret: 'a client secret' }), /Saved/);
  assert.equal(await secret(secretOf(box.id, 'password')), null);
  assert.match(await change({ ...oauth, clientSecret: '' }), /Saved/);
  assert.match(
    await change({ ...oauth, clientSecret: '', tokenUrl: 'https://8.8.8.8/token' }),
    /Enter the client secret/,
  );
  assert.match(await change({ password: 'another password' }), /Saved/);
  assert.equal(await secret(secretOf(box.id, 'client secret')), null);
});

function token({ html }: { readonly html: string }): string {
  return foundIn(/name="_csrf" value="([^"]*)"/, html);
}
