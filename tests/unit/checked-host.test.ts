import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { checkHost, isPublicAddress } from '../../src/post/checked-host.js';
import { checkedRequest } from '../../src/post/checked-request.js';

const answers = (...addresses: string[]) => ({ allow: [], lookUp: async () => addresses });

test('a server on the internet is connected to by the address that was checked', async () => {
  const checked = await checkHost('Outlook.Office365.com.', 993, answers('2603:1026:c0d::2', '52.97.0.2'));
  assert.deepEqual(checked, { ok: true, address: '52.97.0.2', servername: 'outlook.office365.com' });
});

test('this machine, the networks around it and the cloud’s own addresses are refused, however they are written', async () => {
  const inside = [
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
  ];
  for (const address of inside) {
    assert.equal(isPublicAddress(address), false, address);
    const named = await checkHost('mail.example.org', 993, answers(address));
    assert.ok(!named.ok && named.why.includes('inside this network'), address);
    assert.equal((await checkHost(address, 993, { allow: [] })).ok, false, address);
  }
  // The machine's own look-up knows more ways to write an address than we do.
  for (const written of ['localhost', '127.1', '2130706433', '0x7f.0.0.1', '0177.0.0.1'])
    assert.equal((await checkHost(written, 993, { allow: [] })).ok, false, written);
});

test('a name that leads to one address outside and one inside is refused', async () => {
  assert.equal((await checkHost('mail.example.org', 993, answers('52.97.0.2', '10.0.0.5'))).ok, false);
});

test('what the operator allows by name, address or range is connected to, at the allowed port alone', async () => {
  const lookUp = async () => ['10.1.7.7'];
  for (const allow of [['10.1.0.0/16'], ['mail.internal'], ['mail.internal:993'], ['10.1.7.7:993'], ['10.0.0.0/8:993']])
    assert.equal((await checkHost('mail.internal', 993, { allow, lookUp })).ok, true, allow.join());
  for (const allow of [['10.2.0.0/16'], ['mail.other'], ['mail.internal:143'], ['10.1.7.7:143'], ['10.1.0.0/99']])
    assert.equal((await checkHost('mail.internal', 993, { allow, lookUp })).ok, false, allow.join());
  assert.equal((await checkHost('::1', 993, { allow: ['[::1]:993'] })).ok, true);
});

test('whatever is written as a host, the answer is an address that was checked or a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.integer(), async (host, port) => {
      const checked = await checkHost(host, port, answers('52.97.0.2'));
      if (checked.ok) assert.ok(isPublicAddress(checked.address));
      else assert.match(checked.why, /\.$/);
    }),
  );
  for (const host of ['', 'a b', 'user@host', 'host/path', 'host:25', 'a\r\nb', '-', '..'])
    assert.equal((await checkHost(host, 993, answers('52.97.0.2'))).ok, false, JSON.stringify(host));
  assert.equal((await checkHost('a.org', 0, answers('52.97.0.2'))).ok, false);
});

// A server of the tests' own -----------------------------------------------------------------------------------------

const server = createServer((request, response) => {
  const { url = '' } = request;
  if (url === '/away') return response.writeHead(302, { location: 'http://[::1]:1/' }).end();
  if (url === '/round') return response.writeHead(302, { location: '/round' }).end();
  if (url === '/there') return response.writeHead(302, { location: '/token' }).end();
  if (url === '/much') return response.end('x'.repeat(300_000));
  if (url === '/cut')
    return response.writeHead(200, { 'content-length': '100' }).write('x', () => request.socket.destroy());
  return response.end(JSON.stringify({ secret: request.headers.host }));
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
after(() => server.close());
const { port } = server.address() as AddressInfo;
const rules = { allow: [`127.0.0.1:${port}`], lookUp: async () => ['127.0.0.1'] };
const at = (path: string) => `http://login.example.org:${port}${path}`;

test('a request goes to the checked address under the name that was given', async () => {
  const answer = await checkedRequest({ url: at('/there'), method: 'GET' }, rules);
  assert.ok(answer.ok);
  assert.equal(JSON.parse(answer.body).secret, `login.example.org:${port}`);
});

test('no request goes where it was not meant to: redirects, inner addresses, open lines', async () => {
  for (const path of ['/away', '/round', '/much', '/cut']) {
    const answer = await checkedRequest({ url: at(path), method: 'GET' }, rules);
    assert.ok(!answer.ok, path);
    assert.doesNotMatch(answer.why, /::1|xxx/);
  }
  assert.equal((await checkedRequest({ url: at('/there'), method: 'POST', body: 'client_secret=x' }, rules)).ok, false);
  assert.equal((await checkedRequest({ url: at('/token'), method: 'GET' }, { ...rules, allow: [] })).ok, false);
  const open = await checkedRequest(
    { url: 'http://login.example.org/', method: 'GET' },
    { allow: [], lookUp: async () => ['52.97.0.2'] },
  );
  assert.ok(!open.ok && open.why.includes('https://'));
  for (const url of ['ftp://a.org/', 'file:///etc/passwd', 'https://user:word@a.org/', 'no address'])
    assert.equal((await checkedRequest({ url, method: 'GET' }, rules)).ok, false, url);
});
