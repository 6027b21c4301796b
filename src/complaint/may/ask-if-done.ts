import type { Day } from '../../facts/days.js';
import type { PromiseId, Sending } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { type LetterOut, letterIsWhole, letterSent } from '../letter-out.js';
import { dayOfAct, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AskIfDoneRequest {
  readonly on: Day;
  readonly promise: PromiseId;
  readonly how: Sending;
  readonly letter: LetterOut | null;
}

/** 6.6: the resident is asked whether what we promised has really been done. */
export function mayAskIfDone(c: Case, request: AskIfDoneRequest, context: Context): Decision {
  const { on, promise: id, how, letter } = request;
  const promise = c.promises.find((p) => p.id === id);
  return unless(
    [
      dayOfAct(c, on, context),
      promise === undefined
        ? no('no-such-promise', 'No such action was promised. Choose one that was.', { field: 'promise' })
        : null,
      promise?.state === 'ended'
        ? no('already-ended', 'This action was ended, so there is nothing to ask.', { field: 'promise' })
        : null,
      letterIsWhole(c, letter),
    ],
    () =>
      allow([
        { what: { type: 'ResidentAskedIfDone', promise: id, how }, on },
        ...letterSent(letter, 'promise-kept', promise?.stage ?? null, on, context),
      ]),
  );
}
