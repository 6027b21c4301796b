/** What e-mail means for a case, who is believed to have sent it, what comes back, and who gets a receipt. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { CaseId, StaffId } from '../../src/facts/happened.js';
import { senderChecks } from '../../src/post/authentication-results.js';
import { readReport } from '../../src/post/delivery-report.js';
import { readHeaders } from '../../src/post/headers.js';
import { looksLike, mixesAlphabets } from '../../src/post/look-alikes.js';
import type { Place } from '../../src/post/message-files.js';
import { readParts } from '../../src/post/parts.js';
import { suggestMeaning } from '../../src/post/suggest-meaning.js';
import { type FromMailbox, takeIn } from '../../src/post/take-in.js';
import { takeOut } from '../../src/post/take-out.js';
import { listAlarms } from '../../src/store/alarms.js';
import { waitingArrivals } from '../../src/store/arrivals.js';
import { readCase } from '../../src/store/case-file.js';
import { type Database, inLandlord, openDatabase } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { countMail, listToLookAt, markLookedAt } from '../../src/store/mail.js';
import { writeReceiptRules } from '../../src/store/mail-receipts.js';
import { saveMailbox } from '../../src/store/mailboxes.js';
import { makePerson } from '../../src/store/people.js';
import { codesIn, replyAddressFor, replyCode, whyNoReplyAddress } from '../../src/store/reply-codes.js';
import { addStaff } from '../../src/store/staff.js';
import { freshDatabase } from '../support/database.js';

const now = new Date('2026-11-20T12:00:00Z');
const files = mkdtempSync(join(tmpdir(), 'putright-arrives-'));
const pattern = 'complaints+{code}@ashdown.example';
let db: Database;
let place: Place;
let from: FromMailbox;
let maya: StaffId;
let landlords = 0;

before(async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1';
  db = openDatabase((await freshDatabase()).app, 'app');
});
after(async () => {
  await db.close();
  rmSync(files, { recursive: true, force: true });
});
beforeEach(async () => {
  landlords += 1;
  place = { db, files, landlordId: await makeLandlord(db, { name: `Ashdown ${landlords}` }) };
  const id = await within((trx) =>
    saveMailbox(trx, null, {
      name: 'Complaints',
      host: '127.0.0.1',
      port: 143,
      security: 'none',
      folder: 'INBOX',
      userName: 'c',
      signIn: 'password',
      tokenUrl: null,
      clientId: null,
      scope: null,
      authservId: 'mx.ashdown.example',
      replyAddress: pattern,
      fromTheBeginning: true,
      pollSeconds: 60,
      reads: true,
    }),
  );
  const added = await within((trx) =>
    addStaff(trx, { name: 'Maya', email: 'maya@ashdown.example', roles: ['officer'], passwordHash: 'x' }),
  );
  assert.ok(added);
  maya = added;
  from = { id, authservId: 'mx.ashdown.example', replyAddress: pattern, userName: 'c' };
});

const within = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(db, place.landlordId, work);

interface Wish {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly more?: readonly string[];
  readonly above?: readonly string[];
  readonly on?: string;
}
const letter = (words: string, wish: Wish = {}) =>
  [
    ...(wish.above ?? []),
    `Received: from a.example by mx.ashdown.example; ${wish.on ?? 'Fri, 20 Nov 2026 09:00:00 +0000'}`,
    `From: ${wish.from ?? 'Anna Bell <anna@example.org>'}`,
    `To: ${wish.to ?? 'complaints@ashdown.example'}`,
    `Subject: ${wish.subject ?? 'The lift'}`,
    `Message-ID: <${randomUUID()}@example.org>`,
    ...(wish.more ?? []),
    '',
    words,
    '',
  ].join('\r\n');
const arrive = (message: string, at = now) => takeIn(place, { name: 'm', bytes: Buffer.from(message) }, at, from);
const arrivals = () => within((trx) => waitingArrivals(trx));
const kinds = async () => (await arrivals()).map(({ kind }) => kind).sort();
const queued = () =>
  within(async (trx) => {
    const found = await sql<{ address: string; subject: string; body: string; purpose: string }>`
      select address, subject, body, purpose from outgoing_message order by queued_at`.execute(trx);
    return found.rows;
  });

async function opened(words = 'The lift has been out for three weeks and I am very unhappy about it.') {
  const taken = await arrive(letter(words));
  assert.equal(taken.outcome, 'new-case');
  const ref = taken.ref ?? '';
  const file = await within((trx) => readCase(trx, ref));
  assert.ok(file);
  return { ref, caseId: file.case.id as CaseId };
}

test('words to a case are put before an officer as what they may mean, dated by the day on which they came', async () => {
  const { ref } = await opened();
  const says = (words: string) =>
    arrive(letter(words, { subject: `Re: ${ref}`, on: 'Thu, 19 Nov 2026 23:30:00 +0000' }));
  await says('Here is the picture that you asked for, with the note of the engineer.');
  await says('Please withdraw my complaint, it is all sorted now.');
  await says('I accept your offer of £150.');
  await says('My daughter will act on my behalf from now on.');
  await says('I have a new phone number, it is 07700 900123.');
  assert.deepEqual(await kinds(), ['contact-change', 'message', 'new-authority', 'remedy-answer', 'withdrawal']);
  for (const arrival of await arrivals()) {
    assert.equal(arrival.arrivedOn, '2026-11-19');
    assert.equal(arrival.reference, ref);
    assert.ok(arrival.seq !== null && arrival.seq > 1);
  }
});

test('what words mean is told from what they deny and from what they quote', () => {
  const means = (words: string, subject = 'Re: The lift') => suggestMeaning(subject, words);
  assert.deepEqual(means('I want to take this to stage 2.'), ['stage-2']);
  assert.deepEqual(means('Please escalate my complaint.'), ['stage-2']);
  assert.deepEqual(means('I do not want to escalate this.'), []);
  assert.deepEqual(means('This was not a service request, I was complaining.'), ['complaint']);
  assert.deepEqual(means('I do not accept your offer.'), ['remedy-answer']);
  assert.deepEqual(means('Thank you, see you on Monday.'), []);
  assert.ok(means('I wish to withdraw the complaint').includes('withdrawal'));
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 60 }), (a, b) => void suggestMeaning(b, a)),
  );
});

test('an address for answers finds its case whatever happens to its letters; it can’t be guessed and fits a mail server', async () => {
  const { ref, caseId } = await opened();
  const address = (await within((trx) => replyAddressFor(trx, caseId))) ?? '';
  assert.match(address, /^complaints\+[a-z2-7]{16}@ashdown\.example$/);
  assert.ok(address.indexOf('@') < 64);
  assert.doesNotMatch(address, new RegExp(ref, 'i'));
  const answer = await arrive(letter('It is still broken.', { to: address.toUpperCase(), subject: 'hello' }));
  assert.equal(answer.outcome, 'added-to-case');
  assert.equal(answer.ref, ref);
  assert.notEqual(replyCode(place.landlordId, caseId), replyCode(place.landlordId, randomUUID() as CaseId));
  assert.notEqual(replyCode(place.landlordId, caseId), replyCode(randomUUID(), caseId));
  const guess = await arrive(letter('Hello', { to: 'complaints+aaaaaaaaaaaaaaaa@ashdown.example', subject: 'hello' }));
  assert.equal(guess.outcome, 'new-case');
  assert.equal(whyNoReplyAddress(pattern), null);
  for (const odd of [
    'complaints@a.example',
    '{code}{code}@a.example',
    'a b{code}@a.example',
    `${'x'.repeat(48)}{code}@a.example`,
    '{code}@',
    '{code}@a.example\r\nBcc: x@y.z',
  ])
    assert.ok(whyNoReplyAddress(odd), odd);
  assert.deepEqual(codesIn(pattern, ['x@y.z', `complaints+${'b'.repeat(17)}@ashdown.example`]), []);
});

test('a stranger who has the address for answers is put before a person, and none of their words with the case', async () => {
  const { ref, caseId } = await opened();
  const address = (await within((trx) => replyAddressFor(trx, caseId))) ?? '';
  const stranger = await arrive(
    letter('Please close it, I am satisfied.', { from: 'Anna Bell <anna@exampIe.org>', to: address }),
  );
  assert.equal(stranger.outcome, 'needs-a-look');
  assert.equal(stranger.ref, null);
  assert.equal(stranger.about, ref);
  assert.match(stranger.reason, /looks like one on the case, but it is another/);
  const file = await within((trx) => readCase(trx, ref));
  assert.equal(file?.case.version, 1);
  assert.deepEqual(await kinds(), ['sender-not-known']);
  // Nobody who may be anybody gets an answer.
  assert.equal((await queued()).length, 1);
  // A person who has looked puts it with the case after all, once.
  const [row] = await within((trx) => listToLookAt(trx));
  assert.ok(row);
  const out = await takeOut(place, row.id, maya, now, 'its-case');
  assert.ok(out.ok && out.taken.ref === ref);
  assert.equal((await takeOut(place, row.id, maya, now, 'its-case')).ok, false);
  assert.ok(!(await kinds()).includes('sender-not-known'));
});

test('a stranger who names a case joins nothing; that they smell gas is read at once, and that they ask for stage 2 is said', async () => {
  const { ref } = await opened();
  const words = 'I smell gas in the hall. And I want to take this to stage 2.';
  const named = await arrive(letter(words, { from: 'Eve <eve@example.net>', subject: `Re: ${ref}` }));
  assert.deepEqual([named.outcome, named.ref, named.about], ['needs-a-look', null, ref]);
  assert.match(named.reason, /may ask for stage 2: that would count from the day on which it came/);
  assert.deepEqual(await kinds(), ['emergency', 'sender-not-known']);
  assert.equal((await within((trx) => readCase(trx, ref)))?.case.version, 1);
});

test('an e-mail that tells of an emergency rings whoever is on call, once for a case; one that lay for days rings nobody', async () => {
  const ringing = () => within((trx) => listAlarms(trx));
  const first = await arrive(letter('I can smell gas in the hall.', { from: 'Ann <ann@example.net>' }));
  assert.deepEqual(
    (await ringing()).map(({ reference }) => reference),
    [first.ref],
  );
  await arrive(letter('The gas smell is worse now!', { from: 'Ann <ann@example.net>', subject: `Re: ${first.ref}` }));
  assert.equal((await ringing()).length, 1);
  const old = letter('I can smell gas in the hall.', { from: 'Bo <bo@example.net>' });
  const days = new Date(now.getTime() + 5 * 86_400_000);
  await arrive(old, days);
  assert.equal((await ringing()).length, 1);
});

test('who has seen to what arrived with a message need not look at it again, and the other way round', async () => {
  const { ref } = await opened();
  const ben = await arrive(
    letter('Good morning from the other flat.', { from: 'Ben <ben@example.net>', subject: `Re: ${ref}` }),
  );
  assert.deepEqual([ben.outcome, ben.ref, ben.about], ['needs-a-look', null, ref]);
  assert.deepEqual(await kinds(), ['sender-not-known']);
  const [row] = await within((trx) => listToLookAt(trx));
  assert.ok(row);
  await within((trx) => markLookedAt(trx, row.id, maya, now));
  assert.deepEqual(await kinds(), []);
  await arrive(letter('And good evening.', { from: 'Ben <ben@example.net>', subject: `Re: ${ref}` }));
  await within((trx) => sql`update arrival set settled_at = now(), settled_how = 'seen'`.execute(trx));
  assert.equal((await within(countMail)).toLookAt, 0);
});

test('a borrowed name opens no case as the resident whose it is, and no form of somebody else’s joins one as them', async () => {
  const anna = await within((trx) =>
    makePerson(trx, { name: 'Anna Bell', ways: [{ kind: 'email', value: 'anna@example.org' }] }),
  );
  const says = (result: string) => [`Authentication-Results: mx.ashdown.example; dmarc=${result}`];
  const forged = await arrive(letter('The lift is out and I withdraw.', { above: says('fail') }));
  assert.equal(forged.outcome, 'new-case');
  assert.match(forged.lookBecause ?? '', /name may be borrowed/);
  assert.equal((await within((trx) => readCase(trx, forged.ref ?? '')))?.case.person, null);
  const own = await arrive(letter('The gate is out.', { above: says('pass'), subject: 'Gate' }));
  assert.equal((await within((trx) => readCase(trx, own.ref ?? '')))?.case.person, anna);

  const filledIn = 'Name: Anna Bell\r\nEmail: anna@example.org\r\nMessage: please withdraw it';
  const form = (sender: string, above: readonly string[]) =>
    arrive(letter(filledIn, { from: sender, subject: `Form ${own.ref}`, above, more: ['Reply-To: anna@example.org'] }));
  for (const taken of [
    await form('noreply@evil.example', says('pass')),
    await form('noreply@ashdown.example', says('fail')),
    await form('noreply@ashdown.example', []),
  ])
    assert.deepEqual([taken.outcome, taken.about], ['needs-a-look', own.ref]);
  assert.equal((await form('noreply@ashdown.example', says('pass'))).outcome, 'added-to-case');
  // A colleague's name is as easily borrowed: unproved, it puts nothing with a case and makes nobody its writer.
  const forward =
    '-----Original Message-----\r\nFrom: Anna Bell <anna@example.org>\r\nSent: 2 November 2026 09:00\r\nSubject: x\r\n\r\nI withdraw.';
  const colleague = (above: readonly string[], to?: string) =>
    arrive(
      letter(forward, { from: 'Max <max@ashdown.example>', subject: `FW: ${own.ref}`, above, ...(to ? { to } : {}) }),
    );
  assert.equal((await colleague([])).outcome, 'needs-a-look');
  assert.equal((await colleague(says('fail'))).outcome, 'needs-a-look');
  assert.equal((await colleague(says('pass'))).outcome, 'added-to-case');
});

test('letters of other alphabets are seen through', () => {
  assert.ok(looksLike('аnna@example.org', 'anna@example.org'));
  assert.ok(looksLike('anna@exarnple.org', 'anna@example.org'));
  assert.ok(!looksLike('anna@example.org', 'ANNA@example.org'));
  assert.ok(!looksLike('anne@example.org', 'anna@example.org'));
  assert.ok(
    mixesAlphabets('аnna@example.org') && !mixesAlphabets('anna@example.org') && !mixesAlphabets('анна@example.org'),
  );
});

test('what the landlord’s own server says of a sender is believed, and what a message brought along is not', async () => {
  const parsed = (...lines: string[]) =>
    senderChecks(readHeaders(Buffer.from([...lines, '', ''].join('\r\n'))).headers, 'mx.ashdown.example');
  const ours =
    'Authentication-Results: mx.ashdown.example; spf=pass smtp.mailfrom=a@b.c; dkim=fail; dmarc=fail (p=none) header.from=b.c';
  const theirs = 'Authentication-Results: mx.ashdown.example; dmarc=pass header.from=b.c';
  const received = 'Received: from x by mx.ashdown.example; Fri, 20 Nov 2026 09:00:00 +0000';
  assert.deepEqual(parsed(ours, received, theirs), {
    checked: 'failed',
    checks: ['DMARC: fail', 'SPF: pass', 'DKIM: fail'],
  });
  // Brought along below our server's line: no word of ours.
  assert.equal(parsed(received, theirs).checked, null);
  assert.equal(parsed('Authentication-Results: evil.example; dmarc=pass', received).checked, null);
  assert.equal(parsed('Authentication-Results: (mx.ashdown.example;) evil.example; dmarc=pass').checked, null);
  assert.deepEqual(
    parsed('Authentication-Results: MX.ashdown.example 1; spf="pass; dmarc=pass"; dkim=none (dmarc=pass)').checks,
    ['DKIM: none'],
  );
  assert.equal(senderChecks(readHeaders(Buffer.from(`${ours}\r\n\r\n`)).headers, null).checked, null);

  // A borrowed name finds the case, and nothing is put with it.
  const { ref } = await opened();
  const forged = await arrive(letter('Please withdraw my complaint.', { subject: `Re: ${ref}`, above: [ours] }));
  assert.equal(forged.outcome, 'needs-a-look');
  assert.match(forged.reason, /name may be borrowed/);
  assert.deepEqual(await kinds(), ['sender-not-known']);
});

test('a receipt goes once a day to an address, quotes nothing, and never to robots, lists, colleagues or borrowed names', async () => {
  await within((trx) => writeReceiptRules(trx, { send: true, mostADay: 3 }));
  const secret = 'Buy cheap watches at http://spam.example';
  const first = await arrive(letter(secret, { subject: secret }));
  await arrive(letter('Another matter entirely: the bins.', { from: 'anna+bins@example.org' }));
  assert.deepEqual(await queued().then((all) => all.map(({ address }) => address)), ['anna@example.org']);
  const [receipt] = await queued();
  assert.equal(receipt?.purpose, 'receipt');
  assert.match(receipt?.subject ?? '', new RegExp(first.ref ?? 'none'));
  assert.doesNotMatch(`${receipt?.subject} ${receipt?.body}`, /watches|spam\.example|Anna/);

  const none: readonly Wish[] = [
    { from: 'no-reply@shop.example' },
    { from: 'MAILER-DAEMON@shop.example' },
    { from: 'someone@ashdown.example' },
    { more: ['List-Id: <news.example>'] },
    { more: ['Precedence: list'] },
    { more: ['Auto-Submitted: auto-generated'] },
    { more: ['X-Auto-Response-Suppress: All'] },
    { above: ['Return-Path: <bounces@elsewhere.example>'] },
    { above: ['Return-Path: <>'] },
    { from: 'a@one.example, b@two.example' },
    { more: ['From: second@example.org'] },
    { above: ['Authentication-Results: mx.ashdown.example; dmarc=fail'] },
    // Nobody is written to about the past.
    { on: 'Mon, 2 Nov 2026 09:00:00 +0000' },
  ];
  for (const [n, wish] of none.entries())
    await arrive(letter(`The gate number ${n} is stuck.`, { from: `robot${n}@example.org`, ...wish }));
  assert.equal(
    (await queued()).length,
    1,
    JSON.stringify(await queued().then((all) => all.map(({ address }) => address))),
  );
  for (const n of [1, 2, 3, 4]) await arrive(letter('The gate is stuck.', { from: `resident${n}@example.org` }));
  assert.equal((await queued()).length, 3, 'the limit of the day');
  await arrive(letter('And today.', { on: 'Sat, 21 Nov 2026 09:00:00 +0000' }), new Date('2026-11-21T12:00:00Z'));
  assert.equal((await queued()).length, 4, 'the next day');
});

test('mail that answers our receipt by itself begins no loop', async () => {
  const { ref } = await opened();
  for (let n = 0; n < 5; n++) {
    await arrive(
      letter('I am away until Monday.', {
        subject: `Automatic reply: We have your email: ${ref}`,
        more: ['Auto-Submitted: auto-replied'],
      }),
    );
    // A robot that says of itself that it is none.
    await arrive(letter(`I got your mail number ${n}.`, { subject: `We have your email: ${ref}` }));
  }
  assert.equal((await queued()).length, 1);
});

const report = (about: string, action = 'failed', status = '5.1.1') =>
  [
    'Received: from a by b; Fri, 20 Nov 2026 09:00:00 +0000',
    'From: MAILER-DAEMON@mx.example.org',
    'To: complaints@ashdown.example',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${randomUUID()}@mx.example.org>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=zz',
    '',
    '--zz',
    'Content-Type: text/plain',
    '',
    'It failed.',
    '',
    '--zz',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    'Final-Recipient: rfc822; anna@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 <script>no such user</script>',
    '',
    '--zz',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${about}`,
    'Subject: ours',
    '',
    '--zz--',
    '',
  ].join('\r\n');

test('a bounce is tied to the message that came back, and a person is told in our words', async () => {
  const { ref, caseId } = await opened();
  const messageId = `<message.${randomUUID()}@ashdown.example>`;
  const id = randomUUID();
  await within((trx) =>
    sql`insert into outgoing_message (landlord_id, id, key, purpose, case_id, kind, address, subject, body, state, queued_at, message_id)
      values (${place.landlordId}, ${id}, ${id}, 'update', ${caseId}, 'email', 'anna@example.org', 'News', 'News', 'sent', now(), ${messageId})`.execute(
      trx,
    ),
  );
  const state = () =>
    within(
      async (trx) =>
        (
          await sql<{
            state: string;
            trouble: string;
          }>`select state, trouble from outgoing_message where id = ${id}`.execute(trx)
        ).rows[0],
    );
  await arrive(report(messageId, 'delayed', '4.4.1'));
  assert.equal((await state())?.state, 'sent');
  const bounced = await arrive(report(messageId));
  assert.equal(bounced.outcome, 'set-aside');
  assert.deepEqual(await state(), { state: 'failed', trouble: 'The email came back: there is no such address.' });
  const [arrival] = await arrivals();
  assert.equal(arrival?.kind, 'delivery-failed');
  assert.equal(arrival?.reference, ref);
  assert.doesNotMatch(arrival?.note ?? '', /script|no such user/);
  // The same told twice is told once; a report about nothing of ours is set aside and that is all.
  await arrive(report(messageId));
  await arrive(report('<somebody-else@example.net>'));
  assert.equal((await arrivals()).length, 1);
});

test('a mail that says that our message came back takes nothing back by itself, unless its report names the address', async () => {
  const { caseId, ref } = await opened();
  const messageId = `<message.${randomUUID()}@ashdown.example>`;
  const id = randomUUID();
  await within((trx) =>
    sql`insert into outgoing_message (landlord_id, id, key, purpose, case_id, kind, address, subject, body, state, queued_at, message_id)
      values (${place.landlordId}, ${id}, ${id}, 'update', ${caseId}, 'email', 'Anna@example.org', 'News', 'News', 'sent', now(), ${messageId})`.execute(
      trx,
    ),
  );
  const state = () =>
    within(
      async (trx) =>
        (await sql<{ state: string }>`select state from outgoing_message where id = ${id}`.execute(trx)).rows[0]?.state,
    );
  const failed = 'Authentication-Results: mx.ashdown.example; dmarc=fail\r\n';
  const forged = [
    letter('Undelivered.', { from: 'postmaster@evil.example', more: [`In-Reply-To: ${messageId}`] }),
    letter(`It came back.\r\n> Message-ID: ${messageId}`, { from: 'MAILER-DAEMON@evil.example' }),
    report(messageId).replace('rfc822; anna@example.org', 'rfc822; somebody@else.example'),
    `${failed}${report(messageId).replace('a by b', 'a by mx.ashdown.example')}`,
  ];
  for (const [n, one] of forged.entries()) {
    const taken = await arrive(one);
    assert.deepEqual([taken.outcome, taken.about ?? ref], ['set-aside', ref]);
    assert.equal(await state(), 'sent', `${n}`);
    assert.equal((await arrivals()).length, n + 1);
  }
  for (const arrival of await arrivals()) {
    assert.deepEqual([arrival.kind, arrival.reference], ['delivery-failed', ref]);
    assert.match(arrival.note ?? '', /Nothing was taken back/);
  }
  // What its service delivered is not taken back by a mail.
  await within((trx) => sql`update outgoing_message set state = 'delivered' where id = ${id}`.execute(trx));
  await arrive(report(messageId));
  assert.equal(await state(), 'delivered');
  await within((trx) => sql`update outgoing_message set state = 'sent' where id = ${id}`.execute(trx));
  await arrive(report(messageId));
  assert.equal(await state(), 'failed');
});

test('a report says what it says, however it is put together', async () => {
  const read = async (text: string) => readReport(await readParts(Buffer.from(text)));
  assert.deepEqual(await read(report('<a@b>')), {
    says: 'failed',
    forGood: true,
    status: '5.1.1',
    failedFor: ['anna@example.org'],
    about: ['<a@b>'],
  });
  assert.equal((await read(report('<a@b>', 'delayed', '4.2.2'))).says, 'late');
  assert.equal((await read(report('<a@b>', 'delivered', '2.0.0'))).says, 'other');
  assert.equal((await read(report('<a@b>', 'failed', '4.4.7'))).forGood, false);
  const plain = 'From: mailer-daemon@x.y\r\nSubject: failure notice\r\n\r\nSorry.\r\n\r\n> Message-ID: <c@d>\r\n';
  assert.deepEqual(await read(plain), {
    says: 'failed',
    forGood: true,
    status: null,
    failedFor: [],
    about: ['<c@d>'],
  });
  await fc.assert(
    fc.asyncProperty(fc.nat(2_000), fc.uint8Array({ maxLength: 40 }), async (at, bytes) => {
      const broken = Buffer.from(report('<a@b>'));
      broken.set(bytes, Math.min(at, broken.length - bytes.length));
      readReport(await readParts(broken));
    }),
    { numRuns: 60 },
  );
});

test('a mail without a Received line counts from the day on which the server put it into the mailbox', async () => {
  const bare = letter('The gate is stuck.').split('\r\n').slice(1).join('\r\n');
  const taken = await takeIn(
    place,
    { name: 'm', bytes: Buffer.from(bare), arrivedAt: new Date('2026-11-17T23:10:00Z') },
    now,
    from,
  );
  assert.equal(taken.receivedOn, '2026-11-17');
  const ahead = await takeIn(
    place,
    {
      name: 'm',
      bytes: Buffer.from(bare.replace('stuck', 'open').replace(/Message-ID.*/, '')),
      arrivedAt: new Date('2031-01-01T00:00:00Z'),
    },
    now,
    from,
  );
  assert.equal(ahead.receivedOn, '2026-11-20');
});
