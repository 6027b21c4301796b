/** The Code of 2024, section 9: Scrutiny and oversight: continuous learning and improvement. In our own words. */
import type { Section } from '../words.js';

export const section9 = {
  number: 9,
  title: 'Scrutiny and oversight: continuous learning and improvement',
  provisions: {
    '9.1': {
      duty: 'Look past the single case for service improvements to be learnt.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['CauseFound', 'LearningRecorded', 'NoLearningFound', 'ImprovementOpened'],
      evidence: 'What was learnt from each complaint, or why nothing was; improvements opened and closed.',
    },
    '9.2': {
      duty: 'Use complaints as intelligence to find issues and make positive changes.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['CauseFound', 'ImprovementOpened', 'ImprovementTested', 'ImprovementClosed'],
      evidence: 'Themes over time and what was changed because of them.',
    },
    '9.3': {
      duty: "Report wider learning to residents' panels, staff and relevant committees.",
      strength: 'must',
      judgedBy: 'person',
      evidence: 'What was shared with residents, staff and committees, and when.',
    },
    '9.4': {
      duty: 'Appoint a suitably senior lead accountable for complaint handling who assesses themes and trends for systemic issues, serious risks and policies needing revision.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Who leads, and their dated reviews of themes and trends.',
    },
    '9.5': {
      duty: 'Appoint a governing-body member with lead responsibility: the Member Responsible for Complaints (MRC).',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Who the member responsible for complaints is, and since when.',
    },
    '9.6': {
      duty: 'The MRC ensures the governing body gets regular, insightful complaint information, has access to information and staff, and reports findings.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'What the member responsible receives, and their reports to the governing body.',
    },
    '9.7': {
      duty: 'The member responsible and the governing body receive at the least: updates on numbers, categories, outcomes and performance; reviews of issues and trends; outcomes of Ombudsman investigations and progress with orders; the annual report.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['LearningShared', 'OmbudsmanDetermined', 'OrderMade', 'OrderCompliedWith'],
      evidence: 'Reports to the governing body with their four parts and their days.',
    },
    '9.8': {
      duty: 'A standard objective for relevant employees and third parties: collaborative and cooperative approach; collective responsibility for shortfalls; act within the professional standards of any relevant professional body.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The objective as adopted, for staff and for contractors.',
    },
  },
} as const satisfies Section;
