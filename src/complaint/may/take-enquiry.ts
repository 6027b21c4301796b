import type { Day } from '../../facts/days.js';
import type { File, WhichOmbudsman } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { unless, written } from '../objections.js';
import { numberIsOne, ombudsmanMayWrite } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface TakeEnquiryRequest {
  readonly on: Day;
  readonly ombudsman: WhichOmbudsman;
  readonly caseNumber: string | null;
  readonly text: string;
  readonly files: readonly File[];
}

/** 3.7: residents may turn to the Ombudsman at any time, so it may ask at any time. */
export function mayTakeEnquiry(c: Case, request: TakeEnquiryRequest, context: Context): Decision {
  const { on, ombudsman, caseNumber, text, files } = request;
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      numberIsOne(caseNumber),
      written('text', text, 'Write down what the Ombudsman asks.'),
    ],
    () => allow([{ what: { type: 'OmbudsmanEnquired', ombudsman, caseNumber, words: context.keep(text), files }, on }]),
  );
}
