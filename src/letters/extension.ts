/** 6.4, 6.5, 6.15, 6.16: we need more time; why, until when, and how to reach the Ombudsman about it. */
import { inWords } from '../facts/days.js';
import { heading, paragraph, place } from './blocks.js';
import { questions } from './closing.js';
import { letter } from './frame.js';
import { contact, housingOmbudsman } from './ombudsman.js';
import type { Letter, LetterInput, MatterOf } from './words.js';

export function extension(input: LetterInput<MatterOf<'extension'>>): Letter {
  const { matter, case: c } = input;
  const late = matter.dueBefore < input.today;
  const byAgreement = c.edition === '2020' || c.edition === '2022';
  return letter(input, 'We need more time to answer your complaint', [
    place(
      'opening',
      'Opening',
      'Say sorry for the wait in your own words.',
      late
        ? 'We are sorry. We should have answered you by now, and we should have told you sooner that we could not.'
        : 'We are sorry, but we need more time to answer your complaint properly.',
    ),
    paragraph(
      `We ${late ? 'should have sent' : 'were going to send'} you our stage ${matter.stage} answer by ${inWords(matter.dueBefore)}.`,
    ),
    paragraph(`We will now send it by ${inWords(matter.newDate)}.`, 'new-date'),
    heading('Why we need more time'),
    place(
      'reason',
      'Why more time is needed',
      'Say what is not known yet, what is being done to find it out, and why it could not be done in time.',
      matter.reason,
      'reason-for-delay',
    ),
    heading('If you are not happy about this'),
    paragraph(
      byAgreement
        ? 'Please tell us if you do not agree with the new date. You can also go to the Housing Ombudsman about it. It is free, and it is independent of us.'
        : 'You can tell us, and we will listen. You can also go to the Housing Ombudsman about it. It is free, and it is independent of us.',
    ),
    contact(housingOmbudsman, 'ombudsman'),
    ...questions(input),
  ]);
}
