/**
 * The form from its first page to the case: with JavaScript off, as a slow phone sends it. It is longer than 250 lines
 * because each journey is told whole.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import type { CaseId, PersonId } from '../../src/facts/happened.js';
import { listAlarms, ringAlarm, takeAlarm } from '../../src/store/alarms.js';
import { waitingArrivals } from '../../src/store/arrivals.js';
import { readCase } from '../../src/store/case-file.js';
import { draftsToErase, eraseDrafts } from '../../src/store/complaint-drafts.js';
import { inLandlord, type Trx } from '../../src/store/database.js';
import { readFormTold } from '../../src/store/form-told.js';
import { addOnCallWay } from '../../src/store/on-call.js';
import { makePerson, readPerson } from '../../src/store/people.js';
import { publicSlug } from '../../src/store/publications.js';
import { mintLink } from '../../src/store/resident-links.js';
import { findResidentSession } from '../../src/store/resident-sessions.js';
import { londonDay } from '../../src/store/today.js';
import { foundIn } from '../support/found-in.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

let web: TestWeb;
let base: string;
const store = <T>(work: (trx: Trx) => Promise<T>) => inLandlord(web.db, web.landlordId, work);

before(async () => {
  // A demonstration queues its messages and never sends: what would go can be read.
  web = await startWeb({ landlord: { name: 'Meadow Homes', demonstration: true } });
  base = `/residents/${await store(publicSlug)}`;
});
after(() => web.close());

const caseOf = async (reference: string) => {
  const file = await store((trx) => readCase(trx, reference));
  assert.ok(file);
  return file;
};
const referenceIn = (text: string): string => foundIn(/[A-Z]{3}-\d\d-\d{5}/, text);
const messages = () =>
  store((trx) =>
    sql<{ purpose: string; address: string | null; subject: string; body: string; link: unknown }>`
      select purpose, address, subject, body, link from outgoing_message
      where landlord_id = ${trx.landlordId} order by queued_at, id`.execute(trx),
  ).then(({ rows }) => rows);

/** Sends the file field of a page as a browser's multipart form does. */
async function upload(visitor: Visitor, name: string, bytes: Buffer, type = 'image/png') {
  const form = new FormData();
  form.append('_csrf', visitor.token());
  form.append('do', 'add');
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
  const cookie = [...visitor.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
  const response = await fetch(`${web.url}${base}/complain/files`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { cookie },
  });
  return { status: response.status, text: await response.text() };
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

async function asAdmin<Row extends object>(query: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: web.database.admin });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

/** As far as the first point. */
async function begun(wish = 'wrong', teller: string | null = 'resident', what = 'The bedroom is black with mould.') {
  const visitor = await web.visitor(null);
  await visitor.get(`${base}/complain`);
  let page = await visitor.send({ wish });
  if (teller !== null) page = await visitor.send({ teller });
  if (teller === null || teller === 'resident') page = await visitor.send({ what, right: 'Treat it and say why.' });
  return { visitor, page };
}

test('a daughter complains for her mother with two points and a photo, with JavaScript off', async () => {
  const { visitor, page: who } = await begun('wrong', 'for-someone');
  assert.equal(who.path, `${base}/complain/for`);
  let page = await visitor.send({ name: 'Vera Okafor', role: 'family-or-friend', phone: '07700 900111' });
  assert.equal(page.path, `${base}/complain/authority`);
  page = await visitor.send({ claim: 'not-yet' });
  assert.equal(page.path, `${base}/complain/points/1`, page.text);
  await visitor.send({ what: 'The bedroom is black with mould.', right: 'Treat it.', sinceWords: 'before Christmas' });
  page = await visitor.send({ more: 'yes' });
  assert.equal(page.path, `${base}/complain/points/2`);
  page = await visitor.send({ what: 'Nobody rang back.', 'since-day': '2', 'since-month': '3', 'since-year': '2026' });
  assert.match(page.text, /You have told us 2 things/);
  page = await visitor.send({ more: 'no' });
  assert.equal(page.path, `${base}/complain/risk`);
  await visitor.send({ risk: 'if-it-goes-on', riskWords: 'She has a bad chest.' });
  await visitor.send({ hazards: ['damp-and-mould'] });
  await visitor.send({ address: '12 Elm Row', postcode: 'AB1 2CD' });
  await visitor.send({ name: 'Dawn Okafor' });
  page = await visitor.send({ email: 'dawn@example.org', best: 'email' });
  assert.equal(page.path, `${base}/complain/safe`);
  await visitor.send({ unsafe: [] });
  page = await visitor.send({ adjustments: ['large-print', 'braille'] });
  assert.equal(page.path, `${base}/complain/files`);
  assert.match(page.text, /up to 10 of them\. Each up to 52 MB/);
  assert.equal((await upload(visitor, 'wall.png', png)).status, 303);
  page = await visitor.get(`${base}/complain/files`);
  assert.match(page.text, /wall\.png/);
  page = await visitor.get(`${base}/complain/choice`);
  page = await visitor.send({ choice: 'no-answer-yet' });
  assert.equal(page.path, `${base}/complain/check`);
  for (const told of [
    'Vera Okafor',
    'black with mould',
    'Nobody rang back',
    'before Christmas',
    '12 Elm Row',
    'wall.png',
  ])
    assert.ok(page.text.includes(told), told);
  page = await visitor.send({});
  assert.match(page.text, /We have received it/);
  assert.match(page.text, /By \w+day \d+ \w+ \d{4} we write/);
  const reference = referenceIn(page.text);
  const { case: c, say } = await caseOf(reference);
  assert.equal(c.channel, 'web-form');
  assert.equal(c.standing.is, 'to-triage');
  assert.equal(c.points.length, 2);
  assert.equal(c.points[1]?.since, '2026-03-02');
  assert.equal(c.files.length, 1);
  assert.equal(c.representatives[0]?.authority, 'asked');
  assert.deepEqual(c.hazardsSuggested, ['damp-and-mould']);
  // It was the daughter who was asked: nothing was agreed with her mother by it.
  assert.deepEqual(c.adjustments, []);
  assert.match(say(c.words) ?? '', /She has a bad chest/);
  const arrived = await store((trx) => waitingArrivals(trx, { caseId: c.id }));
  assert.deepEqual(arrived.map(({ kind }) => kind).toSorted(), ['message', 'new-authority']);
  const receipt = (await messages()).filter(({ purpose }) => purpose === 'receipt').at(-1);
  assert.equal(receipt?.address, 'dawn@example.org');
  assert.doesNotMatch(`${receipt?.subject}${receipt?.body}`, /mould|Vera|chest|Elm/);
  assert.equal(
    (await messages()).filter(({ purpose }) => purpose === 'authority-asked').length,
    0,
    'her way came from the form',
  );
  assert.doesNotMatch(page.text, /Keep this code/);
  // Whoever leaves a computer that others use takes the page along.
  const cookie = visitor.cookies.get('putright-resident-draft') ?? '';
  // Once is once, however often it is pressed.
  page = await visitor.get(`${base}/complain/check`);
  assert.equal(page.path, `${base}/complain/sent`);
  const left = await store((trx) =>
    sql<{ told: { points: unknown[] } }>`
    select told from complaint_draft where landlord_id = ${trx.landlordId} and case_id = ${c.id}`.execute(trx),
  );
  assert.deepEqual(left.rows[0]?.told.points, [], 'its words stand with the case alone');
  page = await visitor.send({}, `${base}/complain/remove`);
  assert.equal(page.path, base);
  visitor.cookies.set('putright-resident-draft', cookie);
  assert.equal((await visitor.get(`${base}/complain/sent`)).path, `${base}/complain`);
});

test('a resident who chose to complain can’t be filed as a request, and triage is shown what the form told', async () => {
  const { visitor } = await begun();
  await visitor.get(`${base}/complain/choice`);
  await visitor.send({ choice: 'complain' });
  await visitor.get(`${base}/complain/name`);
  await visitor.send({ name: 'Rita Shah' });
  await visitor.send({ email: 'rita@example.org' });
  await visitor.send({ unsafe: 'post' });
  await visitor.get(`${base}/complain/home`);
  await visitor.send({ address: '3 Mill Lane', postcode: 'AB1 2CD' });
  await visitor.get(`${base}/complain/check`);
  const sent = await visitor.send({});
  assert.match(sent.text, /Keep this code/);
  const reference = referenceIn(sent.text);
  const rita = await store(async (trx) => readPerson(trx, (await readCase(trx, reference))?.case.person as PersonId));
  assert.deepEqual(
    rita?.ways.map(({ kind, standing }) => [kind, standing]).toSorted(),
    [
      ['email', 'ordinary'],
      ['post', 'unsafe'],
    ],
    'letters home are never used',
  );
  const officer = await web.visitor('officer');
  const triage = await officer.get(`/cases/${reference}/log`);
  assert.match(triage.text, /What the form told/);
  assert.match(triage.text, /It suggests Perhaps: complaint/);
  const refused = await officer.send({ dissatisfied: 'no', kind: 'service-request' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /chose to complain, so this can’t be filed as anything else/);
  const logged = await officer.send({ dissatisfied: 'yes', kind: 'complaint', complexity: 'simple' });
  assert.equal(logged.status, 200, logged.text.slice(0, 300));
  assert.equal((await caseOf(reference)).case.points.length, 1);
});

test('a word of thanks and a request come in by the same start, and neither waits for a name', async () => {
  const { visitor, page } = await begun('thank', null, 'Sam mended the door in an hour.');
  assert.equal(page.path, `${base}/complain/name`);
  await visitor.send({});
  await visitor.send({});
  const thanked = await visitor.send({});
  assert.match(thanked.text, /Thank you: we have it/);
  const thanks = await caseOf(referenceIn(thanked.text));
  assert.equal(thanks.case.person, null);
  assert.equal(thanks.case.points.length, 0);
  const asking = await web.visitor(null);
  await asking.get(`${base}/complain?about=service`);
  await asking.send({});
  await asking.send({ teller: 'resident' });
  await asking.send({ what: 'The hall light is out.' });
  await asking.send({ more: 'no' });
  await asking.get(`${base}/complain/before`);
  await asking.send({ toldBefore: 'no' });
  await asking.get(`${base}/complain/check`);
  const asked = await caseOf(referenceIn((await asking.send({})).text));
  assert.equal(asked.case.choiceToComplain, null);
  const told = await store((trx) => readFormTold(trx, asked.case.id));
  assert.equal(told?.wish, 'ask');
});

test('an MP needs no form and hears what they raise; a group is one case, each of them in it', async () => {
  const { visitor } = await begun('wrong', 'member');
  await visitor.send({ role: 'mp', name: 'Samuel Boateng' });
  await visitor.send({ what: 'The lift was out for nine days.' });
  await visitor.get(`${base}/complain/choice`);
  await visitor.send({ choice: 'complain' });
  await visitor.get(`${base}/complain/name`);
  await visitor.send({ name: 'Office of Alison Merrow MP' });
  await visitor.get(`${base}/complain/check`);
  const raised = await caseOf(referenceIn((await visitor.send({})).text));
  assert.equal(raised.case.representatives[0]?.authority, 'elected-member');
  assert.equal(raised.case.choiceToComplain, null, 'whether it becomes a complaint is the resident’s to say');
  const { visitor: neighbour, page } = await begun('wrong', 'group');
  assert.equal(page.path, `${base}/complain/group`);
  await neighbour.send({ others: 'Ann Lee, 07700 900456\nBo Lind, bo@example.org\n' });
  await neighbour.send({ what: 'The door entry has been broken since May.' });
  await neighbour.get(`${base}/complain/name`);
  await neighbour.send({ name: 'Cy Moss' });
  await neighbour.get(`${base}/complain/check`);
  const together = await caseOf(referenceIn((await neighbour.send({})).text));
  assert.equal(together.case.group.length, 2);
  assert.equal(together.case.points.length, 1);
});

test('an emergency says what to ring, is recorded with any way of reaching anybody, and rings until it is taken', async () => {
  // Texts can't go from here: where nobody named can be reached, managers are.
  await store((trx) => addOnCallWay(trx, { name: 'Duty', kind: 'text-message', value: '07700 900999' }));
  const visitor = await web.visitor(null);
  let page = await visitor.get(`${base}/complain/emergency`);
  assert.match(page.text, /999/);
  assert.match(page.text, /0800 111 999/);
  page = await visitor.send({ what: 'I smell gas' });
  assert.equal(page.status, 422);
  assert.match(page.html, /I smell gas<\/textarea>/);
  page = await visitor.send({ what: 'I smell gas', phone: '07700 900222' });
  assert.match(page.text, /We have it, and somebody is being called/);
  const reference = referenceIn(page.text);
  const { case: c } = await caseOf(reference);
  assert.deepEqual(c.hazardsSuggested, ['emergency']);
  const [alarm] = await store(listAlarms);
  assert.equal(alarm?.reference, reference);
  const now = new Date();
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const ring = (minutes: number) => store((trx) => ringAlarm(trx, alarm?.id ?? '', at(minutes), 'http://here'));
  assert.equal(await ring(0), 'rung');
  assert.equal(await ring(1), 'not-now', 'a job that runs twice rings once');
  const waiting = await asAdmin<{ n: number }>(
    `select count(*)::int as n from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'ring-on-call' and j.run_at > now() + interval '8 minutes'`,
  );
  assert.equal(waiting[0]?.n, 1, 'it rings again by itself');
  await store((trx) => addOnCallWay(trx, { name: 'Desk', kind: 'email', value: 'desk@example.org' }));
  assert.equal(await ring(11), 'rung');
  const rung = (await messages()).filter(({ purpose }) => purpose === 'on-call');
  assert.deepEqual(
    rung.map(({ address }) => address),
    ['manager@example.org', 'desk@example.org'],
  );
  assert.doesNotMatch(JSON.stringify(rung), /gas|900222/);
  const officer = await web.visitor('officer');
  const alarms = await officer.get('/alarms');
  assert.match(alarms.text, new RegExp(reference));
  const taken = await officer.send({}, `/alarms/${alarm?.id}/take`);
  assert.match(taken.text, /You have taken it/);
  assert.equal(await ring(30), 'not-now');
  assert.equal((await store((trx) => takeAlarm(trx, alarm?.id ?? '', web.staff.officer, now)))?.first, false);
  // The rest joins the same case.
  await visitor.get(`${base}/complain/points/1`);
  await visitor.send({ what: 'I smell gas', right: 'Mend the boiler' });
  page = await visitor.get(`${base}/complain/emergency`);
  assert.match(page.text, /What you add reaches us only when you press Send/);
  page = await visitor.get(`${base}/complain/check`);
  assert.match(page.text, /The emergency is with us already\. What you have added since reaches us when you send it/);
  const sent = await visitor.send({});
  assert.equal(referenceIn(sent.text), reference);
  const { case: whole } = await caseOf(reference);
  assert.equal(whole.points.length, 1);
});

test('an emergency that is told before any way of reaching anybody is recorded with the first that is given', async () => {
  const { visitor } = await begun();
  await visitor.get(`${base}/complain/risk`);
  let page = await visitor.send({ risk: 'now' });
  assert.equal(page.path, `${base}/complain/emergency`);
  await visitor.get(`${base}/complain/contact`);
  page = await visitor.send({ phone: '07700 900333' });
  assert.equal(page.path, `${base}/complain/emergency`);
  assert.match(page.text, /somebody is being called/);
});

test('danger that was told with no way of reaching anybody wakes somebody when the form is sent', async () => {
  const { visitor } = await begun();
  await visitor.get(`${base}/complain/risk`);
  await visitor.send({ risk: 'now' });
  await visitor.get(`${base}/complain/check`);
  const reference = referenceIn((await visitor.send({})).text);
  const { case: c } = await caseOf(reference);
  assert.equal((await store(listAlarms)).filter((alarm) => alarm.reference === reference).length, 1);
  const kinds = (await store((trx) => waitingArrivals(trx, { caseId: c.id }))).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['emergency']);
});

test('saving sends a link to that address alone, without the words; staff see no draft; thirty days erase it', async () => {
  const { visitor } = await begun('wrong', 'resident', 'A secret of mine');
  await visitor.get(`${base}/complain/save`);
  let page = await visitor.send({ email: 'rita@example.org' });
  assert.match(page.text, /A link is on its way/);
  const message = (await messages()).filter(({ purpose }) => purpose === 'draft-link').at(-1);
  assert.equal(message?.address, 'rita@example.org');
  assert.match(message?.body ?? '', /\{link\}/);
  assert.doesNotMatch(JSON.stringify(message), /secret of mine/);
  for (const n of [2, 3, 4]) {
    await visitor.get(`${base}/complain/save`);
    page = await visitor.send({ email: 'rita@example.org' });
    assert.equal(page.status, n < 4 ? 200 : 422);
  }
  assert.match(page.text, /Enough links were sent for now/);
  const officer = await web.visitor('officer');
  assert.doesNotMatch((await officer.post('/search', { q: 'secret', _csrf: officer.token() })).text, /secret of mine/);
  const later = new Date(Date.now() + 31 * 86_400_000);
  const erased = await store(async (trx) => {
    await eraseDrafts(trx, await draftsToErase(trx, later));
    return draftsToErase(trx, later);
  });
  assert.deepEqual(erased, []);
  const kept = (await messages()).filter(({ purpose }) => purpose === 'draft-link');
  assert.ok(kept.length > 0);
  assert.ok(
    kept.every(({ address, link }) => address === null && link === null),
    'whom the link went to is gone with the draft',
  );
  page = await visitor.get(`${base}/complain/check`);
  assert.equal(page.path, `${base}/complain`);
});

test('what was begun waits in its browser for thirty days, and what was sent is shown there for an hour', async () => {
  const answer = await fetch(`${web.url}${base}/complain`);
  const token = foundIn(/name="_csrf" value="([^"]+)"/, await answer.text());
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const begins = await fetch(`${web.url}${base}/complain`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body: new URLSearchParams({ _csrf: token, wish: 'wrong' }),
  });
  const [kept] = begins.headers.getSetCookie().filter((one) => one.includes('resident-draft'));
  assert.match(kept ?? '', /Max-Age=2592000/);
  const { visitor } = await begun();
  const secret = visitor.cookies.get('putright-resident-draft')?.split('.')[1] ?? '';
  const after = (hours: number) => {
    const now = new Date(Date.now() + hours * 3_600_000);
    return store((trx) => findResidentSession(trx, secret, 'draft', { now, today: londonDay(now) }));
  };
  assert.notEqual(await after(29 * 24), null);
  await visitor.get(`${base}/complain`);
  let page = await visitor.get(`${base}/complain`);
  assert.match(page.text, /Somebody began to tell us something in this browser/);
  assert.match((await visitor.get(`${base}/complain/continue`)).path, /\/complain\//);
  page = await visitor.get(`${base}/complain/save`);
  assert.match(page.text, /saved already, in this browser, for 30 days/);
  await asAdmin('update resident_session set last_seen_at = now()');
  await visitor.get(`${base}/complain/check`);
  page = await visitor.send({});
  referenceIn(page.text);
  assert.notEqual(await after(0.5), null);
  assert.equal(await after(2), null);
});

test('whoever had a link sent takes what they wrote off a shared computer, and only the link leads back', async () => {
  const { visitor } = await begun();
  await visitor.get(`${base}/complain/save`);
  assert.match((await visitor.send({ email: 'shared@example.org' })).text, /A link is on its way/);
  assert.match((await visitor.send({})).text, /no longer on this computer or phone/);
  assert.equal((await visitor.get(`${base}/complain/check`)).path, `${base}/complain`);
});

test('what is typed into a page whose session is lost begins again with it, and another’s draft opens to nobody', async () => {
  const { visitor } = await begun();
  const other = await web.visitor(null);
  await other.get(`${base}/complain`);
  let page = await other.get(`${base}/complain/check`);
  assert.equal(page.path, `${base}/complain`);
  const cookie = visitor.cookies.get('putright-resident-draft') ?? '';
  other.cookies.set('putright-resident-draft', `${cookie.slice(0, -3)}AAA`);
  page = await other.get(`${base}/complain/check`);
  assert.equal(page.path, `${base}/complain`, 'a forged secret opens nothing');
  await visitor.get(`${base}/complain/points/1`);
  visitor.cookies.delete('putright-resident-draft');
  page = await visitor.send({ what: 'All of it, typed for an hour.' });
  assert.equal(page.path, `${base}/complain/points`);
  assert.match(page.text, /typed for an hour/);
  assert.match(page.text, /We begin again with what you just wrote/);
  const lost = await web.visitor(null);
  page = await lost.post(`${base}/complain/points/1`, { what: 'Kept all the same', _csrf: 'forged' });
  assert.equal(page.status, 403);
  assert.match(page.html, /Kept all the same/);
});

test('somebody known is asked by their own link whether another may speak for them, and says so by a button', async () => {
  await store((trx) => makePerson(trx, { name: 'Vera Known', ways: [{ kind: 'email', value: 'vera@example.org' }] }));
  const { visitor } = await begun('wrong', 'for-someone');
  await visitor.send({ name: 'Vera Known', role: 'advocate', email: 'vera@example.org', phone: '07700 900444' });
  await visitor.send({ claim: 'resident-told-us' });
  await visitor.send({ what: 'The lift is out.' });
  await visitor.get(`${base}/complain/name`);
  await visitor.send({ name: 'Ada Voice' });
  await visitor.get(`${base}/complain/check`);
  const reference = referenceIn((await visitor.send({})).text);
  const { case: c } = await caseOf(reference);
  const asked = (await messages()).find(({ purpose }) => purpose === 'authority-asked');
  assert.equal(asked?.address, 'vera@example.org');
  assert.match(asked?.subject ?? '', /May Ada Voice speak for you/);
  // Whoever fills in a form as somebody else first has put nobody on record by it.
  const { visitor: sly } = await begun('wrong', 'resident');
  await sly.get(`${base}/complain/name`);
  await sly.send({ name: 'Vera Made Up' });
  await sly.send({ email: 'sly@example.org' });
  await sly.get(`${base}/complain/check`);
  await sly.send({});
  const { visitor: slyer } = await begun('wrong', 'for-someone');
  await slyer.send({ name: 'Vera Made Up', role: 'advocate', email: 'sly@example.org' });
  await slyer.send({ claim: 'resident-told-us' });
  await slyer.send({ what: 'Write to me.' });
  await slyer.get(`${base}/complain/check`);
  await slyer.send({});
  const links = (await messages()).filter(({ purpose }) => purpose === 'authority-asked');
  assert.deepEqual(
    links.map(({ address }) => address),
    ['vera@example.org'],
  );
  const kinds = (await store((trx) => waitingArrivals(trx, { caseId: c.id }))).map(({ kind }) => kind).toSorted();
  assert.deepEqual(kinds, ['contact-change', 'new-authority'], 'the number that the form gave waits for an officer');
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/ask-authority`);
  const again = await officer.send({ representative: c.representatives[0]?.person ?? '' });
  assert.match(again.text, /Asked\. Their answer comes/);
  const secret = await store((trx) =>
    mintLink(trx, {
      purpose: 'authority',
      caseId: c.id,
      person: c.person,
      about: c.representatives[0]?.person ?? null,
      until: '2099-01-01' as never,
    }),
  );
  const vera = await web.visitor(null);
  await vera.get(`${base}/link/${secret}`);
  let page = await vera.send({});
  assert.equal(page.path, `${base}/authority`);
  assert.match(page.text, /Ada Voice has written to us for you/);
  assert.equal((await caseOf(reference)).case.representatives[0]?.authority, 'asked', 'looking says nothing');
  page = await vera.send({ may: 'yes' });
  assert.equal(page.path, `${base}/authority/said`);
  const said = (await caseOf(reference)).case;
  assert.equal(said.representatives.at(-1)?.authority, 'resident-told-us');
  await vera.get(`${base}/authority`);
  await vera.send({ may: 'no' });
  assert.ok((await caseOf(reference)).case.representatives.every(({ endedOn }) => endedOn !== null));
});

test('an executor’s dead resident is never written to, nor an attorney’s: the officer asks for the paper', async () => {
  await store((trx) => makePerson(trx, { name: 'Ida Late', ways: [{ kind: 'email', value: 'ida@example.org' }] }));
  for (const [role, claim, asks, tells] of [
    ['executor', 'probate', /Ask to see the grant.*nobody should/, /nothing of the person who has died/],
    ['attorney-or-deputy', 'power-of-attorney', /for a copy of the document/, /copy of the power of attorney/],
  ] as const) {
    const { visitor } = await begun('wrong', 'for-someone');
    await visitor.send({ name: 'Ida Late', role, email: 'ida@example.org' });
    await visitor.send({ claim });
    await visitor.send({ what: 'The roof leaks.' });
    await visitor.get(`${base}/complain/choice`);
    await visitor.send({ choice: 'complain' });
    await visitor.get(`${base}/complain/name`);
    await visitor.send({ name: 'Eli Late' });
    await visitor.get(`${base}/complain/check`);
    const sent = await visitor.send({});
    assert.match(sent.text, tells);
    const { case: c } = await caseOf(referenceIn(sent.text));
    assert.equal(c.choiceToComplain, null, 'nobody has shown that the choice is theirs to make');
    const arrived = await store((trx) => waitingArrivals(trx, { caseId: c.id }));
    assert.match(arrived.find(({ kind }) => kind === 'new-authority')?.note ?? '', asks);
    const officer = await web.visitor('officer');
    assert.match((await officer.get(`/cases/${c.reference}/log`)).text, /It suggests Perhaps: complaint/);
  }
  assert.equal((await messages()).filter(({ address }) => address === 'ida@example.org').length, 0);
});

test('what was typed comes back from a database that can’t be written, and goes out again with one button', async () => {
  const { visitor } = await begun();
  try {
    await visitor.get(`${base}/complain/points/2`);
    // As a full disk does: whatever is written fails.
    await asAdmin('revoke update (told, saved_at) on complaint_draft from putright_app');
    const page = await visitor.send({ what: 'Typed with care into a full disk.', right: 'Keep it.' });
    assert.ok(page.status >= 500, String(page.status));
    assert.match(page.html, /Typed with care into a full disk\./);
  } finally {
    await asAdmin('grant update (told, saved_at) on complaint_draft to putright_app');
  }
  const again = await visitor.send({});
  assert.equal(again.path, `${base}/complain/points`);
  assert.match(again.text, /Typed with care into a full disk\./);
});

test('hostile names, headers, scripts and files do no harm', async () => {
  const { visitor } = await begun('wrong', 'resident', '<script>alert(1)</script> \u202Eevil =CMD()');
  await visitor.get(`${base}/complain/name`);
  await visitor.send({ name: 'Eve\r\nBcc: all@example.org <b>' });
  let page = await visitor.send({ email: 'eve@example.org\r\nBcc: x@example.org' });
  assert.equal(page.status, 422);
  page = await visitor.send({ email: 'eve@example.org' });
  const bad = await upload(visitor, '../../etc/passwd\r\nX: y.html', Buffer.from('GIF89a<script>alert(1)</script>'));
  assert.ok([303, 422].includes(bad.status));
  const html = await upload(
    visitor,
    'x.svg',
    Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
  );
  assert.equal(html.status, 422);
  assert.match(html.text, /can’t take a file of that kind/);
  const exe = await upload(visitor, 'photo.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]));
  assert.equal(exe.status, 422);
  page = await visitor.get(`${base}/complain/check`);
  assert.doesNotMatch(page.html, /<script>alert/);
  const sent = await visitor.send({});
  const { case: c } = await caseOf(referenceIn(sent.text));
  const receipt = (await messages()).filter(({ address }) => address === 'eve@example.org');
  assert.equal(receipt.length, 1);
  assert.doesNotMatch(receipt[0]?.subject ?? '', /[\r\n]|Bcc/);
  assert.ok(c.id satisfies CaseId);
  // A stranger brings no file, whatever they send.
  const stranger = await web.visitor(null);
  await stranger.get(`${base}/complain`);
  const nobody = await upload(stranger, 'x.png', png);
  assert.equal(nobody.status, 303);
});

test('a flood from one network is told so honestly, keeps what was typed, and never hides what to ring', async () => {
  await store((trx) =>
    sql`
    insert into form_use (landlord_id, what, by_digest)
    select ${trx.landlordId}, 'begun', u.by_digest from form_use u, generate_series(1, 80)
    where u.landlord_id = ${trx.landlordId} and u.what = 'begun' limit 80`.execute(trx),
  );
  const visitor = await web.visitor(null);
  await visitor.get(`${base}/complain`);
  const page = await visitor.send({ wish: 'wrong' });
  assert.equal(page.status, 422);
  assert.match(page.text, /A great many forms have come from your network.*try again in \d+ minutes, or ring us/);
  await visitor.get(`${base}/complain/emergency`);
  const told = await visitor.send({ what: 'Fire', phone: '07700 900555' });
  assert.match(told.text, /999/);
});
