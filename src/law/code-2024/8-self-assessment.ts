/** The Code of 2024, section 8: Self-assessment, reporting and compliance. In our own words. */
import type { Section } from '../words.js';

export const section8 = {
  number: 8,
  title: 'Self-assessment, reporting and compliance',
  provisions: {
    '8.1': {
      duty: 'Produce an annual report on complaints performance and service improvement with: the self-assessment; an analysis of performance with the kinds of complaints refused; any finding by the Ombudsman that the Code was not met; improvements made from learning; any report on the landlord by the Ombudsman; other publications of the Ombudsman about the landlord.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['ResponseSent', 'ComplaintRefused', 'OmbudsmanDetermined', 'LearningRecorded'],
      evidence: 'The annual report with its six parts, refusals shown even when there were none.',
    },
    '8.2': {
      duty: "The report must go to the governing body and be published in the complaints section of the website, with the governing body's response published alongside.",
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The day the report went to the governing body, its response, and where both are published.',
    },
    '8.3': {
      duty: 'Repeat the self-assessment after a significant restructure, merger or change of procedure.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Restructures, mergers and changes of procedure, and the self-assessment that followed.',
    },
    '8.4': {
      duty: 'The Ombudsman may ask the landlord to review and update its self-assessment after an investigation.',
      strength: 'may',
      judgedBy: 'person',
      evidence: "Self-assessments updated at the Ombudsman's request.",
    },
    '8.5': {
      duty: 'If exceptional circumstances (e.g. a cyber incident) prevent compliance: tell the Ombudsman, inform affected residents, publish it on the website, and give a timescale for returning to compliance.',
      strength: 'must',
      judgedBy: 'person',
      evidence:
        'Any such time: the day the Ombudsman was told, the day residents were told, what was published, and by when it would end.',
    },
  },
} as const satisfies Section;
