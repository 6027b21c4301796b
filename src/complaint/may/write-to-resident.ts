import type { Day } from '../../facts/days.js';
import type { File, PersonId } from '../../facts/happened.js';
import { accessTo } from '../access.js';
import type { Case } from '../case.js';
import { closesDoor } from '../closing-words.js';
import { atLeastOne, dayOfAct, no, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface WriteToResidentRequest {
  readonly on: Day;
  readonly to: readonly PersonId[];
  readonly text: string;
  readonly files: readonly File[];
  /** Where the words were typed, if elsewhere than in a field for the message. */
  readonly field?: string;
}

/** 5.12: what is written to the people of a case on their own page is on its record; each sees what was written to them. */
export function mayWriteToResident(c: Case, request: WriteToResidentRequest, context: Context): Decision {
  const { on, to, text, files, field = 'text' } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      atLeastOne('to', to, 'Choose whom you write to.'),
      to.some((person) => accessTo(c, person, on) === null)
        ? no('not-theirs-to-read', 'That person may not read this case, so write to the resident.', {
            field: 'to',
            provision: provisionFor(c.edition, 'representative'),
          })
        : null,
      written('text', text, 'Write down what you want to say.'),
      closesDoor(c, 'message', text, field),
    ],
    () => allow([{ what: { type: 'MessageSent', to, how: 'portal', words: context.keep(text), files }, on }]),
  );
}
