/** Somebody asked for a code by typing an address: if it is on record, the message goes there, and nowhere else. */
import { answerCodeRequest } from '../store/one-time-codes.js';
import type { Handler } from './handlers.js';

export const answerCodeRequestJob: Handler<'answer-code-request'> = {
  // It only queues a message, which a demonstration never sends.
  writesToResidents: false,
  run: (trx, job) => answerCodeRequest(trx, job.asked.request, new Date()),
};
