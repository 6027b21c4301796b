/** Each day: whoever sees to a promise hears that it is due or late, and managers of what has been late for a week. */
import type { Day } from '../facts/days.js';
import { readConfig } from '../store/config.js';
import { remindOfPromises } from '../store/promise-reminders.js';
import type { Handler } from './handlers.js';

export const remindPromisesJob: Handler<'remind-promises'> = {
  writesToResidents: true,
  async run(trx, { asked }) {
    await remindOfPromises(trx, asked.day as Day, readConfig().address, new Date());
  },
};
