import { type Day, inWords } from '../../facts/days.js';
import type { PromiseId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { closesDoor } from '../closing-words.js';
import { dayOfAct, dayToCome, no, type Objection, told, unless } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface MovePromiseRequest {
  readonly on: Day;
  readonly promise: PromiseId;
  readonly newDate: Day;
  readonly reason: string;
  readonly residentTold: boolean;
}

/** 6.6: a promised date that moves, with its reason; the first date stays on record. */
export function mayMovePromise(c: Case, request: MovePromiseRequest, context: Context): Decision {
  const { on, promise: id, newDate, reason, residentTold } = request;
  const promise = c.promises.find((p) => p.id === id);
  return unless(
    [
      dayOfAct(c, on, context),
      promiseIsOpen(c, id, on),
      dayToCome('newDate', newDate, context, { workingDay: false, notBefore: on }),
      promise?.dueOn === newDate
        ? no('same-date', `It is due on ${inWords(newDate)} already. Choose another date.`, { field: 'newDate' })
        : null,
      told('reason', reason, 'Write down why the date moves.', provisionFor(c.edition, 'promise')),
      closesDoor(c, 'reason', reason, 'reason'),
    ],
    () =>
      allow([{ what: { type: 'ActionMoved', promise: id, newDate, reason: context.keep(reason), residentTold }, on }], {
        warnings: residentTold ? [] : ['Tell the resident about the new date.'],
      }),
  );
}

/** The action was promised by that day and is neither done nor ended. */
export function promiseIsOpen(c: Case, id: PromiseId, on: Day): Objection {
  const promise = c.promises.find((p) => p.id === id);
  if (promise === undefined)
    return no('no-such-promise', 'No such action was promised. Choose one that was.', { field: 'promise' });
  if (promise.state === 'done') return no('already-done', 'This action is done already.', { field: 'promise' });
  if (promise.state === 'ended') return no('already-ended', 'This action was ended already.', { field: 'promise' });
  if (on < promise.promisedOn)
    return no('before-promised', 'It was promised after that day. Check the day.', { field: 'on' });
  return null;
}
