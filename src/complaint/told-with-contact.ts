/** What somebody tells beside what happened: an adjustment they need, how to reach them safely. It goes with the contact. */
import type { Day } from '../facts/days.js';
import type { Happened } from '../facts/happened.js';
import type { Context, Decision } from './refusals.js';

export interface ToldAside {
  readonly adjustments: string | null;
  readonly safely: string | null;
  readonly atRisk: string | null;
}

/** 3.4, 5.10, 6.1: a contact with what was told beside it, each as a note of its own that can be erased by itself. */
export function withToldAside(decision: Decision, told: ToldAside, on: Day, context: Context): Decision {
  if (!decision.ok) return decision;
  const note = (label: string, text: string | null): Happened[] =>
    text === null || text.trim() === ''
      ? []
      : [{ what: { type: 'NoteMade', words: context.keep(`${label}: ${text.trim()}`), files: [] }, on }];
  return {
    ...decision,
    happened: [
      ...decision.happened,
      ...note('Adjustments asked for', told.adjustments),
      ...note('How to reach them safely', told.safely),
      ...note('Somebody may be at risk', told.atRisk),
    ],
  };
}
