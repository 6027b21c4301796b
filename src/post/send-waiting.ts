/** One letter's way out: claimed, given to whoever carries it, noted; or tried again, or seen to by a person. */
import type { CaseId } from '../facts/happened.js';
import { type Database, inLandlord, type LandlordId, type Trx } from '../store/database.js';
import { findFile, readFileBytes } from '../store/documents.js';
import { enqueueAt } from '../store/enqueue.js';
import { inTheWay } from '../store/leaving.js';
import { claimSending, type LetterSending, markSending, stillLeaving } from '../store/letter-sendings.js';
import { letterFailed, letterHeld, letterLeft } from '../store/sending-day.js';
import { londonDay } from '../store/today.js';
import { bodyAsItLeaves } from './as-it-leaves.js';
import type { Delivery, MailDoor } from './outbound.js';
import { mostTries, nextTry } from './tries.js';

export interface Sender {
  readonly db: Database;
  /** The folder of the landlords' documents. */
  readonly files: string;
  readonly from: string;
  readonly replyTo: (trx: Trx) => Promise<string | null>;
  readonly door: MailDoor;
  readonly now: () => Date;
}

/** 'later': it waits, and a job for another try is there. */
export type SentOutcome = 'sent' | 'handed-over' | 'failed' | 'unsure' | 'later' | 'held' | 'stopped' | 'nothing-to-do';

/** Sends a letter that waits, once, whatever stops the process in between. */
export async function sendWaiting(
  sender: Sender,
  landlordId: LandlordId,
  caseId: CaseId,
  seq: number,
): Promise<SentOutcome> {
  const { db, files, door, now } = sender;
  const within = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => inLandlord(db, landlordId, work);
  // Committed before the first word to whoever carries it: whoever finds it so later knows that it may have left.
  const claimed = await within(async (trx) => {
    const claim = await claimSending(trx, caseId, seq);
    if (claim === null || claim.is === 'killed') return claim && { ...claim, text: '', replyTo: null, document: null };
    // What was decided when it was sent is looked at again when it leaves.
    const stands = await inTheWay(trx, claim.sending, londonDay(now()));
    if (stands !== null) {
      if (stands.is === 'held') await letterHeld(trx, claim.sending, stands.why, now());
      else await letterFailed(trx, claim.sending, { state: 'stopped', why: stands.why, now: now() });
      return stands;
    }
    const document = claim.sending.file === null ? null : await findFile(trx, claim.sending.file);
    const text = await bodyAsItLeaves(trx, { ...claim.sending, caseId });
    return { ...claim, text, replyTo: await sender.replyTo(trx), document };
  });
  if (claimed === null) return 'nothing-to-do';
  if (claimed.is === 'held' || claimed.is === 'stopped') return claimed.is;
  const { sending } = claimed;
  if (claimed.is === 'killed') {
    const known = (await door.find?.(keyOf(sending))) ?? null;
    return noted(sender, landlordId, sending, known ?? killed);
  }
  const paper = sending.way !== 'notify-email' && !sending.plain ? claimed.document : null;
  let delivery: Delivery;
  try {
    delivery = await door.deliver({
      from: sender.from,
      replyTo: claimed.replyTo,
      to: { name: sending.recipient, address: sending.address ?? '' },
      subject: sending.subject,
      text: claimed.text,
      messageId: sending.messageId ?? '',
      reference: sending.reference,
      key: keyOf(sending),
      again: sending.tries > 1,
      pdf:
        paper === null
          ? null
          : {
              name: paper.name,
              bytes: Buffer.concat(await readFileBytes(files, landlordId, paper.content).toArray()),
            },
    });
  } catch (error) {
    // Its PDF could not be read: nothing has left.
    await within((trx) =>
      markSending(trx, caseId, seq, { state: 'waiting', trouble: 'The letter’s document could not be read.' }),
    );
    throw error;
  }
  return noted(sender, landlordId, sending, delivery);
}

const killed: Delivery = { is: 'unsure', why: 'Putright was stopped while the letter was leaving.' };

/** What a letter is called where it is carried: ids alone. */
export function keyOf(sending: Pick<LetterSending, 'letter' | 'seq'>): string {
  return `letter-${sending.letter}-${sending.seq}`;
}

async function noted(
  sender: Sender,
  landlordId: LandlordId,
  sending: LetterSending,
  delivery: Delivery,
): Promise<SentOutcome> {
  const now = sender.now();
  const { caseId, seq, tries } = sending;
  return inLandlord(sender.db, landlordId, async (trx): Promise<SentOutcome> => {
    if (!(await stillLeaving(trx, sending))) return 'nothing-to-do';
    switch (delivery.is) {
      case 'sent':
        await letterLeft(trx, sending, { on: londonDay(now), state: 'sent', providerId: delivery.id ?? null, now });
        return 'sent';
      case 'handed-over':
        await markSending(trx, caseId, seq, { state: 'with-supplier' });
        return 'handed-over';
      case 'refused':
        await letterFailed(trx, sending, { state: 'failed', why: delivery.why, now });
        return 'failed';
      case 'unsure': {
        const why = `${delivery.why} It may or may not have arrived. Ask the resident, or send it again by post.`;
        await letterFailed(trx, sending, { state: 'unsure', why, now });
        return 'unsure';
      }
      case 'not-now': {
        if (tries >= mostTries && delivery.until === undefined) {
          const why = `${delivery.why} We tried ${tries} times.`;
          await letterFailed(trx, sending, { state: 'failed', why, now });
          return 'failed';
        }
        const at = nextTry(now, tries, delivery.until);
        await markSending(trx, caseId, seq, { state: 'waiting', trouble: delivery.why, notBefore: at });
        await enqueueAt(trx, at, { name: 'send-letter-again', payload: { case: caseId, seq } });
        return 'later';
      }
      default:
        return delivery satisfies never;
    }
  });
}
