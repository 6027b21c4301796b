/** Takes an import's cases back, each by an entry of its own, from where it was when it is run again. */
import { takeKeptRegisterBack } from '../store/take-kept-register.js';
import type { LongHandler } from './handlers.js';

export const takeRegisterBack: LongHandler<'take-register-back'> = {
  long: true,
  async run({ db, landlordId }, asked) {
    await takeKeptRegisterBack({ db, landlordId }, asked.import, new Date());
  },
};
