import { type Day, inWords } from '../../facts/days.js';
import type { PromiseId, Sending } from '../../facts/happened.js';
import type { Case, PromiseMade } from '../case.js';
import { changeUntold } from '../change-told.js';
import { dayOfAct, no, type Objection, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface TellChangeRequest {
  readonly on: Day;
  readonly promise: PromiseId;
  readonly how: Sending;
}

/** 6.6: the resident is told of a new date, or that it will not be done, and why. */
export function mayTellChange(c: Case, request: TellChangeRequest, context: Context): Decision {
  const { on, promise: id, how } = request;
  const promise = c.promises.find((p) => p.id === id);
  return unless(
    [
      dayOfAct(c, on, context),
      promise === undefined
        ? no('no-such-promise', 'No such action was promised. Choose one that was.', { field: 'promise' })
        : null,
      promise !== undefined && !changeUntold(promise)
        ? no('nothing-to-tell', 'The resident knows of every change to this promise.', { field: 'promise' })
        : null,
      promise !== undefined ? afterChange(promise, on) : null,
    ],
    () => allow([{ what: { type: 'ActionChangeTold', promise: id, how }, on }]),
  );
}

function afterChange(p: PromiseMade, on: Day): Objection {
  const changed = p.state === 'ended' ? p.endedOn : (p.moves.findLast((move) => !move.residentTold)?.on ?? null);
  return changed !== null && on < changed
    ? no('before-change', `It was changed on ${inWords(changed)}. Check the day.`, { field: 'on' })
    : null;
}
