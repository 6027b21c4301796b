/** What was learned from complaints, and what was changed because of it. */
import { entry, type LibraryMeasure, notRecorded } from './shape.js';

export const learning: readonly LibraryMeasure[] = [
  entry({
    id: 'learning',
    words: 'Learning',
    definition:
      'Learning recorded in the period, answers after which none was found (with the reason on record), and times that learning was shared.',
    source: 'Code 2024, 9.2',
    unit: 'count',
    numerator: 'Records of each kind in the period',
    parts: 'the kind',
    fixedParts: ['learning', 'none', 'shared'],
    partWords: { learning: 'Learning recorded', none: 'None found, with a reason', shared: 'Learning shared' },
  }),
  entry({
    id: 'learning.causes',
    words: 'Causes found',
    definition: 'Causes found in the period, from the landlord’s list. A complaint can have several.',
    unit: 'count',
    numerator: 'Causes found in the period',
    parts: 'the cause',
    partWords: { [notRecorded]: 'No cause chosen' },
  }),
  entry({
    id: 'improvements',
    words: 'Service improvements',
    definition:
      'Improvements opened, tested and closed in the period, each by the day on which it was. One that came from several complaints counts once.',
    source: 'Code 2024, 8.1(e)',
    unit: 'count',
    numerator: 'Improvements opened, tested or closed in the period',
    parts: 'what happened',
    fixedParts: ['improvement-opened', 'improvement-worked', 'improvement-failed', 'improvement-closed'],
    partWords: {
      'improvement-opened': 'Opened',
      'improvement-worked': 'Tested: it worked',
      'improvement-failed': 'Tested: it did not work',
      'improvement-closed': 'Closed',
    },
  }),
];
