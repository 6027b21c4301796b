/**
 * Each day: what somebody began to tell and did not send for thirty days is erased with its files, and what was counted
 * of the form's use is forgotten. Bytes that came and that nothing ever named go, and what a killed process left behind.
 */
import { tmpdir } from 'node:os';
import { takeAwayLeftBehind } from '../post/left-behind.js';
import { draftsToErase, eraseDrafts, forgetDraftLinks } from '../store/complaint-drafts.js';
import { readConfig } from '../store/config.js';
import { inLandlord } from '../store/database.js';
import { sweepFiles } from '../store/documents.js';
import { forgetFormUse } from '../store/form-use.js';
import { draftDays } from '../store/resident-sessions.js';
import { sweepUnnamed } from '../store/sweep-unnamed.js';
import type { LongHandler } from './handlers.js';

export const forgetDrafts: LongHandler<'forget-drafts'> = {
  long: true,
  async run({ db, landlordId }) {
    const now = new Date();
    await inLandlord(db, landlordId, async (trx) => {
      await eraseDrafts(trx, await draftsToErase(trx, now));
      // A backup holds no draft, and may hold the link that led to one.
      await forgetDraftLinks(trx, { before: new Date(now.getTime() - draftDays * 86_400_000) });
      await forgetFormUse(trx, now);
    });
    const { files } = readConfig();
    await sweepFiles(db, files, landlordId);
    await sweepUnnamed(db, files, landlordId, now);
    await takeAwayLeftBehind(tmpdir(), now);
  },
};
