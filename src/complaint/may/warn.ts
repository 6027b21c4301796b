import type { Day } from '../../facts/days.js';
import type { PersonId } from '../../facts/happened.js';
import { type BehaviourRecord, incidentBefore, isInCase } from '../behaviour/rules.js';
import type { Case } from '../case.js';
import { type LetterOut, letterIsWhole, letterSent } from '../letter-out.js';
import { dayOfAct, no, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface WarnRequest {
  readonly on: Day;
  readonly person: PersonId | null;
  /** What has to change, as they are told. */
  readonly text: string;
  readonly record: BehaviourRecord;
  /** Null only while it is asked whether a letter may be begun. */
  readonly letter: LetterOut | null;
}

/** 5.14: they are told in writing what was not acceptable and what has to change, before anything is restricted. */
export function mayWarn(c: Case, request: WarnRequest, context: Context): Decision {
  const { on, person, text, record, letter } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      isInCase(c, person),
      incidentBefore(c, record, on),
      written('text', text, 'Write down what has to change.', provisionFor(c.edition, 'behaviour')),
      letter !== null && person !== null && !letter.to.includes(person)
        ? no('not-to-them', 'A warning goes to the person it is about. Begin the letter again, to them.', {
            field: 'letter',
          })
        : null,
      letterIsWhole(c, letter),
    ],
    () =>
      allow([
        {
          what: { type: 'BehaviourWarned', words: context.keep(text), letter: letter?.id ?? null, by: person },
          on,
        },
        ...letterSent(letter, 'behaviour-warning', null, on, context),
      ]),
  );
}
