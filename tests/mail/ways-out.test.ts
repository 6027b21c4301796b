/** Letters by GOV.UK Notify, by a supplier's folder and by hand: when each counts as sent, and what becomes of the rest. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { day } from '../../src/facts/days.js';
import { seeTo } from '../../src/jobs/see-to-letters.js';
import { openCarrier, smtpOptions } from '../../src/post/carriers.js';
import { mailDoor } from '../../src/post/outbound.js';
import { sendMessage } from '../../src/post/send-message.js';
import { sendWaiting } from '../../src/post/send-waiting.js';
import { supplierFolders } from '../../src/post/supplier-folder.js';
import { nextTry } from '../../src/post/tries.js';
import { waitingArrivals } from '../../src/store/arrivals.js';
import { markPostReturned, markReported } from '../../src/store/bounced.js';
import { endHold, placeHold } from '../../src/store/case-holds.js';
import { readConfig } from '../../src/store/config.js';
import { inLandlord } from '../../src/store/database.js';
import { keepSecret } from '../../src/store/landlord-secrets.js';
import { claimSending, type LetterWay, lettersToAskFor, noteAskedFor } from '../../src/store/letter-sendings.js';
import { letGo, messagesOf, queueMessage, readMessage } from '../../src/store/outbox.js';
import { changeWay, makePerson, readPerson } from '../../src/store/people.js';
import { letterLeft } from '../../src/store/sending-day.js';
import { isoInstant } from '../../src/store/today.js';
import { verify } from '../../src/store/verify.js';
import { afterQuietHours, plainWaysOut, type SmtpSetting, waySecrets, writeWaysOut } from '../../src/store/ways-out.js';
import { freshSetting, joel, maya } from '../store/landlord.js';
import { type Left, letterLetGo, staffOf, standing } from '../support/letters-out.js';
import { notifyServer } from '../support/notify-server.js';
import { mailServer } from '../support/outgoing-mail.js';

const post = mkdtempSync(join(tmpdir(), 'putright-post-'));
process.env.PUTRIGHT_DATA = join(post, 'data');
process.env.PUTRIGHT_POST_FOLDER = post;
process.env.PUTRIGHT_ALLOW_HOSTS = '127.0.0.1';
after(() => rmSync(post, { recursive: true, force: true }));

const s = await freshSetting();
await staffOf(s, s.ours);
const notify = await notifyServer();
after(() => notify.close());
await inLandlord(s.db, s.ours, async (trx) => {
  await writeWaysOut(trx, {
    ...plainWaysOut,
    email: 'notify',
    texts: 'notify',
    letters: ['notify', 'supplier'],
    notify: {
      address: notify.url,
      key: 'live',
      emailTemplate: '11111111-1111-4111-8111-111111111111',
      textTemplate: '22222222-2222-4222-8222-222222222222',
      postage: 'second',
    },
  });
  await keepSecret(trx, waySecrets.notifyKey, notify.apiKey);
});

const wednesday = new Date('2026-03-04T10:00:00.000Z');
const thursday = new Date('2026-03-05T09:00:00.000Z');

async function send(left: Left, now: Date, way: LetterWay = 'notify-email') {
  const carrier = await inLandlord(s.db, s.ours, (trx) => openCarrier(trx, way as 'notify-email', readConfig(), now));
  assert.ok(carrier.ok, JSON.stringify(carrier));
  return sendWaiting(
    {
      db: s.db,
      files: s.files,
      from: 'Ashdown Homes <complaints@ashdown.example>',
      replyTo: async () => null,
      door: carrier.door,
      now: () => now,
    },
    s.ours,
    left.caseId,
    left.seq,
  );
}
const arrivalsOf = async (left: Left) =>
  (await inLandlord(s.db, s.ours, (trx) => waitingArrivals(trx, { caseId: left.caseId }))).map(({ kind }) => kind);

test('Notify is down for a day: everything is kept, nothing goes twice, and it counts from the day it left', async () => {
  const left = await letterLetGo(s, s.ours, { way: 'notify-email', now: wednesday });
  notify.mood = 'down';
  assert.equal(await send(left, wednesday), 'later');
  assert.equal((await standing(s, s.ours, left)).acknowledgedOn, '2026-03-04', 'the day is not over');
  // Notify takes the letter and the line breaks before its answer.
  notify.mood = 'gone';
  assert.equal(await send(left, wednesday), 'later');
  notify.mood = 'slow-down';
  assert.equal(await send(left, wednesday), 'sent', 'it was asked for by our reference, and was there');
  assert.equal(notify.sent.length, 1);
  notify.mood = 'well';

  const next = await letterLetGo(s, s.ours, { way: 'notify-email', now: wednesday });
  notify.mood = 'down';
  assert.equal(await send(next, wednesday), 'later');
  await seeTo(s.db, s.ours, thursday);
  const overnight = await standing(s, s.ours, next);
  assert.equal(overnight.acknowledgedOn, null, 'the clock runs while it has not left');
  assert.equal(overnight.sending.takenBack, true);
  notify.mood = 'well';
  assert.equal(await send(next, thursday), 'sent');
  assert.equal(await send(next, thursday), 'nothing-to-do');
  const { acknowledgedOn, sending, case: c } = await standing(s, s.ours, next);
  assert.deepEqual([acknowledgedOn, sending.acceptedOn, sending.takenBack], ['2026-03-05', '2026-03-05', false]);
  assert.equal(c.letters.at(-1)?.sentOn, '2026-03-05');
  assert.equal(c.stages[1]?.definedOn, '2026-03-05');
  assert.equal(notify.sent.length, 2);
  assert.match(notify.sent[1]?.personalisation.body ?? '', /The kitchen tap drips/);
  assert.doesNotMatch(notify.sent[1]?.reference ?? '', /amina|@/i);
  assert.deepEqual((await verify(s.db, { files: s.files })).broken, []);
});

test('each no of Notify’s has a sentence of ours: the day’s limit waits for tomorrow, a wrong key waits, a bad address goes to a person', async () => {
  const left = await letterLetGo(s, s.ours, { way: 'notify-email', now: wednesday });
  notify.mood = 'day-is-full';
  assert.equal(await send(left, wednesday), 'later');
  assert.match((await standing(s, s.ours, left)).sending.trouble ?? '', /day’s limit/);
  assert.equal(nextTry(wednesday, 3, 'tomorrow').toISOString(), '2026-03-05T00:05:00.000Z');
  notify.mood = 'wrong-key';
  assert.equal(await send(left, wednesday), 'later');
  assert.match((await standing(s, s.ours, left)).sending.trouble ?? '', /check the key/);
  notify.mood = 'bad-request';
  assert.equal(await send(left, wednesday), 'failed');
  const { acknowledgedOn, sending } = await standing(s, s.ours, left);
  assert.equal(acknowledgedOn, null);
  assert.doesNotMatch(sending.trouble ?? '', /team-only/, 'never in the words of the other side');
  assert.deepEqual(await arrivalsOf(left), ['delivery-failed']);
  notify.mood = 'well';
});

test('a process that was killed between claim and answer asks Notify for the letter before it says anything', async () => {
  const left = await letterLetGo(s, s.ours, { way: 'notify-email', now: wednesday });
  const before = notify.sent.length;
  await inLandlord(s.db, s.ours, (trx) => claimSending(trx, left.caseId, left.seq));
  await longAgo(left);
  assert.equal(await send(left, wednesday), 'unsure', 'Notify knows nothing of it');
  assert.equal(notify.sent.length, before);
  assert.deepEqual(await arrivalsOf(left), ['delivery-failed']);
});

const longAgo = ({ caseId }: Left) =>
  s.admin.query(`update letter_sending set changed_at = now() - interval '1 hour' where case_id = $1`, [caseId]);

test('what Notify reports before its id is written down is asked for again, by our key; what it finds failed is failed', async () => {
  const early = await letterLetGo(s, s.ours, { way: 'notify-email', now: wednesday });
  const key = `letter-${early.letter}-${early.seq}`;
  const id = '33333333-3333-4333-8333-333333333333';
  const report = (reference: string | null, status = 'permanent-failure') =>
    inLandlord(s.db, s.ours, (trx) => markReported(trx, id, status, wednesday, reference));
  await inLandlord(s.db, s.ours, (trx) => claimSending(trx, early.caseId, early.seq));
  assert.deepEqual(await report(key), { is: 'not-yet' });
  assert.deepEqual(await report(null), { is: 'unknown' });
  await longAgo(early);
  notify.sent.push({
    id,
    kind: 'email',
    to: 'amina@example.org',
    reference: key,
    personalisation: {},
    pdf: null,
    status: 'permanent-failure',
  });
  assert.equal(await send(early, wednesday), 'failed', 'Notify knows it, and it did not arrive');
  assert.equal((await standing(s, s.ours, early)).acknowledgedOn, null);
  notify.sent.pop();

  const told = await letterLetGo(s, s.ours, { way: 'notify-email', now: wednesday });
  await inLandlord(s.db, s.ours, (trx) =>
    letterLeft(trx, told, { on: day('2026-03-04'), state: 'sent', now: wednesday }),
  );
  assert.equal((await report(`letter-${told.letter}-${told.seq}`)).is, 'letter');
  assert.equal((await standing(s, s.ours, told)).sending.state, 'failed');
});

test('what Notify reports: a dead address takes the sending back, a returned letter keeps its day and has to go again', async () => {
  const dead = await letterLetGo(s, s.ours, { way: 'notify-email', now: wednesday });
  await send(dead, wednesday);
  const { providerId } = (await standing(s, s.ours, dead)).sending;
  const report = (id: string | null, status: string) =>
    inLandlord(s.db, s.ours, (trx) => markReported(trx, id ?? '', status, thursday));
  await report(providerId, 'permanent-failure');
  await report(providerId, 'permanent-failure');
  assert.equal((await standing(s, s.ours, dead)).acknowledgedOn, null);
  assert.deepEqual(await arrivalsOf(dead), ['delivery-failed']);

  const paper = await letterLetGo(s, s.ours, { way: 'notify-letter', now: wednesday });
  assert.equal(await send(paper, wednesday, 'notify-letter'), 'sent');
  assert.equal(notify.sent.at(-1)?.pdf?.subarray(0, 5).toString(), '%PDF-');
  const letterId = (await standing(s, s.ours, paper)).sending.providerId ?? '';
  await inLandlord(s.db, s.ours, (trx) => markPostReturned(trx, letterId, thursday));
  const came = await standing(s, s.ours, paper);
  assert.deepEqual([came.acknowledgedOn, came.sending.state], ['2026-03-04', 'returned']);
  assert.equal(came.case.letters.at(-1)?.failed, true);
  assert.deepEqual(await arrivalsOf(paper), ['returned-post']);
  assert.deepEqual(
    await inLandlord(s.db, s.ours, (trx) =>
      markReported(
        trx,
        letterId.replace(/^./, (sign) => (sign === 'f' ? '0' : 'f')),
        'delivered',
        thursday,
      ),
    ),
    { is: 'unknown' },
  );

  // A letter whose margins Notify can't print says so only when it is asked.
  const wide = await letterLetGo(s, s.ours, { way: 'notify-letter', now: wednesday });
  await send(wide, wednesday, 'notify-letter');
  const there = notify.sent.at(-1);
  assert.ok(there);
  there.status = 'validation-failed';
  await seeTo(s.db, s.ours, new Date());
  assert.equal((await standing(s, s.ours, wide)).acknowledgedOn, null);
});

test('a supplier’s folder gets the letter whole, and it counts from the day that the supplier confirms', async () => {
  const left = await letterLetGo(s, s.ours, { way: 'supplier', now: wednesday });
  assert.equal(await send(left, wednesday, 'supplier'), 'handed-over');
  const folders = supplierFolders(post, s.ours);
  const [manifestName] = readdirSync(folders.to).filter((name) => name.endsWith('.json'));
  const manifest = JSON.parse(readFileSync(join(folders.to, manifestName ?? ''), 'utf8')) as Record<string, string>;
  assert.equal(
    readFileSync(join(folders.to, manifest.file ?? ''))
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  );
  assert.deepEqual(
    readdirSync(folders.to).filter((name) => name.startsWith('.')),
    [],
  );
  await seeTo(s.db, s.ours, thursday);
  assert.equal((await standing(s, s.ours, left)).acknowledgedOn, null, 'not in the post by the end of the day');
  mkdirSync(folders.from, { recursive: true });
  writeFileSync(join(folders.from, 'broken.json'), '{"id": "');
  writeFileSync(join(folders.from, 'one.json'), JSON.stringify({ id: manifest.id, postedOn: '2026-03-05' }));
  await seeTo(s.db, s.ours, new Date('2026-03-06T09:00:00.000Z'));
  const { acknowledgedOn, sending } = await standing(s, s.ours, left);
  assert.deepEqual([acknowledgedOn, sending.state], ['2026-03-05', 'posted']);
  assert.deepEqual(readdirSync(folders.from), ['broken.json'], 'what can’t be read stays for a person');
  assert.deepEqual(readdirSync(folders.to), []);
});

test('a supplier’s answer that can’t be true changes nothing, and is told to a person once, as is one that can’t be read', async () => {
  const left = await letterLetGo(s, s.ours, { way: 'supplier', now: thursday });
  assert.equal(await send(left, thursday, 'supplier'), 'handed-over');
  const { from } = supplierFolders(post, s.ours);
  const id = `letter-${left.letter}-${left.seq}`;
  writeFileSync(join(from, 'early.json'), JSON.stringify({ id, postedOn: '2026-03-03' }));
  await seeTo(s.db, s.ours, thursday);
  await seeTo(s.db, s.ours, thursday);
  const { sending } = await standing(s, s.ours, left);
  assert.deepEqual([sending.state, sending.acceptedOn], ['with-supplier', null]);
  assert.deepEqual(readdirSync(from).sort(), ['broken.json', 'early.json']);
  const told = await inLandlord(s.db, s.ours, (trx) => waitingArrivals(trx, { kinds: ['delivery-failed'] }));
  const notes = told.filter(({ note }) => /supplier/.test(note ?? ''));
  assert.deepEqual(
    notes.map(({ caseId, note }) => [caseId, /broken|early/.exec(note ?? '')?.[0]]).sort(),
    [
      [left.caseId, 'early'],
      [null, 'broken'],
    ].sort(),
  );
  rmSync(join(from, 'early.json'));
});

test('a service is asked about each letter in turn, those first that it was not asked about for longest', async () => {
  const since = new Date(0);
  const turn = () => inLandlord(s.db, s.ours, (trx) => lettersToAskFor(trx, since, 1));
  const lefts: string[] = [];
  for (const _ of [1, 2]) {
    const left = await letterLetGo(s, s.ours, { way: 'notify-letter', now: wednesday });
    await send(left, wednesday, 'notify-letter');
    lefts.push(left.caseId);
  }
  const asked: string[] = [];
  for (const minute of [0, 5]) {
    const [next] = await turn();
    assert.ok(next);
    asked.push(next.caseId);
    const at = new Date(wednesday.getTime() + minute * 60_000);
    await inLandlord(s.db, s.ours, (trx) => noteAskedFor(trx, next.caseId, next.seq, at));
  }
  assert.deepEqual(asked.toSorted(), lefts.toSorted());
  assert.equal((await turn())[0]?.caseId, asked[0]);
});

test('a letter that is printed here counts from the day on which staff posted it', async () => {
  const left = await letterLetGo(s, s.ours, { way: 'print', now: wednesday });
  await seeTo(s.db, s.ours, thursday);
  assert.equal((await standing(s, s.ours, left)).acknowledgedOn, null);
  await inLandlord(s.db, s.ours, (trx) =>
    letterLeft(trx, left, { on: day('2026-03-04'), state: 'posted', now: thursday }),
  );
  const { acknowledgedOn, sending } = await standing(s, s.ours, left);
  assert.deepEqual([acknowledgedOn, sending.state, sending.acceptedOn], ['2026-03-04', 'posted', '2026-03-04']);
});

test('a hold keeps everything in the house until it ends; a way that became unsafe is not used', async () => {
  const held = await letterLetGo(s, s.ours, { way: 'notify-email', now: wednesday });
  await inLandlord(s.db, s.ours, (trx) =>
    placeHold(trx, {
      caseId: held.caseId,
      named: joel,
      reason: 'A claim is threatened',
      reviewOn: day('2026-04-01'),
      by: maya,
      now: wednesday,
    }),
  );
  const before = notify.sent.length;
  assert.equal(await send(held, wednesday), 'held');
  await inLandlord(s.db, s.ours, async (trx) => {
    await endHold(trx, { caseId: held.caseId, by: joel, now: thursday, why: 'Settled' });
    await letGo(trx, held.caseId);
  });
  assert.equal(await send(held, thursday), 'sent');
  assert.equal(notify.sent.length, before + 1);
  assert.equal((await standing(s, s.ours, held)).acknowledgedOn, '2026-03-05');

  const unsafe = await letterLetGo(s, s.ours, { way: 'notify-email', now: wednesday });
  await inLandlord(s.db, s.ours, async (trx) => {
    const [way] = (await readPerson(trx, unsafe.person))?.ways ?? [];
    assert.ok(way);
    await changeWay(trx, unsafe.person, { ...way, standing: 'unsafe' });
  });
  assert.equal(await send(unsafe, wednesday), 'stopped');
  assert.equal((await standing(s, s.ours, unsafe)).acknowledgedOn, null);
  assert.deepEqual(await arrivalsOf(unsafe), ['no-way']);
  assert.equal(notify.sent.length, before + 1);
});

test('an answer that is due and still here at three in the afternoon is told to its holder, once', async () => {
  const left = await letterLetGo(s, s.ours, { way: 'print', now: wednesday });
  // The acknowledgement stands for the answer here: what matters is the kind of the letter and the date of its clock.
  await s.admin.query(`update letter_draft set kind = 'stage-1-response' where letter_id = $1`, [left.letter]);
  await seeTo(s.db, s.ours, thursday);
  const { rows } = await s.admin.query<{ due: string }>(
    `select due_on::text as due from clock where case_id = $1 and kind = 'stage-1-response'`,
    [left.caseId],
  );
  const due = rows[0]?.due ?? '';
  assert.match(due, /^2026-03-/);
  await seeTo(s.db, s.ours, new Date(`${due}T14:59:00.000Z`));
  assert.deepEqual(await arrivalsOf(left), []);
  await seeTo(s.db, s.ours, new Date(`${due}T15:01:00.000Z`));
  await seeTo(s.db, s.ours, new Date(`${due}T15:06:00.000Z`));
  assert.deepEqual(await arrivalsOf(left), ['response-unsent']);
  const messages = await inLandlord(s.db, s.ours, (trx) => messagesOf(trx, left.caseId));
  assert.deepEqual(
    messages.map(({ purpose, address }) => [purpose, address]),
    [['staff-alert', 'maya@example.org']],
  );
  assert.doesNotMatch(messages[0]?.body ?? '', /Amina|tap/);
  await inLandlord(s.db, s.ours, (trx) =>
    letterLeft(trx, left, { on: day(due), state: 'posted', now: new Date(`${due}T16:00:00.000Z`) }),
  );
  assert.deepEqual(await arrivalsOf(left), [], 'it has left after all');
});

test('a text goes by Notify after the quiet hours; what one way can’t carry takes the next that was agreed, then a person', async () => {
  const { caseId } = await letterLetGo(s, s.ours, { way: 'posted', now: wednesday });
  const person = await inLandlord(s.db, s.ours, (trx) =>
    makePerson(trx, {
      name: 'Bola Ade',
      ways: [
        { kind: 'text-message', value: '12345', preferred: true },
        { kind: 'email', value: 'bola@example.org' },
      ],
    }),
  );
  const evening = new Date('2026-03-04T21:30:00.000Z');
  const made = await inLandlord(s.db, s.ours, (trx) =>
    queueMessage(trx, {
      key: 'for-bola',
      purpose: 'promise-asked',
      caseId,
      to: { person },
      subject: 'Was it done?',
      body: 'Was it done?',
      now: evening,
    }),
  );
  assert.ok(made.is === 'queued');
  const first = await inLandlord(s.db, s.ours, (trx) => readMessage(trx, made.id));
  assert.deepEqual([first?.kind, isoInstant(first?.notBefore ?? '')], ['text-message', '2026-03-05T08:00:00.000Z']);
  const go = async (id: string, way: 'notify-text' | 'notify-email') => {
    const carrier = await inLandlord(s.db, s.ours, (trx) => openCarrier(trx, way, readConfig(), thursday));
    assert.ok(carrier.ok);
    const more = { from: 'a@b.example', replyTo: null, by: 'notify' as const, address: 'https://x.example' };
    return sendMessage({ db: s.db, door: carrier.door, now: () => thursday, ...more }, s.ours, id);
  };
  assert.equal(await go(made.id, 'notify-text'), 'failed', 'it is no number');
  const all = () => inLandlord(s.db, s.ours, (trx) => messagesOf(trx, caseId));
  const next = (await all()).find(({ state }) => state === 'waiting');
  assert.deepEqual([next?.kind, next?.address], ['email', 'bola@example.org']);
  assert.deepEqual(await arrivalsOf({ caseId } as Left), []);
  notify.mood = 'bad-request';
  assert.equal(await go(next?.id ?? '', 'notify-email'), 'failed');
  notify.mood = 'well';
  assert.deepEqual(await arrivalsOf({ caseId } as Left), ['delivery-failed']);
  assert.equal((await all()).length, 2);
});

test('the landlord’s own mail server is signed in to by a token that is asked for, or by its password', async () => {
  const tokens: string[] = [];
  const giver = createServer((request, response) => {
    request.resume().on('end', () => {
      tokens.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ access_token: 'a-token', expires_in: 3600 }));
    });
  });
  await new Promise<void>((ready) => giver.listen(0, '127.0.0.1', ready));
  giver.unref();
  const box = await mailServer({
    signIn: (method, user, secret) =>
      user === 'complaints@ashdown.example' && secret === (method === 'XOAUTH2' ? 'a-token' : 'a password'),
  });
  const { port } = giver.address() as { port: number };
  const set: SmtpSetting = {
    host: '127.0.0.1',
    port: box.port,
    security: 'none',
    signIn: 'oauth-client',
    userName: 'complaints@ashdown.example',
    from: 'complaints@ashdown.example',
    tokenUrl: `http://127.0.0.1:${port}/token`,
    clientId: 'client',
    scope: 'mail',
  };
  const secrets = { password: 'a password', clientSecret: 's', refreshToken: null, keepRefreshToken: async () => {} };
  const rules = { allow: ['127.0.0.1'] };
  const deliver = async (setting: SmtpSetting, given = secrets) => {
    const options = await smtpOptions(setting, rules, wednesday, given);
    assert.ok(options.ok, JSON.stringify(options));
    const door = mailDoor(options.options);
    const delivery = await door.deliver({
      from: setting.from,
      replyTo: null,
      to: { name: 'Amina\r\nBcc: x@example.org', address: 'amina@example.org' },
      subject: 'Hello',
      text: 'Hello',
      messageId: '<1@ashdown.example>',
      pdf: null,
      reference: '',
    });
    door.close();
    return delivery.is;
  };
  assert.equal(await deliver(set), 'sent');
  assert.equal(tokens.length, 1);
  assert.equal(await deliver({ ...set, signIn: 'password' }), 'sent');
  assert.equal(await deliver({ ...set, signIn: 'password' }, { ...secrets, password: 'wrong' }), 'not-now');
  assert.doesNotMatch(box.messages[0]?.raw ?? '', /^Bcc:/im);
  const inside = await smtpOptions({ ...set, host: '10.1.2.3' }, { allow: [] }, wednesday, secrets);
  assert.ok(!inside.ok && /inside this network/.test(inside.why));
  // On the internet no letter goes over an open line, whether anybody signs in or not.
  for (const signIn of ['none', 'password'] as const) {
    const open = await smtpOptions({ ...set, host: '8.8.8.8', signIn }, { allow: ['8.8.8.8'] }, wednesday, secrets);
    assert.ok(!open.ok && /not go over an open line/.test(open.why));
  }
  await box.close();
  giver.close();
});

test('texts wait until the quiet hours are over, by London’s clock', () => {
  const quiet = { from: 20, until: 8 };
  const at = (instant: string) => afterQuietHours(new Date(instant), quiet).toISOString();
  assert.equal(at('2026-03-04T10:20:00.000Z'), '2026-03-04T10:20:00.000Z');
  assert.equal(at('2026-03-04T21:20:00.000Z'), '2026-03-05T08:00:00.000Z');
  assert.equal(at('2026-06-04T19:20:00.000Z'), '2026-06-05T07:00:00.000Z');
  assert.equal(at('2026-06-05T06:59:00.000Z'), '2026-06-05T07:00:00.000Z');
});
