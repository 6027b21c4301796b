import { type Day, inWords } from '../../facts/days.js';
import type { Case } from '../case.js';
import { no, unless, withinTheCalendar, written } from '../objections.js';
import { evidenceChosen, evidenceNamed, ombudsmanMayWrite } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AskMoreTimeRequest {
  readonly on: Day;
  /** The entry of the request for evidence; null: the only one that waits. */
  readonly request: number | null;
  readonly newDate: Day;
  readonly reason: string;
}

/** Asked for, it changes nothing: the day stands until the Ombudsman agrees to another. */
export function mayAskMoreTime(c: Case, request: AskMoreTimeRequest, context: Context): Decision {
  const { on, newDate, reason } = request;
  const named = request.request === null ? [] : [request.request];
  const [waiting] = evidenceNamed(c, named);
  const due = waiting?.dueOn ?? null;
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      evidenceChosen(c, named, 'request'),
      due !== null && newDate <= due
        ? no('not-later', `The evidence is due on ${inWords(due)}. Ask for a later day.`, { field: 'newDate' })
        : null,
      withinTheCalendar('newDate', newDate, context),
      written('reason', reason, 'Say why more time is needed.'),
    ],
    () =>
      waiting === undefined
        ? allow([])
        : allow(
            [
              {
                what: {
                  type: 'EvidenceExtensionAsked',
                  ombudsman: waiting.ombudsman,
                  newDate,
                  reason: context.keep(reason),
                  request: waiting.seq,
                },
                on,
              },
            ],
            { warnings: [`Until the Ombudsman agrees, the evidence is due on ${inWords(waiting.dueOn)}`] },
          ),
  );
}
