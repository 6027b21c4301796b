/** 5.6, 6.11, 6.12, 6.13: your request for stage 2, how we understand what is left, and when we answer. */
import { standingPoints } from '../complaint/points.js';
import { inWords } from '../facts/days.js';
import { heading, list, paragraph, place } from './blocks.js';
import { answerBy, ombudsmanAtAnyTime, questions, stillUnhappy } from './closing.js';
import { letter } from './frame.js';
import { otherPoints, pointSetOut } from './points.js';
import type { Letter, LetterInput, MatterOf } from './words.js';

export function stage2Acknowledgement(input: LetterInput<MatterOf<'stage-2-acknowledgement'>>): Letter {
  const { case: c, say } = input;
  const points = standingPoints(c, 2);
  const others = otherPoints(c, 2);
  const asked = c.stages[2]?.startedOn ?? c.escalation?.requestedOn ?? null;
  return letter(input, 'We will look at your complaint again', [
    place(
      'opening',
      'Opening',
      'A sentence or two of your own: show that you know what has happened so far and that they are still unhappy.',
      'Thank you for telling us that you are not happy with our first answer. We are sorry that we have not yet put this right for you.',
    ),
    paragraph(
      `${asked === null ? 'You asked' : `On ${inWords(asked)} you asked`} us to look at your complaint again. ${input.signedBy.name} will do this at stage 2 of our complaints process. They did not work on our answer at stage 1.`,
      'stage',
    ),
    ...answerBy(input, 2),
    heading('What we will look at again'),
    paragraph('Please tell us if we have got any of this wrong, or if something is missing.'),
    ...points.map((p) => pointSetOut(p, c, say)),
    ...(others.length > 0
      ? [
          heading('The rest of your complaint'),
          list(others.map((o) => o.words)),
          paragraph('If you want us to look at any of these again too, tell us before we send our answer.'),
        ]
      : []),
    heading('Why you are still unhappy'),
    ...stillUnhappy(input),
    place(
      'understanding',
      'Why they are still unhappy',
      'They do not have to give a reason. Say what you understand so far and how you would like to hear more.',
      'You do not have to give us a reason. It would help us to hear what we missed the first time, so we would like to talk to you if you are happy to.',
    ),
    ...ombudsmanAtAnyTime(),
    ...questions(input),
  ]);
}
