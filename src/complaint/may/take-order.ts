import type { Day } from '../../facts/days.js';
import type { OrderId, StaffId, WhichOmbudsman } from '../../facts/happened.js';
import { pounds } from '../../facts/money.js';
import type { Case } from '../case.js';
import { isAmountUpTo } from '../compensation.js';
import { no, unless, written } from '../objections.js';
import { dueWithin, hasTheirCase, ombudsmanMayWrite } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface TakeOrderRequest {
  readonly on: Day;
  readonly ombudsman: WhichOmbudsman;
  /** An order binds; a recommendation does not. */
  readonly kind: 'order' | 'wider-order' | 'recommendation';
  readonly text: string;
  readonly dueOn: Day | null;
  /** The letter states no day: it is recorded as one that is to be asked for. */
  readonly statesNoDate: boolean;
  readonly pence: number | null;
  readonly owner: StaffId | null;
}

/** More than any order of an Ombudsman to pay one resident: such a sum is a slip of the pen. */
const mostOrdered = 100_000_000;

/** What the Ombudsman orders or recommends, with the day that it states: an order is complied with by a day, or it is not. */
export function mayTakeOrder(c: Case, request: TakeOrderRequest, context: Context): Decision {
  const { on, ombudsman, kind, text, dueOn, statesNoDate, pence, owner } = request;
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      hasTheirCase(c, ombudsman),
      written('text', text, 'Write down what is ordered or recommended.'),
      dueOn === null && !statesNoDate
        ? no(
            'due-missing',
            'Enter the day by which the order says that it must be done, or say that it states none: then ask the Ombudsman for it.',
            { field: 'dueOn' },
          )
        : null,
      dueOn !== null && statesNoDate
        ? no('due-twice', 'Enter the day that the order states, or say that it states none: not both.', {
            field: 'dueOn',
          })
        : null,
      dueWithin(dueOn, on, 'dueOn', 'the day it was made', context),
      pence !== null && !isAmountUpTo(mostOrdered, pence)
        ? no(
            'pence-unreadable',
            `Enter the sum in pounds and pence, more than nothing and at most ${pounds(mostOrdered)}.`,
            {
              field: 'pence',
            },
          )
        : null,
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'OrderMade',
              ombudsman,
              order: context.newId<OrderId>(),
              binding: kind !== 'recommendation',
              wider: kind === 'wider-order',
              dueOn,
              pence,
              owner,
              words: context.keep(text),
            },
            on,
          },
        ],
        {
          warnings:
            dueOn === null && kind !== 'recommendation'
              ? ['It states no day: ask the Ombudsman by when it must be done, and record what it says']
              : [],
        },
      ),
  );
}
