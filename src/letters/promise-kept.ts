/** 6.6: we said that we would do it, we have done it, and we ask whether it is done well. */
import { inWords } from '../facts/days.js';
import { heading, paragraph, place, sentence } from './blocks.js';
import { reachUs } from './closing.js';
import { letter } from './frame.js';
import type { Letter, LetterInput, MatterOf } from './words.js';

export function promiseKept(input: LetterInput<MatterOf<'promise-kept'>>): Letter {
  const { matter, case: c, say } = input;
  const promise = c.promises.find((p) => p.id === matter.promise);
  const late = promise !== undefined && matter.doneOn > promise.firstDueOn;
  return letter(input, 'We have done what we promised', [
    place(
      'opening',
      'Opening',
      'A sentence of your own. If it was late, say sorry and why.',
      late
        ? 'We have now done what we promised you in our answer to your complaint. It took longer than we said, and we are sorry.'
        : 'We have done what we promised you in our answer to your complaint.',
    ),
    heading('What we promised'),
    ...(promise
      ? [
          paragraph(
            `${sentence(say(promise.words) ?? '')} We said that we would do this by ${inWords(promise.firstDueOn)}.`,
            'promise',
          ),
        ]
      : []),
    heading('What we have done'),
    paragraph(`We did this on ${inWords(matter.doneOn)}.`),
    place(
      'how',
      'How it was kept',
      'Say what was done and who did it, so that they can check it.',
      matter.how,
      'how-it-was-kept',
    ),
    heading('Is it done well?'),
    paragraph(`Please tell us. If it is not right, we want to know and we will come back to it. ${reachUs(input)}`),
  ]);
}
