import type { Day } from '../../facts/days.js';
import type { File } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { no, unless } from '../objections.js';
import { evidenceChosen, evidenceNamed, ombudsmanMayWrite } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface SendEvidenceRequest {
  readonly on: Day;
  /** The entries of the requests that it answers; none: the only one that waits. */
  readonly answers: readonly number[];
  readonly pages: number;
  readonly files: readonly File[];
}

/** What was asked for went to the Ombudsman, however it was put together. */
export function maySendEvidence(c: Case, request: SendEvidenceRequest, context: Context): Decision {
  const { on, answers, pages, files } = request;
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      evidenceChosen(c, answers, 'answers'),
      Number.isSafeInteger(pages) && pages > 0
        ? null
        : no('pages-unreadable', 'Enter how many pages were sent, as a whole number from 1.', { field: 'pages' }),
    ],
    () =>
      allow([
        { what: { type: 'BundleSent', files, pages, answers: evidenceNamed(c, answers).map(({ seq }) => seq) }, on },
      ]),
  );
}
