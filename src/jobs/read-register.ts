/** Reads a large register that was sent: what its columns seem to mean, or what taking it would do. Writes no case. */
import { readConfig } from '../store/config.js';
import { readNow } from '../store/registers-sent.js';
import { londonDay } from '../store/today.js';
import type { LongHandler } from './handlers.js';

export const readRegister: LongHandler<'read-register'> = {
  long: true,
  async run({ db, landlordId }, { sent }) {
    await readNow({ db, landlordId, files: readConfig().files }, sent, londonDay(new Date()));
  },
};
