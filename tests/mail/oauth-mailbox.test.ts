/** Signing in to a mailbox by OAuth 2, on Dovecot and a provider of tokens that both follow the standards. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { Provider } from 'oidc-provider';
import { day } from '../../src/facts/days.js';
import { openMailbox } from '../../src/post/mailbox-connection.js';
import { askForToken } from '../../src/post/oauth-token.js';
import type { Mailbox, MailboxSecrets } from '../../src/store/mailboxes.js';
import { dovecot, missing } from '../support/debian.js';
import { type MailServer, startMailServer } from '../support/dovecot.js';

const skip = missing(dovecot);
const user = 'complaints@ashdown.example';
const scope = 'https://outlook.office365.com/.default';
const clientSecret = 'a secret of thirty-two signs, no less';

const http = createServer();
await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
const { port } = http.address() as AddressInfo;
const issuer = `http://127.0.0.1:${port}`;
const tokenUrl = `${issuer}/token`;
const rules = { allow: ['127.0.0.1'] };

/** As Entra ID does it for Microsoft 365: the scope of a resource, tokens for the application or for a person. */
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'the-application',
      client_secret: clientSecret,
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'client_secret_post',
    },
    {
      client_id: 'for-a-person',
      client_secret: clientSecret,
      redirect_uris: ['https://a.example/'],
      response_types: ['code'],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'client_secret_post',
    },
    {
      client_id: 'dovecot',
      client_secret: clientSecret,
      redirect_uris: [],
      response_types: [],
      grant_types: [],
      token_endpoint_auth_method: 'client_secret_basic',
    },
  ],
  scopes: ['openid', 'offline_access', scope],
  features: {
    clientCredentials: { enabled: true },
    introspection: { enabled: true, allowedPolicy: () => true },
    devInteractions: { enabled: false },
  },
  extraTokenClaims: () => ({ username: user }),
  findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
  rotateRefreshToken: true,
  ttl: { ClientCredentials: 600, AccessToken: 600, RefreshToken: 86_400, Grant: 86_400 },
});
http.on('request', provider.callback());

async function refreshToken(): Promise<string> {
  const client = await provider.Client.find('for-a-person');
  assert.ok(client);
  const grant = new provider.Grant({ accountId: 'someone', clientId: 'for-a-person' });
  grant.addOIDCScope(`openid offline_access ${scope}`);
  const grantId = await grant.save();
  const token = new provider.RefreshToken({
    accountId: 'someone',
    client,
    grantId,
    scope: `openid offline_access ${scope}`,
    gty: 'authorization_code',
    rotations: 0,
    iiat: Math.floor(Date.now() / 1000),
  });
  return token.save();
}

let server: MailServer;
before(async () => {
  if (skip === false)
    server = await startMailServer({
      introspection: {
        url: `http://dovecot:${encodeURIComponent(clientSecret)}@127.0.0.1:${port}/token/introspection`,
        user: 'dovecot',
      },
    });
});
after(async () => {
  if (skip === false) await server.stop();
  http.closeAllConnections();
  http.close();
});

const box = (wish: Partial<Mailbox>): Mailbox => ({
  id: randomUUID(),
  version: 1,
  name: 'Complaints',
  host: '127.0.0.1',
  port: server.port,
  security: 'none',
  folder: 'INBOX',
  userName: user,
  signIn: 'oauth-client',
  tokenUrl,
  clientId: 'the-application',
  scope,
  authservId: null,
  replyAddress: null,
  fromTheBeginning: true,
  pollSeconds: 60,
  reads: true,
  begunOn: day('2026-11-22'),
  ...wish,
});
const secrets = (wish: Partial<MailboxSecrets>): MailboxSecrets => ({
  password: null,
  'client secret': clientSecret,
  'refresh token': null,
  ...wish,
});

test('a token for the application opens the mailbox, and its scope is what Microsoft 365 wants', { skip }, async () => {
  const opened = await openMailbox(box({}), secrets({}), rules);
  assert.ok(opened.ok, opened.ok ? '' : `${opened.why} ${server.log()}`);
  assert.equal(opened.folder.path, 'INBOX');
  assert.equal(opened.folder.readOnly, true);
  opened.client.close();
});

test('a refresh token gives a token for a person’s mailbox, and the new one that comes with it is to be kept', {
  skip,
}, async () => {
  const first = await refreshToken();
  const mailbox = box({ signIn: 'oauth-refresh', clientId: 'for-a-person', scope: null });
  const opened = await openMailbox(mailbox, secrets({ 'refresh token': first }), rules);
  assert.ok(opened.ok, opened.ok ? '' : opened.why);
  opened.client.close();
  assert.ok(opened.refreshToken !== null && opened.refreshToken !== first);
  // The old one is void; a token that still holds is used again without asking.
  const again = await openMailbox(mailbox, secrets({ 'refresh token': first }), rules);
  assert.ok(again.ok && again.refreshToken === null);
  again.client.close();
  const spent = await openMailbox({ ...mailbox, id: randomUUID() }, secrets({ 'refresh token': first }), rules);
  assert.deepEqual(spent, {
    ok: false,
    why: 'The permission that was given has ended: give a new refresh token.',
    lasting: true,
  });
});

test('whatever the token address says, a person reads one sentence of ours, and no secret', async () => {
  const ask = (wish: Partial<Parameters<typeof askForToken>[0]>, allow = rules) =>
    askForToken(
      { tokenUrl, clientId: 'the-application', clientSecret, scope, refreshToken: null, ...wish },
      allow,
      new Date(),
    );
  const given = await ask({});
  assert.ok(given.ok);
  // A minute before it runs out.
  assert.ok(given.until.getTime() < Date.now() + 545_000);
  for (const [wish, says] of [
    [{ clientSecret: 'wrong' }, /client, or its secret is wrong/],
    [{ clientId: 'nobody' }, /client, or its secret is wrong/],
    [{ tokenUrl: `${issuer}/nowhere` }, /no token address there/],
    [{ tokenUrl: `${issuer}/.well-known/openid-configuration` }, /check/],
    [{ tokenUrl: 'http://127.0.0.1:9/token' }, /No token was given/],
    [{ tokenUrl: 'not an address' }, /not an address/],
  ] as const) {
    const refused = await ask(wish);
    assert.ok(!refused.ok, JSON.stringify(wish));
    assert.match(refused.why, says);
    assert.doesNotMatch(refused.why, /invalid_|wrong \/|thirty-two|http:/);
  }
  const inside = await ask({}, { allow: [] as string[] });
  assert.ok(!inside.ok && inside.why.includes('inside this network'));
});

test('why a mailbox can’t be opened is said in one sentence of ours', { skip }, async () => {
  const password = secrets({ password: server.password });
  const said = async (wish: Partial<Mailbox>, kept: MailboxSecrets, allow = rules) => {
    const opened = await openMailbox(box({ signIn: 'password', ...wish }), kept, allow);
    assert.ok(!opened.ok, 'it was opened');
    assert.match(opened.why, /^[A-Z127][^\n]{20,200}\.$/);
    assert.doesNotMatch(opened.why, /AUTHENTICATIONFAILED|Authentication failed|Mailbox doesn't exist|pass-the/);
    return opened;
  };
  assert.match((await said({}, secrets({ password: 'wrong' }))).why, /did not accept the user name and password/);
  assert.match((await said({ folder: 'Nowhere' }, password)).why, /no folder of this name/);
  assert.match((await said({}, secrets({}))).why, /no password/);
  assert.match((await said({}, password, { allow: [] })).why, /inside this network/);
  assert.match((await said({ port: 9 }, password)).why, /does not answer at this port/);
  assert.match((await said({ security: 'tls' }, password)).why, /No secure connection/);
  assert.match((await said({ security: 'starttls' }, password)).why, /No secure connection/);
  // A token of another: the mail server asks the provider and refuses.
  const foreign = await said({ signIn: 'oauth-client', userName: 'another@ashdown.example' }, secrets({}));
  assert.match(foreign.why, /did not accept the token/);
  assert.equal(foreign.lasting, true);
});
