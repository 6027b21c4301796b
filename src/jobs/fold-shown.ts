/** What cases show is counted in rows that each append adds to; some times a day they are summed up. No sum changes. */
import { foldTally } from '../store/shown-tally.js';
import type { Handler } from './handlers.js';

export const foldShown: Handler<'fold-shown'> = {
  writesToResidents: false,
  slow: true,
  async run(trx) {
    await foldTally(trx);
  },
};
