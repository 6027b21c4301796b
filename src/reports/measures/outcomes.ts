/** How complaints ended, and how long it took, by the day on which the answer was sent. */
import { findingWords } from '../../complaint/standing-words.js';
import { findings } from '../../facts/happened.js';
import { entry, type LibraryMeasure } from './shape.js';

function outcome(stage: 1 | 2): LibraryMeasure {
  return entry({
    id: `stage${stage}.outcome`,
    words: `Stage ${stage} outcomes`,
    definition: `Stage ${stage} answers sent in the period, by outcome of the whole complaint, as a share of those whose outcome is known.`,
    unit: 'proportion',
    numerator: 'Answers with that outcome',
    denominator: 'Answers whose outcome is known',
    parts: 'the outcome',
    fixedParts: findings,
    partWords: findingWords,
  });
}

function pointOutcome(stage: 1 | 2): LibraryMeasure {
  return entry({
    id: `stage${stage}.point-outcome`,
    words: `Stage ${stage} outcomes, point by point`,
    definition: `Each point decided in a stage ${stage} answer that was sent in the period, by its finding. A complaint of three points counts three times here and once in the outcome of complaints.`,
    unit: 'proportion',
    numerator: 'Points with that finding',
    denominator: 'Points decided in those answers',
    parts: 'the finding',
    fixedParts: findings,
    partWords: findingWords,
  });
}

/** Working days from receipt, in steps of the Code: 10 is its usual limit after the acknowledgement, 15 with it, 25 extended. */
const dayBins = ['0-5', '6-10', '11-15', '16-20', '21-25', '26-45', 'over-45'] as const;

function distribution(stage: 1 | 2): LibraryMeasure {
  return entry({
    id: `stage${stage}.days`,
    words: `Stage ${stage}: working days to answer, in bands`,
    definition: `Stage ${stage} answers sent in the period, by working days from ${stage === 1 ? 'receipt' : 'the request'}.`,
    unit: 'proportion',
    numerator: 'Answers that took so long',
    denominator: 'Answers whose days are known',
    parts: 'working days',
    fixedParts: dayBins,
    partWords: Object.fromEntries(
      dayBins.map((bin) => [bin, bin === 'over-45' ? 'More than 45' : bin.replace('-', ' to ')]),
    ),
  });
}

export const outcomes: readonly LibraryMeasure[] = [
  outcome(1),
  outcome(2),
  pointOutcome(1),
  pointOutcome(2),
  entry({
    id: 'working-days-to-answer',
    words: 'Working days to answer',
    definition:
      'Answers sent in the period: working days from receipt (stage 1) or from the request (stage 2) to the answer. The median of an even number is the mean of the two in the middle; 9 in 10 were answered within the other figure (the nearest rank).',
    unit: 'working-days',
    numerator: 'Answers whose days are known',
    parts: 'the stage',
    fixedParts: ['stage1', 'stage2'],
    partWords: { stage1: 'Stage 1', stage2: 'Stage 2' },
    readingWords: { median: 'median', p90: '9 in 10 within' },
  }),
  distribution(1),
  distribution(2),
  entry({
    id: 'escalation-rate',
    words: 'Escalation rate, of stage 1',
    definition:
      'Requests for stage 2 made in the period over stage 1 complaints received in it. They are not the same complaints: some of those requests follow a stage 1 of the period before.',
    unit: 'proportion',
    numerator: 'Requests for stage 2 made in the period',
    denominator: 'Stage 1 complaints received in the period',
  }),
  entry({
    id: 'resolved',
    words: 'Resolved at its stage',
    definition:
      'Answers sent in the period after which, so far, the resident has not gone further: stage 1 answers without a request for stage 2, stage 2 answers without an enquiry or finding of the Ombudsman on record.',
    unit: 'proportion',
    numerator: 'Answers after which nobody went further',
    denominator: 'Answers sent at that stage',
    parts: 'the stage',
    fixedParts: ['stage1', 'stage2'],
    partWords: { stage1: 'At stage 1', stage2: 'At stage 2' },
  }),
];
