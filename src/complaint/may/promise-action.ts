import type { Day } from '../../facts/days.js';
import type { PointId, PromiseId, StaffId, TeamId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { closesDoor } from '../closing-words.js';
import { dayOfAct, dayToCome, isComplaint, no, noConflict, pointsAre, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface PromiseActionRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly points: readonly PointId[];
  readonly text: string;
  readonly owner: StaffId | null;
  readonly team: TeamId | null;
  readonly dueOn: Day;
  readonly agreedWithResident: boolean;
}

/** 6.6, 7.3: an action that the resident is promised has an owner and a date, and is followed until it is done. */
export function mayPromiseAction(c: Case, request: PromiseActionRequest, context: Context): Decision {
  const { on, stage, points, text, owner, team, dueOn, agreedWithResident } = request;
  const provision = provisionFor(c.edition, 'promise');
  return unless(
    [
      dayOfAct(c, on, context),
      isComplaint(c, on),
      noConflict(c, context.by.staff),
      c.stages[stage] === null
        ? no('no-such-stage', 'The case has no such stage. Choose the stage it is in.', { field: 'stage' })
        : null,
      pointsAre(c, points, 'standing'),
      written('text', text, 'Write down what will be done.', provision),
      closesDoor(c, 'promise', text, 'text'),
      owner === null && team === null
        ? no('owner-missing', 'Choose the person or the team who will do it.', { field: 'owner', provision })
        : null,
      // Recorded late, what was promised may have come due meanwhile.
      dayToCome('dueOn', dueOn, context, { workingDay: false, notBefore: on }),
    ],
    () =>
      allow([
        {
          what: {
            type: 'ActionPromised',
            promise: context.newId<PromiseId>(),
            stage,
            points,
            words: context.keep(text),
            owner,
            team,
            dueOn,
            agreedWithResident,
          },
          on,
        },
      ]),
  );
}
