/** Once a day: the packs whose day has come are made, for whoever reads them. Nobody is written to. */
import type { Day } from '../facts/days.js';
import { makePacksDue } from '../store/make-packs.js';
import type { Handler } from './handlers.js';

export const makePacksJob: Handler<'make-packs'> = {
  writesToResidents: false,
  slow: true,
  async run(trx, { asked }) {
    await makePacksDue(trx, asked.day as Day);
  },
};
