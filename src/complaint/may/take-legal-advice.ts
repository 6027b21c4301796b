import type { Day } from '../../facts/days.js';
import type { LegalPhrase } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { atLeastOne, dayOfAct, isComplaint, told, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface TakeLegalAdviceRequest {
  readonly on: Day;
  readonly about: readonly LegalPhrase[];
  /** The adviser by name. */
  readonly adviser: string;
  readonly reason: string;
}

/** ‘Full and final’ and ‘without prejudice’ have no place in an answer to a complaint, unless a named adviser says why. */
export function mayTakeLegalAdvice(c: Case, request: TakeLegalAdviceRequest, context: Context): Decision {
  const { on, about, adviser, reason } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      isComplaint(c, on),
      atLeastOne('about', about, 'Choose which words the letter needs.'),
      told('adviser', adviser, 'Enter the name of the legal adviser.'),
      told('reason', reason, 'Write down the adviser’s reason for this case.'),
    ],
    () =>
      allow([
        {
          what: {
            type: 'LegalAdviceGiven',
            about,
            adviser: context.keep(adviser),
            reason: context.keep(reason),
          },
          on,
        },
      ]),
  );
}
