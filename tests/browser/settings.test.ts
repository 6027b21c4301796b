/** Settings take effect at once, leave a trail, and cannot lock everybody out. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

test('a bank holiday entered moves the dates at once, and removing it moves them back', async () => {
  const facts = '/deadlines?received-day=2&received-month=3&received-year=2026';
  const visitor = await web.visitor('administrator');
  assert.match((await visitor.get(facts)).text, /due on Monday 9 March 2026/);
  await visitor.get('/settings/holidays');
  const holiday = { 'day-day': '4', 'day-month': 'March', 'day-year': '2026', name: 'A day of mourning' };
  assert.match((await visitor.send(holiday)).text, /A day of mourning entered/);
  assert.match((await visitor.get(facts)).text, /due on Tuesday 10 March 2026/);
  await visitor.get('/settings/holidays');
  assert.match((await visitor.send(holiday)).text, /is no working day already/);
  await visitor.send({}, '/settings/holidays/remove');
  assert.match((await visitor.get(facts)).text, /due on Monday 9 March 2026/);
  assert.match(
    (await visitor.get('/settings/changes')).text,
    /Removed the bank holiday on Wednesday 4 March 2026 Administrator/,
  );
});

test('a target may be stricter than the Code and never laxer', async () => {
  const visitor = await web.visitor('administrator');
  await visitor.get('/settings/targets');
  const wrong = await visitor.send({ stage1Response: '11' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /<title>Error: Targets/);
  assert.match(wrong.html, /href="#stage1Response">Enter a number from 1 to 10/);
  assert.match(wrong.html, /value="11"/);
  const saved = await visitor.send({ stage1Response: '8' });
  assert.match(saved.text, /changed from none to 8 working days/);
});

test('a colour on which white words could not be read is refused with its contrast', async () => {
  const visitor = await web.visitor('administrator');
  await visitor.get('/settings/letterhead');
  const about = { address: '1 High Street\nMeadow', phone: '01234 567890', email: 'complaints@example.org' };
  assert.match(
    (await visitor.send({ ...about, colour: '#777777' })).text,
    /contrast with white is 4.4 to 1 and must be 4.5 to 1/,
  );
  assert.match((await visitor.send({ ...about, colour: 'red' })).text, /Enter a colour as #/);
  const saved = await visitor.send({ ...about, colour: '767676' });
  assert.match(saved.text, /Letterhead saved/);
  assert.match(saved.html, /href="\/brand\/767676\.css"/);
  assert.equal((await visitor.knock('GET', '/brand/777777.css')).status, 404);
  assert.equal((await visitor.knock('GET', '/brand/767676.css')).status, 200);
});

test('the last administrator cannot be deactivated or lose the role', async () => {
  const visitor = await web.visitor('administrator');
  const own = `/settings/people/${web.staff.administrator}`;
  await visitor.get(own);
  assert.match((await visitor.send({}, `${own}/deactivate`)).text, /Nobody else is an administrator/);
  await visitor.get(own);
  assert.match((await visitor.send({ roles: 'officer' }, own)).text, /Nobody else is an administrator/);
});

test('someone who is deactivated is out at once, and their name stays', async () => {
  const officer = await web.visitor('officer');
  const visitor = await web.visitor('administrator');
  await visitor.get(`/settings/people/${web.staff.officer}`);
  assert.match(
    (await visitor.send({}, `/settings/people/${web.staff.officer}/deactivate`)).text,
    /can no longer sign in/,
  );
  assert.equal((await officer.knock('GET', '/')).status, 303);
  assert.match(
    (await visitor.get('/settings/people')).text,
    /Officer officer@example.org Complaints officer Deactivated/,
  );
});

test('teams have people, areas are closed and opened, and each change has its sentence', async () => {
  const visitor = await web.visitor('administrator');
  await visitor.get('/settings/teams');
  const team = await visitor.send({ name: 'Repairs', kind: 'team' }, '/settings/teams');
  await visitor.send({ members: [web.staff.manager, web.staff.reviewer] }, team.path);
  assert.match((await visitor.get('/settings/teams')).text, /Repairs Team 2/);
  await visitor
    .send({ name: 'Repairs', kind: 'contractor' }, '/settings/teams')
    .then((seen) => assert.match(seen.text, /There is a team of that name/));
  await visitor.get('/settings/categories');
  await visitor.send({ name: 'Damp and mould', what: 'add' });
  await visitor.get('/settings/categories');
  assert.match((await visitor.send({ what: 'close' })).text, /Damp and mould closed/);
  assert.match((await visitor.get('/settings/changes')).text, /Closed the category Damp and mould/);
});
