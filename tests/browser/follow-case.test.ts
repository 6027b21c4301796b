/** A resident follows their case: what they see, what they do, how an officer sees it arrive, and what nobody gets away with. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { answersFor } from '../../src/complaint/access.js';
import { behaviourIn } from '../../src/complaint/behaviour/steps.js';
import { inTurn } from '../../src/complaint/in-turn.js';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayAuthorise } from '../../src/complaint/may/authorise.js';
import { mayDecideRestriction } from '../../src/complaint/may/decide-restriction.js';
import { mayEndAuthority } from '../../src/complaint/may/end-authority.js';
import { mayFindRoutes } from '../../src/complaint/may/find-routes.js';
import { mayJoinGroup } from '../../src/complaint/may/join-group.js';
import { mayNote } from '../../src/complaint/may/note.js';
import { mayOfferRemedy } from '../../src/complaint/may/offer-remedy.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { mayProposeRestriction } from '../../src/complaint/may/propose-restriction.js';
import { mayRestrictContact } from '../../src/complaint/may/restrict-contact.js';
import { maySetOutDefinition } from '../../src/complaint/may/set-out-definition.js';
import { mayShareFindings } from '../../src/complaint/may/share-findings.js';
import { mayWithdraw } from '../../src/complaint/may/withdraw.js';
import { mayWriteToResident } from '../../src/complaint/may/write-to-resident.js';
import { addDays } from '../../src/facts/days.js';
import type { CaseId, LetterId, PersonId, PointId, RestrictionId } from '../../src/facts/happened.js';
import { listAlarms } from '../../src/store/alarms.js';
import { waitingArrivals } from '../../src/store/arrivals.js';
import { inLandlord } from '../../src/store/database.js';
import { keepFile, receiveFile } from '../../src/store/documents.js';
import { messagesOf } from '../../src/store/outbox.js';
import { addWay, makePerson, readPerson } from '../../src/store/people.js';
import { setMarker } from '../../src/store/safety-markers.js';
import { londonDay } from '../../src/store/today.js';
import { assertAccessible, assertFits, type Browser, openBrowser, openPage, phone } from '../support/browser.js';
import { answered, caseFile, did, newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { foundIn } from '../support/found-in.js';
import { look } from '../support/look.js';
import { residentIn } from '../support/resident.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
before(async () => {
  web = await startWeb({ landlord: { demonstration: true } });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await web.close();
});

const today = londonDay(new Date());
const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);
const waiting = async (caseId: CaseId) =>
  (await store((trx) => waitingArrivals(trx, { caseId }))).map(({ kind, note }) => [kind, note]);

async function aCase(wanted: Parameters<typeof newCase>[1] = {}) {
  const reference = await newCase(web, wanted);
  const { case: c } = await caseFile(web, reference);
  return { reference, caseId: c.id, person: c.person, in: await residentIn(web, c.id, c.person) };
}

async function acknowledgedCase(points = ['The roof leaks', 'Nobody rang back']) {
  const one = await aCase({ defined: true, points });
  await did(web, one.reference, (c, context) =>
    mayAcknowledge(
      c,
      {
        on: today,
        stage: 1,
        how: 'email',
        note: 'STAFFNOTE rang',
        definitionSetOut: true,
        ombudsmanDetails: true,
        letter: null,
      },
      context,
    ),
  );
  await did(web, one.reference, (c, context) =>
    mayNote(c, { on: today, text: 'STAFFNOTE difficult', files: [] }, context),
  );
  return one;
}

test('the case shows what was logged, the steps with their dates and reasons, and nothing that is for staff', async () => {
  const one = await acknowledgedCase();
  await did(web, one.reference, (c, context) =>
    inTurn(c, context, [
      (now) =>
        mayFindRoutes(
          now,
          { on: today, point: now.points[1]?.id as PointId, about: 'personal-data', also: ['lgsco'] },
          context,
        ),
      (now) => maySetOutDefinition(now, { on: today, stage: 1, letter: null }, context),
    ]),
  );
  const seen = await one.in.visitor.get(one.in.casePath);
  assert.equal(seen.status, 200);
  for (const words of [
    one.reference,
    'A complaint',
    'We understand point 2',
    'We look into it and answer',
    'Why this date',
    'The Code (2024, 6.3) allows 10 working days',
    'The Housing Ombudsman can help you at any time',
    '0300 111 3000',
    'Who can look at this besides us: Housing Ombudsman Service Point 2',
    "Housing Ombudsman Service, Information Commissioner's Office, Local Government and Social Care Ombudsman",
    'data protection law counts too. We confirmed on',
    '0303 123 1113',
  ])
    assert.ok(seen.text.includes(words), words);
  assert.doesNotMatch(seen.html, /STAFFNOTE|stricter aim/);
  assert.equal(seen.headers.get('cache-control')?.includes('no-store'), true);
  assert.equal(seen.headers.get('referrer-policy'), 'no-referrer');
  const page = await openPage(browser, { baseURL: web.url, javaScriptEnabled: false, ...phone, cookie: one.in.cookie });
  for (const path of ['', '/messages', '/contact', '/stage-2']) {
    await page.goto(one.in.casePath + path);
    await look(page, `case${path.replace('/', '-')}`);
    await assertAccessible(page);
    await assertFits(page);
    assert.equal(await page.locator('h1').count(), 1, path);
    assert.match((await page.textContent('footer')) ?? '', /0300 111 3000/, path);
  }
  await page.context().close();
});

test('a message reaches an officer that day, an answer from staff stands beside it, and a form sent twice is one message', async () => {
  const one = await acknowledgedCase();
  const { visitor, casePath } = one.in;
  await visitor.get(`${casePath}/messages`);
  const empty = await visitor.send({ text: ' ' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Write your message/);
  const once = randomUUID();
  const hostile = 'When? <script>alert(1)</script> \u202Eevil =1+1';
  await visitor.get(`${casePath}/messages`);
  const sent = await visitor.send({ text: hostile, once });
  assert.match(sent.text, /We have your message/);
  assert.doesNotMatch(sent.html, /<script>alert/);
  await visitor.send({ text: hostile, once });
  assert.deepEqual(await waiting(one.caseId), [['message', hostile]]);
  await store((trx) => addWay(trx, one.person as PersonId, { kind: 'email', value: 'rosa@example.net' }));
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${one.reference}/write-to-resident`);
  assert.match((await officer.send({ text: 'On Monday at nine' })).text, /on their page/);
  assert.deepEqual(
    await waiting(one.caseId),
    [],
    'the answer takes the message off the list; what tells them is queued',
  );
  assert.match((await visitor.get(`${casePath}/messages`)).text, /Officer, Meadow Homes .* On Monday at nine/);
  // Whoever floods it keeps what they typed, and is told when to send it.
  await store((trx) =>
    sql`
    insert into form_use (landlord_id, what, by_digest, bytes)
    select ${web.landlordId}, what, by_digest, 0 from form_use, generate_series(1, 40)
    where what = 'sent' order by at desc limit 40`.execute(trx),
  );
  await visitor.get(`${casePath}/messages`);
  const flood = await visitor.send({ text: 'And another thing' });
  assert.equal(flood.status, 422);
  assert.match(flood.text, /You have sent us a great deal/);
  assert.match(flood.html, /And another thing/);
});

test('a photo is on record and looked at by an officer; a program that is called a photo is not taken', async () => {
  const one = await acknowledgedCase();
  const { visitor, casePath } = one.in;
  await visitor.get(`${casePath}/evidence`);
  const send = (name: string, content: string | Uint8Array<ArrayBuffer>) =>
    sendWithFiles(web, visitor, `${casePath}/evidence`, { title: 'The ceiling', once: randomUUID() }, [
      { field: 'file', name, content },
    ]);
  const program = await send(
    'photo.png',
    Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]),
  );
  assert.equal(program.status, 422);
  assert.match(program.html, /can’t take a file of that kind/);
  const photo = await send('ceiling.png', Uint8Array.from(Buffer.from(png, 'base64')));
  assert.equal(photo.status, 303, photo.html);
  assert.deepEqual(await waiting(one.caseId), [['evidence', 'The ceiling']]);
  assert.match((await visitor.get(`${casePath}/evidence`)).text, /What you gave us The ceiling/);
  const { entries } = await caseFile(web, one.reference);
  assert.deepEqual(entries.at(-1)?.recordedBy, { person: one.person });
});

test('stage 2 is asked for on one point, without a reason, and what an officer sees has its date', async () => {
  const one = await aCase({ defined: true, points: ['The roof leaks', 'Nobody rang back'] });
  const { visitor, casePath } = one.in;
  const early = await visitor.get(`${casePath}/stage-2`);
  assert.match(early.text, /without waiting for us: phone 0300 111 3000/);
  await answered(web, one.reference);
  const { case: c } = await caseFile(web, one.reference);
  await visitor.get(`${casePath}/stage-2`);
  const sent = await visitor.send({ points: c.points[1]?.id ?? '', text: '' });
  assert.match(sent.text, /We have your request/);
  assert.match(sent.text, /You asked us to look again \(stage 2\)/);
  const after = await caseFile(web, one.reference);
  assert.deepEqual(after.case.escalation?.points, [c.points[1]?.id]);
  assert.equal(after.case.escalation?.requestedOn, today);
  const officer = await web.visitor('officer');
  assert.match((await officer.get('/arrivals?kind=stage-2-request')).text, /Received on .+: acknowledge by /);
});

test('dissatisfaction after the answer is put before an officer as a possible request for stage 2', async () => {
  const one = await aCase({ defined: true, points: ['The roof leaks', 'Nobody rang back'] });
  await answered(web, one.reference);
  const { visitor, casePath } = one.in;
  await visitor.get(`${casePath}/messages`);
  await visitor.send({ text: 'I am not happy with this answer at all' });
  assert.deepEqual((await waiting(one.caseId))[0]?.[0], 'possible-stage-2');
  // What is in danger is told first, and wakes somebody.
  await visitor.get(`${casePath}/messages`);
  await visitor.send({ text: 'I can smell gas in the hall' });
  assert.ok((await waiting(one.caseId)).some(([kind]) => kind === 'emergency'));
  const ringing = await store(listAlarms);
  assert.deepEqual(
    ringing.map(({ reference }) => reference),
    [one.reference],
  );
});

test('I think this is wrong: the request stays, a complaint of its own is opened, and nobody files it back', async () => {
  const one = await aCase({
    kind: 'service-request',
    text: 'Please mend my tap, I have asked four times and I am fed up',
    on: addDays(today, -3),
  });
  const { visitor, casePath } = one.in;
  assert.match((await visitor.get(casePath)).text, /A request for a service/);
  await visitor.get(`${casePath}/wrong`);
  const sent = await visitor.send({ text: 'This was not a service request. I am unhappy' });
  assert.match(sent.text, /It is a complaint now/);
  const request = await caseFile(web, one.reference);
  assert.equal(request.case.standing.is, 'request-open');
  const complaint = request.case.links.at(-1)?.to as CaseId;
  const opened = await caseFile(web, complaint);
  assert.equal(opened.case.receivedOn, today);
  assert.deepEqual((await waiting(complaint))[0]?.[0], 'chose-to-complain');
  // Twice is once.
  assert.match((await visitor.get(`${casePath}/wrong`)).text, /complaint already/);
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${opened.case.reference}/log`);
  const back = await officer.send({ kind: 'service-request', dissatisfied: 'no' });
  assert.equal(back.status, 422);
  await officer.get(`/cases/${opened.case.reference}/offer-choice`);
  const unsaid = await officer.send({ answer: 'not-complain', how: 'phone', note: '' });
  assert.match(unsaid.text, /Nobody can take that back for them/);
  await officer.get(`/cases/${opened.case.reference}/date-from-first-words`);
  const asked = await officer.send({ voiced: 'yes', reason: 'Fed up, asked four times' });
  assert.equal(asked.status, 200, asked.text);
  assert.equal((await caseFile(web, complaint)).case.receivedOn, addDays(today, -3));
  assert.deepEqual(await waiting(complaint), []);
  // The resident goes from one to the other.
  await visitor.get(`${casePath}/other`);
  assert.match((await visitor.send({})).text, new RegExp(opened.case.reference));
});

test('withdrawing and new contact details are told to the ways on record, and change nothing before an officer has seen them', async () => {
  const one = await acknowledgedCase();
  const person = one.person as PersonId;
  await store((trx) => addWay(trx, person, { kind: 'email', value: 'rosa@example.net' }));
  await store((trx) => addWay(trx, person, { kind: 'email', value: 'work@example.net' }));
  await store((trx) => addWay(trx, person, { kind: 'email', value: 'shared@example.net', standing: 'unsafe' }));
  // A way that is not safe closes what went there, so they come in after it was told.
  const { visitor, casePath } = await residentIn(web, one.caseId, person);
  await visitor.get(`${casePath}/withdraw`);
  assert.match((await visitor.send({})).text, /Tick that you want to withdraw/);
  await visitor.send({ sure: 'yes' });
  await visitor.get(`${casePath}/contact`);
  const nothing = await visitor.send({ email: '', phone: '' });
  assert.match(nothing.text, /Fill in at least one/);
  const page = await visitor.send({ email: 'new@example.net' });
  assert.match(page.text, /Nothing stops until one of us has seen it/);
  assert.match(page.text, /You gave us new contact details|you gave us new contact details/);
  const { case: c } = await caseFile(web, one.reference);
  assert.equal(c.withdrawal, null);
  assert.equal((await store((trx) => readPerson(trx, person)))?.ways.length, 3);
  assert.deepEqual((await waiting(one.caseId)).map(([kind]) => kind).sort(), ['contact-change', 'withdrawal']);
  // A change of mind takes the wish back before anybody acts on it; the change of details is an officer's to make and to say.
  await visitor.get(`${casePath}/go-on`);
  assert.match((await visitor.send({})).text, /It goes on as before/);
  const [change] = await store((trx) => waitingArrivals(trx, { caseId: one.caseId, kinds: ['contact-change'] }));
  assert.deepEqual((await waiting(one.caseId)).map(([kind]) => kind).sort(), ['contact-change', 'message']);
  const officer = await web.visitor('officer');
  const arrived = await officer.get(`/arrivals/${change?.id}`);
  assert.match(arrived.text, /Change what is on record/);
  await officer.send({ how: 'acted' }, `/arrivals/${change?.id}`);
  assert.deepEqual(
    (await waiting(one.caseId)).map(([kind]) => kind),
    ['message'],
  );
  const told = await store((trx) => messagesOf(trx, one.caseId));
  assert.deepEqual(
    told.map(({ purpose, address }) => `${purpose} ${address}`).sort(),
    ['rosa', 'rosa', 'work', 'work'].map((one) => `confirm-change ${one}@example.net`),
  );
});

test('an offer is answered, which ends no right; findings are commented on; updates are agreed', async () => {
  const one = await aCase({ defined: true });
  const { visitor, casePath } = one.in;
  await did(
    web,
    one.reference,
    (c, context) =>
      mayShareFindings(
        c,
        {
          on: today,
          stage: 1,
          with: { person: one.person },
          points: [c.points[0]?.id as never],
          text: 'The roof was mended late',
          commentsBy: null,
        },
        context,
      ),
    'investigator',
  );
  await visitor.get(`${casePath}/comments`);
  await visitor.send({ text: 'It still leaks' });
  await visitor.get(`${casePath}/updates`);
  assert.match((await visitor.send({ every: '10' })).text, /at least every 10 working days/);
  await did(web, one.reference, (c, context) =>
    mayOfferRemedy(
      c,
      {
        on: today,
        stage: 1,
        kind: 'apology',
        points: [c.points[0]?.id as never],
        text: 'We are sorry',
        pence: null,
        dueOn: null,
      } as never,
      context,
    ),
  );
  assert.doesNotMatch((await visitor.get(casePath)).text, /We are sorry/, 'not before the answer');
  await answered(web, one.reference);
  const { case: c } = await caseFile(web, one.reference);
  assert.equal(c.stages[1]?.updateInterval?.everyWorkingDays, 10);
  assert.equal(c.stages[1]?.comments.length, 1);
  const offer = await visitor.get(`${casePath}/offer/${c.remedies[0]?.id}`);
  assert.match(offer.text, /you can still go to the Housing Ombudsman/);
  await visitor.send({ answer: 'accepted', note: 'I take it, but I am not happy with your answer' });
  assert.ok((await waiting(one.caseId)).some(([kind]) => kind === 'possible-stage-2'));
  assert.equal((await caseFile(web, one.reference)).case.remedies[0]?.state, 'accepted');
  assert.match((await visitor.get(casePath)).text, /look at it again \(stage 2\)/);
});

test('another case’s ids in forms, forged tokens, and a conflict: nothing is taken, and what was typed stays', async () => {
  const mine = await acknowledgedCase();
  const theirs = await acknowledgedCase();
  const other = await caseFile(web, theirs.reference);
  const { visitor, casePath } = mine.in;
  await visitor.get(`${casePath}/stage-2`);
  const crossed = await visitor.send({ points: other.case.points[0]?.id ?? '' });
  assert.equal(crossed.status, 422);
  const forged = await visitor.knock('POST', `${casePath}/messages`, { text: 'x' }, 'y'.repeat(43));
  assert.equal(forged.status, 403);
  assert.equal((await visitor.get(`${casePath}/letters/${randomUUID()}`)).status, 404);
  assert.equal((await visitor.get(`${casePath}/files/${'a'.repeat(64)}`)).status, 404);
  // Somebody else moves the case on while they write.
  await visitor.get(`${casePath}/stage-2`);
  await did(web, mine.reference, (c, context) =>
    mayWriteToResident(c, { on: today, to: [mine.person as PersonId], text: 'A word', files: [] }, context),
  );
  const conflict = await visitor.send({ text: 'The roof is still bad' });
  assert.equal(conflict.status, 422);
  assert.match(conflict.text, /Something changed in your case/);
  assert.match(conflict.html, /The roof is still bad/);
  const again = await visitor.send({});
  assert.match(again.text, /We have your request/);
  assert.deepEqual(await waiting(theirs.caseId), []);
});

test('a letter is read by whom it went to, on the page and as it was sent, and by nobody else of the group', async () => {
  const one = await aCase({ defined: true });
  const neighbour = await store((trx) => makePerson(trx, { name: 'Nora Neighbour' }));
  await did(web, one.reference, (c, context) => mayJoinGroup(c, { on: today, person: neighbour }, context));
  const bytes = await store(async (trx) => {
    const pdf = Buffer.from('%PDF-1.7\n%%EOF');
    const received = await receiveFile(web.files, web.landlordId, pdf, { name: 'letter.pdf', largest: 1_000 });
    assert.ok(received.ok);
    return keepFile(trx, web.files, received.stored, 'ours');
  });
  const letter = {
    id: randomUUID() as LetterId,
    text: 'Dear Rosa',
    bytes,
    to: [one.person as PersonId],
    how: 'post',
    missing: [],
  } as const;
  await did(web, one.reference, (c, context) =>
    mayAcknowledge(
      c,
      { on: today, stage: 1, how: 'post', note: null, definitionSetOut: true, ombudsmanDetails: true, letter },
      context,
    ),
  );
  const { visitor, casePath } = one.in;
  assert.match((await visitor.get(`${casePath}/letters/${letter.id}`)).text, /Dear Rosa/);
  const file = await visitor.get(`${casePath}/files/${bytes}`);
  assert.equal(file.status, 200);
  assert.equal(file.headers.get('content-type'), 'application/pdf');
  const other = await residentIn(web, one.caseId, neighbour);
  assert.doesNotMatch((await other.visitor.get(other.casePath)).html, new RegExp(letter.id));
  assert.equal((await other.visitor.get(`${casePath}/letters/${letter.id}`)).status, 404);
  assert.equal((await other.visitor.get(`${casePath}/files/${bytes}`)).status, 404);
  // One of several who wants out leaves the others' complaint as it is.
  await other.visitor.get(`${other.casePath}/withdraw`);
  await other.visitor.send({ sure: 'yes' });
  assert.ok((await waiting(one.caseId)).some(([kind]) => kind === 'group-leave'));
});

test('a case that is over takes messages and nothing else, and says where to turn', async () => {
  const one = await acknowledgedCase();
  const { visitor, casePath } = one.in;
  await visitor.get(`${casePath}/stage-2`);
  await did(web, one.reference, (c, context) =>
    mayWithdraw(c, { on: today, how: 'phone', text: null, confirmed: true }, context),
  );
  const late = await visitor.send({ version: '' });
  assert.equal(late.status, 200);
  assert.match(late.text, /This can’t go to stage 2 as it stands/);
  assert.equal((await caseFile(web, one.reference)).case.escalation, null);
  assert.match((await visitor.get(`${casePath}/withdraw`)).text, /nothing left to withdraw/);
  await visitor.get(`${casePath}/messages`);
  assert.match((await visitor.send({ text: 'It leaks again' })).text, /We have your message/);
  assert.deepEqual(await waiting(one.caseId), [['message', 'It leaks again']]);
  // Somebody else's offer, and one that never was, are nobody's to answer.
  await visitor.get(`${casePath}/messages`);
  const none = await visitor.post(`${casePath}/offer/${randomUUID()}`, { _csrf: visitor.token(), answer: 'accepted' });
  assert.match(none.text, /We do not find that offer in your case/);
});

test('a representative sees only what is theirs, and nothing from the moment the authority ends', async () => {
  const one = await acknowledgedCase();
  const daughter = await store((trx) => makePerson(trx, { name: 'Dora Whitby' }));
  await one.in.visitor.get(`${one.in.casePath}/messages`);
  await one.in.visitor.send({ text: 'MYHEALTH please keep it from my daughter' });
  await did(web, one.reference, (c, context) =>
    mayAuthorise(
      c,
      {
        on: today,
        person: daughter,
        role: 'family-or-friend',
        authority: 'resident-told-us',
        until: null,
        evidence: null,
        note: null,
      },
      context,
    ),
  );
  const { visitor, casePath } = await residentIn(web, one.caseId, daughter);
  const seen = await visitor.get(`${casePath}/messages`);
  assert.equal(seen.status, 200);
  assert.doesNotMatch(seen.html, /MYHEALTH/);
  await visitor.get(`${casePath}/messages`);
  await did(web, one.reference, (c, context) =>
    mayEndAuthority(c, { on: today, person: daughter, reason: 'The resident said so' } as never, context),
  );
  const late = await visitor.send({ text: 'And when will you come?' });
  assert.match(late.path, /\/code$/);
  const { entries } = await caseFile(web, one.reference);
  assert.equal(entries.at(-1)?.what.type, 'AuthorityEnded');
});

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('whose contact is restricted reads on their own page what holds, and says there that it is wrong', async () => {
  const one = await acknowledgedCase();
  const person = one.person as PersonId;
  const policy = { proposes: 'officer', decides: 'officer' } as const;
  const { reviewer, manager } = web.staff;
  const record = { incidents: [today], warnings: [today], restrictions: [] };
  const letter = {
    id: randomUUID() as LetterId,
    text: 'Dear Rosa',
    bytes: null,
    to: [person],
    how: 'post',
    missing: [],
  } as const;
  await did(web, one.reference, (c, context) => {
    const as = (staff: typeof manager): typeof context => ({ ...context, by: { ...context.by, staff } });
    const ours = (now: typeof c) => behaviourIn(now).restrictions[0]?.id as RestrictionId;
    return inTurn(c, context, [
      (now) =>
        mayProposeRestriction(
          now,
          {
            on: today,
            person,
            kinds: ['single-contact', 'channels'],
            contact: web.staff.officer,
            channels: ['phone', 'letter'],
            how: 'Ring on Tuesdays.',
            until: addDays(today, 90),
            reviewOn: addDays(today, 60),
            reasons: 'STAFFNOTE went on',
            equality: 'STAFFNOTE asked',
            adjustments: 'STAFFNOTE none',
            record,
            policy,
          },
          as(reviewer),
        ),
      (now) =>
        mayDecideRestriction(
          now,
          { on: today, restriction: ours(now), agreed: true, text: 'STAFFNOTE fair', policy },
          as(manager),
        ),
      (now) => mayRestrictContact(now, { on: today, restriction: ours(now), letter }, context),
    ]);
  });
  const { visitor, casePath } = one.in;
  const own = await visitor.get(casePath);
  assert.match(own.text, /How you can contact us for now Ring on Tuesdays\. One person deals with you: Officer\./);
  assert.match(own.text, /You can reach us by: telephone, letter\..*You can always report a repair/);
  assert.doesNotMatch(own.html, /STAFFNOTE/);
  // On another case of theirs they are told where the letter is.
  const another = await newCase(web, { name: null });
  await did(web, another, (_c, context) => ({
    ok: true,
    happened: [{ what: { type: 'ResidentIdentified', person }, on: context.today }],
    opens: [],
    warnings: [],
  }));
  const beside = await residentIn(web, (await caseFile(web, another)).case.id, person);
  const theirs = await beside.visitor.get(beside.casePath);
  assert.match(theirs.text, new RegExp(`Our letter of ${one.reference} says how you can contact us for now`));
  assert.doesNotMatch(theirs.text, /Ring on Tuesdays/);
  // A letter that waits to be printed is known on neither.
  await inLandlord(web.db, web.landlordId, (trx) =>
    sql`insert into letter_sending (landlord_id, case_id, seq, letter_id, how, recipient, subject, body, state, way)
      select landlord_id, case_id, seq, ${letter.id}, 'post', 'Rosa', 'Your contact', 'Dear Rosa', 'to-print', 'print'
      from case_event where case_id = ${one.caseId} and type = 'LetterSent' order by seq desc limit 1`.execute(trx),
  );
  for (const [seen, path] of [
    [beside.visitor, beside.casePath],
    [visitor, casePath],
  ] as const)
    assert.doesNotMatch((await seen.get(path)).text, /How you can contact us for now/);
  await inLandlord(web.db, web.landlordId, (trx) =>
    sql`update letter_sending set state = 'posted' where letter_id = ${letter.id}`.execute(trx),
  );
  assert.match((await beside.visitor.get(beside.casePath)).text, /How you can contact us for now/);
  const appeal = foundIn(/href="([^"]*\/restriction\/[^"]*)"/, own.html);
  const page = await openPage(browser, { baseURL: web.url, javaScriptEnabled: false, ...phone, cookie: one.in.cookie });
  for (const path of [casePath, appeal]) {
    await page.goto(path);
    await look(page, path === appeal ? 'appeal' : 'restricted');
    await assertAccessible(page);
    await assertFits(page);
  }
  await page.context().close();
  await visitor.get(appeal);
  assert.equal((await visitor.send({ text: ' ' })).status, 422);
  // Whoever acts for them reads what holds and appeals in their name; whoever is not authorised, or no longer, does neither.
  const [daughter, niece] = await store(async (trx) => [
    await makePerson(trx, { name: 'Dora Whitby' }),
    await makePerson(trx, { name: 'Nell Whitby' }),
  ]);
  assert.ok(daughter && niece);
  for (const [who, authority] of [
    [daughter, 'resident-told-us'],
    [niece, 'asked'],
  ] as const)
    await did(web, one.reference, (c, context) =>
      mayAuthorise(
        c,
        { on: today, person: who, role: 'family-or-friend', authority, until: null, evidence: null, note: null },
        context,
      ),
    );
  const { entries } = await caseFile(web, one.reference);
  const { case: standing } = await caseFile(web, one.reference);
  assert.equal(answersFor(standing, niece, person, today), false, 'asked for is not given');
  const acting = await residentIn(web, one.caseId, daughter);
  const hers = await acting.visitor.get(acting.casePath);
  assert.match(
    hers.text,
    /How the person you act for can contact us for now Ring on Tuesdays\. One person deals with them/,
  );
  assert.doesNotMatch(hers.html, /STAFFNOTE|Dear Rosa|How you can contact us for now/);
  const forHer = foundIn(/href="([^"]*\/restriction\/[^"]*)"/, hers.html);
  assert.match((await acting.visitor.get(forHer)).text, /writes to the person you act for/);
  const appealed = await acting.visitor.send({ text: 'She works on Tuesdays.' });
  assert.match(appealed.text, /we were told that this is wrong\. Somebody who had no part in it looks at it/);
  const last = (await caseFile(web, one.reference)).entries.at(-1);
  assert.equal(last?.what.type, 'RestrictionAppealed');
  assert.deepEqual(last?.recordedBy, { person: daughter }, 'who did it is on record');
  assert.equal((await caseFile(web, one.reference)).entries.length, entries.length + 1);
  assert.match((await visitor.get(casePath)).text, /you told us that this is wrong\. Somebody who had no part in it/);
  assert.match((await visitor.get(appeal)).text, /You have told us already/);
  assert.deepEqual(await waiting(one.caseId), [['restriction-appeal', 'She works on Tuesdays.']]);
  await acting.visitor.get(forHer);
  await did(web, one.reference, (c, context) =>
    mayEndAuthority(c, { on: today, person: daughter, reason: 'The resident said so' } as never, context),
  );
  assert.doesNotMatch((await acting.visitor.get(acting.casePath)).text, /Ring on Tuesdays/);
  // It keeps no message out.
  await visitor.get(`${casePath}/messages`);
  assert.match((await visitor.send({ text: 'The hall leaks' })).text, /We have your message/);
  // Whoever answers, rings or visits sees it first, in each list; whoever may not read markers learns of none.
  await store((trx) =>
    setMarker(
      trx,
      { person, whatToDo: 'Go in twos', reasons: 'A dog', told: 'Told', reviewOn: addDays(today, 30) },
      { staff: manager, roles: ['manager'], now: new Date() },
    ),
  );
  await did(web, one.reference, (c, context) =>
    mayPromiseAction(
      c,
      {
        on: today,
        stage: 1,
        text: 'Mend the roof',
        points: [],
        owner: web.staff.officer,
        team: null,
        dueOn: addDays(today, 9),
        agreedWithResident: false,
      },
      context,
    ),
  );
  const [officer, investigator] = [await web.visitor('officer'), await web.visitor('investigator')];
  await officer.get(`/cases/${one.reference}/call-back`);
  await officer.send({});
  for (const path of ['/arrivals', '/promises?state=later', '/call-backs']) {
    assert.match((await officer.get(path)).text, /Contact is restricted ?, ?Safety marker/, path);
    const { text } = await investigator.get(path);
    assert.match(text, /Contact is restricted/, path);
    assert.doesNotMatch(text, /Safety marker/, path);
  }
  const arrival = (await store((trx) => waitingArrivals(trx, { caseId: one.caseId }))).find(
    ({ kind }) => kind === 'message',
  );
  assert.match((await officer.get(`/arrivals/${arrival?.id}`)).text, /Contact with Rosa Whitby is restricted until/);
});
