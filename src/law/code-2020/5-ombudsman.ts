/** The Code of 2020, section 5: Cooperation with the Housing Ombudsman Service. In our own words. */
import type { Section } from '../words.js';

export const section5 = {
  number: 5,
  title: 'Cooperation with the Housing Ombudsman Service',
  provisions: {
    '5.1': {
      duty: 'Every request of the Ombudsman for evidence is answered within fifteen days.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['EvidenceAsked', 'BundleSent'],
      evidence: 'Each request with the day it was due and the day it was answered.',
    },
    '5.2': {
      duty: 'Where that takes longer, the Ombudsman is kept informed.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['EvidenceDateExtended'],
      evidence: 'Extensions asked for and agreed.',
    },
  },
} as const satisfies Section;
