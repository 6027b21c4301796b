/** Takes a register's rows as cases, from where it was when it is run again. Nothing is sent to anybody. */
import { readConfig } from '../store/config.js';
import { takeKeptRegister } from '../store/take-kept-register.js';
import type { LongHandler } from './handlers.js';

export const takeRegister: LongHandler<'take-register'> = {
  long: true,
  async run({ db, landlordId }, asked) {
    await takeKeptRegister({ db, landlordId, files: readConfig().files }, asked.import, new Date());
  },
};
