/** 6.18 to 6.20: the answer at stage 2, which is final, and the way to the Ombudsman. */
import { inWords } from '../facts/days.js';
import { answer } from './answer.js';
import { heading, paragraph } from './blocks.js';
import { questions } from './closing.js';
import { letter } from './frame.js';
import { contact, housingOmbudsman } from './ombudsman.js';
import type { Letter, LetterInput, MatterOf } from './words.js';

export function finalResponse(input: LetterInput<MatterOf<'final-response'>>): Letter {
  const asked = input.case.stages[2]?.startedOn ?? input.case.escalation?.requestedOn ?? null;
  return letter(input, 'Our final answer to your complaint: stage 2', [
    ...answer(
      input,
      2,
      `${asked === null ? 'You asked' : `On ${inWords(asked)} you asked`} us to look at your complaint again. We have done so with fresh eyes, and this letter tells you what we found.`,
    ),
    heading('If you are not happy with our final answer'),
    paragraph(
      'You can now ask the Housing Ombudsman to look at your complaint. It is free, and it is independent of us and of you. It can tell us to put things right. You have 12 months from the date of this letter to ask.',
      'ombudsman',
    ),
    contact(housingOmbudsman, 'ombudsman'),
    ...questions(input),
  ]);
}
