import type { Day } from '../../facts/days.js';
import type { File, PromiseId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { promiseIsOpen } from './move-promise.js';

export interface KeepPromiseRequest {
  readonly on: Day;
  readonly promise: PromiseId;
  readonly proof: string;
  readonly files: readonly File[];
}

/** 6.6, 7.3: a promised action is done, with proof; also after the stage has ended. */
export function mayKeepPromise(c: Case, request: KeepPromiseRequest, context: Context): Decision {
  const { on, promise, proof, files } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      promiseIsOpen(c, promise, on),
      written('proof', proof, 'Say what shows that it was done.', provisionFor(c.edition, 'promise')),
    ],
    () => allow([{ what: { type: 'ActionDone', promise, proof: context.keep(proof), files }, on }]),
  );
}
