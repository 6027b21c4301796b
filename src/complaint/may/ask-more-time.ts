import { type Day, inWords } from '../../facts/days.js';
import type { WhichOmbudsman } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { no, unless, withinTheCalendar, written } from '../objections.js';
import { openEvidence } from '../ombudsman-case.js';
import { evidenceWaits, ombudsmanMayWrite, theirCase } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AskMoreTimeRequest {
  readonly on: Day;
  readonly ombudsman: WhichOmbudsman;
  readonly newDate: Day;
  readonly reason: string;
}

/** Asked for, it changes nothing: the day stands until the Ombudsman agrees to another. */
export function mayAskMoreTime(c: Case, request: AskMoreTimeRequest, context: Context): Decision {
  const { on, ombudsman, newDate, reason } = request;
  const one = theirCase(c, ombudsman);
  const due = one === null ? null : (openEvidence(one)?.dueOn ?? null);
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      evidenceWaits(c, ombudsman),
      due !== null && newDate <= due
        ? no('not-later', `The evidence is due on ${inWords(due)}. Ask for a later day.`, { field: 'newDate' })
        : null,
      withinTheCalendar('newDate', newDate, context),
      written('reason', reason, 'Say why more time is needed.'),
    ],
    () =>
      allow([{ what: { type: 'EvidenceExtensionAsked', ombudsman, newDate, reason: context.keep(reason) }, on }], {
        warnings: due === null ? [] : [`Until the Ombudsman agrees, the evidence is due on ${inWords(due)}`],
      }),
  );
}
