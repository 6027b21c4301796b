/** The Code of 2020, section 7: Outcomes and remedies. In our own words. */
import type { Section } from '../words.js';

export const section7 = {
  number: 7,
  title: 'Outcomes and remedies',
  provisions: {
    '7.1': {
      duty: 'Where something went wrong, fitting steps were taken to put it right.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['RemedyOffered', 'RemedyDone'],
      evidence: 'Remedies offered and done.',
    },
  },
} as const satisfies Section;
