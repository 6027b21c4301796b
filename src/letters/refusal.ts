/** 2.2 to 2.5: why we can't take a complaint on, and the right to have the Ombudsman look at that. */
import { inWords } from '../facts/days.js';
import { heading, paragraph, place } from './blocks.js';
import { groundFacts, groundWords, questions, takeItToTheOmbudsman } from './closing.js';
import { letter } from './frame.js';
import type { Letter, LetterInput, MatterOf } from './words.js';

export function refusal(input: LetterInput<MatterOf<'refusal'>>): Letter {
  const { matter, case: c } = input;
  return letter(input, 'We cannot take on your complaint', [
    place(
      'opening',
      'Opening',
      'This is unwelcome news. Say it kindly and show that you have read what they sent.',
      'Thank you for telling us about this. We have read what you told us with care. We are sorry that this is not the answer you hoped for.',
    ),
    paragraph(
      `We got your complaint on ${inWords(c.receivedOn)}. We have decided that we cannot look into it under our complaints policy.`,
    ),
    heading('Why we decided this'),
    paragraph([groundWords[matter.ground], ...groundFacts(matter.ground, matter.filedOn, matter.issueOn)].join(' ')),
    place(
      'reasons',
      'Your reasons',
      'Say what you know about their own circumstances, how you weighed them, and why you still decided this.',
      matter.reasons,
      'reasons-for-refusal',
    ),
    ...(matter.ground === 'over-twelve-months'
      ? [
          heading('Whether we should look at it all the same'),
          place(
            'discretion',
            'Why discretion was not used',
            'We must think about whether there are good reasons to look at an older complaint. Say what you thought about.',
            matter.discretion ?? '',
            'reasons-for-refusal',
          ),
        ]
      : []),
    ...takeItToTheOmbudsman('take on your complaint'),
    ...questions(input),
  ]);
}
