import type { Day } from '../../facts/days.js';
import type { PersonId, StaffId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, stageRuns, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export type Side = { readonly person: PersonId | null } | { readonly staff: StaffId };

export interface HearPositionRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly from: Side;
  readonly text: string;
}

/** 5.8: the resident, and staff who are complained about, set out how they see it. */
export function mayHearPosition(c: Case, request: HearPositionRequest, context: Context): Decision {
  const { on, stage, from, text } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, stage, on),
      written('text', text, 'Write down what they said.', provisionFor(c.edition, 'both-sides')),
    ],
    () => allow([{ what: { type: 'PositionHeard', stage, from, words: context.keep(text) }, on }]),
  );
}
