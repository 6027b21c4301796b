/** The Code of 2020, section 1: Definition of a complaint. In our own words. */
import type { Section } from '../words.js';

export const section1 = {
  number: 1,
  title: 'Definition of a complaint',
  provisions: {
    '1.1': {
      duty: "The policy uses the Code's definition of a complaint.",
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The policy as published at the time.',
    },
    '1.2': {
      duty: 'The policy lists what will not be considered as a complaint.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The policy and its list.',
    },
    '1.3': {
      duty: 'What the policy leaves out is reasonable and fair to residents.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The reasons behind each exclusion.',
    },
  },
} as const satisfies Section;
