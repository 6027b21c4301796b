/** 6.7, 6.9: the answer at stage 1, point by point. */
import { inWords } from '../facts/days.js';
import { answer } from './answer.js';
import { howToGoToStage2, ombudsmanAtAnyTime } from './closing.js';
import { letter } from './frame.js';
import type { Letter, LetterInput, MatterOf } from './words.js';

export function stage1Response(input: LetterInput<MatterOf<'stage-1-response'>>): Letter {
  return letter(input, 'Our answer to your complaint: stage 1', [
    ...answer(
      input,
      1,
      `Thank you for your complaint, which we got on ${inWords(input.case.receivedOn)}. We have looked into it, and this letter tells you what we found.`,
    ),
    ...howToGoToStage2(input),
    ...ombudsmanAtAnyTime(),
  ]);
}
