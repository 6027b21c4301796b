/**
 * Each day: whoever looks after a piece of evidence that expires, or is to be reviewed, hears of it by e-mail, where mail is
 * set up. It stands on their first page either way. A demonstration writes to nobody.
 */

import type { Day } from '../facts/days.js';
import { inWords } from '../facts/days.js';
import { staffMail } from '../post/staff-mail.js';
import { readConfig } from '../store/config.js';
import { inLandlord } from '../store/database.js';
import { claimReminder, type ReminderToSend, remindersToSend } from '../store/evidence-reminders.js';
import type { Handler } from './handlers.js';

export function reminderText({ title, about, on }: ReminderToSend, address: string): string {
  const what = about === 'expiry' ? 'holds until' : 'is to be reviewed on';
  return [
    `You look after the piece of evidence ‘${title}’ for the self-assessment against the Complaint Handling Code.`,
    `It ${what} ${inWords(on)}.${about === 'expiry' ? ' After that day it no longer counts as evidence.' : ''}`,
    `${address}/self-assessment/evidence`,
  ].join('\n\n');
}

export const remindEvidence: Handler<'remind-evidence'> = {
  writesToResidents: true,
  async run(trx, { asked }, db) {
    const config = readConfig();
    const waiting = await remindersToSend(trx, asked.day as Day);
    if (waiting.length === 0) return;
    const mail = await staffMail(trx, config, new Date());
    if (mail === null) return;
    try {
      for (const reminder of waiting) {
        // Committed before it leaves: a reminder that is lost is on the first page, one that goes twice is a nuisance.
        if (!(await inLandlord(db, trx.landlordId, (own) => claimReminder(own, reminder)))) continue;
        await mail.send({
          to: reminder.to,
          subject: `${reminder.about === 'expiry' ? 'Expires' : 'To be reviewed'} on ${inWords(reminder.on)}: ${reminder.title}`,
          text: reminderText(reminder, config.address),
          key: `evidence-${reminder.pieceId}-${reminder.on}-${reminder.daysBefore}`,
          reference: 'evidence',
        });
      }
    } finally {
      mail.close();
    }
  },
};
