/** Some times a day: the words of complaints that are new, or to which something was added, are read for themes. */
import { readTerms } from '../store/themes/read-terms.js';
import type { LongHandler } from './handlers.js';

export const readThemes: LongHandler<'read-themes'> = {
  long: true,
  async run({ db, landlordId }) {
    await readTerms(db, landlordId);
  },
};
