/** Reading a mailbox on a real mail server: what is taken, how far, and what the mailbox looks like afterwards. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { ranges } from '../../src/post/fetch-mail.js';
import type { Message, Place } from '../../src/post/message-files.js';
import { keepReading, pauseAfter } from '../../src/post/read-mailbox.js';
import { takeIn } from '../../src/post/take-in.js';
import { type Database, inLandlord, openDatabase } from '../../src/store/database.js';
import { keepSecret } from '../../src/store/landlord-secrets.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { holdMailbox, noteProgress, readingStates } from '../../src/store/mailbox-readings.js';
import { beginAnew, type MailboxSettings, readMailbox, saveMailbox, secretOf } from '../../src/store/mailboxes.js';
import { freshDatabase } from '../support/database.js';
import { dovecot, missing } from '../support/debian.js';
import { type MailServer, startMailServer } from '../support/dovecot.js';

const skip = missing(dovecot);
const files = mkdtempSync(join(tmpdir(), 'putright-mailbox-'));
let db: Database;
let server: MailServer;
const ends: (() => Promise<void>)[] = [];

before(async () => {
  db = openDatabase((await freshDatabase()).app, 'app');
  if (skip === false) server = await startMailServer();
});
after(async () => {
  for (const end of ends) await end();
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
  const reading = async (wish: { take?: (message: Message) => Promise<unknown>; port?: number } = {}) => {
    const take = wish.take ?? ((message: Message) => takeIn(place, message, new Date()));
    const found = await inLandlord(db, landlordId, (trx) => readMailbox(trx, id));
    assert.ok(found);
    const box = { ...found, port: wish.port ?? found.port };
    const stop = new AbortController();
    const faults: unknown[] = [];
    const done = keepReading(
      {
        place,
        box,
        holder: randomUUID(),
        rules: { allow: ['127.0.0.1'] },
        take,
        now: () => new Date(),
        onFault: (error) => faults.push(error),
        pauses: () => 20,
      },
      stop.signal,
    );
    const end = async () => {
      stop.abort();
      await done;
    };
    ends.push(end);
    return { faults, end };
  };
  const within = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(db, landlordId, work);
  return { landlordId, place, id, within, subjects, state, reading };
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

/** Passes everything on to the mail server, and breaks a line in the middle of what the server says. */
async function breakingLine(
  breakAfter: readonly number[],
): Promise<{ port: number; broken: () => number; close(): void }> {
  const plan = [...breakAfter];
  let broken = 0;
  const proxy = createServer((near) => {
    const far = connect(server.port, '127.0.0.1');
    const limit = plan.shift();
    let passed = 0;
    far.on('data', (piece: Buffer) => {
      passed += piece.length;
      if (limit !== undefined && passed > limit) {
        near.write(piece.subarray(0, Math.max(0, piece.length - (passed - limit))));
        broken += 1;
        near.destroy();
        far.destroy();
      } else near.write(piece);
    });
    near.on('data', (piece: Buffer) => far.write(piece));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  const { port } = proxy.address() as AddressInfo;
  return { port, broken: () => broken, close: () => proxy.close() };
}

test('a line that breaks in the middle of a message loses nothing and takes nothing twice', { skip }, async () => {
  const user = 'broken@ashdown.example';
  const words = `The stairs are dark. ${'All night long. '.repeat(4_000)}`;
  await server.deliverAll(
    user,
    Array.from({ length: 12 }, (_, n) => mail(10 + n, words)),
  );
  const { subjects, state, reading } = await setUp(user);
  // In the greeting, in the first batch, in a later one.
  const line = await breakingLine([60, 200_000, 500_000]);
  const reader = await reading({ port: line.port });
  await until('twelve taken', async () => (await state()).taken === 12);
  await reader.end();
  line.close();
  assert.ok(line.broken() >= 2, `${line.broken()} breaks`);
  assert.equal((await subjects()).length, 12);
  assert.equal((await state()).left, 0);
});

test('a mailbox that is numbered anew is read again, and nothing in it becomes two', { skip }, async () => {
  const user = 'anew@ashdown.example';
  await server.deliverAll(user, [mail(31), mail(32)]);
  const { subjects, state, reading, within } = await setUp(user);
  const first = await reading();
  await until('two taken', async () => (await state()).taken === 2);
  await first.end();
  const numbers = () =>
    within(
      async (trx) =>
        (
          await sql<{
            v: number;
            last: number;
          }>`select uid_validity as v, last_uid as last from mailbox_reading`.execute(trx)
        ).rows[0],
    );
  const was = await numbers();
  // Another server took the mail over: the same messages under other numbers.
  const own = await server.open(user);
  await own.mailboxCreate('Elsewhere');
  await own.mailboxOpen('INBOX');
  await own.messageCopy('1:*', 'Elsewhere');
  await own.append('Elsewhere', mail(33));
  await own.logout();
  await within((trx) => sql`update mailbox set folder = 'Elsewhere'`.execute(trx));
  const second = await reading();
  await until('the new one', async () => (await subjects()).length === 3);
  await second.end();
  assert.deepEqual(await subjects(), ['Bins 31', 'Bins 32', 'Bins 33']);
  assert.notEqual((await numbers())?.v, was?.v);
  assert.equal((await numbers())?.last, 3);
});

test('a message that can’t be taken in holds up no other, is said, and is tried again', { skip }, async () => {
  const user = 'left@ashdown.example';
  await server.deliverAll(user, [mail(41), mail(42), mail(43)]);
  const { id, subjects, state, reading, within, place } = await setUp(user);
  let broken = true;
  const reader = await reading({
    take: async (message) => {
      if (broken && Buffer.from(message.bytes).includes('Bins 42')) throw new Error('a fault of ours');
      return takeIn(place, message, new Date());
    },
  });
  await until('the others', async () => (await state()).left === 1 && (await state()).taken === 2);
  assert.equal(reader.faults.length, 1);
  broken = false;
  await within((trx) => sql`update mailbox_left set next_try = now() where mailbox_id = ${id}`.execute(trx));
  await server.deliver(user, mail(44));
  await until('all four', async () => (await subjects()).length === 4 && (await state()).left === 0);
  await reader.end();
});

/** A mail server whose store is broken for some messages: it refuses one, and says nothing at all of another. */
async function brokenStore(): Promise<{ port: number; mend(): void; close(): void }> {
  let [refuses, hides] = [2, 3];
  const proxy = createServer((near) => {
    const far = connect(server.port, '127.0.0.1');
    far.on('data', (piece: Buffer) => near.write(piece));
    let rest = '';
    near.on('data', (piece: Buffer) => {
      const lines = (rest + piece.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [, tag, set = '', what] = /^(\S+) UID FETCH (\S+) (.*BODY.*)$/i.exec(line) ?? [];
        const uids = set.split(',').flatMap((part) => {
          const [first = 0, last = first] = part.split(':').map(Number);
          return Array.from({ length: last - first + 1 }, (_, n) => first + n);
        });
        const shown = uids.filter((uid) => uid !== hides);
        if (tag === undefined) far.write(`${line}\r\n`, 'latin1');
        else if (uids.includes(refuses)) near.write(`${tag} NO [SERVERBUG] Internal error\r\n`);
        else if (shown.length === 0) near.write(`${tag} OK Fetch completed\r\n`);
        else far.write(`${tag} UID FETCH ${ranges(shown)} ${what}\r\n`, 'latin1');
      }
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  const { port } = proxy.address() as AddressInfo;
  const mend = (): void => {
    [refuses, hides] = [2, 0];
  };
  return { port, mend, close: () => proxy.close() };
}

test('a message that the server will not give, or says nothing of, holds up no other and is asked for again', {
  skip,
}, async () => {
  const user = 'refused@ashdown.example';
  await server.deliverAll(user, [mail(81), mail(82), mail(83), mail(84)]);
  const { id, subjects, state, reading, within } = await setUp(user);
  const line = await brokenStore();
  const reader = await reading({ port: line.port });
  await until('the others', async () => (await state()).left === 2 && (await state()).taken === 2);
  assert.deepEqual(await subjects(), ['Bins 81', 'Bins 84']);
  await server.deliver(user, mail(85));
  await until('the next one', async () => (await subjects()).length === 3);
  // One comes at last, one is refused again; when that is gone from the mailbox it is asked for no more.
  line.mend();
  const turn = () =>
    within((trx) => sql`update mailbox_left set next_try = now() where mailbox_id = ${id}`.execute(trx));
  await turn();
  await server.deliver(user, mail(86));
  await until('the hidden one', async () => (await subjects()).length === 5 && (await state()).left === 1);
  const own = await server.open(user);
  await own.mailboxOpen('INBOX');
  await own.messageDelete('2', { uid: true });
  await own.logout();
  await turn();
  await server.deliver(user, mail(87));
  await until('nothing left', async () => (await state()).left === 0 && (await subjects()).length === 6);
  assert.equal((await state()).trouble, null);
  await reader.end();
  line.close();
});

test('a batch of mail that can’t be taken in is left for later after three rounds, and what follows comes', {
  skip,
}, async () => {
  const user = 'poison@ashdown.example';
  await server.deliverAll(
    user,
    Array.from({ length: 17 }, (_, n) => mail(n === 16 ? 'good' : `bad ${n}`)),
  );
  const { subjects, state, reading, place } = await setUp(user);
  const reader = await reading({
    take: async (message) => {
      if (Buffer.from(message.bytes).includes('Bins bad')) throw new Error('poison');
      return takeIn(place, message, new Date());
    },
  });
  await until('what follows', async () => (await subjects()).length === 1 && (await state()).left === 16);
  assert.equal(reader.faults.length, 3 * 16);
  await reader.end();
});

test('two processes never read the same mailbox at once; when one is gone the other goes on', { skip }, async () => {
  const user = 'twice@ashdown.example';
  await server.deliver(user, mail(51));
  const { id, state, reading, within } = await setUp(user);
  const first = await reading();
  await until('one taken', async () => (await state()).taken === 1);
  const rival = (holder: string) => within((trx) => holdMailbox(trx, id, holder));
  const other = randomUUID();
  assert.equal(await rival(other), null);
  await first.end();
  assert.ok(await rival(other));
  const progress = { lastUid: 9, taken: 9, waiting: 0, left: [], at: new Date() };
  const validity = (await rival(other))?.uidValidity ?? 0;
  assert.equal(await within((trx) => noteProgress(trx, id, randomUUID(), validity, progress)), false);
  // Killed, it says no more; after a minute its place is free.
  await within((trx) => sql`update mailbox_reading set held_until = now() - interval '1 second'`.execute(trx));
  assert.ok(await rival(randomUUID()));
});

test('a mailbox set up for new mail alone leaves what lay there, also when it is numbered anew', { skip }, async () => {
  const user = 'new@ashdown.example';
  const own = await server.open(user);
  const lastWeek = new Date(Date.now() - 7 * 86_400_000);
  for (const n of [61, 62]) await own.append('INBOX', mail(n), [], lastWeek);
  await own.logout();
  const { id, subjects, state, reading, within } = await setUp(user, { fromTheBeginning: false });
  // Signing in works only later: what came meanwhile is new mail.
  await server.deliver(user, mail(63));
  const reader = await reading();
  await until('what came meanwhile', async () => (await state()).taken === 1);
  await server.deliver(user, mail(64));
  await until('the new one', async () => (await subjects()).length === 2);
  await reader.end();
  assert.deepEqual(await subjects(), ['Bins 63', 'Bins 64']);
  // Begun anew, what came while it was not read is found, and nothing becomes two.
  await within((trx) => beginAnew(trx, id));
  await server.deliver(user, mail(65));
  const again = await reading();
  await until('what came before it was read again', async () => (await subjects()).length === 3);
  await again.end();
  assert.deepEqual(await subjects(), ['Bins 63', 'Bins 64', 'Bins 65']);
});

test('a message too large for the memory comes by way of the disk, whole', { skip }, async () => {
  const user = 'large@ashdown.example';
  const large = Buffer.concat([Buffer.from(mail(71, '')), Buffer.alloc(9 * 1024 * 1024, 'The wall is damp.\r\n')]);
  await server.deliverAll(user, [mail(70), large, mail(72)]);
  const { state, reading } = await setUp(user);
  const sizes: number[] = [];
  const reader = await reading({ take: async (message) => void sizes.push(message.bytes.length) });
  await until('three taken', async () => (await state()).taken === 3);
  await reader.end();
  assert.equal(Math.max(...sizes), large.length);
});

test('the pauses after failures grow, and where only a person can help they are long at once', () => {
  for (const failures of [1, 2, 5, 50]) {
    assert.ok(pauseAfter(failures, false) <= 330_000 && pauseAfter(failures, false) >= 4_500);
    assert.ok(pauseAfter(failures, true) >= 270_000 && pauseAfter(failures, true) <= 1_980_000);
  }
  assert.ok(pauseAfter(3, false) > pauseAfter(1, false));
});

test('numbers are asked for in ranges', () => {
  assert.equal(ranges([1, 2, 3, 7, 9, 10]), '1:3,7,9:10');
  assert.equal(ranges([]), '');
});
