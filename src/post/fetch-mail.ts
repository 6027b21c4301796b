/**
 * Messages out of an open mailbox, in batches that memory can hold. A connection that is lost throws: what did not come
 * whole has not come, and its turn comes again. What the server will not give on a good connection (a broken message in its
 * store) holds up no other: it is named as not come.
 */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImapFlow } from 'imapflow';
import { type Message, messageFile } from './message-files.js';

/** Thrown when the line broke; the reader connects again. */
export class ConnectionLost extends Error {}

export interface Fetched {
  readonly uid: number;
  readonly message: Message;
  /** Takes away what lies on the disk for it. */
  readonly drop: () => Promise<void>;
}

export interface Listed {
  readonly uid: number;
  readonly size: number;
  readonly arrivedAt: Date | null;
}

/** Above this a message comes piece by piece by way of the disk. */
export const largeMessage = 8 * 1024 * 1024;
const batchBytes = 4 * 1024 * 1024;
const batchCount = 16;
const piece = 1024 * 1024;

/** What is there above a number, oldest first. The seen flag is neither asked nor set. */
export async function uidsAbove(client: ImapFlow, lastUid: number, since: Date | null): Promise<number[]> {
  const found = await whole(client, () =>
    client.search({ uid: `${lastUid + 1}:*`, ...(since === null ? {} : { since }) }, { uid: true }),
  );
  if (!Array.isArray(found)) throw new ConnectionLost('nothing was answered');
  // "n:*" names the last message also when its number is lower.
  return found.filter((uid) => uid > lastUid).sort((a, b) => a - b);
}

/** Which of these are in the mailbox still. */
export async function stillThere(client: ImapFlow, uids: readonly number[]): Promise<ReadonlySet<number>> {
  const found = await whole(client, () => client.search({ uid: ranges(uids) }, { uid: true }));
  if (!Array.isArray(found)) throw new ConnectionLost('nothing was answered');
  return new Set(found);
}

export interface Came<T> {
  readonly came: readonly T[];
  /** Asked for and not given: gone by now, or refused. */
  readonly missing: readonly number[];
}

/** Their sizes, cut into batches. What is gone by now, or refused, is in none. */
export async function batches(
  client: ImapFlow,
  uids: readonly number[],
): Promise<{ readonly made: readonly Listed[][]; readonly missing: readonly number[] }> {
  const made: Listed[][] = [];
  const missing: number[] = [];
  let batch: Listed[] = [];
  let bytes = 0;
  for (let at = 0; at < uids.length; at += 500) {
    const some = uids.slice(at, at + 500);
    const listed = await orOneByOne(some, async (uids) =>
      (
        await whole(client, () =>
          client.fetchAll(ranges(uids), { uid: true, size: true, internalDate: true }, { uid: true }),
        )
      ).map(({ uid, size, internalDate }): Listed => ({ uid, size: size ?? 0, arrivedAt: dateOf(internalDate) })),
    );
    missing.push(...listed.missing);
    for (const one of [...listed.came].sort((a, b) => a.uid - b.uid)) {
      if (batch.length > 0 && (batch.length >= batchCount || bytes + one.size > batchBytes)) {
        made.push(batch);
        batch = [];
        bytes = 0;
      }
      batch.push(one);
      bytes += one.size;
    }
  }
  if (batch.length > 0) made.push(batch);
  return { made, missing };
}

/** The messages of a batch. A large one is alone in its batch. */
export async function fetchBatch(client: ImapFlow, batch: readonly Listed[]): Promise<Came<Fetched>> {
  return orOneByOne(
    batch.map(({ uid }) => uid),
    (uids) =>
      fetchSome(
        client,
        batch.filter(({ uid }) => uids.includes(uid)),
      ),
  );
}

async function fetchSome(client: ImapFlow, batch: readonly Listed[]): Promise<Fetched[]> {
  const [only] = batch;
  if (only !== undefined && batch.length === 1 && only.size > largeMessage) {
    const large = await fetchLarge(client, only);
    return large === null ? [] : [large];
  }
  const got = await whole(client, () =>
    client.fetchAll(ranges(batch.map(({ uid }) => uid)), { uid: true, source: true }, { uid: true }),
  );
  return got.flatMap(({ uid, source }) => {
    const listed = batch.find((one) => one.uid === uid);
    return source === undefined || listed === undefined
      ? []
      : [{ uid, message: { name: 'message.eml', bytes: source, ...arrived(listed) }, drop: async () => {} }];
  });
}

/** Asks for all at once; when the server refuses that, or gives but some, for each of the others by itself. */
async function orOneByOne<T extends { readonly uid: number }>(
  uids: readonly number[],
  ask: (uids: readonly number[]) => Promise<readonly T[]>,
): Promise<Came<T>> {
  const came: T[] = [];
  const asked = async (some: readonly number[]): Promise<void> => {
    try {
      came.push(...(await ask(some)));
    } catch (error) {
      if (!refused(error)) throw error;
    }
  };
  const others = (): number[] => uids.filter((uid) => !came.some((one) => one.uid === uid));
  await asked(uids);
  if (uids.length > 1) for (const uid of others()) await asked([uid]);
  return { came, missing: others() };
}

/** The server answered NO or BAD: the connection is as good as before. That it has too much to do is no message's fault. */
function refused(error: unknown): boolean {
  return (
    error instanceof Error &&
    'responseStatus' in error &&
    !('code' in error && error.code === 'ETHROTTLE') &&
    (error.responseStatus === 'NO' || error.responseStatus === 'BAD')
  );
}

async function fetchLarge(client: ImapFlow, listed: Listed): Promise<Fetched | null> {
  const folder = await mkdtemp(join(tmpdir(), 'putright-mail-'));
  const drop = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'message.eml');
    const file = await open(path, 'wx', 0o600);
    try {
      for (let start = 0; ; ) {
        const from = start;
        const got = await whole(client, () =>
          client.fetchOne(String(listed.uid), { uid: true, source: { start: from, maxLength: piece } }, { uid: true }),
        );
        if (!got || got.source === undefined) {
          if (start === 0) {
            await drop();
            return null;
          }
          throw Object.assign(new Error('the rest of a message did not come'), { responseStatus: 'NO' });
        }
        await file.writeFile(got.source);
        start += got.source.length;
        if (got.source.length !== piece) break;
      }
    } finally {
      await file.close();
    }
    return { uid: listed.uid, message: { ...(await messageFile(path, 'message.eml')), ...arrived(listed) }, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** A closed connection answers with nothing, which would look as if nothing were there. */
async function whole<T>(client: ImapFlow, ask: () => Promise<T>): Promise<T> {
  if (!client.usable || !client.mailbox) throw new ConnectionLost('the connection was lost');
  const answer = await ask().catch((error: unknown) => {
    // A server that says BYE right after its refusal: that was the connection's end.
    if (client.usable && client.mailbox) throw error;
    throw new ConnectionLost('the connection was lost');
  });
  if (!client.usable || !client.mailbox) throw new ConnectionLost('the connection was lost');
  return answer;
}

/** 1:3,7,9:10 */
export function ranges(uids: readonly number[]): string {
  const made: string[] = [];
  for (let at = 0; at < uids.length; ) {
    const first = uids[at] ?? 0;
    let last = first;
    while (uids[at + 1] === last + 1) {
      last += 1;
      at += 1;
    }
    made.push(first === last ? String(first) : `${first}:${last}`);
    at += 1;
  }
  return made.join(',');
}

function arrived({ arrivedAt }: Listed): { arrivedAt?: Date } {
  return arrivedAt === null ? {} : { arrivedAt };
}

function dateOf(given: Date | string | undefined): Date | null {
  const date = given === undefined ? null : new Date(given);
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}
