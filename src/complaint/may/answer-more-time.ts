import { type Day, inWords } from '../../facts/days.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { no, unless, withinTheCalendar, written } from '../objections.js';
import { evidenceChosen, evidenceNamed, ombudsmanMayWrite } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AnswerMoreTimeRequest {
  readonly on: Day;
  /** The entry of the request for evidence; null: the only one that waits. */
  readonly request: number | null;
  readonly agreed: boolean;
  /** The day agreed to; null where it was not. */
  readonly newDate: Day | null;
  readonly text: string | null;
}

/** The Ombudsman agreed to a later day for the evidence, perhaps another than the one asked for, or it did not. */
export function mayAnswerMoreTime(c: Case, request: AnswerMoreTimeRequest, context: Context): Decision {
  const { on, agreed, newDate, text } = request;
  const named = request.request === null ? [] : [request.request];
  const [waiting] = evidenceNamed(c, named);
  const due = waiting?.dueOn ?? null;
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      evidenceChosen(c, named, 'request'),
      agreed && newDate === null
        ? no('new-date-missing', 'Enter the day that the Ombudsman agreed to.', { field: 'newDate' })
        : null,
      agreed && newDate !== null && due !== null && newDate <= due
        ? no('not-later', `The evidence is due on ${inWords(due)} already. Enter the later day.`, { field: 'newDate' })
        : null,
      withinTheCalendar('newDate', newDate, context),
      agreed ? written('text', text, 'Say how the Ombudsman agreed: its letter, an e-mail, a call.') : null,
    ],
    () => {
      if (waiting === undefined) return allow([]);
      const about = { ombudsman: waiting.ombudsman, request: waiting.seq };
      return allow([
        {
          what:
            agreed && newDate !== null
              ? { type: 'EvidenceDateExtended', ...about, newDate, reason: context.keep(text ?? '') }
              : { type: 'EvidenceExtensionRefused', ...about, words: kept(context, text) },
          on,
        },
      ]);
    },
  );
}
