/**
 * Reads every landlord's mailboxes for as long as the worker lives: one reader for each, begun anew when its settings
 * change, ended when it is stopped or removed.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Place } from '../post/message-files.js';
import { keepReading } from '../post/read-mailbox.js';
import { takeIn } from '../post/take-in.js';
import type { Config } from '../store/config.js';
import { type Database, inLandlord, type LandlordId } from '../store/database.js';
import { allLandlords } from '../store/landlords.js';
import { listMailboxes, type Mailbox } from '../store/mailboxes.js';

export interface Reading {
  readonly db: Database;
  readonly config: Pick<Config, 'files' | 'allowHosts'>;
  readonly onFault: (error: unknown, mailbox: string) => void;
  /** How often the settings are looked at. */
  readonly everyMs?: number;
}

interface Running {
  readonly version: number;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

/** Until it is told to stop; then it waits until every reader has let go. */
export async function readMailboxes(reading: Reading, stop: AbortSignal): Promise<void> {
  const running = new Map<string, Running>();
  const holder = randomUUID();
  while (!stop.aborted) {
    try {
      await bringInLine(reading, holder, running);
    } catch (error) {
      // The database is away: the readers go on by themselves, and so do we.
      reading.onFault(error, '');
    }
    await pause(reading.everyMs ?? 5_000, undefined, { signal: stop }).catch(() => {});
  }
  await Promise.all([...running.values()].map(end));
}

async function end({ stop, ended }: Running): Promise<void> {
  stop.abort();
  await ended;
}

async function bringInLine(reading: Reading, holder: string, running: Map<string, Running>): Promise<void> {
  const wanted = new Map<string, { box: Mailbox; landlordId: LandlordId }>();
  for (const { id } of await allLandlords(reading.db)) {
    for (const box of await inLandlord(reading.db, id, listMailboxes, { readOnly: true }))
      if (box.reads) wanted.set(box.id, { box, landlordId: id as LandlordId });
  }
  for (const [id, one] of running) {
    if (wanted.get(id)?.box.version === one.version) continue;
    await end(one);
    running.delete(id);
  }
  for (const [id, { box, landlordId }] of wanted) {
    if (!running.has(id)) running.set(id, begin(reading, holder, landlordId, box));
  }
}

function begin({ db, config, onFault }: Reading, holder: string, landlordId: LandlordId, box: Mailbox): Running {
  const place: Place = { db, files: config.files, landlordId };
  const stop = new AbortController();
  const ended = keepReading(
    {
      place,
      box,
      holder,
      rules: { allow: config.allowHosts },
      take: (message, from) => takeIn(place, message, new Date(), from),
      now: () => new Date(),
      onFault: (error) => onFault(error, box.id),
    },
    stop.signal,
  );
  return { version: box.version, stop, ended };
}
