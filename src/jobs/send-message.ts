/** The job behind a message that the product writes. How it is never sent twice stands in post/send-message.ts. */
import { mailDoor } from '../post/outbound.js';
import { sendMessage } from '../post/send-message.js';
import { senderOf } from '../post/sender.js';
import { readConfig } from '../store/config.js';
import type { Handler } from './handlers.js';

export const sendMessageJob: Handler<'send-message'> = {
  writesToResidents: true,
  async run(trx, job, db) {
    const config = readConfig();
    if (config.smtpUrl === undefined) throw new Error('SMTP_URL is not set');
    const door = mailDoor(config.smtpUrl);
    try {
      const sender = { db, door, now: () => new Date(), ...(await senderOf(trx, config)) };
      await sendMessage(sender, trx.landlordId, job.asked.message);
    } finally {
      door.close();
    }
  },
};
