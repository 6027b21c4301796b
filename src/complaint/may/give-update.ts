import type { Day } from '../../facts/days.js';
import type { Sending } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { type LetterOut, letterIsWhole, letterSent, notWrittenTo } from '../letter-out.js';
import { dayOfAct, goesOn, no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface GiveUpdateRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly how: Sending;
  readonly text: string;
  readonly letter: LetterOut | null;
}

/** 5.9, 6.6: how it stands, told to the resident; also after the answer, while promised actions are still to come. */
export function mayGiveUpdate(c: Case, request: GiveUpdateRequest, context: Context): Decision {
  const { on, stage, how, text, letter } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      c.stages[stage] === null || c.kind !== 'complaint'
        ? no('no-such-stage', 'The case has no such stage. Choose the stage it is in.', { field: 'stage' })
        : null,
      written('text', text, 'Write down what the resident was told.'),
      letterIsWhole(c, letter),
    ],
    () =>
      allow(
        [
          { what: { type: 'UpdateGiven', stage, how, words: context.keep(text), letter: letter?.id ?? null }, on },
          ...letterSent(letter, 'update', stage, on, context),
        ],
        { warnings: notWrittenTo(c, letter) },
      ),
  );
}
