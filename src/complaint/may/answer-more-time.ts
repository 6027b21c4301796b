import { type Day, inWords } from '../../facts/days.js';
import type { WhichOmbudsman } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { no, unless, withinTheCalendar, written } from '../objections.js';
import { openEvidence } from '../ombudsman-case.js';
import { evidenceWaits, ombudsmanMayWrite, theirCase } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AnswerMoreTimeRequest {
  readonly on: Day;
  readonly ombudsman: WhichOmbudsman;
  readonly agreed: boolean;
  /** The day agreed to; null where it was not. */
  readonly newDate: Day | null;
  readonly text: string | null;
}

/** The Ombudsman agreed to a later day for the evidence, perhaps another than the one asked for, or it did not. */
export function mayAnswerMoreTime(c: Case, request: AnswerMoreTimeRequest, context: Context): Decision {
  const { on, ombudsman, agreed, newDate, text } = request;
  const one = theirCase(c, ombudsman);
  const due = one === null ? null : (openEvidence(one)?.dueOn ?? null);
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      evidenceWaits(c, ombudsman),
      agreed && newDate === null
        ? no('new-date-missing', 'Enter the day that the Ombudsman agreed to.', { field: 'newDate' })
        : null,
      agreed && newDate !== null && due !== null && newDate <= due
        ? no('not-later', `The evidence is due on ${inWords(due)} already. Enter the later day.`, { field: 'newDate' })
        : null,
      withinTheCalendar('newDate', newDate, context),
      agreed ? written('text', text, 'Say how the Ombudsman agreed: its letter, an e-mail, a call.') : null,
    ],
    () =>
      allow([
        {
          what:
            agreed && newDate !== null
              ? { type: 'EvidenceDateExtended', ombudsman, newDate, reason: context.keep(text ?? '') }
              : { type: 'EvidenceExtensionRefused', ombudsman, words: kept(context, text) },
          on,
        },
      ]),
  );
}
