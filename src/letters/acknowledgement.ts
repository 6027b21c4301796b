/** 5.6, 5.7, 6.2: we have your complaint, this is how we understand it, this is whose it is, and this is when we answer. */
import { standingPoints } from '../complaint/points.js';
import { capital } from '../facts/capital.js';
import { inWords } from '../facts/days.js';
import { heading, list, paragraph, place } from './blocks.js';
import { answerBy, ombudsmanAtAnyTime, questions } from './closing.js';
import { adjustmentWords, letter } from './frame.js';
import { otherPoints, pointSetOut } from './points.js';
import type { Letter, LetterInput, MatterOf } from './words.js';

export function acknowledgement(input: LetterInput<MatterOf<'acknowledgement'>>): Letter {
  const { case: c, say, to } = input;
  const points = standingPoints(c, 1);
  const agreed = to.as === 'resident' ? to.adjustments : [];
  return letter(input, 'We have your complaint', [
    place(
      'opening',
      'Opening',
      'A sentence or two of your own: thank them, show that you have read it, and say sorry if something has plainly gone wrong.',
      'Thank you for telling us. We are sorry that you have had cause to complain.',
    ),
    paragraph(
      `We got your complaint on ${inWords(c.receivedOn)}. ${input.signedBy.name} is looking into it at stage 1 of our complaints process.`,
      'stage',
    ),
    ...answerBy(input, 1),
    heading('How we understand your complaint'),
    paragraph('Please tell us if we have got any of this wrong, or if something is missing.'),
    ...points.map((p) => pointSetOut(p, c, say)),
    list(otherPoints(c, 1).map((o) => o.words)),
    heading('What happens next'),
    place(
      'next',
      'What happens next',
      'Say what you will do first: whom you will speak to, what you will look at, whether you want to visit.',
      'We will look at our records and talk to the people involved. We will also ask you for anything we need to know. We will tell you at once if we need more time, and why.',
    ),
    ...(agreed.length > 0
      ? [
          heading('What we have agreed to make this easier for you'),
          list(agreed.map((kind) => capital(adjustmentWords[kind]))),
          paragraph('Tell us if you need anything else, or if your needs change.'),
        ]
      : []),
    ...ombudsmanAtAnyTime(),
    ...questions(input),
  ]);
}
