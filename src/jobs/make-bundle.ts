/** Makes a bundle, from where it was when it is run again. What is finished stays. Nothing is sent to anybody. */

import { PaperFailed } from '../post/bundle/made-files.js';
import { makeBundle } from '../post/bundle/make-bundle.js';
import { stopMaking } from '../store/bundle-making.js';
import { readConfig } from '../store/config.js';
import { inLandlord } from '../store/database.js';
import type { LongHandler } from './handlers.js';

export const makeBundleJob: LongHandler<'make-bundle'> = {
  long: true,
  async run({ db, landlordId }, asked) {
    try {
      await makeBundle({ db, landlordId, files: readConfig().files }, asked.bundle);
    } catch (error) {
      // A paper takes its process with it each time: a person is told, and asks again once it is left out.
      if (!(error instanceof PaperFailed)) throw error;
      await inLandlord(db, landlordId, (trx) => stopMaking(trx, asked.bundle, 'failed', new Date()));
    }
  },
};
