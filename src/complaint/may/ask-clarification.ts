import type { Day } from '../../facts/days.js';
import type { PointId, Sending } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { type LetterOut, letterIsWhole, letterSent } from '../letter-out.js';
import { atLeastOne, dayOfAct, isComplaint, pointsAre, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AskClarificationRequest {
  readonly on: Day;
  readonly points: readonly PointId[];
  readonly text: string;
  readonly how: Sending;
  readonly letter: LetterOut | null;
}

/** 5.6: what is unclear about the complaint is asked of the resident. The clocks run on meanwhile. */
export function mayAskClarification(c: Case, request: AskClarificationRequest, context: Context): Decision {
  const { on, points, text, how, letter } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      isComplaint(c, on),
      atLeastOne('points', points, 'Choose the points that are unclear.'),
      pointsAre(c, points, 'standing'),
      written('text', text, 'Write down what you asked.', provisionFor(c.edition, 'definition')),
      letterIsWhole(c, letter),
    ],
    () =>
      allow(
        [
          {
            what: { type: 'ClarificationAsked', points, words: context.keep(text), how, letter: letter?.id ?? null },
            on,
          },
          ...letterSent(letter, 'clarification', c.stages[2] === null ? 1 : 2, on, context),
        ],
        { warnings: ['Asking does not stop the clock.'] },
      ),
  );
}
