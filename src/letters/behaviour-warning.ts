/** 5.14: what was not acceptable, what has to change, and what may follow if it does not. Nothing is restricted by it. */
import { heading, paragraph, place } from './blocks.js';
import { questions } from './closing.js';
import { alwaysHeard, yourNeeds } from './contact-kept-open.js';
import { letter } from './frame.js';
import type { Letter, LetterInput, MatterOf } from './words.js';

export function behaviourWarning(input: LetterInput<MatterOf<'behaviour-warning'>>): Letter {
  const { matter } = input;
  return letter(input, 'How we speak to each other', [
    place(
      'opening',
      'Opening',
      'They may be upset with good reason. Say that you see it.',
      'We know that it is upsetting when things go wrong at home. You have every right to complain, and we want to put things right.',
    ),
    heading('What happened'),
    place('what', 'What happened', 'Say what was said or done, when and to whom.', matter.what, 'behaviour'),
    heading('What we ask of you'),
    place('asks', 'What has to change', 'Say plainly what has to stop.', matter.asks, 'behaviour'),
    paragraph(
      'If it happens again, we may limit how you can contact us. Two people would decide that, and we would write to you with the reasons first. We do not want to have to.',
    ),
    ...yourNeeds(null),
    ...alwaysHeard(input),
    ...questions(input),
  ]);
}
