import type { Day } from '../../facts/days.js';
import type { PromiseId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface SayIfDoneRequest {
  readonly on: Day;
  readonly promise: PromiseId;
  readonly done: boolean;
  readonly text: string | null;
}

/** 6.6: what the resident says. When it has not been done for them, the promise is open again; an end stays until a manager has looked. */
export function maySayIfDone(c: Case, request: SayIfDoneRequest, context: Context): Decision {
  const { on, promise: id, done, text } = request;
  const promise = c.promises.find((p) => p.id === id);
  return unless(
    [
      dayOfAct(c, on, context),
      promise === undefined
        ? no('no-such-promise', 'No such action was promised. Choose one that was.', { field: 'promise' })
        : null,
    ],
    () =>
      allow(
        [
          {
            what: { type: done ? 'ResidentSaidDone' : 'ResidentSaidNotDone', promise: id, words: kept(context, text) },
            on,
          },
        ],
        {
          warnings:
            !done && promise?.state === 'done'
              ? ['The promise is open again. Move its date, and tell the resident.']
              : !done && promise?.state === 'ended'
                ? ['The promise stays ended until a manager has looked at it. Promise anew what is still owed.']
                : [],
        },
      ),
  );
}
