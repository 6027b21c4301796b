/**
 * Reads one mailbox for as long as it is told to: holds it, connects, takes in what is new, waits for more. Progress is by
 * number (UIDVALIDITY and UID), so that nobody's reading changes ours; nothing in the mailbox is marked or deleted. Whatever
 * breaks, the next time begins where everything before was taken in, and what comes twice is known again by its keys.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '../facts/days.js';
import { inLandlord, type Trx } from '../store/database.js';
import { keepSecret } from '../store/landlord-secrets.js';
import {
  beginNumbering,
  holdMailbox,
  leftFor,
  leftNoMore,
  letGo,
  noteProgress,
  noteTrouble,
  type Reading,
} from '../store/mailbox-readings.js';
import { type Mailbox, secretOf, secretsOf } from '../store/mailboxes.js';
import { batches, ConnectionLost, type Fetched, fetchBatch, uidsAbove } from './fetch-mail.js';
import { type Opened, type OpenRules, openMailbox } from './mailbox-connection.js';
import type { Message, Place } from './message-files.js';

export interface Reader {
  readonly place: Place;
  readonly box: Mailbox;
  /** Names this process, so that two never read the same mailbox at once. */
  readonly holder: string;
  readonly rules: OpenRules;
  readonly take: (message: Message, box: Mailbox) => Promise<unknown>;
  readonly now: () => Date;
  /** Told of what went wrong with one message, without its words. */
  readonly onFault: (error: unknown) => void;
}

/** How many are taken in at the same time: the disk and the database are waited for together. */
const atOnce = 4;
const renewEvery = 20_000;

/** Another process has taken the mailbox over, or its settings are gone. */
class NotOurs extends Error {}

const nothingTaken =
  'Nothing could be taken in, neither these messages nor others: we try again. See that the disk is not full.';

/** Reads until it is told to stop. Never throws for what the mailbox or the line does. */
export async function keepReading(reader: Reader, stop: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stop.aborted) {
    const held = await hold(reader).catch(() => null);
    if (held === null) {
      await rest(15_000, stop);
      continue;
    }
    let trouble: { why: string; lasting: boolean } | null = null;
    try {
      trouble = await readWhileConnected(reader, held, stop, () => {
        failures = 0;
      });
    } catch (error) {
      if (!(error instanceof NotOurs)) {
        if (!(error instanceof ConnectionLost)) reader.onFault(error);
        trouble = { why: 'The connection to the mail server was lost: we try again.', lasting: false };
      }
    }
    if (stop.aborted) break;
    if (trouble !== null) {
      failures += 1;
      // A line that breaks now and then is no trouble that a person should read about.
      if (trouble.lasting || failures > 1)
        await within(reader, (trx) => noteTrouble(trx, reader.box.id, reader.holder, trouble.why)).catch(() => {});
      await rest(pauseAfter(failures, trouble.lasting), stop);
    }
  }
  await within(reader, (trx) => letGo(trx, reader.box.id, reader.holder)).catch(() => {});
}

/** 5, 10, 20 seconds and so on to five minutes; where only a person can help, five minutes at once and half an hour at most. */
export function pauseAfter(failures: number, lasting: boolean): number {
  const [first, most] = lasting ? [300_000, 1_800_000] : [5_000, 300_000];
  return Math.min(most, first * 2 ** Math.min(10, failures - 1)) * (0.9 + Math.random() * 0.2);
}

async function rest(milliseconds: number, stop: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal: stop }).catch(() => {});
}

function within<T>(reader: Reader, work: (trx: Trx) => Promise<T>): Promise<T> {
  return inLandlord(reader.place.db, reader.place.landlordId, work);
}

function hold(reader: Reader): Promise<Reading | null> {
  return within(reader, (trx) => holdMailbox(trx, reader.box.id, reader.holder));
}

async function readWhileConnected(
  reader: Reader,
  held: Reading,
  stop: AbortSignal,
  onRead: () => void,
): Promise<{ why: string; lasting: boolean } | null> {
  const { box, rules } = reader;
  const secrets = await within(reader, (trx) => secretsOf(trx, box.id));
  const opened = await openMailbox(box, secrets, { ...rules, signal: stop });
  if (!opened.ok) return opened;
  const { client, refreshToken } = opened;
  const close = (): void => client.close();
  stop.addEventListener('abort', close, { once: true });
  let ours = true;
  // What is told while we take in counts too: then there is no waiting.
  const news = { came: false };
  client.on('exists', () => {
    news.came = true;
  });
  const renewing = setInterval(() => {
    hold(reader).then(
      (still) => {
        if (still === null) {
          ours = false;
          client.close();
        }
      },
      () => {},
    );
  }, renewEvery);
  try {
    // The old one may be void already: the new one is kept before anything else.
    if (refreshToken !== null)
      await within(reader, (trx) => keepSecret(trx, secretOf(box.id, 'refresh token'), refreshToken));
    let at = await numbering(reader, opened, held);
    while (!stop.aborted && ours) {
      news.came = false;
      at = await readOnce(reader, opened, at);
      onRead();
      if (!news.came) await untilMore(opened, box.pollSeconds * 1000, stop);
      if (!client.usable) throw ours ? new ConnectionLost('the connection ended') : new NotOurs();
    }
    return null;
  } finally {
    clearInterval(renewing);
    stop.removeEventListener('abort', close);
    client.close();
  }
}

export interface At {
  readonly uidValidity: number;
  readonly lastUid: number;
}

/** Where to go on: where we were, or in a mailbox that is new or numbered anew, at its beginning. */
export async function numbering(reader: Reader, { folder }: Pick<Opened, 'folder'>, held: Reading): Promise<At> {
  const uidValidity = Number(folder.uidValidity);
  if (held.uidValidity === uidValidity) return { uidValidity, lastUid: held.lastUid };
  // Seen for the first time and not to be read from its beginning: everything that is there was there before.
  const lastUid = held.uidValidity === null && !reader.box.fromTheBeginning ? Math.max(0, folder.uidNext - 1) : 0;
  const at = { uidValidity, lastUid };
  if (!(await within(reader, (trx) => beginNumbering(trx, reader.box.id, reader.holder, at)))) throw new NotOurs();
  return at;
}

/** Takes in everything that is new, and those left for later whose turn has come. */
export async function readOnce(reader: Reader, { client }: Pick<Opened, 'client'>, at: At): Promise<At> {
  const { box } = reader;
  const since = box.fromTheBeginning ? null : new Date(`${addDays(box.begunOn, -1)}T00:00:00Z`);
  await retry(reader, client, at);
  const uids = await uidsAbove(client, at.lastUid, since);
  let { lastUid } = at;
  let waiting = uids.length;
  let counted = 0;
  for (let window = 0; window < uids.length; window += 2_000) {
    const some = uids.slice(window, window + 2_000);
    const listed = await batches(client, some);
    let next = listed[0] === undefined ? null : fetchBatch(client, listed[0]);
    try {
      for (const [n, batch] of listed.entries()) {
        const fetched = (await next) ?? [];
        const following = listed[n + 1];
        // The next ones come while these are taken in.
        next = following === undefined ? null : fetchBatch(client, following);
        next?.catch(() => {});
        const left = await takeAll(reader, fetched);
        if (left.length >= 3 && left.length === fetched.length) {
          await within(reader, (trx) => noteTrouble(trx, box.id, reader.holder, nothingTaken));
          throw new ConnectionLost('nothing could be taken in');
        }
        lastUid = batch.at(-1)?.uid ?? lastUid;
        waiting -= batch.length;
        counted += batch.length;
        await progress(reader, at, { lastUid, taken: fetched.length - left.length, waiting, left });
        if (following === undefined) next = null;
      }
    } finally {
      // What was fetched ahead and is not taken in leaves nothing on the disk.
      await next?.then(dropAll, () => {});
    }
    lastUid = Math.max(lastUid, some.at(-1) ?? 0);
  }
  if (counted < uids.length || uids.length === 0)
    await progress(reader, at, { lastUid, taken: 0, waiting: 0, left: [] });
  return { uidValidity: at.uidValidity, lastUid };
}

async function dropAll(fetched: readonly Fetched[]): Promise<void> {
  for (const one of fetched) await one.drop();
}

async function progress(
  reader: Reader,
  at: At,
  made: { lastUid: number; taken: number; waiting: number; left: readonly number[] },
): Promise<void> {
  const ours = await within(reader, (trx) =>
    noteProgress(trx, reader.box.id, reader.holder, at.uidValidity, { ...made, at: reader.now() }),
  );
  if (!ours) throw new NotOurs();
}

/** Takes in a batch; answers with those that could not be. */
async function takeAll(reader: Reader, fetched: readonly Fetched[]): Promise<number[]> {
  const left: number[] = [];
  const rest = [...fetched];
  const worker = async (): Promise<void> => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) {
      try {
        await reader.take(one.message, reader.box);
      } catch (error) {
        reader.onFault(error);
        left.push(one.uid);
      } finally {
        await one.drop();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, fetched.length) }, worker));
  return left;
}

/** Those that could not be taken in before. One that is gone from the mailbox is not waited for. */
async function retry(reader: Reader, client: Opened['client'], at: At): Promise<void> {
  const { id } = reader.box;
  const due = await within(reader, (trx) => leftFor(trx, id, at.uidValidity, reader.now()));
  if (due.length === 0) return;
  const failed: number[] = [];
  let taken = 0;
  for (const batch of await batches(client, due)) {
    const fetched = await fetchBatch(client, batch);
    const left = await takeAll(reader, fetched);
    failed.push(...left);
    taken += fetched.length - left.length;
  }
  await within(reader, (trx) =>
    leftNoMore(
      trx,
      id,
      at.uidValidity,
      due.filter((uid) => !failed.includes(uid)),
    ),
  );
  await progress(reader, at, { lastUid: 0, taken, waiting: 0, left: failed });
}

/** Waits until the server tells of something new, the pause between two looks is over, the line breaks or we are to stop. */
async function untilMore({ client }: Opened, milliseconds: number, stop: AbortSignal): Promise<void> {
  const over = new AbortController();
  const end = (): void => over.abort();
  client.once('exists', end);
  client.once('close', end);
  stop.addEventListener('abort', end, { once: true });
  try {
    client.idle().catch(end);
    await rest(milliseconds, over.signal);
  } finally {
    client.off('exists', end);
    client.off('close', end);
    stop.removeEventListener('abort', end);
  }
}
