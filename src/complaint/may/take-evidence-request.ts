import type { Day } from '../../facts/days.js';
import type { File, WhichOmbudsman } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { no, unless, written } from '../objections.js';
import { openEvidence } from '../ombudsman-case.js';
import { dueWithin, numberIsOne, ombudsmanMayWrite, theirCase } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface TakeEvidenceRequestRequest {
  readonly on: Day;
  readonly ombudsman: WhichOmbudsman;
  readonly caseNumber: string | null;
  /** The day that the request itself sets: it differs from one to the next. */
  readonly dueOn: Day;
  readonly text: string;
  readonly files: readonly File[];
}

/** Housing Ombudsman Scheme, 10: copies of what is relevant, by the day that each request sets. */
export function mayTakeEvidenceRequest(c: Case, request: TakeEvidenceRequestRequest, context: Context): Decision {
  const { on, ombudsman, caseNumber, dueOn, text, files } = request;
  const known = theirCase(c, ombudsman);
  const waiting = known === null ? [] : openEvidence(known);
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      numberIsOne(caseNumber),
      dueWithin(dueOn, on, 'dueOn', 'the day it was asked', context),
      waiting.some((one) => one.askedOn === on && one.dueOn === dueOn)
        ? no(
            'asked-already',
            'This request for evidence is on record already. Send the evidence, or ask for more time.',
          )
        : null,
      written('text', text, 'Write down what the Ombudsman asks for.'),
    ],
    () =>
      allow([{ what: { type: 'EvidenceAsked', ombudsman, caseNumber, dueOn, words: context.keep(text), files }, on }]),
  );
}
