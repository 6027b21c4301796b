/** Each day: whoever sees to an improvement hears that it is due or late, and whoever may review that one waits for it. */
import type { Day } from '../facts/days.js';
import { readConfig } from '../store/config.js';
import { remindOfImprovements } from '../store/improvement-reminders.js';
import type { Handler } from './handlers.js';

export const remindImprovementsJob: Handler<'remind-improvements'> = {
  writesToResidents: true,
  async run(trx, { asked }) {
    await remindOfImprovements(trx, asked.day as Day, readConfig().address, new Date());
  },
};
