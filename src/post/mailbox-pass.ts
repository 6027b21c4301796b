/**
 * One pass over an open mailbox: everything that is new is taken in, a batch at a time, and how far is noted after each.
 * Progress is by number (UIDVALIDITY and UID), so that nobody's reading changes ours; nothing is marked or deleted. What
 * comes twice, after a break or under new numbers, is known again by its keys.
 */
import { addDays } from '../facts/days.js';
import { inLandlord, type Trx } from '../store/database.js';
import {
  beginNumbering,
  leftFor,
  leftNoMore,
  noteProgress,
  noteTrouble,
  type Reading,
} from '../store/mailbox-readings.js';
import type { Mailbox } from '../store/mailboxes.js';
import { batches, type Came, ConnectionLost, type Fetched, fetchBatch, stillThere, uidsAbove } from './fetch-mail.js';
import type { Opened, OpenRules } from './mailbox-connection.js';
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
  /** How long to wait after so many failures, in milliseconds. */
  readonly pauses?: (failures: number, lasting: boolean) => number;
}

/** How many are taken in at the same time: the disk and the database are waited for together. */
const atOnce = 4;

/** Another process has taken the mailbox over, or its settings are gone. */
export class NotOurs extends Error {}

const nothingTaken =
  'Nothing could be taken in, neither these messages nor others: we try again. See that the disk is not full.';

export function within<T>(reader: Reader, work: (trx: Trx) => Promise<T>): Promise<T> {
  return inLandlord(reader.place.db, reader.place.landlordId, work);
}

export interface At {
  readonly uidValidity: number;
  readonly lastUid: number;
}

/**
 * Where to go on: where we were, or in a mailbox that is new or numbered anew, at its beginning. Of one that is not to be
 * read from its beginning, what came from the day of its setting up on counts: days may pass until the first sign-in works.
 */
export async function numbering(reader: Reader, { folder }: Pick<Opened, 'folder'>, held: Reading): Promise<At> {
  const uidValidity = Number(folder.uidValidity);
  if (held.uidValidity === uidValidity) return { uidValidity, lastUid: held.lastUid };
  const at = { uidValidity, lastUid: 0 };
  if (!(await within(reader, (trx) => beginNumbering(trx, reader.box.id, reader.holder, at)))) throw new NotOurs();
  return at;
}

/** How often nothing of what follows a number could be taken in: kept from pass to pass, over broken lines too. */
export interface Stuck {
  after: number;
  rounds: number;
}

/** Takes in everything that is new, and those left for later whose turn has come. */
export async function readOnce(
  reader: Reader,
  { client }: Pick<Opened, 'client'>,
  at: At,
  stuck: Stuck = { after: -1, rounds: 0 },
): Promise<At> {
  const { box } = reader;
  const since = box.fromTheBeginning ? null : new Date(`${addDays(box.begunOn, -1)}T00:00:00Z`);
  await retry(reader, client, at);
  const uids = await uidsAbove(client, at.lastUid, since);
  let { lastUid } = at;
  let waiting = uids.length;
  let counted = 0;
  for (let window = 0; window < uids.length; window += 2_000) {
    const some = uids.slice(window, window + 2_000);
    const { made: listed, missing: unlisted } = await batches(client, some);
    // The retry finds out which of them are gone and which are refused.
    if (unlisted.length > 0) await progress(reader, at, { lastUid, taken: 0, waiting, left: unlisted });
    let next = listed[0] === undefined ? null : fetchBatch(client, listed[0]);
    try {
      for (const [n, batch] of listed.entries()) {
        const { came: fetched, missing } = (await next) ?? { came: [], missing: [] };
        const following = listed[n + 1];
        // The next ones come while these are taken in.
        next = following === undefined ? null : fetchBatch(client, following);
        next?.catch(() => {});
        const left = await takeAll(reader, fetched);
        if (left.length + missing.length >= 3 && left.length === fetched.length) {
          stuck.rounds = stuck.after === lastUid ? stuck.rounds + 1 : 1;
          stuck.after = lastUid;
          // After three rounds it is these messages rather than us: they are left for later, and others have their turn.
          if (stuck.rounds < 3) {
            await within(reader, (trx) => noteTrouble(trx, box.id, reader.holder, nothingTaken));
            throw new ConnectionLost('nothing could be taken in');
          }
        }
        lastUid = batch.at(-1)?.uid ?? lastUid;
        waiting -= batch.length;
        counted += batch.length;
        await progress(reader, at, {
          lastUid,
          taken: fetched.length - left.length,
          waiting,
          left: [...left, ...missing],
        });
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

async function dropAll({ came }: Came<Fetched>): Promise<void> {
  for (const one of came) await one.drop();
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
  const { made, missing: unlisted } = await batches(client, due);
  if (unlisted.length > 0) {
    const there = await stillThere(client, unlisted);
    failed.push(...unlisted.filter((uid) => there.has(uid)));
  }
  for (const batch of made) {
    const { came: fetched, missing } = await fetchBatch(client, batch);
    const left = await takeAll(reader, fetched);
    failed.push(...left, ...missing);
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
