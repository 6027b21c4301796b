/** Makes a bundle, from where it was when it is run again. What is finished stays. Nothing is sent to anybody. */
import { makeBundle } from '../post/bundle/make-bundle.js';
import { readConfig } from '../store/config.js';
import type { LongHandler } from './handlers.js';

export const makeBundleJob: LongHandler<'make-bundle'> = {
  long: true,
  async run({ db, landlordId }, asked) {
    await makeBundle({ db, landlordId, files: readConfig().files }, asked.bundle);
  },
};
