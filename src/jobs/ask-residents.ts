/** Once a day: whether what was promised happened, and how a complaint was handled that has closed. Never in a demonstration. */
import type { Day } from '../facts/days.js';
import { askResidents } from '../post/ask-residents.js';
import type { Handler } from './handlers.js';

export const askResidentsJob: Handler<'ask-residents'> = {
  writesToResidents: true,
  async run(trx, { asked }, db) {
    await askResidents(db, trx.landlordId, asked.day as Day, new Date());
  },
};
