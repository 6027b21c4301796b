/** A persistent complainant is warned, restricted, reviewed and freed; and is heard all the while, in every way. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { behaviourIn } from '../../src/complaint/behaviour/steps.js';
import { mayRecordIncident } from '../../src/complaint/may/record-incident.js';
import { mayShareFindings } from '../../src/complaint/may/share-findings.js';
import type { Refusal, Role } from '../../src/complaint/refusals.js';
import { addDays, type Day, inWords } from '../../src/facts/days.js';
import type { PersonId } from '../../src/facts/happened.js';
import { takeIn } from '../../src/post/take-in.js';
import {
  readBehaviourRecord,
  readBehaviourSetting,
  restrictionsOn,
  usualBehaviour,
  writeBehaviourSetting,
} from '../../src/store/behaviour.js';
import { remindOfBehaviour } from '../../src/store/behaviour-reminders.js';
import { inLandlord, type Trx } from '../../src/store/database.js';
import { addWay } from '../../src/store/people.js';
import { publicSlug } from '../../src/store/publications.js';
import { rebuild } from '../../src/store/rebuild.js';
import { readRules } from '../../src/store/rules.js';
import { endMarker, eraseMarker, listMarkers, setMarker } from '../../src/store/safety-markers.js';
import { addStaff } from '../../src/store/staff.js';
import { whomToWake } from '../../src/store/staff-concerned.js';
import { londonDay } from '../../src/store/today.js';
import { assertAccessible, assertFits, type Browser, openBrowser, phone } from '../support/browser.js';
import { caseFile, did, newCase } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { act, fill, send, sendLetter } from '../support/play.js';
import { openAs } from '../support/screens.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
let reference: string;
let other: string;
let person: PersonId;
before(async () => {
  [web, browser] = await Promise.all([startWeb({ landlord: { demonstration: true } }), openBrowser()]);
  reference = await newCase(web, { defined: true, name: 'Wilf Tandy' });
  const { case: c } = await caseFile(web, reference);
  assert.ok(c.person);
  person = c.person;
  await store((trx) => addWay(trx, person, { kind: 'email', value: 'wilf@example.org' }));
});
after(async () => {
  await browser.close();
  await web.close();
});

const today = londonDay(new Date());
const store = <T>(work: (trx: Trx) => Promise<T>) => inLandlord(web.db, web.landlordId, work);

/** Sends the letter on which a form ended; answers where that led. */
async function sendDraft(visitor: Visitor) {
  const letter = (await caseFile(web, reference)).case.letters.findLast(({ sentOn }) => sentOn === null);
  await visitor.get(`/cases/${reference}/letters/${letter?.id}/send`);
  return visitor.send({ how: 'by-hand' });
}

const restrictions = async () => behaviourIn((await caseFile(web, reference)).case).restrictions;

test('no step can be left out, and each is said in plain words', async () => {
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/record-incident`);
  const recorded = await officer.send({ text: 'Rang 31 times and called Sam names.' });
  assert.equal(recorded.path, `/cases/${reference}/behaviour`, recorded.text);
  assert.match(recorded.text, /Rang 31 times/);

  const reviewer = await web.visitor('reviewer');
  await reviewer.get(`/cases/${reference}/propose-restriction`);
  const tooSoon = await reviewer.send({ reasons: 'Kept words' });
  assert.equal(tooSoon.status, 422);
  assert.match(tooSoon.text, /They have not been warned\. Warn them first/);
  assert.match(tooSoon.text, /A restriction without a review can’t be made/);
  assert.match(tooSoon.html, /Kept words/);

  await officer.get(`/cases/${reference}/warn`);
  const begun = await officer.send({ asks: 'Please do not call our staff names.' });
  assert.match(begun.text, /You can always tell us about something new/);
  assert.deepEqual((await store((trx) => readBehaviourRecord(trx, person, today))).warnings, []);
  const warned = await sendDraft(officer);
  assert.match(warned.path, /\/letters$/, warned.text);
  assert.equal((await store((trx) => readBehaviourRecord(trx, person, today))).warnings.length, 1);

  // It goes on, on another of their cases.
  other = await newCase(web, { name: null });
  await did(web, other, (_c, context) => ({
    ok: true,
    happened: [{ what: { type: 'ResidentIdentified', person }, on: context.today }],
    opens: [],
    warnings: [],
  }));
  await did(web, other, (c, context) =>
    mayRecordIncident(c, { on: context.today, person, text: 'Rang 64 times.', files: [] }, context),
  );
  await reviewer.get(`/cases/${reference}/propose-restriction`);
  const proposed = await reviewer.send({
    reasons: 'It went on after the warning.',
    kinds: ['single-contact', 'channels'],
    contact: web.staff.officer,
    channels: ['phone', 'letter'],
    how: 'Ring the complaints officer on Tuesdays.',
    equality: 'No disability is known; he was asked.',
    adjustments: 'None are agreed.',
    ...dayBoxes('until', addDays(today, 120)),
    ...dayBoxes('reviewOn', addDays(today, 60)),
  });
  assert.equal(proposed.path, `/cases/${reference}/behaviour`, proposed.text);
  assert.deepEqual(await store((trx) => restrictionsOn(trx, [person], today)), []);

  const manager = await web.visitor('manager');
  const waiting = await manager.get('/behaviour');
  assert.match(waiting.text, /Decide on a restriction: Wilf Tandy/);
  await manager.get(`/cases/${reference}/decide-restriction`);
  await manager.send({ agreed: 'yes', text: 'Needed and in proportion.' });
  const letter = await manager.send({});
  assert.match(letter.text, /We will look at this again on/);
  assert.deepEqual(await store((trx) => restrictionsOn(trx, [person], today)), []);
  await sendDraft(manager);
  const [holds] = await store((trx) => restrictionsOn(trx, [person], today));
  assert.deepEqual([holds?.kinds, holds?.contact], [['single-contact', 'channels'], 'Officer']);
});

test('it is shown before contact: on each of their cases, where they are written to, logged and looked up', async () => {
  const officer = await web.visitor('officer');
  for (const path of ['', '/write-to-resident', '/letters']) {
    const page = await officer.get(`/cases/${reference}${path}`);
    assert.match(page.text, /Contact with Wilf Tandy is restricted until/, path);
  }
  await officer.get('/log');
  const known = await officer.send({ name: 'Wilf Tandy', text: 'Kept words', do: 'look-up' }, '/log');
  assert.match(known.text, /They speak to Officer alone.*Whatever is new is taken as from anyone/);
  assert.match(known.html, /Kept words/);
  const before = await officer.get(`/behaviour/people/${person}`);
  assert.match(before.text, /Warned in writing/);
  assert.equal((await (await web.visitor('administrator')).get(`/behaviour/people/${person}`)).status, 403);
});

test('by telephone, by e-mail and by the form a new leak comes in as from anyone', async () => {
  const officer = await web.visitor('officer');
  await officer.get('/log');
  const rung = await officer.send(
    { text: 'The kitchen leaks', name: 'Wilf Tandy', email: 'wilf@example.org', channel: 'phone' },
    '/log',
  );
  assert.match(rung.path, /^\/cases\/[A-Z]/, rung.text);
  assert.match(rung.text, /Logged as/);
  const message = [
    'From: Wilf Tandy <wilf@example.org>',
    'To: complaints@meadow.example',
    'Subject: A new leak',
    `Message-ID: <leak-${Date.now()}@example.org>`,
    `Date: ${new Date().toUTCString()}`,
    '',
    'Water is coming through the bathroom ceiling.',
  ].join('\r\n');
  const place = { db: web.db, files: web.files, landlordId: web.landlordId };
  const mailed = await takeIn(place, { name: 'leak.eml', bytes: Buffer.from(message) }, new Date());
  assert.equal(mailed.outcome, 'new-case', JSON.stringify(mailed));

  const base = `/residents/${await store(publicSlug)}`;
  const wilf = await web.visitor(null);
  await wilf.get(`${base}/complain`);
  await wilf.send({ wish: 'wrong' });
  await wilf.send({ teller: 'resident' });
  await wilf.send({ what: 'The hall leaks.', right: 'Mend it.' });
  await wilf.get(`${base}/complain/choice`);
  await wilf.send({ choice: 'complain' });
  await wilf.get(`${base}/complain/name`);
  await wilf.send({ name: 'Wilf Tandy' });
  await wilf.send({ email: 'wilf@example.org' });
  await wilf.get(`${base}/complain/check`);
  const sent = await wilf.send({});
  assert.match(sent.text, /We have received it/);
});

test('whoever sees to a restriction is reminded of its review before its day and after, once each', async () => {
  const queued = async (on: Day) => {
    await store((trx) => remindOfBehaviour(trx, on, web.url, new Date()));
    const { rows } = await store((trx) =>
      sql<{ staff: string; body: string }>`select staff_id as staff, body from outgoing_message
        where landlord_id = ${trx.landlordId} and purpose = 'staff-alert'`.execute(trx),
    );
    return rows;
  };
  assert.equal((await queued(addDays(today, 30))).length, 0);
  const first = await queued(addDays(today, 50));
  // Whoever proposed it, whoever decided on it, and nobody else: the case has no handler.
  assert.deepEqual(first.map(({ staff }) => staff).sort(), [web.staff.manager, web.staff.reviewer].sort());
  assert.ok(first.every(({ body }) => body.includes(reference) && !body.includes('Wilf')));
  assert.equal((await queued(addDays(today, 51))).length, first.length);
  assert.equal((await queued(addDays(today, 62))).length, 2 * first.length);
  // Were it about the manager, nobody would hear of it but whoever has the case; once it is not, both do.
  const { id } = (await caseFile(web, reference)).case;
  await store(async (trx) => {
    const told = async () => {
      await remindOfBehaviour(trx, addDays(today, 63), web.url, new Date());
      const { rows } = await sql<{ staff: string }>`select staff_id as staff from outgoing_message
        where landlord_id = ${trx.landlordId} and key like ${`review % ${addDays(today, 61)} late %`}`.execute(trx);
      return rows.map(({ staff }) => staff).sort();
    };
    await sql`insert into staff_concerned (landlord_id, case_id, staff_id, named_on)
      values (${trx.landlordId}, ${id}, ${web.staff.manager}, ${today})`.execute(trx);
    await sql`update restriction set review_on = review_on + 1 where case_id = ${id}`.execute(trx);
    assert.deepEqual(await told(), []);
    const [one, other] = [web.staff.manager, web.staff.administrator].map((who) => ({ id: who, roles: ['manager'] }));
    assert.ok(one && other);
    // An emergency wakes the others, and whom it is about only when there is nobody else.
    assert.deepEqual(await whomToWake(trx, id, [one, other], today), [other]);
    assert.deepEqual(await whomToWake(trx, id, [one], today), [one]);
    await sql`delete from staff_concerned where landlord_id = ${trx.landlordId} and case_id = ${id}`.execute(trx);
    assert.deepEqual(await told(), [web.staff.manager, web.staff.reviewer].sort());
    await sql`update restriction set review_on = review_on - 1 where case_id = ${id}`.execute(trx);
  });
});

/** As of its review: once in the two weeks before its day and once after it, but only where a number of days is set. */
async function remindedOfTheAppeal() {
  const answerIn = (appealDays: number | null) =>
    store((trx) => writeBehaviourSetting(trx, { ...usualBehaviour, appealDays }));
  const said = (on: Day) =>
    store(async (trx) => {
      await remindOfBehaviour(trx, on, web.url, new Date());
      const { rows } = await sql<{ key: string; staff: string; body: string }>`
        select key, staff_id as staff, body from outgoing_message
        where landlord_id = ${trx.landlordId} and key like 'appeal %'`.execute(trx);
      return rows;
    });
  const { calendar } = await store(readRules);
  const due = calendar.addWorkingDays(today, 20);
  assert.deepEqual(await said(due), [], 'no number of days is set');
  await answerIn(20);
  assert.deepEqual(await said(addDays(due, -15)), [], 'its day is more than two weeks away');
  const soon = await said(addDays(due, -14));
  assert.deepEqual(soon.map(({ staff }) => staff).sort(), [web.staff.manager, web.staff.reviewer].sort());
  for (const { body } of soon) {
    assert.ok(body.includes(`on ${reference} is to be answered by ${inWords(due)}`), body);
    assert.doesNotMatch(body, /Wilf|Tuesdays/);
  }
  assert.equal((await said(due)).length, 2, 'each is told once');
  const late = (await said(addDays(due, 1))).filter(({ key }) => / late /.test(key));
  assert.deepEqual(late.map(({ staff }) => staff).sort(), [web.staff.manager, web.staff.reviewer].sort());
  assert.ok(late.every(({ body }) => body.includes(`was to be answered by ${inWords(due)}`)));
  assert.equal((await said(addDays(due, 2))).length, 4);
  await answerIn(null);
}

test('an appeal and a review are answered by whoever may, and the register, the figures and a rebuild agree', async () => {
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/appeal-restriction`);
  await officer.send({ text: 'I work on Tuesdays.' });
  const manager = await web.visitor('manager');
  const [held] = await store((trx) => restrictionsOn(trx, [person], today));
  assert.equal(held?.appealedOn, today);
  // The register, the case's clocks and the page before contact give the same date for the same reasons.
  for (const path of [
    '/behaviour',
    `/cases/${reference}/clock`,
    `/cases/${other}/clock`,
    `/behaviour/people/${person}`,
  ]) {
    const { text } = await manager.get(path);
    assert.match(text, new RegExp(`looked at again on ${inWords(addDays(today, 60))} at the latest`), path);
    assert.match(text, new RegExp(`An appeal of ${inWords(today)} waits for its answer`), path);
  }
  assert.match((await manager.get('/behaviour')).text, /Appeal to answer/);
  await remindedOfTheAppeal();
  await manager.get(`/cases/${reference}/review-restriction`);
  const mine = await manager.send({ outcome: 'lifted', text: 'It has gone well.' });
  assert.match(mine.text, /You had a part in this restriction\. Somebody else answers the appeal/);
  const [r] = await restrictions();
  assert.equal(r?.state, 'in-force');

  const another = await store((trx) =>
    addStaff(trx, { name: 'Second manager', email: 'second@example.org', roles: ['manager'] }),
  );
  const second = await web.visitor(another ?? 'manager');
  await second.get(`/cases/${reference}/review-restriction`);
  const begun = await second.send({ outcome: 'lifted', text: 'He works on Tuesdays, and it has gone well.' });
  assert.match(begun.text, /You can contact us as before/);
  await sendDraft(second);
  assert.equal((await restrictions())[0]?.state, 'lifted');
  assert.deepEqual(await store((trx) => restrictionsOn(trx, [person], today)), []);
  assert.match((await manager.get('/behaviour')).text, /Lifted on/);
  const { different } = await rebuild(web.db, web.landlordId, { compareOnly: true });
  assert.deepEqual(different, []);
});

test('a safety marker is read by the named roles alone, and each reading is recorded', async () => {
  const manager = await web.visitor('manager');
  const path = `/behaviour/people/${person}/markers`;
  await manager.get(`${path}?before=review`);
  const bare = await manager.send({ whatToDo: 'Go in twos.' }, path);
  assert.equal(bare.status, 422);
  await manager.send(
    {
      whatToDo: 'Go in twos.',
      reasons: 'A dog bit a plumber on 3 March.',
      told: 'Told by letter.',
      ...dayBoxes('reviewOn', addDays(today, 90)),
    },
    path,
  );
  // Whatever a screen asks for: without a review within the year, or by whoever has no role for it, none is set or ended.
  const marker = { person, whatToDo: 'Wait', reasons: 'A dog', told: 'Told', reviewOn: addDays(today, 30) };
  const as = (...roles: Role[]) => ({ staff: web.staff.manager, roles, now: new Date() });
  const codes = async (refusals: Promise<readonly Refusal[]>) => (await refusals).map(({ code }) => code);
  await store(async (trx) => {
    const set = (reviewOn: Day, ...roles: Role[]) => codes(setMarker(trx, { ...marker, reviewOn }, as(...roles)));
    assert.deepEqual(await set(addDays(today, 367), 'manager'), ['review-too-late']);
    assert.deepEqual(await set(today, 'investigator'), ['not-their-part', 'review-past']);
    const id = (await listMarkers(trx))[0]?.id ?? '';
    assert.deepEqual(await codes(eraseMarker(trx, { person, id }, as('officer'))), ['not-a-manager', 'not-ended']);
    assert.deepEqual(await codes(endMarker(trx, { person, id, why: ' ' }, as('manager'))), ['why-missing']);
  });
  const officer = await web.visitor('officer');
  assert.match((await officer.get(`/cases/${reference}`)).text, /Safety marker\. Read it before you visit or ring/);
  assert.doesNotMatch((await officer.shown(path)).text, /Go in twos/);
  assert.match((await officer.get(`${path}?before=visit`)).text, /Go in twos/);
  const { rows } = await store((trx) =>
    sql<{ n: number }>`select count(*)::int as n from safety_marker_reading
      where landlord_id = ${trx.landlordId} and staff_id = ${web.staff.officer} and before = 'visit'`.execute(trx),
  );
  assert.equal(rows[0]?.n, 1);
  const investigator = await web.visitor('investigator');
  assert.doesNotMatch((await investigator.shown(`/cases/${reference}`)).text, /Safety marker/);
  assert.equal((await investigator.get(path)).status, 404);
});

test('whom a complaint is about is heard on a page of their own, and finds the case nowhere', async () => {
  const about = await newCase(web, { defined: true, text: 'Your officer put the zebrafinch phone down on me' });
  const manager = await web.visitor('manager');
  await manager.get(`/cases/${about}/name-staff-member`);
  const named = await manager.send({ staff: web.staff.officer, text: 'That you put the phone down on a resident.' });
  assert.equal(named.path, `/cases/${about}/offer-support`, named.text);
  await manager.send({ text: 'A talk with their own manager.' });
  await did(web, about, (c, context) =>
    mayShareFindings(
      c,
      {
        on: context.today,
        stage: 1,
        with: { staff: web.staff.officer },
        points: c.points.map(({ id }) => id),
        text: 'The call log shows that it ended after a minute.',
        commentsBy: null,
      },
      context,
    ),
  );
  const officer = await web.visitor('officer');
  const investigator = await web.visitor('investigator');
  // An e-mail that joined it is left out with it.
  const rosa = (await caseFile(web, about)).case.person;
  assert.ok(rosa);
  // Whoever logs a contact of the same resident does not learn of it by their name.
  const log = async (visitor: Visitor) => {
    await visitor.get('/log');
    return (await visitor.send({ name: 'Rosa Whitby', text: 'A leak', do: 'look-up' })).text;
  };
  assert.ok((await log(manager)).includes(about));
  assert.ok(!(await log(officer)).includes(about));
  await store((trx) => addWay(trx, rosa, { kind: 'email', value: 'rosa@example.org' }));
  const mail = [
    'From: rosa@example.org',
    'To: b@meadow.example',
    `Subject: About ${about}`,
    `Message-ID: <${about}@x>`,
    '',
  ];
  await takeIn(
    { db: web.db, files: web.files, landlordId: web.landlordId },
    { name: 'about.eml', bytes: Buffer.from([...mail, `I write about ${about}.`].join('\r\n')) },
    new Date(),
  );
  const { rows } = await store((trx) =>
    sql<{
      id: string;
    }>`select m.id from mail_message m join complaint c on c.landlord_id = m.landlord_id and c.case_id = m.case_id
      where m.landlord_id = ${trx.landlordId} and c.reference = ${about}`.execute(trx),
  );
  assert.equal(rows.length, 1);
  for (const { id } of rows) {
    assert.equal((await officer.get(`/post/${id}`)).status, 404);
    assert.equal((await manager.get(`/post/${id}`)).status, 200);
  }
  for (const [who, seen] of [
    [officer, false],
    [investigator, false],
    [manager, true],
  ] as const) {
    for (const tab of ['', '/history', '/write-to-resident', '/grants'])
      if (who !== investigator || tab !== '/grants')
        assert.equal((await who.get(`/cases/${about}${tab}`)).status, seen ? 200 : 404, tab);
    await who.get('/search');
    assert.equal((await who.send({ text: 'zebrafinch' }, '/search')).text.includes(about), seen);
    assert.equal((await who.get('/cases?show=all&sort=received&order=descending')).text.includes(about), seen);
  }
  assert.match((await officer.get('/')).text, /A complaint is about you/);
  const own = await officer.get(`/about-you/${about}`);
  assert.match(own.text, /put the phone down on a resident.*A talk with their own manager.*The call log shows/);
  assert.doesNotMatch(own.text, /zebrafinch|Rosa Whitby/);
  await officer.send({ what: 'position', text: 'The line broke.' });
  await officer.get(`/about-you/${about}`);
  const done = await officer.send({ what: 'comments', text: 'It was the lift.' });
  assert.match(done.text, /What you have said The line broke.*It was the lift/);
  assert.equal((await investigator.get(`/about-you/${about}`)).status, 404);

  await manager.get(`/cases/${about}/grants`);
  const refused = await manager.send({ to: web.staff.officer, reason: 'No' });
  assert.equal(refused.status, 422);
  await manager.get(`/cases/${about}/grants`);
  await manager.send({ to: web.staff.investigator, reason: 'Looks at the call log.' });
  assert.equal((await investigator.get(`/cases/${about}`)).status, 200);
});

test('an administrator names the two roles and who reads safety markers, and it is in the trail', async () => {
  const administrator = await web.visitor('administrator');
  await administrator.get('/settings/behaviour');
  assert.match((await administrator.send({ seesMarkers: [] })).text, /Choose at least one role/);
  await administrator.get('/settings/behaviour');
  const tooLong = await administrator.send({ decides: 'officer', appealDays: '61' });
  assert.match(tooLong.text, /Enter a number of working days from 1 to 60/);
  assert.match(tooLong.html, /value="61"/, 'what was typed is kept');
  assert.deepEqual(await store((trx) => readBehaviourSetting(trx)), usualBehaviour, 'and nothing is saved');
  await administrator.get('/settings/behaviour');
  const saved = await administrator.send({
    proposes: 'officer',
    decides: 'reviewer',
    seesMarkers: ['manager'],
    appealDays: '10',
  });
  assert.match(saved.text, /proposed by: complaints officer; decided by: stage 2 reviewer.*within: 10 working days/);
  const officer = await web.visitor('officer');
  assert.equal((await officer.get(`/behaviour/people/${person}/markers`)).status, 404);
  assert.match((await officer.get(`/cases/${reference}/propose-restriction`)).text, /A complaints officer proposes/);
});

test('played in a browser: warned, restricted, reviewed, lifted, and still able to raise a new leak', async () => {
  await store((trx) => writeBehaviourSetting(trx, usualBehaviour));
  const ours = await newCase(web, { defined: true, name: 'Ida Marsh' });
  const [officer, reviewer, manager] = await Promise.all(
    (['officer', 'reviewer', 'manager'] as const).map((role) => openAs(browser, web, role, phone)),
  );
  assert.ok(officer && reviewer && manager);
  const at = (rest = '') => `/cases/${ours}${rest}`;
  await act(officer, at('/record-incident'), { text: 'Shouted at two colleagues.' });
  await officer.getByText('Warn about behaviour').first().click();
  await fill(officer, { asks: 'Please do not shout.' });
  await send(officer);
  await sendLetter(officer, 'by-hand');
  await act(officer, at('/record-incident'), { text: 'Shouted again.' });

  await reviewer.goto(at('/propose-restriction'));
  await assertAccessible(reviewer);
  await fill(reviewer, {
    reasons: 'It went on after the warning.',
    kinds: 'times',
    how: 'Ring on weekday mornings.',
    ...dayBoxes('until', addDays(today, 100)),
    equality: 'Asked; nothing told.',
    adjustments: 'None are agreed.',
  });
  await reviewer.getByRole('button', { name: 'Propose it' }).click();
  await reviewer.getByText('A restriction without a review can’t be made').first().waitFor();
  assert.equal(await reviewer.inputValue('#how'), 'Ring on weekday mornings.');
  await fill(reviewer, dayBoxes('reviewOn', addDays(today, 50)));
  await send(reviewer);

  await manager.goto('/behaviour');
  await manager.getByText('Decide on a restriction: Ida Marsh').click();
  await fill(manager, { agreed: 'yes', text: 'In proportion.' });
  await send(manager);
  await send(manager);
  await officer.goto(at());
  const restricted = officer.getByText('Contact with Ida Marsh is restricted');
  assert.equal(await restricted.count(), 0, 'it does not hold before they are told');
  await sendLetter(manager, 'by-hand');
  await officer.goto(at());
  assert.ok((await restricted.count()) > 0);
  await assertAccessible(officer);
  await assertFits(officer);

  const logged = await act(officer, '/log', { text: 'The hall leaks.', name: 'Ida Marsh' });
  assert.match(logged, /Logged as/);

  await act(manager, at('/review-restriction'), { outcome: 'lifted', text: 'It has gone well.' });
  await sendLetter(manager, 'by-hand');
  await manager.goto('/behaviour');
  await assertAccessible(manager);
  await assertFits(manager);
  await officer.goto(at());
  assert.equal(await restricted.count(), 0);
});
