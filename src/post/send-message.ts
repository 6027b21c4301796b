/** One message of the product's own on its way out: claimed, given to the mail server, noted; or tried again. */
import { type Database, inLandlord, type LandlordId } from '../store/database.js';
import { claimMessage, markMessage } from '../store/outbox.js';
import { domainOf, type MailDoor } from './outbound.js';
import { mostTries, NotNow, type SentOutcome } from './send-waiting.js';

export interface MessageSender {
  readonly db: Database;
  readonly from: string;
  readonly replyTo: string | null;
  readonly door: MailDoor;
  readonly now: () => Date;
}

/** Sends a message that waits; throws NotNow for another try later. */
export async function sendMessage(sender: MessageSender, landlordId: LandlordId, id: string): Promise<SentOutcome> {
  const { db, door, from, replyTo, now } = sender;
  // Committed before the first word to the mail server: whoever finds it so later knows that it may have left.
  const claimed = await inLandlord(db, landlordId, (trx) => claimMessage(trx, id, domainOf(from)));
  if (claimed === null) return 'nothing-to-do';
  const { message } = claimed;
  const mark = (became: Parameters<typeof markMessage>[2]) =>
    inLandlord(db, landlordId, (trx) => markMessage(trx, id, became));
  if (claimed.is === 'killed') {
    await mark({ state: 'unsure', trouble: 'Putright was stopped while it was leaving. It may have arrived.' });
    return 'unsure';
  }
  const delivery = await door.deliver({
    from,
    replyTo,
    to: { name: '', address: message.address ?? '' },
    subject: message.subject,
    text: message.body,
    messageId: message.messageId ?? '',
    pdf: null,
    reference: message.reference ?? '',
    automatic: message.purpose === 'receipt' ? 'replied' : 'generated',
  });
  switch (delivery.is) {
    case 'sent':
      await mark({ state: 'sent', trouble: null, by: 'smtp', acceptedAt: now() });
      return 'sent';
    case 'refused':
      await mark({ state: 'failed', trouble: delivery.why, by: 'smtp' });
      return 'failed';
    case 'unsure':
      await mark({ state: 'unsure', trouble: `${delivery.why} It may have arrived.`, by: 'smtp' });
      return 'unsure';
    case 'not-now':
      if (message.tries >= mostTries) {
        await mark({ state: 'failed', trouble: `${delivery.why} We tried ${message.tries} times.`, by: 'smtp' });
        return 'failed';
      }
      await mark({ state: 'waiting', trouble: delivery.why });
      throw new NotNow(delivery.why);
    default:
      return delivery satisfies never;
  }
}
