/** The job behind a message that the product writes. How it is never sent twice stands in post/send-message.ts. */
import { openCarrier } from '../post/carriers.js';
import { sendMessage } from '../post/send-message.js';
import { senderOf } from '../post/sender.js';
import { nextTry, waitedTooLong } from '../post/tries.js';
import { readConfig } from '../store/config.js';
import { inLandlord } from '../store/database.js';
import { enqueueAt } from '../store/enqueue.js';
import { wasKilled } from '../store/letter-sendings.js';
import { markMessage, readMessage, stopMessage } from '../store/outbox.js';
import { waysOpen } from '../store/ways-out.js';
import type { Handler } from './handlers.js';

export const sendMessageJob: Handler<'send-message'> = {
  writesToResidents: true,
  async run(trx, { asked }, db) {
    const message = await readMessage(trx, asked.message);
    if (message === null || !['waiting', 'held', 'sending'].includes(message.state)) return;
    // Another job has it, and says what becomes of it.
    if (message.state === 'sending' && !wasKilled(message.changedAt)) return;
    const config = readConfig();
    const now = new Date();
    const notBefore = message.notBefore === null ? null : new Date(message.notBefore);
    // A text in the quiet hours: its own job is there already.
    if (notBefore !== null && notBefore > now) return;
    const way = message.kind === 'text-message' ? 'notify-text' : ((await waysOpen(trx)).email ?? 'smtp');
    // Committed at once: a token that was renewed on the way is kept whatever becomes of the message.
    const carrier = await inLandlord(db, trx.landlordId, (own) => openCarrier(own, way, config, now));
    if (!carrier.ok) {
      await inLandlord(db, trx.landlordId, async (own) => {
        if (waitedTooLong(message.queuedAt, now)) return stopMessage(own, message, carrier.why, now, 'failed');
        const at = nextTry(now, 6);
        await markMessage(own, message.id, { state: message.state, trouble: carrier.why, notBefore: at });
        await enqueueAt(own, at, { name: 'send-message', payload: { message: message.id } });
      });
      return;
    }
    try {
      const shown = await senderOf(trx, config, carrier.from);
      await sendMessage(
        {
          db,
          door: carrier.door,
          by: way === 'smtp' ? 'smtp' : 'notify',
          address: config.address,
          now: () => new Date(),
          ...shown,
        },
        trx.landlordId,
        message.id,
      );
    } finally {
      carrier.door.close();
    }
  },
};
