/**
 * Some times a day: the words of complaints that are new, or to which something was added, are read for themes; and what
 * is news in the month that has ended is put to the senior lead.
 */
import { lastMonth } from '../reports/themes/months.js';
import { readConfig } from '../store/config.js';
import { inLandlord } from '../store/database.js';
import { readTerms } from '../store/themes/read-terms.js';
import { proposeRisks } from '../store/themes/risks.js';
import { tellSeniorLead } from '../store/themes/tell-lead.js';
import { londonDay } from '../store/today.js';
import type { LongHandler } from './handlers.js';

export const readThemes: LongHandler<'read-themes'> = {
  long: true,
  async run({ db, landlordId }) {
    await readTerms(db, landlordId);
    const now = new Date();
    await inLandlord(
      db,
      landlordId,
      async (trx) => {
        await proposeRisks(trx, lastMonth(londonDay(now)));
        await tellSeniorLead(trx, readConfig().address, now);
      },
      { statementTimeoutMs: 0 },
    );
  },
};
