/** Reading a mailbox on a real mail server: what is taken, how far, and what the mailbox looks like afterwards. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Message, Place } from '../../src/post/message-files.js';
import { keepReading } from '../../src/post/read-mailbox.js';
import { takeIn } from '../../src/post/take-in.js';
import { type Database, inLandlord, openDatabase } from '../../src/store/database.js';
import { keepSecret } from '../../src/store/landlord-secrets.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { readingStates } from '../../src/store/mailbox-readings.js';
import { type MailboxSettings, readMailbox, saveMailbox, secretOf } from '../../src/store/mailboxes.js';
import { freshDatabase } from '../support/database.js';
import { dovecot, missing } from '../support/debian.js';
import { type MailServer, startMailServer } from '../support/dovecot.js';

const skip = missing(dovecot);
const files = mkdtempSync(join(tmpdir(), 'putright-mailbox-'));
let db: Database;
let server: MailServer;

before(async () => {
  db = openDatabase((await freshDatabase()).app, 'app');
  if (skip === false) server = await startMailServer();
});
after(async () => {
  await db.close();
  if (skip === false) await server.stop();
  rmSync(files, { recursive: true, force: true });
});

const mail = (n: number | string, words = 'The bin store has been locked for a week.') =>
  [
    'Received: from a.example by mx.ashdown.example; Mon, 2 Nov 2026 10:00:00 +0000',
    `From: Resident ${n} <resident${n}@example.org>`,
    'To: complaints@ashdown.example',
    `Subject: Bins ${n}`,
    `Message-ID: <${n}.${randomUUID()}@example.org>`,
    '',
    words,
    '',
  ].join('\r\n');

async function setUp(user: string, wish: Partial<MailboxSettings> = {}) {
  const landlordId = await makeLandlord(db, { name: `Ashdown Homes ${user}` });
  const place: Place = { db, files, landlordId };
  const id = await inLandlord(db, landlordId, async (trx) => {
    const made = await saveMailbox(trx, null, {
      name: 'Complaints',
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
      folder: 'INBOX',
      userName: user,
      signIn: 'password',
      tokenUrl: null,
      clientId: null,
      scope: null,
      authservId: null,
      replyAddress: null,
      fromTheBeginning: true,
      pollSeconds: 5,
      reads: true,
      ...wish,
    });
    await keepSecret(trx, secretOf(made, 'password'), server.password);
    return made;
  });
  const subjects = () =>
    inLandlord(db, landlordId, async (trx) => {
      const found = await sql<{ subject: string }>`select subject from mail_message order by subject`.execute(trx);
      return found.rows.map((row) => row.subject);
    });
  const state = async () => {
    const [one] = await inLandlord(db, landlordId, readingStates);
    assert.ok(one);
    return one;
  };
  const reading = async (take = (message: Message) => takeIn(place, message, new Date())) => {
    const box = await inLandlord(db, landlordId, (trx) => readMailbox(trx, id));
    assert.ok(box);
    const stop = new AbortController();
    const faults: unknown[] = [];
    const done = keepReading(
      {
        place,
        box,
        holder: randomUUID(),
        rules: { allow: [`127.0.0.1:${server.port}`] },
        take,
        now: () => new Date(),
        onFault: (error) => faults.push(error),
      },
      stop.signal,
    );
    return {
      faults,
      end: async () => {
        stop.abort();
        await done;
      },
    };
  };
  return { landlordId, id, subjects, state, reading };
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (await holds()) return;
    await pause(25);
  }
  assert.fail(`waited in vain: ${what}`);
}

test('what is in the folder and what arrives is taken in, once, and the mailbox is left as it was', {
  skip,
}, async () => {
  const user = 'first@ashdown.example';
  await server.deliverAll(user, [mail(1), mail(2)]);
  const { subjects, state, reading } = await setUp(user);
  const reader = await reading();
  await until('two taken', async () => (await state()).taken === 2);
  // IDLE tells of it: no pause between two looks is waited for.
  await server.deliver(user, mail(3));
  await until('three taken', async () => (await state()).taken === 3);
  await reader.end();
  const { readAt, waiting, trouble, left } = await state();
  assert.ok(readAt);
  assert.deepEqual({ waiting, trouble, left }, { waiting: 0, trouble: null, left: 0 });
  assert.deepEqual(await subjects(), ['Bins 1', 'Bins 2', 'Bins 3']);
  assert.deepEqual(reader.faults, []);

  const own = await server.open(user);
  await own.mailboxOpen('INBOX');
  const there = await own.fetchAll('1:*', { flags: true });
  assert.equal(there.length, 3);
  for (const { flags } of there)
    assert.deepEqual(
      [...(flags ?? [])].filter((flag) => flag !== '\\Recent'),
      [],
    );
  // Somebody reads their mail: what they have seen is no concern of ours.
  await own.messageFlagsAdd('1:*', ['\\Seen']);
  await own.append('INBOX', mail(4), ['\\Seen']);
  await own.logout();
  const again = await reading();
  await until('the fourth', async () => (await subjects()).length === 4);
  await again.end();
  assert.equal((await state()).taken, 4);
});
