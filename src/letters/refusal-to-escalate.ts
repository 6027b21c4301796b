/** 5.11 and section 2: why we don't look at a complaint again at stage 2, and the right to have the Ombudsman look at that. */
import { inWords } from '../facts/days.js';
import { heading, paragraph, place } from './blocks.js';
import { groundFacts, groundWords, questions, takeItToTheOmbudsman } from './closing.js';
import { letter } from './frame.js';
import type { Letter, LetterInput, MatterOf } from './words.js';

export function refusalToEscalate(input: LetterInput<MatterOf<'refusal-to-escalate'>>): Letter {
  const { matter, case: c } = input;
  const asked = c.escalation?.requestedOn ?? c.stages[2]?.startedOn ?? null;
  return letter(input, 'We cannot look at your complaint again at stage 2', [
    place(
      'opening',
      'Opening',
      'This is unwelcome news. Say it kindly and show that you have read what they sent.',
      'Thank you for coming back to us. We are sorry that this is not the answer you hoped for.',
    ),
    paragraph(
      `${asked === null ? 'You asked' : `On ${inWords(asked)} you asked`} us to look at your complaint again at stage 2. We have decided that we cannot do this. Our answer at stage 1 stands, and we will do everything that we promised in it.`,
    ),
    heading('Why we decided this'),
    paragraph([groundWords[matter.ground], ...groundFacts(matter.ground, matter.filedOn, null)].join(' ')),
    place(
      'reasons',
      'Your reasons',
      'Say what you know about their own circumstances, how you weighed them, and why you still decided this.',
      matter.reasons,
      'reasons-for-refusal',
    ),
    ...takeItToTheOmbudsman('look at it at stage 2'),
    ...questions(input),
  ]);
}
