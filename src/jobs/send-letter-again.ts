/** Another try with a letter: after a pause, or when what held it is over. */
import type { Handler } from './handlers.js';
import { sendOne } from './send-letter.js';

export const sendLetterAgain: Handler<'send-letter-again'> = {
  writesToResidents: true,
  run: (trx, { asked }, db) => sendOne(trx, db, asked.case, asked.seq),
};
