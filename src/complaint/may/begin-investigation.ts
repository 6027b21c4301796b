import type { Day } from '../../facts/days.js';
import type { File, WhichOmbudsman } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { no, unless, written } from '../objections.js';
import { numberIsOne, ombudsmanMayWrite, theirCase } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface BeginInvestigationRequest {
  readonly on: Day;
  readonly ombudsman: WhichOmbudsman;
  readonly caseNumber: string;
  readonly text: string | null;
  readonly files: readonly File[];
}

/** The Ombudsman looks into it: from then on its number names the case. */
export function mayBeginInvestigation(c: Case, request: BeginInvestigationRequest, context: Context): Decision {
  const { on, ombudsman, caseNumber, text, files } = request;
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      written('caseNumber', caseNumber, 'Enter the Ombudsman’s number of the case.'),
      caseNumber.trim() === '' ? null : numberIsOne(caseNumber),
      theirCase(c, ombudsman)?.investigationOn
        ? no('begun-already', 'That investigation is on record already.', { field: 'ombudsman' })
        : null,
    ],
    () =>
      allow([
        {
          what: { type: 'OmbudsmanInvestigationBegun', ombudsman, caseNumber, words: kept(context, text), files },
          on,
        },
      ]),
  );
}
