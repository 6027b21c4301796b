/** Complaints that were refused, and requests for stage 2 that were, by the day of the refusal. */
import { refusalGroundWords } from '../../complaint/standing-words.js';
import { refusalGrounds } from '../../facts/happened.js';
import { entry, type LibraryMeasure, notRecorded } from './shape.js';

const grounds = {
  parts: 'the ground',
  fixedParts: refusalGrounds,
  partWords: { ...refusalGroundWords, [notRecorded]: 'No ground recorded' },
} as const;

export const refusals: readonly LibraryMeasure[] = [
  entry({
    id: 'refused',
    words: 'Complaints refused',
    definition:
      'Complaints that the landlord refused to accept in the period, by ground, every ground shown though it be none. One that was overturned since is left out and counted apart. None of them is in a figure of stage 1.',
    source: 'Code 2024, 8.1(b)',
    unit: 'count',
    numerator: 'Refusals in the period that stand',
    ...grounds,
  }),
  entry({
    id: 'refused.stage2',
    words: 'Requests for stage 2 refused',
    definition: 'Requests for stage 2 that were refused in the period, by ground, and stay refused.',
    source: 'Code 2024, 8.1(b)',
    unit: 'count',
    numerator: 'Refusals of stage 2 in the period that stand',
    ...grounds,
  }),
  entry({
    id: 'refused.overturned',
    words: 'Refusals overturned',
    definition: 'Complaints refused in the period whose refusal did not stand: they then count as complaints.',
    unit: 'count',
    numerator: 'Refusals in the period that were overturned',
  }),
];
