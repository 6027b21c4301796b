/**
 * Each day: what somebody began to tell and did not send for thirty days is erased with its files, and what was counted
 * of the form's use is forgotten.
 */
import { draftsToErase, eraseDrafts } from '../store/complaint-drafts.js';
import { readConfig } from '../store/config.js';
import { inLandlord } from '../store/database.js';
import { sweepFiles } from '../store/documents.js';
import { forgetFormUse } from '../store/form-use.js';
import type { LongHandler } from './handlers.js';

export const forgetDrafts: LongHandler<'forget-drafts'> = {
  long: true,
  async run({ db, landlordId }) {
    const now = new Date();
    await inLandlord(db, landlordId, async (trx) => {
      await eraseDrafts(trx, await draftsToErase(trx, now));
      await forgetFormUse(trx, now);
    });
    await sweepFiles(db, readConfig().files, landlordId);
  },
};
