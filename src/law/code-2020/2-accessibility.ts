/** The Code of 2020, section 2: Accessibility. In our own words. */
import type { Section } from '../words.js';

export const section2 = {
  number: 2,
  title: 'Accessibility',
  provisions: {
    '2.1': {
      duty: 'There are several ways to complain.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The ways offered, and complaints by channel.',
    },
    '2.2': {
      duty: 'The policy and procedure are online.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Where they are published.',
    },
    '2.3': {
      duty: 'There is a policy on reasonable adjustments.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The policy; adjustments agreed.',
    },
    '2.4': {
      duty: 'Residents are told regularly how to complain.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'What was published and when.',
    },
  },
} as const satisfies Section;
