/** The Code of 2024, section 2: Exclusions. In our own words. */
import type { Section } from '../words.js';

export const section2 = {
  number: 2,
  title: 'Exclusions',
  provisions: {
    '2.1': {
      duty: 'Accept every complaint unless there is a valid reason; be able to evidence a refusal; judge each on its own merits.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Logged', 'ComplaintRefused'],
      evidence:
        'Every decision to accept or refuse with its ground, reasons, date and who decided; the register of refusals.',
    },
    '2.2': {
      duty: 'The policy must list, fairly and reasonably, when a matter will not be considered or escalated. Acceptable grounds: the issue happened over 12 months ago; legal proceedings have started (Claim Form and Particulars of Claim filed at court); already considered under the complaints policy.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['ComplaintRefused', 'EscalationRefused'],
      evidence:
        'Refusals by ground; for court proceedings the day on which the claim form and particulars of claim were filed.',
    },
    '2.3': {
      duty: 'Accept complaints brought within 12 months of the issue or of the resident learning of it (unless otherwise excluded); must consider discretion for later ones where there are good reasons.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Received', 'PointRaised', 'ComplaintRefused'],
      evidence:
        'The day of the issue or of learning of it against the day of receipt; for what is older than twelve months, whether discretion was considered and why.',
    },
    '2.4': {
      duty: 'A refusal must be explained to the resident, with reasons and the right to have the Ombudsman look at it, who may tell the landlord to take the complaint on.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['ComplaintRefused', 'RefusalOverturned', 'LetterSent'],
      evidence:
        'Each refusal letter with its reasons and the right to go to the Ombudsman; refusals that were overturned.',
    },
    '2.5': {
      duty: 'No blanket exclusions: individual circumstances must be considered each time.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['ComplaintRefused', 'EscalationRefused'],
      evidence: 'The individual circumstances written down for each refusal; refusals whose reasons read alike.',
    },
  },
} as const satisfies Section;
