/** From a draft to a resident's inbox, on a real PostgreSQL and with a real mail server. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { allow } from '../../src/complaint/refusals.js';
import { day } from '../../src/facts/days.js';
import type { CaseId, LetterId, PersonId, PointId, StaffId } from '../../src/facts/happened.js';
import type { Edits } from '../../src/letters/edits.js';
import { clocksOnceSent } from '../../src/letters/once-sent.js';
import type { LetterInput, Matter } from '../../src/letters/words.js';
import { type FinishedLetter, finishLetter, layDown, letterOut } from '../../src/post/finished-letter.js';
import { mailDoor } from '../../src/post/outbound.js';
import { type Sender, sendWaiting } from '../../src/post/send-waiting.js';
import { mostTries } from '../../src/post/tries.js';
import { act, openCase } from '../../src/store/act.js';
import { openFile, readHistory } from '../../src/store/case-file.js';
import { inLandlord, type LandlordId } from '../../src/store/database.js';
import { findFile, readFileBytes } from '../../src/store/documents.js';
import { readLetterhead, writeLetterhead } from '../../src/store/landlord-settings.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { approveDraft, askApproval, sendDraftBack, waitingForApproval } from '../../src/store/letter-approval.js';
import {
  claimSending,
  readSending,
  recordSending,
  sendingsOf,
  sendingsToSeeTo,
} from '../../src/store/letter-sendings.js';
import { beginDraft, draftsOf, draftTrail, putDraftAside, readDraft, saveDraft } from '../../src/store/letters.js';
import { caseByThread } from '../../src/store/mail.js';
import { makePerson } from '../../src/store/people.js';
import { readRules } from '../../src/store/rules.js';
import { letterFailed, letterLeft } from '../../src/store/sending-day.js';
import { addStaff } from '../../src/store/staff.js';
import { londonDay } from '../../src/store/today.js';
import { verify } from '../../src/store/verify.js';
import { freshSetting, joel, logged, maya, officer, received } from '../store/landlord.js';

const now = new Date('2026-03-04T10:00:00.000Z');
const matter: Matter = { kind: 'acknowledgement' };
const s = await freshSetting();
for (const landlord of [s.ours, s.theirs]) await staffOf(landlord);

async function staffOf(landlord: LandlordId): Promise<void> {
  await inLandlord(s.db, landlord, async (trx) => {
    await addStaff(trx, { id: maya, name: 'Maya Roy', email: 'maya@example.org', roles: ['officer'] });
    await addStaff(trx, { id: joel, name: 'Joel Ames', email: 'joel@example.org', roles: ['manager'] });
    await writeLetterhead(trx, {
      name: (await readLetterhead(trx)).name,
      team: 'Complaints team',
      address: ['1 High Street', 'Ashdown'],
      phone: '01111 222 333',
      email: 'complaints@ashdown.example',
      website: '',
      colour: null,
    });
  });
}

const known = ['amina', 'gone', 'good'].map((name) => ({ kind: 'email' as const, value: `${name}@example.org` }));
type Known = readonly { readonly kind: 'email' | 'post'; readonly value: string }[];

async function complaint(
  landlord: LandlordId = s.ours,
  ways: Known = known,
): Promise<{ caseId: CaseId; person: PersonId }> {
  const person = await inLandlord(s.db, landlord, (trx) =>
    makePerson(trx, {
      name: 'Amina Begum',
      ways,
    }),
  );
  const point = randomUUID() as PointId;
  const done = await openCase(s.db, officer(landlord), { now }, (context) =>
    allow([
      {
        on: received(context.keep('x')).on,
        what: { ...received(context.keep('The tap drips.')).what, person } as ReturnType<typeof received>['what'],
      },
      logged(),
      {
        on: logged().on,
        what: { type: 'PointRaised', point, words: context.keep('The tap drips.'), since: null, by: person, stage: 1 },
      },
      {
        on: logged().on,
        what: {
          type: 'PointDefined',
          point,
          understanding: context.keep('The kitchen tap drips'),
          outcomeSought: context.keep('A tap that does not drip'),
          area: null,
          category: null,
          whose: 'ours',
        },
      },
      { on: logged().on, what: { type: 'Assigned', stage: 1, to: maya, team: null } },
    ]),
  );
  assert.equal(done.is, 'done');
  return { caseId: done.is === 'done' ? done.caseId : ('' as CaseId), person };
}

async function finished(
  caseId: CaseId,
  person: PersonId,
  edits: Edits,
  landlord: LandlordId = s.ours,
): Promise<{ input: LetterInput; letter: FinishedLetter }> {
  return inLandlord(s.db, landlord, async (trx) => {
    const history = await readHistory(trx, caseId);
    assert.ok(history);
    const file = await openFile(trx, history);
    const today = londonDay(now);
    const input: LetterInput = {
      matter,
      case: file.case,
      clocks: clocksOnceSent(file.case, matter, await readRules(trx), today),
      letterhead: await readLetterhead(trx),
      to: {
        person,
        as: 'resident',
        name: 'Amina Begum',
        salutation: null,
        address: ['2 Low Road'],
        actsFor: null,
        adjustments: [],
        language: 'en',
      },
      signedBy: { name: 'Maya Roy', job: 'Complaints officer', phone: null, email: null },
      today,
      say: file.say,
    };
    return { input, letter: finishLetter(input, edits) };
  });
}

interface Left {
  readonly caseId: CaseId;
  readonly seq: number;
  readonly letter: LetterId;
}

/** As a screen does it: the bytes are laid down, then the act, the letter's row and its job in one transaction. */
async function sent(
  how: 'email' | 'post' = 'email',
  landlord: LandlordId = s.ours,
  address = 'amina@example.org',
  ways: Known = known,
): Promise<Left> {
  const { caseId, person } = await complaint(landlord, ways);
  const letter = randomUUID() as LetterId;
  const { letter: ready } = await finished(caseId, person, {}, landlord);
  assert.deepEqual(ready.missing, []);
  const laid = await layDown(s.files, landlord, ready.letter);
  assert.ok(laid.ok);
  let seq = 0;
  const outcome = await act(
    s.db,
    officer(landlord),
    {
      ref: caseId,
      expectedVersion: null,
      now,
      also: async (trx, done) => {
        await recordSending(trx, done, {
          letter,
          address: how === 'email' ? address : null,
          recipient: 'Amina Begum',
          subject: `${ready.letter.title} (${ready.letter.reference})`,
          body: ready.text,
          domain: 'ashdown.example',
        });
        seq = done.version;
      },
    },
    async (file, context, trx) =>
      mayAcknowledge(
        file.case,
        {
          on: context.today,
          stage: 1,
          how,
          note: null,
          definitionSetOut: true,
          ombudsmanDetails: true,
          letter: await letterOut(trx, s.files, { id: letter, finished: ready, stored: laid.stored, how }),
        },
        context,
      ),
  );
  assert.equal(outcome.is, 'done', JSON.stringify(outcome));
  return { caseId, seq, letter };
}

interface Inbox {
  readonly messages: { to: string[]; raw: Buffer }[];
  readonly url: string;
  close(): Promise<void>;
}

async function inbox(more: { refuse?: string; busy?: boolean; hangUp?: boolean; port?: number } = {}): Promise<Inbox> {
  const messages: Inbox['messages'] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      if (address === more.refuse) return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      return done(more.busy ? Object.assign(new Error('later'), { responseCode: 451 }) : null);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (p: Buffer) => parts.push(p));
      stream.on('end', () => {
        messages.push({ to: session.envelope.rcptTo.map((r) => r.address), raw: Buffer.concat(parts) });
        if (more.hangUp) {
          for (const c of (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections)
            c._socket.destroy();
        } else done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(more.port ?? 0, '127.0.0.1', ready));
  // A test that fails before it closes the server must not keep the process alive.
  server.server.unref();
  const { port } = server.server.address() as { port: number };
  return { messages, url: `smtp://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(() => done())) };
}

const senderTo = (url: string): Sender => ({
  db: s.db,
  files: s.files,
  from: 'Ashdown Homes <complaints@ashdown.example>',
  replyTo: async () => 'complaints@ashdown.example',
  door: mailDoor(url),
  now: () => now,
});
const stateOf = (left: Left, landlord: LandlordId = s.ours) =>
  inLandlord(s.db, landlord, (trx) => readSending(trx, left.caseId, left.seq));
const caseNow = (left: Left) =>
  inLandlord(s.db, s.ours, async (trx) => {
    const history = await readHistory(trx, left.caseId);
    assert.ok(history);
    return (await openFile(trx, history)).case;
  });

test('a letter arrives once, as text with its exact PDF, and answers to it find the case', async () => {
  const box = await inbox();
  const left = await sent();
  const sender = senderTo(box.url);
  assert.equal(await sendWaiting(sender, s.ours, left.caseId, left.seq), 'sent');
  assert.equal(await sendWaiting(sender, s.ours, left.caseId, left.seq), 'nothing-to-do');
  await box.close();
  assert.equal(box.messages.length, 1);
  const mail = await PostalMime.parse(box.messages[0]?.raw ?? '');
  const row = await stateOf(left);
  assert.equal(row?.state, 'sent');
  assert.equal(mail.messageId, row?.messageId);
  assert.match(mail.subject ?? '', /^We have your complaint \(/);
  assert.match(mail.text ?? '', /We will send you our answer by Wednesday 18 March 2026\./);
  assert.equal(mail.replyTo?.[0]?.address, 'complaints@ashdown.example');
  assert.equal(
    mail.headers.some((h) => h.key.startsWith('list-')),
    false,
  );
  const pdf = mail.attachments[0];
  assert.equal(pdf?.mimeType, 'application/pdf');
  const bytes = Buffer.from(pdf?.content as ArrayBuffer);
  await inLandlord(s.db, s.ours, async (trx) => {
    const document = await findFile(trx, row?.file ?? '');
    assert.equal(document?.content, createHash('sha256').update(bytes).digest('hex'));
    const kept = Buffer.concat(await readFileBytes(s.files, s.ours, document?.content ?? '').toArray());
    assert.ok(kept.equals(bytes));
    const found = await caseByThread(trx, [mail.messageId ?? ''], 'amina@example.org');
    assert.equal(found?.caseId, left.caseId);
  });
  const c = await caseNow(left);
  assert.equal(c.letters[0]?.failed, false);
  assert.deepEqual((await verify(s.db, { files: s.files })).broken, []);
});

test('with the mail server away the letter waits, and goes when it is back', async () => {
  const away = await inbox();
  const port = Number(away.url.split(':').at(-1));
  await away.close();
  const left = await sent();
  assert.equal(await sendWaiting(senderTo(away.url), s.ours, left.caseId, left.seq), 'later');
  assert.deepEqual([(await stateOf(left))?.state, (await stateOf(left))?.tries], ['waiting', 1]);
  const back = await inbox({ port });
  assert.equal(await sendWaiting(senderTo(back.url), s.ours, left.caseId, left.seq), 'sent');
  await back.close();
  assert.equal(back.messages.length, 1);
});

test('a busy server is tried again, but not for ever', async () => {
  const box = await inbox({ busy: true });
  const left = await sent();
  const knock = () => sendWaiting(senderTo(box.url), s.ours, left.caseId, left.seq);
  assert.equal(await knock(), 'later');
  await s.admin.query('update letter_sending set tries = $1 where case_id = $2', [mostTries - 1, left.caseId]);
  assert.equal(await knock(), 'failed');
  await box.close();
  assert.equal((await caseNow(left)).stages[1]?.acknowledgedOn, null);
});

test('a refused address fails that letter alone, and the case says so', async () => {
  const box = await inbox({ refuse: 'gone@example.org' });
  const gone = await sent('email', s.ours, 'gone@example.org', [{ kind: 'email', value: 'gone@example.org' }]);
  const good = await sent('email', s.ours, 'good@example.org');
  assert.equal(await sendWaiting(senderTo(box.url), s.ours, gone.caseId, gone.seq), 'failed');
  assert.equal(await sendWaiting(senderTo(box.url), s.ours, good.caseId, good.seq), 'sent');
  await box.close();
  assert.deepEqual(
    box.messages.map((m) => m.to),
    [['good@example.org']],
  );
  // The clock runs again: what it carried is taken back, and a person is told.
  assert.equal((await caseNow(gone)).stages[1]?.acknowledgedOn, null);
  assert.equal((await caseNow(good)).stages[1]?.acknowledgedOn, '2026-03-04');
  const toSeeTo = await inLandlord(s.db, s.ours, sendingsToSeeTo);
  const mine = toSeeTo.find((t) => t.caseId === gone.caseId);
  assert.equal(mine?.state, 'failed');
  assert.doesNotMatch(mine?.trouble ?? '', /gone@/);
});

test('what an e-mail can’t carry takes the next way that was agreed: another address, then paper, then a person', async () => {
  const box = await inbox({ refuse: 'gone@example.org' });
  const ways: Known = [
    { kind: 'email', value: 'gone@example.org' },
    { kind: 'email', value: 'amina@example.org' },
    { kind: 'post', value: '2 Low Road' },
  ];
  const left = await sent('email', s.ours, 'gone@example.org', ways);
  await sendWaiting(senderTo(box.url), s.ours, left.caseId, left.seq);
  assert.deepEqual([(await stateOf(left))?.state, (await stateOf(left))?.address], ['waiting', 'amina@example.org']);
  // It has not left yet, so the clock runs.
  assert.equal((await caseNow(left)).stages[1]?.acknowledgedOn, null);
  assert.equal(await sendWaiting(senderTo(box.url), s.ours, left.caseId, left.seq), 'sent');
  assert.equal((await caseNow(left)).stages[1]?.acknowledgedOn, '2026-03-04');
  assert.deepEqual(
    box.messages.map((m) => m.to),
    [['amina@example.org']],
  );
  // That one came back too: paper is left, which somebody here prints, and which counts from when it is posted.
  const bounce = async () => {
    const sending = (await stateOf(left)) ?? assert.fail('a sending');
    const why = 'It came back.';
    await inLandlord(s.db, s.ours, (trx) => letterFailed(trx, sending, { state: 'failed', why, now }));
    return stateOf(left);
  };
  assert.deepEqual([(await bounce())?.state, (await stateOf(left))?.how], ['to-print', 'post']);
  assert.equal((await caseNow(left)).stages[1]?.acknowledgedOn, null);
  await inLandlord(s.db, s.ours, (trx) => letterLeft(trx, left, { on: day('2026-03-04'), state: 'posted', now }));
  const posted = (await caseNow(left)).history.find(({ what }) => what.type === 'LetterSent')?.what;
  assert.ok(posted?.type === 'LetterSent' && posted.how === 'post');
  // Nothing is left after that: a person sees to it.
  assert.equal((await bounce())?.state, 'failed');
  await box.close();
});

test('killed while a letter was leaving: it is not sent again, and a person is asked to look', async () => {
  const box = await inbox();
  const left = await sent();
  // What a process does last before the mail server has the letter.
  assert.equal((await inLandlord(s.db, s.ours, (trx) => claimSending(trx, left.caseId, left.seq)))?.is, 'yours');
  // While a process may still wait for the answer, another job lets it be.
  assert.equal(await sendWaiting(senderTo(box.url), s.ours, left.caseId, left.seq), 'nothing-to-do');
  await s.admin.query(`update letter_sending set changed_at = now() - interval '1 hour' where case_id = $1`, [
    left.caseId,
  ]);
  assert.equal(await sendWaiting(senderTo(box.url), s.ours, left.caseId, left.seq), 'unsure');
  assert.equal(await sendWaiting(senderTo(box.url), s.ours, left.caseId, left.seq), 'nothing-to-do');
  await box.close();
  assert.equal(box.messages.length, 0);
  assert.match((await stateOf(left))?.trouble ?? '', /may or may not have arrived/);
  assert.equal((await caseNow(left)).stages[1]?.acknowledgedOn, null);
});

test('the line breaks after the letter was given: unsure, and not sent a second time', async () => {
  const box = await inbox({ hangUp: true });
  const left = await sent();
  assert.equal(await sendWaiting(senderTo(box.url), s.ours, left.caseId, left.seq), 'unsure');
  assert.equal(await sendWaiting(senderTo(box.url), s.ours, left.caseId, left.seq), 'nothing-to-do');
  await box.close();
  assert.equal(box.messages.length, 1);
});

test('a posted letter makes no job, and a demonstration never sends', async () => {
  const box = await inbox();
  const posted = await sent('post');
  assert.equal((await stateOf(posted))?.state, 'posted');
  const demo = await makeLandlord(s.db, { name: 'Demonstration Homes', demonstration: true });
  await staffOf(demo);
  const shown = await sent('email', demo);
  assert.equal((await stateOf(shown, demo))?.state, 'never');
  assert.equal(await sendWaiting(senderTo(box.url), demo, shown.caseId, shown.seq), 'nothing-to-do');
  await box.close();
  assert.equal(box.messages.length, 0);
  const { rows } = await s.admin.query(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'send-letter'`,
  );
  const about = rows.map((r: { payload: { caseId: string } }) => r.payload.caseId);
  assert.ok(!about.includes(posted.caseId) && !about.includes(shown.caseId) && about.length > 0);
  // A job holds ids alone.
  assert.doesNotMatch(JSON.stringify(rows), /amina|@|drips/i);
  assert.equal((await inLandlord(s.db, s.theirs, (trx) => sendingsOf(trx, posted.caseId))).length, 0);
});

test('two people on one draft: the second is told, and every version stays', async () => {
  const { caseId, person } = await complaint();
  const letter = randomUUID() as LetterId;
  const as = (by: StaffId) => ({ letter, by, now });
  const hello = (text: string): Edits => ({ opening: { text, was: 'Thank you for telling us.' } });
  await inLandlord(s.db, s.ours, async (trx) => {
    await beginDraft(trx, { ...as(maya), caseId, matter, to: person, as: 'resident' });
    assert.deepEqual(await saveDraft(trx, { ...as(maya), expectedVersion: 1, edits: hello('Dear Amina \0\ud83d') }), {
      ok: true,
      version: 2,
    });
    // Nothing changed: no new version, and no one is disturbed.
    assert.deepEqual(
      await saveDraft(trx, { ...as(maya), expectedVersion: 2, edits: (await readDraft(trx, letter))?.edits ?? {} }),
      { ok: true, version: 2 },
    );
    const second = await saveDraft(trx, { ...as(joel), expectedVersion: 1, edits: hello('Hi') });
    assert.ok(!second.ok && second.why === 'changed-meanwhile' && second.current?.savedByName === 'Maya Roy');
    assert.equal((await draftsOf(trx, caseId)).length, 1);
    assert.deepEqual(
      (await draftTrail(trx, letter)).map((t) => [t.did, t.version]),
      [
        ['wrote', 2],
        ['began', 1],
      ],
    );
  });
  await inLandlord(s.db, s.theirs, async (trx) => assert.equal(await readDraft(trx, letter), null));
});

test('a second person approves what they read; whoever wrote it cannot, and a change undoes it', async () => {
  const { caseId, person } = await complaint();
  const letter = randomUUID() as LetterId;
  const as = (by: StaffId, expectedVersion: number) => ({ letter, by, now, expectedVersion });
  await inLandlord(s.db, s.ours, async (trx) => {
    await beginDraft(trx, { letter, by: maya, now, caseId, matter, to: person, as: 'resident' });
    assert.deepEqual(await askApproval(trx, as(maya, 1)), { ok: true });
    assert.equal((await waitingForApproval(trx)).filter((w) => w.letter === letter).length, 1);
    assert.deepEqual(await approveDraft(trx, as(maya, 1)), {
      ok: false,
      words: 'You wrote in this letter. Ask someone else to approve it.',
    });
    assert.deepEqual(await sendDraftBack(trx, { ...as(joel, 1), why: 'Say sorry first.' }), { ok: true });
    assert.deepEqual(await askApproval(trx, as(maya, 1)), { ok: true });
    assert.deepEqual(await approveDraft(trx, as(joel, 1)), { ok: true });
    assert.equal((await readDraft(trx, letter))?.approvedByName, 'Joel Ames');
    await saveDraft(trx, { ...as(maya, 1), edits: { opening: { text: 'Sorry.', was: '' } } });
    assert.equal((await readDraft(trx, letter))?.approvedBy, null);
    const stale = await approveDraft(trx, as(joel, 1));
    assert.ok(!stale.ok && stale.words.startsWith('Maya Roy has changed this letter'));
    await putDraftAside(trx, { letter, by: maya, now, aside: true });
    assert.ok((await readDraft(trx, letter))?.putAsideAt);
    assert.deepEqual(
      (await draftTrail(trx, letter)).map((t) => t.did),
      ['put-aside', 'wrote', 'approved', 'asked', 'sent-back', 'asked', 'began'],
    );
  });
});

test('a letter that lacks something is stopped by the act itself', async () => {
  const { caseId, person } = await complaint();
  const { letter: ready } = await finished(caseId, person, {});
  const bad = {
    ...ready,
    missing: [{ element: 'definition' as const, provision: '5.6', point: null, words: 'Point 1 is not set out.' }],
  };
  const laid = await layDown(s.files, s.ours, ready.letter);
  assert.ok(laid.ok);
  const outcome = await act(
    s.db,
    officer(s.ours),
    { ref: caseId, expectedVersion: null, now },
    async (file, context, trx) =>
      mayAcknowledge(
        file.case,
        {
          on: context.today,
          stage: 1,
          how: 'post',
          note: null,
          definitionSetOut: true,
          ombudsmanDetails: true,
          letter: await letterOut(trx, s.files, {
            id: randomUUID() as LetterId,
            finished: bad,
            stored: laid.stored,
            how: 'post',
          }),
        },
        context,
      ),
  );
  assert.ok(outcome.is === 'refused' && outcome.refusals.some((r) => r.words === 'Point 1 is not set out. (5.6)'));
});
