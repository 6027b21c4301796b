/** Once a day the heads of a landlord's histories are noted, so that a tail that is removed later can be seen. */
import type { Day } from '../facts/days.js';
import { takeAnchor } from '../store/anchors.js';
import type { Handler } from './handlers.js';

export const takeAnchorJob: Handler<'take-anchor'> = {
  writesToResidents: false,
  async run(trx, { asked }) {
    await takeAnchor(trx, asked.day as Day, new Date());
  },
};
