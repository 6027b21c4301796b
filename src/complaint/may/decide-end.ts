import { type Day, inWords } from '../../facts/days.js';
import type { PromiseId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless, written } from '../objections.js';
import { roleMay } from '../permitted.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { promiseIsOpen } from './move-promise.js';

export interface DecideEndRequest {
  readonly on: Day;
  readonly promise: PromiseId;
  readonly agreed: boolean;
  /** Why not; for whoever asked. */
  readonly reason: string | null;
}

/** A manager agrees that it will not be done, or does not: another person than the one who asked. */
export function mayDecideEnd(c: Case, request: DecideEndRequest, context: Context): Decision {
  const { on, promise: id, agreed, reason } = request;
  const promise = c.promises.find((p) => p.id === id);
  const asked = promise?.endAsked ?? null;
  return unless(
    [
      dayOfAct(c, on, context),
      promiseIsOpen(c, id, on),
      promise !== undefined && asked === null
        ? no('not-asked', 'Nobody asks to end this promise any more.', { field: 'promise' })
        : null,
      asked !== null && on < asked.on
        ? no('before-asked', `It was asked on ${inWords(asked.on)}. Check the day.`, { field: 'on' })
        : null,
      roleMay(context.by.roles, 'decide-end')
        ? null
        : no('role-may-not', 'Your role does not let you end a promise. Ask a manager.'),
      asked !== null && asked.by === context.by.staff
        ? no('own-asking', 'You asked for this promise to be ended. Another manager has to decide.')
        : null,
      agreed ? null : written('reason', reason, 'Write down why it goes on, for whoever asked.'),
    ],
    () => {
      if (!agreed || asked === null)
        return allow([{ what: { type: 'ActionEndTurnedDown', promise: id, reason: context.keep(reason ?? '') }, on }]);
      const { residentTold } = asked;
      return allow([{ what: { type: 'ActionEnded', promise: id, reason: asked.reason, residentTold }, on }], {
        warnings: residentTold
          ? []
          : ['Tell the resident why it will not be done. The case stays open until they know.'],
      });
    },
  );
}
