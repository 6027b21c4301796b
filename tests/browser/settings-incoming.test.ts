/** Mail domains, file size, references and causes: in force at once, on record, and refused where they would do harm. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { londonDay } from '../../src/store/today.js';
import { caseFile, newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { foundIn } from '../support/found-in.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

test('domains are taken as people write them; one at which anybody has an address is refused', async () => {
  const visitor = await web.visitor('administrator');
  await visitor.get('/settings/incoming');
  for (const [domains, words] of [
    ['meadow.example.org\ngmail.com', /Anybody can have an address at gmail\.com/],
    ['not a domain', /is not a mail domain/],
    ['localhost', /localhost is not a mail domain/],
    ['<script>alert(1)</script>', /is not a mail domain/],
    [Array.from({ length: 51 }, (_, i) => `a${i}.example.org`).join('\n'), /50 domains or fewer/],
  ] as const) {
    const refused = await visitor.send({ domains });
    assert.equal(refused.status, 422, domains);
    assert.match(refused.text, words);
    assert.doesNotMatch(refused.html, /<script>alert/);
  }
  const saved = await visitor.send({ domains: ' Help@Meadow.example.org, @repairs.example.org \n meadow.example.org' });
  assert.match(saved.text, /Saved/);
  assert.match(saved.text, /from none to meadow\.example\.org, repairs\.example\.org/);
  assert.match((await visitor.send({})).text, /Nothing was changed/);
});

test('the largest file holds at once, for every form with files', async () => {
  const visitor = await web.visitor('administrator');
  await visitor.get('/settings/incoming');
  for (const megabytes of ['0', '101', '-1', '1.5', 'many', ''])
    assert.equal((await visitor.send({ megabytes })).status, 422, megabytes);
  await visitor.get('/settings/incoming');
  await visitor.send({ megabytes: '1' });
  const officer = await web.visitor('officer');
  const reference = await newCase(web);
  const form = await officer.get(`/cases/${reference}/note`);
  const version = foundIn(/name="version" value="(\d+)"/, form.html);
  const sent = await sendWithFiles(
    web,
    officer,
    `/cases/${reference}/note`,
    { version, text: 'With a large file', ...dayBoxes('on', londonDay(new Date())) },
    [{ field: 'files', name: 'large.txt', content: 'x'.repeat(1_100_000) }],
  );
  assert.equal(sent.status, 422);
  assert.match(sent.html, /large\.txt is larger than 1 MB/);
});

test('new references begin as set, old ones stay', async () => {
  const before = await newCase(web);
  const visitor = await web.visitor('administrator');
  await visitor.get('/settings/incoming');
  for (const prefix of ['A', 'TOOLONGX', 'C-1', "x'; --", ''])
    assert.equal((await visitor.send({ prefix })).status, 422);
  await visitor.get('/settings/incoming');
  await visitor.send({ prefix: 'mh' });
  const now = await newCase(web);
  assert.match(now, /^MH-\d\d-00001$/);
  assert.equal((await caseFile(web, before)).case.reference, before);
});

test('causes are the landlord’s own, offered at once; an empty list is the usual one again', async () => {
  const visitor = await web.visitor('administrator');
  await visitor.get('/settings/causes');
  assert.equal((await visitor.send({ causes: 'x'.repeat(121) })).status, 422);
  const many = Array.from({ length: 101 }, (_, i) => `Cause ${i}`).join('\n');
  assert.equal((await visitor.send({ causes: many })).status, 422);
  const saved = await visitor.send({
    causes: 'Buildings\n- Lift out of order\n\nMoney\n-  Rent account wrong \n- No failing found',
  });
  assert.match(saved.text, /Causes added: Lift out of order, Rent account wrong/);
  const reference = await newCase(web, { defined: true });
  const officer = await web.visitor('officer');
  const offered = await officer.get(`/cases/${reference}/find-cause`);
  assert.match(offered.html, /<option value="Lift out of order"/);
  assert.doesNotMatch(offered.html, /Appointment missed/);
  await visitor.get('/settings/causes');
  await visitor.send({ causes: '' });
  assert.match((await officer.get(`/cases/${reference}/find-cause`)).html, /Appointment missed/);
});

test('only administrators set any of it', async () => {
  for (const role of ['officer', 'manager', 'member-responsible'] as const)
    for (const path of ['/settings/incoming', '/settings/causes'])
      assert.equal(
        (await (await web.visitor(role)).knock('POST', path, { prefix: 'XX' })).status,
        403,
        `${role} ${path}`,
      );
});
