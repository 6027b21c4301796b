/** Rings whoever is on call for an emergency, and again until somebody has taken it; at any hour. */
import { ringAlarm } from '../store/alarms.js';
import { readConfig } from '../store/config.js';
import type { Handler } from './handlers.js';

export const ringOnCall: Handler<'ring-on-call'> = {
  writesToResidents: true,
  async run(trx, { asked }) {
    // When it is not its time yet, or somebody has taken it, there is nothing to do: it may run twice.
    await ringAlarm(trx, asked.alarm, new Date(), readConfig().address);
  },
};
