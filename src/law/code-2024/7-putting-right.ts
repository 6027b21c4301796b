/** The Code of 2024, section 7: Putting things right. In our own words. */
import type { Section } from '../words.js';

export const section7 = {
  number: 7,
  title: 'Putting things right',
  provisions: {
    '7.1': {
      duty: 'Where something went wrong, say so and set out actions taken or intended. Eight remedy kinds named: apology; acknowledging what went wrong; explanation, assistance or reasons; action on delay; reconsidering or changing a decision; amending a record or adding a correction; financial remedy; changing policies, procedures or practices.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['RemedyOffered', 'RemedyDone'],
      evidence: 'Remedies offered, by the eight kinds.',
    },
    '7.2': {
      duty: 'A remedy must reflect the impact on the resident of any fault found.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The impact written down beside each remedy.',
    },
    '7.3': {
      duty: 'The offer must say what will happen and by when (agreed with the resident where appropriate) and must be completed.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['RemedyOffered', 'RemedyDone', 'ActionPromised', 'ActionDone'],
      evidence: 'Each remedy and promise with what, by when, and the proof that it was done; what is overdue.',
    },
    '7.4': {
      duty: "Take account of the Ombudsman's guidance on remedies.",
      strength: 'must',
      judgedBy: 'person',
      evidence: "How compensation was worked out, and which part of the Ombudsman's guidance it follows.",
    },
  },
} as const satisfies Section;
