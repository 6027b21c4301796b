/** The job behind a letter that goes by e-mail. How it is never sent twice stands in post/send-waiting.ts. */
import type { CaseId } from '../facts/happened.js';
import { domainOf, mailDoor } from '../post/outbound.js';
import { sendWaiting } from '../post/send-waiting.js';
import { readConfig } from '../store/config.js';
import { readLetterhead } from '../store/landlord-settings.js';
import type { Handler } from './handlers.js';

export const sendLetter: Handler<'send-letter'> = {
  writesToResidents: true,
  async run(trx, job, db) {
    if (job.caseId === null || job.seq === null) throw new Error('a letter belongs to an entry of a case');
    const config = readConfig();
    // Without a mail server letters are downloaded and posted; one that was set then and is gone now waits.
    if (config.smtpUrl === undefined) throw new Error('SMTP_URL is not set');
    const { email, name } = await readLetterhead(trx);
    const from = config.mailFrom ?? (email === '' ? `no-reply@${domainOf(config.smtpUrl)}` : email);
    const door = mailDoor(config.smtpUrl);
    try {
      await sendWaiting(
        {
          db,
          files: config.files,
          from: from.includes('<') ? from : `"${name.replaceAll(/["\\]/g, '')}" <${from}>`,
          replyTo: async () => (email === '' ? null : email),
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
