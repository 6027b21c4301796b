/** 5.6: where a point is unclear, we ask. The clocks don't wait for it. */
import { inWords } from '../facts/days.js';
import { heading, list, paragraph, place, sentence } from './blocks.js';
import { answerDue, reachUs } from './closing.js';
import { letter } from './frame.js';
import type { Letter, LetterInput, MatterOf } from './words.js';

export function clarification(input: LetterInput<MatterOf<'clarification'>>): Letter {
  const { case: c, say, matter } = input;
  const stage = c.stages[2] ? 2 : 1;
  const due = answerDue(input.clocks, stage);
  const asked = c.points.filter((p) => matter.points.includes(p.id));
  return letter(input, 'A question about your complaint', [
    place(
      'opening',
      'Opening',
      'Say why you are asking.',
      'Thank you for your complaint. We want to be sure that we understand it.',
    ),
    heading('What we would like to ask you'),
    ...(asked.length > 0
      ? [
          paragraph(asked.length === 1 ? 'Our question is about this point:' : 'Our question is about these points:'),
          list(asked.map((p) => `Point ${p.number}: ${sentence(say(p.definition?.understanding ?? p.words) ?? '')}`)),
        ]
      : []),
    place(
      'question',
      'Your question',
      'Ask for one thing at a time. Say why you need it.',
      matter.question,
      'question',
    ),
    heading('How to answer'),
    paragraph(reachUs(input)),
    ...(matter.replyBy === null
      ? []
      : [paragraph(`It would help us to hear from you by ${inWords(matter.replyBy)}. If you need longer, tell us.`)]),
    paragraph(
      due === null
        ? 'We are carrying on with your complaint in the meantime.'
        : `We are carrying on with your complaint in the meantime. We still plan to send you our answer by ${inWords(due)}.`,
      due === null ? null : 'due-date',
    ),
  ]);
}
