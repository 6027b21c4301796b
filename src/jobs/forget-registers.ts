/** Registers that were sent and that nobody took up for a month are thrown away with their files: they name residents. So are sheets of figures after a day. */
import { day as dayOf } from '../facts/days.js';
import { readConfig } from '../store/config.js';
import { inLandlord } from '../store/database.js';
import { sweepFiles } from '../store/documents.js';
import { forgetOldRegisters } from '../store/registers-sent.js';
import { forgetOldSheets } from '../store/sheets-kept.js';
import type { LongHandler } from './handlers.js';

export const forgetRegisters: LongHandler<'forget-registers'> = {
  long: true,
  async run({ db, landlordId }, { day }) {
    await inLandlord(db, landlordId, async (trx) => {
      await forgetOldRegisters(trx, dayOf(day));
      await forgetOldSheets(trx);
    });
    await sweepFiles(db, readConfig().files, landlordId);
  },
};
