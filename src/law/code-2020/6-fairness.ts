/** The Code of 2020, section 6: Fairness in complaint handling. In our own words. */
import type { Section } from '../words.js';

export const section6 = {
  number: 6,
  title: 'Fairness in complaint handling',
  provisions: {
    '6.1': {
      duty: 'A resident can complain through a representative throughout.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['RepresentativeAuthorised'],
      evidence: 'Representatives on record.',
    },
    '6.2': {
      duty: 'Advice given to residents was accurate and easy to understand.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Letters and answers.',
    },
    '6.3': {
      duty: 'It is known how many cases were refused escalation, and why.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['EscalationRefused'],
      evidence: 'Refusals with their reasons.',
    },
    '6.4': {
      duty: 'A decision not to escalate was explained to the resident.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['EscalationRefused', 'LetterSent'],
      evidence: 'The letters of refusal.',
    },
  },
} as const satisfies Section;
