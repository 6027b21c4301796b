/**
 * Whoever was asked for words of a report hears of it by e-mail, where mail is set up: at once, shortly before the day, on
 * the day, and each week after. It stands on their first page either way. A demonstration writes to nobody.
 */
import { type Day, inWords } from '../facts/days.js';
import { staffMail } from '../post/staff-mail.js';
import { placeOf } from '../reports/annual/places.js';
import { financialYear } from '../reports/period.js';
import { readConfig } from '../store/config.js';
import { inLandlord } from '../store/database.js';
import { type Due, noteReminder, remindersDue } from '../store/report-asks.js';
import type { Handler } from './handlers.js';

export function askText(ask: Due, today: Day, address: string): string {
  const place = placeOf(ask.place);
  return [
    `${ask.askedBy ?? 'A colleague'} asks you for a few words for the annual complaints report ${financialYear(ask.year).name}: ${place?.title ?? ask.place}.`,
    ...(place === null ? [] : [place.asks]),
    ask.dueOn < today ? `They were wanted by ${inWords(ask.dueOn)}.` : `They are wanted by ${inWords(ask.dueOn)}.`,
    `${address}/reports/annual/${ask.report}/words/${ask.place}`,
  ].join('\n\n');
}

export const remindReportAsks: Handler<'remind-report-asks'> = {
  writesToResidents: true,
  async run(trx, { asked }, db) {
    const config = readConfig();
    const today = asked.day as Day;
    const waiting = await remindersDue(trx, today);
    if (waiting.length === 0) return;
    const mail = await staffMail(trx, config, new Date());
    if (mail === null) return;
    try {
      for (const ask of waiting) {
        // Committed before it leaves: a reminder that is lost is on the first page, one that goes twice is a nuisance.
        if (!(await inLandlord(db, trx.landlordId, (own) => noteReminder(own, ask.id, today, true)))) continue;
        await mail.send({
          to: { name: ask.askedName, address: ask.email },
          subject: `Words for the annual report, by ${inWords(ask.dueOn)}`,
          text: askText(ask, today, config.address),
          key: `report-ask-${ask.id}-${today}`,
          reference: 'report',
        });
      }
    } finally {
      mail.close();
    }
  },
};
