import { type Day, inWords } from '../../facts/days.js';
import type { EndGround, PromiseId } from '../../facts/happened.js';
import type { Case, PromiseMade } from '../case.js';
import { closesDoor } from '../closing-words.js';
import { dayOfAct, no, type Objection, told, unless } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { promiseIsOpen } from './move-promise.js';

export interface EndPromiseRequest {
  readonly on: Day;
  readonly promise: PromiseId;
  readonly ground: EndGround;
  readonly reason: string;
  /** What was promised in its place. */
  readonly replacedBy: PromiseId | null;
}

/** Practice, no provision: visits on as many days have to be on record before something is given up for want of access. */
const visitsBeforeNoAccess = 3;

/**
 * 6.6: something promised will not be done after all. Only for one of four reasons, in words for the resident, and only
 * when a manager agrees: until then it is open, with its date.
 */
export function mayEndPromise(c: Case, request: EndPromiseRequest, context: Context): Decision {
  const { on, promise: id, ground, reason, replacedBy } = request;
  const promise = c.promises.find((p) => p.id === id);
  return unless(
    [
      dayOfAct(c, on, context),
      promiseIsOpen(c, id, on),
      promise !== undefined && promise.endAsked !== null
        ? no(
            'already-asked',
            `A manager was asked on ${inWords(promise.endAsked.on)} already, and has not decided yet.`,
            {
              field: 'promise',
            },
          )
        : null,
      ground === 'no-access' && promise !== undefined ? visitsOffered(promise) : null,
      ground === 'replaced' ? replacement(c, id, replacedBy) : null,
      told('reason', reason, 'Write down why it will not be done.', provisionFor(c.edition, 'promise')),
      closesDoor(c, 'reason', reason, 'reason'),
    ],
    () =>
      allow([
        {
          what: {
            type: 'ActionEndAsked',
            promise: id,
            ground,
            reason: context.keep(reason),
            replacedBy: ground === 'replaced' ? replacedBy : null,
            // They are told of what a manager has agreed to, never of what is only asked.
            residentTold: false,
          },
          on,
        },
      ]),
  );
}

function visitsOffered({ visits }: PromiseMade): Objection {
  const days = new Set(visits.map(({ visitOn }) => visitOn)).size;
  if (days >= visitsBeforeNoAccess) return null;
  const said = days === 0 ? 'None is on record' : days === 1 ? '1 is on record' : `${days} are on record`;
  return no(
    'too-few-visits',
    `Before it is given up, the resident has to be offered a visit on ${visitsBeforeNoAccess} different days. ${said}: record each visit that came to nothing first.`,
    { field: 'ground' },
  );
}

/** What stands in its place has still to be done, and is not about to be ended for something else. */
function replacement(c: Case, id: PromiseId, replacedBy: PromiseId | null): Objection {
  const other = c.promises.find((p) => p.id === replacedBy);
  return other === undefined || other.id === id || other.state !== 'open' || other.endAsked !== null
    ? no('replacement-missing', 'Choose what was promised in its place. If it is not there yet, promise it first.', {
        field: 'replacedBy',
      })
    : null;
}
