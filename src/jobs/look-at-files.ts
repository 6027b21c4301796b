/** Looks at files that were sent: at one after the other, whoever's they are, so that letters never wait for pictures. */
import { lookAtFiles } from '../post/look-at-files.js';
import { readConfig } from '../store/config.js';
import type { LandlordId } from '../store/database.js';
import type { LongHandler } from './handlers.js';

const wanted = new Set<LandlordId>();
let looking = false;

export const lookAtFilesJob: LongHandler<'look-at-files'> = {
  long: true,
  async run({ db, landlordId }) {
    wanted.add(landlordId);
    // Whoever is at it takes these too; if it dies over them, the next round asks again (see-to-files.ts).
    if (looking) return;
    looking = true;
    try {
      const { files } = readConfig();
      for (const id of wanted) {
        wanted.delete(id);
        await lookAtFiles({ db, files, landlordId: id });
      }
    } finally {
      looking = false;
    }
  },
};
