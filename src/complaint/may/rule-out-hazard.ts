import type { Day } from '../../facts/days.js';
import type { HazardKind } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { possibleHazards } from '../hazards.js';
import { atLeastOne, dayOfAct, no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface RuleOutHazardRequest {
  readonly on: Day;
  readonly kinds: readonly HazardKind[];
  readonly text: string;
}

/** What the first words seemed to tell of was looked at and is no hazard; why is on record. */
export function mayRuleOutHazard(c: Case, request: RuleOutHazardRequest, context: Context): Decision {
  const { on, kinds, text } = request;
  const possible = possibleHazards(c);
  return unless(
    [
      dayOfAct(c, on, context),
      atLeastOne('kinds', kinds, 'Choose which of them is no hazard.'),
      kinds.every((kind) => possible.includes(kind))
        ? null
        : no('not-suggested', 'Choose only what was suggested and nobody has looked at yet.', { field: 'kinds' }),
      written('text', text, 'Say how you know that it is no hazard.'),
    ],
    () => allow([{ what: { type: 'HazardRuledOut', kinds, words: context.keep(text) }, on }]),
  );
}
