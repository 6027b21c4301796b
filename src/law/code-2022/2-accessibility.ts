/** The Code of 2022, section 2: Accessibility and awareness. In our own words. */
import type { Section } from '../words.js';

export const section2 = {
  number: 2,
  title: 'Accessibility and awareness',
  provisions: {
    '2.1': {
      duty: 'More than one way to complain.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Received', 'AdjustmentAgreed'],
      evidence: 'Complaints by channel; adjustments asked for and agreed when the complaint was taken.',
    },
    '2.2': {
      duty: 'A landlord on social media expects complaints there; its policy covers what happens then and privacy.',
      strength: 'should',
      judgedBy: 'cases',
      shownBy: ['Received'],
      evidence: 'Complaints by channel, social media among them.',
    },
    '2.3': {
      duty: 'The policy is available, clear and accessible: the stages, what happens at each, and the times.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The policy: where it is published, its formats, whether it describes both stages and their times.',
    },
    '2.4': {
      duty: 'The website says how to complain, and the policy is easy to find.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Where the website tells how to complain, and how many steps it takes to find.',
    },
    '2.5': {
      duty: 'Follow the Equality Act 2010; have a policy on reasonable adjustments; train those who handle complaints.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['AdjustmentAgreed', 'AdjustmentReviewed'],
      evidence: 'Adjustments agreed and reviewed; the policy and the training behind them.',
    },
    '2.6': {
      duty: "Publicise the policy, the Code and the Ombudsman's scheme.",
      strength: 'must',
      judgedBy: 'person',
      evidence: 'What was published, where and when, about the policy, the Ombudsman and the Code.',
    },
    '2.7': {
      duty: "Give the Ombudsman's contact details in regular letters.",
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Regular letters, newsletters and rent statements that carry the details.',
    },
    '2.8': {
      duty: 'Tell residents early, and throughout, of their right to go to the Ombudsman, not only at the end.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Acknowledged', 'Extended', 'LetterSent'],
      evidence: "Letters and messages at each step that gave the resident the Ombudsman's details.",
    },
  },
} as const satisfies Section;
