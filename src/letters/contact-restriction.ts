/** 5.14, 5.15: how contact is restricted, why, until when, when it is looked at again, and how to challenge it. */
import { inWords } from '../facts/days.js';
import { heading, paragraph, place } from './blocks.js';
import { questions } from './closing.js';
import { alwaysHeard, howToChallenge, termsOf, yourNeeds } from './contact-kept-open.js';
import { letter } from './frame.js';
import type { Letter, LetterInput, MatterOf } from './words.js';

export function contactRestriction(input: LetterInput<MatterOf<'contact-restriction'>>): Letter {
  const { matter } = input;
  return letter(input, 'How you can contact us for now', [
    place(
      'opening',
      'Opening',
      'Say that they were written to before, and that it went on.',
      'We wrote to you about how we speak to each other. What we asked you to stop has gone on. So we have decided to limit how you can contact us for a time.',
    ),
    heading('Why we decided this'),
    place('reasons', 'Your reasons', 'Say what happened, and why nothing less would do.', matter.reasons, 'reasons'),
    heading('How you can contact us'),
    ...termsOf(matter.terms),
    heading('When we look at it again'),
    paragraph(
      `We will look at this again on ${inWords(matter.reviewOn)} at the latest. Then we will write to you with what we decide.`,
      'review-date',
    ),
    ...yourNeeds('We have thought about your needs and about the Equality Act 2010 before we decided this.'),
    ...alwaysHeard(input),
    ...howToChallenge(matter.appealDays ?? null),
    ...questions(input),
  ]);
}
