/** The Code of 2022, section 8: Self-assessment and compliance. In our own words. */
import type { Section } from '../words.js';

export const section8 = {
  number: 8,
  title: 'Self-assessment and compliance',
  provisions: {
    '8.1': {
      duty: 'Carry out a self-assessment each year.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Each self-assessment with its date.',
    },
    '8.2': {
      duty: 'Repeat it after a significant restructure or change of procedure.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Restructures, mergers and changes of procedure, and the self-assessment that followed.',
    },
    '8.3': {
      duty: 'Report its outcome to the governing body (elected members for councils), publish it on the website, include it in the annual report.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The day the report went to the governing body, its response, and where both are published.',
    },
  },
} as const satisfies Section;
