import type { Day } from '../../facts/days.js';
import type { PromiseId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { promiseIsOpen } from './move-promise.js';

export interface EndPromiseRequest {
  readonly on: Day;
  readonly promise: PromiseId;
  readonly reason: string;
  readonly residentTold: boolean;
}

/** 6.6: a promised action that will not be done any more, with the reason that the resident is told. */
export function mayEndPromise(c: Case, request: EndPromiseRequest, context: Context): Decision {
  const { on, promise, reason, residentTold } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      promiseIsOpen(c, promise, on),
      written('reason', reason, 'Write down why it will not be done.', provisionFor(c.edition, 'promise')),
    ],
    () =>
      allow([{ what: { type: 'ActionEnded', promise, reason: context.keep(reason), residentTold }, on }], {
        warnings: residentTold ? [] : ['Tell the resident why it will not be done.'],
      }),
  );
}
