/**
 * The written summary that a resident is owed once a hazard was looked into: what was found, whether it is a hazard, what
 * will be done and by when, what they can do, and how to reach us. What it has to say is what the regulations ask.
 */
import { hazardOf } from '../complaint/hazard-objections.js';
import { stillOwed } from '../complaint/hazard-plan.js';
import { lastInvestigation } from '../complaint/hazards.js';
import { hazardKindWords } from '../complaint/standing-words.js';
import { inWords } from '../facts/days.js';
import { heading, paragraph, place } from './blocks.js';
import { reachUs } from './closing.js';
import { letter } from './frame.js';
import type { Letter, LetterBlock, LetterInput, MatterOf } from './words.js';

type SummaryInput = LetterInput<MatterOf<'hazard-summary'>>;

export function hazardSummary(input: SummaryInput): Letter {
  const { plan } = input.matter;
  return letter(input, 'What we found in your home', [
    place(
      'opening',
      'Opening',
      'A sentence of your own. If it took too long, say sorry.',
      'We looked into a possible hazard in your home. This letter says what we found and what happens now.',
    ),
    ...finding(input),
    place(
      'found',
      'What was found',
      'Say what was looked at, by whom, and what they found.',
      plan.found,
      'hazard-found',
    ),
    ...safetyWork(input),
    heading('How we will keep it from coming back'),
    ...furtherWork(input),
    heading('What you can do'),
    place(
      'meanwhile',
      'What they can do meanwhile',
      'Say what keeps them safe until it is done, and what to tell us at once.',
      plan.meanwhile,
      'meanwhile',
    ),
    paragraph(
      'If it gets worse, or if somebody falls ill or is hurt, tell us straight away. If anybody is in danger, ring 999 first.',
    ),
    heading('If you have a question, or do not agree'),
    paragraph(reachUs(input), 'how-to-reach-us'),
    paragraph('If you are not happy with this, you can complain. You do not have to wait until the work is done.'),
  ]);
}

function finding({ case: c, matter }: SummaryInput): readonly LetterBlock[] {
  const hazard = hazardOf(c, matter.hazard);
  const last = hazard === null ? null : lastInvestigation(hazard);
  if (hazard === null || last === null) return [];
  const what = last.emergency
    ? 'We found an emergency hazard. There is a risk of serious harm at once.'
    : last.significant
      ? 'We found a significant hazard. It is a risk to health or safety that has to be dealt with soon.'
      : 'We found no significant hazard and no emergency.';
  return [
    paragraph(
      `It was about this: ${hazardKindWords[hazard.kind].toLowerCase()}. We have known of it since ${inWords(hazard.noticedOn)}. We finished looking into it on ${inWords(last.on)}.`,
    ),
    paragraph(what, 'hazard-finding'),
  ];
}

function safetyWork({ case: c, matter }: SummaryInput): readonly LetterBlock[] {
  const { plan } = matter;
  const hazard = hazardOf(c, matter.hazard);
  const owed = hazard === null ? null : stillOwed(hazard, c.tenure);
  return [
    heading(
      owed?.safety
        ? 'What we will do to make your home safe'
        : hazard?.madeSafeOn
          ? 'What we did to make your home safe'
          : 'Does anything have to be made safe?',
    ),
    place(
      'safety',
      'Safety work',
      'Say what will be done. If nothing is needed, or it is done, say so and why.',
      plan.safety,
      'safety-work',
    ),
    ...(owed?.safety && plan.safeBy !== null
      ? [paragraph(`We will make your home safe by ${inWords(plan.safeBy)}.`, 'safety-work')]
      : []),
    ...(hazard?.madeSafeOn ? [paragraph(`Your home was made safe on ${inWords(hazard.madeSafeOn)}.`)] : []),
    ...(owed?.elsewhere
      ? [
          paragraph(
            'If we can’t do this in the time that the law gives us, we will offer you somewhere suitable to live. We pay for it. You can say no.',
          ),
        ]
      : []),
  ];
}

function furtherWork({ case: c, matter }: SummaryInput): readonly LetterBlock[] {
  const { plan } = matter;
  const hazard = hazardOf(c, matter.hazard);
  const owed = hazard === null ? null : stillOwed(hazard, c.tenure);
  if (!owed?.further)
    return [paragraph('We did not find that more work is needed to keep it from coming back.', 'further-work')];
  const begun = hazard?.workBegunOn ?? null;
  const days = [
    ...(begun !== null ? [`This work began on ${inWords(begun)}.`] : []),
    ...(begun === null && plan.furtherFrom !== null ? [`This work begins on ${inWords(plan.furtherFrom)}.`] : []),
    ...(plan.furtherBy !== null ? [`We plan to finish it by ${inWords(plan.furtherBy)}.`] : []),
  ];
  return [
    place(
      'further',
      'Work so that it does not come back',
      'Say what will be done and who does it.',
      plan.further ?? '',
      'further-work',
    ),
    ...(days.length === 0 ? [] : [paragraph(days.join(' '), 'further-work')]),
  ];
}
