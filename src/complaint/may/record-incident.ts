import type { Day } from '../../facts/days.js';
import type { File, PersonId } from '../../facts/happened.js';
import { isInCase } from '../behaviour/rules.js';
import type { Case } from '../case.js';
import { dayOfAct, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface RecordIncidentRequest {
  readonly on: Day;
  readonly person: PersonId | null;
  readonly text: string;
  /** What shows it: a recording, a message, a photograph. */
  readonly files: readonly File[];
}

/** 5.14: what happened, on the day it happened, with what shows it. Nothing follows from it by itself. */
export function mayRecordIncident(c: Case, request: RecordIncidentRequest, context: Context): Decision {
  const { on, person, text, files } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      isInCase(c, person),
      written(
        'text',
        text,
        'Write down what was said or done, and to whom, as it happened.',
        provisionFor(c.edition, 'behaviour'),
      ),
    ],
    () =>
      allow([{ what: { type: 'BehaviourIncidentRecorded', words: context.keep(text), by: person, files }, on }], {
        warnings: ['Their complaint goes on as before.'],
      }),
  );
}
