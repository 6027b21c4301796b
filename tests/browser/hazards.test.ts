/** Hazards on screens: recorded with the time, handed over, investigated, made safe; and the page of all of them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayReceive } from '../../src/complaint/may/receive.js';
import { addDays, day } from '../../src/facts/days.js';
import { londonDayOf, londonTimeOf, minuteOf } from '../../src/facts/instants.js';
import { openCase } from '../../src/store/act.js';
import { inLandlord } from '../../src/store/database.js';
import { rebuild } from '../../src/store/rebuild.js';
import { addTeam } from '../../src/store/teams.js';
import { openBrowser } from '../support/browser.js';
import { caseFile, last, newCase } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let repairs: string;
before(async () => {
  web = await startWeb();
  repairs = await inLandlord(web.db, web.landlordId, async (trx) => {
    const made = await addTeam(trx, { name: 'Hazards team', contractor: false, email: null });
    return made ?? assert.fail('a team');
  });
});
after(() => web.close());

const really = minuteOf(new Date().toISOString());
/** All of it on one day, also soon after midnight. */
const now = londonTimeOf(really) < '00:40' ? really - 40 : really;
/** So many minutes ago, in the boxes of a form. */
function ago(minutes: number) {
  const at = now - minutes;
  return { ...dayBoxes('on', londonDayOf(at)), at: londonTimeOf(at) };
}

test('an emergency rings on-call once, has its hours on the case and in every list, and is seen through', async () => {
  const reference = await newCase(web);
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/points`);
  const point = (await caseFile(web, reference)).case.points[0]?.id ?? '';
  const form = await officer.get(`/cases/${reference}/notice-hazard?point=${point}`);
  assert.match(form.html, new RegExp(`value="${point}"[^>]*checked`));
  const wrong = await officer.send({ kind: 'gas', emergency: 'yes', ...ago(60), at: 'noon' });
  assert.match(wrong.html, /id="at-error"/);
  assert.match(wrong.html, /value="noon"/);
  const done = await officer.send({ kind: 'gas', emergency: 'yes', points: point, ...ago(27 * 60) });
  assert.match(done.text, /Hand this over at once/);
  assert.match(done.text, /Hazard not handed over/);
  assert.match(done.text, /Make the emergency safe 3 hours late/);
  assert.match(done.text, /Offer suitable alternative accommodation/);
  assert.match((await officer.get('/alarms')).text, new RegExp(reference));
  // Another one of the same case: somebody is being rung already.
  await officer.get(`/cases/${reference}/notice-hazard`);
  await officer.send({ kind: 'damp-and-mould', ...ago(30) });
  assert.equal((await officer.get('/alarms')).html.match(/I have taken it/g)?.length, 1);
  assert.match((await officer.get(`/cases/${reference}/points`)).text, /Hazard: gas, an emergency/);

  const list = await officer.get('/hazards');
  assert.match(list.text, /Not handed over yet/);
  assert.match(list.text, /Make the emergency safe Gas, an emergency: Part 3 of SI 2025\/1042/);
  assert.ok(list.text.indexOf('3 hours late') < list.text.indexOf('Investigate the hazard'), 'the late stand first');
  assert.match((await officer.get('/cases')).text, /Investigate the emergency by \d\d:\d\d/);
  assert.match((await officer.get('/')).text, /2 duties about hazards are late, 2 hazards are not handed over/);

  const hazards = (await caseFile(web, reference)).case.hazards;
  const gas = hazards.find(({ kind }) => kind === 'gas')?.id ?? '';
  await officer.get(`/cases/${reference}/hand-over-hazard?hazard=${gas}`);
  assert.match((await officer.send({ hazard: gas, ...ago(20) })).html, /id="to-error"/);
  await officer.send({ hazard: gas, to: repairs, job: 'J-4411', ...ago(20) });
  const entry = await last(web, reference);
  assert.ok(entry.what.type === 'HazardHandedOver' && !JSON.stringify(entry.what).includes('J-4411'));
  await officer.get(`/cases/${reference}/make-hazard-safe?hazard=${gas}`);
  const { at: _, ...dayOnly } = ago(10);
  assert.match((await officer.send({ hazard: gas, text: 'Capped', ...dayOnly, at: '' })).html, /id="at-error"/);
  await officer.send({ hazard: gas, text: 'Capped', ...ago(10) });
  await officer.get(`/cases/${reference}/investigate-hazard?hazard=${gas}`);
  await officer.send({ hazard: gas, found: 'emergency', text: 'A joint', furtherWork: 'yes', ...ago(5) });
  await officer.get(`/cases/${reference}/summarise-hazard?hazard=${gas}`);
  assert.match(
    (await officer.send({ hazard: gas, way: 'given', text: 'Found', how: 'phone', ...dayOnly })).html,
    /id="how-error"/,
  );
  await officer.send({ hazard: gas, way: 'given', text: 'Found', how: 'by-hand', ...dayOnly });
  await officer.get(`/cases/${reference}/put-off-hazard-work?hazard=${gas}`);
  await officer.send({ hazard: gas, text: 'A part is ordered', ...dayOnly });
  await officer.get(`/cases/${reference}/begin-hazard-work?hazard=${gas}`);
  await officer.send({ hazard: gas, text: 'The part is here', ...dayOnly });
  const damp = hazards.find(({ kind }) => kind === 'damp-and-mould')?.id ?? '';
  await officer.get(`/cases/${reference}/offer-accommodation?hazard=${damp}`);
  await officer.send({ hazard: damp, text: 'A flat', answer: 'declined', ...ago(5) });
  const page = await officer.get(`/cases/${reference}`);
  assert.match(page.text, /Hazards team, .+\. Job J-4411/);
  assert.match(page.text, /Made safe/);
  const clock = await officer.get(`/cases/${reference}/clock`);
  assert.match(clock.text, /24 hours, through nights, weekends and bank holidays, end on/);
  // Known 27 hours ago: the emergency is late by what is over its 24, and what follows from looking at it is not.
  assert.match(clock.text, /Make the emergency safe .{0,60} Done 2 hours late/);
  assert.match(clock.text, /Give the resident a written summary of what was found .{0,60} Done in time/);
  const found = await rebuild(web.db, web.landlordId, { compareOnly: true });
  assert.deepEqual(found.different, []);
});

test('the summary is written as a letter that can’t leave out what the law asks, and is given when it is sent', async () => {
  const reference = await newCase(web);
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/notice-hazard`);
  await officer.send({ kind: 'damp-and-mould', ...ago(30) });
  const id = (await caseFile(web, reference)).case.hazards[0]?.id ?? '';
  await officer.get(`/cases/${reference}/investigate-hazard?hazard=${id}`);
  await officer.send({ hazard: id, found: 'significant', text: 'Black mould by the window', ...ago(20) });
  const form = await officer.get(`/cases/${reference}/summarise-hazard?hazard=${id}`);
  assert.match(form.html, /Black mould by the window<\/textarea>/);
  const bare = await officer.send({ way: 'write', safety: 'We wash it off' });
  assert.match(bare.html, /id="safeBy-error"/);
  assert.match(bare.html, /id="meanwhile-error"/);
  assert.match(bare.html, /We wash it off<\/textarea>/);
  const by = dayBoxes('safeBy', addDays(londonDayOf(really), 400));
  const letter = await officer.send({ way: 'write', meanwhile: 'Keep the window open by day', ...by });
  assert.match(letter.text, /The summary is given when it is sent/);
  assert.match(letter.text, /We found a significant hazard/);
  assert.match(
    (await officer.get(`/cases/${reference}`)).text,
    /Give the resident a written summary of what was found/,
  );
  await officer.get(letter.path);
  const blanked = await officer.send({ 'place-meanwhile': '' });
  assert.match(blanked.text, /doesn’t say what they can do meanwhile/);
  await officer.get(`${letter.path}/send`);
  const stopped = await officer.send({ how: 'by-hand' });
  assert.match(stopped.text, /doesn’t say what they can do meanwhile/);
  assert.equal((await caseFile(web, reference)).case.hazards[0]?.summary, null);
  await officer.get(letter.path);
  await officer.send({ 'place-meanwhile': 'Keep the window open by day' });
  await officer.get(`${letter.path}/send`);
  await officer.send({ how: 'by-hand' });
  const { hazards, letters } = (await caseFile(web, reference)).case;
  assert.equal(hazards[0]?.summary?.how, 'by-hand');
  assert.equal(letters.at(-1)?.kind, 'hazard-summary');
  assert.match((await officer.get(`/cases/${reference}/letters`)).text, /Summary of a hazard/);
  assert.match((await officer.get(`/cases/${reference}/draft-letter`)).html, /summarise-hazard">Summary of a hazard/);
});

test('what a request seems to tell of waits on the page until somebody rules it out or records it', async () => {
  const who = { landlordId: web.landlordId, staff: web.staff.officer, roles: ['officer'] as const };
  const opened = await openCase(web.db, who, { now: new Date() }, (context) =>
    mayReceive(
      {
        on: day('2026-03-02'),
        channel: 'phone',
        firstHeardBy: 'contractor',
        text: 'Mould behind the wardrobe',
        files: [],
        person: null,
        home: null,
        tenure: 'leasehold',
        group: [],
        hazards: ['damp-and-mould', 'water'],
        sender: null,
        earlier: null,
      },
      context,
    ),
  );
  assert.ok(opened.is === 'done');
  const { reference } = opened;
  const officer = await web.visitor('officer');
  assert.match((await officer.get('/hazards')).text, /It may be a hazard, and nobody has looked/);
  assert.match((await officer.get(`/cases/${reference}`)).text, /It may tell of a hazard: damp and mould, water/);
  await officer.get(`/cases/${reference}/rule-out-hazard`);
  assert.match((await officer.send({ text: 'Dry' })).html, /id="kinds-error"/);
  await officer.send({ kinds: 'water', text: 'Dry' });
  const form = await officer.get(`/cases/${reference}/notice-hazard`);
  assert.match(form.html, /name="on-month"[^>]*value="3"/);
  await officer.send({});
  const list = await officer.shown('/hazards');
  assert.doesNotMatch(list.text, /nobody has looked/);
  assert.match(list.text, /Flagged, without a time set by law/);
  assert.match((await officer.get(`/cases/${reference}`)).text, /not recorded as one/);
  // The complaint about this request says so too, with the way there.
  const complaint = await newCase(web);
  assert.doesNotMatch((await officer.shown(`/cases/${complaint}`)).text, /has a hazard that is not seen to/);
  await officer.get(`/cases/${complaint}/link`);
  await officer.send({ reference, relation: 'request-behind-this-complaint' });
  const about = await officer.get(`/cases/${complaint}`);
  assert.match(about.text, /The request behind this complaint has a hazard that is not seen to yet/);
  assert.match(about.html, new RegExp(`href="/cases/${reference}#hazards"`));
});

test('the day of a later phase, once recorded with where it stands, gives limits to what is on record already', async () => {
  const reference = await newCase(web);
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/notice-hazard`);
  assert.match((await officer.send({ kind: 'fire', ...ago(30) })).text, /\(fire.*\) has no statutory limit yet/);
  const administrator = await web.visitor('administrator');
  await administrator.get('/settings/hazards');
  const day = dayBoxes('second', '2025-10-27');
  const wrong = await administrator.send(day);
  assert.match(wrong.html, /id="secondSource-error"/);
  assert.match(wrong.html, /value="2025"/);
  const saved = await administrator.send({ ...day, secondSource: 'SI 2026/9999' });
  assert.match(saved.text, /changed from no day to Monday 27 October 2025 \(SI 2026\/9999\)/);
  assert.match((await officer.get(`/cases/${reference}`)).text, /Investigate the hazard/);
  assert.match(
    (await officer.get(`/cases/${reference}/clock`)).text,
    /have statutory limits from Monday 27 October 2025, as your landlord recorded/,
  );
  assert.deepEqual((await rebuild(web.db, web.landlordId, { compareOnly: true })).different, []);
});

test('the page of hazards and a case with hazards stand in a browser', async () => {
  const browser = await openBrowser();
  try {
    await assertGoodScreen(browser, web, 'officer', '/hazards');
  } finally {
    await browser.close();
  }
});
