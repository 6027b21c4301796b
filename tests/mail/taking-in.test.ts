import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { allow } from '../../src/complaint/refusals.js';
import { day } from '../../src/facts/days.js';
import type { StaffId } from '../../src/facts/happened.js';
import { messageFile, ownDomainsSetting, type Place } from '../../src/post/message-files.js';
import { takeIn } from '../../src/post/take-in.js';
import { takeOut } from '../../src/post/take-out.js';
import { actWithin, openWithin } from '../../src/store/act.js';
import { readCase } from '../../src/store/case-file.js';
import { root } from '../../src/store/config.js';
import { type Database, inLandlord, openDatabase } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import {
  countMail,
  forgetMail,
  listSetAside,
  listToLookAt,
  mailOfCase,
  markLookedAt,
  rememberThread,
} from '../../src/store/mail.js';
import { makePerson } from '../../src/store/people.js';
import { writeSetting } from '../../src/store/rules.js';
import { verify } from '../../src/store/verify.js';
import { freshDatabase } from '../support/database.js';

const fixtures = join(root, 'tests', 'mail', 'fixtures');
const now = new Date('2026-11-22T12:00:00Z');
const files = mkdtempSync(join(tmpdir(), 'putright-mail-'));
const staff = crypto.randomUUID() as StaffId;
let url: string;
let db: Database;
let place: Place;
let landlords = 0;

before(async () => {
  url = (await freshDatabase()).app;
  db = openDatabase(url, 'app');
});
after(async () => {
  await db.close();
  rmSync(files, { recursive: true, force: true });
});
beforeEach(async () => {
  landlords += 1;
  place = { db, files, landlordId: await makeLandlord(db, { name: `Thornfield Homes ${landlords}` }) };
});

const fixture = async (name: string) => takeIn(place, await messageFile(join(fixtures, name), name), now);
const text = (message: string, name = 'test.eml') =>
  takeIn(place, { name, bytes: Buffer.from(message.replaceAll('\n', '\r\n')) }, now);
const cases = () =>
  inLandlord(db, place.landlordId, async (trx) => {
    const found = await sql<{
      n: number;
    }>`select count(*) as n from case_head where landlord_id = ${place.landlordId}`.execute(trx);
    return found.rows[0]?.n;
  });
const caseOf = (ref: string | null) => inLandlord(db, place.landlordId, (trx) => readCase(trx, ref ?? 'none'));

test('a resident’s message opens a case with their words, on the day our server had it', async () => {
  const taken = await fixture('01-plain-complaint.eml');
  assert.equal(taken.outcome, 'new-case');
  assert.equal(taken.receivedOn, '2026-03-10');
  assert.equal(taken.suggestedKind, 'complaint');
  const file = await caseOf(taken.ref);
  assert.ok(file);
  assert.equal(file.case.receivedOn, '2026-03-10');
  assert.equal(file.case.kind, null);
  assert.equal(file.case.standing.is, 'to-triage');
  assert.match(file.say(file.case.words) ?? '', /third time I have written about our boiler/);
  assert.deepEqual(file.entries[0]?.recordedBy, { system: 'mail' });
  const raw = [...file.documents.values()].at(-1);
  assert.equal(raw?.type, 'message/rfc822');
  assert.equal(raw?.size, readFileSync(join(fixtures, '01-plain-complaint.eml')).length);
});

test('the same message twice is one case and one duplicate', async () => {
  const first = await fixture('01-plain-complaint.eml');
  const second = await fixture('01-plain-complaint.eml');
  assert.equal(second.outcome, 'duplicate');
  assert.equal(second.ref, first.ref);
  assert.equal(await cases(), 1);
});

test('the same message by another way, with another trace, is a duplicate too', async () => {
  const first = await fixture('01-plain-complaint.eml');
  const again = readFileSync(join(fixtures, '01-plain-complaint.eml'), 'latin1');
  const second = await takeIn(
    place,
    {
      name: 'x',
      bytes: Buffer.from(
        `Received: from list.example by mx.thornfield-homes.example; Wed, 11 Mar 2026 01:00:00 +0000\r\n${again}`,
        'latin1',
      ),
    },
    now,
  );
  assert.equal(second.outcome, 'duplicate');
  assert.equal(second.ref, first.ref);
});

test('a message without a Message-ID is known again by what it is', async () => {
  assert.equal((await fixture('30-no-message-id.eml')).outcome, 'new-case');
  assert.equal((await fixture('30-no-message-id.eml')).outcome, 'duplicate');
});

test('another message with a known Message-ID opens nothing, but is put before a person and can become a contact', async () => {
  const first = await fixture('01-plain-complaint.eml');
  const twin = await fixture('31-same-id-other-words.eml');
  assert.equal(twin.outcome, 'duplicate');
  assert.equal(twin.ref, first.ref);
  assert.ok(twin.lookBecause);
  assert.equal((await fixture('31-same-id-other-words.eml')).outcome, 'duplicate');
  const [waiting, ...more] = await inLandlord(db, place.landlordId, (trx) => listToLookAt(trx));
  assert.equal(more.length, 0);
  assert.ok(waiting);
  const out = await takeOut(place, waiting.id, crypto.randomUUID() as StaffId, now);
  assert.ok(out.ok);
  assert.equal(out.taken.outcome, 'new-case');
  assert.equal(await cases(), 2);
});

test('two takings at the same moment make one case', async () => {
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => fixture('09-html-only.eml')));
  assert.deepEqual(outcomes.map((one) => one.outcome).sort(), [
    'duplicate',
    'duplicate',
    'duplicate',
    'duplicate',
    'duplicate',
    'new-case',
  ]);
  assert.equal(await cases(), 1);
});

test('automatic answers and bounces are set aside where people see them, and lead to the case they are about', async () => {
  const first = await fixture('01-plain-complaint.eml');
  const about = (name: string) =>
    readFileSync(join(fixtures, name), 'utf8').replaceAll('CMP-26-00001', first.ref ?? '');
  for (const name of ['13-auto-reply.eml', '15-bounce.eml']) {
    const aside = await takeIn(place, { name, bytes: Buffer.from(about(name)) }, now);
    assert.equal(aside.outcome, 'set-aside', name);
    assert.equal(aside.ref, null);
    assert.equal(aside.about, first.ref);
  }
  assert.equal((await fixture('14-x-autoreply.eml')).outcome, 'set-aside');
  assert.equal((await fixture('16-mailer-daemon-plain.eml')).outcome, 'set-aside');
  assert.equal((await fixture('13-auto-reply.eml')).outcome, 'duplicate');
  const aside = await inLandlord(db, place.landlordId, (trx) => listSetAside(trx));
  assert.equal(aside.length, 4);
  assert.ok(aside.every((one) => one.raw !== null && one.reason !== ''));
  assert.equal(await cases(), 1);
});

test('a message that was set aside becomes a contact of the day it arrived, once', async () => {
  await fixture('14-x-autoreply.eml');
  const [aside] = await inLandlord(db, place.landlordId, (trx) => listSetAside(trx));
  assert.ok(aside);
  const out = await takeOut(place, aside.id, staff, now);
  assert.ok(out.ok);
  assert.equal(out.taken.outcome, 'new-case');
  assert.equal((await caseOf(out.taken.ref))?.case.receivedOn, '2026-03-17');
  assert.deepEqual(await takeOut(place, aside.id, staff, now), { ok: false, why: 'has-a-case' });
  assert.deepEqual(await inLandlord(db, place.landlordId, (trx) => countMail(trx)), { toLookAt: 0, setAside: 0 });
});

test('a reply finds its case by our reference, by In-Reply-To of ours and by that of an earlier message', async () => {
  const first = await fixture('01-plain-complaint.eml');
  const opened = await caseOf(first.ref);
  assert.ok(opened && first.ref);
  const named = (n: number, from: string) =>
    text(
      `From: ${from}\nSubject: RE: ${first.ref?.replaceAll('-', ' ').toLowerCase()}\nMessage-ID: <q1.${n}@x>\n\nAny news?\n`,
    );
  const byReference = await named(1, 'denise.okafor@mail.example');
  assert.equal(byReference.outcome, 'added-to-case');
  assert.equal(byReference.ref, first.ref);
  assert.equal(byReference.lookBecause, null);
  const stranger = await named(2, 'someone@mail.example');
  assert.deepEqual([stranger.outcome, stranger.ref, stranger.about], ['needs-a-look', null, first.ref]);
  assert.match(stranger.lookBecause ?? '', /nobody on the case is known by/);

  await inLandlord(db, place.landlordId, (trx) =>
    rememberThread(trx, opened.case.id, ['<out-1@thornfield-homes.example>'], 'out'),
  );
  const reply = await fixture('25-reply-with-quote.eml');
  assert.equal(reply.ref, first.ref);
  assert.equal(reply.lookBecause, null);
  const words = (await caseOf(first.ref))?.entries.at(-1)?.what;
  assert.ok(words?.type === 'MessageReceived');
  const said = (await caseOf(first.ref))?.say(words.words) ?? '';
  assert.ok(said.indexOf("I don't accept this") < said.indexOf('What the message quotes'));

  const byReply = await text(
    'From: denise.okafor@mail.example\nSubject: boiler\nMessage-ID: <q2@x>\nReferences: <a1.9f@mail.example>\n\nme too\n',
  );
  assert.equal(byReply.ref, first.ref);
  assert.equal((await inLandlord(db, place.landlordId, (trx) => mailOfCase(trx, opened.case.id))).length, 4);
  assert.equal(await cases(), 1);
});

test('a hundred answers to one letter to all are not thrown together; the same sender’s second answer is', async () => {
  const answer = (who: string, n: number) =>
    text(
      `From: ${who}@mail.example\nSubject: Re: Your rent from April\nMessage-ID: <${who}${n}@x>\nIn-Reply-To: <rent-letter@landlord.example>\n\nCan you explain the service charge?\n`,
    );
  const a = await answer('ann', 1);
  const b = await answer('bob', 1);
  const again = await answer('ann', 2);
  assert.deepEqual([a.outcome, b.outcome, again.outcome], ['new-case', 'new-case', 'added-to-case']);
  assert.notEqual(a.ref, b.ref);
  assert.equal(again.ref, a.ref);
});

test('a reply that arrives before what it answers still meets it in one case', async () => {
  const reply = await text(
    'From: ann@mail.example\nSubject: Re: roof\nMessage-ID: <r2@x>\nIn-Reply-To: <r1@x>\n\nStill leaking.\n',
  );
  const start = await text('From: ann@mail.example\nSubject: roof\nMessage-ID: <r1@x>\n\nMy roof leaks.\n');
  assert.equal(start.outcome, 'added-to-case');
  assert.equal(start.ref, reply.ref);
});

test('a reference of no case, or of another landlord’s, opens a new case', async () => {
  const mine = await fixture('01-plain-complaint.eml');
  place = { ...place, landlordId: await makeLandlord(db, { name: `Other ${landlords}` }) };
  const taken = await text(
    `From: a@b.example\nSubject: ${mine.ref}\nMessage-ID: <z@z>\n\nHello, any news about my fence?\n`,
  );
  assert.equal(taken.outcome, 'new-case');
});

test('what a colleague forwards counts from the day they had it, inline or attached', async () => {
  await inLandlord(db, place.landlordId, (trx) => writeSetting(trx, ownDomainsSetting, ['thornfield-homes.example']));
  const inline = await fixture('19-staff-forward-inline.eml');
  assert.equal(inline.receivedOn, '2026-03-09');
  assert.equal((await caseOf(inline.ref))?.case.firstHeardBy, 'other-staff');
  const attached = await fixture('20-staff-forward-attached.eml');
  assert.equal(attached.receivedOn, '2026-03-06');
  assert.deepEqual(attached.hazards.includes('emergency'), true);
  // The resident answers the message that they sent, which never came here by itself.
  const later = await text(
    'From: Bea Quill <bea@mail.example>\nSubject: Re: No heating\nMessage-ID: <later@x>\nIn-Reply-To: <inner20@mail.example>\n\nStill cold.\n',
  );
  assert.equal(later.ref, attached.ref);
});

test('what only looks like a colleague’s forward opens a case of nobody, and waits for a look', async () => {
  await inLandlord(db, place.landlordId, (trx) =>
    makePerson(trx, { name: 'Colin Abbot', ways: [{ kind: 'email', value: 'colin.abbot@mail.example' }] }),
  );
  const taken = await fixture('19-staff-forward-inline.eml');
  assert.deepEqual([taken.outcome, taken.receivedOn], ['new-case', '2026-03-09']);
  assert.match(taken.lookBecause ?? '', /mail domains are not set/);
  const file = await caseOf(taken.ref);
  assert.deepEqual([file?.case.person, file?.case.firstHeardBy], [null, 'complaints-team']);
  assert.equal((await inLandlord(db, place.landlordId, (trx) => listToLookAt(trx))).length, 1);
});

test('the writer is matched when exactly one person has the address, else left open', async () => {
  const person = await inLandlord(db, place.landlordId, (trx) =>
    makePerson(trx, { name: 'Denise Okafor', ways: [{ kind: 'email', value: 'Denise.Okafor@mail.example' }] }),
  );
  const taken = await fixture('01-plain-complaint.eml');
  assert.equal((await caseOf(taken.ref))?.case.person, person);
  await inLandlord(db, place.landlordId, async (trx) => {
    for (const name of ['Grace', 'Her son'])
      await makePerson(trx, { name, ways: [{ kind: 'email', value: 'grace@mail.example' }] });
  });
  assert.equal((await caseOf((await fixture('09-html-only.eml')).ref))?.case.person, null);
});

test('what can’t be read becomes a contact to look at, with what came kept', async () => {
  for (const name of ['27-zero-byte.eml', '28-not-a-message.eml', '29-just-words.eml']) {
    const taken = await fixture(name);
    assert.equal(taken.outcome, 'needs-a-look', name);
    assert.equal(taken.receivedOn, '2026-11-22');
    assert.ok((await caseOf(taken.ref))?.case);
  }
  const waiting = await inLandlord(db, place.landlordId, (trx) => listToLookAt(trx));
  assert.equal(waiting.length, 3);
  const id = waiting[0]?.id ?? '';
  assert.equal(await inLandlord(db, place.landlordId, (trx) => markLookedAt(trx, id, staff, now)), true);
  assert.equal(await inLandlord(db, place.landlordId, (trx) => markLookedAt(trx, id, staff, now)), false);
  assert.equal((await inLandlord(db, place.landlordId, (trx) => listToLookAt(trx))).length, 2);
});

test('every fixture has exactly one outcome, and a second taking of each is a duplicate', async () => {
  const names = readdirSync(fixtures).sort();
  const outcomes = new Map<string, string>();
  for (const name of names) outcomes.set(name, (await fixture(name)).outcome);
  assert.deepEqual(
    [...outcomes].filter(([, outcome]) => outcome === 'needs-a-look').map(([name]) => name),
    ['27-zero-byte.eml', '28-not-a-message.eml', '29-just-words.eml'],
  );
  for (const name of names) assert.equal((await fixture(name)).outcome, 'duplicate', name);
});

test('random bytes and good messages cut short always come to one outcome, and to a duplicate the second time', async () => {
  const good = readdirSync(fixtures).map((name) => readFileSync(join(fixtures, name)));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc
          .tuple(fc.constantFrom(...good), fc.double({ min: 0, max: 1, noNaN: true }))
          .map(([bytes, part]) => bytes.subarray(0, Math.floor(bytes.length * part))),
      ),
      async (bytes) => {
        const first = await takeIn(place, { name: 'fuzz.eml', bytes }, now);
        const second = await takeIn(place, { name: 'fuzz.eml', bytes }, now);
        assert.ok(['new-case', 'added-to-case', 'duplicate', 'set-aside', 'needs-a-look'].includes(first.outcome));
        assert.equal(second.outcome, 'duplicate');
        // What a stranger writes about a case waits beside it; anything else has a case of its own.
        if (first.outcome !== 'set-aside' && first.outcome !== 'duplicate') assert.ok(first.ref ?? first.about);
      },
    ),
    { numRuns: 120 },
  );
});

test('a set-aside message, a twin and every case’s files hold when the history is verified', async () => {
  for (const name of readdirSync(fixtures).sort()) await fixture(name);
  const { broken } = await verify(db, { files, landlordId: place.landlordId });
  assert.deepEqual(broken, []);
});

test('dissatisfaction after a stage 1 response is put before an officer as a possible request for stage 2', async () => {
  const answeredOn = day('2026-04-20');
  const person = await inLandlord(db, place.landlordId, (trx) =>
    makePerson(trx, { name: 'Amy', ways: [{ kind: 'email', value: 'a@b.example' }] }),
  );
  const opened = await inLandlord(db, place.landlordId, (trx) =>
    openWithin(trx, { landlordId: place.landlordId, staff, roles: ['officer'] }, { now }, ({ keep }) =>
      allow([
        {
          on: day('2026-03-30'),
          what: {
            type: 'Received',
            channel: 'email',
            firstHeardBy: 'complaints-team',
            words: keep('It leaks.'),
            files: [],
            person,
            home: null,
            tenure: 'LCRA',
            group: [],
            hazards: [],
          },
        },
        {
          on: day('2026-03-30'),
          what: {
            type: 'Logged',
            kind: 'complaint',
            area: null,
            category: null,
            hazards: [],
            triage: { complexity: 'simple', atRisk: false, earlyAnswer: false },
          },
        },
        {
          on: day('2026-03-31'),
          what: { type: 'Acknowledged', stage: 1, how: 'email', letter: null, note: null, ombudsmanDetails: true },
        },
        {
          on: answeredOn,
          what: { type: 'ResponseSent', stage: 1, how: 'email', letter: null, involved: [], outcome: 'upheld' },
        },
      ]),
    ),
  );
  assert.ok(opened.is === 'done');
  const reply = (n: number, words: string) =>
    text(
      `Received: by mx; Mon, 27 Apr 2026 10:00:00 +0000\nFrom: a@b.example\nSubject: Re: ${opened.reference}\nMessage-ID: <s${n}@x>\n\n${words}\n`,
    );
  const thanks = await reply(1, 'Thank you, that is all sorted now.');
  assert.equal(thanks.possibleStage2, false);
  const unhappy = await reply(2, 'I do not accept your answer, the roof still leaks.');
  assert.equal(unhappy.outcome, 'added-to-case');
  assert.equal(unhappy.possibleStage2, true);
  const [first] = await inLandlord(db, place.landlordId, (trx) => listToLookAt(trx));
  assert.equal(first?.possibleStage2, true);
  assert.match(first?.lookBecause ?? '', /Monday 20 April 2026: a possible request for stage 2/);
  // A person decides: the case itself has not moved.
  assert.equal((await caseOf(opened.reference))?.case.standing.is, 'answered');

  await inLandlord(db, place.landlordId, (trx) =>
    actWithin(
      trx,
      { landlordId: place.landlordId, staff, roles: ['officer'] },
      { ref: opened.caseId, expectedVersion: null, now },
      () => allow([{ on: day('2026-05-01'), what: { type: 'Withdrawn', how: 'email', words: null, confirmed: true } }]),
    ),
  );
  const late = await reply(3, 'It leaks again.');
  assert.equal(late.outcome, 'added-to-case');
  assert.match(late.lookBecause ?? '', /withdrawn/);

  await inLandlord(db, place.landlordId, (trx) => forgetMail(trx, opened.caseId));
  const left = await inLandlord(db, place.landlordId, (trx) => mailOfCase(trx, opened.caseId));
  assert.ok(left.length === 3 && left.every((one) => one.sender === null && one.subject === '' && one.preview === ''));
});

test('a taking killed in the middle leaves each message whole or not there, and the next taking completes it', async () => {
  const names = readdirSync(fixtures).sort();
  const script = `
    const { takeIn } = await import(${JSON.stringify(new URL('../../src/post/take-in.js', import.meta.url).href)});
    const { messageFile } = await import(${JSON.stringify(new URL('../../src/post/message-files.js', import.meta.url).href)});
    const { openDatabase } = await import(${JSON.stringify(new URL('../../src/store/database.js', import.meta.url).href)});
    const place = { db: openDatabase(process.env.URL, 'app'), files: process.env.FILES, landlordId: process.env.LANDLORD };
    process.stdout.write('ready');
    for (const name of ${JSON.stringify(names)}) await takeIn(place, await messageFile(${JSON.stringify(fixtures)} + '/' + name, name), new Date('2026-11-22T12:00:00Z'));
    process.exit(0);`;
  for (const wait of [3, 40, 90, 150]) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, URL: url, FILES: files, LANDLORD: place.landlordId },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill('SIGKILL');
    await ended;
    const { broken } = await verify(db, { files, landlordId: place.landlordId });
    assert.deepEqual(broken, []);
  }
  for (const name of names) await fixture(name);
  const counted = await inLandlord(db, place.landlordId, async (trx) => {
    const found = await sql<{ messages: number; unsettled: number; cases: number; events: number }>`
      select (select count(*) from mail_message where landlord_id = ${place.landlordId}) as messages,
        (select count(*) from mail_message where landlord_id = ${place.landlordId} and reason = '') as unsettled,
        (select count(*) from case_head where landlord_id = ${place.landlordId}) as cases,
        (select count(*) from case_event where landlord_id = ${place.landlordId}) as events`.execute(trx);
    return found.rows[0];
  });
  // Four are set aside, one is another's twin, three join a case.
  assert.deepEqual(counted, {
    messages: names.length,
    unsettled: 0,
    cases: names.length - 8,
    events: names.length - 5,
  });
});
