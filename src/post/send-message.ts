/** One message of the product's own on its way out: claimed, filled, given to whoever carries it, noted; or tried again. */
import { type Database, inLandlord, type LandlordId } from '../store/database.js';
import { enqueueAt } from '../store/enqueue.js';
import {
  claimMessage,
  markMessage,
  messageInTheWay,
  messageStillLeaving,
  type OutgoingMessage,
  stopMessage,
} from '../store/outbox.js';
import { replyAddressFor } from '../store/reply-codes.js';
import { fillMessage } from './fill-message.js';
import { type Delivery, domainOf, type MailDoor } from './outbound.js';
import type { SentOutcome } from './send-waiting.js';
import { mostTries, nextTry } from './tries.js';

export interface MessageSender {
  readonly db: Database;
  readonly from: string;
  readonly replyTo: string | null;
  readonly door: MailDoor;
  readonly by: 'smtp' | 'notify';
  /** What residents type to reach the product: for links. */
  readonly address: string;
  readonly now: () => Date;
}

/** Sends a message that waits, once, whatever stops the process in between. */
export async function sendMessage(sender: MessageSender, landlordId: LandlordId, id: string): Promise<SentOutcome> {
  const { db, door, from, replyTo, now } = sender;
  // Committed before the first word to whoever carries it: whoever finds it so later knows that it may have left. A link or
  // a code is made here, so that none lies in a row.
  const claimed = await inLandlord(db, landlordId, async (trx) => {
    const claim = await claimMessage(trx, id, domainOf(from));
    if (claim === null || claim.is === 'killed') return claim && { ...claim, text: '', answersTo: replyTo };
    const stands = await messageInTheWay(trx, claim.message, now());
    if (stands !== null) {
      if (stands.is === 'held') await markMessage(trx, id, { state: 'held', trouble: stands.why });
      else await stopMessage(trx, claim.message, stands.why, now());
      return stands;
    }
    const { caseId } = claim.message;
    const answersTo = (caseId === null ? null : await replyAddressFor(trx, caseId)) ?? replyTo;
    return { ...claim, text: await fillMessage(trx, claim.message, sender.address, now()), answersTo };
  });
  if (claimed === null) return 'nothing-to-do';
  if (claimed.is === 'held' || claimed.is === 'stopped') return claimed.is;
  const { message, text, answersTo } = claimed;
  if (claimed.is === 'killed') {
    const known = (await door.find?.(keyOf(message))) ?? null;
    return noted(sender, landlordId, message, known ?? killed);
  }
  const delivery = await door.deliver({
    from,
    replyTo: answersTo,
    to: { name: '', address: message.address ?? '' },
    subject: message.subject,
    text,
    messageId: message.messageId ?? '',
    pdf: null,
    reference: message.reference ?? '',
    automatic: message.purpose === 'receipt' ? 'replied' : 'generated',
    key: keyOf(message),
    again: message.tries > 1,
  });
  return noted(sender, landlordId, message, delivery);
}

const killed: Delivery = { is: 'unsure', why: 'Putright was stopped while it was leaving.' };

function keyOf({ id }: OutgoingMessage): string {
  return `message-${id}`;
}

async function noted(
  { db, by, now: clock }: MessageSender,
  landlordId: LandlordId,
  message: OutgoingMessage,
  delivery: Delivery,
): Promise<SentOutcome> {
  const now = clock();
  const { id, tries } = message;
  return inLandlord(db, landlordId, async (trx): Promise<SentOutcome> => {
    if (!(await messageStillLeaving(trx, message))) return 'nothing-to-do';
    switch (delivery.is) {
      case 'sent':
      case 'handed-over': {
        const provider = delivery.is === 'sent' && delivery.id !== undefined ? { providerId: delivery.id } : {};
        await markMessage(trx, id, { state: 'sent', trouble: null, by, acceptedAt: now, ...provider });
        return 'sent';
      }
      case 'refused':
        await stopMessage(trx, message, delivery.why, now, 'failed');
        return 'failed';
      case 'unsure':
        await markMessage(trx, id, { state: 'unsure', trouble: `${delivery.why} It may have arrived.`, by });
        return 'unsure';
      case 'not-now': {
        if (tries >= mostTries && delivery.until === undefined) {
          await stopMessage(trx, message, `${delivery.why} We tried ${tries} times.`, now, 'failed');
          return 'failed';
        }
        const at = nextTry(now, tries, delivery.until);
        await markMessage(trx, id, { state: 'waiting', trouble: delivery.why, notBefore: at });
        await enqueueAt(trx, at, { name: 'send-message', payload: { message: id } });
        return 'later';
      }
      default:
        return delivery satisfies never;
    }
  });
}
