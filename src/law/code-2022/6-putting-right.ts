/** The Code of 2022, section 6: Putting things right. In our own words. */
import type { Section } from '../words.js';

export const section6 = {
  number: 6,
  title: 'Putting things right',
  provisions: {
    '6.1': {
      duty: 'Acknowledge what went wrong; set out actions taken or intended.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['RemedyOffered', 'RemedyDone'],
      evidence: 'Remedies offered, by the eight kinds.',
    },
    '6.2': {
      duty: "A remedy reflects how far things went wrong and what that meant for the resident; promise nothing that can't be delivered.",
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The impact written down beside each remedy; promises that could not be kept.',
    },
    '6.3': {
      duty: 'Look beyond the case for process or system changes.',
      strength: 'should',
      judgedBy: 'cases',
      shownBy: ['CauseFound', 'LearningRecorded', 'NoLearningFound', 'ImprovementOpened'],
      evidence: 'What was learnt from each complaint, or why nothing was; improvements opened and closed.',
    },
    '6.5': {
      duty: 'A remedy says what will happen and by when, and is followed to completion.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['RemedyOffered', 'RemedyDone', 'ActionPromised', 'ActionDone'],
      evidence: 'Each remedy and promise with what, by when, and the proof that it was done; what is overdue.',
    },
    '6.6': {
      duty: 'Compensation considers payments the law sets, losses that can be counted, time and trouble, distress and inconvenience.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['CompensationWorkedOut', 'CompensationApproved', 'CompensationPaid'],
      evidence: 'How each sum was worked out, head by head.',
    },
    '6.7': {
      duty: 'Where there may be a legal claim, still offer to resolve, with legal advice on the words.',
      strength: 'should',
      judgedBy: 'person',
      evidence: 'Offers made where there may be a legal claim, and the advice taken on their words.',
    },
  },
} as const satisfies Section;
