/** As what an answer about a promise is recorded: said once it stands, and what is said again is a message. */
import type { Case, PromiseMade } from '../case.js';
import { askedSince, endDisputed } from './did-it-happen.js';

export const promiseAnswers = ['yes', 'no', 'not-yet'] as const;
export type PromiseAnswer = (typeof promiseAnswers)[number];

/**
 * Of what we hold to be done, 'not yet' is a no, and so it is of what they said had happened: it takes their yes back. Of
 * what is open it is a message, and we ask again. Somebody who has said no and has had no new date since has it open
 * already: nobody is told of it twice, and what more they say is a message. What was ended they dispute by a no.
 */
export function toldAs(c: Case, promise: PromiseMade, answer: PromiseAnswer): 'done' | 'not-done' | 'message' {
  if (promise.state === 'ended') {
    if (answer === 'no') return endDisputed(c, promise) ? 'message' : 'not-done';
    return answer === 'yes' && promise.residentSays !== 'done' ? 'done' : 'message';
  }
  const stands = askedSince(c, promise) === null ? promise.residentSays : null;
  if (answer === 'yes') return stands === 'done' ? 'message' : 'done';
  if (promise.state === 'done' || stands === 'done') return 'not-done';
  return answer === 'not-yet' || stands === 'not-done' ? 'message' : 'not-done';
}
