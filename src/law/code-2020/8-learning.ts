/** The Code of 2020, section 8: Continuous learning and improvement. In our own words. */
import type { Section } from '../words.js';

export const section8 = {
  number: 8,
  title: 'Continuous learning and improvement',
  provisions: {
    '8.1': {
      duty: 'Improvements were made from what complaints taught.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['LearningRecorded', 'ImprovementOpened', 'ImprovementClosed'],
      evidence: 'Learning and improvements on record.',
    },
    '8.2': {
      duty: 'Lessons are shared with residents, with the governing body and in the annual report.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'What was shared, where and when.',
    },
    '8.3': {
      duty: 'The Code has made a difference.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'What changed since it was adopted.',
    },
    '8.4': {
      duty: 'Changes were made because of the Code.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The changes.',
    },
  },
} as const satisfies Section;
