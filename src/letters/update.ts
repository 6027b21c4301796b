/** 5.9: where we are, and when you hear from us next. */
import { inWords } from '../facts/days.js';
import { heading, paragraph, place } from './blocks.js';
import { answerDue, ombudsmanAtAnyTime, questions } from './closing.js';
import { letter } from './frame.js';
import type { Letter, LetterInput, MatterOf } from './words.js';

export function update(input: LetterInput<MatterOf<'update'>>): Letter {
  const { matter } = input;
  const due = answerDue(input.clocks, matter.stage);
  const past = due !== null && due < input.today;
  return letter(input, 'Where we are with your complaint', [
    ...(past
      ? [
          place(
            'opening',
            'Opening',
            'The answer is late. Say sorry and say why.',
            'We are sorry. We have not yet sent you our answer, and we should have.',
          ),
        ]
      : [
          place(
            'opening',
            'Opening',
            'A sentence of your own.',
            'We promised to keep you up to date with your complaint.',
          ),
        ]),
    heading('What we have done, and what is next'),
    place(
      'progress',
      'What has happened since you last heard',
      'Say what you have found out, what is still to do and who does it.',
      matter.progress,
      'progress',
    ),
    heading('When you will hear from us'),
    ...(due === null
      ? []
      : [
          paragraph(
            past
              ? `Our stage ${matter.stage} answer was due on ${inWords(due)}. We will send it as soon as we know the answer.`
              : `We will send you our stage ${matter.stage} answer by ${inWords(due)}.`,
            'due-date',
          ),
        ]),
    ...(matter.nextUpdateOn === null
      ? []
      : [
          paragraph(
            due !== null && !past && matter.nextUpdateOn > due
              ? `If you have not had our answer by then, we will write to you again by ${inWords(matter.nextUpdateOn)}.`
              : `We will write to you again by ${inWords(matter.nextUpdateOn)} to tell you where we are.`,
          ),
        ]),
    ...ombudsmanAtAnyTime(),
    ...questions(input),
  ]);
}
