/** Each day: whoever sees to a restriction of contact, or a safety marker, hears that its review, or the answer to an appeal, is due or late. */
import type { Day } from '../facts/days.js';
import { remindOfBehaviour } from '../store/behaviour-reminders.js';
import { readConfig } from '../store/config.js';
import type { Handler } from './handlers.js';

export const remindBehaviour: Handler<'remind-behaviour'> = {
  writesToResidents: true,
  async run(trx, { asked }) {
    await remindOfBehaviour(trx, asked.day as Day, readConfig().address, new Date());
  },
};
