/** Acts on the people and the home of a case: done, refused with what was typed kept, and two people at once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayAgreeAdjustment } from '../../src/complaint/may/agree-adjustment.js';
import { addDays } from '../../src/facts/days.js';
import { inLandlord } from '../../src/store/database.js';
import { addWay, makeHome, makePerson, readPerson } from '../../src/store/people.js';
import { hasStoppedSurveys, stopSurveys } from '../../src/store/resident-surveys.js';
import { londonDay } from '../../src/store/today.js';
import { caseFile, did, last, newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);

test('a resident is found by a number and chosen; what was looked for is in no address', async () => {
  const reference = await newCase(web, { name: null });
  const known = await store((trx) =>
    makePerson(trx, {
      name: 'Ivy Marchbanks',
      ways: [{ kind: 'phone', value: '07700 900123', standing: 'unsafe' }],
    }),
  );
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/identify-resident`);
  const found = await visitor.send({ find: '07700 900123', newName: 'kept', do: 'look-up' });
  assert.equal(found.status, 200);
  assert.equal(found.path, `/cases/${reference}/identify-resident`);
  assert.match(found.text, /Ivy Marchbanks/);
  assert.match(found.text, /unsafe: never use it/);
  assert.match(found.html, /value="kept"/);
  const done = await visitor.send({ person: known });
  assert.equal(done.path, `/cases/${reference}`);
  assert.match(done.text, /Ivy Marchbanks/);
  assert.equal((await caseFile(web, reference)).case.person, known);
});

test('somebody new becomes the resident with language and marks; with nothing entered it is refused and nobody is made', async () => {
  const reference = await newCase(web, { name: null });
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/identify-resident`);
  const empty = await visitor.send({});
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Choose one of the people found, or say that it is somebody new/);
  const nameless = await visitor.send({ person: 'new', newLanguage: 'pl' });
  assert.equal(nameless.status, 422);
  assert.match(nameless.html, /id="newName-error"/);
  const wrong = await visitor.send({ person: 'new', newName: 'Jan Kowal', newEmail: 'jan at home' });
  assert.match(wrong.html, /id="newEmail-error"[\s\S]*?correct format/);
  assert.match(wrong.html, /value="jan at home"/);
  await visitor.send({ newEmail: 'jan@example.org', newEmailStanding: 'safe', newPhone: '01632 960001' });
  const { case: c } = await caseFile(web, reference);
  const person = c.person === null ? null : await store((trx) => readPerson(trx, c.person ?? ('' as never)));
  assert.equal(person?.name, 'Jan Kowal');
  assert.equal(person?.language, 'pl');
  assert.deepEqual(person?.ways.map(({ kind, standing }) => `${kind} ${standing}`).sort(), [
    'email safe',
    'phone ordinary',
  ]);
});

test('two people name the resident at once: the second is told, and what they typed stays', async () => {
  const reference = await newCase(web, { name: null });
  const [one, two] = [await web.visitor('officer'), await web.visitor('manager')];
  await one.get(`/cases/${reference}/identify-resident`);
  await two.get(`/cases/${reference}/identify-resident`);
  await one.send({ person: 'new', newName: 'First Person' });
  const told = await two.send({ person: 'new', newName: 'Second Person' });
  assert.equal(told.status, 422);
  assert.match(told.text, /Somebody else changed this case/);
  assert.match(told.html, /value="Second Person"/);
  assert.match(told.text, /What changed meanwhile/);
  assert.equal((await caseFile(web, reference)).entries.filter((e) => e.what.type === 'ResidentIdentified').length, 1);
});

test('a home is found by its postcode, its tenure filled in where it was not known; or a new one is entered', async () => {
  const reference = await newCase(web);
  const home = await store((trx) => makeHome(trx, { address: '4 Mill Lane', postcode: 'WS11 1AA' }));
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/identify-home`);
  const found = await visitor.send({ find: 'ws111aa', do: 'look-up' });
  assert.match(found.text, /4 Mill Lane, WS11 1AA/);
  const none = await visitor.send({ find: 'ZZ99 9ZZ', do: 'look-up' });
  assert.match(none.text, /No home is found by “ZZ99 9ZZ”/);
  await visitor.send({ find: 'ws111aa', do: 'look-up' });
  await visitor.send({ home, tenure: 'LCRA' });
  const entry = await last(web, reference);
  assert.deepEqual(entry.what, { type: 'HomeIdentified', home, tenure: 'LCRA' });

  await visitor.get(`/cases/${reference}/identify-home`);
  const missing = await visitor.send({ home: 'new', newUprn: '12x' });
  assert.match(missing.html, /id="newUprn-error"/);
  const noAddress = await visitor.send({ home: 'new', newUprn: '' });
  assert.match(noAddress.html, /id="newAddress-error"/);
  const done = await visitor.send({ newAddress: '9 Brook Street', newPostcode: 'WS12 2BB', tenure: 'leasehold' });
  assert.match(done.text, /9 Brook Street, WS12 2BB/);
  assert.equal((await caseFile(web, reference)).case.tenure, 'leasehold');
});

test('residents join a group and leave it; the last one can’t', async () => {
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/join-group`);
  await visitor.send({ person: 'new', newName: 'Omar Neighbour' });
  const { case: grouped } = await caseFile(web, reference);
  assert.equal(grouped.group.length, 1);
  await visitor.get(`/cases/${reference}/leave-group`);
  const nobody = await visitor.send({ text: 'moved away' });
  assert.match(nobody.html, /id="person-error"/);
  assert.match(nobody.html, />moved away</);
  await visitor.send({ person: grouped.group[0] ?? '' });
  assert.deepEqual((await caseFile(web, reference)).case.group, []);
  const notNow = await visitor.get(`/cases/${reference}/leave-group`);
  assert.equal(notNow.status, 409);
});

test('a representative comes with a document, is refused without what shows a power of attorney, and leaves with a reason', async () => {
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  const path = `/cases/${reference}/authorise`;
  await visitor.get(path);
  const refused = await visitor.send({
    person: 'new',
    newName: 'Dora Attorney',
    role: 'attorney-or-deputy',
    authority: 'power-of-attorney',
  });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /id="evidence-error"/);
  assert.match(refused.html, /value="Dora Attorney"/);
  const { case: before } = await caseFile(web, reference);
  const sent = await sendWithFiles(
    web,
    visitor,
    path,
    {
      version: String(before.version),
      person: 'new',
      newName: 'Dora Attorney',
      role: 'attorney-or-deputy',
      authority: 'power-of-attorney',
      ...dayBoxes('on', londonDay(new Date())),
    },
    [{ field: 'evidence', name: 'lpa.txt', content: 'a power of attorney' }],
  );
  assert.equal(sent.status, 303);
  const { case: c } = await caseFile(web, reference);
  assert.equal(c.representatives.length, 1);
  const entry = await last(web, reference);
  assert.ok(entry.what.type === 'RepresentativeAuthorised' && entry.what.evidence !== null);

  await visitor.get(`/cases/${reference}/end-authority`);
  assert.match((await visitor.send({ reason: '' })).html, /id="reason-error"/);
  await visitor.send({ reason: 'The resident wrote that she speaks for herself again' });
  assert.notEqual((await caseFile(web, reference)).case.representatives[0]?.endedOn, null);
});

test('an adjustment is agreed with a day of review, reviewed, and ended with its reason', async () => {
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  const first = await visitor.get(`/cases/${reference}/agree-adjustment`);
  assert.match(first.text, /What the 2024 Code asks 5\.10/);
  const refused = await visitor.send({ kind: 'other' });
  assert.match(refused.html, /id="text-error"[\s\S]*?the Code, 5\.10/);
  await visitor.send({ kind: 'large-print' });
  assert.equal((await caseFile(web, reference)).case.adjustments[0]?.kind, 'large-print');
  await visitor.get(`/cases/${reference}/review-adjustment`);
  assert.match((await visitor.send({ outcome: 'ended' })).html, /id="text-error"/);
  await visitor.send({ text: 'He has new glasses' });
  assert.notEqual((await caseFile(web, reference)).case.adjustments[0]?.endedOn, null);
});

test('what a resident says of a disability is kept in words apart from the history', async () => {
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/tell-vulnerability`);
  assert.match((await visitor.send({ text: '' })).html, /id="text-error"/);
  const done = await visitor.send({ text: 'I have COPD and damp makes it worse' });
  assert.match(done.text, /Ask whether anything should be done differently/);
  const entry = await last(web, reference);
  assert.ok(entry.what.type === 'VulnerabilityTold');
  assert.equal(entry.say(entry.what.words), 'I have COPD and damp makes it worse');
});

test('a person’s details are corrected in place, the trail says so without a value, and the second of two is told', async () => {
  const reference = await newCase(web);
  const { case: c } = await caseFile(web, reference);
  const id = c.person ?? assert.fail('a resident');
  await store((trx) => addWay(trx, id, { kind: 'phone', value: '01632 960777' }));
  const [one, two] = [await web.visitor('officer'), await web.visitor('manager')];
  const page = await one.get(`/cases/${reference}/person`);
  assert.match(page.html, /value="01632 960777"/);
  await two.get(`/cases/${reference}/person`);
  const wrong = await one.send({ 'new-kind': 'email', 'new-value': 'no address' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /id="new-value-error"/);
  const done = await one.send({
    name: 'Rosa Whitby-Lee',
    language: 'cy',
    'way0-standing': 'unsafe',
    'new-value': 'rosa@example.org',
    'new-standing': 'safe',
    'new-preferred': 'yes',
  });
  assert.equal(done.path, `/cases/${reference}`);
  assert.match(done.text, /Rosa Whitby-Lee/);
  const told = await two.send({ name: 'Rose Whitby' });
  assert.equal(told.status, 422);
  assert.match(told.text, /Somebody else changed this/);
  assert.match(told.html, /value="Rose Whitby"/);
  assert.match(told.html, /value="rosa@example.org"/);
  assert.match(told.text, /Marked a way to reach them as unsafe \(phone\): Officer/);
  assert.doesNotMatch(told.html.slice(told.html.indexOf('What was corrected before')), /01632|Whitby/);
  const person = await store((trx) => readPerson(trx, id));
  assert.equal(person?.name, 'Rosa Whitby-Lee');
  assert.equal(person?.ways.length, 2);

  // Who wanted no questions wants them again.
  await store((trx) => stopSurveys(trx, id, new Date()));
  assert.match((await one.get(`/cases/${reference}/person`)).html, /name="noSurveys"[^>]* checked/);
  await one.send({ noSurveys: '' });
  assert.equal(await store((trx) => hasStoppedSurveys(trx, id)), false);
  assert.match((await one.get(`/cases/${reference}/person`)).text, /They want questions about handling again: Officer/);

  const settings = await (await web.visitor('administrator')).get('/settings/changes');
  assert.doesNotMatch(settings.text, /Marked a way/);
});

test('the details of somebody who is not in the case are not shown', async () => {
  const reference = await newCase(web);
  const stranger = await store((trx) => makePerson(trx, { name: 'Stranger' }));
  const visitor = await web.visitor('officer');
  assert.equal((await visitor.get(`/cases/${reference}/person?person=${stranger}`)).status, 404);
});

test('an adjustment is told to be on record already', async () => {
  const reference = await newCase(web);
  await did(web, reference, (c, context) =>
    mayAgreeAdjustment(
      c,
      { on: context.today, kind: 'braille', reviewOn: addDays(context.today, 30), text: null },
      context,
    ),
  );
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/agree-adjustment`);
  const refused = await visitor.send({ kind: 'braille' });
  assert.match(refused.html, /id="kind-error"/);
});
