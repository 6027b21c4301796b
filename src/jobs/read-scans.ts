/** Reads scanned post that waits: one document after the other, whoever's it is. */
import { readScans } from '../post/read-scans.js';
import { readConfig } from '../store/config.js';
import type { LongHandler } from './handlers.js';

let reading = false;

export const readScansJob: LongHandler<'read-scans'> = {
  long: true,
  async run({ db, landlordId }) {
    // The round asks again as long as anything waits (see-to-files.ts).
    if (reading) return;
    reading = true;
    try {
      await readScans({ db, files: readConfig().files, landlordId });
    } finally {
      reading = false;
    }
  },
};
