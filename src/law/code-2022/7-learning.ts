/** The Code of 2022, section 7: Continuous learning and improvement. In our own words. */
import type { Section } from '../words.js';

export const section7 = {
  number: 7,
  title: 'Continuous learning and improvement',
  provisions: {
    '7.2': {
      duty: 'Report wider learning in annual report and more often to residents, staff, scrutiny panels.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'What was shared with residents, staff and committees, and when.',
    },
    '7.3': {
      duty: 'A governing-body member leads on complaints.',
      strength: 'should',
      judgedBy: 'person',
      evidence: 'Who leads on the governing body, and since when.',
    },
    '7.4': {
      duty: "The governing body receives at the least: numbers, categories, outcomes and performance with compliance with orders; trends; the Ombudsman's annual report; single outcomes where needed; management responses; the self-assessment.",
      strength: 'should',
      judgedBy: 'cases',
      shownBy: ['LearningShared', 'OmbudsmanDetermined', 'OrderMade', 'OrderCompliedWith'],
      evidence: 'Reports to the governing body with their four parts and their days.',
    },
    '7.5': {
      duty: 'Senior management assess themes for systemic issues; inform training.',
      strength: 'should',
      judgedBy: 'person',
      evidence: 'Dated reviews of themes by senior managers, and the training that followed.',
    },
    '7.6': {
      duty: 'A standard objective for all employees: working together, shared responsibility, professional standards.',
      strength: 'should',
      judgedBy: 'person',
      evidence: 'The objective as adopted, for staff and for contractors.',
    },
  },
} as const satisfies Section;
