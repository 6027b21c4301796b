/** The job behind a letter that goes by e-mail. How it is never sent twice stands in post/send-waiting.ts. */
import type { CaseId } from '../facts/happened.js';
import { mailDoor } from '../post/outbound.js';
import { sendWaiting } from '../post/send-waiting.js';
import { senderOf } from '../post/sender.js';
import { readConfig } from '../store/config.js';
import type { Handler } from './handlers.js';

export const sendLetter: Handler<'send-letter'> = {
  writesToResidents: true,
  async run(trx, job, db) {
    if (job.caseId === null || job.seq === null) throw new Error('a letter belongs to an entry of a case');
    const config = readConfig();
    // Without a mail server letters are downloaded and posted; one that was set then and is gone now waits.
    if (config.smtpUrl === undefined) throw new Error('SMTP_URL is not set');
    const { from, replyTo } = await senderOf(trx, config);
    const door = mailDoor(config.smtpUrl);
    try {
      await sendWaiting(
        {
          db,
          files: config.files,
          from,
          replyTo: async () => replyTo,
          door,
          now: () => new Date(),
        },
        trx.landlordId,
        job.caseId as CaseId,
        job.seq,
      );
    } finally {
      door.close();
    }
  },
};
