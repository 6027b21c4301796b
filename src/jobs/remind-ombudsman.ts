/** Each day: whoever sees to what an Ombudsman waits for hears that it is due or late. */
import type { Day } from '../facts/days.js';
import { readConfig } from '../store/config.js';
import { remindOfOmbudsman } from '../store/ombudsman-reminders.js';
import type { Handler } from './handlers.js';

export const remindOmbudsman: Handler<'remind-ombudsman'> = {
  writesToResidents: true,
  async run(trx, { asked }) {
    await remindOfOmbudsman(trx, asked.day as Day, readConfig().address, new Date());
  },
};
