import type { Day } from '../../facts/days.js';
import type { Channel, File, Hearer } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless, written } from '../objections.js';
import { openedFrom } from '../opening.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface RaiseAgainRequest {
  readonly on: Day;
  readonly channel: Channel;
  readonly firstHeardBy: Hearer;
  readonly text: string;
  readonly files: readonly File[];
}

/** What was withdrawn and is raised again is a new case, linked to the old one, received on the day it is raised again. */
export function mayRaiseAgain(c: Case, request: RaiseAgainRequest, context: Context): Decision {
  const { on, channel, firstHeardBy, text, files } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      c.withdrawal === null ? no('not-withdrawn', 'This case was not withdrawn, so it goes on as it is.') : null,
      c.withdrawal !== null && on < c.withdrawal.on
        ? no('before-the-withdrawal', 'It was withdrawn after that day. Check the day.', { field: 'on' })
        : null,
      written('text', text, 'Write down what the resident said.'),
    ],
    () => {
      const words = context.keep(text);
      const opening = openedFrom(c, { on, channel, firstHeardBy, words, files, relation: 'raised-again' }, context);
      return allow([{ what: { type: 'CaseLinked', to: opening.id, relation: 'raised-again', reason: null }, on }], {
        opens: [opening],
      });
    },
  );
}
