/** 5.14: what became of a restriction at its review, or on an appeal. */
import { inWords } from '../facts/days.js';
import { heading, paragraph, place } from './blocks.js';
import { questions } from './closing.js';
import { alwaysHeard, howToChallenge, termsOf } from './contact-kept-open.js';
import { letter } from './frame.js';
import type { Letter, LetterBlock, LetterInput, MatterOf } from './words.js';

const opening = {
  kept: 'We have decided that it stays for now.',
  changed: 'We have decided to change it.',
  lifted: 'We have decided to end it. From today you can contact us as anyone else can.',
} as const;

export function restrictionOutcome(input: LetterInput<MatterOf<'restriction-outcome'>>): Letter {
  const { matter } = input;
  const lifted = matter.outcome === 'lifted';
  const stays: readonly LetterBlock[] = [
    heading('How you can contact us'),
    ...termsOf(matter.terms),
    heading('When we look at it again'),
    ...(matter.reviewOn === null
      ? []
      : [
          paragraph(
            `We will look at this again on ${inWords(matter.reviewOn)} at the latest. Then we will write to you with what we decide.`,
            'review-date',
          ),
        ]),
  ];
  return letter(input, lifted ? 'You can contact us as before' : 'How you can contact us from now on', [
    place(
      'opening',
      'Opening',
      'Say what was looked at.',
      `${matter.onAppeal ? 'You told us that you think the limit on how you contact us is wrong. Someone who had no part in it has looked at it.' : 'We have looked again at the limit on how you contact us.'} ${opening[matter.outcome]}`,
    ),
    heading('Why we decided this'),
    place('reasons', 'Your reasons', 'Say what has changed since, or what has not.', matter.reasons, 'reasons'),
    ...(lifted ? [] : stays),
    ...alwaysHeard(input),
    ...(lifted ? [] : howToChallenge(matter.appealDays ?? null)),
    ...questions(input),
  ]);
}
