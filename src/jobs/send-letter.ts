/** The job behind a letter that goes by e-mail or by a service. How it is never sent twice stands in post/send-waiting.ts. */
import type { CaseId } from '../facts/happened.js';
import { type Carried, openCarrier } from '../post/carriers.js';
import { sendWaiting } from '../post/send-waiting.js';
import { senderOf } from '../post/sender.js';
import { nextTry, waitedTooLong } from '../post/tries.js';
import { readConfig } from '../store/config.js';
import { type Database, inLandlord, type Trx } from '../store/database.js';
import { enqueueAt } from '../store/enqueue.js';
import { type LetterWay, markSending, readSending, wasKilled } from '../store/letter-sendings.js';
import { replyAddressFor } from '../store/reply-codes.js';
import { letterFailed } from '../store/sending-day.js';
import type { Handler } from './handlers.js';

/** The letter’s own job, for its LetterSent. */
export const sendLetter: Handler<'send-letter'> = {
  writesToResidents: true,
  async run(trx, job, db) {
    if (job.caseId === null || job.seq === null) throw new Error('a letter belongs to an entry of a case');
    await sendOne(trx, db, job.caseId as CaseId, job.seq);
  },
};

/** Sends what waits, by the way that was chosen for it. */
export async function sendOne(trx: Trx, db: Database, caseId: CaseId, seq: number): Promise<void> {
  const sending = await readSending(trx, caseId, seq);
  if (sending === null || !['waiting', 'held', 'sending'].includes(sending.state)) return;
  // Another job has it, and says what becomes of it.
  if (sending.state === 'sending' && !wasKilled(sending.changedAt)) return;
  const config = readConfig();
  const now = new Date();
  const way = carriedBy(sending.way);
  if (way === null) return;
  // Committed at once: a token that was renewed on the way is kept whatever becomes of the letter.
  const carrier = await inLandlord(db, trx.landlordId, (own) => openCarrier(own, way, config, now));
  if (!carrier.ok) {
    // What was set up then and is gone now waits; the case shows why.
    await inLandlord(db, trx.landlordId, async (own) => {
      if (waitedTooLong(sending.letGoAt, now))
        return letterFailed(own, sending, { state: 'failed', why: carrier.why, now });
      const at = nextTry(now, 6);
      await markSending(own, caseId, seq, { state: sending.state, trouble: carrier.why, notBefore: at });
      await enqueueAt(own, at, { name: 'send-letter-again', payload: { case: caseId, seq } });
    });
    return;
  }
  const { from, replyTo } = await senderOf(trx, config, carrier.from);
  try {
    await sendWaiting(
      {
        db,
        files: config.files,
        from,
        replyTo: async (own) => (await replyAddressFor(own, caseId)) ?? replyTo,
        door: carrier.door,
        now: () => new Date(),
      },
      trx.landlordId,
      caseId,
      seq,
    );
  } finally {
    carrier.door.close();
  }
}

function carriedBy(way: LetterWay | null): Carried | null {
  switch (way) {
    case null:
    case 'smtp':
      return 'smtp';
    case 'notify-email':
    case 'notify-letter':
    case 'supplier':
      return way;
    case 'print':
    case 'posted':
    case 'by-hand':
      return null;
    default:
      return way satisfies never;
  }
}
