/** The Code of 2024, section 4: Complaint handling staff. In our own words. */
import type { Section } from '../words.js';

export const section4 = {
  number: 4,
  title: 'Complaint handling staff',
  provisions: {
    '4.1': {
      duty: "A named person or team (the 'complaints officer') is responsible for complaints, Ombudsman liaison and reporting to the governing body; it may be in addition to other duties.",
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Who is responsible for complaints, for the Ombudsman and for reporting, with their days in the role.',
    },
    '4.2': {
      duty: 'The complaints officer must have access to staff at all levels and the authority and autonomy to resolve disputes promptly and fairly.',
      strength: 'must',
      judgedBy: 'person',
      evidence:
        'What the complaints officer may decide alone; requests to other teams and how long they took to answer.',
    },
    '4.3': {
      duty: 'Complaint handling is a core service: prioritised, resourced, with relevant staff suitably trained.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Training and caseloads of those who handle complaints.',
    },
  },
} as const satisfies Section;
