/**
 * Some times a day: the words of complaints that are new, or to which something was added, are read for themes; and what
 * is news in the month that has ended is put to the senior lead.
 */
import { lastMonth } from '../reports/themes/months.js';
import { inLandlord } from '../store/database.js';
import { readTerms } from '../store/themes/read-terms.js';
import { proposeRisks } from '../store/themes/risks.js';
import { londonDay } from '../store/today.js';
import type { LongHandler } from './handlers.js';

export const readThemes: LongHandler<'read-themes'> = {
  long: true,
  async run({ db, landlordId }) {
    await readTerms(db, landlordId);
    await inLandlord(db, landlordId, (trx) => proposeRisks(trx, lastMonth(londonDay(new Date()))), {
      statementTimeoutMs: 0,
    });
  },
};
