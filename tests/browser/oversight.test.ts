/** The member responsible for complaints: figures and rows that name nobody, and a whole case only by a grant on record. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayAddDocument } from '../../src/complaint/may/add-document.js';
import { mayEscalate } from '../../src/complaint/may/escalate.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { addDays, type Day } from '../../src/facts/days.js';
import { act } from '../../src/store/act.js';
import { endGrant, grantCase } from '../../src/store/case-grants.js';
import { inLandlord } from '../../src/store/database.js';
import { keepFile, receiveFile } from '../../src/store/documents.js';
import { londonDay } from '../../src/store/today.js';
import { routes } from '../../src/web/routes.js';
import { caseFile, did, newCase } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { foundIn } from '../support/found-in.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const today = londonDay(new Date());
const secret = 'Saffron cannot breathe in the back bedroom';
const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);

const tabs = ['', '/points', '/evidence', '/messages', '/letters', '/promises', '/clock', '/history'];

async function aCase(): Promise<string> {
  return newCase(web, { text: secret, name: 'Quentin Quarrington', defined: true });
}

async function grant(reference: string, until: Day, to = web.staff['member-responsible']): Promise<void> {
  const caseId = (await caseFile(web, reference)).case.id;
  await store((trx) => grantCase(trx, { caseId, to, grantedBy: web.staff.manager, reason: 'A theme', until }));
}

test('figures count what there is, with what they are of; nobody is named and no words are shown', async () => {
  const acknowledged = await aCase();
  await did(web, acknowledged, (c, context) =>
    mayAcknowledge(
      c,
      {
        on: context.today,
        stage: 1,
        how: 'phone',
        note: 'Rang',
        definitionSetOut: true,
        ombudsmanDetails: true,
        letter: null,
      },
      context,
    ),
  );
  const late = await newCase(web, { text: secret, on: addDays(today, -60) });
  await did(web, late, (c, context) =>
    mayPromiseAction(
      c,
      {
        on: context.today,
        stage: 1,
        points: [],
        text: 'A fan',
        owner: web.staff.officer,
        team: null,
        dueOn: addDays(today, 3),
        agreedWithResident: false,
      },
      context,
    ),
  );
  await did(web, late, (c, context) =>
    mayEscalate(
      c,
      { on: context.today, channel: 'phone', from: c.person, points: 'all', text: 'I am not happy' },
      context,
    ),
  );
  const visitor = await web.visitor('member-responsible');
  const home = await visitor.get('/');
  assert.match(home.html, /href="\/figures"/);
  const moved = await visitor.get('/oversight');
  assert.equal(moved.path, '/figures/member');
  const seen = await visitor.get('/figures');
  assert.equal(seen.path, '/figures/member');
  assert.match(seen.text, /Complaints that are open: 2/);
  assert.match(seen.text, /Stage 1 complaints 2 /);
  assert.match(seen.text, /Acknowledged in time \d+% \d of \d/);
  assert.match(seen.html, /<svg[^>]*role="img"/);
  const rows = await visitor.get('/oversight/cases');
  assert.match(rows.text, new RegExp(acknowledged));
  assert.doesNotMatch(rows.html, new RegExp(`href="/cases/${acknowledged}"`));
  for (const page of [home, seen, rows, await visitor.get('/oversight/cases?show=open')])
    assert.doesNotMatch(page.html, /Saffron|Quarrington|Rosa Whitby|not happy|A fan/);
});

test('an odd year, page or filter in the address shows the usual page', async () => {
  const visitor = await web.visitor('member-responsible');
  for (const query of [
    'period=1',
    'period=2025-27',
    'period=2999-00',
    'period=9999-12',
    'period=0000-01',
    'period=2026-q5',
    'period=2026-07&period=2026-08',
    'area=%27%20or%201=1',
    'year=1',
    'year=-1',
    'year=99999999999',
    'year=2026abc',
    'year=2024&year=2025',
    'page=0',
    'page=-3',
    'page=1e9',
    'show=%27%20or%201=1',
    'show=open&show=all',
  ]) {
    assert.equal((await visitor.get(`/figures/board?${query}`)).status, 200, query);
    assert.equal((await visitor.get(`/figures/member?${query}`)).status, 200, query);
    assert.equal((await visitor.get(`/oversight/cases?${query}`)).status, 200, query);
  }
});

test('with no complaint at all nothing is 0%: it is none', async () => {
  const empty = await startWeb();
  try {
    for (const [role, path] of [
      ['member-responsible', '/figures/member'],
      ['manager', '/figures/manager'],
      ['manager', '/figures/area'],
      ['officer', '/figures/officer'],
    ] as const) {
      const seen = await (await empty.visitor(role)).get(path);
      assert.equal(seen.status, 200);
      assert.match(seen.text, /nothing to count yet.*What to do first/);
      assert.doesNotMatch(seen.text, /\b0%|NaN|Infinity/);
    }
  } finally {
    await empty.close();
  }
});

test('each sees the figures that are for them: officers theirs, managers all, administrators none', async () => {
  const open: Record<string, readonly string[]> = {
    officer: ['/figures/officer'],
    investigator: ['/figures/officer'],
    reviewer: ['/figures/officer'],
    'member-responsible': ['/figures/member', '/figures/board', '/oversight/cases'],
    manager: [
      '/figures/officer',
      '/figures/manager',
      '/figures/area',
      '/figures/member',
      '/figures/board',
      '/oversight/cases',
    ],
    administrator: [],
  };
  for (const [role, mine] of Object.entries(open)) {
    const visitor = await web.visitor(role as 'officer');
    for (const path of open.manager ?? [])
      assert.equal((await visitor.get(path)).status, mine.includes(path) ? 200 : 403, `${role} ${path}`);
    const home = await visitor.get('/figures');
    assert.equal(home.status, mine.length === 0 ? 403 : 200);
    for (const path of [
      '/figures/tables/manager/stage-1',
      '/figures/tables/board/stage-1',
      '/figures/tables/officer/stage-1',
    ]) {
      const seen = mine.includes(path.replace('/tables', '').replace('/stage-1', ''));
      const { status } = await visitor.knock('GET', path);
      assert.equal(status === 200, seen, `${role} ${path} answers ${status}`);
    }
  }
});

test('without a grant no page of a case opens to the member responsible, and none says that it is there', async () => {
  const reference = await aCase();
  const visitor = await web.visitor('member-responsible');
  const missing = await visitor.get('/cases/CMP-00-99999');
  for (const path of tabs) {
    const seen = await visitor.get(`/cases/${reference}${path}`);
    assert.equal(seen.status, 404, path);
    assert.doesNotMatch(seen.html, /Saffron|Quarrington/);
    assert.equal(seen.text.replace(reference, ''), missing.text.replace('CMP-00-99999', ''));
  }
  const caseId = (await caseFile(web, reference)).case.id;
  assert.equal((await visitor.get(`/cases/${caseId}`)).status, 404, 'nor by its id');
  const read = await store((trx) =>
    sql<{ n: number }>`select count(*) as n from reading
      where landlord_id = ${web.landlordId} and staff_id = ${web.staff['member-responsible']} and case_id = ${caseId}`.execute(
      trx,
    ),
  );
  assert.equal(read.rows[0]?.n, 0, 'what was not shown was not read');
});

test('every route of a case refuses the member responsible without a grant', async () => {
  const reference = await aCase();
  const visitor = await web.visitor('member-responsible');
  const digest = 'a'.repeat(64);
  for (const route of routes.filter(({ path }) => path.startsWith('/cases/:reference'))) {
    const path = route.path
      .replace(':reference', reference)
      .replace(':file', digest)
      .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
    const { status } = await visitor.knock(route.method, path);
    assert.ok(status === 403 || status === 404, `${route.method} ${route.path} answers ${status}`);
  }
});

test('an officer opens a case for a reason and until a day; it is read, recorded, and closed when it ends', async () => {
  const reference = await aCase();
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/history`);
  const form = await officer.get(`/cases/${reference}/grants`);
  assert.match(form.text, /To nobody yet/);
  const bare = await officer.send({ reason: ' ', ...dayBoxes('until', addDays(today, 7)) });
  assert.match(bare.html, /id="reason-error"/);
  for (const [until, words] of [
    [addDays(today, -1), /must be on or after/],
    [addDays(today, 366), /must be on or before/],
  ] as const) {
    const refused = await officer.send({ reason: 'Kept reason', ...dayBoxes('until', until) });
    assert.match(refused.text, words);
    assert.match(refused.html, /Kept reason/);
  }
  const done = await officer.send({ reason: 'A theme of damp', ...dayBoxes('until', addDays(today, 7)) });
  assert.match(done.text, /open to them/);

  const member = await web.visitor('member-responsible');
  for (const path of tabs) assert.equal((await member.get(`/cases/${reference}${path}`)).status, 200, path);
  assert.match((await member.get(`/cases/${reference}`)).text, /Saffron/);
  assert.match((await member.get('/figures/member')).text, new RegExp(`${reference}.*A theme of damp`));
  // They read and do nothing.
  for (const act of ['note', 'grants', 'readings', 'correct', 'erase-words'])
    assert.equal((await member.knock('GET', `/cases/${reference}/${act}`)).status, 403, act);

  const manager = await web.visitor('manager');
  const readings = await manager.get(`/cases/${reference}/readings`);
  assert.match(readings.text, /Member responsible , until .*A theme of damp/);
  assert.match(readings.text, /Member responsible Opened the case/);

  await officer.get(`/cases/${reference}/grants`);
  const id = foundIn(/name="grant" value="([^"]+)"/, (await officer.get(`/cases/${reference}/grants`)).html);
  await officer.post(`/cases/${reference}/grants`, { _csrf: officer.token(), what: 'end', grant: id });
  assert.equal((await member.get(`/cases/${reference}`)).status, 404);
  assert.match((await manager.get(`/cases/${reference}/readings`)).text, /Ended by Officer/);
});

test('a grant is for one case, one person and its days', async () => {
  const [granted, other, over] = [await aCase(), await aCase(), await aCase()];
  await grant(granted, today);
  await grant(over, addDays(today, -1));
  await grant(other, addDays(today, 9), web.staff.administrator);
  const member = await web.visitor('member-responsible');
  assert.equal((await member.get(`/cases/${granted}`)).status, 200, 'its last day still holds');
  assert.equal((await member.get(`/cases/${other}`)).status, 404, 'another person’s');
  assert.equal((await member.get(`/cases/${over}`)).status, 404, 'over yesterday');
  const administrator = await web.visitor('administrator');
  assert.equal((await administrator.get(`/cases/${other}`)).status, 403, 'a grant makes nobody a member');
});

test('a document opens by the grant of its own case alone', async () => {
  const [reference, other] = [await aCase(), await aCase()];
  const digest = await store(async (trx) => {
    const received = await receiveFile(web.files, web.landlordId, Buffer.from('secret bytes'), { name: 'a.txt' });
    assert.ok(received.ok);
    return keepFile(trx, web.files, received.stored);
  });
  const outcome = await act(
    web.db,
    { landlordId: web.landlordId, staff: web.staff.officer, roles: ['officer'] },
    { ref: reference, expectedVersion: null, now: new Date() },
    (file, context) =>
      mayAddDocument(
        file.case,
        { on: context.today, file: digest, title: 'A photograph', from: 'resident', points: [] },
        context,
      ),
  );
  assert.equal(outcome.is, 'done');
  await grant(other, today);
  const member = await web.visitor('member-responsible');
  for (const ref of [reference, other])
    assert.equal((await member.get(`/cases/${ref}/documents/${digest}`)).status, 404, ref);
  await grant(reference, today);
  assert.equal((await member.get(`/cases/${reference}/documents/${digest}`)).status, 200);
});

test('an administrator who is also the member responsible reads no case by the one role or the other', async () => {
  const reference = await aCase();
  await store((trx) =>
    sql`update staff set roles = array['administrator', 'member-responsible']
      where landlord_id = ${web.landlordId} and id = ${web.staff.administrator}`.execute(trx),
  );
  try {
    const both = await web.visitor('administrator');
    for (const path of tabs) assert.equal((await both.get(`/cases/${reference}${path}`)).status, 404, path);
    assert.equal((await both.get(`/cases/${reference}/erase-words`)).status, 200, 'erasing is an administrator’s');
  } finally {
    await store((trx) =>
      sql`update staff set roles = array['administrator']
        where landlord_id = ${web.landlordId} and id = ${web.staff.administrator}`.execute(trx),
    );
  }
});

test('a case is opened to members responsible alone, and a grant can’t be ended from another case', async () => {
  const [reference, other] = [await aCase(), await aCase()];
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/grants`);
  for (const to of [web.staff.officer, web.staff.administrator, 'nobody', '']) {
    const refused = await officer.send({ to, reason: 'x', ...dayBoxes('until', today) });
    assert.equal(refused.status, 422, to);
    assert.match(refused.html, /id="to-error"/);
  }
  await grant(other, today);
  const id = foundIn(/name="grant" value="([^"]+)"/, (await officer.get(`/cases/${other}/grants`)).html);
  for (const tried of [id, 'x', '']) {
    const seen = await officer.post(`/cases/${reference}/grants`, {
      _csrf: officer.token(),
      what: 'end',
      grant: tried,
    });
    assert.match(seen.text, /That had ended already/);
  }
  const caseId = (await caseFile(web, other)).case.id;
  assert.equal(await store((trx) => endGrant(trx, caseId, id, web.staff.officer)), true);
  assert.equal(await store((trx) => endGrant(trx, caseId, id, web.staff.officer)), false);
});
