import { type Day, inWords } from '../../facts/days.js';
import type { PromiseId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, type Objection, unless, written } from '../objections.js';
import { roleMay } from '../permitted.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { promiseIsOpen } from './move-promise.js';

export interface DecideEndRequest {
  readonly on: Day;
  readonly promise: PromiseId;
  readonly agreed: boolean;
  /** Why not; for whoever asked. */
  readonly reason: string | null;
  /** The resident knows that it will not be done, and why. */
  readonly residentTold: boolean;
}

/** A manager agrees that it will not be done, or does not: another person than the one who asked. */
export function mayDecideEnd(c: Case, request: DecideEndRequest, context: Context): Decision {
  const { on, promise: id, agreed, reason, residentTold } = request;
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
      agreed && asked?.ground === 'replaced' ? replacementGone(c, id, asked.replacedBy) : null,
      agreed ? null : written('reason', reason, 'Write down why it goes on, for whoever asked.'),
    ],
    () => {
      if (!agreed || asked === null)
        return allow([{ what: { type: 'ActionEndTurnedDown', promise: id, reason: context.keep(reason ?? '') }, on }]);
      return allow([{ what: { type: 'ActionEnded', promise: id, reason: asked.reason, residentTold }, on }], {
        warnings: residentTold
          ? []
          : ['Tell the resident why it will not be done. The case stays open until they know.'],
      });
    },
  );
}

/** What was promised in its place may itself have been ended since: then nothing stands in its place any more. */
function replacementGone(c: Case, id: PromiseId, replacedBy: PromiseId | null): Objection {
  const other = c.promises.find((p) => p.id === replacedBy);
  return other === undefined || other.id === id || other.state === 'ended' || other.endAsked !== null
    ? no(
        'replacement-missing',
        'What was promised in its place is ended, or somebody asks to end it. Say no, and say what is to be promised instead.',
        { field: 'agreed' },
      )
    : null;
}
